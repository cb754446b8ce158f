package org.mingbai.intake.site.web;

import java.time.Clock;
import org.mingbai.intake.site.SiteSettings;
import org.mingbai.shell.Pace;
import org.springframework.stereotype.Component;

/// How often one address may try codes that open nothing, and send something with one that opens: counted together, on whichever page.
@Component
class Paces {

    private static final int CHECKS_PER_HOUR = 120;

    private final Pace codes;
    private final Pace acts;
    private final Pace checks;

    Paces(SiteSettings settings, Clock clock) {
        this.codes = new Pace(settings.codesPerHour(), clock);
        this.acts = new Pace(settings.raisePerHour(), clock);
        this.checks = new Pace(CHECKS_PER_HOUR, clock);
    }

    Pace codes() {
        return codes;
    }

    Pace acts() {
        return acts;
    }

    /// Receipts held against the log.
    Pace checks() {
        return checks;
    }
}
