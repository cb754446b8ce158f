package org.mingbai.shell.page;

import java.util.List;

/// How the words of a seal are set: four characters in two lines as seal cutters do, anything longer than four on one line, smaller.
public final class Seals {

    private static final int SQUARE = 4;
    private static final double MIDDLE = 66;

    private Seals() {}

    public static List<String> lines(String outcome) {
        boolean square = outcome.length() == SQUARE && outcome.codePoints().allMatch(Character::isIdeographic);
        return square ? List.of(outcome.substring(0, SQUARE / 2), outcome.substring(SQUARE / 2)) : List.of(outcome);
    }

    /// Font size in units of the drawing, so that the longest line stays inside the inner ring (88 units at its widest).
    public static double size(List<String> lines) {
        var longest = lines.getFirst();
        double ems = longest.codePoints().mapToDouble(c -> Character.isIdeographic(c) ? 1 : 0.56).sum();
        return Math.min(lines.size() > 1 ? 23 : 28, Math.round(780 / ems) / 10.0);
    }

    public static double baseline(List<String> lines, int line) {
        return lines.size() > 1 ? MIDDLE - 21 + line * 25.0 : MIDDLE;
    }
}
