package org.mingbai.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// In and out.
@Controller
class SignInPages {

    private static final List<String> NOTES = List.of("idle", "ended", "out");
    private static final int LOGIN_SHOWN_MAX = 100;

    private final SignIn signIn;
    private final Sessions sessions;
    private final ObjectProvider<SampleSignIns> samples;

    SignInPages(SignIn signIn, Sessions sessions, ObjectProvider<SampleSignIns> samples) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.samples = samples;
    }

    @Needs(Right.PUBLIC)
    @GetMapping("/sign-in")
    ModelAndView form(HttpServletRequest request) {
        if (Gate.presenceOn(request).isPresent()) {
            return View.seeOther("/");
        }
        var note = NOTES.stream().filter(it -> request.getParameter(it) != null).findFirst().map(it -> "directory.sign-in." + it).orElse("");
        return View.of("directory/sign-in", new SignInPage("", note, FieldErrors.none(), offered()));
    }

    @Needs(Right.PUBLIC)
    @PostMapping("/sign-in")
    ModelAndView enter(@RequestParam(defaultValue = "") String login, @RequestParam(defaultValue = "") String password,
            HttpServletRequest request, HttpServletResponse response) {
        return switch (signIn.attempt(login, password, request.getRemoteAddr())) {
            case Attempt.Welcome(var ticket, var who, var mustChange) ->
                    View.seeOther(sessions.begin(ticket, request, response).filter(wanted -> !mustChange).orElse("/"));
            case Attempt.NotTaken no -> View.of("directory/sign-in", new SignInPage(
                    login.length() > LOGIN_SHOWN_MAX ? login.substring(0, LOGIN_SHOWN_MAX) : login, "",
                    FieldErrors.none().with("", Words.t("directory.sign-in.not-taken")), offered()), HttpStatus.UNPROCESSABLE_CONTENT);
        };
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
