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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/// A form that brings more than is taken, or letters that are none. The server finds out while it reads the fields, and finds out again
/// when the page that should say so asks for its own: so the fields are read here first, and that page is given none.
///
/// The fields are held in memory before anybody asks who sends them. So strangers send no longer forms than the public site has, files to that alone, and
/// together no more than there is room for.
@Configuration(proxyBeanMethods = false)
class TooMuch {

    @Bean
    FilterRegistrationBean<Fields> fieldsFirst(FilesFromStrangers files) {
        var first = new FilterRegistrationBean<>(new Fields(files.paths()));
        first.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        first.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return first;
    }

    static final class Fields extends OncePerRequestFilter {

        /// Bytes. Nine for each of the 20,000 Chinese characters of a text, and as much again for all else.
        private static final long STRANGERS_MAX = 512 << 10;
        /// So short a form takes no room that counts: signing in goes on whatever others send.
        private static final long SHORT_MAX = 16 << 10;
        /// For a form with files. These go to the disk, so an honest one takes less, and one made to take memory may take eight times as much.
        private static final long WITH_FILES = 2 << 20;
        private static final Set<Integer> TOLD = Set.of(HttpStatus.CONTENT_TOO_LARGE.value(), HttpStatus.SERVICE_UNAVAILABLE.value());

        private final List<String> open;

        private final StrangersForms strangers = new StrangersForms();

        /// @param open where strangers bring files
        Fields(List<String> open) {
            this.open = open;
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            boolean asks = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
            return asks && !bringsFiles(request) && request.getQueryString() == null && request.getDispatcherType() == DispatcherType.REQUEST;
        }

        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return false;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            long held = request.getDispatcherType() == DispatcherType.REQUEST && isForm(request) && !isSignedIn(request) ? heldOf(request) : 0;
            if (held == 0) {
                filter(request, response, chain);
                return;
            }
            if (!strangers.hold(request.getRemoteAddr(), held)) {
                response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
                return;
            }
            try {
                filter(request, response, chain);
            } finally {
                strangers.letGo(request.getRemoteAddr(), held);
            }
        }

        private static long heldOf(HttpServletRequest request) {
            long length = request.getContentLengthLong();
            if (bringsFiles(request)) {
                return length < 0 ? WITH_FILES : Math.min(length, WITH_FILES);
            }
            return length <= SHORT_MAX ? 0 : length;
        }

        private void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
            boolean telling = request.getDispatcherType() == DispatcherType.ERROR;
            int told = telling ? toldBefore(request) : 0;
            int fault = told != 0 ? told : faultIn(request);
            if (fault == 0) {
                chain.doFilter(request, response);
            } else if (telling) {
                chain.doFilter(new WithoutFields(request), response);
            } else {
                response.sendError(fault);
            }
        }

        private static boolean isForm(HttpServletRequest request) {
            return bringsFiles(request) || request.getMethod().equals("POST") && sends(request, "application/x-www-form-urlencoded");
        }

        /// The server takes such a form apart whatever the method is.
        private static boolean bringsFiles(HttpServletRequest request) {
            return sends(request, "multipart/");
        }

        private static boolean sends(HttpServletRequest request, String type) {
            return request.getContentType() != null && request.getContentType().strip().toLowerCase(Locale.ROOT).startsWith(type);
        }

        /// Whether a session is somebody's, which says nothing yet of what they may.
        private static boolean isSignedIn(HttpServletRequest request) {
            var session = request.getSession(false);
            return session != null && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
        }

        /// What was answered already without reading the fields; 0 where that is not why.
        private static int toldBefore(HttpServletRequest request) {
            return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code && TOLD.contains(code) ? code : 0;
        }

        /// What a stranger may not even send; 0 where it is read. Whoever was signed in and is not any more is told to do so again.
        private int strangersFault(HttpServletRequest request) {
            if (!isForm(request) || isSignedIn(request)) {
                return 0;
            }
            var path = request.getRequestURI().substring(request.getContextPath().length());
            if (bringsFiles(request)) {
                return open.stream().anyMatch(path::startsWith) ? 0 : HttpStatus.UNAUTHORIZED.value();
            }
            long length = request.getContentLengthLong();
            return length >= 0 && length <= STRANGERS_MAX ? 0 : HttpStatus.CONTENT_TOO_LARGE.value();
        }

        /// The status to answer with; 0 when everything can be read.
        private int faultIn(HttpServletRequest request) {
            int strangers = strangersFault(request);
            if (strangers != 0) {
                return strangers;
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
