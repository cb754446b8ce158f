package org.mingbai.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Asks before anything is typed whether an act could be taken at all, by ruling on the plainest act of its kind.
/// What depends on the words, files or dates still to come is not judged here.
final class Trial {

    private static final String ANYTHING = "·";
    private static final MatterId NONE = new MatterId(Long.MAX_VALUE);

    private Trial() {}

    static Optional<Refusal> refusal(ActKind kind, Matter matter, Policy policy, Now now) {
        return plainest(kind, matter, policy, now)
                .filter(act -> Lifecycle.decide(matter, act, policy, now) instanceof Ruling.Refused(var why) && !(why instanceof Refusal.AtField))
                .map(act -> ((Ruling.Refused) Lifecycle.decide(matter, act, policy, now)).why());
    }

    private static Optional<Act> plainest(ActKind kind, Matter matter, Policy policy, Now now) {
        return Optional.ofNullable(switch (kind) {
            case VERIFY -> new Act.Verify(null);
            case PUT_ON_LIST -> new Act.PutOnList(null);
            case DECLINE -> new Act.Decline(ANYTHING, ANYTHING);
            case ANSWER_AT_ONCE -> new Act.AnswerAtOnce(ANYTHING, ANYTHING);
            case MERGE -> new Act.Merge(NONE, ANYTHING);
            case ASK_REVIEW -> new Act.AskReview(ANYTHING);
            case REQUEST_RETURN -> new Act.RequestReturn(ANYTHING, ANYTHING);
            case ESCALATE -> new Act.Escalate(open(matter), ANYTHING, ANYTHING);
            case DROP_MEASURE -> matter.round().standing().isEmpty()
                    ? new Act.DropMeasure(1, ANYTHING)
                    : new Act.DropMeasure(matter.round().standing().getFirst().no(), ANYTHING);
            case REQUEST_EXTENSION -> {
                var due = matter.round().due();
                yield new Act.RequestExtension(due == null || due.date() == null ? now.today() : due.date().plusDays(1), ANYTHING);
            }
            case DECIDE_EXTENSION -> new Act.DecideExtension(false, ANYTHING);
            case CLAIM_CLOSURE -> new Act.ClaimClosure(claimable(policy), ANYTHING);
            case DECIDE_OBJECTION -> new Act.DecideObjection(false, ANYTHING);
            case END_NOTICE -> new Act.EndNotice();
            case LOOK_BACK -> new Act.LookBack(true, LookBackMethod.CALL, ANYTHING);
            case SCHEDULE_LOOK_BACK -> new Act.ScheduleLookBack(now.today().plusDays(1));
            case WITHDRAW -> new Act.Withdraw(ANYTHING);
            case DECIDE_DISCLOSURE -> new Act.DecideDisclosure(false, ANYTHING);
            case ASK_DISCLOSURE -> matter.concern().keptFrom().isEmpty() ? new Act.DecideDisclosure(false, ANYTHING)
                    : new Act.AskDisclosure(matter.concern().keptFrom().getFirst(), ANYTHING);
            case REPORT_PROGRESS -> new Act.ReportProgress(ANYTHING, Map.of(), List.of());
            case REDIRECT, UNMERGE, ASSIGN, REASSIGN, CALL_CO_HANDLERS, REPORT_AS_CO_HANDLER, SIGN, CONTACT, TELL, DECIDE_RETURN,
                    ANSWER_ESCALATION, ANSWER_REVIEW, PLAN, ATTACH_EVIDENCE, PARK, RESUME, PROMISE_INTERIM, PASS_REVIEW,
                    SEND_BACK, RAISE_OBJECTION, RECORD_VERDICT, CLOSE, REOPEN, CORRECT, NOTE, NAME_CONCERNED -> null;
        });
    }

    /// A ground that is still open, if there is one.
    private static EscalationGround open(Matter matter) {
        return Stream.of(EscalationGround.values()).filter(ground -> !matter.round().refusedUp().contains(ground)).findFirst()
                .orElse(EscalationGround.BEYOND_POWERS);
    }

    private static Outcome claimable(Policy policy) {
        return List.of(Outcome.SOLVED, Outcome.PARTLY_SOLVED, Outcome.EXPLAINED).stream().filter(policy.outcomes()::contains).findFirst()
                .orElse(Outcome.SOLVED);
    }
}
