package org.mingbai.ledger.web;

import java.util.Optional;
import java.util.Set;
import org.mingbai.ledger.ActKind;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.Policy;
import org.mingbai.ledger.Stage;

/// The act that would bring a matter on from where it stands; nothing when it is over.
final class Expected {

    /// What a handler does again and again while a matter is in hand.
    static final Set<ActKind> DAILY = Set.of(ActKind.REPORT_PROGRESS, ActKind.ATTACH_EVIDENCE, ActKind.PLAN, ActKind.CLAIM_CLOSURE);

    private Expected() {}

    static Optional<ActKind> of(Matter matter, Policy policy) {
        return Optional.ofNullable(switch (matter.stage()) {
            case Stage.Raised(int passed) -> passed < policy.verification().size() ? ActKind.VERIFY : ActKind.PUT_ON_LIST;
            case Stage.Listed _ -> ActKind.ASSIGN;
            case Stage.Assigned _ -> ActKind.SIGN;
            case Stage.ReturnRequested _ -> ActKind.DECIDE_RETURN;
            case Stage.Signed _, Stage.InProgress _ -> working(matter);
            case Stage.Escalated _ -> ActKind.ANSWER_ESCALATION;
            case Stage.Parked _ -> ActKind.RESUME;
            case Stage.Claimed _, Stage.InReview _ -> ActKind.PASS_REVIEW;
            case Stage.OnNotice _ -> matter.round().objections() > 0 ? ActKind.DECIDE_OBJECTION : ActKind.END_NOTICE;
            case Stage.AwaitingVerdict _ -> ActKind.RECORD_VERDICT;
            case Stage.AwaitingClosure _ -> ActKind.CLOSE;
            case Stage.Refuted _, Stage.Relapsed _, Stage.ReviewUpheld _ -> ActKind.REOPEN;
            case Stage.UnderReview _ -> ActKind.ANSWER_REVIEW;
            case Stage.LookBackDue _ -> ActKind.LOOK_BACK;
            case Stage.Closed _, Stage.Held _, Stage.Declined _, Stage.Redirected _, Stage.Merged _, Stage.Withdrawn _ -> null;
        });
    }

    private static ActKind working(Matter matter) {
        if (matter.round().asked() != null) {
            return ActKind.DECIDE_EXTENSION;
        }
        if (matter.round().standing().isEmpty()) {
            return ActKind.PLAN;
        }
        return matter.round().unproven().isEmpty() ? ActKind.CLAIM_CLOSURE : ActKind.ATTACH_EVIDENCE;
    }
}
