package org.mingbai.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// What the figures were measured on.
/// @param fdatasyncMicros the median time until 8 KB are on the disk: no commit can be faster
/// @param loadBefore how many processes wanted a core before the bench began; above 0.3 somebody else was at work
public record Machine(int cores, long memoryMegabytes, long fdatasyncMicros, double loadBefore, String java) {

    private static final int TRIES = 300;

    public static Machine under(Path data) throws IOException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(system.getAvailableProcessors(), system.getTotalMemorySize() >> 20, fdatasyncMicros(data), system.getSystemLoadAverage(),
                Runtime.version().toString());
    }

    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static long fdatasyncMicros(Path data) throws IOException {
        Files.createDirectories(data);
        var file = Files.createTempFile(data, "fdatasync", "");
        var times = new long[TRIES];
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var page = ByteBuffer.allocate(8192);
            channel.write(ByteBuffer.allocate(8192 * TRIES));
            channel.force(true);
            for (int i = 0; i < TRIES; i++) {
                page.clear();
                long began = System.nanoTime();
                channel.write(page, 8192L * i);
                channel.force(false);
                times[i] = (System.nanoTime() - began) / 1000;
            }
        } finally {
            Files.delete(file);
        }
        Arrays.sort(times);
        return times[TRIES / 2];
    }

    @Override
    public String toString() {
        return String.format("%d cores, %,d MB, fdatasync of 8 KB %,d µs, Java %s, load before %.1f", cores, memoryMegabytes, fdatasyncMicros, java,
                loadBefore);
    }
}
