package org.mingbai.shell;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/// A form that brings more than is taken, or letters that are none: what a stranger sends is held in memory before anybody asks who they are, so it may
/// be no longer than the longest form of the public site. The server finds out while it reads the fields, and finds out again
/// when the page that should say so asks for its own: so the fields are read here first, and that page is given none.
@Configuration(proxyBeanMethods = false)
class TooMuch {

    @Bean
    FilterRegistrationBean<Fields> fieldsFirst() {
        var first = new FilterRegistrationBean<>(new Fields());
        first.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        first.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return first;
    }

    static final class Fields extends OncePerRequestFilter {

        /// Bytes. Nine for each of the 20,000 Chinese characters of a text, and as much again for all else.
        private static final long STRANGERS_MAX = 512 << 10;

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            boolean asks = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
            return asks && request.getQueryString() == null && request.getDispatcherType() == DispatcherType.REQUEST;
        }

        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return false;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            boolean telling = request.getDispatcherType() == DispatcherType.ERROR;
            int fault = telling && toldBefore(request) ? HttpStatus.CONTENT_TOO_LARGE.value() : faultIn(request);
            if (fault == 0) {
                chain.doFilter(request, response);
            } else if (telling) {
                chain.doFilter(new WithoutFields(request), response);
            } else {
                response.sendError(fault);
            }
        }

        private static boolean isForm(HttpServletRequest request) {
            return request.getMethod().equals("POST") && request.getContentType() != null
                    && request.getContentType().toLowerCase(Locale.ROOT).contains("x-www-form-urlencoded");
        }

        /// Whether a session is somebody's, which says nothing yet of what they may.
        private static boolean isSignedIn(HttpServletRequest request) {
            var session = request.getSession(false);
            return session != null && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
        }

        private static boolean toldBefore(HttpServletRequest request) {
            return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                    && code == HttpStatus.CONTENT_TOO_LARGE.value();
        }

        /// The status to answer with; 0 when everything can be read.
        private static int faultIn(HttpServletRequest request) {
            long length = request.getContentLengthLong();
            if (isForm(request) && (length < 0 || length > STRANGERS_MAX) && !isSignedIn(request)) {
                return HttpStatus.CONTENT_TOO_LARGE.value();
            }
            try {
                request.getParameterMap();
                return 0;
            } catch (InvalidParameterException e) {
                return e.getErrorCode();
            } catch (IllegalStateException e) {
                return HttpStatus.CONTENT_TOO_LARGE.value();
            }
        }
    }

    private static final class WithoutFields extends HttpServletRequestWrapper {

        WithoutFields(HttpServletRequest request) {
            super(request);
        }

        /// Else the parts of an upload would be read once more.
        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}
