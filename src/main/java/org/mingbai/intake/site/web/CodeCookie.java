package org.mingbai.intake.site.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.mingbai.intake.site.Site;
import org.springframework.web.util.WebUtils;

/// Holds the code of a receipt for half an hour, so that it is in no address. Where it does not come back, a hidden field does its work.
final class CodeCookie {

    private static final String NAME = "mingbai-receipt";

    /// Only to see whether this browser gives cookies back.
    private static final String NONE = "-";

    private static final Duration KEPT = Duration.ofMinutes(30);

    private CodeCookie() {}

    /// On every form page, before there is a code.
    static void ask(Site site, HttpServletRequest request, HttpServletResponse response) {
        if (!comesBack(request)) {
            set(site, NONE, request, response);
        }
    }

    static boolean comesBack(HttpServletRequest request) {
        return WebUtils.getCookie(request, NAME) != null;
    }

    static Optional<String> code(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(Cookie::getValue).filter(value -> !value.equals(NONE) && !value.isBlank());
    }

    static void keep(Site site, String code, HttpServletRequest request, HttpServletResponse response) {
        set(site, code.replaceAll("[^0-9A-Za-z-]", ""), request, response);
    }

    static void forget(Site site, HttpServletRequest request, HttpServletResponse response) {
        set(site, NONE, request, response);
    }

    private static void set(Site site, String value, HttpServletRequest request, HttpServletResponse response) {
        var cookie = new Cookie(NAME, value);
        cookie.setPath(site.href());
        cookie.setMaxAge((int) KEPT.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Strict");
        response.addCookie(cookie);
    }
}
