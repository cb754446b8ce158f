package org.mingbai.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// The words of a text that spoke loudest for a category, as the text has them: strong pairs that overlap are one word.
final class TellingWords {

    private static final int PAIRS_MAX = 12;
    private static final int WORD_CHARS_MAX = 8;
    private static final int WORDS_MAX = 5;

    private TellingWords() {}

    static List<String> of(Lexicon lexicon, Bag bag, double[] values, float[] weights, String text) {
        var said = new HashMap<Integer, Double>();
        for (int at = 0; at < values.length; at++) {
            said.put(bag.grams()[at], values[at] * weights[bag.grams()[at]]);
        }
        var strongest = strongest(lexicon, said, text);
        var words = new HashMap<String, Double>();
        for (int at = 0; at + 1 < text.length(); at++) {
            double strength = 0;
            int end = at;
            while (end + 1 < text.length() && end + 2 - at <= WORD_CHARS_MAX && strongest.containsKey(text.substring(end, end + 2))) {
                strength += strongest.getOrDefault(text.substring(end, end + 2), 0.0);
                end++;
            }
            if (end > at) {
                words.put(text.substring(at, end + 1), strength);
                at = end - 1;
            }
        }
        return apart(words);
    }

    private static Map<String, Double> strongest(Lexicon lexicon, Map<Integer, Double> said, String text) {
        var pairs = new HashMap<String, Double>();
        for (int at = 0; at + 1 < text.length(); at++) {
            double strength = 0;
            for (var number : lexicon.pair(text.charAt(at), text.charAt(at + 1))) {
                strength += said.getOrDefault(number, 0.0);
            }
            if (strength > 0) {
                pairs.put(text.substring(at, at + 2), strength);
            }
        }
        var kept = new HashMap<String, Double>();
        ranked(pairs).stream().limit(PAIRS_MAX).forEach(pair -> kept.put(pair, pairs.getOrDefault(pair, 0.0)));
        return kept;
    }

    /// Without words that a stronger one holds already.
    private static List<String> apart(Map<String, Double> words) {
        var kept = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var word : ranked(words)) {
            if (kept.size() < WORDS_MAX && seen.add(word) && kept.stream().noneMatch(it -> it.contains(word) || word.contains(it))) {
                kept.add(word);
            }
        }
        return List.copyOf(kept);
    }

    private static List<String> ranked(Map<String, Double> strengths) {
        return strengths.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(Map.Entry::getKey).toList();
    }
}
