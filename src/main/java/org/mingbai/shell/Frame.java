package org.mingbai.shell;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.security.web.csrf.CsrfToken;

/// What surrounds every page. Bound while a page is being rendered, so a template asks for it by `Frame.current()`.
///
/// @param viewer   empty for a resident without an account
/// @param here     path and query of the page, for links that come back to it
/// @param language `zh` or `en`
/// @param notice   what was done on the page before, said once
/// @param search   where the search box asks; empty when there is none
/// @param bell     how much was told and not read, and where it is listed; empty for whom nothing is told
/// @param clock    tells what day it is for the reader
/// @param csrf     the hidden field of every form; empty where the security chain has none
public record Frame(Optional<Viewer> viewer, List<ShownPlace> places, String here, String language, Optional<String> notice,
                    Optional<String> search, Optional<Unread> bell, Clock clock, Optional<Csrf> csrf, UnaryOperator<String> assets) {

    static final ScopedValue<Frame> CURRENT = ScopedValue.newInstance();

    public record ShownPlace(Place place, Optional<Place.Count> count, boolean active) {}

    /// What somebody was told and has not read.
    public record Unread(int number, String href) {}

    /// Asking for any part of it may begin a session, so a page without a form does not.
    public record Csrf(CsrfToken deferred) {

        public String field() {
            return deferred.getParameterName();
        }

        public String header() {
            return deferred.getHeaderName();
        }

        public String token() {
            return deferred.getToken();
        }
    }

    /// Outside of a page (a fragment in a test, a mail) this is a mistake and says so.
    public static Frame current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("only while a page is rendered"));
    }

    /// The address of a file below `assets/`, with its content's hash, so that browsers may keep it for ever.
    public String asset(String path) {
        return assets.apply("/assets/" + path);
    }

    /// The same page in that language.
    public String in(String language) {
        var without = here.replaceAll("([?&])lang=[^&]*&?", "$1").replaceAll("[?&]$", "");
        return without + (without.contains("?") ? "&" : "?") + "lang=" + language;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public boolean may(String right) {
        return viewer.map(someone -> someone.may(right)).orElse(false);
    }
}
