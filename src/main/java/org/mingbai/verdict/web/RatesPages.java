package org.mingbai.verdict.web;

import static org.mingbai.shell.Words.t;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Right;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Registers;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.Pager;
import org.mingbai.verdict.Answer;
import org.mingbai.verdict.Counted;
import org.mingbai.verdict.Formula;
import org.mingbai.verdict.Formulas;
import org.mingbai.verdict.Rates;
import org.mingbai.verdict.Verdicts;
import org.mingbai.verdict.exclusion.Exclusions;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The three rates as one reader may know them: of the matters they see, and of no others.
@Controller
@Needs(Right.SEE_MATTERS)
class RatesPages {

    static final String ALL = "/rates";
    private static final String CASES = ALL + "/cases";
    private static final String EXCLUDED = "excluded";
    private static final int MONTHS_OFFERED = 24;
    private static final int YEAR_LEAST = 2000;
    private static final int YEAR_MOST = 2199;
    private static final int CASES_MAX = 100;
    /// In addresses: what had no lead unit.
    static final long NO_UNIT = 0;

    private final Verdicts verdicts;
    private final Formulas formulas;
    private final Directory directory;
    private final Registers registers;
    private final Exclusions exclusions;
    private final LookedPages looked;

    RatesPages(Verdicts verdicts, Formulas formulas, Directory directory, Registers registers, Exclusions exclusions, LookedPages looked) {
        this.verdicts = verdicts;
        this.formulas = formulas;
        this.directory = directory;
        this.registers = registers;
        this.exclusions = exclusions;
        this.looked = looked;
    }

    @GetMapping(ALL)
    ModelAndView rates(SignedIn who, @RequestParam(defaultValue = "") String month) {
        return View.of("verdict/rates", page(who, chosen(who, month), Optional.empty()));
    }

    private Formulas.Month chosen(SignedIn who, String month) {
        return chosen(formulas, who, month);
    }

    /// The month asked for, or else the one today lies in.
    static Formulas.Month chosen(Formulas formulas, SignedIn who, String month) {
        return formulas.month(who.tenant(), month(month).orElseGet(() -> formulas.current(who.tenant())));
    }

    private RatesPage page(SignedIn who, Formulas.Month month, Optional<RatesPage.Form> typed) {
        var answers = verdicts.of(who, month);
        var tree = directory.treeOf(who.tenant());
        var byUnit = new TreeMap<Long, List<Answer>>();
        answers.forEach(answer -> byUnit.computeIfAbsent(unit(answer), _ -> new ArrayList<>()).add(answer));
        var rows = byUnit.entrySet().stream().map(unit -> row(named(tree, unit.getKey()), unit.getValue(), month, unit.getKey()))
                .sorted(Comparator.comparing(RatesPage.Row::unit)).toList();
        Optional<RatesPage.Row> total = rows.isEmpty() ? Optional.empty() : Optional.of(row(t("verdict.rates.all"), answers, month, null));
        var after = after(who, answers, byUnit, tree, month);
        var form = keeps(who) ? typed.or(() -> Optional.of(blank(who))) : Optional.<RatesPage.Form>empty();
        return new RatesPage(month.month().toString(), months(who, month.month()), span(month), total, rows, after,
                looked.relapses(who, month), formulated(who, month), form);
    }

    /// Before and after exclusion, side by side and with how many were left out: so that exclusion cannot hide anything.
    private List<RatesPage.After> after(SignedIn who, List<Answer> answers, Map<Long, List<Answer>> byUnit, OrganisationTree tree, Formulas.Month month) {
        var excluded = exclusions.excluded(who, answers);
        var units = byUnit.entrySet().stream().map(unit -> after(named(tree, unit.getKey()), unit.getValue(), excluded, month, unit.getKey()))
                .sorted(Comparator.comparing(RatesPage.After::unit));
        return answers.isEmpty() ? List.of()
                : Stream.concat(units, Stream.of(after(t("verdict.rates.all"), answers, excluded, month, null))).toList();
    }

    private static RatesPage.After after(String name, List<Answer> all, Set<Answer> excluded, Formulas.Month month, @Nullable Long unit) {
        var kept = all.stream().filter(answer -> !excluded.contains(answer)).toList();
        var raw = Rates.of(all, month.formula());
        var left = Rates.of(kept, month.formula());
        int out = all.size() - kept.size();
        var href = CASES + "?month=" + month.month() + (unit == null ? "" : "&unit=" + unit) + "&of=excluded";
        var share = raw.valid() == 0 ? "" : t("verdict.rates.of-valid", percent(BigDecimal.valueOf(100L * out)
                .divide(BigDecimal.valueOf(raw.valid()), 2, RoundingMode.HALF_UP)));
        return new RatesPage.After(name, new RatesPage.Cell(Integer.toString(out), share, out == 0 ? "" : href),
                beside(raw.response().map(Rates.Share::percent), left.response().map(Rates.Share::percent)),
                beside(raw.solution().map(Rates.Share::percent), left.solution().map(Rates.Share::percent)),
                beside(raw.satisfaction(), left.satisfaction()), beside(raw.composite(), left.composite()));
    }

    /// One page of a list of cases.
    record Cut<T>(List<T> here, int shown, int last) {

        static <T> Cut<T> of(List<T> all, int page) {
            int last = Math.max(1, Math.ceilDiv(all.size(), CASES_MAX));
            int shown = Math.clamp(page, 1, last);
            return new Cut<>(all.subList(Math.min(all.size(), (shown - 1) * CASES_MAX), Math.min(all.size(), shown * CASES_MAX)), shown, last);
        }

        Pager pager(String href, int all) {
            return new Pager(shown > 1 ? Optional.of(href + (shown - 1)) : Optional.empty(), shown < last ? Optional.of(href + (shown + 1)) : Optional.empty(),
                    t("verdict.cases.shown", here.size(), all));
        }
    }

    private static String beside(Optional<BigDecimal> raw, Optional<BigDecimal> left) {
        var none = t("verdict.rates.none");
        return t("verdict.rates.before-after", raw.map(RatesPages::plain).orElse(none), left.map(RatesPages::plain).orElse(none));
    }

    private static RatesPage.Row row(String name, Collection<Answer> answers, Formulas.Month month, @Nullable Long unit) {
        var rates = Rates.of(answers, month.formula());
        var href = CASES + "?month=" + month.month() + (unit == null ? "" : "&unit=" + unit) + "&of=";
        return new RatesPage.Row(name, number(rates.due(), "", href, Counted.DUE),
                number(count(answers, Counted.NOT_DRAWN), "", href, Counted.NOT_DRAWN),
                number(rates.valid(), rates.coverage().map(RatesPages::percent).map(it -> t("verdict.rates.coverage", it)).orElse(""), href, Counted.VALID),
                share(rates.response(), href, Counted.HEARD), share(rates.solution(), href, Counted.SOLVED),
                value(rates.satisfaction().map(RatesPages::percent), href, Counted.CONTENT),
                value(rates.composite().map(RatesPages::plain), href, Counted.VALID),
                rates.valid() == 0 ? none() : number(rates.claimed(), "", href, Counted.CLAIMED),
                rates.valid() == 0 ? none() : number(rates.notBorneOut(), "", href, Counted.NOT_BORNE_OUT),
                rates.gap().map(gap -> t("verdict.rates.points", (gap.signum() > 0 ? "+" : "") + gap.toPlainString()))
                        .orElse(rates.valid() == 0 ? "" : t("verdict.rates.too-few", Rates.GAP_LEAST)));
    }

    private static int count(Collection<Answer> answers, Counted of) {
        return Math.toIntExact(answers.stream().filter(of::holds).count());
    }

    private static RatesPage.Cell number(int number, String beside, String href, Counted of) {
        return new RatesPage.Cell(Integer.toString(number), beside, number == 0 ? "" : href + of(of));
    }

    private static RatesPage.Cell share(Optional<Rates.Share> share, String href, Counted of) {
        return share.map(it -> new RatesPage.Cell(percent(it.percent()), t("verdict.rates.interval", plain(it.low()), plain(it.high())),
                href + of(of))).orElseGet(RatesPages::none);
    }

    private static RatesPage.Cell value(Optional<String> value, String href, Counted of) {
        return value.map(it -> new RatesPage.Cell(it, "", href + of(of))).orElseGet(RatesPages::none);
    }

    private static RatesPage.Cell none() {
        return new RatesPage.Cell(t("verdict.rates.none"), "", "");
    }

    @GetMapping(CASES)
    ModelAndView cases(SignedIn who, @RequestParam(defaultValue = "") String month, @RequestParam(required = false) @Nullable Long unit,
            @RequestParam(defaultValue = "due") String of, @RequestParam(defaultValue = "1") int page) {
        var asked = chosen(who, month);
        boolean excludedOnly = of.equals(EXCLUDED);
        var counted = Stream.of(Counted.values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(of)).findFirst().orElse(Counted.DUE);
        var some = verdicts.of(who, asked).stream().filter(answer -> unit == null || unit(answer) == unit).toList();
        var excluded = excludedOnly ? exclusions.excluded(who, some) : Set.<Answer>of();
        var all = some.stream().filter(excludedOnly ? excluded::contains : counted::holds).toList();
        var cut = Cut.of(all, page);
        var here = cut.here();
        var matters = verdicts.behind(who, here);
        var tree = directory.treeOf(who.tenant());
        var rows = here.stream().filter(answer -> matters.containsKey(answer.matter())).map(answer -> new CasesPage.Row(
                new Link(matters.get(answer.matter()).subject().title(), "/matters/" + answer.matter().value()), named(tree, unit(answer)),
                Days.full(answer.askedOn()), answer.claimed() == null ? "" : t("ledger.outcome." + answer.claimed()), said(answer))).toList();
        var href = CASES + "?month=" + asked.month() + (unit == null ? "" : "&unit=" + unit) + "&of=" + (excludedOnly ? EXCLUDED : of(counted)) + "&page=";
        var name = unit == null ? t("verdict.rates.all") : named(tree, unit);
        return View.of("verdict/cases", new CasesPage(t("verdict.cases.title", name, t("verdict.counted." + (excludedOnly ? "EXCLUDED" : counted))),
                List.of(new Link(t("verdict.rates.title"), ALL + "?month=" + asked.month())), span(asked), rows,
                cut.pager(href, all.size())));
    }

    private static String of(Counted counted) {
        return counted.name().toLowerCase(Locale.ROOT);
    }

    static String said(Answer answer) {
        var said = answer.said();
        if (answer.leftOut() != null) {
            return t("verdict.cases.left-out");
        }
        if (said == null) {
            return t("verdict.cases.unanswered");
        }
        return said.contacted() ? t("verdict.cases.said", t("ledger.solved." + said.solved()), t("ledger.satisfied." + said.satisfied()))
                : t("verdict.cases.unreached");
    }

    private static long unit(Answer answer) {
        return answer.lead() == null ? NO_UNIT : answer.lead().value();
    }

    static String named(OrganisationTree tree, long unit) {
        return unit == NO_UNIT ? t("verdict.rates.no-unit")
                : tree.unit(new OrganisationId(unit)).map(OrganisationTree.Unit::name).orElseGet(() -> t("verdict.rates.no-unit"));
    }

    private List<Choice> months(SignedIn who, YearMonth chosen) {
        var current = formulas.current(who.tenant());
        var all = Stream.iterate(current, month -> month.minusMonths(1)).limit(MONTHS_OFFERED);
        return Stream.concat(all, Stream.of(chosen)).distinct().sorted(Comparator.reverseOrder())
                .map(month -> new Choice(month.toString(), named(month))).toList();
    }

    static String named(YearMonth month) {
        return t("verdict.rates.month.of", Integer.toString(month.getYear()), t("verdict.month." + month.getMonthValue()));
    }

    private static String span(Formulas.Month month) {
        return t("verdict.rates.span", named(month.month()), Days.full(month.from()), Days.full(month.before().minusDays(1)));
    }

    private RatesPage.Formulated formulated(SignedIn who, Formulas.Month month) {
        var formula = month.formula();
        var coming = formulas.of(who.tenant()).stream().filter(other -> other.version() > formula.version())
                .map(other -> other.from() == null ? "" : t("verdict.formula.coming", named(other.from()), says(other), other.basis())).toList();
        return new RatesPage.Formulated(says(formula), formula.firstDay() == 1 ? t("verdict.formula.month.calendar")
                : t("verdict.formula.month", formula.firstDay()), formula.basis().isEmpty() ? t("verdict.formula.shipped") : formula.basis(),
                formula.from() == null ? t("verdict.formula.version", formula.version())
                        : t("verdict.formula.version.from", formula.version(), named(formula.from())), coming);
    }

    private static String says(Formula formula) {
        return t("verdict.formula.says", plain(formula.response()), plain(formula.solution()), plain(formula.satisfaction()), plain(formula.fairly()));
    }

    @PostMapping(ALL + "/formula")
    @Needs(Right.KEEP_FORMULA)
    ModelAndView set(SignedIn who, Keeper by, @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String response,
            @RequestParam(defaultValue = "") String solution, @RequestParam(defaultValue = "") String satisfaction,
            @RequestParam(defaultValue = "") String fairly, @RequestParam(defaultValue = "") String firstDay, @RequestParam(defaultValue = "") String basis) {
        if (!keeps(who)) {
            throw new AccessDeniedException("the formula is kept by those who coordinate a register");
        }
        var typed = new RatesPage.Form(from, response, solution, satisfaction, fairly, firstDay, FormulaTyping.plain(basis), FieldErrors.none());
        var read = FormulaTyping.read(typed, formulas.earliest(who.tenant()));
        if (read.formula().isPresent() && formulas.put(by, read.formula().get())) {
            return View.seeOther(ALL, t("verdict.formula.done"));
        }
        var errors = read.formula().isPresent() ? FieldErrors.none().with("from", t("verdict.formula.overtaken"), t("verdict.formula.from")) : read.errors();
        return View.of("verdict/rates", page(who, chosen(who, ""), Optional.of(new RatesPage.Form(from, response, solution, satisfaction, fairly, firstDay,
                typed.basis(), errors))), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// A coordinator of a unit that is measured does not set the measure.
    private boolean keeps(SignedIn who) {
        var all = registers.of(who.tenant());
        return Access.may(who, Right.KEEP_FORMULA)
                && (all.isEmpty() || all.stream().anyMatch(register -> who.holds(new Seat(register.office(), Role.COORDINATOR))));
    }

    private RatesPage.Form blank(SignedIn who) {
        var last = formulas.of(who.tenant()).getLast();
        return new RatesPage.Form(formulas.earliest(who.tenant()).toString(), plain(last.response()), plain(last.solution()), plain(last.satisfaction()),
                plain(last.fairly()), Integer.toString(last.firstDay()), "", FieldErrors.none());
    }

    private static Optional<YearMonth> month(String typed) {
        try {
            return Optional.of(YearMonth.parse(typed.strip())).filter(month -> month.getYear() >= YEAR_LEAST && month.getYear() <= YEAR_MOST);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String percent(BigDecimal number) {
        return plain(number) + "%";
    }

    static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
