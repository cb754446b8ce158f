package org.mingbai.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mingbai.directory.Access;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.mingbai.reporting.cases.CaseAsking;
import org.mingbai.reporting.cases.CaseConditions;
import org.mingbai.reporting.cases.Gathering;
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

    private static final int PERCENT_PLACES = 2;
    private static final int DAY_PLACES = 1;

    private final Gathering gathering;
    private final CaseAsking asking;
    private final Readers readers;
    private final Grounds grounds;
    private final Series series;
    private final Formulas formulas;
    private final TransactionTemplate oneMoment;
    private final Clock clock;

    Figures(Gathering gathering, CaseAsking asking, Readers readers, Grounds grounds, Series series, Formulas formulas,
            PlatformTransactionManager transactions, Clock clock) {
        this.gathering = gathering;
        this.asking = asking;
        this.readers = readers;
        this.grounds = grounds;
        this.series = series;
        this.formulas = formulas;
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

    /// The first day of which something is known that may be told to everybody.
    public Optional<LocalDate> began(TenantId tenant) {
        gathering.catchUp(tenant);
        return asking.began(tenant);
    }

    /// Several figures of the whole body, period by period, for people nobody knows: the same as whoever sees everything reads in a paper for others.
    public SequencedMap<String, List<FigureAnswer>> forEverybody(TenantId tenant, List<Figure> asked, Periods periods, LocalDate asOf) {
        return series(readers.everybody(tenant), asked, periods, asOf, List.of());
    }

    /// Which cases of these matters are among those counted for everybody.
    public List<Case> forEverybody(TenantId tenant, Question question, Collection<MatterId> matters) {
        return atOneMoment(() -> {
            var looked = look(readers.everybody(tenant), question);
            looked.where().among(matters.stream().map(MatterId::value).toList());
            return asking.cases(looked.where(), CASES_MAX);
        });
    }

    /// Several figures, each period by period: of what stands at a cut-off, as it stood at the end of each.
    /// @param asOf what was written by the end of that day counts, and nothing later
    /// @return by the figure's code, in the order asked
    public SequencedMap<String, List<FigureAnswer>> series(SignedIn who, List<Figure> asked, Periods periods, LocalDate asOf, List<Condition> narrowed) {
        return series(readers.alone(who), asked, periods, asOf, narrowed);
    }

    private SequencedMap<String, List<FigureAnswer>> series(Reader who, List<Figure> asked, Periods periods, LocalDate asOf, List<Condition> narrowed) {
        boolean complete = gathering.catchUp(who.tenant());
        var all = formulas.of(who.tenant());
        var answers = new LinkedHashMap<String, List<FigureAnswer>>();
        asked.forEach(figure -> answers.put(figure.code(), new ArrayList<>()));
        series.alike(who, asked, periods, asOf, narrowed).forEach((alike, figures) -> {
            var counted = atOneMoment(() -> series.counted(who, alike, figures, periods, asOf, narrowed));
            for (int i = 0; i < periods.size(); i++) {
                for (int j = 0; j < figures.size(); j++) {
                    var figure = figures.get(j);
                    var question = Series.question(figure, periods, i, asOf, narrowed, who.forAll());
                    var formula = all.stream().filter(one -> one.holdsFor(YearMonth.from(question.to()))).findFirst().orElseThrow();
                    Objects.requireNonNull(answers.get(figure.code()))
                            .add(answer(question, grounds.cutOff(question.asOf()), formula, counted.get(i).get(j), complete));
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
        var reader = readers.alone(who);
        var formula = formulas.month(who.tenant(), YearMonth.from(to)).formula();
        var periods = new Periods(List.of(from), to);
        var answers = new LinkedHashMap<String, FigureAnswer>();
        var counted = new HashMap<String, Tally.Counted>();
        series.alike(reader, asked, periods, asOf, narrowed).forEach((alike, figures) -> {
            var of = atOneMoment(() -> alike.window().isEmpty() ? series.standing(reader, alike, figures, asOf, narrowed)
                    : series.counted(reader, alike, figures, periods, asOf, narrowed).getFirst());
            for (int i = 0; i < figures.size(); i++) {
                counted.put(figures.get(i).code(), of.get(i));
            }
        });
        asked.forEach(figure -> {
            var question = new Question(figure, from, to, asOf, Series.narrowed(figure, narrowed));
            answers.put(figure.code(), answer(question, grounds.cutOff(asOf), formula, Objects.requireNonNull(counted.get(figure.code())), complete));
        });
        return answers;
    }

    /// The same by the values of a field.
    public FigureAnswer.Sides sides(SignedIn who, Question question, Field by) {
        boolean complete = gathering.catchUp(who.tenant());
        if (by == Field.LEVEL) {
            return atOneMoment(() -> byLevel(who, question));
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
        return grounds.standpoint(tenant, asOf);
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
        return look(readers.alone(who), question);
    }

    private Looked look(Reader who, Question question) {
        var ground = grounds.seenBy(who, question.figure().of(), question.asOf());
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
