package org.mingbai.pattern;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/// Judges a text by the examples that lie near it among the themes: a support vector machine with a Gaussian kernel for every category, solved as
/// liblinear solves (Hsieh et al., 2008), which itself knows straight borders only.
final class Neighbours {

    /// Of more, as many are taken evenly: all pairs of them are held while learning, four bytes each.
    private static final int EXAMPLES_MAX = 6_000;
    private static final double NARROWNESS = 0.5;
    private static final double COST = 4;
    private static final int ROUNDS_MAX = 50;
    private static final double PRECISION = 0.05;
    private static final int SEED = 19_950_901;

    private final Themes themes;
    private final float[][] examples;
    /// By category and example.
    private final float[][] weights;

    private Neighbours(Themes themes, float[][] examples, float[][] weights) {
        this.themes = themes;
        this.examples = examples;
        this.weights = weights;
    }

    static Neighbours of(Lexicon lexicon, Bag[] all, int[] allKinds, int kindCount) {
        int count = Math.min(EXAMPLES_MAX, all.length);
        var taken = IntStream.range(0, count).map(at -> (int) ((long) at * all.length / count)).toArray();
        var bags = Arrays.stream(taken).mapToObj(at -> all[at]).toArray(Bag[]::new);
        var kinds = Arrays.stream(taken).map(at -> allKinds[at]).toArray();
        var themes = Themes.of(lexicon, bags);
        var examples = Arrays.stream(bags).parallel().map(themes::of).toArray(float[][]::new);
        var byTheme = new float[themes.size()][count];
        for (int at = 0; at < count; at++) {
            for (int theme = 0; theme < themes.size(); theme++) {
                byTheme[theme][at] = examples[at][theme];
            }
        }
        var near = Arrays.stream(examples).parallel().map(it -> nearness(it, byTheme, count)).toArray(float[][]::new);
        var weights = IntStream.range(0, kindCount).parallel().mapToObj(kind -> weights(near, kinds, kind)).toArray(float[][]::new);
        return new Neighbours(themes, examples, weights);
    }

    /// How near a text lies to each example, 1 at the same place.
    private static float[] nearness(float[] text, float[][] byTheme, int count) {
        var near = new float[count];
        for (int theme = 0; theme < byTheme.length; theme++) {
            float value = text[theme];
            var row = byTheme[theme];
            for (int at = 0; at < count; at++) {
                near[at] += value * row[at];
            }
        }
        for (int at = 0; at < count; at++) {
            near[at] = nearness(near[at]);
        }
        return near;
    }

    /// From the cosine of two places.
    private static float nearness(float cosine) {
        return (float) Math.exp(2 * NARROWNESS * (cosine - 1));
    }

    private static float[] weights(float[][] near, int[] kinds, int kind) {
        var order = IntStream.range(0, kinds.length).toArray();
        var random = new Random(SEED);
        var alphas = new double[kinds.length];
        var voices = new float[kinds.length];
        double slack = 1 / (2 * COST);
        double worst = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS_MAX && worst > PRECISION; round++) {
            shuffle(order, random);
            worst = 0;
            for (var at : order) {
                int side = kinds[at] == kind ? 1 : -1;
                double slope = side * voices[at] - 1 + alphas[at] * slack;
                if (alphas[at] > 0 || slope < 0) {
                    worst = Math.max(worst, Math.abs(slope));
                    double moved = Math.max(0, alphas[at] - slope / (near[at][at] + slack));
                    add(voices, near[at], (float) (side * (moved - alphas[at])));
                    alphas[at] = moved;
                }
            }
        }
        var weights = new float[kinds.length];
        for (int at = 0; at < weights.length; at++) {
            weights[at] = (float) (kinds[at] == kind ? alphas[at] : -alphas[at]);
        }
        return weights;
    }

    private static void shuffle(int[] order, Random random) {
        for (int at = order.length - 1; at > 0; at--) {
            int other = random.nextInt(at + 1);
            int moved = order[at];
            order[at] = order[other];
            order[other] = moved;
        }
    }

    private static void add(float[] to, float[] what, float times) {
        for (int at = 0; at < to.length; at++) {
            to[at] += times * what[at];
        }
    }

    /// How much speaks for each category.
    double[] voices(Bag bag) {
        var place = themes.of(bag);
        var voices = new double[weights.length];
        for (int at = 0; at < examples.length; at++) {
            float cosine = 0;
            for (int theme = 0; theme < place.length; theme++) {
                cosine += place[theme] * examples[at][theme];
            }
            float near = nearness(cosine);
            for (int kind = 0; kind < voices.length; kind++) {
                voices[kind] += weights[kind][at] * near;
            }
        }
        return voices;
    }
}
