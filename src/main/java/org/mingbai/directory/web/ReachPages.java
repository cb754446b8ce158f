package org.mingbai.directory.web;

import java.time.LocalTime;
import java.util.Optional;
import org.mingbai.directory.Answer;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Presence;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.telling.Reach;
import org.mingbai.directory.telling.Reaches;
import org.mingbai.directory.telling.Rhythm;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where one says how one wants to be told beside the pages.
@Controller
@Needs(Right.OWN_ACCOUNT)
class ReachPages {

    private static final String PATH = "/me/reach";

    private final Reaches reaches;

    ReachPages(Reaches reaches) {
        this.reaches = reaches;
    }

    @GetMapping(PATH)
    ModelAndView form(Presence present) {
        return View.of("directory/reach", kept(present, FieldErrors.none()));
    }

    @PostMapping(PATH)
    ModelAndView set(Presence present, @RequestParam(defaultValue = "") String address, @RequestParam(defaultValue = "") String rhythm,
            @RequestParam(defaultValue = "") String dailyAt, @RequestParam(defaultValue = "") String quietFrom,
            @RequestParam(defaultValue = "") String quietUntil, @RequestParam(defaultValue = "") String language) {
        var read = new FormReader();
        var often = read.choice("rhythm", rhythm, Rhythm.class);
        var daily = read.time("dailyAt", dailyAt);
        var from = read.time("quietFrom", quietFrom);
        var until = read.time("quietUntil", quietUntil);
        var answer = read.isGood()
                ? reaches.set(present.who(), reach(address, often, daily, from, until, language))
                : Answer.<Reach>refused(read.flaws());
        return switch (answer) {
            case Answer.Refused<Reach>(var refusals) -> View.of("directory/reach", new ReachPage(FormReader.kept(address), rhythm, FormReader.kept(dailyAt),
                    FormReader.kept(quietFrom), FormReader.kept(quietUntil), language, standing(present), Refused.shown(refusals)),
                    HttpStatus.UNPROCESSABLE_CONTENT);
            case Answer.Done<Reach>(var reach) when reach.address().isEmpty() || reach.confirmed() ->
                    View.seeOther("/me", Words.t("directory.reach.done"));
            case Answer.Done<Reach> _ -> View.seeOther(PATH, Words.t("directory.reach.done.waits"));
        };
    }

    /// All that can be chosen where there is no server for letters: it also holds for one's calendar.
    @PostMapping(PATH + "/language")
    ModelAndView speak(SignedIn who, @RequestParam(defaultValue = "") String language) {
        reaches.speak(who, known(language));
        return View.seeOther("/me", Words.t("directory.reach.done"));
    }

    /// Another letter that asks to confirm the address.
    @PostMapping(PATH + "/letter")
    ModelAndView askAgain(Presence present) {
        return switch (reaches.askAgain(present.who())) {
            case Answer.Refused<Boolean>(var refusals) ->
                    View.of("directory/reach", kept(present, Refused.shown(refusals)), HttpStatus.UNPROCESSABLE_CONTENT);
            case Answer.Done<Boolean>(var asked) -> View.seeOther(PATH, Words.t(asked ? "directory.reach.asked" : "directory.reach.nothing-waits"));
        };
    }

    @PostMapping(PATH + "/removal")
    ModelAndView takeAway(SignedIn who) {
        reaches.takeAway(who);
        return View.seeOther(PATH, Words.t("directory.reach.removed"));
    }

    private ReachPage kept(Presence present, FieldErrors errors) {
        var reach = reaches.of(present.who().tenant(), present.who().person());
        return new ReachPage(reach.address(), reach.rhythm().name(), reach.dailyAt().toString(), reach.quietFrom().toString(),
                reach.quietUntil().toString(), reach.language(), standing(present), errors);
    }

    private ReachPage.Standing standing(Presence present) {
        var who = present.who();
        var reach = reaches.of(who.tenant(), who.person());
        return new ReachPage.Standing(reaches.hasServer(), present.may(Right.KEEP_DELIVERY), reach.address(), reach.confirmed(),
                reaches.askedAt(who.tenant(), who.person()));
    }

    private static Reach reach(String address, Optional<Rhythm> often, Optional<LocalTime> daily, Optional<LocalTime> from,
            Optional<LocalTime> until, String language) {
        return new Reach(address.replace("\0", "").strip(), often.orElseThrow(), daily.orElseThrow(), from.orElseThrow(), until.orElseThrow(),
                known(language));
    }

    private static String known(String language) {
        return Words.languages().contains(language) ? language : Reach.USUAL.language();
    }
}
