package org.mingbai.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mingbai.reporting.cases.CaseAsking;
import org.mingbai.reporting.cases.CaseConditions;
import org.mingbai.reporting.cases.CaseSums;
import org.mingbai.reporting.cases.SumDays;
import org.springframework.stereotype.Component;

/// Counts several figures in as few readings as they allow: period by period, and by the sums of months where those tell them.
@Component
class Series {

    private final CaseAsking asking;
    private final Grounds grounds;
    private final SumDays sumDays;

    Series(CaseAsking asking, Grounds grounds, SumDays sumDays) {
        this.asking = asking;
        this.grounds = grounds;
        this.sumDays = sumDays;
    }

    /// Which figures can be counted from the same cases in one go.
    /// @param summed whether the sums of months tell them
    record Alike(CaseKind of, Optional<Field> window, boolean summed) {}

    Map<Alike, List<Figure>> alike(Reader who, List<Figure> asked, Periods periods, LocalDate asOf, List<Condition> narrowed) {
        boolean summed = who.summable().isPresent() && CaseSums.span(periods, asOf)
                && (grounds.latest(asOf) || sumDays.tell(who.tenant(), asOf, periods.from(0)));
        return asked.stream().collect(Collectors.groupingBy(figure -> new Alike(figure.of(), Optional.ofNullable(figure.window()),
                summed && CaseSums.tell(figure, narrowed))));
    }

    static List<Condition> narrowed(Figure figure, List<Condition> narrowed) {
        return narrowed.stream().filter(one -> one.field().of(figure.of())).toList();
    }

    static Question question(Figure figure, Periods periods, int i, LocalDate asOf, List<Condition> narrowed, boolean forAll) {
        var day = figure.window() == null && periods.to(i).isBefore(asOf) ? periods.to(i) : asOf;
        return new Question(figure, periods.from(i), periods.to(i), day, narrowed(figure, narrowed), forAll);
    }

    /// By period, and in each by figure.
    List<List<Tally.Counted>> counted(Reader who, Alike alike, List<Figure> figures, Periods periods, LocalDate asOf, List<Condition> narrowed) {
        var each = IntStream.range(0, periods.size()).boxed();
        if (alike.window().isEmpty()) {
            return each.map(i -> standing(who, alike, figures, question(figures.getFirst(), periods, i, asOf, narrowed, who.forAll()).asOf(), narrowed))
                    .toList();
        }
        var found = alike.summed() ? summed(who, alike, figures, periods, asOf, narrowed)
                : windowed(grounds.seenBy(who, alike.of(), asOf), alike, figures, periods, narrowed);
        return each.map(i -> found.getOrDefault(i + 1, none(figures))).toList();
    }

    /// What stands at the end of a day.
    List<Tally.Counted> standing(Reader who, Alike alike, List<Figure> figures, LocalDate day, List<Condition> narrowed) {
        var ground = grounds.seenBy(who, alike.of(), day);
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
        var at = grounds.standpoint(who.tenant(), asOf);
        var all = new HashMap<>(sums(who, by.whole(), at, alike, figures, periods, narrowed));
        combine(all, windowed(grounds.at(at, who.tenant(), alike.of(), by.hidden()), alike, figures, periods, narrowed), Tally.Counted::without);
        by.others().filter(others -> !sums(who, others.all(), at, alike, figures, periods, narrowed).isEmpty()).ifPresent(others ->
                combine(all, windowed(grounds.at(at, who.tenant(), alike.of(), others.seen()), alike, figures, periods, narrowed), Tally.Counted::with));
        return all;
    }

    private Map<Integer, List<Tally.Counted>> sums(Reader who, Consumer<CaseConditions> restricted, Standpoint at, Alike alike, List<Figure> figures,
            Periods periods, List<Condition> narrowed) {
        var sums = new Ground(at, CaseConditions.ofSums(who.tenant(), alike.of(), alike.window().orElseThrow(), periods.from(0), periods.to(), at.now(),
                grounds.latest(at.day()) ? Optional.empty() : Optional.of(at.day())));
        restricted.accept(sums.where());
        sums.where().and(common(figures), sums.units());
        sums.where().and(narrowed(figures.getFirst(), narrowed), sums.units());
        return asking.sums(sums.where(), periods.starts(), sums.asked(figures));
    }

    private static void combine(Map<Integer, List<Tally.Counted>> all, Map<Integer, List<Tally.Counted>> some, BinaryOperator<Tally.Counted> how) {
        some.forEach((period, counted) -> all.merge(period, counted,
                (of, more) -> IntStream.range(0, of.size()).mapToObj(i -> how.apply(of.get(i), more.get(i))).toList()));
    }

    /// What all of them ask, so that no case is read that none of them counts.
    private static List<Condition> common(List<Figure> figures) {
        return figures.getFirst().where().stream().filter(one -> figures.stream().allMatch(figure -> figure.where().contains(one))).toList();
    }
}
