package org.mingbai.library.text;

/// The beginning of what a file says. Once it is long enough, or has taken long enough, whoever reads on is stopped.
final class Gathered {

    /// No more is read.
    static final class Full extends RuntimeException {
        private Full() {
            super("full", null, false, false);
        }
    }

    private final StringBuilder text = new StringBuilder();
    private final int charactersMax;
    private volatile boolean enough;
    private boolean inLines;

    Gathered(int charactersMax) {
        this.charactersMax = charactersMax;
    }

    void add(CharSequence more) {
        int room = charactersMax - text.length();
        text.append(more, 0, Math.min(room, more.length()));
        if (more.length() >= room) {
            throw new Full();
        }
    }

    /// Asked wherever a file could keep its reader busy.
    void goOn() {
        if (enough) {
            throw new Full();
        }
    }

    /// Said by whoever watches how long it takes.
    void enough() {
        enough = true;
    }

    /// Its lines end where a page does, not where a sentence does.
    void brokenIntoLines() {
        inLines = true;
    }

    String text() {
        boolean half = !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1));
        var whole = half ? text.substring(0, text.length() - 1) : text.toString();
        return inLines ? Lines.joined(whole) : whole;
    }
}
