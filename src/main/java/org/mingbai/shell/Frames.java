package org.mingbai.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Makes the frame of a page from the request.
@Component
class Frames {

    private final ObjectProvider<ViewerSource> viewers;
    private final List<Place> places;
    private final ObjectProvider<Search> search;
    private final ObjectProvider<Bell> bell;
    private final Clock clock;
    private final ObjectProvider<ResourceUrlProvider> urls;
    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    Frames(ObjectProvider<ViewerSource> viewers, List<Place> places, ObjectProvider<Search> search, ObjectProvider<Bell> bell, Clock clock,
           ObjectProvider<ResourceUrlProvider> urls) {
        this.viewers = viewers;
        this.places = places.stream().sorted(Comparator.comparingInt(Place::order)).toList();
        this.search = search;
        this.bell = bell;
        this.clock = clock;
        this.urls = urls;
    }

    Frame of(HttpServletRequest request) {
        var viewer = broken(request) ? Optional.<Viewer>empty() : Optional.ofNullable(viewers.getIfAvailable()).flatMap(ViewerSource::viewer);
        var path = path(request);
        return new Frame(viewer, viewer.map(someone -> placesOf(someone, path)).orElse(List.of()), path + query(request),
                RequestContextUtils.getLocale(request).getLanguage(), notice(request),
                Optional.ofNullable(search.getIfAvailable()).map(Search::href), viewer.flatMap(this::unread), clock, csrf(request), this::addressOf);
    }

    /// After a fault of our own the page is bare: what the frame would ask for may be what is broken.
    private static boolean broken(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                && status >= HttpStatus.INTERNAL_SERVER_ERROR.value();
    }

    private List<Frame.ShownPlace> placesOf(Viewer viewer, String path) {
        return places.stream().filter(place -> place.seenBy(viewer))
                .map(place -> new Frame.ShownPlace(place, place.count(viewer), isAt(path, place.href())))
                .toList();
    }

    private Optional<Frame.Unread> unread(Viewer viewer) {
        return Optional.ofNullable(bell.getIfAvailable()).map(it -> new Frame.Unread(it.unread(viewer), it.href()));
    }

    private static boolean isAt(String path, String place) {
        return path.equals(place) || path.startsWith(place + "/");
    }

    /// An error page is rendered on a forward; the reader is still at the address he asked for.
    private static String path(HttpServletRequest request) {
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return asked == null ? request.getRequestURI() : asked.toString();
    }

    private static String query(HttpServletRequest request) {
        return request.getQueryString() == null ? "" : "?" + request.getQueryString();
    }

    private static Optional<String> notice(HttpServletRequest request) {
        var before = RequestContextUtils.getInputFlashMap(request);
        return before == null ? Optional.empty() : Optional.ofNullable((String) before.get(View.NOTICE));
    }

    private static Optional<Frame.Csrf> csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? Optional.of(new Frame.Csrf(token))
                : Optional.empty();
    }

    /// The files come with the program, so an address found once holds until the next start.
    private String addressOf(String path) {
        return addresses.computeIfAbsent(path, this::hashed);
    }

    private String hashed(String path) {
        var address = urls.getObject().getForLookupPath(path);
        if (address == null) {
            throw new IllegalArgumentException("no such asset: " + path);
        }
        return address;
    }
}
