package org.mingbai.ledger;

import static org.mingbai.ledger.Lifecycle.accept;
import static org.mingbai.ledger.Lifecycle.refuse;

import java.util.Optional;

/// From the claim that it is done, through the checks, to the public notice.
final class Claiming {

    private Claiming() {}

    /// I3: no claim without a plan and proof for each measure of it.
    static Ruling claim(Act.ClaimClosure act, Matter matter, Policy policy, Now now) {
        var round = matter.round();
        if (round.asked() != null) {
            return refuse(new Refusal.ExtensionPending());
        }
        if (round.standing().isEmpty()) {
            return refuse(new Refusal.NoMeasures());
        }
        if (!round.unproven().isEmpty()) {
            return refuse(new Refusal.MeasuresWithoutEvidence(round.unproven().stream().map(Measure::no).toList()));
        }
        var nobodyOutside = policy.verdict() ? Assigning.nobodyOutside(matter, policy, now) : Optional.<Refusal>empty();
        if (nobodyOutside.isPresent()) {
            return refuse(nobodyOutside.get());
        }
        return switch (act.outcome()) {
            case SOLVED, PARTLY_SOLVED, EXPLAINED -> policy.outcomes().contains(act.outcome())
                    ? accept(new Entry.ClosureClaimed(act.outcome(), act.whatWasDone(), Standstill.movedDay(matter, Happening.CLAIMED, now)))
                    : refuse(new Refusal.OutcomeNotInRegister(act.outcome()));
            case PROMISED, DUPLICATE, WITHDRAWN, NOT_OURS, TAKEN_OVER, ANSWERED -> refuse(new Refusal.NotAClaim("outcome", act.outcome()));
        };
    }

    static Ruling pass(Act.PassReview act, Matter matter, Policy policy, Now now) {
        int step = Lifecycle.stepOf(matter);
        if (step + 1 < policy.review().size()) {
            return accept(new Entry.ReviewPassed(step, Onward.NEXT_STEP, null, act.remark()));
        }
        return policy.noticeDays() > 0
                ? accept(new Entry.ReviewPassed(step, Onward.NOTICE, now.today().plusDays(policy.noticeDays()), act.remark()))
                : accept(new Entry.ReviewPassed(step, afterNotice(policy), null, act.remark()));
    }

    /// Back to work, by a checker at his step or by the signer before he signs.
    static Ruling sendBack(Act.SendBack act, Matter matter) {
        return accept(new Entry.SentBack(matter.round().stepsPassed(), act.reasons()));
    }

    static Ruling decideObjection(Act.DecideObjection act, Matter matter) {
        return matter.round().objections() == 0
                ? refuse(new Refusal.NoObjection())
                : accept(new Entry.ObjectionDecided(act.upheld(), act.reason()));
    }

    static Ruling endNotice(Matter matter, Policy policy, Now now) {
        if (matter.round().objections() > 0) {
            return refuse(new Refusal.ObjectionsUndecided(matter.round().objections()));
        }
        return matter.stage() instanceof Stage.OnNotice(var until) && !now.today().isAfter(until)
                ? refuse(new Refusal.NoticeRunsUntil(until))
                : accept(new Entry.NoticeEnded(afterNotice(policy)));
    }

    static Onward afterNotice(Policy policy) {
        return policy.verdict() ? Onward.VERDICT : Onward.CLOSURE;
    }
}
