package org.mingbai.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/// What one setting of the bench did in its time: how many lifecycles a second, and how long each act took.
/// @param lifecycles done, and how many of them a second
/// @param acts by act, the times in microseconds, sorted
record Sample(long lifecycles, double perSecond, Map<String, long[]> acts) {

    /// One client's work: one lifecycle, each act timed by the watch.
    interface Lifecycle {
        void live(Watch watch) throws Exception;
    }

    /// Times the acts of one client.
    static final class Watch {

        private final Map<String, Times> times = new LinkedHashMap<>();

        <T> T time(String act, Callable<T> work) throws Exception {
            long began = System.nanoTime();
            T done = work.call();
            times.computeIfAbsent(act, _ -> new Times()).add((System.nanoTime() - began) / 1000);
            return done;
        }
    }

    private static final class Times {
        private long[] micros = new long[1024];
        private int size;

        void add(long value) {
            if (size == micros.length) {
                micros = Arrays.copyOf(micros, size * 2);
            }
            micros[size++] = value;
        }
    }

    static Sample of(int clients, double seconds, Lifecycle lifecycle) throws Exception {
        var done = new LongAdder();
        var stop = new AtomicBoolean();
        var watches = new ConcurrentLinkedQueue<Watch>();
        long began = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(clients)) {
            var running = new java.util.ArrayList<java.util.concurrent.Future<?>>();
            for (int i = 0; i < clients; i++) {
                running.add(pool.submit(() -> {
                    var watch = new Watch();
                    watches.add(watch);
                    while (!stop.get()) {
                        lifecycle.live(watch);
                        done.increment();
                    }
                    return null;
                }));
            }
            Thread.sleep((long) (seconds * 1000));
            stop.set(true);
            for (var one : running) {
                one.get();
            }
        }
        return new Sample(done.sum(), done.sum() / ((System.nanoTime() - began) / 1e9), merged(watches));
    }

    private static Map<String, long[]> merged(Iterable<Watch> watches) {
        var all = new LinkedHashMap<String, long[]>();
        for (var watch : watches) {
            watch.times.forEach((act, times) -> {
                var before = all.getOrDefault(act, new long[0]);
                var joined = Arrays.copyOf(before, before.length + times.size);
                System.arraycopy(times.micros, 0, joined, before.length, times.size);
                all.put(act, joined);
            });
        }
        all.values().forEach(Arrays::sort);
        return all;
    }

    /// p50, p95 and p99 in microseconds.
    double[] percentiles(String act) {
        var times = acts.get(act);
        return Arrays.stream(new double[] {0.5, 0.95, 0.99}).map(share -> times[Math.min(times.length - 1, (int) (times.length * share))]).toArray();
    }
}
