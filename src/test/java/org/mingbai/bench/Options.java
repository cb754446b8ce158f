package org.mingbai.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What is to be measured.
/// @param sizes matters already there
/// @param open how many of them are open: the same at every size, as an office's work does not grow with its archive
/// @param seconds for each point
/// @param again whether ledgers loaded by an earlier run are used once more
record Options(List<Integer> sizes, int open, List<Integer> clients, int repeats, double seconds, Set<Point> points, boolean again, Path data,
        Path report) {

    enum Point { FLOOR, VERBS, FILES, HTTP, LISTS, IMPORT, LIKENESS, SEAL, BOARDS, EXPORT, TEXTS }

    static final String USAGE = """
            bin/bench [--quick] [options]
              --quick              two small ledgers, a minute or two
              --sizes 10000,...    matters already there (10000,100000,1000000)
              --open N             of them open (5000)
              --clients 1,8,32     at once
              --repeats N          of every point, the sizes in turn (5)
              --seconds S          for each point (3)
              --points floor,...   of floor, verbs, files, http, lists, import, likeness, seal, boards, export, texts (all)
              --again              use the ledgers loaded by an earlier run
              --data DIRECTORY     where the ledgers are kept (target/bench-data)
              --report FILE        results go on top of it (docs/benchmarks.md)
            """;

    static Options read(List<String> words) {
        var options = words.contains("--quick")
                ? new Options(List.of(1_000, 10_000), 500, List.of(1, 8), 3, 1, EnumSet.allOf(Point.class), false, Path.of("target", "bench-data"),
                        Path.of("docs", "benchmarks.md"))
                : new Options(List.of(10_000, 100_000, 1_000_000), 5_000, List.of(1, 8, 32), 5, 3, EnumSet.allOf(Point.class), false,
                        Path.of("target", "bench-data"), Path.of("docs", "benchmarks.md"));
        for (var left = new ArrayList<>(words); !left.isEmpty(); ) {
            options = switch (left.removeFirst()) {
                case "--quick" -> options;
                case "--again" -> new Options(options.sizes, options.open, options.clients, options.repeats, options.seconds, options.points, true,
                        options.data, options.report);
                case String name -> options.with(name, left);
            };
        }
        return options;
    }

    private Options with(String name, List<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(name + "?");
        }
        var value = left.removeFirst();
        return switch (name) {
            case "--sizes" -> new Options(numbers(value), open, clients, repeats, seconds, points, again, data, report);
            case "--open" -> new Options(sizes, Integer.parseInt(value), clients, repeats, seconds, points, again, data, report);
            case "--clients" -> new Options(sizes, open, numbers(value), repeats, seconds, points, again, data, report);
            case "--repeats" -> new Options(sizes, open, clients, Integer.parseInt(value), seconds, points, again, data, report);
            case "--seconds" -> new Options(sizes, open, clients, repeats, Double.parseDouble(value), points, again, data, report);
            case "--points" -> new Options(sizes, open, clients, repeats, seconds, points(value), again, data, report);
            case "--data" -> new Options(sizes, open, clients, repeats, seconds, points, again, Path.of(value), report);
            case "--report" -> new Options(sizes, open, clients, repeats, seconds, points, again, data, Path.of(value));
            default -> throw new IllegalArgumentException(name + "?");
        };
    }

    private static List<Integer> numbers(String value) {
        return Arrays.stream(value.split(",")).map(Integer::parseInt).toList();
    }

    private static Set<Point> points(String value) {
        var points = EnumSet.noneOf(Point.class);
        Arrays.stream(value.split(",")).map(name -> Point.valueOf(name.toUpperCase(Locale.ROOT))).forEach(points::add);
        return points;
    }
}
