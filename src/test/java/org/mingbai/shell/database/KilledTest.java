package org.mingbai.shell.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mingbai.TestDatabase;
import org.mingbai.TestProcess;

/// A process of its own is killed in the middle of its commits; every number it said must be there afterwards.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class KilledTest {

    private static final int ENOUGH = 200;

    @TempDir Path data;
    private Process writer;
    private BufferedReader said;

    @BeforeEach
    void start() throws IOException {
        writer = TestProcess.start(CommitForever.class, data.toString(), TestDatabase.PROGRAMS.toString());
        said = writer.inputReader();
        while (Integer.parseInt(said.readLine()) < ENOUGH) {
            assertThat(writer.isAlive()).isTrue();
        }
    }

    @AfterEach
    void stop() {
        writer.destroyForcibly();
    }

    @Test
    void a_killed_process_leaves_its_server_and_the_next_start_takes_over_with_every_row() throws Exception {
        var orphan = postmaster();
        var last = killWriter();
        assertThat(orphan.isAlive()).isTrue();

        assertThat(highestAfterRestart()).isGreaterThanOrEqualTo(last);
    }

    @Test
    void process_and_server_both_killed_lose_no_row() throws Exception {
        var server = postmaster();
        server.destroyForcibly();
        var last = killWriter();

        assertThat(highestAfterRestart()).isGreaterThanOrEqualTo(last);
    }

    @Test
    void a_second_process_is_refused_in_both_languages_and_told_who_holds_the_data() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(data, TestDatabase.PROGRAMS, 0))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("正由另一个明白账进程（进程号 " + writer.pid() + "）使用")
                .hasMessageContaining("in use by another Mingbai (process " + writer.pid() + ")");
        assertThat(writer.isAlive()).isTrue();
    }

    private ProcessHandle postmaster() throws IOException {
        var pid = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /// The last number it managed to say; a line may have been cut short. By its handle, which leaves its output readable.
    private int killWriter() throws Exception {
        writer.toHandle().destroyForcibly();
        writer.waitFor();
        var last = ENOUGH;
        var all = said.lines().toList();
        for (var line : all.subList(0, Math.max(0, all.size() - 1))) {
            last = Integer.parseInt(line);
        }
        return last;
    }

    private int highestAfterRestart() throws SQLException {
        try (var server = EmbeddedPostgres.start(data, TestDatabase.PROGRAMS, 0);
                var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement()) {
            var found = statement.executeQuery("select count(*), max(n) from said");
            found.next();
            assertThat(found.getInt(1)).as("no gap below the highest").isEqualTo(found.getInt(2));
            return found.getInt(2);
        }
    }
}
