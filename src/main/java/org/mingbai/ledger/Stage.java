package org.mingbai.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Seat;

/// Where a matter stands: read from its journal, never set.
public sealed interface Stage {

    /// Brought in; so many layers of verification have passed it.
    record Raised(int layersPassed) implements Stage {}

    /// Found to be true and ours: on the ledger, without an owner yet.
    record Listed() implements Stage {}

    record Assigned() implements Stage {}

    /// The unit says it is not its business. The clock runs on until somebody else agrees.
    record ReturnRequested(boolean signed) implements Stage {}

    record Signed() implements Stage {}

    record InProgress() implements Stage {}

    /// Taken up to the unit above (提级).
    /// @param before where the work stood; it goes on there
    /// @param to the post asked; nothing where none was to be found, so that the office has to see to it
    /// @param gap why none was
    record Escalated(Stage before, EscalationGround ground, @Nullable Seat to, Ladder.@Nullable Gap gap) implements Stage {}

    /// Cannot be solved now (挂账): never counted as solved, looked at again on the review date.
    record Parked(String plan, String owner, LocalDate reviewOn) implements Stage {}

    /// The handler says it is done; the first check has not passed it yet.
    record Claimed() implements Stage {}

    /// At least one check has passed it.
    /// @param step the check that is awaited, counted from 0
    record InReview(int step) implements Stage {}

    /// Shown publicly until that day, open to objection.
    record OnNotice(LocalDate until) implements Stage {}

    record AwaitingVerdict() implements Stage {}

    /// Every step the policy asks for is done but the signature.
    record AwaitingClosure() implements Stage {}

    /// Those who raised it say it is not solved: a new round has to be opened.
    record Refuted() implements Stage {}

    record Closed(Outcome outcome, LocalDate on) implements Stage {}

    record LookBackDue(Outcome outcome, LocalDate closedOn, LocalDate due) implements Stage {}

    /// Looked at again, months later, and still solved.
    record Held(Outcome outcome, LocalDate closedOn) implements Stage {}

    /// Looked at again and back: a new round has to be opened.
    /// @param on the day it was found: the next round is owed from then, and no rule grants it time
    record Relapsed(LocalDate on) implements Stage {}

    /// Closed, and a higher body is asked whether rightly so (复查、复核). The round stays as it ended.
    /// @param before the closed stage it goes back to where the opinion upholds the ending
    record UnderReview(Appeal.Level level, LocalDate askedOn, Stage before) implements Stage {}

    /// The higher body found for those who asked: a new round has to be opened.
    /// @param on the day of the opinion: the next round is owed from then
    record ReviewUpheld(LocalDate on) implements Stage {}

    record Declined() implements Stage {}

    record Redirected() implements Stage {}

    /// The same as another matter. What it was before is kept, so that the joining can be undone.
    record Merged(MatterId into, Stage before, @Nullable Seat turnBefore) implements Stage {}

    record Withdrawn() implements Stage {}

    default StageName named() {
        return switch (this) {
            case Raised _ -> StageName.RAISED;
            case Listed _ -> StageName.LISTED;
            case Assigned _ -> StageName.ASSIGNED;
            case ReturnRequested _ -> StageName.RETURN_REQUESTED;
            case Signed _ -> StageName.SIGNED;
            case InProgress _ -> StageName.IN_PROGRESS;
            case Escalated _ -> StageName.ESCALATED;
            case Parked _ -> StageName.PARKED;
            case Claimed _ -> StageName.CLAIMED;
            case InReview _ -> StageName.IN_REVIEW;
            case OnNotice _ -> StageName.ON_NOTICE;
            case AwaitingVerdict _ -> StageName.AWAITING_VERDICT;
            case AwaitingClosure _ -> StageName.AWAITING_CLOSURE;
            case Refuted _ -> StageName.REFUTED;
            case Closed _ -> StageName.CLOSED;
            case LookBackDue _ -> StageName.LOOK_BACK_DUE;
            case Held _ -> StageName.HELD;
            case Relapsed _ -> StageName.RELAPSED;
            case UnderReview _ -> StageName.UNDER_REVIEW;
            case ReviewUpheld _ -> StageName.REVIEW_UPHELD;
            case Declined _ -> StageName.DECLINED;
            case Redirected _ -> StageName.REDIRECTED;
            case Merged _ -> StageName.MERGED;
            case Withdrawn _ -> StageName.WITHDRAWN;
        };
    }
}
