package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.panel.MatterPanel;
import org.mingbai.shell.Days;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.ClockStrip;
import org.mingbai.supervision.Calendars;
import org.mingbai.supervision.CountedDay;
import org.mingbai.supervision.CountedDay.Why;
import org.mingbai.supervision.Limit;
import org.mingbai.supervision.RunningClock;
import org.mingbai.supervision.Step;
import org.mingbai.supervision.Supervision;
import org.mingbai.supervision.WorkingCalendar;
import org.springframework.stereotype.Component;

/// The clocks on the matter page: those that run first, the one that ends soonest on top; each can be opened day by day.
@Component
class ClocksPanel implements MatterPanel {

    /// Nobody sees what 4487 hours are.
    private static final long HOURS_READABLE_MAX = 48;

    private final Supervision supervision;
    private final Calendars calendars;
    private final Directory directory;
    private final Clock clock;

    ClocksPanel(Supervision supervision, Calendars calendars, Directory directory, Clock clock) {
        this.supervision = supervision;
        this.calendars = calendars;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "supervision.panel.clocks";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Content> of(SignedIn who, Matter matter) {
        var clocks = withoutDoubles(supervision.clocksOf(who.tenant(), matter));
        if (clocks.isEmpty()) {
            return Optional.empty();
        }
        boolean watches = supervision.watchesOver(who, matter);
        var faces = new Faces(who, matter, watches);
        var running = clocks.stream().filter(one -> one.runs() && !over(one)).sorted(Comparator.comparing(one -> one.lateFrom(clock.getZone())))
                .map(faces::face).toList();
        var ended = clocks.stream().filter(one -> !one.runs() || over(one)).map(faces::face).toList();
        var light = watches && supervision.hasLightToSet(matter) ? Optional.of("/matters/" + matter.id().value() + "/light") : Optional.<String>empty();
        return Optional.of(new Content("supervision/clocks", new ClocksPage(running, ended, light)));
    }

    private boolean over(RunningClock one) {
        return one.overAt(OffsetDateTime.now(clock), clock.getZone());
    }

    /// The day given and the day the rule gives are often the same: then the rule says more.
    private List<RunningClock> withoutDoubles(List<RunningClock> clocks) {
        return clocks.stream().filter(one -> one.step() != Step.DEADLINE || clocks.stream().noneMatch(other -> other.step() == Step.HANDLE
                && other.runs() == one.runs() && other.round() == one.round()
                && other.due().at().toLocalDate().equals(one.due().at().toLocalDate()))).toList();
    }

    private final class Faces {

        private final Matter matter;
        private final boolean watches;
        private final OrganisationTree tree;
        private final WorkingCalendar calendar;
        private final OffsetDateTime now = OffsetDateTime.now(clock);
        private final LocalDate today = LocalDate.now(clock);
        private final SignedIn who;

        private Faces(SignedIn who, Matter matter, boolean watches) {
            this.who = who;
            this.matter = matter;
            this.watches = watches;
            this.tree = directory.treeOf(who.tenant());
            this.calendar = calendars.home(who.tenant());
        }

        private ClocksPage.Face face(RunningClock one) {
            boolean late = one.lateAt(now, clock.getZone());
            var step = t("ledger.step." + one.step());
            var unit = one.step().whose() == Step.Whose.REPORTER ? t("supervision.clock.reporter")
                    : tree.unit(one.unit()).map(OrganisationTree.Unit::name).orElse("");
            boolean moved = !one.first().at().equals(one.due().at());
            return new ClocksPage.Face(step, unit, severalRounds() ? t("supervision.clock.round", one.round()) : "", left(one), late,
                    one.paused(), strip(one), t("supervision.clock.told", step, Days.full(one.startedAt().atZoneSameInstant(clock.getZone()).toLocalDate()),
                            shown(one, one.due().at().toLocalDate(), one.due().at().toLocalTime())),
                    rule(one), day(one.startedAt(), one), shown(one, one.due().at().toLocalDate(), one.due().at().toLocalTime()),
                    one.due().provisional(), moved ? shown(one, one.first().at().toLocalDate(), one.first().at().toLocalTime()) : "",
                    pauses(one), days(one), acts(one));
        }

        private boolean severalRounds() {
            return !matter.past().isEmpty();
        }

        /// How far off the end is, in what the rule counts.
        private String left(RunningClock one) {
            if (one.ended().isPresent()) {
                var end = one.ended().get();
                var on = Days.day(end.at().atZoneSameInstant(clock.getZone()).toLocalDate(), today);
                boolean late = one.lateAt(now, clock.getZone());
                return end.done() ? t(late ? "supervision.clock.ended.late" : "supervision.clock.ended.in-time", on) : t("supervision.clock.ended.no-more", on);
            }
            if (one.paused()) {
                return t("supervision.clock.paused");
            }
            if (one.step().window()) {
                return t(one.overAt(now, clock.getZone()) ? "supervision.clock.window.closed" : "supervision.clock.window.open",
                        shown(one, one.due().at().toLocalDate(), one.due().at().toLocalTime()));
            }
            if (byTheClock(one)) {
                long minutes = ChronoUnit.MINUTES.between(now, one.lateFrom(clock.getZone()));
                return t(minutes < 0 ? "supervision.clock.over" : "supervision.clock.left", span(Math.abs(minutes)));
            }
            var due = one.due().at().toLocalDate();
            if (one.rule() != null && one.rule().limit().unit() == org.mingbai.supervision.LimitUnit.WORKING_DAYS && !due.isEqual(today)) {
                boolean over = due.isBefore(today);
                long worked = (over ? due : today).plusDays(1).datesUntil((over ? today : due).plusDays(1)).filter(on -> calendar.day(on).worked()).count();
                return t((over ? "supervision.clock.over.working" : "supervision.clock.left.working") + (worked == 1 ? ".one" : ".many"), Words.number(worked));
            }
            return Days.left(due, today);
        }

        private String span(long minutes) {
            if (minutes >= HOURS_READABLE_MAX * 60) {
                return t("supervision.clock.days", minutes / (24 * 60));
            }
            return minutes < 60 ? t("supervision.clock.minutes", minutes) : t("supervision.clock.hours", minutes / 60, minutes % 60);
        }

        private boolean byTheClock(RunningClock one) {
            return one.rule() != null && one.rule().limit().unit().byTheClock();
        }

        private ClockStrip strip(RunningClock one) {
            var counted = one.due().days().isEmpty()
                    ? one.startedAt().atZoneSameInstant(clock.getZone()).toLocalDate().datesUntil(one.due().at().toLocalDate().plusDays(1))
                            .map(on -> new CountedDay(calendar.day(on), Why.COUNTED, 1)).toList()
                    : one.due().days();
            var days = new ArrayList<ClockStrip.Day>();
            var due = counted.getLast().day().date();
            counted.forEach(day -> days.add(new ClockStrip.Day(day.day().date(), kind(day, due), day.day().date().equals(today), told(day))));
            var until = one.ended().map(end -> end.at().atZoneSameInstant(clock.getZone()).toLocalDate()).orElse(today);
            if (!one.paused() && !one.step().window()) {
                due.plusDays(1).datesUntil(until.isAfter(due) ? until.plusDays(1) : due.plusDays(1)).forEach(on ->
                        days.add(new ClockStrip.Day(on, "over", on.equals(today), t("supervision.clock.day", Days.full(on), t("supervision.clock.day.over")))));
            }
            return ClockStrip.of(days);
        }

        private String kind(CountedDay counted, LocalDate due) {
            var on = counted.day().date();
            if (on.equals(due)) {
                return "due";
            }
            return switch (counted.why()) {
                case PAUSED -> "paused";
                case EXTENDED -> "extended";
                case BEGINNING, NOT_WORKED, FREE_AFTER_LAST_DAY -> "free";
                case COUNTED, FREE_LAST_DAY, IN_ITS_PLACE -> on.isBefore(today) ? "past" : "ahead";
            };
        }

        private String told(CountedDay day) {
            return t("supervision.clock.day", Days.full(day.day().date()), t("supervision.why." + day.why()) + " · " + DayWords.what(day.day()));
        }

        private String rule(RunningClock one) {
            var rule = one.rule();
            return rule == null ? t("supervision.clock.given")
                    : t("supervision.clock.rule", t("ledger.happening." + rule.starts()), limit(rule.limit()), rule.basis().title(), rule.basis().article());
        }

        private static String limit(Limit limit) {
            return t("supervision.limit." + limit.unit() + (limit.amount() == 1 ? ".one" : ".many"), Words.number(limit.amount()));
        }

        private String day(OffsetDateTime at, RunningClock one) {
            var here = at.atZoneSameInstant(clock.getZone());
            return shown(one, here.toLocalDate(), here.toLocalTime());
        }

        private String shown(RunningClock one, LocalDate on, LocalTime time) {
            return byTheClock(one) ? Days.day(on, today) + " " + time.truncatedTo(ChronoUnit.MINUTES) : Days.day(on, today);
        }

        private List<String> pauses(RunningClock one) {
            var told = new ArrayList<String>();
            one.pauses().forEach(pause -> told.add(t(pause.to().isPresent() ? "supervision.clock.pause" : "supervision.clock.pause.open",
                    t("ledger.pause." + pause.reason()), day(pause.from(), one), pause.to().map(to -> day(to, one)).orElse(""),
                    directory.personName(who.tenant(), pause.by()))));
            one.extension().ifPresent(granted -> told.add(t("supervision.clock.extension", directory.personName(who.tenant(), granted.by()))));
            return told;
        }

        private List<CalendarPage.Row> days(RunningClock one) {
            return one.rule() == null ? List.of() : Counter.rows(one.due(), one.rule().limit());
        }

        private List<ClocksPage.Doing> acts(RunningClock one) {
            if (!watches || !one.runs() || one.rule() == null || over(one)) {
                return List.of();
            }
            var base = "/matters/" + matter.id().value() + "/clocks/" + WatchPages.noun(one.step());
            var of = WatchPages.of(one.step().whose() == Step.Whose.CO_HANDLER ? one.unit() : null);
            if (one.pausedByHand()) {
                return List.of(new ClocksPage.Doing(t("supervision.watch.resume"), base + "/resumption" + of));
            }
            return Supervision.pausesOf(one).isEmpty() ? List.of() : List.of(new ClocksPage.Doing(t("supervision.watch.pause"), base + "/pause" + of));
        }
    }
}
