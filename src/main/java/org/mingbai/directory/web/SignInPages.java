package org.mingbai.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SampleSignIns;
import org.mingbai.directory.SignIn;
import org.mingbai.directory.SignIn.Attempt;
import org.mingbai.directory.SignedIn;
import org.mingbai.shell.View;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// In and out.
@Controller
class SignInPages {

    private static final List<String> NOTES = List.of("idle", "ended", "out", "late", "long");
    static final String CODE = "/sign-in/code";
    private static final int LOGIN_SHOWN_MAX = 100;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final SignIn signIn;
    private final Sessions sessions;
    private final ObjectProvider<SampleSignIns> samples;
    private final OidcOffer provider;
    private final Clock clock;

    SignInPages(SignIn signIn, Sessions sessions, ObjectProvider<SampleSignIns> samples, OidcOffer provider, Clock clock) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.samples = samples;
        this.provider = provider;
        this.clock = clock;
    }

    @Needs(Right.PUBLIC)
    @GetMapping("/sign-in")
    ModelAndView form(HttpServletRequest request) {
        if (Gate.presenceOn(request).isPresent()) {
            return View.seeOther("/");
        }
        var note = NOTES.stream().filter(it -> request.getParameter(it) != null).findFirst().map(it -> "directory.sign-in." + it).orElse("");
        return View.of("directory/sign-in", new SignInPage("", note, FieldErrors.none(), offered(), provider.name()));
    }

    @Needs(Right.PUBLIC)
    @PostMapping("/sign-in")
    ModelAndView enter(@RequestParam(defaultValue = "") String login, @RequestParam(defaultValue = "") String password,
            HttpServletRequest request, HttpServletResponse response) {
        return switch (signIn.attempt(login, password, request.getRemoteAddr())) {
            case Attempt.Welcome welcome -> welcomed(welcome, request, response);
            case Attempt.CodeAsked(var halfway) -> {
                sessions.beginHalfway(halfway, clock.instant(), request, response);
                yield View.seeOther(CODE);
            }
            case Attempt.KeysAway _ -> refused(login, "directory.sign-in.keys-away");
            case Attempt.NotTaken _ -> refused(login, "directory.sign-in.not-taken");
            case Attempt.Barred(var until) -> barred(login, until, response);
        };
    }

    private ModelAndView welcomed(Attempt.Welcome welcome, HttpServletRequest request, HttpServletResponse response) {
        return View.seeOther(sessions.begin(welcome.ticket(), request, response).filter(_ -> !welcome.mustChangePassword()).orElse("/"));
    }

    private ModelAndView refused(String login, String why) {
        return refused(login, Words.t(why), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView barred(String login, Instant until, HttpServletResponse response) {
        var wait = Duration.between(clock.instant(), until);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds())));
        return refused(login, Words.t("directory.sign-in.barred", wait.plusSeconds(59).toMinutes(), HOUR.format(until.atZone(clock.getZone()))),
                HttpStatus.TOO_MANY_REQUESTS);
    }

    private ModelAndView refused(String login, String why, HttpStatus status) {
        return View.of("directory/sign-in", new SignInPage(login.length() > LOGIN_SHOWN_MAX ? login.substring(0, LOGIN_SHOWN_MAX) : login, "",
                FieldErrors.none().with("", why), offered(), provider.name()), status);
    }

    /// Nobody gets here but after a right password: that there is a second step tells a guesser nothing.
    @Needs(Right.PUBLIC)
    @GetMapping(CODE)
    ModelAndView codeForm(HttpServletRequest request) {
        return sessions.halfway(request, clock.instant()).isPresent()
                ? View.of("directory/sign-in-code", new CodePage(request.getParameter("recovery") != null, FieldErrors.none()))
                : View.seeOther("/sign-in?late");
    }

    @Needs(Right.PUBLIC)
    @PostMapping(CODE)
    ModelAndView giveCode(@RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        var halfway = sessions.halfway(request, clock.instant());
        if (halfway.isEmpty()) {
            return View.seeOther("/sign-in?late");
        }
        return switch (signIn.attemptCode(halfway.get(), FormReader.kept(code), request.getRemoteAddr())) {
            case Attempt.Welcome welcome -> welcomed(welcome, request, response);
            case Attempt.CodeAsked _ -> View.of("directory/sign-in-code", new CodePage(request.getParameter("recovery") != null,
                    FieldErrors.none().with("code", Words.t("directory.refused.WrongCode"), Words.t("directory.code"))), HttpStatus.UNPROCESSABLE_CONTENT);
            case Attempt.KeysAway _ -> begunAnew(request, "directory.sign-in.keys-away");
            case Attempt.NotTaken _ -> begunAnew(request, "directory.sign-in.not-taken");
            case Attempt.Barred(var until) -> barred("", until, response);
        };
    }

    private ModelAndView begunAnew(HttpServletRequest request, String why) {
        sessions.endHalfway(request);
        return refused("", why);
    }

    @Needs(Right.OWN_ACCOUNT)
    @PostMapping("/sign-out")
    ModelAndView leave(SignedIn who, HttpServletRequest request) {
        signIn.signedOut(who, request.getRemoteAddr());
        sessions.end(request);
        return View.seeOther("/sign-in?out");
    }

    private List<SampleSignIns.Offered> offered() {
        return Optional.ofNullable(samples.getIfAvailable()).map(SampleSignIns::offered).orElse(List.of());
    }
}
