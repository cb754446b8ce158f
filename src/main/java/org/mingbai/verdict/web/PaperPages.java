package org.mingbai.verdict.web;

import static org.mingbai.shell.Words.t;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Right;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Verdict;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.Tab;
import org.mingbai.verdict.callback.CallBacks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The questions on paper, for those who have neither telephone nor mail, or are met in person. What comes back is typed in at the desk.
@Controller
@Needs(Right.RECORD_VERDICTS)
class PaperPages {

    private final CallBacks callBacks;
    private final Ledger ledger;
    private final Directory directory;

    PaperPages(CallBacks callBacks, Ledger ledger, Directory directory) {
        this.callBacks = callBacks;
        this.ledger = ledger;
        this.directory = directory;
    }

    @GetMapping(CallBackPages.ALL + "/{id}/paper")
    ModelAndView paper(SignedIn who, @PathVariable long id, @RequestParam(defaultValue = "") String language) {
        var matter = ledger.matter(who, new MatterId(id)).filter(it -> callBacks.whyNot(who, it).isEmpty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var chosen = Words.languages().contains(language) ? language : "zh";
        var here = CallBackPages.ALL + "/" + id;
        var tabs = Words.languages().stream()
                .map(it -> new Tab(CallBackPages.language(it), here + "/paper?language=" + it, it.equals(chosen))).toList();
        return View.of("verdict/paper", page(matter, new Link(t("verdict.callback.one", matter.subject().title()), here), tabs, chosen,
                directory.treeOf(who.tenant())));
    }

    private static PaperPage page(Matter matter, Link way, List<Tab> tabs, String language, OrganisationTree tree) {
        var words = Words.in(Locale.of(language));
        var asks = Optional.ofNullable(matter.turn()).map(Seat::unit).map(unit -> name(tree, unit)).orElse("");
        var about = Stream.of(words.of("verdict.paper.number", MatterNumber.of(matter).printed()), words.of("verdict.paper.about", matter.subject().title()),
                matter.lead() == null ? "" : words.of("verdict.paper.unit", name(tree, matter.lead()))).filter(line -> !line.isEmpty()).toList();
        return new PaperPage(way, tabs, language, words.of("verdict.paper.heading"), about, List.of(
                new PaperPage.Question(words.of("verdict.callback.heard"),
                        List.of(words.of("verdict.callback.heard.yes"), words.of("verdict.callback.heard.no"))),
                new PaperPage.Question(words.of("verdict.callback.solved"), answers(words, "ledger.solved.", Verdict.Solved.values())),
                new PaperPage.Question(words.of("verdict.callback.satisfied"), answers(words, "ledger.satisfied.", Verdict.Satisfied.values()))),
                words.of("verdict.paper.words"), words.of("verdict.paper.back", asks), words.of("verdict.paper.signed"));
    }

    private static List<String> answers(Words words, String key, Enum<?>[] all) {
        return Arrays.stream(all).map(one -> words.of(key + one)).toList();
    }

    private static String name(OrganisationTree tree, OrganisationId unit) {
        return tree.unit(unit).map(OrganisationTree.Unit::name).orElse("");
    }
}
