package org.mingbai.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Organisation;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Lamps;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Lifecycle;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Stage;
import org.mingbai.reporting.cases.CaseReading;
import org.mingbai.reporting.cases.SumDays;
import org.mingbai.verdict.Formulas;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What figures answer, held against counting by hand: over matters that lived at random, as of many days, for people who see all, some or nothing.
@MingbaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresTest {

    private static final LocalDate BEGAN = LocalDate.of(2026, 3, 2);
    private static final int DAYS = 60;
    private static final int DATES = 20;

    @Autowired SmallTown town;
    @Autowired Ledger ledger;
    @Autowired Matters matters;
    @Autowired Figures figures;
    @Autowired Formulas formulas;
    @Autowired Directory directory;
    @Autowired Registers registers;
    @Autowired SumDays sumDays;
    @Autowired JdbcClient db;
    @Autowired Lamps lamps;
    @Autowired SettableClock clock;

    private long seed;
    private SmallTown.Cast cast;
    private AnyLife life;
    private Map<MatterId, List<Line>> journals;
    /// The cases of a matter as its journal told them by the end of a day.
    private final Map<LocalDate, Map<MatterId, List<Case>>> read = new HashMap<>();

    @BeforeAll
    void live() {
        seed = System.nanoTime();
        clock.set(BEGAN);
        cast = town.layOut();
        life = new AnyLife(seed, ledger, clock, cast);
        journals = matters.journals(cast.tenant(), life.live(DAYS));
    }

    /// All that was written by the end of a day.
    private Map<MatterId, List<Line>> until(LocalDate day) {
        var all = new TreeMap<MatterId, List<Line>>(Comparator.comparing(MatterId::value));
        journals.forEach((id, lines) -> {
            var then = lines.stream().filter(line -> !line.day().isAfter(day)).toList();
            if (!then.isEmpty()) {
                all.put(id, then);
            }
        });
        return all;
    }

    @Test
    void fifty_figures_are_what_counting_the_journals_by_hand_gives_on_twenty_days() {
        var random = new Random(seed);
        var asked = Stream.concat(Catalogue.figures(), Stream.generate(() -> any(random)).limit(10)).toList();
        assertThat(asked).hasSizeGreaterThanOrEqualTo(50);
        int filled = 0;
        for (int i = 0; i < DATES; i++) {
            var day = life.anyDay(BEGAN, clock.today());
            var from = life.anyDay(BEGAN.minusDays(3), day);
            var then = until(day);
            for (var who : List.of(cast.auditor(), i % 2 == 0 ? cast.roadsHandler() : cast.coordinator())) {
                var seen = then.entrySet().stream().filter(one -> ledger.matter(who, one.getKey()).isPresent())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
                for (var figure : asked) {
                    var question = new Question(figure, from, day, day, random.nextInt(3) > 0 ? List.of()
                            : List.of(Condition.is(Field.UNIT_OF, Long.toString(cast.roads().value()))));
                    if (figures.refusal(who, question).isPresent()) {
                        continue;
                    }
                    var answer = figures.answer(who, question);
                    var hand = byHand(question, seen);
                    assertThat(answer.value()).as("seed %d, %s, %s", seed, who, question).isEqualTo(hand.value());
                    assertThat(answer.complete()).isTrue();
                    var cases = figures.cases(who, question, Figures.Portion.ALL, Optional.empty(), Figures.CASES_MAX).stream().map(Case::id).toList();
                    assertThat(cases).as("seed %d, %s", seed, question).containsExactlyInAnyOrderElementsOf(hand.cases());
                    filled += cases.isEmpty() ? 0 : 1;
                }
            }
        }
        assertThat(filled).as("a test of empty figures proves little").isGreaterThan(DATES * 30);
    }

    @Test
    void several_figures_period_by_period_are_what_each_says_asked_by_itself() {
        var random = new Random(seed);
        for (int i = 0; i < DATES / 2; i++) {
            var asOf = life.anyDay(BEGAN.plusDays(5), clock.today());
            var starts = Stream.generate(() -> life.anyDay(BEGAN, asOf)).limit(4).sorted().distinct().toList();
            var periods = new Periods(starts, asOf);
            var narrowed = random.nextBoolean() ? List.<Condition>of() : List.of(Condition.is(Field.UNIT_OF, Long.toString(cast.roads().value())));
            for (var who : List.of(cast.auditor(), cast.roadsHandler())) {
                var figures = Stream.concat(Catalogue.figures(), Stream.of(any(random))).toList();
                this.figures.series(who, figures, periods, asOf, narrowed).forEach((code, answers) -> {
                    assertThat(answers).as(code).hasSize(periods.size());
                    answers.forEach(answer -> assertThat(answer).usingRecursiveComparison().ignoringFields("cutOff")
                            .as("seed %d, %s", seed, answer.question()).isEqualTo(this.figures.answer(who, answer.question())));
                });
            }
        }
    }

    /// Those are added up by the sort, without the matters a reader does not see; a coordinator of the roads sees none about them.
    @Test
    void whole_months_until_today_are_what_each_says_asked_by_itself() {
        asEachSays(clock.today());
    }

    /// One register is summed for the unit that keeps it, and what else the unit has a part in is counted beside.
    @Test
    void an_office_that_keeps_some_of_the_registers_counts_the_same() {
        registers.moveOffice(cast.tenant(), "hotline", cast.roads());
        try {
            asEachSays(clock.today());
        } finally {
            registers.moveOffice(cast.tenant(), "hotline", cast.office());
        }
    }

    /// Those are summed up once, and what is read later of their days is added to them.
    @Test
    void months_that_are_over_are_what_each_says_asked_by_itself() {
        var over = Stream.iterate(YearMonth.from(BEGAN).atEndOfMonth(), day -> day.isBefore(clock.today()), day -> day.plusDays(1))
                .filter(day -> day.getDayOfMonth() == day.lengthOfMonth()).toList();
        assertThat(over).isNotEmpty();
        sumDays.sumUp(cast.tenant());
        assertThat(over).allMatch(day -> sumDays.tell(cast.tenant(), day, YearMonth.from(day).minusMonths(3).atDay(1)));
        assertThat(sumDays.tell(cast.tenant(), clock.today(), BEGAN)).isFalse();
        long before = raised(over.getLast());
        db.sql("delete from reporting.case_span where tenant = :tenant and matter % 3 = 0").param("tenant", cast.tenant().value()).update();
        assertThat(raised(over.getLast())).as("a third is missing in the sums too").isLessThan(before);
        db.sql("insert into reporting.pending (tenant, matter) select tenant, id from ledger.matter where tenant = :tenant")
                .param("tenant", cast.tenant().value()).update();
        over.forEach(this::asEachSays);
    }

    private long raised(LocalDate asOf) {
        return figures.series(cast.auditor(), List.of(Catalogue.figure("raised").orElseThrow()), Periods.months(4, YearMonth.from(asOf), asOf), asOf, List.of())
                .firstEntry().getValue().stream().mapToLong(FigureAnswer::cases).sum();
    }

    /// Of the catalogue, and some as people make them that ask of the very day by which cases come into a month.
    private static List<Figure> asked() {
        var ended = new Condition(Field.ENDED_ON, Condition.Op.FILLED, List.of());
        return Stream.concat(Catalogue.figures(), Stream.of(
                new Figure("own-1", 1, null, CaseKind.ROUND, List.of(ended), Field.ENDED_ON, new Tally.Count()),
                new Figure("own-2", 1, null, CaseKind.ROUND, List.of(), Field.OPENED_ON, new Tally.Share(List.of(
                        new Condition(Field.OPENED_ON, Condition.Op.FROM, List.of(BEGAN.plusDays(40).toString()))))))).toList();
    }

    private void asEachSays(LocalDate asOf) {
        var periods = Periods.months(4, YearMonth.from(asOf), asOf);
        int counted = 0;
        for (var narrowed : List.of(List.<Condition>of(), List.of(Condition.is(Field.UNIT_OF, Long.toString(cast.roads().value()))))) {
            for (var who : List.of(cast.auditor(), cast.coordinator(), cast.roadsHandler())) {
                for (var from : List.of(periods.from(0), periods.from(0).plusDays(3))) {
                    figures.together(who, asked(), from, asOf, asOf, narrowed).values().forEach(answer ->
                            assertThat(answer).usingRecursiveComparison().ignoringFields("cutOff").as("seed %d, %s", seed, answer.question())
                                    .isEqualTo(figures.answer(who, answer.question())));
                }
                for (var answers : figures.series(who, asked(), periods, asOf, narrowed).values()) {
                    for (var answer : answers) {
                        assertThat(answer).usingRecursiveComparison().ignoringFields("cutOff").as("seed %d, %s", seed, answer.question())
                                .isEqualTo(figures.answer(who, answer.question()));
                        counted += answer.cases() > 0 ? 1 : 0;
                    }
                }
            }
        }
        assertThat(counted).as("a test of empty figures proves little").isGreaterThan(40);
        figures.forEverybody(cast.tenant(), Catalogue.figures().toList(), periods, asOf).values().forEach(answers -> answers.forEach(answer ->
                assertThat(answer).usingRecursiveComparison().ignoringFields("cutOff").as("seed %d, %s", seed, answer.question())
                        .isEqualTo(figures.answer(cast.auditor(), answer.question()))));
    }

    /// By what a reader of the journal would say, without the machinery figures use.
    @Test
    void the_plainest_figures_are_what_anybody_would_count_from_the_entries() {
        for (int i = 0; i < DATES; i++) {
            var day = life.anyDay(BEGAN, clock.today());
            var from = life.anyDay(BEGAN, day);
            var then = until(day);
            var lines = then.values().stream().flatMap(List::stream).filter(line -> !line.day().isBefore(from)).map(Line::entry).toList();
            var stand = then.entrySet().stream().map(one -> Lifecycle.replay(one.getKey(), one.getValue())).toList();
            same("listed", from, day, count(lines, entry -> entry instanceof Entry.Listed));
            same("raised", from, day, count(lines, entry -> entry instanceof Entry.Raised));
            same("solved", from, day, count(lines, entry -> entry instanceof Entry.Closed closed && closed.outcome() == Outcome.SOLVED));
            same("open", from, day, stand.stream().filter(Matter::open).count());
            same("parked", from, day, stand.stream().filter(one -> one.stage() instanceof Stage.Parked)
                    .filter(one -> lamps.turning(cast.tenant(), one).parkedAt(one.stage().named(), end(day).toInstant())).count());
            same("reopened", from, day, count(lines, entry -> entry instanceof Entry.Reopened));
            same("slips-sent", from, day, count(lines, entry -> entry instanceof Entry.SlipSent));
            same("slips-lapsed", from, day, count(lines, entry -> entry instanceof Entry.SlipEnded ended && ended.how().equals("LAPSED")));
        }
    }

    private void same(String figure, LocalDate from, LocalDate day, long counted) {
        assertThat(figures.answer(cast.auditor(), new Question(Catalogue.figure(figure).orElseThrow(), from, day, day, List.of())).value())
                .as("seed %d: %s from %s to %s", seed, figure, from, day).contains(BigDecimal.valueOf(counted));
    }

    private static long count(Collection<Entry> entries, Predicate<Entry> test) {
        return entries.stream().filter(test).count();
    }

    private record Hand(Optional<BigDecimal> value, List<Case.Id> cases) {}

    private Hand byHand(Question question, Map<MatterId, List<Line>> then) {
        var at = new Standpoint(question.asOf(), end(question.asOf()), directory.treeOf(cast.tenant()), directory.organisations(cast.tenant()).stream()
                .collect(Collectors.toMap(Organisation::id, Organisation::kind)));
        var known = read.computeIfAbsent(question.asOf(), _ -> new HashMap<>());
        var cases = then.entrySet().stream().flatMap(one -> known.computeIfAbsent(one.getKey(), id -> List.copyOf(CaseReading.of(id, one.getValue(),
                        matter -> lamps.turning(cast.tenant(), matter), _ -> null, clock.getZone()).lastEntry().getValue())).stream())
                .filter(one -> question.looksAt(one, at)).toList();
        var figure = question.figure();
        var formula = formulas.month(cast.tenant(), YearMonth.from(question.to())).formula();
        long part = cases.stream().filter(one -> figure.part().stream().allMatch(it -> it.holds(one, at))).count();
        Optional<BigDecimal> value = switch (figure.tally()) {
            case Tally.Count _ -> Optional.of(BigDecimal.valueOf(cases.size()));
            case Tally.Share _ -> percent(BigDecimal.valueOf(part), cases.size());
            case Tally.Satisfaction _ -> percent(BigDecimal.valueOf(part).add(formula.fairly().multiply(BigDecimal.valueOf(
                    cases.stream().filter(one -> Catalogue.FAIRLY.holds(one, at)).count()))), cases.size());
            case Tally.Sum(var field) -> Optional.of(BigDecimal.valueOf(cases.stream().mapToInt(one -> (Integer) one.fact(field)).sum()));
            case Tally.Days(var from, var to, int percentile) -> percentile(
                    cases.stream().mapToLong(one -> ChronoUnit.DAYS.between(one.day(from), one.day(to))).sorted().toArray(), percentile);
        };
        return new Hand(value, cases.stream().map(Case::id).toList());
    }

    private OffsetDateTime end(LocalDate day) {
        var end = day.plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime().minusNanos(1000);
        return end.isAfter(OffsetDateTime.now(clock)) ? OffsetDateTime.now(clock) : end;
    }

    private static Optional<BigDecimal> percent(BigDecimal part, int of) {
        return of == 0 ? Optional.empty() : Optional.of(part.multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(of), 2, RoundingMode.HALF_UP));
    }

    private static Optional<BigDecimal> percentile(long[] sorted, int percentile) {
        if (sorted.length == 0) {
            return Optional.empty();
        }
        double place = percentile / 100.0 * (sorted.length - 1);
        int below = (int) place;
        double value = sorted[below] + (place - below) * (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]);
        return Optional.of(BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP));
    }

    /// A figure somebody might make.
    private static Figure any(Random random) {
        var kind = CaseKind.values()[random.nextInt(CaseKind.values().length)];
        var where = new ArrayList<Condition>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            where.add(any(random, kind));
        }
        var days = Stream.of(Field.values()).filter(field -> field.type() == Field.Type.DAY && field.of(kind)).toList();
        var window = random.nextBoolean() ? null : days.get(random.nextInt(days.size()));
        return new Figure("any", 1, null, kind, where, window, random.nextBoolean() ? new Tally.Count() : new Tally.Share(List.of(any(random, kind))));
    }

    private static Condition any(Random random, CaseKind kind) {
        while (true) {
            var field = Field.values()[random.nextInt(Field.values().length)];
            var op = Condition.Op.values()[random.nextInt(Condition.Op.values().length)];
            if (!field.of(kind) || !field.offered() || !op.fits(field.type()) || !field.kept() && op.bare() || op == Condition.Op.WITHIN) {
                continue;
            }
            var value = switch (field.type()) {
                case CODE -> field.codes().isEmpty() ? "hotline" : field.codes().get(random.nextInt(field.codes().size()));
                case DAY -> BEGAN.plusDays(random.nextInt(DAYS)).toString();
                case NUMBER -> Integer.toString(random.nextInt(3));
                case FLAG -> Boolean.toString(random.nextBoolean());
                case TEXT -> List.of("热线", "照明", "南街", "王镇长", "%").get(random.nextInt(5));
                case UNIT, INSTANT -> "1";
            };
            return new Condition(field, op, op.bare() ? List.of() : List.of(value));
        }
    }
}
