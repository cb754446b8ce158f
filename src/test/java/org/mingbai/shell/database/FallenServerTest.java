package org.mingbai.shell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mingbai.Provokes;
import org.mingbai.TestDatabase;

/// A server that ends under a living process.
@Provokes("org.mingbai.shell.database.EmbeddedPostgres")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FallenServerTest {

    private static final long LOOK_NANOS = 50_000_000;

    @TempDir Path data;

    @Test
    void one_that_cannot_start_is_tried_until_it_can_and_one_that_was_stopped_stays_stopped() throws Exception {
        try (var server = EmbeddedPostgres.start(data, TestDatabase.PROGRAMS, 0)) {
            var settings = data.resolve("postgresql/mingbai.conf");
            Files.delete(settings);
            // What a full disk does too: what it writes before it starts cannot be written.
            Files.createDirectory(settings);
            var fallen = postmaster();
            fallen.destroyForcibly();
            fallen.onExit().get();
            assertThat(answers(server)).isFalse();
            Files.delete(settings);
            while (!answers(server)) {
                LockSupport.parkNanos(LOOK_NANOS);
            }

            Programs.unpackedIn(TestDatabase.PROGRAMS.toAbsolutePath()).run("pg_ctl", List.of("-D", data.resolve("postgresql").toString(),
                    "-m", "fast", "-w", "stop"));
            assertThat(Cluster.in(data, Programs.unpackedIn(TestDatabase.PROGRAMS.toAbsolutePath())).wasStopped()).isTrue();
            assertThat(answers(server)).isFalse();
            assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
        }
    }

    private ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(data.resolve("postgresql/postmaster.pid")).getFirst())).orElseThrow();
    }

    private static boolean answers(EmbeddedPostgres server) {
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password())) {
            return connection.isValid(1);
        } catch (SQLException notNow) {
            return false;
        }
    }
}
