package org.mingbai.supervision;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Lifecycle;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Subject;

/// A journal written entry by entry, for what is read from it. Whether each entry could have been accepted is the ledger's business.
final class AMatter {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final OrganisationId OFFICE = new OrganisationId(1);
    static final OrganisationId ROADS = new OrganisationId(2);
    static final OrganisationId WATER = new OrganisationId(3);
    static final PersonId CLERK = new PersonId(11);

    private final List<Line> journal = new ArrayList<>();

    static AMatter raised(String at, Subject subject) {
        return new AMatter().then(at, new Entry.Raised("hotline", 1, subject));
    }

    static AMatter raised(String at) {
        return raised(at, Subject.of("Lamp 14 is dark", "Since Sunday."));
    }

    AMatter then(String at, Entry entry) {
        return then(LocalDateTime.parse(at), entry);
    }

    AMatter then(LocalDateTime at, Entry entry) {
        var moment = at.atZone(ZONE).toOffsetDateTime();
        var lead = journal.isEmpty() || entry instanceof Entry.Raised ? null : matter().lead();
        var turn = switch (entry) {
            case Entry.Assigned e -> new Seat(e.to().lead(), Role.HANDLER);
            case Entry.Reassigned e -> new Seat(e.to().lead(), Role.HANDLER);
            default -> lead == null ? new Seat(OFFICE, Role.COORDINATOR) : new Seat(lead, Role.HANDLER);
        };
        journal.add(new Line(journal.size() + 1, entry, CLERK, new Seat(OFFICE, Role.COORDINATOR), moment, moment.toLocalDate(),
                UUID.randomUUID(), turn));
        return this;
    }

    AMatter assigned(String at, OrganisationId lead, String due) {
        return then(at, new Entry.Assigned(to(lead, due)));
    }

    static Assignment to(OrganisationId lead, String due, OrganisationId... coHandlers) {
        return new Assignment(lead, null, List.of(), List.of(coHandlers), Deadline.by(LocalDate.parse(due)), null);
    }

    List<Line> journal() {
        return List.copyOf(journal);
    }

    Matter matter() {
        return Lifecycle.replay(new MatterId(1), journal);
    }
}
