package org.mingbai.intake.site;

import java.util.List;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Register;

/// The public side of one body.
/// @param open the registers on which anybody may raise something
/// @param published whether outcomes of any register may be shown
/// @param more what other modules show there
public record Site(TenantId tenant, String name, List<Register> open, boolean published, List<SitePart.Way> more) {

    /// Where its pages begin.
    public String href() {
        return "/p/" + tenant.value();
    }

    /// Whether it takes something from the public or shows it something.
    boolean speaks() {
        return !open.isEmpty() || published || !more.isEmpty();
    }
}
