package org.mingbai.supervision;

import static java.util.function.Function.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.springframework.stereotype.Component;

/// Counts the clocks of past matters twice: as the limits are, and as they would be with one more in force.
@Component
class PastTrials implements ClocksOfThePast {

    /// More than these are not read while somebody waits for the page.
    private static final int MATTERS_MAX = 5000;
    private static final int READ_MAX = 20_000;
    private static final int LISTED_MAX = 100;
    private static final int PAGE = 500;

    private final Matters matters;
    private final Registers registers;
    private final TimeRules rules;
    private final Calendars calendars;
    private final Clock clock;

    PastTrials(Matters matters, Registers registers, TimeRules rules, Calendars calendars, Clock clock) {
        this.matters = matters;
        this.registers = registers;
        this.rules = rules;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public PastTrial tried(SignedIn who, TimeRule proposed, LocalDate since, LocalDate until) {
        var present = rules.of(who.tenant());
        var asOfThen = new TimeRule(proposed.code(), proposed.version(), proposed.scope(), proposed.step(), proposed.limit(), proposed.starts(),
                proposed.ends(), proposed.pauses(), proposed.extension(), proposed.closes(), proposed.atRiskPercent(), proposed.basis(), since, null);
        var trial = new Trial(asOfThen, present, present.with(asOfThen), calendars.home(who.tenant()), clock.getZone(),
                OffsetDateTime.now(clock));
        for (var register : registers.of(who.tenant())) {
            if (proposed.scope().register() == null || proposed.scope().register().equals(register.code())) {
                read(who, register, since, until, trial);
            }
        }
        return trial.sum();
    }

    private void read(SignedIn who, Register register, LocalDate since, LocalDate until, Trial trial) {
        var filter = new MatterFilter(register.code(), java.util.Set.of(), false, null, null, null, null, null, MatterFilter.Order.NEWEST, null, PAGE);
        int read = 0;
        for (var asked = Optional.of(filter); asked.isPresent(); ) {
            var page = matters.page(who, asked.get());
            for (var matter : page.matters()) {
                var raised = matter.raisedAt().atZoneSameInstant(clock.getZone()).toLocalDate();
                if (!raised.isBefore(since) && !raised.isAfter(until)) {
                    trial.look(matter);
                }
            }
            read += page.matters().size();
            boolean enough = trial.looked >= MATTERS_MAX || read >= READ_MAX;
            trial.cut |= enough && page.next().isPresent();
            asked = enough ? Optional.empty() : page.next().map(next -> filter.from(next, filter.order(), PAGE));
        }
    }

    private static final class Trial {

        private final TimeRule proposed;
        private final RuleBook present;
        private final RuleBook then;
        private final WorkingCalendar calendar;
        private final ZoneId zone;
        private final OffsetDateTime now;
        private final List<PastTrial.Differing> differing = new ArrayList<>();
        private long differingAll;
        private long clocks;
        private long lateBefore;
        private long lateAfter;
        private long looked;
        private boolean cut;

        private Trial(TimeRule proposed, RuleBook present, RuleBook then, WorkingCalendar calendar, ZoneId zone, OffsetDateTime now) {
            this.proposed = proposed;
            this.present = present;
            this.then = then;
            this.calendar = calendar;
            this.zone = zone;
            this.now = now;
        }

        /// The same start of the same step: what stands against each other.
        private record Start(int seq, OrganisationId unit) {}

        void look(Matter matter) {
            looked++;
            var after = ofTheStep(matter, then);
            var before = ofTheStep(matter, present);
            long tried = ofTheRule(after);
            // What runs under the version in force and would not start under the next one is a difference too.
            if (tried == 0 && ofTheRule(before) == 0) {
                return;
            }
            clocks += tried;
            lateBefore += before.values().stream().filter(this::late).count();
            lateAfter += after.values().stream().filter(this::late).count();
            var starts = new TreeSet<>(java.util.Comparator.comparingInt(Start::seq).thenComparing(it -> it.unit().value()));
            starts.addAll(before.keySet());
            starts.addAll(after.keySet());
            starts.stream().filter(start -> differs(before.get(start), after.get(start))).findFirst()
                    .ifPresent(start -> differ(matter, Optional.ofNullable(before.get(start)), Optional.ofNullable(after.get(start))));
        }

        private long ofTheRule(Map<Start, RunningClock> clocks) {
            return clocks.values().stream().filter(it -> it.rule() != null && it.rule().code().equals(proposed.code())).count();
        }

        private Map<Start, RunningClock> ofTheStep(Matter matter, RuleBook book) {
            return Clocks.of(matter, book, calendar, zone).stream().filter(it -> it.step() == proposed.step())
                    .collect(Collectors.toMap(it -> new Start(it.startedSeq(), it.unit()), identity(), (first, _) -> first));
        }

        private boolean differs(@org.jspecify.annotations.Nullable RunningClock before, @org.jspecify.annotations.Nullable RunningClock after) {
            return (before != null && late(before)) != (after != null && late(after));
        }

        /// As the clock itself says: neither a time one may use and need not nor one that stands still is late.
        private boolean late(RunningClock it) {
            return it.lateAt(now, zone);
        }

        private void differ(Matter matter, Optional<RunningClock> before, Optional<RunningClock> after) {
            differingAll++;
            if (differing.size() < LISTED_MAX) {
                differing.add(new PastTrial.Differing(matter, before.or(() -> after).orElseThrow().startedAt(), before.map(it -> it.lateFrom(zone)),
                        after.map(it -> it.lateFrom(zone)), before.filter(this::late).isPresent(), after.filter(this::late).isPresent()));
            }
        }

        PastTrial sum() {
            return new PastTrial(clocks, lateBefore, lateAfter, List.copyOf(differing), differingAll, looked, cut);
        }
    }
}
