package org.mingbai.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.mingbai.Mingbai;
import org.mingbai.ledger.store.Tallies;
import org.mingbai.ledger.store.WordIndex;
import org.mingbai.pattern.Likenesses;
import org.mingbai.pattern.dispatch.DispatchLearning;
import org.mingbai.shell.database.EmbeddedPostgres;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/// Ledgers of several sizes on one server, each a product of its own.
final class Ledgers {

    /// @param loaded rows a second while it was loaded; 0 when it was there already
    record Size(int matters, ConfigurableApplicationContext product, BenchTown town, Floor floor, double loaded) {

        <T> T bean(Class<T> type) {
            return product.getBean(type);
        }

        int port() {
            return Integer.parseInt(product.getEnvironment().getRequiredProperty("local.server.port"));
        }
    }

    private static final String MARK = "loaded";
    private static final int POOL = 32;

    private final EmbeddedPostgres server;
    private final Options options;

    Ledgers(EmbeddedPostgres server, Options options) {
        this.server = server;
        this.options = options;
    }

    Size open(int matters) throws Exception {
        var name = "bench_" + matters;
        boolean there = isThere(name);
        var product = there ? again(name) : empty(name);
        var floor = new Floor(product.getBean(DataSource.class));
        if (there) {
            return new Size(matters, product, BenchTown.known(product), floor, 0);
        }
        var town = BenchTown.found(product);
        double loaded = load(product, town, matters);
        floor.prepare(matters);
        product.getBean(JdbcTemplate.class).execute("vacuum analyze");
        keep(name);
        return new Size(matters, product, town, floor, loaded);
    }

    /// Whether an earlier run loaded this one to its end, and it may be used once more.
    boolean isThere(String name) {
        return options.again() && Files.exists(mark(name));
    }

    /// What an earlier run loaded.
    ConfigurableApplicationContext again(String name) {
        return start(name, options.data().resolve(name));
    }

    /// A product of its own that holds nothing yet.
    ConfigurableApplicationContext empty(String name) throws SQLException, IOException {
        Files.deleteIfExists(mark(name));
        makeDatabase(name);
        return start(name, options.data().resolve(name));
    }

    /// It is loaded: a later run may use it.
    void keep(String name) throws IOException {
        Files.createDirectories(mark(name).getParent());
        Files.createFile(mark(name));
    }

    private Path mark(String name) {
        return options.data().resolve(name).resolve(MARK);
    }

    private double load(ConfigurableApplicationContext product, BenchTown town, int matters) {
        long began = System.nanoTime();
        town.load(matters, Math.min(options.open(), matters / 2));
        double perSecond = matters / ((System.nanoTime() - began) / 1e9);
        System.err.printf("%,d matters taken over, %,.0f a second%n", matters, perSecond);
        while (product.getBean(WordIndex.class).catchUp() > 0) {
            Thread.onSpinWait();
        }
        while (product.getBean(Likenesses.class).catchUp() > 0) {
            Thread.onSpinWait();
        }
        product.getBean(DispatchLearning.class).learn(town.tenant);
        product.getBean(Tallies.class).sum();
        return perSecond;
    }

    private void makeDatabase(String name) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url("postgres"), "postgres", server.password());
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name + " owner " + server.user());
        }
    }

    private ConfigurableApplicationContext start(String database, Path files) {
        var product = new SpringApplicationBuilder(Mingbai.class).properties(Map.of(
                "mingbai.data", files.toString(),
                "mingbai.database.url", server.url(database),
                "mingbai.database.user", server.user(),
                "mingbai.database.password", server.password(),
                "mingbai.database.pool-size", Integer.toString(POOL),
                "mingbai.sign-in.asks-per-hour", "0")).run("--server.port=0");
        product.getBean(HikariDataSource.class).setMinimumIdle(0);
        return product;
    }

    /// Gives its connections back: the server's number is limited, and the next size wants as many.
    static void rest(Size size) {
        size.bean(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
    }
}
