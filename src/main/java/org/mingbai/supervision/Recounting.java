package org.mingbai.supervision;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingbai.directory.Directory;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Post;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Registers;
import org.mingbai.supervision.calendar.NoticeTable;
import org.mingbai.supervision.clock.ClockTable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Counts anew what runs when a notice of holidays has come. Every end that moves is an entry in its matter's journal, in the name of who
/// took the notice; a process that stops amid it begins again, and what is right already is left alone.
@Component
public class Recounting {

    private static final int BATCH = 200;

    private final NoticeTable notices;
    private final ClockTable clocks;
    private final ClockKeeping keeping;
    private final Calendars calendars;
    private final Ledger ledger;
    private final Registers registers;
    private final Directory directory;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Recounting(NoticeTable notices, ClockTable clocks, ClockKeeping keeping, Calendars calendars, Ledger ledger, Registers registers, Directory directory,
            TransactionTemplate transaction, Clock clock) {
        this.notices = notices;
        this.clocks = clocks;
        this.keeping = keeping;
        this.calendars = calendars;
        this.ledger = ledger;
        this.registers = registers;
        this.directory = directory;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// How many ends moved.
    @Scheduled(scheduler = "queues", fixedDelay = 5000)
    public long recount() {
        return notices.moved().stream().mapToLong(this::recount).sum() + notices.uncounted().stream().mapToLong(this::recount).sum();
    }

    /// All that runs: a region's days may lie anywhere.
    private long recount(NoticeTable.Moved moved) {
        calendars.forget(moved.tenant());
        var papers = moved.region().isEmpty() ? "GB/T 2260" : "GB/T 2260 " + moved.region();
        var cause = new NoticeTable.Uncounted(moved.tenant(), moved.region(), 0, List.of(papers), moved.by(), false, moved.at());
        long ends = each(cause, calendars.of(moved.tenant(), moved.was()), Instant.EPOCH);
        notices.recounted(moved, OffsetDateTime.now(clock));
        return ends;
    }

    /// The ends on or after the first day the notice can speak of; it may list days of the year before.
    private long recount(NoticeTable.Uncounted notice) {
        calendars.forget(notice.tenant());
        var before = calendars.without(notice.tenant(), notice.region(), notice.year());
        var from = LocalDate.of(notice.year(), 1, 1).minusMonths(1).atStartOfDay(clock.getZone()).toInstant();
        long moved = each(notice, before, from);
        notices.recounted(notice, OffsetDateTime.now(clock));
        return moved;
    }

    private long each(NoticeTable.Uncounted notice, WorkingCalendar before, Instant from) {
        long moved = 0;
        long after = 0;
        for (List<MatterId> batch; !(batch = clocks.runningBeyond(notice.tenant(), from, after, BATCH)).isEmpty(); after = batch.getLast().value()) {
            for (var id : batch) {
                moved += recount(notice, before, id);
            }
        }
        return moved;
    }

    /// What an act between the notice and this has written down already is told all the same: it is held against the days before the notice,
    /// and the name of the entry lets it be told once.
    private long recount(NoticeTable.Uncounted notice, WorkingCalendar before, MatterId id) {
        var who = everywhere(notice.tenant(), notice.takenBy());
        var moved = transaction.execute(status -> {
            var matter = ledger.kept(notice.tenant(), id).orElseThrow();
            var was = notice.replacing() ? clocks.of(notice.tenant(), id) : keeping.rows(notice.tenant(), matter, before);
            long entries = keeping.rows(notice.tenant(), matter).stream().filter(row -> row.endedAt() == null && row.rule() != null)
                    .filter(row -> was.stream().anyMatch(old -> old.place().equals(row.place()) && !old.lateFrom().equals(row.lateFrom())
                            && tell(who, notice, matter, row, old))).count();
            keeping.mend(notice.tenant(), ledger.kept(notice.tenant(), id).orElseThrow());
            return entries;
        });
        return moved == null ? 0 : moved;
    }

    private boolean tell(SignedIn who, NoticeTable.Uncounted notice, Matter matter, ClockRow row, ClockRow old) {
        var papers = notice.papers().isEmpty() ? notice.region() + " " + notice.year() : String.join(" ", notice.papers());
        var entry = new Entry.ClockRecounted(row.step().name(), lastDay(old.lateFrom()), lastDay(row.lateFrom()), papers);
        var key = UUID.nameUUIDFromBytes((notice.tenant().value() + "/" + notice.region() + "/" + notice.year() + "/" + notice.takenAt().toInstant() + "/"
                + matter.id().value() + "/" + row.place()).getBytes(StandardCharsets.UTF_8));
        if (ledger.wrote(who, key)) {
            return false;
        }
        var answer = ledger.record(who, seat(who), matter.id(), entry, key);
        if (answer instanceof Answer.Refused(var why, _)) {
            throw new IllegalStateException("Matter " + matter.id().value() + " is not counted anew: " + why);
        }
        return true;
    }

    private LocalDate lastDay(Instant lateFrom) {
        return lateFrom.minusNanos(1).atZone(clock.getZone()).toLocalDate();
    }

    /// The one who took the notice, as the office of every register: a day is moved for all of them.
    private SignedIn everywhere(TenantId tenant, PersonId person) {
        var offices = registers.of(tenant).stream().map(register -> new Seat(register.office(), Role.COORDINATOR));
        var own = directory.postsOf(tenant, person).stream().map(Post::seat).filter(seat -> seat.role() == Role.COORDINATOR);
        var seats = Stream.concat(own, offices).collect(Collectors.toCollection(LinkedHashSet::new));
        return new SignedIn(tenant, person, directory.personName(tenant, person), Collections.unmodifiableSequencedSet(seats));
    }

    private static Seat seat(SignedIn who) {
        return who.seats().iterator().next();
    }
}
