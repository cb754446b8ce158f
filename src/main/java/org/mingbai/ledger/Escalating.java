package org.mingbai.ledger;

import static org.mingbai.ledger.Lifecycle.accept;
import static org.mingbai.ledger.Lifecycle.refuse;

import java.util.List;
import org.mingbai.directory.OrganisationId;

/// Taking a matter up to the unit above, and what comes back. The time for the handling runs on meanwhile.
final class Escalating {

    private Escalating() {}

    static Ruling escalate(Act.Escalate act, Matter matter, Now now) {
        if (matter.round().asked() != null) {
            return refuse(new Refusal.ExtensionPending());
        }
        if (matter.round().refusedUp().contains(act.ground())) {
            return refuse(new Refusal.EscalationRefused(act.ground()));
        }
        return switch (Ladder.next(matter, now.tree(), matter.keeper(now.tree(), now.office()), now.filled())) {
            case Ladder.Rung(var seat) -> accept(new Entry.Escalated(act.ground(), act.reason(), act.asked(), seat, null));
            case Ladder.OrphanList(var why) -> accept(new Entry.Escalated(act.ground(), act.reason(), act.asked(), null, why));
        };
    }

    static Ruling answer(Act.AnswerEscalation act, Matter matter, Policy policy, Now now) {
        var ground = ((Stage.Escalated) matter.stage()).ground();
        return switch (act.answer()) {
            case COORDINATES, REFUSES -> accept(new Entry.EscalationAnswered(ground, act.answer(), act.words(), null));
            case TAKES_OVER -> takesOver(act, ground, matter, policy, now);
        };
    }

    /// I6: the unit that takes it over takes it with the date it has.
    private static Ruling takesOver(Act.AnswerEscalation act, EscalationGround ground, Matter matter, Policy policy, Now now) {
        var by = Lifecycle.seatFor(ActKind.ANSWER_ESCALATION, matter, policy, now).orElseThrow().unit();
        var was = matter.assignment();
        var to = new Assignment(by, null, List.of(), without(was.coHandlers(), by), was.due(), was.requirement());
        if (by.equals(was.lead())) {
            return refuse(new Refusal.NothingChanges("answer"));
        }
        return Assigning.unfit(to, matter, policy, now)
                .map(Lifecycle::refuse)
                .orElseGet(() -> accept(new Entry.EscalationAnswered(ground, act.answer(), act.words(), to)));
    }

    private static List<OrganisationId> without(List<OrganisationId> units, OrganisationId one) {
        return units.stream().filter(unit -> !unit.equals(one)).toList();
    }
}
