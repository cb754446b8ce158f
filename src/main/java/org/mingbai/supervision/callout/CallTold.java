package org.mingbai.supervision.callout;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Holder;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.telling.Telling;
import org.mingbai.directory.telling.Tellings;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterNumber;
import org.springframework.stereotype.Component;

/// Who is told of a call-out. Minutes count, so the called are told at once, in quiet hours too.
@Component
class CallTold {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final Directory directory;
    private final Tellings tellings;
    private final Clock clock;

    CallTold(Directory directory, Tellings tellings, Clock clock) {
        this.directory = directory;
        this.tellings = tellings;
        this.clock = clock;
    }

    /// Each called unit: by whom it is called, to what, and until when it has to be there.
    void called(TenantId tenant, CallOut call, Matter matter) {
        for (var one : call.called()) {
            tellings.tell(tenant, handlers(tenant, one.unit()), telling(call, one.unit(), "called", name(tenant, call.caller()),
                    MatterNumber.of(matter).printed(), Telling.cut(matter.subject().heading())).asUrgent());
            // Who reads along in a group chat is not known, so what is kept from some is not told there.
            if (matter.concern().keptFrom().isEmpty()) {
                tellings.tellUnit(tenant, one.unit(), telling(call, one.unit(), "called.unit", name(tenant, one.unit()), name(tenant, call.caller()),
                        MatterNumber.of(matter).printed()).asUrgent());
            }
        }
    }

    /// A unit is not there although its time is over: the unit itself, and those who called.
    void late(TenantId tenant, CallOut call, OrganisationId unit) {
        var people = new ArrayList<>(handlers(tenant, unit));
        people.addAll(handlers(tenant, call.caller()));
        people.addAll(holders(tenant, new Seat(call.office(), Role.COORDINATOR)));
        tellings.tell(tenant, people, telling(call, unit, "late", name(tenant, unit)).asUrgent());
    }

    /// It is there, or nobody waits for it any more.
    void settled(TenantId tenant, CallOut call, OrganisationId unit) {
        tellings.settle(tenant, topic(call, unit));
    }

    private List<PersonId> handlers(TenantId tenant, OrganisationId unit) {
        return holders(tenant, new Seat(unit, Role.HANDLER));
    }

    private List<PersonId> holders(TenantId tenant, Seat seat) {
        return directory.holdersOf(tenant, seat, LocalDate.now(clock)).stream().map(Holder::person).toList();
    }

    private String name(TenantId tenant, OrganisationId unit) {
        return directory.treeOf(tenant).unit(unit).map(OrganisationTree.Unit::name).orElse("");
    }

    private Telling telling(CallOut call, OrganisationId unit, String what, Object... args) {
        var all = new ArrayList<Object>(List.of(args));
        all.add(MINUTE.format(call.arriveBy().atZoneSameInstant(clock.getZone())));
        return Telling.of(topic(call, unit), topic(call, unit) + "/" + what, "/callouts/" + call.id(), "supervision.callout.tell." + what, all.toArray());
    }

    private static String topic(CallOut call, OrganisationId unit) {
        return "callout/" + call.id() + "/" + unit.value();
    }
}
