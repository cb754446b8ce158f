package org.mingbai.reporting;

import java.util.Optional;
import java.util.function.Consumer;
import org.mingbai.directory.TenantId;
import org.mingbai.reporting.cases.CaseConditions;

/// Whose eyes cases are looked at with.
/// @param summable how the sums of months tell what they see; nothing where they see only cases here and there
/// @param forAll   whether others read it too: then what is kept from a unit does not count
record Reader(TenantId tenant, Consumer<CaseConditions> restricted, Optional<Summable> summable, boolean forAll) {

    /// What somebody sees, told by the sums of what they see whole.
    /// @param whole  restricts to that
    /// @param hidden restricts to the few of it that are kept from them, which are counted one by one and taken off
    /// @param others what they see only some of, which is counted one by one and added
    record Summable(Consumer<CaseConditions> whole, Consumer<CaseConditions> hidden, Optional<Others> others) {}

    /// @param all  restricts to all of it
    /// @param seen restricts to what they see of it
    record Others(Consumer<CaseConditions> all, Consumer<CaseConditions> seen) {}
}
