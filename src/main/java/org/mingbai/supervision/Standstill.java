package org.mingbai.supervision;

import java.time.LocalDateTime;

/// A span in which a clock stood still.
public record Standstill(LocalDateTime from, LocalDateTime to) {

    public Standstill {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(from + " to " + to);
        }
    }
}
