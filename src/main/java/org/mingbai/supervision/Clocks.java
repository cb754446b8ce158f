package org.mingbai.supervision;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.Happening;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.Moment;
import org.mingbai.ledger.Outcome;
import org.mingbai.supervision.CountedDay.Why;
import org.mingbai.supervision.RunningClock.Ending;
import org.mingbai.supervision.RunningClock.Extension;
import org.mingbai.supervision.RunningClock.Pause;

/// All the clocks a matter ever had, read from its moments. The same moments, rules and calendar always give the same clocks, so nothing
/// but an entry can move one (I6).
public final class Clocks {

    /// What ends every clock, done or not.
    private static final Set<Happening> OVER = EnumSet.of(Happening.WITHDRAWN, Happening.MERGED, Happening.DECLINED, Happening.REDIRECTED,
            Happening.CLOSED, Happening.REFUTED, Happening.REOPENED);

    /// A day that far off is a slip of the pen, or as good as none: its way is not told day by day.
    private static final int YEARS_SHOWN_MAX = 10;

    private final Matter matter;
    private final RuleBook rules;
    private final WorkingCalendar calendar;
    private final ZoneId zone;
    private final List<Hand> hands = new ArrayList<>();

    private Clocks(Matter matter, RuleBook rules, WorkingCalendar calendar, ZoneId zone) {
        this.matter = matter;
        this.rules = rules;
        this.calendar = calendar;
        this.zone = zone;
    }

    /// In the order in which they started; the day given when it was assigned stands last.
    public static List<RunningClock> of(Matter matter, RuleBook rules, WorkingCalendar calendar, ZoneId zone) {
        var clocks = new Clocks(matter, rules, calendar, zone);
        for (var moment : matter.watching().moments()) {
            clocks.hands.forEach(hand -> hand.pass(moment));
            clocks.start(moment);
        }
        return Stream.concat(clocks.hands.stream().map(Hand::read), clocks.deadline().stream()).toList();
    }

    private void start(Moment moment) {
        startedBy(moment.what(), moment, _ -> true);
        // The claim stands before its checks again, as on the day it was made.
        if (moment.what() == Happening.OBJECTION_UPHELD) {
            startedBy(Happening.CLAIMED, moment, _ -> true);
        }
        // Whoever waits for a unit waits for it here from now on; since when the rest was owed the older ledger does not say.
        if (moment.what() == Happening.TAKEN_OVER) {
            startedBy(Happening.RAISED, moment, Clocks::dispatches);
            startedBy(Happening.LISTED, moment, Clocks::dispatches);
        }
    }

    private static boolean dispatches(TimeRule rule) {
        return rule.step() == Step.DISPATCH;
    }

    private void startedBy(Happening what, Moment moment, Predicate<TimeRule> which) {
        for (var rule : rules.startedBy(what, matter.register(), moment.about(), day(moment))) {
            // Who helps without having been called to the spot has nowhere to arrive.
            if (!which.test(rule) || rule.step() == Step.ARRIVE && moment.code() == null) {
                continue;
            }
            var unit = whose(rule.step(), moment);
            // Each call to the spot is one of its own; whatever else starts a clock twice started it the first time.
            boolean there = rule.step() != Step.ARRIVE && hands.stream().anyMatch(hand -> hand.runs()
                    && hand.rule.step() == rule.step() && hand.round == moment.round() && (!rule.step().eachUnit() || hand.unit.equals(unit)));
            if (!there) {
                hands.add(new Hand(rule, moment, unit));
            }
        }
    }

    private LocalDate day(Moment moment) {
        return moment.at().atZoneSameInstant(zone).toLocalDate();
    }

    private OrganisationId whose(Step step, Moment moment) {
        var unit = switch (step.whose()) {
            case LEAD -> moment.lead();
            case CO_HANDLER -> moment.unit();
            case OFFICE, TURN, REPORTER -> null;
        };
        if (unit != null) {
            return unit;
        }
        return moment.turn() == null ? matter.raisedAs().unit() : moment.turn().unit();
    }

    /// The day given by whoever assigned it. It is met by the claim; what is sent back is owed again.
    private Optional<RunningClock> deadline() {
        var round = matter.round();
        // What an older ledger calls done was done there, on a day nobody knows here.
        boolean doneElsewhere = round.ending() != null && round.ending().outcome() == Outcome.TAKEN_OVER;
        if (round.due() == null || round.due().date() == null || matter.lead() == null || doneElsewhere) {
            return Optional.empty();
        }
        var moments = matter.watching().moments().stream().filter(moment -> moment.round() == round.number()).toList();
        var given = moments.stream().filter(moment -> moment.what() == Happening.DISPATCHED).reduce((_, last) -> last);
        var ended = ending(moments);
        var first = round.firstDue() == null || round.firstDue().date() == null ? round.due().date() : round.firstDue().date();
        var extension = moments.stream().filter(moment -> moment.what() == Happening.EXTENDED).reduce((_, last) -> last)
                .map(moment -> new Extension(moment.by(), moment.seq()));
        var start = given.map(moment -> moment.at().atZoneSameInstant(zone)).orElseGet(() -> round.openedOn().atStartOfDay(zone));
        var from = start.toLocalDate();
        var firstDue = plain(from, first);
        var stood = stood(moments);
        var due = extension.isPresent() ? extended(firstDue, round.due().date()) : plain(from, round.due().date(), stood);
        return Optional.of(new RunningClock(Step.DEADLINE, null, round.number(), given.map(Moment::seq).orElse(1), start.toOffsetDateTime(),
                matter.lead(), firstDue, due, stood, extension, ended));
    }

    /// When the day given stood still: what has moved it, and what holds it now. A pause of the handling holds it no longer than the clock of that.
    private List<Pause> stood(List<Moment> moments) {
        var stood = new ArrayList<Pause>();
        var open = new EnumMap<Happening, Moment>(Happening.class);
        for (var moment : moments) {
            switch (moment.what()) {
                case PARKED -> open.put(Happening.RESUMED, moment);
                case CLOCK_PAUSED -> {
                    if (Step.HANDLE.name().equals(moment.code()) && moment.reason() != null) {
                        open.put(Happening.CLOCK_RESUMED, moment);
                    }
                }
                case RESUMED, CLOCK_RESUMED, CLAIMED -> {
                    var ends = moment.what() == Happening.CLAIMED ? Happening.CLOCK_RESUMED : moment.what();
                    var begun = moment.what() != Happening.CLOCK_RESUMED || Step.HANDLE.name().equals(moment.code()) ? open.remove(ends) : null;
                    if (begun != null && moment.until() != null) {
                        stood.add(pause(begun, Optional.of(moment.at())));
                    }
                }
                default -> {}
            }
        }
        open.values().stream().filter(begun -> begun.what() == Happening.PARKED || pausesHandling(begun))
                .forEach(begun -> stood.add(pause(begun, Optional.empty())));
        return stood;
    }

    private boolean pausesHandling(Moment begun) {
        return hands.stream().filter(hand -> hand.rule.step() == Step.HANDLE && hand.runs()).flatMap(hand -> hand.pauses.stream())
                .anyMatch(pause -> pause.seq() == begun.seq() && pause.to().isEmpty());
    }

    private static Pause pause(Moment begun, Optional<OffsetDateTime> to) {
        var reason = begun.what() == Happening.PARKED ? PauseReason.PARKED : PauseReason.valueOf(Objects.requireNonNull(begun.reason()));
        return new Pause(reason, begun.at(), to, begun.by(), begun.seq());
    }

    private static Optional<Ending> ending(List<Moment> moments) {
        Optional<Ending> ended = Optional.empty();
        for (var moment : moments) {
            if (moment.what() == Happening.SENT_BACK || moment.what() == Happening.UNMERGED) {
                ended = Optional.empty();
            } else if (ended.isEmpty() && (moment.what() == Happening.CLAIMED || OVER.contains(moment.what()))) {
                ended = Optional.of(new Ending(moment.what(), moment.at(), moment.what() == Happening.CLAIMED || moment.what() == Happening.CLOSED));
            }
        }
        return ended;
    }

    private Due plain(LocalDate from, LocalDate to) {
        return plain(from, to, List.of());
    }

    private Due plain(LocalDate from, LocalDate to, List<Pause> stood) {
        return new Due(to.atTime(LocalTime.MAX), false, () -> wayTo(from, to, stood));
    }

    private List<CountedDay> wayTo(LocalDate from, LocalDate to, List<Pause> stood) {
        if (ChronoUnit.YEARS.between(from, to) >= YEARS_SHOWN_MAX) {
            return List.of();
        }
        var days = new ArrayList<CountedDay>();
        days.add(new CountedDay(calendar.day(from), Why.BEGINNING, 0));
        int number = 0;
        for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            boolean still = stoodOn(day, stood);
            days.add(new CountedDay(calendar.day(day), still ? Why.PAUSED : Why.COUNTED, still ? 0 : ++number));
        }
        return days;
    }

    /// A day on which it began to stand still counts no more, and the one on which it goes on counts again.
    private boolean stoodOn(LocalDate day, List<Pause> stood) {
        return stood.stream().flatMap(pause -> pause.to().stream().map(to -> !day.isBefore(local(pause.from()).toLocalDate())
                && day.isBefore(local(to).toLocalDate()))).anyMatch(Boolean::booleanValue);
    }

    private LocalDateTime local(OffsetDateTime at) {
        return at.atZoneSameInstant(zone).toLocalDateTime();
    }

    private Due extended(Due first, LocalDate to) {
        return new Due(to.atTime(LocalTime.MAX), false, () -> {
            var days = new ArrayList<>(first.days());
            for (var day = first.at().toLocalDate().plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
                days.add(new CountedDay(calendar.day(day), Why.EXTENDED, 0));
            }
            return days;
        });
    }

    /// More time, and when it was asked for: what is asked after it moves nothing until it is granted too.
    private record Grant(@Nullable Moment asked, Moment given) {}

    /// One clock while the moments pass.
    private final class Hand {

        private final TimeRule rule;
        private final Moment start;
        private final int round;
        private final List<Pause> pauses = new ArrayList<>();
        private OrganisationId unit;
        private final List<Grant> grants = new ArrayList<>();
        private @Nullable Moment asked;
        private @Nullable Ending ended;

        private Hand(TimeRule rule, Moment start, OrganisationId unit) {
            this.rule = rule;
            this.start = start;
            this.round = start.round();
            this.unit = unit;
        }

        private boolean runs() {
            return ended == null;
        }

        private void pass(Moment moment) {
            if (moment.what() == Happening.UNMERGED && ended != null && ended.by() == Happening.MERGED) {
                ended = null;
                return;
            }
            if (moment.what() == Happening.SENT_BACK && ended != null && ended.by() == Happening.CLAIMED && moment.round() == round
                    && !rulesRework(moment)) {
                ended = null;
                return;
            }
            if (!runs()) {
                return;
            }
            if (ends(moment)) {
                end(moment, true);
            } else if (OVER.contains(moment.what()) || passesOn(moment)) {
                end(moment, false);
            } else {
                stand(moment);
            }
        }

        /// Where another clock measures the handling again, the first one has had its end.
        private boolean rulesRework(Moment moment) {
            return rules.startedBy(Happening.SENT_BACK, matter.register(), moment.about(), day(moment)).stream().anyMatch(other -> other.step() == Step.REWORK);
        }

        private boolean ends(Moment moment) {
            boolean itsUnit = rule.step().whose() != Step.Whose.CO_HANDLER || moment.unit() == null || moment.unit().equals(unit);
            return rule.ends().contains(moment.what()) && itsUnit && !calledLater(moment);
        }

        /// Whoever comes to one call has not come to one made after it.
        private boolean calledLater(Moment moment) {
            return moment.what() == Happening.CO_HANDLER_ARRIVED && moment.code() != null && start.seq() > Integer.parseInt(moment.code());
        }

        /// The end of one call lets nobody go whom another one still calls.
        private boolean ofThisCall(Moment over) {
            return over.code() == null || start.seq() == Integer.parseInt(over.code());
        }

        /// A unit from which it is taken owes no signature for it any more; the handling goes on until a return is agreed to. What the draw leaves out
        /// nobody is to ask about or to look at.
        private boolean passesOn(Moment moment) {
            if (rule.step().whose() == Step.Whose.CO_HANDLER) {
                return unit.equals(moment.unit()) && (moment.what() == Happening.CO_HANDLER_RELEASED
                        || moment.what() == Happening.CALL_OUT_OVER && rule.step() == Step.ARRIVE && ofThisCall(moment));
            }
            return moment.what() == Happening.OBJECTION_UPHELD && rule.step() == Step.NOTICE
                    || moment.what() == Happening.GONE_ON_ELSEWHERE && dispatches(rule)
                    || moment.what() == Happening.NOT_ASKED && rule.step() == Step.CALL_BACK
                    || moment.what() == Happening.NOT_LOOKED_BACK && rule.step() == Step.LOOK_BACK
                    || moment.what() == Happening.RETURN_AGREED && rule.starts() == Happening.DISPATCHED
                    || rule.step().eachUnit() && rule.step().whose() == Step.Whose.LEAD && moment.what() == Happening.DISPATCHED
                            && !unit.equals(moment.lead());
        }

        private void end(Moment moment, boolean done) {
            close(moment, EnumSet.allOf(PauseReason.class));
            ended = new Ending(moment.what(), moment.at(), done);
        }

        private void stand(Moment moment) {
            switch (moment.what()) {
                case EXTENSION_ASKED -> asked = moment;
                case EXTENDED -> {
                    if (rule.step() == Step.HANDLE && rule.extension() != null) {
                        grants.add(new Grant(asked, moment));
                    }
                }
                case PARKED -> pause(moment, PauseReason.PARKED);
                case RESUMED -> close(moment, EnumSet.of(PauseReason.PARKED));
                case CLOCK_PAUSED -> {
                    if (isOf(moment) && moment.reason() != null) {
                        pause(moment, PauseReason.valueOf(moment.reason()));
                    }
                }
                case CLOCK_RESUMED -> {
                    if (isOf(moment)) {
                        close(moment, EnumSet.complementOf(EnumSet.of(PauseReason.PARKED)));
                    }
                }
                default -> handOver(moment);
            }
        }

        /// Whether this clock is meant: that of one co-handler, or the only one of its step.
        private boolean isOf(Moment moment) {
            return rule.step().name().equals(moment.code()) && (moment.unit() == null || moment.unit().equals(unit));
        }

        /// What runs for whoever's turn it is runs on for the next; so does the handling for the next lead unit.
        private void handOver(Moment moment) {
            if (rule.step().whose() == Step.Whose.TURN && moment.turn() != null) {
                unit = moment.turn().unit();
            } else if (rule.step().whose() == Step.Whose.LEAD && !rule.step().eachUnit() && moment.lead() != null) {
                unit = moment.lead();
            }
        }

        /// Stopped by hand and parked at once, it goes on only when both are over.
        private void pause(Moment moment, PauseReason reason) {
            boolean parking = reason == PauseReason.PARKED;
            boolean there = pauses.stream().anyMatch(pause -> pause.to().isEmpty() && (pause.reason() == PauseReason.PARKED) == parking);
            if (rule.pauses().contains(reason) && !there) {
                pauses.add(new Pause(reason, moment.at(), Optional.empty(), moment.by(), moment.seq()));
            }
        }

        private void close(Moment moment, Set<PauseReason> reasons) {
            pauses.replaceAll(pause -> pause.to().isPresent() || !reasons.contains(pause.reason()) ? pause
                    : new Pause(pause.reason(), pause.from(), Optional.of(moment.at()), pause.by(), pause.seq()));
        }

        private List<Standstill> stood() {
            return Standstill.of(pauses, zone);
        }

        private RunningClock read() {
            var begun = new Beginning(local(start.at()));
            var beginning = rule.closes() == null ? begun : begun.inOfficeHours(rule.closes(), calendar);
            var first = calendar.due(beginning, rule.limit());
            var stood = stood();
            var due = stood.isEmpty() ? first : calendar.due(beginning, rule.limit(), stood);
            var extension = grants.isEmpty() ? Optional.<Extension>empty()
                    : Optional.of(new Extension(grants.getLast().given().by(), grants.getLast().given().seq()));
            return new RunningClock(rule.step(), rule, round, start.seq(), start.at(), unit, first, granted(due), pauses, extension,
                    Optional.ofNullable(ended));
        }

        /// How many days it stood still from then on: a day granted before knew nothing of them.
        private long stoodSince(LocalDateTime from) {
            return stood().stream().filter(one -> one.to().isAfter(from))
                    .mapToLong(one -> ChronoUnit.DAYS.between((one.from().isBefore(from) ? from : one.from()).toLocalDate(), one.to().toLocalDate())).sum();
        }

        /// To the day granted, but no further than the rule lets it be.
        private Due granted(Due due) {
            if (rule.extension() == null || grants.isEmpty()) {
                return due;
            }
            var most = calendar.due(new Beginning(due.at()), rule.extension()).at().toLocalDate();
            var end = due.at();
            for (var grant : grants) {
                var until = grant.given().until();
                // Asked for when the time was over, it comes too late for this clock, whatever it does to the day that was given.
                if (until != null && grant.asked() != null && !local(grant.asked().at()).isAfter(end)) {
                    var to = until.isAfter(most) ? most : until;
                    to = to.plusDays(stoodSince(local(grant.given().at())));
                    end = to.isAfter(end.toLocalDate()) ? to.atTime(LocalTime.MAX) : end;
                }
            }
            return end.equals(due.at()) ? due : extended(due, end.toLocalDate());
        }
    }
}
