package org.mingbai.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import org.mingbai.bench.Machine;
import org.mingbai.bench.Report;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/// Lets fault after fault happen to products at work, looks after each whether everything acknowledged is there once, and reports it.
public final class Faults {

    private final Options options;
    private final Path programs;
    private final Random chance;
    private final Results results;

    Faults(Options options) throws IOException {
        this.options = options;
        this.results = new Results();
        this.programs = options.data().resolve("programs").toAbsolutePath();
        this.chance = new Random(options.seed());
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
        // Whoever ends this run ends what it has started.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ProcessHandle.current().children().forEach(ProcessHandle::destroy)));
        FileSystemUtils.deleteRecursively(options.data());
        var machine = Machine.under(options.data());
        System.err.println(machine);
        var faults = new Faults(options);
        faults.run();
        System.out.println(faults.results.markdown());
        if (!options.report().equals(Path.of("none"))) {
            Report.add(options.report(), machine, String.join(" ", "bin/faults", String.join(" ", words)).strip(), faults.results.markdown());
        }
        System.exit(faults.results.isClean() ? 0 : 1);
    }

    Results run() throws Exception {
        if (options.kinds().stream().anyMatch(kind -> kind != Kind.DISK && kind != Kind.NODES)) {
            try (var house = new Household(options.data().resolve("house"), settings())) {
                inHouse(house);
            }
        }
        if (options.kinds().contains(Kind.DISK)) {
            onADiskOfItsOwn(options.data().resolve("disk").toAbsolutePath());
        }
        if (options.kinds().contains(Kind.NODES)) {
            onTwoNodes();
        }
        return results;
    }

    private List<String> settings() {
        return List.of("--mingbai.database.programs=" + programs, "--mingbai.sign-in.asks-per-hour=0");
    }

    private void inHouse(Household house) throws Exception {
        var kills = new Kills(house, chance);
        var frozen = new Frozen(house);
        var cut = new CutLines(house);
        var back = new SetBack(house);
        Map<Kind, Fault> faults = new EnumMap<>(Map.of(Kind.APP, kills::product, Kind.SERVER, kills::server, Kind.BOTH, kills::both,
                Kind.FROZEN, frozen::strike, Kind.CUT, cut::server, Kind.CLOCK, back::strike));
        var all = new ConcurrentLinkedQueue<Crowd.Told>();
        var round = new Round(house, chance, all);
        for (var kind : options.kinds()) {
            if (faults.containsKey(kind)) {
                repeat(kind, house, n -> {
                    try (var crowd = new Crowd(house.staff(), house::portOf)) {
                        return round.of(kind, n, faults.get(kind), crowd);
                    }
                });
            } else if (kind == Kind.LINES) {
                repeat(kind, house, n -> {
                    try (var wire = new Wire(() -> house.portOf(0)); var crowd = new Crowd(house.staff(), _ -> wire.port())) {
                        return round.of(kind, n, (way, _) -> CutLines.people(way, wire), crowd);
                    }
                });
            }
        }
        allAgain(house, all);
    }

    private void onADiskOfItsOwn(Path disk) throws Exception {
        if (!FullDisk.isMounted(disk)) {
            results.skipped(Kind.DISK, "no small file system could be mounted at " + disk + " (run as root, or allow user namespaces)");
            return;
        }
        var all = new ConcurrentLinkedQueue<Crowd.Told>();
        try (var house = new Household(disk.resolve("house"), settings())) {
            var full = new FullDisk(house);
            var round = new Round(house, chance, all);
            repeat(Kind.DISK, house, n -> {
                try (var crowd = new Crowd(house.staff(), house::portOf)) {
                    return round.of(Kind.DISK, n, full::strike, crowd);
                }
            });
            allAgain(house, all);
        } finally {
            FullDisk.unmount(disk);
        }
    }

    private void onTwoNodes() throws Exception {
        var all = new ConcurrentLinkedQueue<Crowd.Told>();
        try (var nodes = new TwoNodes(options.data().resolve("nodes"), programs)) {
            var round = new Round(nodes, chance, all);
            repeat(Kind.NODES, nodes, n -> {
                try (var crowd = new Crowd(nodes.staff(), nodes::portOf)) {
                    return round.of(Kind.NODES, n, nodes::strike, crowd);
                }
            });
            allAgain(nodes, all);
            try (var book = nodes.book()) {
                results.letters(nodes.letters(book.bean(JdbcTemplate.class)));
            }
        }
    }

    private interface Happening {
        Outcome of(int round) throws Exception;
    }

    /// The product's log of each fault is kept beside the data. After one that could not be looked at to its end there is none more of its kind.
    private void repeat(Kind kind, Scene scene, Happening happening) throws Exception {
        for (int n = 0; n < options.roundsOf(kind); n++) {
            long began = System.nanoTime();
            Outcome outcome;
            try {
                outcome = happening.of(n);
            } catch (IOException | TimeoutException e) {
                results.brokenOff(kind, n + 1, e);
                return;
            } finally {
                Files.write(options.data().resolve(kind + "-" + (n + 1) + ".log"), scene.log());
                scene.log().clear();
            }
            results.add(outcome);
            System.err.printf("%s %d: %,d acknowledged, %,d lost, back after %.1f s, seen %s, slowest %.1f s, %.0f s in all%n", kind, n + 1,
                    outcome.acknowledged(), outcome.lost(), outcome.backSeconds(), outcome.seen().told(), outcome.seen().slowestSeconds(),
                    (System.nanoTime() - began) / 1e9);
            outcome.wrong().forEach(wrong -> System.err.println("  " + wrong));
        }
    }

    /// What one fault left whole, a later one must not have taken.
    private void allAgain(Scene scene, Queue<Crowd.Told> all) {
        try (var book = scene.book()) {
            results.atTheEnd(all.size(), new ArrayList<>(book.notThereOnce(all)));
        }
    }
}
