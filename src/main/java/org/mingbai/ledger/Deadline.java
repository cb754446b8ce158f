package org.mingbai.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// By when something is to be done: by a day, at once (立行立改), or kept up without an end (长期坚持).
/// Only the first has a date.
public record Deadline(Kind kind, @Nullable LocalDate date) {

    public enum Kind { BY_DATE, IMMEDIATE, LONG_TERM }

    public Deadline {
        if ((kind == Kind.BY_DATE) != (date != null)) {
            throw new IllegalArgumentException(kind + " with " + date);
        }
    }

    public static Deadline by(LocalDate date) {
        return new Deadline(Kind.BY_DATE, date);
    }

    public static Deadline immediate() {
        return new Deadline(Kind.IMMEDIATE, null);
    }

    public static Deadline longTerm() {
        return new Deadline(Kind.LONG_TERM, null);
    }

    /// The last day is still in time.
    public boolean passedOn(LocalDate today) {
        return date != null && today.isAfter(date);
    }
}
