package org.mingbai.supervision;

import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Registers;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/// Who keeps the rules that hold for a whole account: those who coordinate one of its registers. A coordinator of a unit that is supervised
/// bends neither its limits nor its calendar.
@Component
public class Offices {

    private final Registers registers;

    Offices(Registers registers) {
        this.registers = registers;
    }

    /// Turns away everybody else. Where there are no registers yet, any coordinator may begin.
    public void mustBeOne(SignedIn who) {
        var all = registers.of(who.tenant());
        if (!all.isEmpty() && all.stream().noneMatch(register -> who.holds(new Seat(register.office(), Role.COORDINATOR)))) {
            throw new AccessDeniedException("the rules of the house are kept by those who coordinate its registers");
        }
    }
}
