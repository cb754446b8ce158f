package org.mingbai.shell.database;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A durable PostgreSQL of our own, started from the jar on 127.0.0.1 and stopped with us.
///
/// Durable means: what was committed survives the loss of this process, of the server and of power. Every connection gives a password,
/// and there is no local socket that would let one in without.
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    static final String NAME = "mingbai";

    /// Whether an exception repeats what the server says of the row it refused: names and numbers of people, which a log must not hold.
    public static final String DETAIL = "logServerErrorDetail";

    private static final int ATTEMPTS = 3;
    private static final long PAUSE_MILLIS = 3_000;

    private final DataLock lock;
    private final Cluster cluster;
    private final int port;
    private boolean closed;

    private EmbeddedPostgres(DataLock lock, Cluster cluster, int port) {
        this.lock = lock;
        this.cluster = cluster;
        this.port = port;
    }

    /// Refused when another process uses the directory, when the port is taken, or when the server cannot run here.
    public static EmbeddedPostgres start(Path data, Path programs, int port) {
        return start(data, programs, port, false);
    }

    /// @param passing its owner does one thing and ends, so nobody should join it
    static EmbeddedPostgres start(Path data, Path programs, int port, boolean passing) {
        Unfinished.refuse(data);
        return started(data, programs, port, passing);
    }

    /// In a directory that is marked as half restored: whoever restores it may work there, and nobody else.
    public static EmbeddedPostgres startUnfinished(Path data, Path programs) {
        return started(data, programs, 0, true);
    }

    private static EmbeddedPostgres started(Path data, Path programs, int port, boolean passing) {
        try {
            Files.createDirectories(data);
            var lock = DataLock.take(data, passing);
            try {
                return start(lock, data.toRealPath(), programs.toAbsolutePath(), port);
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new DatabaseRefused(
                    "自带的 PostgreSQL 没有启动：" + e.getMessage() + "（日志在 " + data.resolve("log") + "）",
                    "The embedded PostgreSQL did not start; its log is in " + data.resolve("log"), e);
        }
    }

    private static EmbeddedPostgres start(DataLock lock, Path data, Path programs, int port) throws IOException, SQLException {
        var began = System.nanoTime();
        var cluster = Cluster.in(data, Programs.unpackedIn(programs));
        cluster.prepare();
        var taken = startOnAFreePort(cluster, port);
        var server = new EmbeddedPostgres(lock, cluster, taken);
        server.makeDatabase();
        server.watch();
        log.info("PostgreSQL on 127.0.0.1:{} after {} ms, data in {}", taken, (System.nanoTime() - began) / 1_000_000, data);
        return server;
    }

    /// A free port may be gone before the server takes it: another one is tried. A port somebody asked for is tried once.
    private static int startOnAFreePort(Cluster cluster, int wanted) throws IOException {
        for (int attempt = 1; ; attempt++) {
            var port = freePort(wanted);
            try {
                cluster.start(port);
                return port;
            } catch (IOException e) {
                if (wanted != 0 || attempt == ATTEMPTS) {
                    throw e;
                }
                // What an earlier run was just starting when it was killed may have come between.
                cluster.prepare();
            }
        }
    }

    private static int freePort(int wanted) throws IOException {
        try (var socket = new ServerSocket(wanted, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (BindException e) {
            throw new DatabaseRefused(
                    "数据库端口 " + wanted + " 已被占用，请用 --mingbai.database.port=端口 换一个，或者不指定。",
                    "The database port " + wanted + " is in use. Choose another with --mingbai.database.port=PORT, or none at all.", e);
        }
    }

    private void watch() throws IOException {
        cluster.server().ifPresent(server -> server.onExit().thenRunAsync(this::fell, Thread::startVirtualThread));
    }

    /// A server that was killed, or had no room left, is started again at its port, and what was committed is there; the pool finds it by itself.
    /// It is tried until it succeeds: room is made on a disk while nobody thinks of this program. One that somebody stopped stays stopped.
    private synchronized void fell() {
        boolean told = false;
        while (!closed && !startedAgain(told)) {
            told = true;
            try {
                wait(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /// @param told whether the log has it already that it does not start
    private boolean startedAgain(boolean told) {
        try {
            if (!told && cluster.wasStopped()) {
                log.warn("PostgreSQL was stopped by somebody and stays stopped");
                return true;
            }
            if (!told) {
                log.error("PostgreSQL fell; starting it again");
            }
            cluster.prepare();
            cluster.start(port);
            watch();
            log.warn("PostgreSQL is back on 127.0.0.1:{}", port);
            return true;
        } catch (IOException | RuntimeException e) {
            if (!told) {
                log.error("PostgreSQL does not start again; it is tried every {} s", PAUSE_MILLIS / 1000, e);
            }
            return false;
        }
    }

    /// The product's role owns its database and nothing else: it is no superuser.
    private void makeDatabase() throws SQLException {
        try (var connection = connectAsKeeper("postgres");
                var statement = connection.createStatement()) {
            if (!statement.executeQuery("select from pg_roles where rolname = '" + NAME + "'").next()) {
                statement.execute("create role " + NAME + " login password '" + password() + "'");
            }
            if (!statement.executeQuery("select from pg_database where datname = '" + NAME + "'").next()) {
                statement.execute("create database " + NAME + " owner " + NAME);
            }
        }
    }

    /// As the one who may do everything on this server, past every trigger: for whoever restores it.
    public Connection connectAsKeeper() throws SQLException {
        return connectAsKeeper(NAME);
    }

    private Connection connectAsKeeper(String database) throws SQLException {
        var how = new Properties();
        how.putAll(Map.of("user", "postgres", "password", password(), DETAIL, "false"));
        return DriverManager.getConnection(url(database), how);
    }

    public String url() {
        return url(NAME);
    }

    /// The address of another database on this server.
    public String url(String database) {
        return url(port, database);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return NAME;
    }

    public String password() {
        return cluster.password();
    }

    public int port() {
        return port;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
        try {
            cluster.stop();
        } catch (IOException e) {
            log.error("PostgreSQL did not stop", e);
        } finally {
            lock.close();
        }
    }
}
