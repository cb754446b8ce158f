package org.mingbai.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.mingbai.TestProduct;
import org.mingbai.story.HealthOffice;

/// The usual installation: one product that starts a server of its own, started again after five seconds, as the unit that is shipped does.
final class Household implements Scene {

    /// As `RestartSec=5` in the unit that is shipped, for whoever did not start.
    private static final long RESTART_SECONDS = 5;
    private static final int STARTS_MAX = 24;

    private final Path data;
    private final List<String> settings;
    private final HealthOffice.Staff staff;
    private volatile Served served;

    Household(Path data, List<String> settings) throws IOException {
        this.data = data.toAbsolutePath();
        var all = new ArrayList<>(settings);
        all.add("--" + MovedClock.SETTING + "=" + clock());
        this.settings = List.copyOf(all);
        try (var product = TestProduct.begun(this.data)) {
            staff = product.getBean(HealthOffice.class).opened();
        }
        served = Served.start(this.data, 0, this.settings);
    }

    Path data() {
        return data;
    }

    /// The file that says how far off the product's clock is.
    Path clock() {
        return data.resolveSibling(data.getFileName() + ".clock");
    }

    Served served() {
        return served;
    }

    @Override
    public HealthOffice.Staff staff() {
        return staff;
    }

    @Override
    public int portOf(int client) {
        return served.port();
    }

    @Override
    public Book book() {
        return Book.opened(Stream.concat(Stream.of("--mingbai.data=" + data), settings.stream()).toList(), staff);
    }

    @Override
    public Queue<String> log() {
        return served.log();
    }

    /// At the same address, tried again while it does not start.
    void startAgain() throws IOException, InterruptedException {
        for (int starts = 1; ; starts++) {
            try {
                served = Served.start(data, served.port(), settings);
                return;
            } catch (Served.NotStarted e) {
                if (starts == STARTS_MAX) {
                    throw e;
                }
                TimeUnit.SECONDS.sleep(RESTART_SECONDS);
            }
        }
    }

    /// Begun and not waited for: it is killed again before it is ready.
    Process starting() throws IOException {
        return Served.starting(data, served.port(), settings);
    }

    /// The server's first process and all it has begun.
    List<ProcessHandle> server() throws IOException {
        return Served.postmaster(data).stream().flatMap(first -> Stream.concat(Stream.of(first), first.descendants())).toList();
    }

    /// As the administrator of the server.
    Connection keeper() throws IOException, SQLException {
        var port = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/mingbai", "postgres",
                Files.readString(data.resolve("postgresql.password")).strip());
    }

    @Override
    public void close() throws InterruptedException {
        served.stop();
    }
}
