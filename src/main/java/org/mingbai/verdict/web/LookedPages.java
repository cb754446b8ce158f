package org.mingbai.verdict.web;

import static org.mingbai.shell.Words.t;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.verdict.Formulas;
import org.mingbai.verdict.Rates;
import org.mingbai.verdict.Verdicts;
import org.mingbai.verdict.lookback.LookBack;
import org.mingbai.verdict.lookback.LookBacks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// How much of what was looked at again has come back, and the look-backs behind each number.
@Controller
@Needs(Right.SEE_MATTERS)
class LookedPages {

    private static final String LOOKED = RatesPages.ALL + "/look-backs";

    private final LookBacks lookBacks;
    private final Verdicts verdicts;
    private final Formulas formulas;
    private final Directory directory;

    LookedPages(LookBacks lookBacks, Verdicts verdicts, Formulas formulas, Directory directory) {
        this.lookBacks = lookBacks;
        this.verdicts = verdicts;
        this.formulas = formulas;
        this.directory = directory;
    }

    /// How much of what was looked at again has come back, by the unit that had handled it.
    List<RatesPage.Relapse> relapses(SignedIn who, Formulas.Month month) {
        var tree = directory.treeOf(who.tenant());
        var looked = lookBacks.looked(who, month);
        var byUnit = looked.stream().collect(Collectors.groupingBy(LookedPages::unit));
        var units = byUnit.entrySet().stream()
                .map(unit -> relapse(RatesPages.named(tree, unit.getKey()), unit.getValue(), month, unit.getKey()))
                .sorted(Comparator.comparing(RatesPage.Relapse::unit));
        return looked.isEmpty() ? List.of()
                : Stream.concat(units, Stream.of(relapse(t("verdict.rates.all"), looked, month, null))).toList();
    }

    private static RatesPage.Relapse relapse(String name, List<LookBack> looked, Formulas.Month month, @Nullable Long unit) {
        var href = LOOKED + "?month=" + month.month() + (unit == null ? "" : "&unit=" + unit);
        int relapsed = (int) looked.stream().filter(LookBack::relapsed).count();
        var share = Rates.share(relapsed, looked.size());
        return new RatesPage.Relapse(name, new RatesPage.Cell(Integer.toString(looked.size()), "", href),
                new RatesPage.Cell(Integer.toString(relapsed), "", relapsed == 0 ? "" : href + "&relapsed=true"),
                new RatesPage.Cell(RatesPages.percent(share.percent()),
                        t("verdict.rates.interval", RatesPages.plain(share.low()), RatesPages.plain(share.high())), href));
    }

    private static long unit(LookBack look) {
        return look.lead() == null ? RatesPages.NO_UNIT : look.lead().value();
    }

    @GetMapping(LOOKED)
    ModelAndView looked(SignedIn who, @RequestParam(defaultValue = "") String month, @RequestParam(required = false) @Nullable Long unit,
            @RequestParam(defaultValue = "false") boolean relapsed, @RequestParam(defaultValue = "1") int page) {
        var asked = RatesPages.chosen(formulas, who, month);
        var all = lookBacks.looked(who, asked).stream().filter(look -> unit == null || unit(look) == unit)
                .filter(look -> !relapsed || look.relapsed()).toList();
        var cut = RatesPages.Cut.of(all, page);
        var matters = verdicts.these(who, cut.here().stream().map(LookBack::matter).toList());
        var tree = directory.treeOf(who.tenant());
        var rows = cut.here().stream().filter(look -> matters.containsKey(look.matter())).map(look -> new LookedPage.Row(
                new Link(matters.get(look.matter()).subject().title(), "/matters/" + look.matter().value()),
                RatesPages.named(tree, unit(look)), Days.full(look.due()),
                look.found() == null ? "" : Days.full(look.found().on()), t(look.relapsed() ? "verdict.lookback.relapsed" : "verdict.lookback.held"))).toList();
        var name = unit == null ? t("verdict.rates.all") : RatesPages.named(tree, unit);
        var href = LOOKED + "?month=" + asked.month() + (unit == null ? "" : "&unit=" + unit) + (relapsed ? "&relapsed=true" : "") + "&page=";
        return View.of("verdict/looked", new LookedPage(t("verdict.cases.title", name, t(relapsed ? "verdict.lookback.relapsed" : "verdict.lookback.looked")),
                List.of(new Link(t("verdict.rates.title"), RatesPages.ALL + "?month=" + asked.month())), span(asked), rows, cut.pager(href, all.size())));
    }

    private static String span(Formulas.Month month) {
        return t("verdict.lookback.span", RatesPages.named(month.month()), Days.full(month.from()), Days.full(month.before().minusDays(1)));
    }
}
