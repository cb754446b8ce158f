package org.mingbai.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Since when a matter is at risk and since when it is late, if nothing is done, and the light somebody set meanwhile: what lists compare
/// with now.
/// @param setUntil the instant at which the light set by hand no longer stands; of what is parked, at which a clock turns that runs on
public record Turning(@Nullable Instant riskFrom, @Nullable Instant lateFrom, Light.@Nullable Sign set, @Nullable Instant setUntil) {

    /// Nothing is owed, or nothing has a date.
    public static final Turning NEVER = new Turning(null, null, null, null);

    public boolean lateAt(Instant now) {
        return lateFrom != null && !lateFrom.isAfter(now);
    }

    public boolean atRiskAt(Instant now) {
        return riskFrom != null && !riskFrom.isAfter(now);
    }

    /// Whether it shows as parked: until a clock turns that parking does not stop.
    public boolean parkedAt(StageName stage, Instant now) {
        return stage == StageName.PARKED && (setUntil == null || setUntil.isAfter(now));
    }

    /// Nothing where no light is set by hand, or no longer.
    public Light.@Nullable Sign setAt(Instant now) {
        return setUntil != null && setUntil.isAfter(now) ? set : null;
    }
}
