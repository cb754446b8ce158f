package org.mingbai.supervision.slip;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Holder;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.telling.Telling;
import org.mingbai.directory.telling.Tellings;
import org.springframework.stereotype.Component;

/// Who is told what happened to a slip.
@Component
class SlipTold {

    private final Directory directory;
    private final Tellings tellings;

    SlipTold(Directory directory, Tellings tellings) {
        this.directory = directory;
        this.tellings = tellings;
    }

    /// @param kept whether what it is about is kept from somebody: who reads along in a group chat is not known, so it is not told there
    void sent(TenantId tenant, Slip slip, LocalDate today, boolean kept) {
        var telling = asked(slip, "sent");
        tellings.tell(tenant, holders(tenant, slip.to(), Role.HANDLER, today), telling);
        if (!kept) {
            tellings.tellUnit(tenant, slip.to(), telling);
        }
    }

    void returned(TenantId tenant, Slip slip, LocalDate today) {
        tellings.tell(tenant, holders(tenant, slip.to(), Role.HANDLER, today), asked(slip, "returned"));
    }

    void answered(TenantId tenant, Slip slip, LocalDate today) {
        settled(tenant, slip);
        tellings.tell(tenant, holders(tenant, slip.from(), Role.COORDINATOR, today), telling(slip, "answered"));
    }

    /// Its day has passed: both sides are told, once. That is found at midnight, when nobody can do anything about it: the letter of the morning
    /// is soon enough.
    void overdue(TenantId tenant, Slip slip, LocalDate today) {
        var telling = telling(slip, "overdue", slip.answerBy());
        tellings.tell(tenant, holders(tenant, slip.from(), Role.COORDINATOR, today), telling);
        tellings.tell(tenant, holders(tenant, slip.to(), Role.HANDLER, today), telling);
    }

    /// What it is about has been kept from its unit: whoever sent it has to take it back, and the unit hears of it no more.
    /// @param sees who may still know of the matter
    void waitsForNobody(TenantId tenant, Slip slip, LocalDate today, Predicate<PersonId> sees) {
        settled(tenant, slip);
        tellings.tell(tenant, holders(tenant, slip.from(), Role.COORDINATOR, today).stream().filter(sees).toList(), telling(slip, "nobody"));
    }

    /// Nothing is asked of anybody any more.
    void settled(TenantId tenant, Slip slip) {
        tellings.settle(tenant, topic(slip));
    }

    private List<PersonId> holders(TenantId tenant, OrganisationId unit, Role role, LocalDate today) {
        return directory.holdersOf(tenant, new Seat(unit, role), today).stream().map(Holder::person).toList();
    }

    /// What the unit has to do by that day.
    private static Telling asked(Slip slip, String what) {
        var telling = telling(slip, what, slip.answerBy());
        return slip.kind().toldAtOnce() ? telling.asUrgent() : telling;
    }

    private static Telling telling(Slip slip, String what, Object... more) {
        var args = new java.util.ArrayList<>(List.<Object>of(new Telling.Phrase("ledger.slip." + slip.kind()), slip.name(),
                Telling.cut(slip.content().title())));
        args.addAll(List.of(more));
        var cause = topic(slip) + "/" + what + "/" + (what.equals("overdue") ? slip.answerBy() : String.valueOf(slip.seq()));
        return Telling.of(topic(slip), cause, "/slips/" + slip.id(), "supervision.slip.tell." + what, args.toArray());
    }

    private static String topic(Slip slip) {
        return "slip/" + slip.id();
    }
}
