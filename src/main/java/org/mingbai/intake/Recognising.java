package org.mingbai.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.MatterNumber;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.TakingOver;

/// Tells which rows of a ledger are on the account already: by the account's own number, by the problem's words, or, where the words
/// were edited, by the row's number and words that are much alike. Walks one file; a matter answers to one row of it.
final class Recognising {

    /// Share of neighbouring character pairs two texts must have in common to be the same problem, edited.
    private static final double ALIKE_MIN = 0.5;

    private final SignedIn who;
    private final String register;
    private final TakenRows rows;
    private final Matters matters;
    private final Set<Long> problemsOfFile;
    private final Function<OrganisationId, String> unitName;
    private final Set<MatterId> answered = new HashSet<>();

    /// @param problemsOfFile the hashes of all problems in the file, so that a row that only moved is not taken for an edited one
    Recognising(SignedIn who, String register, TakenRows rows, Matters matters, Set<Long> problemsOfFile,
            Function<OrganisationId, String> unitName) {
        this.who = who;
        this.register = register;
        this.rows = rows;
        this.matters = matters;
        this.problemsOfFile = problemsOfFile;
        this.unitName = unitName;
    }

    /// One fate for each row, in their order.
    List<Fate> fates(List<TakingOver.Row> batch, List<Optional<MatterNumber>> accountNumbers) {
        var matches = matches(batch, accountNumbers);
        var known = matters.asTyped(who, matches.stream().filter(Objects::nonNull).toList()).stream()
                .collect(Collectors.toMap(Matter::id, matter -> matter));
        var fates = new ArrayList<Fate>();
        for (int i = 0; i < batch.size(); i++) {
            var matter = matches.get(i) == null ? null : known.get(matches.get(i));
            fates.add(matter == null ? new Fate.New() : fate(matter, batch.get(i)));
        }
        return fates;
    }

    private Fate fate(Matter matter, TakingOver.Row row) {
        if (matter.livesHere()) {
            return new Fate.LivesHere(matter.id());
        }
        var differences = Difference.between(matter, row, unitName);
        return differences.isEmpty() ? new Fate.Same(matter.id()) : new Fate.Changed(matter.id(), differences);
    }

    private List<@Nullable MatterId> matches(List<TakingOver.Row> batch, List<Optional<MatterNumber>> accountNumbers) {
        var problems = batch.stream().map(row -> TakenRows.problem(row.subject().text())).toList();
        var byProblem = new HashMap<Long, List<TakenRows.TakenRow>>();
        rows.ofProblems(who.tenant(), register, Set.copyOf(problems)).forEach(row -> byProblem.computeIfAbsent(row.problem(), _ -> new ArrayList<>()).add(row));
        var numbered = texts(accountNumbers.stream().flatMap(Optional::stream).filter(number -> number.register().equals(register))
                .map(MatterNumber::matter).toList());
        var found = new ArrayList<@Nullable MatterId>();
        for (int i = 0; i < batch.size(); i++) {
            var number = batch.get(i).subject().number();
            var match = bearer(accountNumbers.get(i), numbered, batch.get(i));
            if (match == null) {
                match = sameWords(byProblem.getOrDefault(problems.get(i), List.of()), number);
            }
            if (match != null && answered.add(match)) {
                found.add(match);
            } else {
                found.add(null);
            }
        }
        return edited(batch, found);
    }

    /// The matter a number was printed for, unless the words are quite others: then the number is that of another installation.
    private static @Nullable MatterId bearer(Optional<MatterNumber> printed, Map<MatterId, String> numbered, TakingOver.Row row) {
        return printed.map(MatterNumber::matter)
                .filter(matter -> numbered.containsKey(matter) && same(numbered.get(matter), row.subject().text()))
                .orElse(null);
    }

    private static boolean same(String one, String other) {
        return TakenRows.problem(one) == TakenRows.problem(other) || alike(one, other) >= ALIKE_MIN;
    }

    private @Nullable MatterId sameWords(List<TakenRows.TakenRow> candidates, @Nullable String number) {
        var free = candidates.stream().filter(row -> !answered.contains(row.matter())).toList();
        return free.stream()
                .filter(row -> Objects.equals(row.number(), number))
                .findFirst()
                .or(() -> free.stream().findFirst())
                .map(TakenRows.TakenRow::matter)
                .orElse(null);
    }

    private List<@Nullable MatterId> edited(List<TakingOver.Row> batch, List<@Nullable MatterId> found) {
        var asked = new LinkedHashMap<Integer, String>();
        for (int i = 0; i < batch.size(); i++) {
            if (found.get(i) == null && batch.get(i).subject().number() != null) {
                asked.put(i, batch.get(i).subject().number());
            }
        }
        if (asked.isEmpty()) {
            return found;
        }
        var candidates = rows.ofNumbers(who.tenant(), register, Set.copyOf(asked.values())).stream()
                .filter(row -> !answered.contains(row.matter()) && !problemsOfFile.contains(row.problem()))
                .toList();
        var told = texts(candidates.stream().map(TakenRows.TakenRow::matter).toList());
        asked.forEach((i, number) -> candidates.stream()
                .filter(row -> number.equals(row.number()) && !answered.contains(row.matter()))
                .filter(row -> alike(told.getOrDefault(row.matter(), ""), batch.get(i).subject().text()) >= ALIKE_MIN)
                .findFirst()
                .ifPresent(row -> {
                    answered.add(row.matter());
                    found.set(i, row.matter());
                }));
        return found;
    }

    private Map<MatterId, String> texts(Collection<MatterId> ids) {
        return matters.asTyped(who, List.copyOf(ids)).stream()
                .filter(matter -> matter.register().equals(register))
                .collect(Collectors.toMap(Matter::id, matter -> matter.subject().text()));
    }

    /// Between 0 and 1: the share of character pairs both have.
    static double alike(String one, String other) {
        var a = pairs(one);
        var b = pairs(other);
        var both = new HashSet<>(a);
        both.retainAll(b);
        var all = new HashSet<>(a);
        all.addAll(b);
        return all.isEmpty() ? 0 : (double) both.size() / all.size();
    }

    private static Set<String> pairs(String text) {
        var plain = text.replaceAll("\\s+", "");
        var pairs = new HashSet<String>();
        for (int i = 0; i + 1 < plain.length(); i++) {
            pairs.add(plain.substring(i, i + 2));
        }
        return pairs;
    }
}
