package org.mingbai.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/// The reader's language: the one asked for with `?lang=`, the one remembered, the one the browser prefers, else Chinese.
@Component("localeResolver")
class Language implements LocaleResolver, HandlerInterceptor {

    private static final String LANG = "lang";
    private static final int YEAR_SECONDS = 365 * 24 * 60 * 60;

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return asked(request).or(() -> remembered(request)).or(() -> preferred(request)).map(Locale::of).orElse(Locale.CHINESE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        asked(request).ifPresent(language -> response.addCookie(remember(language, request.isSecure())));
        return true;
    }

    private static Optional<String> asked(HttpServletRequest request) {
        return spoken(request.getParameter(LANG));
    }

    private static Optional<String> remembered(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, LANG)).map(Cookie::getValue).flatMap(Language::spoken);
    }

    private static Optional<String> preferred(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? Optional.empty()
                : Collections.list(request.getLocales()).stream().flatMap(locale -> spoken(locale.getLanguage()).stream()).findFirst();
    }

    private static Optional<String> spoken(@Nullable String language) {
        return Optional.ofNullable(language).filter(Words.languages()::contains);
    }

    private static Cookie remember(String language, boolean secure) {
        var cookie = new Cookie(LANG, language);
        cookie.setPath("/");
        cookie.setMaxAge(YEAR_SECONDS);
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the reader chooses, by ?lang=");
    }
}
