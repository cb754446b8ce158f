package org.mingbai.supervision.telling;

import java.util.Objects;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Holder;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Seat;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.telling.Telling;
import org.mingbai.directory.telling.Tellings;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterChanged;
import org.mingbai.ledger.MatterNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells those whose turn it has become, in the transaction that made it so, and takes back what was told to those before them.
@Component
class TurnTelling {

    private final Tellings tellings;
    private final Directory directory;

    TurnTelling(Tellings tellings, Directory directory) {
        this.tellings = tellings;
        this.directory = directory;
    }

    @EventListener
    void turnHasChanged(MatterChanged changed) {
        var before = changed.before() == null ? null : changed.before().turn();
        var turn = changed.now().turn();
        if (Objects.equals(before, turn)) {
            return;
        }
        if (before != null) {
            tellings.settle(changed.tenant(), topic(changed.now()));
        }
        if (turn != null && !isFromAnOlderLedger(changed.line().entry())) {
            tell(changed, turn);
        }
    }

    /// A ledger of ten thousand rows that is taken over is no news ten thousand times: the tray shows it.
    private static boolean isFromAnOlderLedger(Entry entry) {
        return entry instanceof Entry.TakenOver || entry instanceof Entry.TakenOverAgain;
    }

    private void tell(MatterChanged changed, Seat turn) {
        var tenant = changed.tenant();
        var line = changed.line();
        var people = directory.holdersOf(tenant, turn, line.day()).stream().map(Holder::person).filter(person -> !isDoer(person, changed)).distinct().toList();
        tellings.tell(tenant, people, toPeople(changed));
        // Who reads along in a group chat is not known, so what is kept from some is not told there.
        if (changed.now().concern().keptFrom().isEmpty()) {
            tellings.tellUnit(tenant, turn.unit(), toUnit(changed, tenant, turn));
        }
    }

    private static boolean isDoer(PersonId person, MatterChanged changed) {
        return person.equals(changed.line().by());
    }

    private static Telling toPeople(MatterChanged changed) {
        var matter = changed.now();
        var title = Telling.cut(matter.subject().heading());
        var number = MatterNumber.of(matter).printed();
        var due = matter.dueNow();
        return due == null
                ? Telling.of(topic(matter), cause(changed), href(matter), "supervision.tell.turn", number, title)
                : Telling.of(topic(matter), cause(changed), href(matter), "supervision.tell.turn.due", number, title, due);
    }

    /// Who reads in a group chat is not known here, so the title stays inside.
    private Telling toUnit(MatterChanged changed, TenantId tenant, Seat turn) {
        var unit = directory.treeOf(tenant).unit(turn.unit()).map(OrganisationTree.Unit::name).orElse("");
        return Telling.of(topic(changed.now()), cause(changed), href(changed.now()), "supervision.tell.turn.unit",
                unit, new Telling.Phrase("directory.role." + turn.role()), MatterNumber.of(changed.now()).printed());
    }

    private static String topic(Matter matter) {
        return "turn/" + matter.id().value();
    }

    private static String cause(MatterChanged changed) {
        return topic(changed.now()) + "/" + changed.line().seq();
    }

    private static String href(Matter matter) {
        return "/matters/" + matter.id().value();
    }
}
