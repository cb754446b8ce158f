package org.mingbai.reporting.sign;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.MatterId;
import org.mingbai.pattern.Sketch;

/// What a round that was claimed done left in its journal. Days, numbers and digests: no words.
/// @param unit the lead
/// @param assignedOn and
/// @param due as they stood at its first claim
/// @param claimedOn the day of its first claim
/// @param before how far its measures were on average at the end of the day before, 0 to 100; nothing where there were none
/// @param done what was done, as last claimed
/// @param measures a number for the words of each
/// @param pictures digests of those that were laid before the checkers
/// @param shares the matters that one of its measures is a piece of, itself among them: two with one in common do the same work
record Trace(MatterId matter, int round, String register, @Nullable String category, long unit, LocalDate raisedOn, @Nullable LocalDate assignedOn,
        @Nullable LocalDate due, LocalDate claimedOn, @Nullable Integer before, Sketch done, Set<Long> measures, List<String> pictures, Set<Long> shares) {

    /// More time asked for.
    /// @param no the entry
    record MoreTime(MatterId matter, int no, String register, long unit, @Nullable LocalDate assignedOn, LocalDate due, LocalDate askedOn) {

        Optional<Long> span() {
            return days(assignedOn, due);
        }
    }

    /// All of one journal.
    record Left(List<Trace> claims, List<MoreTime> moreTime) {}

    /// From how many days, the first and the last with it, chance could pick.
    Optional<Long> span() {
        return days(assignedOn, due);
    }

    private static Optional<Long> days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null || to.isBefore(from) ? Optional.empty() : Optional.of(ChronoUnit.DAYS.between(from, to) + 1);
    }
}
