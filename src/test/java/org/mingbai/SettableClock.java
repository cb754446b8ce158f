package org.mingbai;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;

/// The time of a test: it stands still until the test moves it.
///
/// Shared by every test of a run, as the database is; each class begins at nine on 2 March 2026. Set it where the date matters.
public final class SettableClock extends Clock {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Instant BEGAN = LocalDateTime.of(2026, 3, 2, 9, 0).atZone(ZONE).toInstant();

    private final ZoneId zone;
    private volatile Instant now;

    public SettableClock() {
        this(BEGAN, ZONE);
    }

    private SettableClock(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /// The moment at which every class of tests begins.
    public void reset() {
        now = BEGAN;
    }

    public void set(LocalDateTime time) {
        now = time.atZone(zone).toInstant();
    }

    /// Nine in the morning of that day.
    public void set(LocalDate day) {
        set(day.atTime(9, 0));
    }

    public void advance(TemporalAmount by) {
        now = now.atZone(zone).plus(by).toInstant();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /// Another zone sees the present of this clock and does not follow when it is set later.
    @Override
    public Clock withZone(ZoneId other) {
        return new SettableClock(now, other);
    }
}
