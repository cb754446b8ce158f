package org.mingbai.library.text;

import org.mingbai.library.FileText;

/// A file that says nothing here, and why.
final class Unreadable extends Exception {

    private final FileText.Why why;

    Unreadable(FileText.Why why) {
        super(why.name());
        this.why = why;
    }

    FileText.Why why() {
        return why;
    }
}
