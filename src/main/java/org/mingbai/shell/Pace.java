package org.mingbai.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How often one address, program or person may do a thing: a bucket of tokens for each that fills again by the hour. Kept in memory, by each node for
/// itself; whose bucket is full again is forgotten when somebody asks next, some minutes later at most.
public final class Pace {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration FORGOTTEN_EVERY = Duration.ofMinutes(5);
    private static final int ADDRESSES_MAX = 50_000;

    private final int perHour;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new HashMap<>();
    private Instant forgotten = Instant.MIN;

    public Pace(int perHour, Clock clock) {
        this.perHour = perHour;
        this.clock = clock;
    }

    private record Bucket(double tokens, Instant at) {}

    /// Takes one, or says how long it will be before there is one.
    public synchronized Optional<Duration> take(String address) {
        var now = clock.instant();
        makeRoom(now);
        double tokens = tokensAt(address, now);
        if (tokens < 1) {
            return Optional.of(Duration.ofSeconds((long) Math.ceil((1 - tokens) * perToken().toSeconds())));
        }
        buckets.put(Network.of(address), new Bucket(tokens - 1, now));
        return Optional.empty();
    }

    /// It was no abuse after all.
    public synchronized void giveBack(String address) {
        var now = clock.instant();
        buckets.put(Network.of(address), new Bucket(Math.min(perHour, tokensAt(address, now) + 1), now));
    }

    /// How many addresses are remembered.
    synchronized int remembered() {
        return buckets.size();
    }

    private double tokensAt(String address, Instant now) {
        var bucket = buckets.get(Network.of(address));
        return bucket == null ? perHour : Math.min(perHour, bucket.tokens() + Math.max(0, filled(bucket, now)));
    }

    private double filled(Bucket bucket, Instant now) {
        return (double) Duration.between(bucket.at(), now).toMillis() / perToken().toMillis();
    }

    private Duration perToken() {
        return HOUR.dividedBy(perHour);
    }

    /// A flood from more than can be remembered makes everybody begin anew, rather than the program end.
    private void makeRoom(Instant now) {
        if (buckets.size() >= ADDRESSES_MAX || forgotten.isBefore(now.minus(FORGOTTEN_EVERY))) {
            buckets.values().removeIf(bucket -> bucket.tokens() + filled(bucket, now) >= perHour);
            forgotten = now;
        }
        if (buckets.size() >= ADDRESSES_MAX) {
            buckets.clear();
        }
    }
}
