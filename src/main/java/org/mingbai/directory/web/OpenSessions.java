package org.mingbai.directory.web;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Ticket;
import org.springframework.stereotype.Component;

/// The sessions somebody is signed in with. The container keeps them in this node's memory, and so does this: it knows what the container knows, and
/// forgets what that forgets.
@Component
class OpenSessions {

    private static final String OPEN = OpenSessions.class.getName() + ".open";

    private final Map<String, Open> open = new ConcurrentHashMap<>();

    /// @param id of its own: what the browser holds opens the session and is shown nowhere
    /// @param address from where it was begun
    /// @param seen when something was last asked in it
    /// @param here whether it is the one that asks
    record Shown(String id, String address, Browser browser, Instant since, Instant seen, boolean here) {}

    /// In the session for as long as that lasts, whoever ends it.
    private final class Open implements HttpSessionBindingListener {

        private final String id = UUID.randomUUID().toString();
        private final HttpSession session;
        private final Ticket ticket;
        private final String address;
        private final Browser browser;
        private final Instant since;

        Open(HttpSession session, Ticket ticket, String address, Browser browser, Instant since) {
            this.session = session;
            this.ticket = ticket;
            this.address = address;
            this.browser = browser;
            this.since = since;
        }

        @Override
        public void valueBound(HttpSessionBindingEvent event) {
            open.put(id, this);
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            open.remove(id);
        }
    }

    void begun(HttpSession session, Ticket ticket, String address, @Nullable String agent, Instant now) {
        session.setAttribute(OPEN, new Open(session, ticket, address, Browser.of(agent), now));
    }

    /// All of whoever holds this ticket, the one used last first. One begun before the password was changed opens nothing any more and is left out.
    List<Shown> of(Ticket ticket, HttpSession here) {
        return held(ticket).flatMap(it -> shown(it, here).stream())
                .sorted(Comparator.comparing(Shown::here).reversed().thenComparing(Shown::seen, Comparator.reverseOrder())).toList();
    }

    /// Whether there was one of whoever holds this ticket to end.
    boolean end(Ticket ticket, String id) {
        return held(ticket).filter(it -> it.id.equals(id)).findFirst().filter(OpenSessions::ended).isPresent();
    }

    /// All of whoever holds this ticket but the one at hand.
    void endOthers(Ticket ticket, HttpSession here) {
        held(ticket).filter(it -> !it.session.getId().equals(here.getId())).toList().forEach(OpenSessions::ended);
    }

    private Stream<Open> held(Ticket ticket) {
        return open.values().stream().filter(it -> it.ticket.isLike(ticket));
    }

    private static Optional<Shown> shown(Open it, HttpSession here) {
        try {
            return Optional.of(new Shown(it.id, it.address, it.browser, it.since, Gate.seenIn(it.session).orElse(it.since),
                    it.session.getId().equals(here.getId())));
        } catch (IllegalStateException gone) {
            return Optional.empty();
        }
    }

    private static boolean ended(Open it) {
        try {
            it.session.invalidate();
            return true;
        } catch (IllegalStateException gone) {
            return false;
        }
    }
}
