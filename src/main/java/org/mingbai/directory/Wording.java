package org.mingbai.directory;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/// Names and titles as people type them: tidied, and refused where a character could deceive a reader or break a file.
record Wording(String field, int lengthMax, boolean required) {

    /// Written in one way only: composed, no blanks at the ends, inner blanks single.
    static String tidy(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC).replaceAll("[ \\t\\r\\n\\u00a0\\u3000]+", " ").strip();
    }

    List<Refusal> flawsOf(String tidied) {
        int length = tidied.codePointCount(0, tidied.length());
        if (length == 0) {
            return required ? List.of(new Refusal.Missing(field)) : List.of();
        }
        if (length > lengthMax) {
            return List.of(new Refusal.TooLong(field, lengthMax, length));
        }
        return strangerIn(tidied).map(List::of).orElse(List.of());
    }

    private Optional<Refusal> strangerIn(String text) {
        int place = 1;
        for (int i = 0; i < text.length(); place++) {
            int c = text.codePointAt(i);
            if (isStrange(c) || i == 0 && "=+-@".indexOf(c) >= 0) {
                return Optional.of(new Refusal.StrangeCharacter(field, shown(c), place));
            }
            i += Character.charCount(c);
        }
        return Optional.empty();
    }

    /// Rare characters of real names such as 𠮷 are letters and pass; pictures, markup and invisible signs do not.
    private static boolean isStrange(int c) {
        return c == '<' || c == '>' || switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.OTHER_SYMBOL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static String shown(int c) {
        var code = "U+%04X".formatted(c);
        boolean visible = c == '<' || c == '>' || Character.getType(c) == Character.OTHER_SYMBOL || c < 0x7f && c > 0x20;
        return visible ? Character.toString(c) + " (" + code + ")" : code;
    }
}
