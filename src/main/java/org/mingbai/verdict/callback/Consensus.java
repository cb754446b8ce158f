package org.mingbai.verdict.callback;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.Verdict;

/// One verdict of several people: each question is answered as the least content of them answers it, so that nobody is outvoted. It stands once all
/// have answered or were given up on, or as soon as one answer sends the matter back.
final class Consensus {

    private static final int WORDS_MAX = 20_000;

    private Consensus() {}

    /// Nothing while it is open.
    /// @param left how many have not been heard yet
    /// @param refutes whether a verdict sends the matter back
    static Optional<Verdict> of(List<Verdict> said, int left, Predicate<Verdict> refutes) {
        var heard = said.stream().filter(Verdict::contacted).toList();
        if (heard.isEmpty()) {
            return left > 0 || said.isEmpty() ? Optional.empty() : Optional.of(new Verdict(false, null, null, words(said)));
        }
        var one = new Verdict(true, least(heard, Verdict::solved), least(heard, Verdict::satisfied), words(heard), least(heard));
        return left == 0 || refutes.test(one) ? Optional.of(one) : Optional.empty();
    }

    private static <E extends Enum<E>> E least(List<Verdict> heard, Function<Verdict, @Nullable E> question) {
        return heard.stream().map(question).map(Objects::requireNonNull).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static @Nullable Boolean least(List<Verdict> heard) {
        var answered = heard.stream().map(Verdict::heardFrom).filter(Objects::nonNull).toList();
        return answered.isEmpty() ? null : Boolean.valueOf(answered.stream().allMatch(Boolean::booleanValue));
    }

    private static @Nullable String words(List<Verdict> said) {
        var all = new StringBuilder();
        said.stream().map(Verdict::words).filter(Objects::nonNull).forEach(words -> {
            if (all.length() + words.length() < WORDS_MAX) {
                all.append(all.isEmpty() ? "" : "\n").append(words);
            }
        });
        return all.isEmpty() ? null : all.toString();
    }
}
