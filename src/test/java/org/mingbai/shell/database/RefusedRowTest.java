package org.mingbai.shell.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mingbai.MingbaiTest;
import org.mingbai.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A row the database refuses has people in it. Neither what is thrown, and so what the program logs, nor the server's own log says who.
@MingbaiTest
class RefusedRowTest {

    private static final String NAME = "沈不该说";

    @Autowired JdbcClient db;
    @Autowired JdbcTemplate batches;

    @Test
    void what_is_thrown_names_the_rule_and_not_the_row() {
        assertThat(thrown(() -> db.sql("insert into directory.person (tenant, id, name) values (1, null, :name)").param("name", NAME).update()))
                .contains("null value in column \"id\"").doesNotContain(NAME);
        assertThat(thrown(() -> batches.batchUpdate("insert into directory.person (tenant, id, name) values (1, null, ?)",
                List.<Object[]>of(new Object[] {NAME}, new Object[] {NAME + "也不"})))).contains("null value in column \"id\"").doesNotContain(NAME);
    }

    @Test
    void nor_does_it_where_a_backup_is_restored() throws SQLException {
        try (var keeper = TestDatabase.server().connectAsKeeper(); var statement = keeper.createStatement()) {
            assertThat(thrown(() -> statement.execute("insert into directory.person (tenant, id, name) values (1, null, '" + NAME + "')")))
                    .contains("null value in column \"id\"").doesNotContain(NAME);
        }
    }

    @Test
    @Timeout(60)
    void the_servers_own_log_has_neither_the_row_nor_the_statement() throws Exception {
        var before = UUID.randomUUID().toString();
        var after = UUID.randomUUID().toString();
        mark(before);
        assertThat(thrown(() -> db.sql("insert into directory.person (tenant, id, name) values (1, null, '" + NAME + "')").update())).isNotEmpty();
        assertThat(thrown(() -> db.sql("insert into directory.person (tenant, id, name) values (1, null, :name)").param("name", NAME).update()))
                .isNotEmpty();
        mark(after);
        var log = log();
        while (!log.contains(after)) {
            Thread.sleep(50);
            log = log();
        }
        assertThat(log.substring(log.indexOf(before), log.indexOf(after))).contains("null value in column \"id\"").doesNotContain(NAME, "insert into");
    }

    /// A line of ours, so that what stands before it is all there.
    private void mark(String word) {
        db.sql("do $$ begin raise log '" + word + "'; end $$").update();
    }

    private static String log() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.list(TestDatabase.DATA.resolve("log"))) {
            for (var file : files.toList()) {
                all.append(Files.readString(file)).append('\n');
            }
        }
        return all.toString();
    }

    private static String thrown(ThrowingCallable asked) {
        var told = new StringWriter();
        catchException(asked).printStackTrace(new PrintWriter(told));
        return told.toString();
    }
}
