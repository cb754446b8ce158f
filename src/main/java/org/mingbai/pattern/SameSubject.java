package org.mingbai.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Finds texts about one subject though each tells it in its own words: they share rare strings, which are mostly the name of a place or body and what
/// is wrong there. A group that cannot say which words hold it together is not told.
public final class SameSubject {

    /// More than this are not set against each other: every pair is weighed.
    public static final int VOICES_MAX = 12_000;

    private static final double LIKENESS = 0.06;
    private static final double MEMBERS_SHARE = 0.6;
    private static final double INSIDE_SHARE = 0.2;
    private static final int WORD_LETTERS_MIN = 3;
    private static final int WORD_LETTERS_MAX = 12;
    private static final int WORDS_MAX = 6;
    private static final Predicate<String> PLACE =
            it -> it.matches(".*(省|市|区|县|镇|乡|村|组|路|街|巷|道|桥|站|港|湖|河|山|园|苑|府|湾|城|庭|居|里|楼|栋|厦|场|校|学|院|园区|公司|集团|中心|广场|社区)");

    private SameSubject() {}

    /// Largest first.
    public static List<Subject> among(List<Voice> voices) {
        var texts = voices.stream().map(it -> Letters.spaced(it.title()) + " " + Affinity.beginning(it)).toList();
        var held = new HashMap<String, Integer>();
        texts.forEach(text -> strings(text, WORD_LETTERS_MIN).forEach(it -> held.merge(it, 1, Integer::sum)));
        return AverageLink.groups(Affinity.of(voices), LIKENESS).stream()
                .map(group -> subject(group, voices, texts, held))
                .filter(it -> !it.places().isEmpty() || !it.words().isEmpty())
                .sorted(Comparator.comparingInt((Subject it) -> -it.voices().size()))
                .toList();
    }

    private static Subject subject(List<Integer> group, List<Voice> voices, List<String> texts, Map<String, Integer> held) {
        var told = common(group.stream().map(texts::get).toList(), held);
        return new Subject(group.stream().map(voices::get).toList(), told.stream().filter(PLACE).toList(), told.stream().filter(PLACE.negate()).toList());
    }

    /// The longest strings that most of the group say and that lie to a good part within it.
    private static List<String> common(List<String> texts, Map<String, Integer> held) {
        int most = (int) Math.ceil(MEMBERS_SHARE * texts.size());
        var kept = new HashMap<String, Integer>();
        for (int letters = WORD_LETTERS_MIN; letters <= WORD_LETTERS_MAX; letters++) {
            var longer = new HashMap<String, Integer>();
            for (var text : texts) {
                strings(text, letters).forEach(it -> longer.merge(it, 1, Integer::sum));
            }
            longer.values().removeIf(count -> count < Math.max(2, most));
            kept.putAll(longer);
        }
        kept.keySet().removeIf(it -> kept.getOrDefault(it, 0) < INSIDE_SHARE * held.getOrDefault(it.substring(0, WORD_LETTERS_MIN), 1));
        var chosen = new ArrayList<String>();
        kept.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> it) -> -it.getKey().length() * it.getValue()).thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .filter(it -> chosen.size() < WORDS_MAX && chosen.stream().noneMatch(other -> overlap(other, it)))
                .forEach(chosen::add);
        return chosen;
    }

    private static boolean overlap(String one, String other) {
        return strings(one, 2).stream().anyMatch(other::contains);
    }

    private static Set<String> strings(String text, int letters) {
        var strings = new HashSet<String>();
        for (int at = 0; at + letters <= text.length(); at++) {
            var string = text.substring(at, at + letters);
            if (string.indexOf(' ') < 0) {
                strings.add(string);
            }
        }
        return strings;
    }
}
