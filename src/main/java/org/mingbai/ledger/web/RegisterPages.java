package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.number;
import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingbai.directory.Access;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.store.SavedViews;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.LightSign;
import org.mingbai.shell.page.Pager;
import org.mingbai.shell.page.Tab;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The list of registers, and each of them as a table.
@Controller
@Needs(Right.SEE_MATTERS)
class RegisterPages {

    private final Matters matters;
    private final Registers registers;
    private final Directory directory;
    private final SavedViews views;
    private final Clock clock;

    RegisterPages(Matters matters, Registers registers, Directory directory, SavedViews views, Clock clock) {
        this.matters = matters;
        this.registers = registers;
        this.directory = directory;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/registers")
    ModelAndView registers(SignedIn who) {
        var names = new Naming(directory, who.tenant());
        var now = clock.instant();
        var rows = registers.of(who.tenant()).stream()
                .map(register -> row(register, new RegisterCounts(matters.counts(who, register.code()), now), names))
                .toList();
        return View.of("ledger/registers", new RegistersPage(rows));
    }

    private static RegistersPage.Row row(Register register, RegisterCounts counts, Naming names) {
        var all = RegisterQuery.all(register.code());
        return new RegistersPage.Row(register.name(locale()), all.href(), names.unit(register.office()), "/registers/" + register.code() + "/policy",
                Stream.of(all.open(true), all.light(LightSign.LATE), all.light(LightSign.AT_RISK), all.light(LightSign.PARKED),
                                all.light(LightSign.CLOSED))
                        .map(query -> new RegistersPage.Number(counts.of(query).orElse(0L), query.href(), query.light() == LightSign.LATE))
                        .toList());
    }

    @GetMapping("/registers/{code}")
    ModelAndView register(SignedIn who, @PathVariable String code, @RequestParam MultiValueMap<String, String> asked) {
        var register = known(who, code);
        var read = RegisterQueryReader.read(code, asked);
        var page = page(who, register, read, asked.containsKey("all"));
        return View.of("ledger/register", page, read.faults().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
    }

    Register known(SignedIn who, String code) {
        return registers.register(who.tenant(), code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private RegisterPage page(SignedIn who, Register register, RegisterQueryReader.Read read, boolean all) {
        var query = read.query();
        var now = clock.instant();
        var names = new Naming(directory, who.tenant());
        var counts = new RegisterCounts(matters.counts(who, register.code()), now);
        var filter = query.filter(now);
        var found = matters.page(who, filter);
        var saidBy = matters.saidByFiles(who, filter, found);
        var shown = query.backwards() ? found.matters().reversed() : found.matters();
        var table = new RegisterTable(register, query, names);
        var rows = shown.stream()
                .map(matter -> new RegisterTable.RegisterCells(matter,
                        new MatterCells(matter, found.journals().get(matter.id()),
                                Lights.of(matter.stage().named(), found.turnings().get(matter.id()), now), names::unit, names::person),
                        SaidIn.of(matter.id(), saidBy)))
                .toList();
        var total = counts.of(query);
        boolean mayExport = Access.may(who, Right.EXPORT_LEDGER);
        return new RegisterPage(register.code(), register.name(locale()), query, read.faults(), tabs(query, counts), views(who, query),
                new RegisterSentence(query, names).parts(), choices(register, query, counts, names, table), table.subjectHead(), table.heads(),
                table.groups(rows, counts), shown.size(), total, pager(query, shown, found.next().isPresent(), total), all,
                BulkAct.of(who).stream().map(act -> new Choice(RegisterQuery.name(act), t("ledger.register.bulk." + act))).toList(),
                Access.may(who, Right.RAISE) ? Optional.of("/matters/new?register=" + register.code()) : Optional.empty(),
                mayExport ? Optional.of(query.exportHref("xlsx")) : Optional.empty(),
                mayExport ? Optional.of(query.exportHref("csv")) : Optional.empty());
    }

    private static List<Tab> tabs(RegisterQuery query, RegisterCounts counts) {
        var tabs = new ArrayList<Tab>();
        tabs.add(tab(t("ledger.register.tab.all"), query.open(false), query.light() == null && !query.open(), counts));
        tabs.add(tab(t("ledger.register.tab.open"), query.open(true), query.open(), counts));
        for (var light : List.of(LightSign.LATE, LightSign.AT_RISK, LightSign.ON_TRACK, LightSign.PARKED, LightSign.CLOSED)) {
            tabs.add(tab(light.word(), query.light(light), query.light() == light, counts));
        }
        return tabs;
    }

    private static Tab tab(String label, RegisterQuery query, boolean current, RegisterCounts counts) {
        var count = counts.of(query);
        return count.map(number -> new Tab(label, query.href(), current, java.util.OptionalLong.of(number)))
                .orElseGet(() -> new Tab(label, query.href(), current));
    }

    private List<RegisterPage.SavedView> views(SignedIn who, RegisterQuery query) {
        var here = query.at(null, false).query();
        return views.of(who.tenant(), who.person(), query.register()).stream()
                .map(view -> new RegisterPage.SavedView(view.name(), "/registers/" + query.register() + view.query(), view.query().equals(here)))
                .toList();
    }

    private static RegisterPage.Choices choices(Register register, RegisterQuery query, RegisterCounts counts, Naming names, RegisterTable table) {
        var chosen = table.chosen();
        return new RegisterPage.Choices(
                Stream.of(LightSign.values()).map(light -> new Choice(RegisterQuery.name(light), light.word())).toList(),
                Stream.of(StageName.values()).map(stage -> new Choice(RegisterQuery.name(stage), t("ledger.stage." + stage))).toList(),
                counts.leads().stream().map(unit -> new Choice(Long.toString(unit.value()), names.unit(unit)))
                        .sorted(Comparator.comparing(Choice::label)).toList(),
                Stream.of(MatterFilter.Order.values()).map(order -> new Choice(RegisterQuery.name(order), t("ledger.register.order." + order))).toList(),
                Stream.of(RegisterQuery.Grouping.values())
                        .map(group -> new Choice(RegisterQuery.name(group), t("ledger.register.group." + group))).toList(),
                RegisterQuery.SIZES.stream().map(size -> new Choice(size.toString(), t("ledger.register.rows", number(size)))).toList(),
                RegisterTable.choosable(register).stream()
                        .map(column -> new RegisterPage.ColumnChoice(column.code(), ColumnLabel.of(column), chosen.contains(column.code())))
                        .toList());
    }

    private static Pager pager(RegisterQuery query, List<Matter> shown, boolean more, Optional<Long> total) {
        boolean newer = query.backwards() ? more : query.from() != null;
        boolean older = query.backwards() ? query.from() != null : more;
        var said = total.map(all -> t("ledger.register.shown-of", number(shown.size()), number(all)))
                .orElseGet(() -> t("ledger.register.shown", number(shown.size())));
        if (shown.isEmpty()) {
            return new Pager(Optional.empty(), query.from() == null ? Optional.empty() : Optional.of(query.at(null, false).href()), said);
        }
        return new Pager(
                newer ? Optional.of(query.at(position(query, shown.getFirst()), true).href()) : Optional.empty(),
                older ? Optional.of(query.at(position(query, shown.getLast()), false).href()) : Optional.empty(),
                said);
    }

    private static MatterFilter.Position position(RegisterQuery query, Matter matter) {
        return new MatterFilter.Position(query.order().byDue() ? matter.dueNow() : null, matter.id().value());
    }

    static Locale locale() {
        return org.springframework.context.i18n.LocaleContextHolder.getLocale();
    }

    static List<Link> way() {
        return List.of(new Link(t("ledger.register.title"), "/registers"));
    }
}
