package org.mingbai.intake.site.web;

import static org.mingbai.shell.Words.t;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.intake.ReceptionWords;
import org.mingbai.intake.Receptions.Own;
import org.mingbai.intake.Receptions;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.intake.site.Plainly;
import org.mingbai.intake.site.Site;
import org.mingbai.intake.site.Sites;
import org.mingbai.shell.View;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Everybody reads when officials receive people; whoever holds a receipt books a time to talk over what they raised, and calls it off. The code
/// travels as on the page of the story, and a wrong one costs the same.
@Controller
@Needs(Right.PUBLIC)
class OwnReceptionPages {

    private static final int CODE_MAX = 60;
    private static final Set<String> DONE = Set.of("done", "cancelled.done");

    private final Sites sites;
    private final Receptions receptions;
    private final Paces paces;

    OwnReceptionPages(Sites sites, Receptions receptions, Paces paces) {
        this.sites = sites;
        this.receptions = receptions;
        this.paces = paces;
    }

    @GetMapping("/p/{tenant}/receptions")
    ModelAndView open(@PathVariable String tenant) {
        var site = sites.of(tenant);
        return View.of("intake/site/receptions", new OwnReceptionPage.Open(site, ReceptionWords.choices(receptions.open(site.tenant()))));
    }

    @GetMapping("/p/{tenant}/r/reception")
    ModelAndView page(@PathVariable String tenant, @RequestParam(defaultValue = "") String done, HttpServletRequest request, HttpServletResponse response) {
        var site = sites.of(tenant);
        var code = CodeCookie.code(request);
        return code.isEmpty() ? View.seeOther(site.href() + "/r")
                : tried(site, code.get(), "", request, response, () -> receptions.own(site.tenant(), code.get()),
                        own -> shown(site, own, "", "", FieldErrors.none(), DONE.contains(done) ? t("intake.reception.own." + done) : "", HttpStatus.OK));
    }

    /// From the story, in a browser that keeps no cookies.
    @PostMapping("/p/{tenant}/r/reception")
    ModelAndView open(@PathVariable String tenant, @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        var site = sites.of(tenant);
        return tried(site, code, "", request, response, () -> receptions.own(site.tenant(), code),
                own -> shown(site, own, code, "", FieldErrors.none(), "", HttpStatus.OK));
    }

    @PostMapping("/p/{tenant}/r/reception/booking")
    ModelAndView book(@PathVariable String tenant, @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String slot,
            HttpServletRequest request, HttpServletResponse response) {
        var chosen = ReceptionWords.chosen(slot);
        return acting(sites.of(tenant), CodeCookie.code(request).orElse(code), slot, "done", request, response, (site, known) -> receptions.book(site.tenant(),
                known, chosen.map(ReceptionWords.Chosen::day).orElse(0L), chosen.map(ReceptionWords.Chosen::slot).orElse(null)));
    }

    @PostMapping("/p/{tenant}/r/reception/cancelled")
    ModelAndView cancel(@PathVariable String tenant, @RequestParam(defaultValue = "") String code, HttpServletRequest request,
            HttpServletResponse response) {
        return acting(sites.of(tenant), CodeCookie.code(request).orElse(code), "", "cancelled.done", request, response,
                (site, known) -> receptions.cancel(site.tenant(), known));
    }

    private interface Doing {
        VoiceAnswer<Own> of(Site site, String code);
    }

    private ModelAndView acting(Site site, String code, String slot, String done, HttpServletRequest request, HttpServletResponse response, Doing doing) {
        return tried(site, code, slot, request, response, () -> receptions.own(site.tenant(), code), own -> {
            var late = paces.acts().take(request.getRemoteAddr());
            if (late.isPresent()) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(late.get().toSeconds() + 1));
                return shown(site, own, CodeCookie.code(request).isPresent() ? "" : code, slot, FieldErrors.none().with("", Waits.words(late.get())), "",
                        HttpStatus.TOO_MANY_REQUESTS);
            }
            return tried(site, code, slot, request, response, () -> doing.of(site, code), after -> CodeCookie.code(request).isPresent()
                    ? View.seeOther(site.href() + "/r/reception?done=" + done)
                    : shown(site, after, code, "", FieldErrors.none(), t("intake.reception.own." + done), HttpStatus.OK));
        });
    }

    private ModelAndView tried(Site site, String code, String slot, HttpServletRequest request, HttpServletResponse response,
            Supplier<VoiceAnswer<Own>> work, Function<Own, ModelAndView> then) {
        var late = paces.codes().take(request.getRemoteAddr());
        if (late.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(late.get().toSeconds() + 1));
            return asking(site, code, late.get());
        }
        return switch (work.get()) {
            case VoiceAnswer.Done<Own>(var value) -> {
                paces.codes().giveBack(request.getRemoteAddr());
                yield then.apply(value);
            }
            case VoiceAnswer.Refused<Own>(VoiceRefusal.NoSuchReceipt why) -> asking(site, code, Plainly.words(why), HttpStatus.UNPROCESSABLE_CONTENT);
            case VoiceAnswer.Refused<Own>(var why) -> {
                paces.codes().giveBack(request.getRemoteAddr());
                yield refused(site, code, slot, request, why);
            }
        };
    }

    /// With the times that are free now.
    private ModelAndView refused(Site site, String code, String slot, HttpServletRequest request, VoiceRefusal why) {
        if (!(receptions.own(site.tenant(), code) instanceof VoiceAnswer.Done<Own>(var own))) {
            return asking(site, code, Plainly.words(why), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        boolean atField = !why.field().isEmpty();
        var errors = FieldErrors.none().with(why.field(), Plainly.words(why), atField ? t("intake.reception.slot.label") : "");
        return shown(site, own, CodeCookie.code(request).isPresent() ? "" : code, slot, errors, "",
                atField ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
    }

    private static ModelAndView shown(Site site, Own own, String code, String slot, FieldErrors errors, String done, HttpStatus status) {
        return View.of("intake/site/reception", new OwnReceptionPage(site, own, code, slot, errors, done), status);
    }

    private static ModelAndView asking(Site site, String code, Duration wait) {
        return asking(site, code, Waits.words(wait), HttpStatus.TOO_MANY_REQUESTS);
    }

    private static ModelAndView asking(Site site, String code, String why, HttpStatus status) {
        return View.of("intake/site/ask", new FollowPage.Asked(site, code.length() > CODE_MAX ? code.substring(0, CODE_MAX) : code,
                FieldErrors.none().with("code", why)), status);
    }
}
