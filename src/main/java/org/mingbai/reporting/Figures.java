package org.mingbai.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Organisation;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Sight;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.reporting.cases.CaseAsking;
import org.mingbai.reporting.cases.CaseConditions;
import org.mingbai.reporting.cases.CaseSums;
import org.mingbai.reporting.cases.Gathering;
import org.mingbai.reporting.cases.SumDays;
import org.mingbai.verdict.Formula;
import org.mingbai.verdict.Formulas;
import org.mingbai.verdict.Rates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Answers figures: each from the cases whoever asks may open, and from no others.
@Component
public class Figures {

    /// How many sides are laid side by side at most.
    public static final int SIDES_MAX = 200;
    public static final int CASES_MAX = 500;

    private static final CaseConditions.Said NONE = new CaseConditions.Said("false", List.of());
    private static final int PERCENT_PLACES = 2;
    private static final int DAY_PLACES = 1;

    private final Gathering gathering;
    private final CaseAsking asking;
    private final Matters matters;
    private final Registers registers;
    private final Directory directory;
    private final Formulas formulas;
    private final SumDays sumDays;
    private final TransactionTemplate oneMoment;
    private final Clock clock;

    Figures(Gathering gathering, CaseAsking asking, Matters matters, Registers registers, Directory directory, Formulas formulas, SumDays sumDays,
            PlatformTransactionManager transactions, Clock clock) {
        this.gathering = gathering;
        this.asking = asking;
        this.matters = matters;
        this.registers = registers;
        this.directory = directory;
        this.formulas = formulas;
        this.sumDays = sumDays;
        this.oneMoment = new TransactionTemplate(transactions);
        this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.oneMoment.setReadOnly(true);
        this.clock = clock;
    }

    /// Which of a figure's cases are asked for.
    public enum Portion {
        ALL,
        /// Those that make up the numerator of a share.
        PART,
        /// The others.
        REST
    }

    /// Why this person cannot have it answered; nothing where they can.
    public Optional<FigureRefusal> refusal(SignedIn who, Question question) {
        var today = LocalDate.now(clock);
        if (question.asOf().isAfter(today)) {
            return Optional.of(new FigureRefusal.InTheFuture(question.asOf()));
        }
        var barred = barred(who, question);
        if (barred.isPresent()) {
            return barred;
        }
        gathering.catchUp(who.tenant());
        return asking.began(who.tenant()).map(began -> began.isAfter(question.asOf())
                        ? Optional.<FigureRefusal>of(new FigureRefusal.BeforeTheLedger(question.asOf(), began)) : Optional.<FigureRefusal>empty())
                .orElseGet(() -> Optional.of(new FigureRefusal.NothingWritten()));
    }

    /// Whether it asks for a field this person may not see.
    public Optional<FigureRefusal> barred(SignedIn who, Question question) {
        return Stream.concat(question.figure().fields().stream(), question.narrowed().stream().map(Condition::field))
                .filter(field -> !Access.may(who, field.needs())).findFirst().map(FigureRefusal.FieldNotYours::new);
    }

    /// Whether all that was written until now has been read.
    public boolean complete(SignedIn who) {
        return gathering.catchUp(who.tenant());
    }

    public FigureAnswer answer(SignedIn who, Question question) {
        boolean complete = gathering.catchUp(who.tenant());
        return atOneMoment(() -> {
            var looked = look(who, question);
            return answer(looked, asking.counted(looked.where(), question.figure().tally(), looked.part(), looked.lesser()), complete);
        });
    }

    /// What is kept from a reader, and what they see, is read at one moment: what came in between must not come out as the difference.
    private <T> T atOneMoment(Supplier<T> asked) {
        return Objects.requireNonNull(oneMoment.execute(_ -> asked.get()));
    }

    /// Which figures can be counted from the same cases in one go.
    /// @param summed whether the sums of months tell them
    private record Alike(CaseKind of, Optional<Field> window, boolean summed) {}

    /// The first day of which something is known that may be told to everybody.
    public Optional<LocalDate> began(TenantId tenant) {
        gathering.catchUp(tenant);
        return asking.began(tenant);
    }

    /// Whose eyes cases are looked at with.
    /// @param summable how the sums of months tell what they see; nothing where they see only cases here and there
    /// @param forAll   whether others read it too: then what is kept from a unit does not count
    private record Reader(TenantId tenant, Consumer<CaseConditions> restricted, Optional<Summable> summable, boolean forAll) {}

    /// What somebody sees, told by the sums of what they see whole.
    /// @param whole  restricts to that
    /// @param hidden restricts to the few of it that are kept from them, which are counted one by one and taken off
    /// @param others what they see only some of, which is counted one by one and added
    private record Summable(Consumer<CaseConditions> whole, Consumer<CaseConditions> hidden, Optional<Others> others) {}

    /// @param all  restricts to all of it
    /// @param seen restricts to what they see of it
    private record Others(Consumer<CaseConditions> all, Consumer<CaseConditions> seen) {}

    private Reader alone(SignedIn who) {
        return new Reader(who.tenant(), where -> restrict(who, where), summable(who), false);
    }

    private Optional<Summable> summable(SignedIn who) {
        return switch (directory.sightOf(who)) {
            case Sight.Everything _ -> Optional.of(whole(who));
            case Sight.Nothing _ -> Optional.empty();
            case Sight.Within(var units) when keepsAll(who, units) -> Optional.of(whole(who));
            case Sight.Within(var units) -> Optional.of(registersOf(who, units)).filter(own -> !own.isEmpty()).map(own -> new Summable(
                    where -> where.onRegisters(own),
                    where -> {
                        where.onRegisters(own);
                        where.among(kept(who));
                    },
                    Optional.of(new Others(where -> where.onOtherRegisters(own), where -> {
                        where.onOtherRegisters(own);
                        where.seenBy(who.tenant(), values(units), List.of());
                        where.without(kept(who));
                    }))));
        };
    }

    private Summable whole(SignedIn who) {
        return new Summable(_ -> {}, where -> where.among(kept(who)), Optional.empty());
    }

    private Reader everybody(TenantId tenant) {
        return new Reader(tenant, where -> where.withoutKept(tenant), Optional.of(new Summable(_ -> {}, where -> where.onlyKept(tenant), Optional.empty())),
                true);
    }

    private List<Long> kept(SignedIn who) {
        return matters.keptFrom(who).stream().map(MatterId::value).toList();
    }

    /// Several figures of the whole body, period by period, for people nobody knows: the same as whoever sees everything reads in a paper for others.
    public SequencedMap<String, List<FigureAnswer>> forEverybody(TenantId tenant, List<Figure> asked, Periods periods, LocalDate asOf) {
        return series(everybody(tenant), asked, periods, asOf, List.of());
    }

    /// Which cases of these matters are among those counted for everybody.
    public List<Case> forEverybody(TenantId tenant, Question question, Collection<MatterId> matters) {
        return atOneMoment(() -> {
            var looked = look(everybody(tenant), question);
            looked.where().among(matters.stream().map(MatterId::value).toList());
            return asking.cases(looked.where(), CASES_MAX);
        });
    }

    /// Several figures, each period by period: of what stands at a cut-off, as it stood at the end of each.
    /// @param asOf what was written by the end of that day counts, and nothing later
    /// @return by the figure's code, in the order asked
    public SequencedMap<String, List<FigureAnswer>> series(SignedIn who, List<Figure> asked, Periods periods, LocalDate asOf, List<Condition> narrowed) {
        return series(alone(who), asked, periods, asOf, narrowed);
    }

    private SequencedMap<String, List<FigureAnswer>> series(Reader who, List<Figure> asked, Periods periods, LocalDate asOf, List<Condition> narrowed) {
        boolean complete = gathering.catchUp(who.tenant());
        var all = formulas.of(who.tenant());
        var answers = new LinkedHashMap<String, List<FigureAnswer>>();
        asked.forEach(figure -> answers.put(figure.code(), new ArrayList<>()));
        alike(who, asked, periods, asOf, narrowed).forEach((alike, figures) -> {
            var counted = atOneMoment(() -> counted(who, alike, figures, periods, asOf, narrowed));
            for (int i = 0; i < periods.size(); i++) {
                for (int j = 0; j < figures.size(); j++) {
                    var figure = figures.get(j);
                    var question = question(figure, periods, i, asOf, narrowed, who.forAll());
                    var formula = all.stream().filter(one -> one.holdsFor(YearMonth.from(question.to()))).findFirst().orElseThrow();
                    Objects.requireNonNull(answers.get(figure.code())).add(answer(question, cutOff(question.asOf()), formula, counted.get(i).get(j), complete));
                }
            }
        });
        return answers;
    }

    /// Several figures of one time, each as it is answered alone: what is counted from the same cases is read once.
    /// @return by the figure's code, in the order asked
    public SequencedMap<String, FigureAnswer> together(SignedIn who, List<Figure> asked, LocalDate from, LocalDate to, LocalDate asOf,
            List<Condition> narrowed) {
        boolean complete = gathering.catchUp(who.tenant());
        var reader = alone(who);
        var formula = formulas.month(who.tenant(), YearMonth.from(to)).formula();
        var periods = new Periods(List.of(from), to);
        var answers = new LinkedHashMap<String, FigureAnswer>();
        var counted = new HashMap<String, Tally.Counted>();
        alike(reader, asked, periods, asOf, narrowed).forEach((alike, figures) -> {
            var of = atOneMoment(() -> alike.window().isEmpty() ? standing(reader, alike, figures, asOf, narrowed)
                    : counted(reader, alike, figures, periods, asOf, narrowed).getFirst());
            for (int i = 0; i < figures.size(); i++) {
                counted.put(figures.get(i).code(), of.get(i));
            }
        });
        asked.forEach(figure -> answers.put(figure.code(), answer(new Question(figure, from, to, asOf, narrowed(figure, narrowed)), cutOff(asOf), formula,
                Objects.requireNonNull(counted.get(figure.code())), complete)));
        return answers;
    }

    private Map<Alike, List<Figure>> alike(Reader who, List<Figure> asked, Periods periods, LocalDate asOf, List<Condition> narrowed) {
        boolean summed = who.summable().isPresent() && CaseSums.span(periods, asOf)
                && (latest(asOf) || sumDays.tell(who.tenant(), asOf, periods.from(0)));
        return asked.stream().collect(Collectors.groupingBy(figure -> new Alike(figure.of(), Optional.ofNullable(figure.window()),
                summed && CaseSums.tell(figure, narrowed))));
    }

    private static List<Condition> narrowed(Figure figure, List<Condition> narrowed) {
        return narrowed.stream().filter(one -> one.field().of(figure.of())).toList();
    }

    private static Question question(Figure figure, Periods periods, int i, LocalDate asOf, List<Condition> narrowed, boolean forAll) {
        var day = figure.window() == null && periods.to(i).isBefore(asOf) ? periods.to(i) : asOf;
        return new Question(figure, periods.from(i), periods.to(i), day, narrowed(figure, narrowed), forAll);
    }

    /// By period, and in each by figure.
    private List<List<Tally.Counted>> counted(Reader who, Alike alike, List<Figure> figures, Periods periods, LocalDate asOf, List<Condition> narrowed) {
        var each = IntStream.range(0, periods.size()).boxed();
        if (alike.window().isEmpty()) {
            return each.map(i -> standing(who, alike, figures, question(figures.getFirst(), periods, i, asOf, narrowed, who.forAll()).asOf(), narrowed))
                    .toList();
        }
        var found = alike.summed() ? summed(who, alike, figures, periods, asOf, narrowed)
                : windowed(ground(who, alike.of(), asOf), alike, figures, periods, narrowed);
        return each.map(i -> found.getOrDefault(i + 1, none(figures))).toList();
    }

    /// What stands at the end of a day.
    private List<Tally.Counted> standing(Reader who, Alike alike, List<Figure> figures, LocalDate day, List<Condition> narrowed) {
        var ground = ground(who, alike.of(), day);
        ground.where().and(common(figures), ground.units());
        ground.where().and(narrowed(figures.getFirst(), narrowed), ground.units());
        return asking.several(ground.where(), ground.asked(figures));
    }

    private static List<Tally.Counted> none(List<Figure> figures) {
        return Collections.nCopies(figures.size(), new Tally.Counted(0, 0, 0, BigDecimal.ZERO));
    }

    private Map<Integer, List<Tally.Counted>> windowed(Ground ground, Alike alike, List<Figure> figures, Periods periods, List<Condition> narrowed) {
        ground.where().within(alike.window().orElseThrow(), periods.from(0), periods.to());
        ground.where().and(common(figures), ground.units());
        ground.where().and(narrowed(figures.getFirst(), narrowed), ground.units());
        return asking.series(ground.where(), alike.window().orElseThrow(), periods.starts(), ground.asked(figures));
    }

    /// What this reader sees whole by its sums, without the few of it that are kept from them, and with what they see of the rest.
    private Map<Integer, List<Tally.Counted>> summed(Reader who, Alike alike, List<Figure> figures, Periods periods, LocalDate asOf,
            List<Condition> narrowed) {
        var by = who.summable().orElseThrow();
        var at = standpoint(who.tenant(), asOf);
        var all = new HashMap<>(sums(who, by.whole(), at, alike, figures, periods, narrowed));
        combine(all, windowed(one(who, by.hidden(), at, alike), alike, figures, periods, narrowed), Tally.Counted::without);
        by.others().filter(others -> !sums(who, others.all(), at, alike, figures, periods, narrowed).isEmpty()).ifPresent(others ->
                combine(all, windowed(one(who, others.seen(), at, alike), alike, figures, periods, narrowed), Tally.Counted::with));
        return all;
    }

    private Map<Integer, List<Tally.Counted>> sums(Reader who, Consumer<CaseConditions> restricted, Standpoint at, Alike alike, List<Figure> figures,
            Periods periods, List<Condition> narrowed) {
        var sums = new Ground(at, CaseConditions.ofSums(who.tenant(), alike.of(), alike.window().orElseThrow(), periods.from(0), periods.to(), at.now(),
                latest(at.day()) ? Optional.empty() : Optional.of(at.day())));
        restricted.accept(sums.where());
        sums.where().and(common(figures), sums.units());
        sums.where().and(narrowed(figures.getFirst(), narrowed), sums.units());
        return asking.sums(sums.where(), periods.starts(), sums.asked(figures));
    }

    private Ground one(Reader who, Consumer<CaseConditions> restricted, Standpoint at, Alike alike) {
        var ground = new Ground(at, new CaseConditions(who.tenant(), alike.of(), at.day(), at.now(), latest(at.day())));
        restricted.accept(ground.where());
        return ground;
    }

    private static void combine(Map<Integer, List<Tally.Counted>> all, Map<Integer, List<Tally.Counted>> some, BinaryOperator<Tally.Counted> how) {
        some.forEach((period, counted) -> all.merge(period, counted,
                (of, more) -> IntStream.range(0, of.size()).mapToObj(i -> how.apply(of.get(i), more.get(i))).toList()));
    }

    /// What all of them ask, so that no case is read that none of them counts.
    private static List<Condition> common(List<Figure> figures) {
        return figures.getFirst().where().stream().filter(one -> figures.stream().allMatch(figure -> figure.where().contains(one))).toList();
    }

    /// The same by the values of a field.
    public FigureAnswer.Sides sides(SignedIn who, Question question, Field by) {
        boolean complete = gathering.catchUp(who.tenant());
        if (by == Field.LEVEL) {
            return byLevel(who, question);
        }
        return atOneMoment(() -> {
            var looked = look(who, question);
            var found = asking.sides(looked.where(), by, question.figure().tally(), looked.part(), looked.lesser(), SIDES_MAX + 1);
            var sides = found.entrySet().stream().limit(SIDES_MAX)
                    .map(side -> new FigureAnswer.Side(side.getKey(), answer(looked, side.getValue(), complete))).toList();
            return new FigureAnswer.Sides(by, sides, found.size() > SIDES_MAX);
        });
    }

    /// What sort of body a unit is stands with no case.
    private FigureAnswer.Sides byLevel(SignedIn who, Question question) {
        var sides = Field.LEVEL.codes().stream()
                .map(kind -> new FigureAnswer.Side(kind, answer(who, question.narrowedTo(Condition.is(Field.LEVEL, kind)))))
                .filter(side -> side.answer().cases() > 0).toList();
        return new FigureAnswer.Sides(Field.LEVEL, sides, false);
    }

    /// The cases themselves, those of the newest matters first.
    /// @param after the last one of the page before; nothing for the first page
    public List<Case> cases(SignedIn who, Question question, Portion portion, Optional<Case.Id> after, int limit) {
        gathering.catchUp(who.tenant());
        return atOneMoment(() -> {
            var looked = look(who, question);
            portioned(looked, portion);
            after.ifPresent(last -> looked.where().after(last.matter().value(), last.no()));
            return asking.cases(looked.where(), Math.min(limit, CASES_MAX));
        });
    }

    /// What its cases are, as one digest.
    public String digest(SignedIn who, Question question) {
        return atOneMoment(() -> {
            var looked = look(who, question);
            return asking.digest(looked.where(), looked.part());
        });
    }

    private void portioned(Looked looked, Portion portion) {
        var part = looked.question.figure().part();
        switch (portion) {
            case ALL -> {
            }
            case PART -> looked.where().and(part, looked.ground.units());
            case REST -> looked.where().andNot(part, looked.ground.units());
        }
    }

    /// From where cases are looked at for a question.
    public Standpoint standpoint(TenantId tenant, LocalDate asOf) {
        return new Standpoint(asOf, cutOff(asOf), directory.treeOf(tenant), directory.organisations(tenant).stream()
                .collect(Collectors.toMap(Organisation::id, Organisation::kind)));
    }

    private boolean latest(LocalDate asOf) {
        return !asOf.isBefore(LocalDate.now(clock));
    }

    private OffsetDateTime cutOff(LocalDate asOf) {
        var now = OffsetDateTime.now(clock);
        var end = asOf.plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime().minusNanos(1000);
        return end.isAfter(now) ? now : end;
    }

    /// The cases of a kind that somebody may open, as they stood on a day.
    private record Ground(Standpoint at, CaseConditions where) {

        CaseConditions.Units units() {
            return new CaseConditions.Units() {
                @Override
                public Collection<Long> ofKind(Set<String> kinds) {
                    return at.ofKind(kinds);
                }

                @Override
                public Collection<Long> within(long top) {
                    return at.within(top);
                }
            };
        }

        CaseConditions.Said part(Figure figure) {
            return figure.part().isEmpty() ? NONE : where.together(figure.part(), units());
        }

        CaseConditions.Said lesser(Figure figure) {
            return figure.tally() instanceof Tally.Satisfaction ? where.together(List.of(Catalogue.FAIRLY), units()) : NONE;
        }

        List<CaseAsking.Asked> asked(List<Figure> figures) {
            return figures.stream().map(figure -> new CaseAsking.Asked(where.together(figure.counted(), units()), figure.tally(), part(figure),
                    lesser(figure))).toList();
        }
    }

    private record Looked(Question question, Ground ground, Formula formula) {

        CaseConditions where() {
            return ground.where();
        }

        CaseConditions.Said part() {
            return ground.part(question.figure());
        }

        CaseConditions.Said lesser() {
            return ground.lesser(question.figure());
        }
    }

    private Looked look(SignedIn who, Question question) {
        return look(alone(who), question);
    }

    private Looked look(Reader who, Question question) {
        var ground = ground(who, question.figure().of(), question.asOf());
        if (question.figure().window() != null) {
            ground.where().within(question.figure().window(), question.from(), question.to());
        }
        ground.where().and(question.figure().counted(), ground.units());
        ground.where().and(question.narrowed(), ground.units());
        if (question.forAll()) {
            ground.where().withoutKept(who.tenant());
        }
        return new Looked(question, ground, formulas.month(who.tenant(), YearMonth.from(question.to())).formula());
    }

    private Ground ground(Reader who, CaseKind of, LocalDate asOf) {
        var at = standpoint(who.tenant(), asOf);
        var where = new CaseConditions(who.tenant(), of, at.day(), at.now(), latest(asOf));
        who.restricted().accept(where);
        return new Ground(at, where);
    }

    /// To what this person may open now, whatever day they ask for (I4, I9).
    private void restrict(SignedIn who, CaseConditions where) {
        switch (directory.sightOf(who)) {
            case Sight.Everything _ -> {
            }
            case Sight.Nothing _ -> where.nothing();
            case Sight.Within(var units) when keepsAll(who, units) -> {
            }
            case Sight.Within(var units) -> where.seenBy(who.tenant(), values(units), registersOf(who, units));
        }
        where.without(kept(who));
    }

    private List<String> registersOf(SignedIn who, Set<OrganisationId> units) {
        return registers.of(who.tenant()).stream().filter(register -> units.contains(register.office())).map(Register::code).toList();
    }

    /// Every case stands on one of the registers: who keeps them all sees them all.
    private boolean keepsAll(SignedIn who, Set<OrganisationId> units) {
        var offices = registers.offices(who.tenant());
        return !offices.isEmpty() && units.containsAll(offices);
    }

    private static Set<Long> values(Set<OrganisationId> units) {
        return units.stream().map(OrganisationId::value).collect(Collectors.toSet());
    }

    private static FigureAnswer answer(Looked looked, Tally.Counted counted, boolean complete) {
        return answer(looked.question, looked.ground.at().now(), looked.formula, counted, complete);
    }

    private static FigureAnswer answer(Question question, OffsetDateTime cutOff, Formula formula, Tally.Counted counted, boolean complete) {
        var tally = question.figure().tally();
        Optional<Rates.Share> interval = tally instanceof Tally.Share && counted.cases() > 0
                ? Optional.of(Rates.share(Math.toIntExact(counted.part()), Math.toIntExact(counted.cases()))) : Optional.empty();
        Optional<Integer> version = tally instanceof Tally.Satisfaction ? Optional.of(formula.version()) : Optional.empty();
        long part = tally instanceof Tally.Satisfaction ? counted.part() + counted.lesser() : counted.part();
        return new FigureAnswer(question, value(tally, counted, formula), counted.cases(), part, interval, cutOff, complete, version);
    }

    /// What the counted cases come to. Of none there is no share and no time; a count of none is 0.
    static Optional<BigDecimal> value(Tally tally, Tally.Counted counted, Formula formula) {
        return switch (tally) {
            case Tally.Count _ -> Optional.of(BigDecimal.valueOf(counted.cases()));
            case Tally.Sum _ -> Optional.of(counted.number().setScale(0, RoundingMode.UNNECESSARY));
            case Tally.Days _ -> counted.cases() == 0 ? Optional.empty() : Optional.of(counted.number().setScale(DAY_PLACES, RoundingMode.HALF_UP));
            case Tally.Share _ -> percent(BigDecimal.valueOf(counted.part()), counted.cases());
            case Tally.Satisfaction _ -> percent(BigDecimal.valueOf(counted.part()).add(formula.fairly().multiply(BigDecimal.valueOf(counted.lesser()))),
                    counted.cases());
        };
    }

    private static Optional<BigDecimal> percent(BigDecimal part, long of) {
        return of == 0 ? Optional.empty()
                : Optional.of(part.multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(of), PERCENT_PLACES, RoundingMode.HALF_UP));
    }
}
