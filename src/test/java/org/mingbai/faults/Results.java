package org.mingbai.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/// All that was counted, as a table.
final class Results {

    /// Of the sources as they were when the run began.
    private final String commit;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private int lookedForAgain;
    private int lostLater;

    Results() throws IOException {
        commit = commit();
    }

    void add(Outcome outcome) {
        outcomes.add(outcome);
        outcome.wrong().forEach(it -> wrong.add(outcome.kind() + ": " + it));
    }

    void skipped(Kind kind, String why) {
        var note = "NOT DONE: " + kind.about() + ": " + why + ".";
        System.err.println(note);
        notes.add(note);
    }

    void brokenOff(Kind kind, int round, Exception why) {
        var said = kind + " " + round + " was broken off: " + why.getMessage();
        System.err.println(said);
        wrong.add(said);
    }

    void atTheEnd(int looked, Collection<Crowd.Told> missing) {
        lookedForAgain += looked;
        lostLater += missing.size();
        missing.forEach(one -> wrong.add("at the end not there once: " + one));
    }

    void letters(TwoNodes.Letters letters) {
        notes.add(String.format("Letters of the two nodes: %,d written, %,d arrived, %,d lost; in the hands of a killed node, gone when its hold "
                + "of ten minutes had run out: %,d; arrived twice, under the same mark: %,d.", letters.written(), letters.arrived(),
                letters.written() - letters.arrived(), letters.inHands(), letters.again()));
        if (letters.arrived() != letters.written()) {
            wrong.add("letters: " + letters);
        }
    }

    boolean isClean() {
        return wrong.isEmpty();
    }

    List<String> wrong() {
        return wrong;
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    String markdown() {
        int acknowledged = sum(outcomes, Outcome::acknowledged);
        int found = sum(outcomes, Outcome::found);
        var text = new StringBuilder(String.format("**%d faults, %,d acts acknowledged, %,d found once, %,d lost.** %,d acts had no answer: %,d of them were "
                        + "there whole, of the others nothing; %,d acts were sent again under their key, none became a second one. At the end %,d acts of all "
                        + "rounds were looked for again, %,d were missing. `check` after each fault: %s.%s\n\n", outcomes.size(), acknowledged, found,
                acknowledged - found, sum(outcomes, Outcome::unanswered), sum(outcomes, Outcome::written), sum(outcomes, Outcome::again), lookedForAgain,
                lostLater, wrong.stream().noneMatch(it -> it.contains("check:")) ? "clean" : "NOT CLEAN", commit));
        text.append("| Fault | times | acts acknowledged | found | lost | no answer | back after, s: median (most) | how it came back | seen meanwhile | "
                + "slowest answer, s |\n|---|---:|---:|---:|---:|---:|---:|---|---|---:|\n");
        var byKind = outcomes.stream().collect(Collectors.groupingBy(Outcome::kind, TreeMap::new, Collectors.toList()));
        byKind.forEach((kind, all) -> text.append(row(kind, all)));
        text.append('\n');
        notes.forEach(note -> text.append(note).append('\n'));
        wrong.forEach(it -> text.append("- WRONG: ").append(it.lines().findFirst().orElse("")).append('\n'));
        return text.toString().stripTrailing() + "\n";
    }

    private static String row(Kind kind, List<Outcome> all) {
        return String.format("| %s | %d | %,d | %,d | %,d | %,d | %s | %s | %s | %.1f |%n", kind.about(), all.size(), sum(all, Outcome::acknowledged),
                sum(all, Outcome::found), sum(all, Outcome::lost), sum(all, Outcome::unanswered), back(all),
                all.stream().map(it -> it.back().toString()).distinct().collect(Collectors.joining("; ")), seen(all),
                all.stream().mapToDouble(it -> it.seen().slowestSeconds()).max().orElse(0));
    }

    private static String back(List<Outcome> all) {
        var seconds = all.stream().mapToDouble(Outcome::backSeconds).sorted().toArray();
        return String.format("%.1f (%.1f)", seconds[seconds.length / 2], Arrays.stream(seconds).max().orElse(0));
    }

    /// Whatever was not the usual answer.
    private static String seen(List<Outcome> all) {
        Map<String, Integer> sums = new TreeMap<>();
        all.forEach(it -> it.seen().all().forEach((what, number) -> sums.merge(what, number, Integer::sum)));
        sums.keySet().removeIf(what -> what.equals("200") || what.equals("303"));
        return sums.isEmpty() ? "nothing unusual"
                : sums.entrySet().stream().map(it -> String.format("%s: %,d", it.getKey(), it.getValue())).collect(Collectors.joining(", "));
    }

    private static int sum(List<Outcome> all, ToIntFunction<Outcome> of) {
        return all.stream().mapToInt(of).sum();
    }

    /// Nothing where the sources are not under version control.
    private static String commit() throws IOException {
        try {
            var git = new ProcessBuilder("git", "describe", "--always", "--dirty").redirectError(ProcessBuilder.Redirect.DISCARD).start();
            var said = new String(git.getInputStream().readAllBytes()).strip();
            return git.waitFor() == 0 ? " Commit " + said + "." : "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
