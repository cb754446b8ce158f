package org.mingbai.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.mingbai.shell.Denied;
import org.mingbai.shell.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/// Answers those whom the gate does not let through: pages lead to the sign-in, interfaces say why as problem+json.
@Component
class TurnedAway implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LocaleResolver language;
    private final Denied denied;

    TurnedAway(LocaleResolver language, Denied denied) {
        this.language = language;
        this.denied = denied;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        var reason = switch (why) {
            case Gate.Ended _ -> "ended";
            case Gate.TooLong _ -> "long";
            case Gate.Idle _ -> "idle";
            default -> wasSignedIn(request) ? "idle" : "";
        };
        if ((why instanceof Gate.Ended || why instanceof Gate.Idle || why instanceof Gate.TooLong) && request.getSession(false) != null) {
            request.getSession(false).invalidate();
        }
        if (isInterface(request)) {
            tell(request, response, HttpStatus.UNAUTHORIZED, reason.isEmpty() ? "signed-out" : reason);
        } else {
            if (request.getMethod().equals("GET") && request.getHeader("HX-Request") == null) {
                Sessions.remember(request);
            }
            lead(request, response, "/sign-in" + (reason.isEmpty() ? "" : "?" + reason));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why) throws IOException {
        if (why instanceof Gate.MustChangePassword && !isInterface(request)) {
            lead(request, response, "/password");
        } else if (why instanceof Gate.MustSetUpSecondFactor && !isInterface(request)) {
            lead(request, response, SecondFactorPages.PATH);
        } else if (isInterface(request)) {
            tell(request, response, HttpStatus.FORBIDDEN, reasonOf(why));
        } else if (why instanceof CsrfException && wasSignedIn(request)) {
            lead(request, response, "/sign-in?idle");
        } else {
            denied.handle(request, response, why);
        }
    }

    private static String reasonOf(AccessDeniedException why) {
        return switch (why) {
            case Gate.MustChangePassword _ -> "must-change";
            case Gate.MustSetUpSecondFactor _ -> "must-set-up";
            default -> "not-allowed";
        };
    }

    /// The session this browser names is no longer there: nobody moved for too long.
    private static boolean wasSignedIn(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    private static boolean isInterface(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    /// A part of a page asked for by script would swallow the redirect, so it is told to go as a whole.
    private static void lead(HttpServletRequest request, HttpServletResponse response, String path) {
        var to = request.getContextPath() + path;
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Redirect", to);
        } else {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", to);
        }
    }

    private void tell(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String reason) throws IOException {
        var words = Words.in(language.resolveLocale(request));
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", words.of("directory.turned-away." + reason));
        problem.put("status", status.value());
        problem.put("reason", reason);
        problem.put("instance", request.getRequestURI());
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(JSON.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
    }
}
