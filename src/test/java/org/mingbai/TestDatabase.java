package org.mingbai;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.mingbai.shell.database.EmbeddedPostgres;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// One real PostgreSQL for each test process, under target/, with a database made new. Commits do not wait for the disk there: no test of this database
/// pulls the plug, and those that do start a product with a server of its own.
///
/// Its sessions live in Newfoundland while the JVM lives in Shanghai: half an hour off every full hour, and summer time.
/// A statement that leaves a zone to chance shows it here.
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /// Test processes beside each other keep their servers apart.
    public static final Path DATA = Path.of("target", "test-data", System.getProperty("mingbai.test.process", "1"));
    public static final Path PROGRAMS = DATA.resolve("programs");

    private static final class Holder {
        static final EmbeddedPostgres SERVER = freshServer();
    }

    public static EmbeddedPostgres server() {
        return Holder.SERVER;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "mingbai.data=" + DATA,
                        "mingbai.database.url=" + server().url(),
                        "mingbai.database.user=" + server().user(),
                        "mingbai.database.password=" + server().password(),
                        "mingbai.database.pool-size=5",
                        "mingbai.database.session-zone=America/St_Johns",
                        // Letters are written as if there were a server for them; a test that wants them carried does so itself.
                        "mingbai.mail.host=localhost",
                        "mingbai.mail.password=" + Unspoken.plant("Post-4712-box"),
                        "mingbai.telling.carry=false")
                .applyTo(context);
    }

    private static EmbeddedPostgres freshServer() {
        var server = EmbeddedPostgres.start(DATA, PROGRAMS, 0);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        try (var connection = DriverManager.getConnection(server.url("postgres"), "postgres", server.password());
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists mingbai with (force)");
            statement.execute("create database mingbai owner mingbai");
            statement.execute("alter database mingbai set synchronous_commit = off");
            // Of the logs of another run's database.
            Files.deleteIfExists(DATA.resolve("seal.heads"));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return server;
    }
}
