package org.mingbai.ledger.store;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The pairs of neighbouring characters by which a matter is found. No word list is needed, and no word is missed for want of one.
final class Pairs {

    private Pairs() {}

    /// What is kept of a text: its pairs, its single characters for a query of one, and the number it bears as a whole.
    static String document(String text, @Nullable String number) {
        var kept = parts(text, true);
        if (number != null) {
            kept.add(whole(number));
        }
        return kept.stream().map(Pairs::quoted).collect(Collectors.joining(" "));
    }

    private static String whole(String number) {
        return "#" + number.strip().toLowerCase(Locale.ROOT);
    }

    /// A query that asks for all of them, or for the number as a whole.
    static String query(String text) {
        var parts = parts(text, false);
        var number = quoted(whole(text));
        return parts.isEmpty() ? number : number + " | " + parts.stream().map(Pairs::quoted).collect(Collectors.joining(" & "));
    }

    private static Set<String> parts(String text, boolean singles) {
        var found = new LinkedHashSet<String>();
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        for (var run : plain.split("[^\\p{L}\\p{N}]+")) {
            int[] letters = run.codePoints().toArray();
            for (int i = 0; i < letters.length; i++) {
                if (singles || letters.length == 1) {
                    found.add(new String(letters, i, 1));
                }
                if (i + 1 < letters.length) {
                    found.add(new String(letters, i, 2));
                }
            }
        }
        return found;
    }

    private static String quoted(String part) {
        return "'" + part.replace("'", "''").replace("\\", "\\\\") + "'";
    }
}
