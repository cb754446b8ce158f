package org.mingbai.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.MingbaiTest;
import org.mingbai.Provokes;
import org.mingbai.TestDatabase;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A file that cannot be written to its end is not taken for a whole one: whoever fetches it learns that something is missing.
@MingbaiTest
@Provokes({"org.mingbai", "org.apache.catalina.core"})
class BrokenOffTest {

    private static final int MORE_THAN_A_PART = 520;
    private static final int BROKEN_OFF = -1;

    @Autowired LedgerScene scene;
    @LocalServerPort int port;

    private SmallTown.Cast cast;
    private MatterId unreadable;
    private Browsing coordinator;

    @BeforeEach
    void a_register_whose_last_matter_cannot_be_read() {
        cast = scene.cast();
        unreadable = IntStream.range(0, MORE_THAN_A_PART).mapToObj(n -> scene.raised(cast, Subject.of("第" + n + "盏路灯不亮", "全黑"))).toList().getFirst();
        coordinator = new Browsing(port);
        coordinator.signIn(scene.login(cast.coordinator()), Bureau.PASSWORD);
        rename("Raised", "Unheard");
    }

    @AfterEach
    void readable_again() {
        rename("Unheard", "Raised");
        coordinator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void a_register_that_cannot_be_read_to_its_end_ends_without_it(String ending) {
        assertThat(answered("/registers/rectification/export." + ending)).isIn(BROKEN_OFF, 500);
    }

    /// What is small enough not to have been sent yet can still be answered as a fault.
    private int answered(String path) {
        try {
            return coordinator.get(path).statusCode();
        } catch (UncheckedIOException e) {
            return BROKEN_OFF;
        }
    }

    @Test
    void what_can_be_read_comes_whole() {
        rename("Unheard", "Raised");
        assertThat(coordinator.get("/registers/rectification/export.csv").body().lines()).hasSize(MORE_THAN_A_PART + 1);
    }

    private void rename(String from, String to) {
        var server = TestDatabase.server();
        try (var superuser = DriverManager.getConnection(server.url(), "postgres", server.password());
                var statement = superuser.prepareStatement("update ledger.entry set kind = ? where matter = ? and kind = ?")) {
            superuser.createStatement().execute("set session_replication_role = replica");
            statement.setString(1, to);
            statement.setLong(2, unreadable.value());
            statement.setString(3, from);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
