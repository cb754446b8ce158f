package org.mingbai.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.store.BulkWriter;
import org.mingbai.ledger.store.EntryJson;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes over a whole ledger at once: the same ruling as for one matter, written at the speed of COPY.
@Component
public class TakingOver {

    /// One row of an older ledger.
    public record Row(UUID key, Subject subject, Origin origin, Taken state) {}

    /// What became of a row: a matter, or why not.
    public record Result(Row row, @Nullable MatterId matter, @Nullable Refusal why) {}

    private final Directory directory;
    private final Registers registers;
    private final BulkWriter writer;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    TakingOver(Directory directory, Registers registers, BulkWriter writer, Clock clock, ApplicationEventPublisher events) {
        this.directory = directory;
        this.registers = registers;
        this.writer = writer;
        this.clock = clock;
        this.events = events;
    }

    /// Part of the caller's transaction, so that a ledger is taken over whole or not at all. No key may have been used before.
    /// What is refused is left out and told, in the order of the rows.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Result> all(SignedIn who, String code, List<Row> rows) {
        var register = registers.register(who.tenant(), code).orElse(null);
        if (register == null) {
            return rows.stream().map(row -> new Result(row, null, new Refusal.UnknownRegister(code))).toList();
        }
        var at = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
        var today = LocalDate.ofInstant(at.toInstant(), clock.getZone());
        var now = new Now(at, today, who.person(), who.seats(), directory.treeOf(who.tenant()), register.office(),
                seat -> !directory.holdersOf(who.tenant(), seat, today).isEmpty());
        var numbers = writer.nextNumbers(rows.size()).iterator();
        var births = new ArrayList<BulkWriter.Birth>();
        var results = new ArrayList<Result>();
        for (var row : rows) {
            switch (Lifecycle.takeOver(row.subject(), row.origin(), row.state(), register.policy(), now)) {
                case Ruling.Refused(var why) -> results.add(new Result(row, null, why));
                case Ruling.Accepted(var entry) -> {
                    var id = new MatterId(numbers.next());
                    births.add(birth(who, id, entry, row, register, now));
                    results.add(new Result(row, id, null));
                }
            }
        }
        writer.begin(who.tenant(), births);
        events.publishEvent(new MattersTakenOver(who.tenant(), births.stream().map(BulkWriter.Birth::matter).toList()));
        return results;
    }

    private BulkWriter.Birth birth(SignedIn who, MatterId id, Entry entry, Row row, Register register, Now now) {
        var seat = new Seat(register.office(), Role.COORDINATOR);
        var untold = new Line(1, entry, who.person(), seat, now.at(), now.today(), row.key(), null);
        var turn = Lifecycle.turnIn(Lifecycle.begin(id, untold), register.policy(), now);
        var line = new Line(1, entry, who.person(), seat, now.at(), now.today(), row.key(), turn);
        return new BulkWriter.Birth(Lifecycle.begin(id, line), line, EntryJson.said(who.person(), row));
    }
}
