package org.mingbai.ledger;

import org.mingbai.shell.Visible;

import static org.mingbai.ledger.Lifecycle.accept;
import static org.mingbai.ledger.Lifecycle.refuse;

/// What those who raised it say, the signature, the look back, and beginning again.
final class Closing {

    private Closing() {}

    static Ruling recordVerdict(Act.RecordVerdict act, Matter matter, Policy policy) {
        var said = act.verdict();
        if (said.contacted() && said.solved() == null) {
            return refuse(new Refusal.VerdictIncomplete("solved"));
        }
        if (said.contacted() && said.satisfied() == null) {
            return refuse(new Refusal.VerdictIncomplete("satisfied"));
        }
        if (!said.contacted() && (said.solved() != null || said.satisfied() != null || said.heardFrom() != null)) {
            return refuse(new Refusal.VerdictWithoutContact("contacted"));
        }
        if (!said.contacted() && (said.words() == null || !Visible.says(said.words()))) {
            return refuse(new Refusal.Missing("words"));
        }
        return accept(new Entry.VerdictRecorded(said, refutes(said, matter, policy)));
    }

    /// Those whom nobody reached can still be asked until it is signed.
    static boolean verdictOpen(Matter matter) {
        var said = matter.round().verdict();
        return !(matter.stage() instanceof Stage.AwaitingClosure) || said != null && !said.contacted();
    }

    /// Explained is not solved, and nobody claims it is: such a round can end although the answer is "not".
    /// Discontent with an explanation has it handled again once, not for ever (济南市12345市民服务热线条例 Art. 25 and 27).
    static boolean refutes(Verdict said, Matter matter, Policy policy) {
        if (matter.round().claimed() != Outcome.EXPLAINED) {
            return said.solved() == Verdict.Solved.NOT || policy.dissatisfactionReopens() && said.dissatisfied();
        }
        boolean explainedBefore = matter.past().stream().anyMatch(round -> round.claimed() == Outcome.EXPLAINED);
        return policy.dissatisfactionReopens() && said.dissatisfied() && !explainedBefore;
    }

    static Ruling close(Act.Close act, Matter matter, Policy policy, Now now) {
        var outcome = act.outcome();
        if (outcome == Outcome.PROMISED || outcome == Outcome.TAKEN_OVER || outcome == Outcome.ANSWERED) {
            return refuse(new Refusal.NotAnEnding("outcome", outcome));
        }
        if (!policy.outcomes().contains(outcome)) {
            return refuse(new Refusal.OutcomeNotInRegister(outcome));
        }
        var claimed = matter.round().claimed();
        if (claimed != null && outcome.ordinal() < claimed.ordinal()) {
            return refuse(new Refusal.OutcomeAboveClaim(outcome, claimed));
        }
        var verdict = matter.round().verdict();
        if (outcome == Outcome.SOLVED && verdict != null && !verdict.contacted() && !policy.unreachedMaySolve()) {
            return refuse(new Refusal.NobodyConfirmed(outcome));
        }
        boolean above = verdict != null && verdict.solved() != null
                && switch (verdict.solved()) {
                    case FULLY -> false;
                    case PARTLY -> outcome == Outcome.SOLVED;
                    case NOT -> outcome == Outcome.SOLVED || outcome == Outcome.PARTLY_SOLVED;
                };
        if (above) {
            return refuse(new Refusal.OutcomeAgainstVerdict(outcome));
        }
        if (outcome == Outcome.EXPLAINED && (act.told() == null || !Visible.says(act.told()))) {
            return refuse(new Refusal.Missing("told"));
        }
        boolean solved = outcome == Outcome.SOLVED || outcome == Outcome.PARTLY_SOLVED;
        var lookBackOn = solved && policy.lookBackDays() > 0 ? now.today().plusDays(policy.lookBackDays()) : null;
        return accept(new Entry.Closed(outcome, act.words(), act.told(), lookBackOn));
    }

    /// What complains of somebody is looked into, however good the answer.
    static Ruling answerAtOnce(Act.AnswerAtOnce act, Matter matter) {
        return matter.concern().keptFrom().isEmpty()
                ? accept(new Entry.AnsweredAtOnce(act.answer(), act.restsOn()))
                : refuse(new Refusal.ComplainsOfSomebody());
    }

    static Ruling scheduleLookBack(Act.ScheduleLookBack act, Matter matter, Policy policy, Now now) {
        var nobodyOutside = Assigning.nobodyOutside(matter, policy, now);
        if (nobodyOutside.isPresent()) {
            return refuse(nobodyOutside.get());
        }
        return Working.inFuture("on", act.on(), now, new Entry.LookBackScheduled(act.on()));
    }

    static Ruling lookBack(Act.LookBack act, Matter matter, Now now) {
        return matter.stage() instanceof Stage.LookBackDue(_, _, var due) && now.today().isBefore(due)
                ? refuse(new Refusal.LookBackTooEarly(due))
                : accept(new Entry.LookedBack(act.held(), act.method(), act.findings()));
    }

    /// I5: the earlier entry stays; a closed round is not touched by it.
    static Ruling correct(Act.Correct act, Matter matter) {
        if (act.of() < 1 || act.of() > matter.seq()) {
            return refuse(new Refusal.NoSuchEntry("of", act.of()));
        }
        return accept(new Entry.Corrected(act.of(), act.item(), act.says(), act.reason()));
    }
}
