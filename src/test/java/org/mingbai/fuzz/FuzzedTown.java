package org.mingbai.fuzz;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;

/// A tenant to ask things of, with somebody for each kind of desk.
final class FuzzedTown {

    private FuzzedTown() {}

    /// Logins by who they are.
    static Map<String, String> laidOut(Bureau bureau) {
        var it = bureau.made();
        var all = new HashMap<String, String>();
        for (var role : Role.values()) {
            var login = "z" + UUID.randomUUID();
            bureau.signingIn(it.keeper(), login, new Seat(it.county(), role));
            all.put(role.name().toLowerCase(Locale.ROOT), login);
        }
        return all;
    }
}
