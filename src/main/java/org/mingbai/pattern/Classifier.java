package org.mingbai.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Learns from texts of known category and guesses that of others, from characters, pairs of characters and the themes these make up: it learns in
/// seconds, says by which words it judged, and learns the same from the same.
public final class Classifier {

    /// One example in so many is kept apart once, to see how far the guesses can be trusted.
    private static final int APART = 5;
    private static final int EXAMPLES_FOR_TRUST_MIN = 50;
    private static final double SHARPNESS_UNTOLD = 2.5;
    private static final int OTHERS_MAX = 2;

    private final List<String> categories;
    private final Jury jury;
    private final double sharpness;
    private final double held;
    private final double[] shares;

    private Classifier(List<String> categories, Jury jury, double sharpness, double held, double[] shares) {
        this.categories = categories;
        this.jury = jury;
        this.sharpness = sharpness;
        this.held = held;
        this.shares = shares;
    }

    /// Examples without a category are passed over.
    public static Training train(List<Example> given) {
        var examples = given.stream().filter(it -> !it.category().isBlank()).toList();
        var categories = List.copyOf(new TreeSet<>(examples.stream().map(Example::category).toList()));
        if (categories.size() < 2) {
            return new Training.NothingToTellApart(examples.size(), categories.size());
        }
        var kinds = examples.stream().mapToInt(it -> categories.indexOf(it.category())).toArray();
        var trust = trust(examples, kinds, categories.size());
        return new Training.Learned(new Classifier(categories, Jury.of(examples, kinds, categories.size()), trust.sharpness(), trust.held(),
                shares(kinds, categories.size())));
    }

    private static double[] shares(int[] kinds, int kindCount) {
        var shares = new double[kindCount];
        for (var kind : kinds) {
            shares[kind] += 1.0 / kinds.length;
        }
        return shares;
    }

    private record Trust(double sharpness, double held) {}

    /// Learns once without every fifth example of a category, guesses those, and finds how sharply voices are to be read as confidence so that the
    /// guesses kept apart come out likeliest.
    private static Trust trust(List<Example> examples, int[] kinds, int kindCount) {
        if (examples.size() < EXAMPLES_FOR_TRUST_MIN) {
            return new Trust(SHARPNESS_UNTOLD, Double.NaN);
        }
        var seen = new int[kindCount];
        var apart = IntStream.range(0, kinds.length).filter(at -> seen[kinds[at]]++ % APART == APART - 1).boxed().toList();
        var left = new ArrayList<>(IntStream.range(0, kinds.length).boxed().toList());
        left.removeAll(new TreeSet<>(apart));
        if (apart.isEmpty()) {
            return new Trust(SHARPNESS_UNTOLD, Double.NaN);
        }
        var jury = Jury.of(left.stream().map(examples::get).toList(), left.stream().mapToInt(at -> kinds[at]).toArray(), kindCount);
        var voices = apart.stream().parallel().map(at -> jury.voices(jury.bag(examples.get(at).title(), examples.get(at).body()))).toList();
        var truth = apart.stream().mapToInt(at -> kinds[at]).toArray();
        double right = IntStream.range(0, truth.length).filter(at -> best(voices.get(at)) == truth[at]).count() / (double) truth.length;
        return new Trust(sharpness(voices, truth), right);
    }

    private static double sharpness(List<double[]> voices, int[] truth) {
        double best = SHARPNESS_UNTOLD;
        double least = Double.MAX_VALUE;
        for (double tried = 0.1; tried < 20; tried *= 1.1) {
            double surprise = 0;
            for (int at = 0; at < truth.length; at++) {
                surprise -= Math.log(Math.max(1e-12, confidences(voices.get(at), tried)[truth[at]]));
            }
            if (surprise < least) {
                least = surprise;
                best = tried;
            }
        }
        return best;
    }

    private static double[] confidences(double[] voices, double sharpness) {
        double loudest = voices[best(voices)];
        var confidences = new double[voices.length];
        double all = 0;
        for (int kind = 0; kind < voices.length; kind++) {
            confidences[kind] = Math.exp(sharpness * (voices[kind] - loudest));
            all += confidences[kind];
        }
        for (int kind = 0; kind < voices.length; kind++) {
            confidences[kind] /= all;
        }
        return confidences;
    }

    private static int best(double[] values) {
        int best = 0;
        for (int at = 1; at < values.length; at++) {
            best = values[at] > values[best] ? at : best;
        }
        return best;
    }

    public List<String> categories() {
        return categories;
    }

    /// The share of examples kept apart that were guessed rightly; not a number where there were too few to keep any apart.
    public double held() {
        return held;
    }

    /// A text without a known word is guessed to be of the commonest category, with no more confidence than its share.
    public Guess guess(String title, String body) {
        var bag = jury.bag(title, body);
        var confidences = bag.isEmpty() ? shares : confidences(jury.voices(bag), sharpness);
        int best = best(confidences);
        var others = IntStream.range(0, confidences.length).filter(kind -> kind != best).boxed()
                .sorted(Comparator.comparingDouble((Integer kind) -> -confidences[kind]))
                .limit(OTHERS_MAX).map(kind -> new Guess.Other(categories.get(kind), confidences[kind])).toList();
        var why = bag.isEmpty() ? List.<String>of() : jury.words(bag, title, body, best);
        return new Guess(categories.get(best), confidences[best], why, others);
    }
}
