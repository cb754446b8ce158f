package org.mingbai.reporting;

/// The words of a report as they are gathered, line by line, no longer than a report ever is.
final class ReportText {

    private static final int LENGTH_MAX = 5_000_000;
    private static final int LINES_MAX = 200_000;

    private final StringBuilder text = new StringBuilder();
    private int lines;

    void line(CharSequence words) throws OfficePart.TooMuch {
        text.append(lines == 0 ? "" : "\n").append(words);
        lines++;
        if (text.length() > LENGTH_MAX || lines > LINES_MAX) {
            throw new OfficePart.TooMuch();
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
