package org.mingbai.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.mingbai.directory.Ticket;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;

/// Begins and ends sessions. Each begins under a new id with a new form token, so that one planted before is worth nothing.
@Component
class Sessions {

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final HttpSessionRequestCache wanted = new HttpSessionRequestCache();
    private final ChangeSessionIdAuthenticationStrategy newId = new ChangeSessionIdAuthenticationStrategy();
    private final CsrfAuthenticationStrategy newToken;

    Sessions(CsrfTokenRepository tokens) {
        this.newToken = new CsrfAuthenticationStrategy(tokens);
    }

    /// Answers with the page that was wanted before the sign-in came between, as a path of this product only.
    Optional<String> begin(Ticket ticket, HttpServletRequest request, HttpServletResponse response) {
        var before = Optional.ofNullable(wanted.getRequest(request, response));
        wanted.removeRequest(request, response);
        var authentication = UsernamePasswordAuthenticationToken.authenticated(ticket, null, List.of());
        newId.onAuthentication(authentication, request, response);
        newToken.onAuthentication(authentication, request, response);
        var context = new SecurityContextImpl(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        Gate.beginAnew(request.getSession());
        return before.filter(DefaultSavedRequest.class::isInstance).map(DefaultSavedRequest.class::cast)
                .map(saved -> saved.getRequestURI() + (saved.getQueryString() == null ? "" : "?" + saved.getQueryString()));
    }

    void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
