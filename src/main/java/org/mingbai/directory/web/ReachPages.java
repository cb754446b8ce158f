package org.mingbai.directory.web;

import java.time.LocalTime;
import java.util.Optional;
import org.mingbai.directory.Answer;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.telling.Messages;
import org.mingbai.directory.telling.Reach;
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

    private final Messages messages;

    ReachPages(Messages messages) {
        this.messages = messages;
    }

    @GetMapping("/me/reach")
    ModelAndView form(SignedIn who) {
        var reach = messages.reachOf(who.tenant(), who.person());
        return View.of("directory/reach", new ReachPage(reach.address(), reach.rhythm().name(), reach.dailyAt().toString(), reach.quietFrom().toString(),
                reach.quietUntil().toString(), reach.language(), messages.hasServer(), FieldErrors.none()));
    }

    @PostMapping("/me/reach")
    ModelAndView set(SignedIn who, @RequestParam(defaultValue = "") String address, @RequestParam(defaultValue = "") String rhythm,
            @RequestParam(defaultValue = "") String dailyAt, @RequestParam(defaultValue = "") String quietFrom,
            @RequestParam(defaultValue = "") String quietUntil, @RequestParam(defaultValue = "") String language) {
        var read = new FormReader();
        var often = read.choice("rhythm", rhythm, Rhythm.class);
        var daily = read.time("dailyAt", dailyAt);
        var from = read.time("quietFrom", quietFrom);
        var until = read.time("quietUntil", quietUntil);
        var answer = read.isGood()
                ? messages.setReach(who, reach(address, often, daily, from, until, language))
                : Answer.<Reach>refused(read.flaws());
        if (answer instanceof Answer.Refused<Reach>(var refusals)) {
            return View.of("directory/reach", new ReachPage(FormReader.kept(address), rhythm, FormReader.kept(dailyAt), FormReader.kept(quietFrom),
                    FormReader.kept(quietUntil), language, messages.hasServer(), Refused.shown(refusals)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return View.seeOther("/me", Words.t("directory.reach.done"));
    }

    private static Reach reach(String address, Optional<Rhythm> often, Optional<LocalTime> daily, Optional<LocalTime> from,
            Optional<LocalTime> until, String language) {
        return new Reach(address.replace("\0", "").strip(), often.orElseThrow(), daily.orElseThrow(), from.orElseThrow(), until.orElseThrow(),
                Words.languages().contains(language) ? language : Reach.USUAL.language());
    }
}
