package org.mingbai.verdict.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Registers;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.page.LightSign;
import org.mingbai.verdict.lookback.LookBacks;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The look-back list. What was found is written down on the ledger's own form.
@Controller
@Needs(Right.RECORD_VERDICTS)
class LookBackPages {

    static final String ALL = "/look-backs";
    private static final int LATER_MAX = 50;

    private final LookBacks lookBacks;
    private final Registers registers;
    private final Directory directory;
    private final Clock clock;

    LookBackPages(LookBacks lookBacks, Registers registers, Directory directory, Clock clock) {
        this.lookBacks = lookBacks;
        this.registers = registers;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(ALL)
    ModelAndView list(SignedIn who) {
        var tree = directory.treeOf(who.tenant());
        var now = new ArrayList<LookBackListPage.Row>();
        var leftOut = new ArrayList<LookBackListPage.Row>();
        var later = new ArrayList<LookBackListPage.Row>();
        for (var waiting : lookBacks.waiting(who)) {
            (!waiting.ready() ? later : waiting.leftOut().isPresent() ? leftOut : now).add(row(who, waiting, tree));
        }
        return View.of("verdict/lookbacks", new LookBackListPage(now, leftOut, later.subList(0, Math.min(later.size(), LATER_MAX)), later.size()));
    }

    private LookBackListPage.Row row(SignedIn who, LookBacks.Waiting waiting, OrganisationTree tree) {
        var matter = waiting.matter();
        var today = LocalDate.now(clock);
        var here = "/matters/" + matter.id().value();
        var sign = !waiting.ready() ? LightSign.ON_TRACK : waiting.due().isBefore(today) ? LightSign.LATE : LightSign.AT_RISK;
        return new LookBackListPage.Row(new Link(matter.subject().title(), here),
                waiting.ready() && waiting.leftOut().isEmpty() ? here + "/acts/look-back" : "",
                registers.register(who.tenant(), matter.register()).map(register -> register.name(LocaleContextHolder.getLocale())).orElse(""),
                matter.lead() == null ? "" : tree.unit(matter.lead()).map(OrganisationTree.Unit::name).orElse(""), Days.day(waiting.closedOn(), today), sign,
                t("verdict.lookback.due", Days.day(waiting.due(), today), Days.left(waiting.due(), today)));
    }

    /// Lets those go that the draw left out.
    @PostMapping(ALL + "/left-out")
    ModelAndView letGo(SignedIn who) {
        return View.seeOther(ALL, t("verdict.lookback.let-go.done", lookBacks.letGo(who)));
    }
}
