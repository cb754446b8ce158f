package org.mingbai.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.mingbai.shell.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/// The clock of a product that somebody moves while it runs: as far off as a file says, in the words of `Duration`.
final class MovedClock extends Clock {

    static final String SETTING = "mingbai.faults.clock";

    private static final long LOOKED_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Path file;
    private final ZoneId zone;
    private volatile Duration off = Duration.ZERO;
    private volatile long looked = System.nanoTime() - LOOKED_AGAIN_NANOS;

    private MovedClock(Path file, ZoneId zone) {
        this.file = file;
        this.zone = zone;
    }

    /// Only where the setting names the file: nothing but `bin/faults` does.
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(MovedClock.SETTING)
    static class Beans {

        @Bean
        @Primary
        Clock movedClock(Settings settings, Environment environment) {
            return new MovedClock(Path.of(environment.getRequiredProperty(SETTING)), settings.zone());
        }
    }

    /// From now on every product that looks at the file is so far off.
    static void move(Path file, Duration off) throws IOException {
        var beside = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(beside, off.toString());
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public Instant instant() {
        if (System.nanoTime() - looked >= LOOKED_AGAIN_NANOS) {
            try {
                off = Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            looked = System.nanoTime();
        }
        return Instant.now().plus(off);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovedClock(file, other);
    }
}
