package org.mingbai.supervision;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mingbai.directory.Directory;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.ActKind;
import org.mingbai.ledger.DueOffer;
import org.mingbai.ledger.Happening;
import org.mingbai.ledger.Light;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.Moment;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.Watch;
import org.mingbai.ledger.Watching;
import org.mingbai.ledger.Worry;
import org.springframework.stereotype.Component;

/// What makes a light worse: clocks that end, a plan that falls behind, slips without an answer, refusals nobody has mended. All of it lies in
/// the journal, so each worry has the instant from which it counts, and nothing has to look again at midnight.
@Component
class ClockWatch implements Watch {

    /// Slips that say something is wrong already; the others only ask.
    private static final Set<String> GRAVE = Set.of("WARNING", "URGING", "RECTIFICATION", "TALK");

    private final TimeRules rules;
    private final Calendars calendars;
    private final Directory directory;
    private final Registers registers;
    private final Clock clock;

    ClockWatch(TimeRules rules, Calendars calendars, Directory directory, Registers registers, Clock clock) {
        this.rules = rules;
        this.calendars = calendars;
        this.directory = directory;
        this.registers = registers;
        this.clock = clock;
    }

    @Override
    public List<Worry> worries(TenantId tenant, Matter matter) {
        var book = rules.of(tenant);
        var clocks = Clocks.of(matter, book, calendars.home(tenant), clock.getZone());
        if (matter.stage().named() == StageName.PARKED) {
            return Stream.concat(ruled(clocks), slips(tenant, matter)).toList();
        }
        return Stream.of(ruled(clocks), deadline(matter, clocks), progress(matter, book, clocks), slips(tenant, matter), refusals(matter),
                        untold(matter, clocks))
                .flatMap(all -> all).toList();
    }

    /// Where the handling runs already, from the acceptance or an earlier dispatch, its own end; else what a dispatch would start.
    @Override
    public Optional<DueOffer> offer(TenantId tenant, Matter matter) {
        var book = rules.of(tenant);
        var calendar = calendars.home(tenant);
        var now = LocalDateTime.now(clock);
        var runs = Clocks.of(matter, book, calendar, clock.getZone()).stream().filter(one -> one.step() == Step.HANDLE && one.runs()).findFirst();
        if (runs.isPresent() && runs.get().rule() != null) {
            return Optional.of(offer(runs.get().rule(), runs.get().due()));
        }
        return book.ruleFor(Step.HANDLE, matter.register(), matter.subject(), now.toLocalDate()).filter(rule -> rule.starts() == Happening.DISPATCHED)
                .map(rule -> offer(rule, calendar.due(rule.closes() == null ? new Beginning(now)
                        : new Beginning(now).inOfficeHours(rule.closes(), calendar), rule.limit())));
    }

    /// A return is the unit's objection to what it was given; the petitioner's next step is a review or, after one, a re-examination.
    @Override
    public Optional<Closed> closed(TenantId tenant, Matter matter, ActKind act, OffsetDateTime at) {
        var steps = switch (act) {
            case REQUEST_RETURN -> Set.of(Step.OBJECT);
            case ASK_REVIEW -> Set.of(Step.ASK_REVIEW, Step.ASK_REEXAMINATION);
            default -> Set.<Step>of();
        };
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        return Clocks.of(matter, rules.of(tenant), calendars.home(tenant), clock.getZone()).stream()
                .filter(one -> steps.contains(one.step()) && one.runs() && one.round() == matter.round().number()).reduce((_, last) -> last)
                .filter(one -> one.overAt(at, clock.getZone()))
                .flatMap(one -> Optional.ofNullable(one.rule()).map(rule ->
                        new Closed(one.due().at().toLocalDate(), rule.basis().title(), rule.basis().article())));
    }

    private static DueOffer offer(TimeRule rule, Due due) {
        return new DueOffer(due.at().toLocalDate(), "supervision.offer", List.of(new Worry.Word("ledger.happening." + rule.starts()),
                rule.limit().amount(), new Worry.Word("supervision.offer." + rule.limit().unit()), rule.basis().title(), rule.basis().article()));
    }

    private Stream<Worry> ruled(List<RunningClock> clocks) {
        return clocks.stream()
                .filter(one -> one.rule() != null && one.runs() && !one.paused() && !one.step().window())
                .flatMap(one -> {
                    var step = new Worry.Word("ledger.step." + one.step());
                    Object due = one.rule().limit().unit().byTheClock() ? one.lateFrom(clock.getZone()) : one.due().at().toLocalDate();
                    var reason = one.due().provisional() ? "supervision.worry.clock.provisional" : "supervision.worry.clock";
                    return Stream.of(new Worry(Light.Sign.AT_RISK, one.riskFrom(clock.getZone()), reason, List.of(step, due)),
                            new Worry(Light.Sign.LATE, one.lateFrom(clock.getZone()), reason, List.of(step, due)));
                });
    }

    /// While it stands still, it ends on no day.
    /// Once it is claimed, the day given is met, and the checks have clocks of their own; where none runs, it counts to the end.
    private Stream<Worry> deadline(Matter matter, List<RunningClock> clocks) {
        boolean met = clocks.stream().anyMatch(one -> one.step() == Step.DEADLINE && !one.runs());
        if (clocks.stream().anyMatch(one -> one.step() == Step.DEADLINE && one.runs() && one.paused())) {
            return Stream.empty();
        }
        boolean another = clocks.stream().anyMatch(one -> one.rule() != null && one.runs() && !one.step().window());
        return met && another ? Stream.empty() : Worry.byTheDeadline(matter, clock.getZone()).stream();
    }

    /// The plan is a straight line from the day it was given to the day it is due, without the days it stood still; while it does, nothing falls behind.
    private Stream<Worry> progress(Matter matter, RuleBook book, List<RunningClock> clocks) {
        var due = matter.round().due() == null ? null : matter.round().due().date();
        var measures = matter.round().standing();
        var given = last(matter, Happening.DISPATCHED);
        var deadline = clocks.stream().filter(one -> one.step() == Step.DEADLINE).findFirst();
        if (due == null || measures.isEmpty() || given.isEmpty() || matter.stage().named() != StageName.IN_PROGRESS
                || deadline.filter(RunningClock::paused).isPresent()) {
            return Stream.empty();
        }
        var start = given.get().at();
        var stood = stood(deadline.map(RunningClock::pauses).orElse(List.of()), start);
        var rule = book.progressFor(matter.register(), start.atZoneSameInstant(clock.getZone()).toLocalDate());
        double done = measures.stream().mapToInt(org.mingbai.ledger.Measure::percent).average().orElse(0);
        return rule.stream().flatMap(one -> Stream.of(
                behind(Light.Sign.AT_RISK, start, due, stood, done, one.amberPoints()),
                behind(Light.Sign.LATE, start, due, stood, done, one.redPoints())).flatMap(Optional::stream));
    }

    /// When the plan will be so many points ahead of what is done, for late by more than those; never, where less than that is left.
    private Optional<Worry> behind(Light.Sign sign, OffsetDateTime start, LocalDate due, List<Standstill> stood, double done, int points) {
        if (done + points > 100) {
            return Optional.empty();
        }
        var days = stood.stream().mapToLong(ClockWatch::days).sum();
        var whole = Duration.between(start, due.plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime()).minusDays(days);
        var from = start.plusMinutes(Math.round(whole.toMinutes() * (done + points) / 100) + (sign == Light.Sign.LATE ? 1 : 0));
        for (var one : stood) {
            from = from.isBefore(one.from().atZone(clock.getZone()).toOffsetDateTime()) ? from : from.plusDays(days(one));
        }
        return Optional.of(new Worry(sign, from, "supervision.worry.behind", List.of(Math.round(done), points)));
    }

    /// When the day given stood still from then on.
    private List<Standstill> stood(List<RunningClock.Pause> pauses, OffsetDateTime since) {
        var from = local(since);
        return Standstill.of(pauses, clock.getZone()).stream().filter(one -> one.to().isAfter(from))
                .map(one -> one.from().isBefore(from) ? new Standstill(from, one.to()) : one).toList();
    }

    private static long days(Standstill one) {
        return ChronoUnit.DAYS.between(one.from().toLocalDate(), one.to().toLocalDate());
    }

    private LocalDateTime local(OffsetDateTime at) {
        return at.atZoneSameInstant(clock.getZone()).toLocalDateTime();
    }

    /// A unit that may no longer see what its slip is about cannot answer it, and is not waited for.
    private Stream<Worry> slips(TenantId tenant, Matter matter) {
        return matter.watching().slips().stream().filter(slip -> !isKept(tenant, matter, slip)).flatMap(slip -> Stream.concat(
                GRAVE.contains(slip.kind()) ? Stream.of(worry(Light.Sign.AT_RISK, slip.sentAt(), slip)) : Stream.empty(),
                slip.answerBy() == null ? Stream.empty() : Stream.of(worry(Light.Sign.AT_RISK, startOf(slip.answerBy()), slip),
                        worry(Light.Sign.LATE, startOf(slip.answerBy().plusDays(1)), slip))));
    }

    private boolean isKept(TenantId tenant, Matter matter, Watching.OpenSlip slip) {
        return !matter.concern().keptFrom().isEmpty() && registers.register(tenant, matter.register())
                .filter(register -> matter.concern().keepsAway(slip.to(), directory.treeOf(tenant), register.office()).isPresent()).isPresent();
    }

    private static Worry worry(Light.Sign sign, OffsetDateTime from, Watching.OpenSlip slip) {
        var kind = new Worry.Word("ledger.slip." + slip.kind());
        return slip.answerBy() == null ? new Worry(sign, from, "supervision.worry.slip", List.of(kind, slip.number()))
                : new Worry(sign, from, "supervision.worry.slip.by", List.of(kind, slip.number(), slip.answerBy()));
    }

    /// Sent back and not claimed again, or refuted by those who raised it and not begun anew.
    private Stream<Worry> refusals(Matter matter) {
        var sentBack = last(matter, Happening.SENT_BACK).filter(moment -> last(matter, Happening.CLAIMED)
                .filter(claimed -> claimed.seq() > moment.seq()).isEmpty());
        var refuted = last(matter, Happening.REFUTED).filter(_ -> matter.stage().named() == StageName.REFUTED);
        return Stream.concat(
                sentBack.map(moment -> new Worry(Light.Sign.AT_RISK, moment.at(), "supervision.worry.sent-back", List.of())).stream(),
                refuted.map(moment -> new Worry(Light.Sign.AT_RISK, moment.at(), "supervision.worry.refuted", List.of())).stream());
    }

    /// More time within a legal limit is told to those who raised it: 信访工作条例 Art. 34, 北京市接诉即办工作条例 Art. 15. It is amber until they were.
    private static Stream<Worry> untold(Matter matter, List<RunningClock> clocks) {
        var granted = clocks.stream().filter(clock -> clock.rule() != null && clock.runs()).flatMap(clock -> clock.extension().stream())
                .map(RunningClock.Extension::seq).max(Comparator.naturalOrder()).orElse(Integer.MAX_VALUE);
        var since = matter.watching().moments().stream().filter(moment -> moment.seq() >= granted).toList();
        boolean told = since.stream().anyMatch(moment -> moment.what() == Happening.TOLD || moment.what() == Happening.CONTACTED);
        return told ? Stream.empty()
                : since.stream().limit(1).map(moment -> new Worry(Light.Sign.AT_RISK, moment.at(), "supervision.worry.untold", List.of()));
    }

    private static Optional<Moment> last(Matter matter, Happening what) {
        return matter.watching().last(what, matter.round().number());
    }

    private OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }
}
