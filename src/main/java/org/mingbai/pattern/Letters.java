package org.mingbai.pattern;

import java.text.Normalizer;
import java.util.Locale;

/// A text as it is compared: width, case and signs do not matter.
final class Letters {

    private Letters() {}

    /// Letters and digits, every run of other signs one blank.
    static String spaced(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var letters = new StringBuilder(plain.length());
        for (int at = 0; at < plain.length(); at++) {
            char c = plain.charAt(at);
            if (counts(c)) {
                letters.append(c);
            } else if (!letters.isEmpty() && letters.charAt(letters.length() - 1) != ' ') {
                letters.append(' ');
            }
        }
        return letters.toString().strip();
    }

    /// Letters and digits alone: who copies a text sets other commas.
    static String joined(String text) {
        return spaced(text).replace(" ", "");
    }

    /// A character beyond the first 65,536 comes in two halves; each counts as a letter.
    private static boolean counts(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }
}
