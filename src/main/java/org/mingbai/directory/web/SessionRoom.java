package org.mingbai.directory.web;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.session.TooManyActiveSessionsException;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;

/// How many sessions there is room for. The form for signing in begins one for anybody who asks for it, so without a bound strangers could fill the memory.
@Configuration(proxyBeanMethods = false)
class SessionRoom {

    /// At some 3 KB each: more than work in a province, and a fraction of the memory of a township's machine.
    private static final int SESSIONS_MAX = 50_000;

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> boundedSessions() {
        return server -> server.addContextCustomizers(context -> {
            var manager = new StandardManager();
            manager.setMaxActiveSessions(SESSIONS_MAX);
            context.setManager(manager);
        });
    }

    /// Whoever has a session goes on; who needs a new one is told to come again.
    @Bean
    FilterRegistrationBean<Filter> whenThereIsNoRoom() {
        var filter = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            try {
                chain.doFilter(request, response);
            } catch (Exception e) {
                if (!(NestedExceptionUtils.getMostSpecificCause(e) instanceof TooManyActiveSessionsException) || response.isCommitted()) {
                    throw e;
                }
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            }
        });
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return filter;
    }
}
