package org.mingbai.ledger;

import static org.mingbai.ledger.Lifecycle.accept;
import static org.mingbai.ledger.Lifecycle.refuse;

import java.util.Optional;
import org.mingbai.directory.PersonId;
import org.mingbai.shell.Visible;

/// Review and re-examination of how a round ended, and when it is enough.
final class Appealing {

    private Appealing() {}

    static Ruling ask(Act.AskReview act, Matter matter, Policy policy) {
        if (!policy.reviewable()) {
            return refuse(new Refusal.NoReviewHere());
        }
        return Appeal.next(matter.appeals(), matter.round().number())
                .map(level -> accept(new Entry.ReviewAsked(level, act.reasons())))
                .orElseGet(() -> refuse(new Refusal.ReexaminedAlready()));
    }

    static Ruling answer(Act.AnswerReview act, Matter matter) {
        return accept(new Entry.ReviewAnswered(matter.appeals().getLast().level(), act.upheld(), act.body(), act.opinion()));
    }

    /// I2: whoever had a hand in the ending, or gave the opinion below, does not give this one.
    static Optional<Refusal> partial(Matter matter, PersonId person) {
        boolean gaveOne = matter.appeals().stream().anyMatch(one -> one.round() == matter.round().number()
                && one.opinion() != null && one.opinion().by().equals(person));
        return gaveOne || matter.round().handOf(person) != null ? Optional.of(new Refusal.GaveFirstOpinion()) : Optional.empty();
    }

    /// The same facts and reasons are not taken up again after a re-examination; a relapse or new facts are.
    static Ruling reopen(Act.Reopen act, Matter matter) {
        boolean again = Appeal.settled(matter.appeals(), matter.round().number()) && !(matter.stage() instanceof Stage.Relapsed);
        return again && (act.newFacts() == null || !Visible.says(act.newFacts()))
                ? refuse(new Refusal.ReexaminedAlready())
                : accept(new Entry.Reopened(act.reason(), act.newFacts()));
    }
}
