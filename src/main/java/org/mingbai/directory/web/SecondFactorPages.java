package org.mingbai.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.Answer;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Presence;
import org.mingbai.directory.Refusal;
import org.mingbai.directory.Right;
import org.mingbai.directory.SecondFactor;
import org.mingbai.directory.SecondFactor.State;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.shell.page.Square;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// One's own second factor: setting it up, its recovery codes, and taking it away.
@Controller
@Needs(Right.OWN_ACCOUNT)
class SecondFactorPages {

    static final String PATH = "/me/second-factor";

    private final SecondFactor second;
    private final Accounts accounts;
    private final Sessions sessions;

    SecondFactorPages(SecondFactor second, Accounts accounts, Sessions sessions) {
        this.second = second;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @GetMapping(PATH)
    ModelAndView own(Presence present) {
        return View.of("directory/second-factor", page(present, List.of(), FieldErrors.none()));
    }

    @PostMapping(PATH + "/secret")
    ModelAndView begin(Presence present, @RequestParam(defaultValue = "") String current, HttpServletRequest request) {
        return switch (second.begin(present.who(), request.getRemoteAddr(), current)) {
            case Answer.Done<?> _ -> View.seeOther(PATH);
            case Answer.Refused<?>(var refusals) -> refused(present, refusals);
        };
    }

    /// Answers at once and not by way of another page: recovery codes are kept nowhere, not even in a session.
    @PostMapping(PATH)
    ModelAndView confirm(Presence present, @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        return switch (second.confirm(present.who(), request.getRemoteAddr(), FormReader.kept(code))) {
            case Answer.Done(var confirmed) -> {
                sessions.begin(confirmed.ticket().after(Gate.ticketOn(request)), request, response);
                yield View.of("directory/second-factor", page(present, confirmed.codes(), FieldErrors.none()));
            }
            case Answer.Refused(var refusals) -> refused(present, refusals);
        };
    }

    @PostMapping(PATH + "/recovery-codes")
    ModelAndView renew(Presence present, @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        return switch (second.renewCodes(present.who(), request.getRemoteAddr(), FormReader.kept(code))) {
            case Answer.Done(var codes) -> View.of("directory/second-factor", page(present, codes, FieldErrors.none()));
            case Answer.Refused(var refusals) -> refused(present, refusals);
        };
    }

    @PostMapping(PATH + "/removal")
    ModelAndView remove(Presence present, @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        return switch (second.remove(present.who(), request.getRemoteAddr(), FormReader.kept(code))) {
            case Answer.Done(var ticket) -> {
                sessions.begin(ticket.after(Gate.ticketOn(request)), request, response);
                yield View.seeOther(PATH, Words.t("directory.second-factor.removed"));
            }
            case Answer.Refused(var refusals) -> refused(present, refusals);
        };
    }

    private ModelAndView refused(Presence present, List<Refusal> refusals) {
        return View.of("directory/second-factor", page(present, List.of(), Refused.shown(refusals)), Refused.status(refusals));
    }

    private SecondFactorPage page(Presence present, List<String> codes, FieldErrors errors) {
        var state = second.of(present.who());
        var required = accounts.secondFactorFor(present.who().tenant());
        var square = state instanceof State.Begun(var login, var secret) ? Optional.of(Square.of(address(login, secret))) : Optional.<Square>empty();
        return new SecondFactorPage(state, present.mustSetUpSecondFactor() && !(state instanceof State.SetUp),
                present.who().seats().stream().anyMatch(seat -> required.contains(seat.role())), square, codes, errors);
    }

    /// As authenticator apps read it; what they take without being told (SHA-1, six digits, 30 seconds) is left out, so that the square stays coarse.
    private static String address(String login, String secret) {
        var issuer = Words.t("shell.name");
        return UriComponentsBuilder.fromUriString("otpauth://totp/{label}?secret={secret}&issuer={issuer}").encode()
                .buildAndExpand(issuer + ":" + login, secret, issuer).toUriString();
    }
}
