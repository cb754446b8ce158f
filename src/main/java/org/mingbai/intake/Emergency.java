package org.mingbai.intake;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Something that cannot wait for a ledger: whom to call at once. Only ever a hint to a person.
/// @param number to be dialled
/// @param words of the text that say so
public record Emergency(String number, String zh, String en, List<String> words) {

    private static final List<Emergency> KNOWN = TextLines.of("emergencies.txt").stream()
            .map(line -> new Emergency(line.get(0), line.get(1), line.get(2), Arrays.stream(line.get(3).split(",")).map(String::strip).toList()))
            .toList();
    private static final Pattern LATIN = Pattern.compile("[a-z ]+");

    public String whom(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }

    /// Those a text speaks of, in the order they are to be called.
    public static List<Emergency> in(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var tight = plain.replaceAll("\\s+", "");
        var spaced = " " + plain.replaceAll("[^a-z]+", " ") + " ";
        return KNOWN.stream()
                .map(known -> new Emergency(known.number, known.zh, known.en, known.words.stream()
                        .filter(word -> LATIN.matcher(word).matches() ? spaced.contains(" " + word + " ") : tight.contains(word)).toList()))
                .filter(found -> !found.words.isEmpty())
                .toList();
    }
}
