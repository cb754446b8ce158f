package org.mingbai.intake.sheet.words;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// By when: by a date, at once, or for good (no end, kept under watch). Only BY_DATE has a date.
public record Deadline(Kind kind, @Nullable LocalDate date) {

    public enum Kind { BY_DATE, IMMEDIATE, LONG_TERM }

    public static final Deadline AT_ONCE = new Deadline(Kind.IMMEDIATE, null);
    public static final Deadline FOR_GOOD = new Deadline(Kind.LONG_TERM, null);

    public static Deadline by(LocalDate date) {
        return new Deadline(Kind.BY_DATE, date);
    }
}
