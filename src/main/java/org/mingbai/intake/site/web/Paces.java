package org.mingbai.intake.site.web;

import java.time.Clock;
import org.mingbai.intake.site.Pace;
import org.mingbai.intake.site.SiteSettings;
import org.springframework.stereotype.Component;

/// How often one address may try codes that open nothing, and send something with one that opens: counted together, on whichever page.
@Component
class Paces {

    private final Pace codes;
    private final Pace acts;

    Paces(SiteSettings settings, Clock clock) {
        this.codes = new Pace(settings.codesPerHour(), clock);
        this.acts = new Pace(settings.raisePerHour(), clock);
    }

    Pace codes() {
        return codes;
    }

    Pace acts() {
        return acts;
    }
}
