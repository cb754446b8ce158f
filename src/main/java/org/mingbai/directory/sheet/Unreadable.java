package org.mingbai.directory.sheet;

/// A file nothing can be read from, and why.
public final class Unreadable extends Exception {

    public enum Why { BROKEN, LOCKED, TOO_BIG, NO_HEADINGS }

    private static final long serialVersionUID = 1;

    private final Why why;

    public Unreadable(Why why) {
        super(why.name());
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
