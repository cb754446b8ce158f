package org.mingbai.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How much any two of many texts have to do with each other: the cosine of their pairs and triples of characters, rare ones weighing most, the title
/// double. Only the beginning of a text is read: there it says where and what, later it pleads.
final class Affinity {

    private static final int BODY_LETTERS = 300;
    private static final int TITLE_WEIGHT = 2;
    private static final int GRAM_MIN = 2;
    private static final int GRAM_MAX = 3;
    /// What every fourth text says is manner of speaking.
    private static final int COMMON_SHARE = 4;

    private final float[][] below;

    private Affinity(int size) {
        below = new float[size][];
        for (int at = 0; at < size; at++) {
            below[at] = new float[at];
        }
    }

    static Affinity of(List<Voice> voices) {
        var texts = voices.stream().map(Affinity::grams).toList();
        var held = new HashMap<String, Integer>();
        texts.forEach(grams -> grams.keySet().forEach(gram -> held.merge(gram, 1, Integer::sum)));
        var holders = new HashMap<String, List<Holder>>();
        for (int at = 0; at < texts.size(); at++) {
            note(at, texts.get(at), held, texts.size(), holders);
        }
        var affinity = new Affinity(voices.size());
        holders.values().stream().filter(it -> it.size() <= Math.max(2, voices.size() / COMMON_SHARE)).forEach(affinity::add);
        return affinity;
    }

    private record Holder(int text, float weight) {}

    private static void note(int text, Map<String, Integer> grams, Map<String, Integer> held, int texts, Map<String, List<Holder>> holders) {
        var weights = new HashMap<String, Double>();
        double length = 0;
        for (var gram : grams.entrySet()) {
            int others = held.getOrDefault(gram.getKey(), 0);
            if (others > 1) {
                double weight = (1 + Math.log(gram.getValue())) * Math.log(texts / (double) others);
                weights.put(gram.getKey(), weight);
                length += weight * weight;
            }
        }
        double unit = length > 0 ? 1 / Math.sqrt(length) : 0;
        weights.forEach((gram, weight) -> holders.computeIfAbsent(gram, _ -> new ArrayList<>()).add(new Holder(text, (float) (weight * unit))));
    }

    private void add(List<Holder> holders) {
        for (int one = 1; one < holders.size(); one++) {
            var row = below[holders.get(one).text()];
            float weight = holders.get(one).weight();
            for (int other = 0; other < one; other++) {
                row[holders.get(other).text()] += weight * holders.get(other).weight();
            }
        }
    }

    private static Map<String, Integer> grams(Voice voice) {
        var grams = new HashMap<String, Integer>();
        count(Letters.spaced(voice.title()), TITLE_WEIGHT, grams);
        count(beginning(voice), 1, grams);
        return grams;
    }

    static String beginning(Voice voice) {
        var body = Letters.spaced(voice.body());
        return body.substring(0, Math.min(BODY_LETTERS, body.length()));
    }

    private static void count(String text, int weight, Map<String, Integer> grams) {
        for (int at = 0; at < text.length(); at++) {
            for (int end = at + GRAM_MIN; end <= Math.min(text.length(), at + GRAM_MAX); end++) {
                var gram = text.substring(at, end);
                if (gram.indexOf(' ') < 0) {
                    grams.merge(gram, weight, Integer::sum);
                }
            }
        }
    }

    int size() {
        return below.length;
    }

    float get(int one, int other) {
        return one > other ? below[one][other] : below[other][one];
    }

    void set(int one, int other, float value) {
        below[Math.max(one, other)][Math.min(one, other)] = value;
    }
}
