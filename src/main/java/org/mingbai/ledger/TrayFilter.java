package org.mingbai.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which part of a tray is asked for. What is empty does not restrict.
/// @param after where the page before ended; without a due date it ended among those that have none
public record TrayFilter(
        @Nullable String register,
        @Nullable Urgency urgency,
        Instant now,
        MatterFilter.@Nullable Position after,
        int limit) {

    public TrayFilter {
        if (limit < 1 || limit > MatterFilter.LIMIT_MAX) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }
}
