package org.mingbai.intake.site.web;

import java.util.List;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Register;

/// The public side of one body.
/// @param open the registers on which anybody may raise something
/// @param published whether outcomes of any register may be shown
public record Site(TenantId tenant, String name, List<Register> open, boolean published) {

    /// Where its pages begin.
    public String href() {
        return "/p/" + tenant.value();
    }
}
