package org.mingbai.town;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.Callable;

/// The time of the stories: what runs inside `at` runs at that moment, everything else now.
/// Only the town's own instances of the verbs read it; the product's clock is another one and cannot be set.
final class TownClock extends Clock {

    private static final ScopedValue<Instant> MOMENT = ScopedValue.newInstance();

    private final Clock present;

    TownClock(Clock present) {
        this.present = present;
    }

    <T> T at(LocalDateTime moment, Callable<T> what) {
        try {
            return ScopedValue.where(MOMENT, moment.atZone(getZone()).toInstant()).call(what::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Instant instant() {
        return MOMENT.isBound() ? MOMENT.get() : present.instant();
    }

    @Override
    public ZoneId getZone() {
        return present.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new TownClock(present.withZone(zone));
    }
}
