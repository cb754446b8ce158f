package org.mingbai.ledger.store;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
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

    /// The same of a long text, as much of it from its beginning as may weigh so many bytes.
    static Weighed weighed(String text, int bytesMax) {
        var kept = new StringBuilder();
        int bytes = 0;
        for (var part : parts(text, true)) {
            int more = part.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > bytesMax) {
                break;
            }
            bytes += more;
            kept.append(quoted(part)).append(' ');
        }
        return new Weighed(kept.toString(), bytes);
    }

    /// @param bytes what the pairs weigh, of the megabyte one `tsvector` holds
    record Weighed(String pairs, int bytes) {}

    /// What of a query a text does not say: as a query for all of it and one for any of it. Empty where it says all, or bears the number asked for.
    static Optional<Rest> unsaid(String query, String text, @Nullable String number) {
        var rest = new LinkedHashSet<>(parts(query, false));
        rest.removeAll(parts(text, true));
        return rest.isEmpty() || number != null && whole(number).equals(whole(query)) ? Optional.empty()
                : Optional.of(new Rest(joined(rest, " & "), joined(rest, " | ")));
    }

    record Rest(String all, String any) {}

    private static String joined(Set<String> parts, String by) {
        return parts.stream().map(Pairs::quoted).collect(Collectors.joining(by));
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
