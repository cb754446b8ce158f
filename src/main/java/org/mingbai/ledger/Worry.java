package org.mingbai.ledger;

import java.time.OffsetDateTime;
import java.util.List;

/// A reason for a light that is worse than on track.
/// @param sign at risk, or late
/// @param from the instant since which it counts
/// @param reason a key of somebody's words, with what fills its holes
public record Worry(Light.Sign sign, OffsetDateTime from, String reason, List<Object> args) {

    public Worry {
        args = List.copyOf(args);
        if (sign != Light.Sign.AT_RISK && sign != Light.Sign.LATE) {
            throw new IllegalArgumentException(reason + " as " + sign);
        }
    }
}
