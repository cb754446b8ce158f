package org.mingbai.pattern;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/// What texts are about beneath their words: the directions in which they differ most, so that two letters meet that tell the same in other words
/// (latent semantic analysis; Deerwester et al., 1990). Found by orthogonal iteration from a fixed seed.
final class Themes {

    private static final int THEMES_MAX = 200;
    /// Columns iterated beside those kept, so that the last kept are found as well as the first (Halko, Martinsson and Tropp, 2011).
    private static final int SPARE = 20;
    private static final int ROUNDS = 4;
    /// A gram held by fewer leads to no other text worth the space it takes.
    private static final int EXAMPLES_MIN = 5;
    private static final double NOTHING = 1e-6;
    private static final int SEED = 19_900_901;

    private final Lexicon lexicon;
    private final double[] tells;
    /// A gram's row among the directions; -1 where it has none.
    private final int[] rows;
    private final float[][] directions;
    private final int size;

    private Themes(Lexicon lexicon, double[] tells, int[] rows, float[][] directions, int size) {
        this.lexicon = lexicon;
        this.tells = tells;
        this.rows = rows;
        this.directions = directions;
        this.size = size;
    }

    static Themes of(Lexicon lexicon, Bag[] bags) {
        var tells = new double[lexicon.size()];
        Arrays.setAll(tells, gram -> lexicon.telling()[gram] * lexicon.rarity()[gram]);
        var rows = rows(lexicon.size(), bags);
        var texts = Arrays.stream(bags).parallel().map(bag -> Sparse.of(lexicon, bag, tells, rows)).toArray(Sparse[]::new);
        int columns = Math.min(THEMES_MAX + SPARE, bags.length);
        var grams = Sparse.turned(texts, 1 + Arrays.stream(rows).max().orElse(-1));
        var random = new Random(SEED);
        var found = new float[texts.length][columns];
        for (var row : found) {
            for (int column = 0; column < columns; column++) {
                row[column] = (float) random.nextGaussian();
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            found = orthonormal(Sparse.times(texts, Sparse.times(grams, found, columns), columns), columns);
        }
        int size = Math.min(THEMES_MAX, columns);
        return new Themes(lexicon, tells, rows, levelled(Sparse.times(grams, found, columns), size), size);
    }

    private static int[] rows(int grams, Bag[] bags) {
        var held = new int[grams];
        for (var bag : bags) {
            for (var gram : bag.grams()) {
                held[gram]++;
            }
        }
        var rows = new int[grams];
        int next = 0;
        for (int gram = 0; gram < grams; gram++) {
            rows[gram] = held[gram] >= EXAMPLES_MIN ? next++ : -1;
        }
        return rows;
    }

    /// Gram and Schmidt. A column that says nothing new becomes nothing.
    private static float[][] orthonormal(float[][] rows, int columns) {
        var turned = turned(rows, columns);
        for (int column = 0; column < columns; column++) {
            var one = turned[column];
            double before = Math.sqrt(product(one, one));
            for (int other = 0; other < column; other++) {
                float share = (float) product(one, turned[other]);
                for (int at = 0; at < one.length; at++) {
                    one[at] -= share * turned[other][at];
                }
            }
            double left = Math.sqrt(product(one, one));
            float scale = left > NOTHING * before ? (float) (1 / left) : 0;
            for (int at = 0; at < one.length; at++) {
                one[at] *= scale;
            }
        }
        return turned(turned, rows.length);
    }

    private static float[][] turned(float[][] rows, int columns) {
        var turned = new float[columns][rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column][row] = rows[row][column];
            }
        }
        return turned;
    }

    /// The strongest themes part formal letters from plain ones as much as their subjects: each is damped by the root of its strength.
    private static float[][] levelled(float[][] rows, int size) {
        var strengths = new double[size];
        for (var row : rows) {
            for (int theme = 0; theme < size; theme++) {
                strengths[theme] += row[theme] * row[theme];
            }
        }
        var levelled = new float[rows.length][size];
        for (int row = 0; row < rows.length; row++) {
            for (int theme = 0; theme < size; theme++) {
                // A column of strength s is s times a direction of length 1; what it may weigh is one through the root of s.
                levelled[row][theme] = strengths[theme] > 0 ? (float) (rows[row][theme] / Math.pow(strengths[theme], 0.75)) : 0;
            }
        }
        return levelled;
    }

    private static double product(float[] one, float[] other) {
        double product = 0;
        for (int at = 0; at < one.length; at++) {
            product += one[at] * other[at];
        }
        return product;
    }

    int size() {
        return size;
    }

    /// Where a text lies among the themes, at length 1; nowhere when it holds no gram that leads to any.
    float[] of(Bag bag) {
        var text = Sparse.of(lexicon, bag, tells, rows);
        var place = text.times(directions, size);
        double length = Math.sqrt(product(place, place));
        for (int theme = 0; theme < size; theme++) {
            place[theme] = length > 0 ? (float) (place[theme] / length) : 0;
        }
        return place;
    }

    /// A row of a matrix that is nearly all zeros.
    private record Sparse(int[] columns, float[] values) {

        /// Weighed without the grams that have no row: they are the rarest, and would leave little of a title that names a place.
        static Sparse of(Lexicon lexicon, Bag bag, double[] tells, int[] rows) {
            var kept = IntStream.range(0, bag.size()).filter(at -> rows[bag.grams()[at]] >= 0).toArray();
            var known = new Bag(Arrays.stream(kept).map(at -> bag.grams()[at]).toArray(), Arrays.stream(kept).map(at -> bag.counts()[at]).toArray());
            var weights = lexicon.weights(known, tells);
            var row = new Sparse(new int[kept.length], new float[kept.length]);
            for (int at = 0; at < kept.length; at++) {
                row.columns[at] = rows[known.grams()[at]];
                row.values[at] = (float) weights[at];
            }
            return row;
        }

        static Sparse[] turned(Sparse[] rows, int columns) {
            var sizes = new int[columns];
            for (var row : rows) {
                for (var column : row.columns) {
                    sizes[column]++;
                }
            }
            var turned = Arrays.stream(sizes).mapToObj(size -> new Sparse(new int[size], new float[size])).toArray(Sparse[]::new);
            for (int at = rows.length - 1; at >= 0; at--) {
                for (int in = 0; in < rows[at].columns.length; in++) {
                    int column = rows[at].columns[in];
                    int place = --sizes[column];
                    turned[column].columns[place] = at;
                    turned[column].values[place] = rows[at].values[in];
                }
            }
            return turned;
        }

        static float[][] times(Sparse[] rows, float[][] dense, int width) {
            return Arrays.stream(rows).parallel().map(row -> row.times(dense, width)).toArray(float[][]::new);
        }

        float[] times(float[][] dense, int width) {
            var sum = new float[width];
            for (int at = 0; at < columns.length; at++) {
                var row = dense[columns[at]];
                float value = values[at];
                for (int column = 0; column < width; column++) {
                    sum[column] += value * row[column];
                }
            }
            return sum;
        }
    }
}
