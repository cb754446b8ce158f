package org.mingbai.shell.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.TestDatabase;
import org.mingbai.TestProcess;

/// Joining the server of another process.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LivingServerTest {

    @TempDir Path data;

    @Test
    void a_guest_comes_and_goes_while_its_host_works_on_and_finds_nobody_once_the_host_is_dead() throws Exception {
        var host = TestProcess.start(CommitForever.class, data.toString(), TestDatabase.PROGRAMS.toString());
        try {
            var said = host.inputReader();
            until(said, 100);
            var living = LivingServer.in(data).orElseThrow();
            var seen = highest(living);
            assertThat(seen).isGreaterThanOrEqualTo(100);
            until(said, seen + 100);
            assertThat(host.isAlive()).as("the host goes on after its guest has left").isTrue();
        } finally {
            host.toHandle().destroyForcibly();
            host.waitFor();
        }
        assertThat(LivingServer.in(data)).as("an orphaned server is nobody's to join").isEmpty();
        try (var passing = EmbeddedPostgres.start(data, TestDatabase.PROGRAMS, 0, true)) {
            assertThatThrownBy(() -> LivingServer.in(data)).as("a server that ends with its verb").isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("进程号 " + ProcessHandle.current().pid()).hasMessageContaining("in use by another Mingbai");
            assertThat(passing.port()).isPositive();
        }
        assertThat(LivingServer.in(data)).isEmpty();
    }

    @Test
    void where_nobody_has_been_there_is_nobody_to_join() throws IOException {
        assertThat(LivingServer.in(data.resolve("nowhere"))).isEmpty();
        assertThat(data).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"starting", "stopping", ""})
    void a_host_that_is_not_ready_is_not_joined(String state) throws IOException {
        Files.createDirectories(data.resolve("postgresql"));
        try (var lock = DataLock.take(data, false)) {
            if (!state.isEmpty()) {
                Files.write(data.resolve("postgresql/postmaster.pid"), List.of("1", "", "", "5432", "", "127.0.0.1", "", state + "  "));
            }
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> LivingServer.in(data)).isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("正在启动或停止").hasMessageContaining("starting or stopping");
        }
    }

    private static void until(BufferedReader said, int number) throws IOException {
        for (var line = said.readLine(); Integer.parseInt(line) < number; line = said.readLine()) {
            assertThat(line).isNotNull();
        }
    }

    private static int highest(LivingServer living) throws SQLException {
        try (var connection = DriverManager.getConnection(living.url(), living.user(), living.password());
                var statement = connection.createStatement();
                var found = statement.executeQuery("select max(n) from said")) {
            found.next();
            return found.getInt(1);
        }
    }
}
