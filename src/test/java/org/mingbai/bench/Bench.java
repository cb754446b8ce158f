package org.mingbai.bench;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingbai.bench.Options.Point;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.seal.Sequencing;
import org.mingbai.library.Library;
import org.mingbai.reporting.cases.Gathering;
import org.mingbai.shell.database.EmbeddedPostgres;
import org.springframework.jdbc.core.JdbcTemplate;

/// Runs the floor, the verbs, the pages and the lists beside one another on ledgers of several sizes, the sizes in turn, and reports medians.
public final class Bench {

    private static final double WARMING_SECONDS = 0.5;

    /// Until the compiler is through with the verbs: what is measured before is the compiler's work.
    private static final double FIRST_WARMING_SECONDS = 20;

    private static final int IMPORTED_ROWS = 100_000;
    /// So many characters of long texts for each matter of the largest ledger.
    private static final int CHARACTERS_A_MATTER = 90;
    /// A queue of fewer tells nothing of how fast it is worked off.
    private static final int SEALED_LEAST = 5_000;

    private final Options options;
    private final Figures figures = new Figures();

    private Bench(Options options) {
        this.options = options;
    }

    public static void main(String[] words) throws Exception {
        Options options;
        try {
            options = Options.read(List.of(words));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + Options.USAGE);
            System.exit(2);
            return;
        }
        System.setProperty("http.maxConnections", "64");
        Files.createDirectories(options.data());
        var machine = Machine.under(options.data());
        System.err.println(machine);
        try (var server = EmbeddedPostgres.start(options.data(), options.data().resolve("programs"), 0)) {
            var bench = new Bench(options);
            bench.run(server);
            var tables = bench.figures.markdown();
            System.out.println(tables);
            Report.add(options.report(), machine, String.join(" ", "bin/bench", String.join(" ", words)).strip(), tables);
        }
    }

    private void run(EmbeddedPostgres server) throws Exception {
        var ledgers = new Ledgers(server, options);
        if (!Set.of(Point.IMPORT, Point.LIKENESS, Point.TEXTS).containsAll(options.points())) {
            runOnLedgers(ledgers);
        }
        if (options.points().contains(Point.IMPORT)) {
            new ImportRace(ledgers, options.data(), IMPORTED_ROWS).run(options.repeats(), figures);
        }
        if (options.points().contains(Point.TEXTS)) {
            new TextQuestions(ledgers, CHARACTERS_A_MATTER * Collections.max(options.sizes())).ask(options.repeats(), options.seconds(), figures);
        }
        if (options.points().contains(Point.LIKENESS)) {
            for (int matters : options.sizes()) {
                new LikenessQuestions(ledgers, matters).ask(options.repeats(), options.seconds(), figures);
            }
        }
    }

    /// First all that is only read, then all that is done: every lifecycle leaves one more matter open.
    private void runOnLedgers(Ledgers ledgers) throws Exception {
        var sizes = new ArrayList<Ledgers.Size>();
        try {
            for (int matters : options.sizes()) {
                var size = ledgers.open(matters);
                sizes.add(size);
                if (size.loaded() > 0) {
                    figures.note("Loading", "matters taken over a second", matters, size.loaded());
                }
                if (options.points().contains(Point.SEAL)) {
                    sealed(size);
                }
                if (options.points().contains(Point.BOARDS)) {
                    readForFigures(size);
                }
                Ledgers.rest(size);
            }
            repeat("reading", sizes, this::read);
            if (options.points().contains(Point.EXPORT)) {
                for (var size : sizes) {
                    exported(size);
                    Ledgers.rest(size);
                }
            }
            if (!Collections.disjoint(options.points(), Set.of(Point.FLOOR, Point.VERBS, Point.FILES, Point.HTTP))) {
                Sample.of(4, FIRST_WARMING_SECONDS, verbs(sizes.getFirst(), false)::live);
                repeat("acting", sizes, this::act);
            }
        } finally {
            sizes.forEach(size -> size.product().close());
        }
    }

    private interface Measuring {
        void of(Ledgers.Size size) throws Exception;
    }

    private void repeat(String what, List<Ledgers.Size> sizes, Measuring measuring) throws Exception {
        for (int repeat = 0; repeat < options.repeats(); repeat++) {
            for (var size : sizes) {
                measuring.of(size);
                Ledgers.rest(size);
            }
            System.err.printf("%s, repeat %d of %d%n", what, repeat + 1, options.repeats());
        }
    }

    /// What waits to be sealed, and how fast it is; nothing where the job was through before.
    private void sealed(Ledgers.Size size) {
        long waiting = waiting(size, "ledger.unsealed");
        long began = System.nanoTime();
        while (waiting(size, "ledger.unsealed") > 0) {
            size.bean(Sequencing.class).keepUp();
        }
        if (waiting > SEALED_LEAST) {
            figures.note("Behind the writers", "entries sealed a second", size.matters(), waiting / ((System.nanoTime() - began) / 1e9));
        }
    }

    private void readForFigures(Ledgers.Size size) {
        long waiting = waiting(size, "reporting.pending");
        long began = System.nanoTime();
        while (!size.bean(Gathering.class).catchUp(size.town().coordinator.tenant())) {
            Thread.onSpinWait();
        }
        if (waiting > SEALED_LEAST) {
            figures.note("Behind the writers", "journals read for figures a second", size.matters(), waiting / ((System.nanoTime() - began) / 1e9));
        }
    }

    private static long waiting(Ledgers.Size size, String queue) {
        return size.bean(JdbcTemplate.class).queryForObject("select count(*) from " + queue, Long.class);
    }

    private void read(Ledgers.Size size) throws Exception {
        if (options.points().contains(Point.BOARDS)) {
            pages(size, List.of("/boards", "/boards/wall", "/boards/unit/" + size.town().bureaus.getFirst().value(), "/figures"), false);
        }
        if (options.points().contains(Point.LISTS)) {
            new ListQuestions(size).ask(options.seconds() / 3, figures);
        }
        if (options.points().contains(Point.HTTP)) {
            pages(size, List.of("/tray", "/registers", "/registers/" + BenchTown.REGISTER, "/registers/" + BenchTown.REGISTER + "?state=open"), true);
        }
    }

    /// The whole register as a file, once: one row for each matter, and one above them.
    private void exported(Ledgers.Size size) throws Exception {
        var reader = HttpLife.signIn(size, true);
        long matters = size.bean(JdbcTemplate.class).queryForObject("select count(*) from ledger.matter", Long.class);
        long began = System.nanoTime();
        long rows = reader.rows("/registers/" + BenchTown.REGISTER + "/export.csv") - 1;
        double seconds = (System.nanoTime() - began) / 1e9;
        if (rows != matters) {
            throw new IllegalStateException(rows + " rows of " + matters + " matters");
        }
        figures.note("Export", "the register as CSV, seconds", size.matters(), seconds);
        figures.note("Export", "rows a second", size.matters(), rows / seconds);
    }

    private void act(Ledgers.Size size) throws Exception {
        for (int clients : options.clients()) {
            Sample.of(clients, WARMING_SECONDS, verbs(size, false)::live);
            var floor = options.points().contains(Point.FLOOR) ? Optional.of(floor(size, clients)) : Optional.<Pace>empty();
            if (options.points().contains(Point.VERBS)) {
                verbs(size, clients, floor);
            }
            if (options.points().contains(Point.FILES)) {
                var filed = Sample.of(clients, options.seconds(), verbs(size, true)::live);
                figures.note("Lifecycles a second", "verbs with a 20 KB file, " + clients + " clients", size.matters(), filed.perSecond());
            }
        }
        if (options.points().contains(Point.HTTP)) {
            http(size);
        }
    }

    /// How fast a point went, by the clock and by the processors.
    private record Pace(double perSecond, double processorMicros) {}

    private Pace floor(Ledgers.Size size, int clients) throws Exception {
        Sample.of(clients, WARMING_SECONDS, size.floor()::live);
        var before = Processors.spent(options.data());
        var floor = Sample.of(clients, options.seconds(), size.floor()::live);
        double micros = processors("floor, " + clients + " clients", size, before, floor);
        figures.note("Lifecycles a second", "floor, " + clients + " clients", size.matters(), floor.perSecond());
        figures.note("Acts, µs (p50 / p95 / p99)", "floor, " + clients + " clients, commit", size.matters(), floor.percentiles("commit"));
        return new Pace(floor.perSecond(), micros);
    }

    private double processors(String point, Ledgers.Size size, Processors before, Sample sample) throws Exception {
        var spent = Processors.spent(options.data()).since(before, sample.lifecycles());
        figures.note("Processor µs a lifecycle (product / server)", point, size.matters(), spent.productMicros(), spent.serverMicros());
        return spent.sum();
    }

    private void verbs(Ledgers.Size size, int clients, Optional<Pace> floor) throws Exception {
        var before = Processors.spent(options.data());
        var verbs = Sample.of(clients, options.seconds(), verbs(size, false)::live);
        figures.note("Lifecycles a second", "verbs, " + clients + " clients", size.matters(), verbs.perSecond());
        double micros = processors("verbs, " + clients + " clients", size, before, verbs);
        floor.ifPresent(pace -> {
            figures.note("Verbs of the floor", clients + " clients, by the clock", size.matters(), verbs.perSecond() / pace.perSecond());
            figures.note("Verbs of the floor", clients + " clients, by processor time", size.matters(), pace.processorMicros() / micros);
        });
        for (var act : verbs.acts().keySet()) {
            figures.note("Acts, µs (p50 / p95 / p99)", "verbs, " + clients + " clients, " + act, size.matters(), verbs.percentiles(act));
        }
    }

    /// The load generator runs beside the product, on the same cores.
    private void http(Ledgers.Size size) throws Exception {
        for (int clients : options.clients()) {
            var forms = HttpLife.signIn(size, false);
            Sample.of(clients, WARMING_SECONDS, forms::live);
            var before = Processors.spent(options.data());
            var sent = Sample.of(clients, options.seconds(), forms::live);
            processors("forms over HTTP, " + clients + " clients, generator included", size, before, sent);
            figures.note("Lifecycles a second", "forms over HTTP, " + clients + " clients", size.matters(), sent.perSecond());
            for (var act : sent.acts().keySet()) {
                figures.note("Forms over HTTP, µs (p50 / p95 / p99)", clients + " clients, " + act, size.matters(), sent.percentiles(act));
            }
            var seen = Sample.of(clients, options.seconds(), HttpLife.signIn(size, true)::live);
            figures.note("Lifecycles a second", "forms and the pages they lead to, " + clients + " clients", size.matters(), seen.perSecond());
            figures.note("Forms over HTTP, µs (p50 / p95 / p99)", clients + " clients, matter page", size.matters(), seen.percentiles("matter page"));
        }
    }

    /// @param unit whether a unit looks at them too
    private void pages(Ledgers.Size size, List<String> pages, boolean unit) throws Exception {
        var reader = HttpLife.signIn(size, true);
        for (var page : pages) {
            var office = Sample.of(1, options.seconds() / 3, watch -> reader.look(watch, page));
            figures.note("Pages over HTTP, µs (p50 / p95 / p99)", page + ", the office", size.matters(), office.percentiles("page"));
            if (!unit) {
                continue;
            }
            var bureau = Sample.of(1, options.seconds() / 3, watch -> reader.lookAsHandler(watch, page));
            figures.note("Pages over HTTP, µs (p50 / p95 / p99)", page + ", one unit", size.matters(), bureau.percentiles("page"));
        }
    }

    private static VerbLife verbs(Ledgers.Size size, boolean withFile) {
        return new VerbLife(size.bean(Ledger.class), size.bean(Library.class), size.town(), withFile);
    }
}
