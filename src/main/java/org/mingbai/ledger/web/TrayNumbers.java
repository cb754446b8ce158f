package org.mingbai.ledger.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Urgency;

/// How many of a tray are how pressing.
record TrayNumbers(List<Matters.Count> counts, Instant at) {

    long of(@Nullable Urgency urgency, @Nullable String register) {
        return counts.stream()
                .filter(count -> register == null || register.equals(count.register()))
                .filter(count -> urgency == null || urgencyOf(count) == urgency)
                .mapToLong(Matters.Count::number)
                .sum();
    }

    /// What can be done today.
    long now() {
        return counts.stream().filter(count -> urgencyOf(count).now()).mapToLong(Matters.Count::number).sum();
    }

    private Urgency urgencyOf(Matters.Count count) {
        return Urgency.of(count.stage(), count.turning(), at);
    }
}
