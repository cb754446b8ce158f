package org.mingbai.pattern;

import de.bwaldvogel.liblinear.Feature;
import java.util.List;
import java.util.stream.IntStream;

/// Three kinds of machine with one voice each, for every category. The first weighs a gram by how unevenly it lies among all categories; the second by
/// how much oftener it is met in this one than outside (Wang and Manning, 2012); the third asks which examples tell of the like in other words. They
/// err in different places, so their sum errs less.
final class Jury {

    private static final double COST_OF_GRAVITY = 4;
    private static final double COST_OF_RATIO = 1;

    private final Lexicon lexicon;
    private final float[][] gravity;
    private final float[][] ratio;
    private final float[][] ratioWeights;
    private final Neighbours neighbours;

    private Jury(Lexicon lexicon, int kinds, Neighbours neighbours) {
        this.lexicon = lexicon;
        this.neighbours = neighbours;
        this.gravity = new float[kinds][];
        this.ratio = new float[kinds][];
        this.ratioWeights = new float[kinds][];
    }

    static Jury of(List<Example> examples, int[] kinds, int kindCount) {
        var lexicon = Lexicon.of(examples, kinds, kindCount);
        var bags = examples.stream().map(it -> lexicon.bag(it.title(), it.body())).toArray(Bag[]::new);
        var jury = new Jury(lexicon, kindCount, Neighbours.of(lexicon, bags, kinds, kindCount));
        jury.learnGravity(bags, kinds);
        jury.learnRatio(bags, kinds);
        return jury;
    }

    private void learnGravity(Bag[] bags, int[] kinds) {
        var examples = new Feature[bags.length][];
        for (int at = 0; at < bags.length; at++) {
            examples[at] = Machine.features(bags[at], lexicon.weights(bags[at], lexicon.telling()));
        }
        IntStream.range(0, gravity.length).parallel()
                .forEach(kind -> gravity[kind] = Machine.weights(examples, kinds, kind, lexicon.size(), COST_OF_GRAVITY));
    }

    private void learnRatio(Bag[] bags, int[] kinds) {
        var plain = new double[bags.length][];
        for (int at = 0; at < bags.length; at++) {
            plain[at] = lexicon.weights(bags[at], lexicon.rarity());
        }
        IntStream.range(0, ratio.length).parallel().forEach(kind -> {
            ratio[kind] = ratios(bags, kinds, kind);
            var examples = new Feature[bags.length][];
            for (int at = 0; at < bags.length; at++) {
                examples[at] = Machine.features(bags[at], scaled(bags[at], plain[at], ratio[kind]));
            }
            ratioWeights[kind] = Machine.weights(examples, kinds, kind, lexicon.size(), COST_OF_RATIO);
        });
    }

    /// The logarithm of how much oftener a gram is met in examples of this category than in others.
    private float[] ratios(Bag[] bags, int[] kinds, int kind) {
        var within = new int[lexicon.size()];
        var outside = new int[lexicon.size()];
        int members = 0;
        for (int at = 0; at < bags.length; at++) {
            members += kinds[at] == kind ? 1 : 0;
            for (var gram : bags[at].grams()) {
                (kinds[at] == kind ? within : outside)[gram]++;
            }
        }
        var ratios = new float[lexicon.size()];
        for (int gram = 0; gram < ratios.length; gram++) {
            ratios[gram] = (float) (Math.log((1.0 + within[gram]) / (2.0 + members)) - Math.log((1.0 + outside[gram]) / (2.0 + bags.length - members)));
        }
        return ratios;
    }

    private static double[] scaled(Bag bag, double[] values, float[] ratios) {
        var scaled = new double[values.length];
        double length = 0;
        for (int at = 0; at < scaled.length; at++) {
            scaled[at] = values[at] * ratios[bag.grams()[at]];
            length += scaled[at] * scaled[at];
        }
        double unit = length > 0 ? 1 / Math.sqrt(length) : 0;
        for (int at = 0; at < scaled.length; at++) {
            scaled[at] *= unit;
        }
        return scaled;
    }

    Bag bag(String title, String body) {
        return lexicon.bag(title, body);
    }

    /// How much speaks for each category.
    double[] voices(Bag bag) {
        var telling = lexicon.weights(bag, lexicon.telling());
        var plain = lexicon.weights(bag, lexicon.rarity());
        var voices = neighbours.voices(bag);
        for (int kind = 0; kind < voices.length; kind++) {
            voices[kind] += sum(bag, telling, gravity[kind]) + sum(bag, scaled(bag, plain, ratio[kind]), ratioWeights[kind]);
        }
        return voices;
    }

    private static double sum(Bag bag, double[] values, float[] weights) {
        double sum = 0;
        for (int at = 0; at < values.length; at++) {
            sum += values[at] * weights[bag.grams()[at]];
        }
        return sum;
    }

    List<String> words(Bag bag, String title, String body, int kind) {
        return TellingWords.of(lexicon, bag, lexicon.weights(bag, lexicon.telling()), gravity[kind], Letters.spaced(title + " " + body));
    }
}
