package org.mingbai.reporting.roadmap;

import java.util.ArrayList;
import java.util.List;

/// How wide a text is and where it breaks, reckoned without any font: a picture is laid out the same on every machine.
final class Type {

    private static final int WIDE_FROM = 0x2010;
    private static final double NARROW = 0.62;
    private static final double LONELY = 2;
    private static final String NOT_FIRST = "，。、；：？！）》〉】」』”’…,.;:?!)";
    private static final String NOT_LAST = "（《〈【「『“‘";
    private static final String MORE = "…";

    private Type() {}

    /// Without what XML cannot hold.
    static String readable(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints().filter(c -> c == '\t' || c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    static double width(String text, double size) {
        return text.codePoints().mapToDouble(c -> width(c) * size).sum();
    }

    private static double width(int c) {
        return c >= WIDE_FROM ? 1 : c == 'W' || c == 'M' || c == '@' || c == '%' ? 0.95 : NARROW;
    }

    /// In lines no wider than that, of which there are no more than so many: the last then says that there is more.
    static List<String> lines(String text, double size, double wide, int most) {
        var lines = broken(text, size, wide);
        if (lines.size() > most) {
            var cut = new ArrayList<>(lines.subList(0, most));
            cut.set(most - 1, shortened(cut.getLast(), size, wide));
            return cut;
        }
        if (lines.size() > 1 && width(lines.getLast(), size) <= LONELY * size) {
            // One sign alone in the last line looks forgotten: the others give it company.
            var narrower = broken(text, size, wide - LONELY * size);
            return narrower.size() == lines.size() ? narrower : lines;
        }
        return lines;
    }

    private static List<String> broken(String text, double size, double wide) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var piece : pieces(text)) {
            if (line.isEmpty() && piece.isBlank()) {
                continue;
            }
            if (!line.isEmpty() && width(line + piece, size) > wide && !NOT_FIRST.contains(piece)) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            for (int c : piece.codePoints().toArray()) {
                if (!line.isEmpty() && width(line.toString(), size) + width(c) * size > wide + size) {
                    lines.add(line.toString().strip());
                    line.setLength(0);
                }
                line.appendCodePoint(c);
            }
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    private static String shortened(String line, double size, double wide) {
        var shorter = line;
        while (!shorter.isEmpty() && width(shorter + MORE, size) > wide) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter + MORE;
    }

    /// Whether it waits for what it opens.
    private static boolean opens(StringBuilder word) {
        return NOT_LAST.indexOf(word.codePointBefore(word.length())) >= 0;
    }

    /// Words of narrow letters stay together, wide characters stand each for itself.
    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        var word = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean joins = c < WIDE_FROM && !Character.isWhitespace(c);
            if (!joins && !word.isEmpty() && !opens(word)) {
                pieces.add(word.toString());
                word.setLength(0);
            }
            if (joins || NOT_LAST.indexOf(c) >= 0) {
                word.appendCodePoint(c);
            } else {
                pieces.add(word + (Character.isWhitespace(c) ? " " : Character.toString(c)));
                word.setLength(0);
            }
        });
        if (!word.isEmpty()) {
            pieces.add(word.toString());
        }
        return pieces;
    }
}
