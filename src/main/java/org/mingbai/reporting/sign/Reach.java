package org.mingbai.reporting.sign;

import java.util.Collection;
import org.mingbai.directory.TenantId;

/// Which matters somebody may open.
/// @param all but those kept from them
/// @param units in whose matters they have a part, and
/// @param registers they keep, where not all
/// @param kept never, as they complain of them
record Reach(TenantId tenant, boolean all, Collection<Long> units, Collection<String> registers, Collection<Long> kept) {

    /// Over a table `c` with tenant, matter and register.
    static final String SQL = """
             and (:all or c.register = any(:registers) or exists (
                select from ledger.part p where p.tenant = c.tenant and p.matter = c.matter and p.unit = any(:units)))
            and c.matter <> all(:kept)
            """;
}
