package org.mingbai.supervision.callout;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.MatterId;

/// One call: who called whom, why, by when they had to be there, and what came of it. How it stands is derived, never stored.
/// @param office the one that coordinates the matter's register
/// @param calledSeq the entry of the journal that made the call; nothing where calls were not told apart yet
/// @param kind one of the house's kinds of call
/// @param result what they did together; nothing until it is ended
public record CallOut(long id, MatterId matter, OrganisationId caller, OrganisationId office, String kind, String reason, OffsetDateTime calledAt,
        @Nullable Integer calledSeq, OffsetDateTime arriveBy, @Nullable OffsetDateTime endedAt, @Nullable String result, List<Called> called) {

    /// How a called unit stands: still on its way, there in time, there late, not there although the time was over, or no longer needed because
    /// the caller ended the call before it was.
    public enum Standing { CALLED, IN_TIME, LATE, NOT, RELEASED }

    /// @param arrivedAt nothing until it is there
    /// @param byCaller whether it was the caller who noted the arrival
    /// @param ofCalled what the caller says of it
    /// @param ofCaller what it says of the caller
    public record Called(OrganisationId unit, @Nullable OffsetDateTime arrivedAt, @Nullable String words, boolean byCaller, @Nullable Rating ofCalled,
            @Nullable Rating ofCaller) {}

    /// Of a unit, never of a person.
    /// @param grade 1 to 5, the best
    public record Rating(int grade, @Nullable String words) {

        public static final int BEST = 5;
    }

    public boolean ended() {
        return endedAt != null;
    }

    public Standing standing(Called one, OffsetDateTime now) {
        if (one.arrivedAt != null) {
            return one.arrivedAt.isAfter(arriveBy) ? Standing.LATE : Standing.IN_TIME;
        }
        if (endedAt != null) {
            return endedAt.isAfter(arriveBy) ? Standing.NOT : Standing.RELEASED;
        }
        return now.isAfter(arriveBy) ? Standing.NOT : Standing.CALLED;
    }

    public Optional<Called> of(OrganisationId unit) {
        return called.stream().filter(one -> one.unit.equals(unit)).findFirst();
    }
}
