package org.mingbai.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingbai.Mingbai;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.store.Tallies;
import org.mingbai.ledger.store.WordIndex;
import org.mingbai.library.Library;
import org.mingbai.shell.database.EmbeddedPostgres;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/// Runs the floor, the verbs and the lists beside one another on ledgers of several sizes, the sizes in turn, and prints medians.
public final class Bench {

    private record Size(int matters, ConfigurableApplicationContext product, BenchTown town, Floor floor) {}

    private final Settings settings;
    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    /// @param sizes matters already there, @param open how many of them are open, @param seconds for each point
    private record Settings(List<Integer> sizes, int open, int repeats, double seconds, List<Integer> clients) {

        static Settings of(String[] args) {
            boolean quick = Arrays.asList(args).contains("--quick");
            return quick
                    ? new Settings(List.of(1_000, 10_000), 500, 2, 1, List.of(1, 8))
                    : new Settings(List.of(10_000, 100_000, 1_000_000), 5_000, 5, 3, List.of(1, 8, 32));
        }
    }

    private Bench(Settings settings) {
        this.settings = settings;
    }

    public static void main(String[] args) throws Exception {
        var data = Path.of("target", "bench-data");
        try (var server = EmbeddedPostgres.start(data, data.resolve("programs"), 0)) {
            new Bench(Settings.of(args)).run(server, data);
        }
    }

    private void run(EmbeddedPostgres server, Path data) throws Exception {
        var sizes = new ArrayList<Size>();
        for (int matters : settings.sizes()) {
            sizes.add(prepare(server, data, matters));
        }
        warmUp(sizes.getFirst());
        for (int repeat = 0; repeat < settings.repeats(); repeat++) {
            for (var size : sizes) {
                measure(size);
            }
        }
        print();
        sizes.forEach(size -> size.product().close());
    }

    private Size prepare(EmbeddedPostgres server, Path data, int matters) throws Exception {
        var name = "bench_" + matters;
        try (var connection = DriverManager.getConnection(server.url("postgres"), "postgres", server.password());
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name + " owner " + server.user());
        }
        var product = new SpringApplicationBuilder(Mingbai.class).web(WebApplicationType.NONE).properties(Map.of(
                "mingbai.data", data.resolve(name).toString(),
                "mingbai.database.url", server.url(name),
                "mingbai.database.user", server.user(),
                "mingbai.database.password", server.password(),
                "mingbai.database.pool-size", "32",
                "spring.datasource.hikari.minimum-idle", "0",
                "spring.datasource.hikari.idle-timeout", "10000")).run();
        var town = BenchTown.found(product);
        long began = System.nanoTime();
        town.load(matters, Math.min(settings.open(), matters / 2));
        System.out.printf("%,d matters taken over: %,.0f a second%n", matters, matters / ((System.nanoTime() - began) / 1e9));
        for (int indexed = 1; indexed > 0; ) {
            indexed = product.getBean(WordIndex.class).catchUp();
        }
        product.getBean(Tallies.class).sum();
        var floor = new Floor(product.getBean(javax.sql.DataSource.class));
        floor.prepare(matters);
        product.getBean(JdbcTemplate.class).execute("vacuum analyze");
        return new Size(matters, product, town, floor);
    }

    private void warmUp(Size size) throws Exception {
        var verbs = verbs(size, false);
        Sample.of(4, settings.seconds() * 2, verbs::live);
    }

    private void measure(Size size) throws Exception {
        for (int clients : settings.clients()) {
            var floor = Sample.of(clients, settings.seconds(), size.floor()::live);
            note("floor " + clients, size, "lifecycles/s", floor.perSecond());
            note("floor " + clients, size, "p50 commit µs", floor.percentile("commit", 0.5));
            var verbs = Sample.of(clients, settings.seconds(), verbs(size, false)::live);
            note("verbs " + clients, size, "lifecycles/s", verbs.perSecond());
            note("verbs " + clients, size, "of the floor", verbs.perSecond() / floor.perSecond());
            for (var act : verbs.acts().keySet()) {
                for (double share : new double[] {0.5, 0.95, 0.99}) {
                    note("verbs " + clients + " " + act, size, "p" + Math.round(share * 100) + " µs", verbs.percentile(act, share));
                }
            }
            var filed = Sample.of(clients, settings.seconds(), verbs(size, true)::live);
            note("verbs " + clients + " with a 20 KB file", size, "lifecycles/s", filed.perSecond());
        }
        lists(size);
    }

    private VerbLife verbs(Size size, boolean withFile) {
        return new VerbLife(size.product().getBean(Ledger.class), size.product().getBean(Library.class), size.town(), withFile);
    }

    private void lists(Size size) throws Exception {
        var matters = size.product().getBean(Matters.class);
        var town = size.town();
        var today = java.time.LocalDate.now(size.product().getBean(Clock.class));
        var questions = new LinkedHashMap<String, Sample.Lifecycle>();
        var all = MatterFilter.all(BenchTown.REGISTER);
        questions.put("register, newest", w -> w.time("q", () -> matters.page(town.coordinator, all)));
        questions.put("register, open", w -> w.time("q", () -> matters.page(town.coordinator, filter(null, true, null, false, null))));
        questions.put("register, one stage", w -> w.time("q", () -> matters.page(town.coordinator, filter(StageName.IN_PROGRESS, false, null, false, null))));
        questions.put("register, one unit", w -> w.time("q", () -> matters.page(town.coordinator, filter(null, false, town, false, null))));
        questions.put("register, late", w -> w.time("q", () -> matters.page(town.coordinator, filter(null, false, null, true, null))));
        questions.put("register, two words", w -> w.time("q", () -> matters.page(town.coordinator, filter(null, false, null, false, "路灯 河东"))));
        questions.put("register of a unit", w -> w.time("q", () -> matters.page(town.handlers.getFirst(), all)));
        questions.put("tray of a unit", w -> w.time("q", () -> matters.tray(town.handlers.getFirst(), 50)));
        questions.put("tray counts", w -> w.time("q", () -> matters.trayCounts(town.handlers.getFirst())));
        questions.put("counts, whole register", w -> w.time("q", () -> matters.counts(town.coordinator, BenchTown.REGISTER)));
        questions.put("counts, one unit", w -> w.time("q", () -> matters.counts(town.handlers.getFirst(), BenchTown.REGISTER)));
        for (var question : questions.entrySet()) {
            var sample = Sample.of(1, settings.seconds() / 3, question.getValue());
            for (double share : new double[] {0.5, 0.95}) {
                note(question.getKey(), size, "p" + Math.round(share * 100) + " µs", sample.percentile("q", share));
            }
        }
        if (today.getYear() < 2020) {
            throw new IllegalStateException("The clock is wrong");
        }
    }

    private static MatterFilter filter(StageName stage, boolean open, BenchTown town, boolean late, String words) {
        return new MatterFilter(BenchTown.REGISTER, stage == null ? java.util.Set.of() : java.util.Set.of(stage), open,
                town == null ? null : town.bureaus.getFirst(), null, late ? java.time.LocalDate.of(2026, 11, 20) : null, null, words,
                late ? MatterFilter.Order.DUE : MatterFilter.Order.NEWEST, null, 50);
    }

    private void note(String what, Size size, String figure, double value) {
        figures.computeIfAbsent(what + "|" + figure + "|" + size.matters(), _ -> new ArrayList<>()).add(value);
    }

    private void print() throws Exception {
        var text = new StringBuilder();
        var rows = new LinkedHashMap<String, Map<Integer, List<Double>>>();
        figures.forEach((key, values) -> {
            var parts = key.split("\\|");
            rows.computeIfAbsent(parts[0] + " | " + parts[1], _ -> new LinkedHashMap<>()).put(Integer.parseInt(parts[2]), values);
        });
        text.append("| what | figure |");
        settings.sizes().forEach(size -> text.append(String.format(" %,d |", size)));
        text.append(" largest : smallest |\n|---|---|").append("---:|".repeat(settings.sizes().size() + 1)).append('\n');
        rows.forEach((what, bySize) -> {
            text.append("| ").append(what).append(" |");
            settings.sizes().forEach(size -> text.append(' ').append(median(bySize.get(size))).append(" |"));
            text.append(String.format(" %.2f |%n", middle(bySize.get(settings.sizes().getLast())) / middle(bySize.get(settings.sizes().getFirst()))));
        });
        System.out.println(text);
        Files.writeString(Path.of("target", "bench.md"), text);
    }

    private static String median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return String.format("%s (%s–%s)", number(middle(values)), number(sorted.getFirst()), number(sorted.getLast()));
    }

    private static String number(double value) {
        return value < 10 ? String.format("%.2f", value) : String.format("%,.0f", value);
    }

    private static double middle(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
