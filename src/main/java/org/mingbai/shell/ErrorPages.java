package org.mingbai.shell;

import static org.mingbai.shell.Words.t;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.mingbai.shell.database.Away;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Whatever went wrong before a page could answer for itself: what happened, why, what now. Never how the program looks inside.
@Controller
class ErrorPages implements ErrorController {

    private static final int RETRY_SECONDS = 30;

    private final ObjectProvider<OtherFrame> others;

    ErrorPages(ObjectProvider<OtherFrame> others) {
        this.others = others;
    }

    @Open("what went wrong, said to whoever it went wrong for")
    @RequestMapping("${server.error.path:/error}")
    Object told(HttpServletRequest request, HttpServletResponse response) {
        var status = statusOf(request);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_SECONDS));
        }
        var page = new ErrorPage(status.value(), kindOf(status, request));
        if (wantsProblem(request)) {
            return problem(page, status, request);
        }
        var path = asked(request);
        return others.stream().filter(other -> other.holds(path)).findFirst().map(other -> other.told(page, status, path))
                .orElseGet(() -> View.of("shell/error", page, status));
    }

    private static ResponseEntity<ProblemDetail> problem(ErrorPage page, HttpStatus status, HttpServletRequest request) {
        var problem = ProblemDetail.forStatusAndDetail(status, page.why() + " " + page.now());
        problem.setTitle(page.what());
        problem.setInstance(URI.create(asked(request)));
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    /// Somebody who types /error into the browser asked for a page that is not there.
    private static HttpStatus statusOf(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        if (isAway(request)) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    /// The database, without which no page can be made.
    private static boolean isAway(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable broken && Away.causes(broken);
    }

    private static String kindOf(HttpStatus status, HttpServletRequest request) {
        if (isAway(request)) {
            return "away";
        }
        if (request.getAttribute(Denied.REASON) instanceof CsrfException) {
            return "stale";
        }
        var own = Integer.toString(status.value());
        return Words.has("shell.error." + own + ".what") ? own : status.is5xxServerError() ? "500" : "400";
    }

    private static boolean wantsProblem(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return asked(request).startsWith("/api/") || accept != null && accept.contains("json") && !accept.contains("text/html");
    }

    private static String asked(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri ? uri : request.getRequestURI();
    }
}
