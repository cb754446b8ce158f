package org.mingbai.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignIn;
import org.mingbai.directory.SignIn.Vouching;
import org.mingbai.directory.oidc.Oidc;
import org.mingbai.directory.oidc.Oidc.Outcome;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// In by way of an identity provider. It is begun by a link and not by a form, because a form may not lead to another host.
@Controller
@Needs(Right.PUBLIC)
class OidcPages {

    private static final String ASKED = OidcPages.class.getName() + ".asked";

    private final Oidc oidc;
    private final SignIn signIn;
    private final Sessions sessions;
    private final OidcOffer offer;
    private final Clock clock;

    OidcPages(Oidc oidc, SignIn signIn, Sessions sessions, OidcOffer offer, Clock clock) {
        this.oidc = oidc;
        this.signIn = signIn;
        this.sessions = sessions;
        this.offer = offer;
        this.clock = clock;
    }

    @GetMapping("/sign-in/oidc")
    ModelAndView begin(HttpServletRequest request) {
        if (offer.name().isEmpty()) {
            throw DirectoryPages.notThere();
        }
        if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            // No other site begins a session for somebody: they are asked whether they want one.
            return View.seeOther("/sign-in");
        }
        var asked = oidc.ask();
        var address = oidc.address(asked);
        if (address.isEmpty()) {
            return refused("away", HttpStatus.SERVICE_UNAVAILABLE);
        }
        request.getSession().setAttribute(ASKED, asked);
        return View.seeOther(address.get().toString());
    }

    @GetMapping(Oidc.CALLBACK)
    ModelAndView answered(@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String error, @RequestParam(defaultValue = "") String iss, HttpServletRequest request,
            HttpServletResponse response) {
        if (offer.name().isEmpty()) {
            throw DirectoryPages.notThere();
        }
        return switch (oidc.answered(asked(request), state, code, error, iss)) {
            case Outcome.Vouched vouched -> vouched(vouched, request, response);
            case Outcome.NotAsked _ -> refused("late", HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.SaidNo _ -> refused("said-no", HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.NotTrusted _ -> {
                signIn.notTrusted(oidc.tenant(), request.getRemoteAddr());
                yield refused("not-trusted", HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case Outcome.NoLogin _ -> refused("no-login", HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.Away _ -> refused("away", HttpStatus.SERVICE_UNAVAILABLE);
        };
    }

    private ModelAndView vouched(Outcome.Vouched vouched, HttpServletRequest request, HttpServletResponse response) {
        return switch (signIn.vouchedFor(vouched.tenant(), vouched.login(), vouched.issuer(), request.getRemoteAddr())) {
            case Vouching.Welcome(var ticket) -> View.seeOther(sessions.begin(ticket, request, response).orElse("/"));
            case Vouching.CodeAsked(var halfway) -> {
                sessions.beginHalfway(halfway, clock.instant(), request, response);
                yield View.seeOther(SignInPages.CODE);
            }
            case Vouching.KeysAway _ -> View.of("directory/sign-in", page(Words.t("directory.sign-in.keys-away")), HttpStatus.UNPROCESSABLE_CONTENT);
            case Vouching.Nobody _ -> refused("nobody", HttpStatus.UNPROCESSABLE_CONTENT);
            case Vouching.NotOpen _ -> refused("not-open", HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /// It is good for one answer, whatever that says.
    private static Optional<Oidc.Asked> asked(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(ASKED) instanceof Oidc.Asked asked)) {
            return Optional.empty();
        }
        session.removeAttribute(ASKED);
        return Optional.of(asked);
    }

    private ModelAndView refused(String why, HttpStatus status) {
        return View.of("directory/sign-in", page(Words.t("directory.oidc." + why, offer.name().orElse(""))), status);
    }

    private SignInPage page(String why) {
        return new SignInPage("", "", FieldErrors.none().with("", why), java.util.List.of(), offer.name());
    }
}
