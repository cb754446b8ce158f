package org.mingbai.town;

import java.time.LocalDateTime;
import java.util.Set;
import org.mingbai.reporting.PublicFigures;

/// Which of its own figures the office lets everybody read: what came and went, and also what is late and what people say of it.
final class Showing {

    private static final Set<String> FIGURES = Set.of("raised", "closed", "open", "late", "on-time", "days-median", "solution", "satisfaction",
            "relapse-share");

    private final PublicFigures figures;
    private final Company company;
    private final LocalDateTime now;

    Showing(Verbs verbs, Company company, LocalDateTime now) {
        this.figures = verbs.get(PublicFigures.class);
        this.company = company;
        this.now = now;
    }

    void show() {
        var answer = company.as(Watching.DESK, now, who -> figures.choose(who, FIGURES, 0));
        if (!(answer instanceof PublicFigures.Answer.Done)) {
            throw new IllegalStateException("The town's figures were not laid before everybody: " + answer);
        }
    }
}
