package org.mingbai.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/// What is to happen.
/// @param rounds of each kind; as many as the kind says when nothing is asked for
record Options(OptionalInt rounds, Set<Kind> kinds, long seed, Path data, Path report) {

    static final String USAGE = """
            bin/faults [--quick] [options]
              --quick              one fault of each kind
              --rounds N           so many of each kind (2 to 10, as many as it takes to see all its ways)
              --kinds app,...      of app, server, both, disk, frozen, cut, lines, nodes, clock (all)
              --seed N             repeats a run's choices of moments (1)
              --data DIRECTORY     where the accounts are kept, made anew (target/faults)
              --report FILE        the result goes on top of it (docs/reliability.md); none to write nothing
            """;

    static Options read(List<String> words) {
        var options = new Options(OptionalInt.empty(), EnumSet.allOf(Kind.class), 1, Path.of("target", "faults"), Path.of("docs", "reliability.md"));
        for (var left = new ArrayList<>(words); !left.isEmpty(); ) {
            var name = left.removeFirst();
            options = name.equals("--quick") ? options.withRounds(1) : options.with(name, left);
        }
        return options;
    }

    private Options withRounds(int number) {
        return new Options(OptionalInt.of(number), kinds, seed, data, report);
    }

    private Options with(String name, List<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(name + "?");
        }
        var value = left.removeFirst();
        return switch (name) {
            case "--rounds" -> withRounds(Integer.parseInt(value));
            case "--kinds" -> new Options(rounds, kinds(value), seed, data, report);
            case "--seed" -> new Options(rounds, kinds, Long.parseLong(value), data, report);
            case "--data" -> new Options(rounds, kinds, seed, Path.of(value), report);
            case "--report" -> new Options(rounds, kinds, seed, data, Path.of(value));
            default -> throw new IllegalArgumentException(name + "?");
        };
    }

    private static Set<Kind> kinds(String value) {
        var kinds = EnumSet.noneOf(Kind.class);
        Arrays.stream(value.split(",")).map(name -> Kind.valueOf(name.toUpperCase(Locale.ROOT))).forEach(kinds::add);
        return kinds;
    }

    int roundsOf(Kind kind) {
        return rounds.orElse(kind.rounds());
    }
}
