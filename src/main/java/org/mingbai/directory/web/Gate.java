package org.mingbai.directory.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Presence;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignIn;
import org.mingbai.directory.Ticket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/// Stands before every route and asks whether this person may. What it learns of them serves the rest of the request.
@Component
class Gate implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private static final String PRESENCE = Gate.class.getName() + ".presence";

    private static final String TICKET = Gate.class.getName() + ".ticket";

    private static final String BEGAN = Gate.class.getName() + ".began";

    private static final String SEEN = Gate.class.getName() + ".seen";

    private static final int BROKEN = 500;

    /// How exactly the last request is remembered: a page with its parts is one look, not twenty.
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(10);

    private final Routes routes;
    private final SignIn signIn;
    private final Clock clock;

    Gate(Routes routes, SignIn signIn, Clock clock) {
        this.routes = routes;
        this.signIn = signIn;
        this.clock = clock;
    }

    /// Signed in once, but closed out since or given another password.
    static final class Ended extends InsufficientAuthenticationException {
        Ended() {
            super("the session is over");
        }
    }

    /// Signed in, but nothing was asked for longer than the tenant allows.
    static final class Idle extends InsufficientAuthenticationException {
        Idle() {
            super("nobody moved for too long");
        }
    }

    /// Signed in for as long as the tenant allows, however busy.
    static final class TooLong extends InsufficientAuthenticationException {
        TooLong() {
            super("signed in for too long");
        }
    }

    static final class MustChangePassword extends AccessDeniedException {
        MustChangePassword() {
            super("the password has to be changed first");
        }
    }

    static final class MustSetUpSecondFactor extends AccessDeniedException {
        MustSetUpSecondFactor() {
            super("a second factor has to be set up first");
        }
    }

    static Optional<Presence> presenceOn(HttpServletRequest request) {
        return Optional.ofNullable((Presence) request.getAttribute(PRESENCE));
    }

    @Override
    public AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        var request = context.getRequest();
        if (isTold(request)) {
            return new AuthorizationDecision(true);
        }
        var ticket = ticketOf(authentication.get());
        var known = ticket.flatMap(signIn::present);
        var presence = known.filter(present -> !isIdle(request, present) && !isTooLong(request, present));
        presence.ifPresent(present -> {
            request.setAttribute(TICKET, ticket.orElseThrow());
            admit(request, present);
        });
        var allowed = switch (routes.askedBy(request)) {
            case Routes.Asked.Nothing nothing -> true;
            case Routes.Asked.Unsaid unsaid -> false;
            case Routes.Asked.For(var right) when right == Right.PUBLIC -> true;
            case Routes.Asked.For(var right) -> {
                if (ticket.isPresent() && presence.isEmpty()) {
                    throw known.<InsufficientAuthenticationException>map(present -> isIdle(request, present) ? new Idle() : new TooLong())
                            .orElseGet(Ended::new);
                }
                boolean may = presence.filter(present -> mayNow(present, right)).isPresent();
                if (!may) {
                    presence.ifPresent(present -> leaveALine(request, present, right));
                }
                yield may;
            }
        };
        return new AuthorizationDecision(allowed);
    }

    /// For whoever watches the log: who was refused which route, by numbers and by the route's own name, which nobody who asks can write into.
    private static void leaveALine(HttpServletRequest request, Presence present, Right right) {
        LOG.info("Refused: {} {} asks for {}; person {} of tenant {} has it not", request.getMethod(),
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE), right, present.who().person().value(), present.who().tenant().value());
    }

    /// What a page says after a fault of ours is open to all, and who asks is not looked up: what that would ask may be what is broken.
    private static boolean isTold(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR
                && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status && status >= BROKEN;
    }

    /// By the clock of the product, as all else; the container forgets sessions by its own, a little sooner or later.
    private boolean isIdle(HttpServletRequest request, Presence present) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(SEEN) instanceof Instant seen && seen.plus(present.idleMax()).isBefore(clock.instant());
    }

    private boolean isTooLong(HttpServletRequest request, Presence present) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(BEGAN) instanceof Instant began
                && present.sessionMax().filter(max -> began.plus(max).isBefore(clock.instant())).isPresent();
    }

    /// When something was last asked in a session; empty before anything was.
    static Optional<Instant> seenIn(HttpSession session) {
        return Optional.ofNullable((Instant) session.getAttribute(SEEN));
    }

    /// What whoever was let through is signed in with.
    static Ticket ticketOn(HttpServletRequest request) {
        return Optional.ofNullable((Ticket) request.getAttribute(TICKET)).orElseThrow();
    }

    /// Whoever signs in begins anew, even in a session left alone for long.
    static void beginAnew(HttpSession session) {
        session.removeAttribute(SEEN);
        session.removeAttribute(BEGAN);
    }

    /// Whoever only ends what runs elsewhere is not signed in for longer by it.
    static void goOn(HttpSession session, Runnable underAnotherTicket) {
        var began = session.getAttribute(BEGAN);
        underAnotherTicket.run();
        session.setAttribute(BEGAN, began);
    }

    private void look(HttpSession session) {
        var now = clock.instant();
        if (session.getAttribute(BEGAN) == null) {
            session.setAttribute(BEGAN, now);
        }
        if (!(session.getAttribute(SEEN) instanceof Instant seen) || Duration.between(seen, now).abs().compareTo(SEEN_WITHIN) >= 0) {
            session.setAttribute(SEEN, now);
        }
    }

    private void admit(HttpServletRequest request, Presence present) {
        request.setAttribute(PRESENCE, present);
        var session = request.getSession(false);
        if (session != null) {
            look(session);
        }
        int idleSeconds = Math.toIntExact(present.idleMax().toSeconds());
        if (session != null && session.getMaxInactiveInterval() != idleSeconds) {
            session.setMaxInactiveInterval(idleSeconds);
        }
    }

    private static boolean mayNow(Presence present, Right right) {
        if (present.mustChangePassword() && right != Right.OWN_ACCOUNT) {
            throw new MustChangePassword();
        }
        if (present.mustSetUpSecondFactor() && right != Right.OWN_ACCOUNT) {
            throw new MustSetUpSecondFactor();
        }
        return present.may(right);
    }

    private static Optional<Ticket> ticketOf(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof Ticket ticket ? Optional.of(ticket) : Optional.empty();
    }
}
