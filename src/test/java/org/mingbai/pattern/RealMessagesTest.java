package org.mingbai.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mingbai.intake.TextFile;

/// What guesses and groups are worth on messages people really wrote. The messages are not part of the product.
class RealMessagesTest {

    private static final Path MESSAGES = Path.of("../shared/data/teddy");

    @BeforeAll
    static void the_messages_are_there() {
        assumeTrue(Files.isDirectory(MESSAGES), "SKIPPED: there are no messages at " + MESSAGES.toAbsolutePath());
    }

    /// Near copies are on one side: who has read a letter knows its copy.
    @Test
    void categories_learnt_from_four_fifths_of_messages_hold_for_the_others() throws IOException {
        var lines = lines("messages-train.csv");
        var apart = everyFifthWithItsCopies(lines);
        var training = lines.stream().filter(it -> !apart.contains(it.at("id"))).map(it -> new Example(it.at("title"), it.at("body"), it.at("category")));
        var classifier = ((Training.Learned) Classifier.train(training.toList())).classifier();
        var truth = new ArrayList<String>();
        var guessed = new ArrayList<String>();
        for (var line : lines) {
            if (apart.contains(line.at("id"))) {
                truth.add(line.at("category"));
                guessed.add(classifier.guess(line.at("title"), line.at("body")).category());
            }
        }
        assertThat(truth).hasSizeGreaterThan(1_000);
        assertThat(weightedF1(truth, guessed)).isGreaterThan(0.92);
        assertThat(classifier.held()).as("what it believes of itself").isBetween(0.90, 0.96);
    }

    @Test
    void near_copies_are_found_as_they_were_marked() throws IOException {
        var found = pairs(NearCopies.among(voices()).stream().map(group -> group.stream().map(Voice::id).toList()).toList());
        var marked = pairs(groups("hot-dev-neardup.csv", "group"));
        var both = found.stream().filter(marked::contains).count();
        assertThat(both / (double) marked.size()).as("recall").isGreaterThanOrEqualTo(0.97);
        assertThat(both / (double) found.size()).as("precision").isGreaterThanOrEqualTo(0.95);
    }

    /// Every pair that touches a marked message counts as found, also with a message nobody marked.
    @Test
    void messages_of_one_subject_come_together() throws IOException {
        var marked = groups("hot-dev-issues.csv", "issue");
        var known = marked.stream().flatMap(List::stream).collect(Collectors.toSet());
        var wanted = pairs(marked);
        var found = pairs(SameSubject.among(voices()).stream().map(it -> it.voices().stream().map(Voice::id).toList()).toList());
        found.removeIf(pair -> pair.stream().noneMatch(known::contains));
        double both = found.stream().filter(wanted::contains).count();
        assertThat(2 * both / (found.size() + wanted.size())).as("F1 of pairs").isGreaterThan(0.85);
    }

    private static List<TextFile.Line> lines(String file) throws IOException {
        return ((TextFile.Read) TextFile.read(MESSAGES.resolve(file))).lines();
    }

    private static List<Voice> voices() throws IOException {
        return lines("hot-dev.csv").stream().map(it -> new Voice(it.at("id"), it.at("title"), it.at("body"))).toList();
    }

    private static Set<String> everyFifthWithItsCopies(List<TextFile.Line> lines) {
        var copies = new HashMap<String, List<String>>();
        NearCopies.among(lines.stream().map(it -> new Voice(it.at("id"), it.at("title"), it.at("body"))).toList())
                .forEach(group -> group.forEach(it -> copies.put(it.id(), group.stream().map(Voice::id).toList())));
        var apart = new HashSet<String>();
        for (int at = 0; at < lines.size(); at += 5) {
            var id = lines.get(at).at("id");
            apart.addAll(copies.getOrDefault(id, List.of(id)));
        }
        return apart;
    }

    private static List<List<String>> groups(String file, String by) throws IOException {
        return List.copyOf(lines(file).stream().collect(Collectors.groupingBy(it -> it.at(by), Collectors.mapping(it -> it.at("id"), Collectors.toList())))
                .values());
    }

    private static Set<Set<String>> pairs(List<List<String>> groups) {
        var pairs = new HashSet<Set<String>>();
        for (var group : groups) {
            group.forEach(one -> group.stream().filter(other -> !other.equals(one)).forEach(other -> pairs.add(Set.of(one, other))));
        }
        return pairs;
    }

    private static double weightedF1(List<String> truth, List<String> guessed) {
        Map<String, Long> had = truth.stream().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
        Map<String, Long> said = guessed.stream().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
        double sum = 0;
        for (var category : had.keySet()) {
            long both = 0;
            for (int at = 0; at < truth.size(); at++) {
                both += truth.get(at).equals(category) && guessed.get(at).equals(category) ? 1 : 0;
            }
            long all = had.getOrDefault(category, 0L);
            sum += all * 2.0 * both / (all + said.getOrDefault(category, 0L));
        }
        return sum / truth.size();
    }
}
