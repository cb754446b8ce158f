package org.mingbai.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mingbai.directory.Ticket;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/// Begins and ends sessions. Each begins under a new id with a new form token, so that one planted before is worth nothing.
@Component
class Sessions {

    private static final String HALFWAY = Sessions.class.getName() + ".halfway";
    private static final String WANTED = Sessions.class.getName() + ".wanted";
    /// An address somebody was sent or typed. Anybody at all can have it kept for ten minutes, so it is no more than that.
    private static final int WANTED_MAX = 2_000;
    /// A telephone is found in that time; a desk left alone is not left open longer.
    private static final Duration HALFWAY_MAX = Duration.ofMinutes(5);

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final ChangeSessionIdAuthenticationStrategy newId = new ChangeSessionIdAuthenticationStrategy();
    private final CsrfAuthenticationStrategy newToken;

    private final OpenSessions open;
    private final Clock clock;

    Sessions(CsrfTokenRepository tokens, OpenSessions open, Clock clock) {
        this.open = open;
        this.clock = clock;
        this.newToken = new CsrfAuthenticationStrategy(tokens);
    }

    /// Half way in, under a new id already: who has the code comes back with it.
    void beginHalfway(Ticket ticket, Instant now, HttpServletRequest request, HttpServletResponse response) {
        var nobody = UsernamePasswordAuthenticationToken.unauthenticated(null, null);
        newId.onAuthentication(nobody, request, response);
        newToken.onAuthentication(nobody, request, response);
        var none = SecurityContextHolder.createEmptyContext();
        SecurityContextHolder.setContext(none);
        contexts.saveContext(none, request, response);
        request.getSession().setAttribute(HALFWAY, new Halfway(ticket, now));
    }

    /// Whose code is waited for; empty for whoever gave no right password here, or gave it too long ago.
    Optional<Ticket> halfway(HttpServletRequest request, Instant now) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(HALFWAY) instanceof Halfway half && now.isBefore(half.since().plus(HALFWAY_MAX))
                ? Optional.of(half.ticket())
                : Optional.empty();
    }

    void endHalfway(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(HALFWAY);
        }
    }

    private record Halfway(Ticket ticket, Instant since) implements Serializable {}

    /// Where somebody wanted to go before the sign-in came between. What is longer than an address is not kept.
    static void remember(HttpServletRequest request) {
        var wanted = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        request.getSession().setAttribute(WANTED, wanted.length() <= WANTED_MAX ? wanted : null);
    }

    /// Answers with the page that was wanted before the sign-in came between, as a path of this product only.
    Optional<String> begin(Ticket ticket, HttpServletRequest request, HttpServletResponse response) {
        var before = Optional.ofNullable((String) request.getSession().getAttribute(WANTED));
        request.getSession().removeAttribute(WANTED);
        var authentication = UsernamePasswordAuthenticationToken.authenticated(ticket, null, List.of());
        newId.onAuthentication(authentication, request, response);
        newToken.onAuthentication(authentication, request, response);
        var context = new SecurityContextImpl(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        Gate.beginAnew(request.getSession());
        open.begun(request.getSession(), ticket, request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT), clock.instant());
        endHalfway(request);
        return before;
    }

    void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
