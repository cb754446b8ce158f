package org.mingbai.supervision.telling;

import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SessionsEnded;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.telling.LinkSecret;
import org.mingbai.directory.telling.Reaches;
import org.mingbai.directory.telling.Telling;
import org.mingbai.directory.telling.TellingSettings;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Matters;
import org.mingbai.shell.Words;
import org.mingbai.supervision.ClockRow;
import org.mingbai.supervision.Step;
import org.mingbai.supervision.clock.ClockTable;
import org.mingbai.supervision.slip.Slips;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// A person's deadlines for the calendar on their phone: under an address that only they know, which they can change and take back.
@Component
public class Feeds {

    private static final int MATTERS_MAX = 500;
    /// The longest due first: what a telephone takes in without trouble.
    private static final int EVENTS_MAX = 500;

    private final FeedTable table;
    private final Directory directory;
    private final Accounts accounts;
    private final Matters matters;
    private final ClockTable clocks;
    private final Slips slips;
    private final Reaches reaches;
    private final TellingSettings settings;
    private final Clock clock;

    Feeds(FeedTable table, Directory directory, Accounts accounts, Matters matters, ClockTable clocks, Slips slips, Reaches reaches,
            TellingSettings settings, Clock clock) {
        this.table = table;
        this.directory = directory;
        this.accounts = accounts;
        this.matters = matters;
        this.clocks = clocks;
        this.slips = slips;
        this.reaches = reaches;
        this.settings = settings;
        this.clock = clock;
    }

    /// Makes an address, in the place of an earlier one, and answers its last part. It is told this once.
    public String renew(SignedIn who) {
        var secret = LinkSecret.fresh(who.tenant());
        table.put(who.tenant(), who.person(), secret.hash(), OffsetDateTime.now(clock));
        return secret.text();
    }

    /// Nobody reads it any more. False when there was none.
    public boolean end(SignedIn who) {
        return table.remove(who.tenant(), who.person());
    }

    /// It is a key that lies in somebody's telephone: it ends with the sessions.
    @EventListener
    void end(SessionsEnded ended) {
        table.remove(ended.tenant(), ended.person());
    }

    /// Since when there has been an address.
    public Optional<OffsetDateTime> madeAt(SignedIn who) {
        return table.madeAt(who.tenant(), who.person());
    }

    /// The calendar under that address: the days and the running clocks of what waits for the posts its owner fills today, and the slips
    /// their units have to answer. Empty when there is none such, or when its owner may not sign in any more.
    public Optional<String> read(String token) {
        return LinkSecret.read(token).flatMap(secret -> table.whose(secret.tenant(), secret.hash())
                .filter(person -> accounts.of(secret.tenant(), person).filter(account -> !account.closed()).isPresent())
                .flatMap(person -> directory.actingAs(secret.tenant(), person)).map(this::calendarOf));
    }

    private String calendarOf(SignedIn who) {
        var words = Words.in(Locale.of(reaches.of(who.tenant(), who.person()).language()));
        var tray = matters.tray(who, MATTERS_MAX);
        var due = tray.stream().filter(matter -> matter.dueNow() != null).map(matter -> due(who, matter, words));
        var events = Stream.of(due, clocksOf(who, tray, words), slipsOf(who, words)).flatMap(it -> it)
                .sorted(Comparator.comparing((ICalendar.Event event) -> event.when().lateFrom(clock.getZone())).thenComparing(ICalendar.Event::uid))
                .limit(EVENTS_MAX).toList();
        return ICalendar.of(words.of("supervision.tell.feed.name"), clock.getZone(), clock.instant(), events);
    }

    private ICalendar.Event due(SignedIn who, Matter matter, Words words) {
        return event(who, matter, "matter-" + who.tenant().value() + "-" + matter.id().value(),
                new ICalendar.When.Day(Objects.requireNonNull(matter.dueNow())),
                words.of("supervision.tell.feed.due", Telling.cut(matter.subject().heading())));
    }

    /// What this person's units owe of what waits for the person, and as co-handlers of what waits for others. The day given is the matter's own.
    private Stream<ICalendar.Event> clocksOf(SignedIn who, List<Matter> tray, Words words) {
        var units = who.seats().stream().map(Seat::unit).collect(Collectors.toSet());
        var own = clocks.of(who.tenant(), tray.stream().map(Matter::id).toList()).stream()
                .filter(row -> row.endedAt() == null && !row.paused() && row.step().ruled() && !row.step().window() && units.contains(row.unit())
                        && row.step().whose() != Step.Whose.CO_HANDLER);
        var called = who.seats().stream().filter(seat -> seat.role() == Role.HANDLER).map(Seat::unit).collect(Collectors.toSet());
        var others = clocks.ofCoHandlers(who.tenant(), called, EVENTS_MAX);
        var byId = Stream.concat(tray.stream(), matters.these(who, others.stream().map(ClockRow::matter).toList()).stream())
                .collect(Collectors.toMap(Matter::id, Function.identity(), (one, _) -> one));
        return Stream.concat(own, others.stream()).filter(row -> byId.containsKey(row.matter()))
                .map(row -> running(who, Objects.requireNonNull(byId.get(row.matter())), row, words));
    }

    private ICalendar.Event running(SignedIn who, Matter matter, ClockRow row, Words words) {
        var key = row.provisional() ? "supervision.tell.feed.clock.provisional" : "supervision.tell.feed.clock";
        return event(who, matter, "clock-" + who.tenant().value() + "-" + row.matter().value() + "-" + row.step() + "-" + row.startedSeq() + "-"
                + row.unit().value(), when(row), words.of(key, words.of("ledger.step." + row.step()), Telling.cut(matter.subject().heading())));
    }

    /// What ends with a day is that day's; what ends within one ends at its moment.
    private ICalendar.When when(ClockRow row) {
        var late = row.lateFrom().atZone(clock.getZone());
        return late.toLocalTime().equals(LocalTime.MIDNIGHT) ? new ICalendar.When.Day(late.toLocalDate().minusDays(1))
                : new ICalendar.When.Moment(row.lateFrom());
    }

    private ICalendar.Event event(SignedIn who, Matter matter, String uid, ICalendar.When when, String summary) {
        return event(uid, when, matter.seq(), matter.changedAt(), summary, MatterNumber.of(matter).printed(), "/matters/" + matter.id().value());
    }

    private Stream<ICalendar.Event> slipsOf(SignedIn who, Words words) {
        return slips.owed(who, EVENTS_MAX).stream().map(owed -> event("slip-" + who.tenant().value() + "-" + owed.slip().id(),
                new ICalendar.When.Day(owed.slip().answerBy()), owed.slip().seq(), owed.changedAt(),
                words.of("supervision.tell.feed.slip", Telling.cut(owed.slip().content().title())), owed.slip().name(), "/slips/" + owed.slip().id()));
    }

    private ICalendar.Event event(String uid, ICalendar.When when, int version, OffsetDateTime changedAt, String summary, String name, String path) {
        var link = settings.linkTo(path);
        return new ICalendar.Event(uid + "@" + settings.address().getHost(), when, version, changedAt.toInstant(), summary, name + "\n" + link, link);
    }
}
