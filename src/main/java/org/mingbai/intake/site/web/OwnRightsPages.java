package org.mingbai.intake.site.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.intake.Identity;
import org.mingbai.intake.OwnData;
import org.mingbai.intake.RightsLimits;
import org.mingbai.intake.RightsRequest;
import org.mingbai.intake.RightsRequests;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.intake.site.Plainly;
import org.mingbai.intake.site.Site;
import org.mingbai.intake.site.Sites;
import org.mingbai.shell.View;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.FormKey;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Whoever holds a receipt asks to see, copy, correct or delete what is held of them, reads the answer, and opens what was granted. The code travels
/// as on the page of the story, and a wrong one costs the same.
@Controller
@Needs(Right.PUBLIC)
class OwnRightsPages {

    private static final int CODE_MAX = 60;

    private final Sites sites;
    private final RightsRequests requests;
    private final RightsLimits limits;
    private final Paces paces;
    private final Clock clock;

    OwnRightsPages(Sites sites, RightsRequests requests, RightsLimits limits, Paces paces, Clock clock) {
        this.sites = sites;
        this.requests = requests;
        this.limits = limits;
        this.paces = paces;
        this.clock = clock;
    }

    @GetMapping("/p/{tenant}/r/rights")
    ModelAndView page(@PathVariable String tenant, @RequestParam(defaultValue = "") String done, HttpServletRequest request, HttpServletResponse response) {
        var site = sites.of(tenant);
        var code = CodeCookie.code(request);
        return code.isEmpty() ? View.seeOther(site.href() + "/r")
                : tried(site, code.get(), request, response, () -> requests.own(site.tenant(), code.get()),
                        own -> shown(site, own, "", Map.of(), FieldErrors.none(), !done.isEmpty(), HttpStatus.OK), Map.of());
    }

    /// From the story, in a browser that keeps no cookies.
    @PostMapping("/p/{tenant}/r/rights")
    ModelAndView open(@PathVariable String tenant, @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        var site = sites.of(tenant);
        return tried(site, code, request, response, () -> requests.own(site.tenant(), code),
                own -> shown(site, own, code, Map.of(), FieldErrors.none(), false, HttpStatus.OK), Map.of());
    }

    @PostMapping("/p/{tenant}/r/rights/requests")
    ModelAndView ask(@PathVariable String tenant, @RequestParam Map<String, String> sent, HttpServletRequest request, HttpServletResponse response) {
        var site = sites.of(tenant);
        var code = CodeCookie.code(request).orElse(text(sent, "code"));
        return paced(site, code, request, response, sent, () -> requests.ask(site.tenant(), code, asked(sent)),
                own -> CodeCookie.code(request).isPresent() ? View.seeOther(site.href() + "/r/rights?done=asked")
                        : shown(site, own, code, Map.of(), FieldErrors.none(), true, HttpStatus.OK));
    }

    /// Answered on the spot: what is shown has no address it could be opened at again.
    @PostMapping("/p/{tenant}/r/rights/{no}/data")
    ModelAndView data(@PathVariable String tenant, @PathVariable long no, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response) {
        var site = sites.of(tenant);
        var code = CodeCookie.code(request).orElse(text(sent, "code"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return this.<OwnData>paced(site, code, request, response, Map.of(), () -> requests.open(site.tenant(), code, no),
                held -> View.of("intake/site/held", new OwnRightsPage.Held(site, CodeCookie.code(request).isPresent() ? "" : code,
                        HeldWords.parts(held, clock.getZone()))));
    }

    @PostMapping("/p/{tenant}/r/rights/{no}/copy")
    ModelAndView copy(@PathVariable String tenant, @PathVariable long no, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response) {
        var site = sites.of(tenant);
        var code = CodeCookie.code(request).orElse(text(sent, "code"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return this.<OwnData>paced(site, code, request, response, Map.of(), () -> requests.open(site.tenant(), code, no), held -> file(site, held));
    }

    private ModelAndView file(Site site, OwnData held) {
        var text = HeldWords.file(site.name(), held, clock.getZone());
        return new ModelAndView((_, _, response) -> {
            response.setContentType("text/plain;charset=UTF-8");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("personal-data.txt").build().toString());
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        });
    }

    static RightsRequests.Asked asked(Map<String, String> sent) {
        var wish = Arrays.stream(RightsRequest.Wish.values()).filter(it -> it.name().equals(sent.get("wish"))).findFirst().orElse(null);
        var right = new Identity(maybe(sent, "name"), maybe(sent, "phone"), maybe(sent, "email"), maybe(sent, "address"), null);
        return new RightsRequests.Asked(wish, text(sent, "words"), wish == RightsRequest.Wish.CORRECTION ? right : null,
                FormKey.of(sent.getOrDefault("key", "")));
    }

    private static String text(Map<String, String> sent, String field) {
        return sent.getOrDefault(field, "").replace("\r\n", "\n").replace("\0", "").strip();
    }

    private static @Nullable String maybe(Map<String, String> sent, String field) {
        var text = text(sent, field);
        return text.isEmpty() ? null : text;
    }

    private <T> ModelAndView paced(Site site, String code, HttpServletRequest request, HttpServletResponse response, Map<String, String> typed,
            Supplier<VoiceAnswer<T>> work, Function<T, ModelAndView> then) {
        return tried(site, code, request, response, () -> requests.own(site.tenant(), code), own -> {
            var late = paces.acts().take(request.getRemoteAddr());
            if (late.isEmpty()) {
                return tried(site, code, request, response, work, then, typed);
            }
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(late.get().toSeconds() + 1));
            return shown(site, own, CodeCookie.code(request).isPresent() ? "" : code, typed, FieldErrors.none().with("", Waits.words(late.get())), false,
                    HttpStatus.TOO_MANY_REQUESTS);
        }, typed);
    }

    private <T> ModelAndView tried(Site site, String code, HttpServletRequest request, HttpServletResponse response, Supplier<VoiceAnswer<T>> work,
            Function<T, ModelAndView> then, Map<String, String> typed) {
        var late = paces.codes().take(request.getRemoteAddr());
        if (late.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(late.get().toSeconds() + 1));
            return asking(site, code, late.get());
        }
        return switch (work.get()) {
            case VoiceAnswer.Done<T>(var value) -> {
                paces.codes().giveBack(request.getRemoteAddr());
                yield then.apply(value);
            }
            case VoiceAnswer.Refused<T>(VoiceRefusal.NoSuchReceipt why) -> asking(site, code, Plainly.words(why), HttpStatus.UNPROCESSABLE_CONTENT);
            case VoiceAnswer.Refused<T>(var why) -> {
                paces.codes().giveBack(request.getRemoteAddr());
                yield refused(site, code, request, why, typed);
            }
        };
    }

    private ModelAndView refused(Site site, String code, HttpServletRequest request, VoiceRefusal why, Map<String, String> typed) {
        if (!(requests.own(site.tenant(), code) instanceof VoiceAnswer.Done<RightsRequests.Own>(var own))) {
            return asking(site, code, Plainly.words(why), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return shown(site, own, CodeCookie.code(request).isPresent() ? "" : code, typed, FieldErrors.none().with(why.field(), Plainly.words(why)), false,
                why.field().isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView shown(Site site, RightsRequests.Own own, String code, Map<String, String> typed, FieldErrors errors, boolean done,
            HttpStatus status) {
        var key = errors.atFields() && typed.containsKey("key") ? typed.get("key") : UUID.randomUUID().toString();
        return View.of("intake/site/rights", new OwnRightsPage(site, own, limits.inForce(site.tenant()).days(), code, key, typed, errors, done), status);
    }

    private static ModelAndView asking(Site site, String code, Duration wait) {
        return asking(site, code, Waits.words(wait), HttpStatus.TOO_MANY_REQUESTS);
    }

    private static ModelAndView asking(Site site, String code, String why, HttpStatus status) {
        return View.of("intake/site/ask", new FollowPage.Asked(site, code.length() > CODE_MAX ? code.substring(0, CODE_MAX) : code,
                FieldErrors.none().with("code", why)), status);
    }
}
