package org.mingbai.shell.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.TestDatabase;

class EmbeddedPostgresTest {

    private final EmbeddedPostgres server = TestDatabase.server();

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"})
    void what_is_committed_survives_the_loss_of_power(String setting) throws SQLException {
        // Not in the database of the tests: that one was told not to wait for the disk.
        try (var connection = DriverManager.getConnection(server.url("postgres"), "postgres", server.password())) {
            assertThat(column(connection, "show " + setting)).containsExactly("on");
        }
    }

    @Test
    void not_even_an_administrator_can_make_it_forgetful() throws SQLException {
        try (var connection = DriverManager.getConnection(server.url("postgres"), "postgres", server.password());
                var statement = connection.createStatement()) {
            statement.execute("alter system set fsync = off");
            statement.execute("select pg_reload_conf()");
            assertThat(ask(server, "show fsync")).containsExactly("on");
            statement.execute("alter system reset fsync");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mingbai", "postgres"})
    void nobody_comes_in_without_the_password(String user) {
        assertThatThrownBy(() -> DriverManager.getConnection(server.url("postgres"), user, "guess"))
                .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void every_way_in_asks_for_a_password() throws SQLException {
        try (var connection = DriverManager.getConnection(server.url("postgres"), "postgres", server.password())) {
            assertThat(column(connection, "select distinct auth_method from pg_hba_file_rules")).containsExactly("scram-sha-256");
        }
    }

    @Test
    void it_listens_to_this_machine_alone_and_has_no_socket_file() throws SQLException {
        assertThat(ask(server, "show listen_addresses")).containsExactly("127.0.0.1");
        try (var connection = DriverManager.getConnection(server.url("postgres"), "postgres", server.password())) {
            assertThat(column(connection, "show unix_socket_directories")).containsExactly("");
        }
    }

    @Test
    void the_product_is_no_superuser_of_its_own_database() throws SQLException {
        assertThat(ask(server, "select rolsuper or rolcreaterole or rolcreatedb or rolreplication from pg_roles where rolname = current_user"))
                .containsExactly("f");
    }

    @Test
    void the_password_is_for_its_owner_alone() throws IOException {
        assertThat(Files.getPosixFilePermissions(TestDatabase.DATA.resolve("postgresql.password")))
                .isEqualTo(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    }

    @Test
    void the_same_process_cannot_open_one_directory_twice() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(TestDatabase.DATA, TestDatabase.PROGRAMS, 0))
                .isInstanceOf(DatabaseRefused.class);
    }

    /// One cluster through its life, because making one takes seconds.
    @Test
    void a_directory_in_any_state_it_may_be_left_in_starts_or_is_refused_untouched(@TempDir Path data) throws Exception {
        leftByAnInterruptedMaking(data);
        try (var first = start(data, 0)) {
            assertThat(ask(first, "select current_setting('server_encoding')")).containsExactly("UTF8");
        }

        var pid = data.resolve("postgresql/postmaster.pid");
        assertThat(pid).as("stopped with its owner").doesNotExist();
        Files.write(pid, List.of(Long.toString(ProcessHandle.current().pid()), data.resolve("postgresql").toString()));
        try (var afterStranger = start(data, 0)) {
            assertThat(ask(afterStranger, "select 1")).containsExactly("1");
        }

        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> start(data, taken.getLocalPort()).close())
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("已被占用").hasMessageContaining("is in use");
        }

        Files.move(data.resolve("postgresql.password"), data.resolve("elsewhere"));
        assertThatThrownBy(() -> start(data, 0).close())
                .isInstanceOf(DatabaseRefused.class).hasMessageContaining("不见了").hasMessageContaining("is missing");
        Files.move(data.resolve("elsewhere"), data.resolve("postgresql.password"));
        try (var again = start(data, 0)) {
            assertThat(ask(again, "select 1")).containsExactly("1");
        }
    }

    private static void leftByAnInterruptedMaking(Path data) throws IOException {
        Files.createDirectories(data.resolve("postgresql/base"));
        Files.writeString(data.resolve("postgresql/PG_VERSION"), "18\n");
    }

    private static EmbeddedPostgres start(Path data, int port) {
        return EmbeddedPostgres.start(data, TestDatabase.PROGRAMS, port);
    }

    private static List<String> ask(EmbeddedPostgres server, String question) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password())) {
            return column(connection, question);
        }
    }

    private static List<String> column(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(question)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
