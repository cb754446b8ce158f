package org.mingbai.shell;

/// What a reader can see of a text, and what in it deceives the eye.
public final class Visible {

    private Visible() {}

    /// Whether anything of it can be seen: blanks of every width, fillers and joiners alone say nothing.
    public static boolean says(String text) {
        return text.codePoints().anyMatch(Visible::seen);
    }

    private static boolean seen(int c) {
        return !Character.isWhitespace(c) && !Character.isSpaceChar(c) && switch (Character.getType(c)) {
            case Character.FORMAT, Character.CONTROL, Character.NON_SPACING_MARK -> false;
            default -> c != 0x115F && c != 0x1160 && c != 0x2800 && c != 0x3164 && c != 0xFFA0;
        };
    }

    /// Whether it holds control characters but the line's own, half surrogates, or marks that override or isolate direction. The plain
    /// left-to-right and right-to-left marks belong to Arabic and Uyghur writing and stay.
    public static boolean hides(String text) {
        return text.codePoints().anyMatch(c -> Character.getType(c) == Character.CONTROL && c != '\n' && c != '\r' && c != '\t'
                || Character.getType(c) == Character.SURROGATE
                || turns(c));
    }

    /// Without control characters and marks that turn the text, as one line.
    public static String line(String typed) {
        var plain = new StringBuilder(typed.length());
        typed.codePoints().forEach(c -> plain.appendCodePoint(Character.getType(c) == Character.CONTROL || turns(c) ? ' ' : c));
        return plain.toString().strip();
    }

    private static boolean turns(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }
}
