package org.mingbai.pattern;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Random;

/// One category against all others: the weight of each gram in a linear support vector machine.
final class Machine {

    private static final double PRECISION = 0.05;
    private static final int SEED = 20_150_501;

    static {
        Linear.disableDebugOutput();
    }

    private Machine() {}

    /// The same examples give the same weights: the order in which they are looked at is drawn from a fixed seed.
    static float[] weights(Feature[][] examples, int[] kinds, int kind, int grams, double cost) {
        var problem = new Problem();
        problem.l = examples.length;
        problem.n = grams;
        problem.x = examples;
        problem.y = new double[examples.length];
        for (int at = 0; at < examples.length; at++) {
            problem.y[at] = kinds[at] == kind ? 1 : -1;
        }
        var parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, cost, PRECISION);
        parameter.setRandom(new Random(SEED));
        var model = Linear.train(problem, parameter);
        // The first example seen decides which side counts as positive.
        int sign = model.getLabels()[0] == 1 ? 1 : -1;
        var found = model.getFeatureWeights();
        var weights = new float[grams];
        for (int gram = 0; gram < grams; gram++) {
            weights[gram] = (float) (sign * found[gram]);
        }
        return weights;
    }

    static Feature[] features(Bag bag, double[] values) {
        var features = new Feature[bag.size()];
        for (int at = 0; at < features.length; at++) {
            features[at] = new FeatureNode(bag.grams()[at] + 1, values[at]);
        }
        return features;
    }
}
