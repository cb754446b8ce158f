package org.mingbai.supervision;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mingbai.ledger.Matter;

/// What a limit would have made of the past, beside what was.
/// @param clocks how many would have run under it
/// @param lateBefore how many clocks of the same step and matters were late under the rules as they are
/// @param lateAfter how many would have been
/// @param differing the first of those that would have stood otherwise, the latest matter first
/// @param differingAll how many there are
/// @param matters how many matters were looked at
/// @param cut whether older ones were left out because there are too many
public record PastTrial(long clocks, long lateBefore, long lateAfter, List<Differing> differing, long differingAll, long matters, boolean cut) {

    /// @param dueBefore the first instant too late as the rules are; empty where no clock ran
    public record Differing(Matter matter, OffsetDateTime startedAt, Optional<OffsetDateTime> dueBefore, Optional<OffsetDateTime> dueAfter,
            boolean lateBefore, boolean lateAfter) {}
}
