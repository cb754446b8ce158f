package org.mingbai.reporting.web;

import static org.mingbai.shell.Words.t;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.reporting.Catalogue;
import org.mingbai.reporting.PublicFigures;
import org.mingbai.shell.View;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Whoever may lay outcomes before everybody chooses which figures stand beside them.
@Controller
@Needs(Right.PUBLISH_OUTCOMES)
class PublicChoicePages {

    static final String HERE = FigurePages.ALL + "/public";

    private static final int CHANGES_SHOWN = 50;

    private final PublicFigures figures;
    private final Directory directory;

    PublicChoicePages(PublicFigures figures, Directory directory) {
        this.figures = figures;
        this.directory = directory;
    }

    @GetMapping(HERE)
    ModelAndView form(SignedIn who) {
        var chosen = figures.chosen(who.tenant());
        return View.of("reporting/publicchoice", page(who, chosen.codes(), chosen.seen(), FieldErrors.none()));
    }

    @PostMapping(HERE)
    ModelAndView choose(SignedIn who, @RequestParam MultiValueMap<String, String> sent) {
        var codes = sent.keySet().stream().filter(name -> name.startsWith(PublicChoicePage.SHOW)).map(name -> name.substring(PublicChoicePage.SHOW.length()))
                .collect(Collectors.toSet());
        return switch (figures.choose(who, codes, seen(sent.getFirst("seen")))) {
            case PublicFigures.Answer.Done(int changes) -> View.seeOther(HERE, changes == 0 ? t("reporting.choice.same") : t("reporting.choice.done", changes));
            case PublicFigures.Answer.Overtaken _ -> refused(who, figures.chosen(who.tenant()).codes(), t("reporting.choice.overtaken"), HttpStatus.CONFLICT);
            case PublicFigures.Answer.Unknown _ -> refused(who, codes, t("reporting.choice.unknown"), HttpStatus.UNPROCESSABLE_CONTENT);
            case PublicFigures.Answer.NotTheirs _ -> refused(who, codes, t("reporting.choice.not-yours"), HttpStatus.FORBIDDEN);
        };
    }

    private static int seen(@Nullable String written) {
        return written != null && written.matches("[0-9]{1,9}") ? Integer.parseInt(written) : -1;
    }

    private ModelAndView refused(SignedIn who, Set<String> codes, String why, HttpStatus status) {
        return View.of("reporting/publicchoice", page(who, codes, figures.chosen(who.tenant()).seen(), FieldErrors.none().with("", why)), status);
    }

    private PublicChoicePage page(SignedIn who, Set<String> codes, int seen, FieldErrors errors) {
        var parts = Arrays.stream(Catalogue.Group.values()).map(group -> new PublicChoicePage.Part(t("reporting.figures.group." + group),
                Catalogue.all().stream().filter(shipped -> shipped.group() == group).map(shipped -> new PublicChoicePage.One(shipped.figure().code(),
                        FigureWords.name(shipped.figure()), FigureWords.means(shipped.figure()), codes.contains(shipped.figure().code()))).toList())).toList();
        var changes = figures.changes(who.tenant(), CHANGES_SHOWN).stream().map(change -> new PublicChoicePage.Change(change.at(),
                directory.personName(who.tenant(), change.by()), t(change.shown() ? "reporting.choice.shown" : "reporting.choice.taken-off",
                        Catalogue.figure(change.figure()).map(FigureWords::name).orElse(change.figure()), change.version()))).toList();
        return new PublicChoicePage(parts, seen, "/p/" + who.tenant().value() + PublicFigurePages.PART, changes, errors);
    }
}
