package org.mingbai.shell.watch;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.stereotype.Component;

/// Whether the database answers. The port opens when the tables have been brought up to date, so that needs no asking.
@Component
class Readiness {

    private static final int PATIENCE_SECONDS = 2;
    private static final long ASKED_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final DataSource source;
    private final ApplicationAvailability availability;
    private boolean answered;
    private long asked = System.nanoTime() - ASKED_AGAIN_NANOS;

    Readiness(DataSource source, ApplicationAvailability availability) {
        this.source = source;
        this.availability = availability;
    }

    /// Anybody may ask, so the database is asked once a second at most, however many do.
    synchronized boolean isReady() {
        if (System.nanoTime() - asked >= ASKED_AGAIN_NANOS) {
            answered = answers();
            asked = System.nanoTime();
        }
        return answered && availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
    }

    private boolean answers() {
        var answer = new CompletableFuture<Boolean>();
        Thread.startVirtualThread(() -> answer.complete(isValid()));
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException slow) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isValid() {
        try (var connection = source.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException gone) {
            return false;
        }
    }
}
