package org.mingbai.intake.sheet.workbook;

import java.io.IOException;

/// Carries a refusal out of the depth of a reader; the door turns it into an answer.
public final class Unreadable extends IOException {

    private final transient FileRefusal why;

    public Unreadable(FileRefusal why) {
        super(why.toString());
        this.why = why;
    }

    static Unreadable broken(String where) {
        return new Unreadable(new FileRefusal.Broken(where));
    }

    public FileRefusal why() {
        return why;
    }
}
