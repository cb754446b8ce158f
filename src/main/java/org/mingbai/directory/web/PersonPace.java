package org.mingbai.directory.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.mingbai.directory.Presence;
import org.mingbai.directory.SignInSettings;
import org.mingbai.directory.SignedIn;
import org.mingbai.shell.Pace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// How much one person may ask for in an hour, however many browsers and programs ask in their name: more than anybody reads, less than it takes to carry a
/// ledger off page by page.
@Component
class PersonPace implements HandlerInterceptor, WebMvcConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(PersonPace.class);

    private final Optional<Pace> pace;

    PersonPace(SignInSettings settings, Clock clock) {
        this.pace = settings.asksPerHour() == 0 ? Optional.empty() : Optional.of(new Pace(settings.asksPerHour(), clock));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/assets/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            Gate.presenceOn(request).map(Presence::who).ifPresent(who -> wait(who).ifPresent(wait -> {
                LOG.info("Told to wait: person {} of tenant {}", who.person().value(), who.tenant().value());
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
                throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
            }));
        }
        return true;
    }

    private Optional<Duration> wait(SignedIn who) {
        return pace.flatMap(it -> it.take("person/" + who.tenant().value() + "/" + who.person().value()));
    }
}
