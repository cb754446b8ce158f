package org.mingbai.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.mingbai.intake.site.SiteSettings;
import org.mingbai.shell.Pace;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// How often one address may have figures counted, on pages and in files together.
@Component
class DataPace {

    private final Pace pace;

    DataPace(SiteSettings settings, Clock clock) {
        this.pace = new Pace(settings.dataPerHour(), clock);
    }

    /// Takes one, or ends in the page that says to wait.
    void take(HttpServletRequest request, HttpServletResponse response) {
        pace.take(request.getRemoteAddr()).ifPresent(wait -> {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        });
    }
}
