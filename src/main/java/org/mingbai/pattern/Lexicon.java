package org.mingbai.pattern;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Every character and pair of neighbouring characters that at least two examples hold, and how much it tells. A title counts twice: within the
/// whole text, and in grams of its own, since what stands in it was chosen to name the matter.
final class Lexicon {

    /// What lies beyond is retold, quoted or pasted.
    private static final int BODY_CHARS_MAX = 6_000;
    private static final int EXAMPLES_MIN = 2;
    private static final double TITLE_SHARE = 0.5;
    private static final double TELLING = 20;
    private static final long OF_TITLE = 1L << 32;

    private final Map<Long, Integer> numbers;
    private final boolean[] ofTitle;
    private final double[] rarity;
    private final double[] telling;

    private Lexicon(Map<Long, Integer> numbers) {
        this.numbers = numbers;
        this.ofTitle = new boolean[numbers.size()];
        this.rarity = new double[numbers.size()];
        this.telling = new double[numbers.size()];
    }

    /// @param kinds the number of each example's category
    static Lexicon of(List<Example> examples, int[] kinds, int kindCount) {
        var held = new HashMap<Long, int[]>();
        var perKind = new int[kindCount];
        for (int at = 0; at < kinds.length; at++) {
            perKind[kinds[at]]++;
            for (var gram : grams(examples.get(at)).keySet()) {
                held.computeIfAbsent(gram, _ -> new int[kindCount])[kinds[at]]++;
            }
        }
        var kept = held.entrySet().stream().filter(it -> Arrays.stream(it.getValue()).sum() >= EXAMPLES_MIN).map(Map.Entry::getKey).sorted().toList();
        var numbers = HashMap.<Long, Integer>newHashMap(kept.size());
        kept.forEach(gram -> numbers.put(gram, numbers.size()));
        var lexicon = new Lexicon(numbers);
        numbers.forEach((gram, number) -> lexicon.weigh(gram, number, held.getOrDefault(gram, new int[kindCount]), perKind, kinds.length));
        return lexicon;
    }

    private void weigh(long gram, int number, int[] held, int[] perKind, int examples) {
        ofTitle[number] = gram >= OF_TITLE;
        rarity[number] = 1 + Math.log((1.0 + examples) / (1.0 + Arrays.stream(held).sum()));
        telling[number] = 1 + TELLING * gravity(held, perKind);
    }

    /// How unevenly a gram lies among the categories: 1 when one holds it alone, little when all hold it alike (the inverse gravity moment of Chen
    /// et al., 2016). Rarity alone takes a rare name for a telling word.
    private static double gravity(int[] held, int[] perKind) {
        var shares = new double[held.length];
        for (int kind = 0; kind < held.length; kind++) {
            shares[kind] = held[kind] / (double) perKind[kind];
        }
        Arrays.sort(shares);
        double moment = 0;
        for (int rank = 1; rank <= shares.length; rank++) {
            moment += shares[shares.length - rank] * rank;
        }
        return shares[shares.length - 1] / moment;
    }

    int size() {
        return numbers.size();
    }

    double[] rarity() {
        return rarity;
    }

    double[] telling() {
        return telling;
    }

    Bag bag(String title, String body) {
        var counted = grams(new Example(title, body, ""));
        var known = counted.entrySet().stream().filter(it -> numbers.containsKey(it.getKey()))
                .map(it -> new int[] {numbers.getOrDefault(it.getKey(), 0), it.getValue()})
                .sorted((one, other) -> Integer.compare(one[0], other[0])).toList();
        return new Bag(known.stream().mapToInt(it -> it[0]).toArray(), known.stream().mapToInt(it -> it[1]).toArray());
    }

    /// What each gram of the bag weighs: its count, damped, times what it tells; title and text each brought to one length, so that a long letter
    /// speaks no louder than a short one.
    double[] weights(Bag bag, double[] tells) {
        var weights = new double[bag.size()];
        double title = 0;
        double text = 0;
        for (int at = 0; at < weights.length; at++) {
            int gram = bag.grams()[at];
            weights[at] = (1 + Math.log(bag.counts()[at])) * tells[gram];
            title += ofTitle[gram] ? weights[at] * weights[at] : 0;
            text += ofTitle[gram] ? 0 : weights[at] * weights[at];
        }
        for (int at = 0; at < weights.length; at++) {
            weights[at] *= ofTitle[bag.grams()[at]] ? TITLE_SHARE / Math.sqrt(title) : 1 / Math.sqrt(text);
        }
        return weights;
    }

    /// The numbers of a pair of characters, in the text and in titles; -1 where it is none.
    int[] pair(char first, char second) {
        long gram = pairOf(first, second);
        return new int[] {numbers.getOrDefault(gram, -1), numbers.getOrDefault(gram | OF_TITLE, -1)};
    }

    private static Map<Long, Integer> grams(Example example) {
        var body = example.body().substring(0, Math.min(BODY_CHARS_MAX, example.body().length()));
        var title = example.title().substring(0, Math.min(BODY_CHARS_MAX, example.title().length()));
        var counted = new HashMap<Long, Integer>();
        count(Letters.spaced(title + " " + body), 0, counted);
        count(Letters.spaced(title), OF_TITLE, counted);
        return counted;
    }

    private static void count(String text, long where, Map<Long, Integer> counted) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == ' ') {
                continue;
            }
            counted.merge(where | c, 1, Integer::sum);
            if (at + 1 < text.length() && text.charAt(at + 1) != ' ') {
                counted.merge(where | pairOf(c, text.charAt(at + 1)), 1, Integer::sum);
            }
        }
    }

    private static long pairOf(char first, char second) {
        return (long) first << 16 | second;
    }
}
