package org.mingbai.directory;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Days from a first one to a last one, both counted; without a last day it goes on.
public record Span(LocalDate first, @Nullable LocalDate last) {

    public static Span from(LocalDate first) {
        return new Span(first, null);
    }

    public Optional<LocalDate> end() {
        return Optional.ofNullable(last);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && (last == null || !day.isAfter(last));
    }

    public boolean overlaps(Span other) {
        return (other.last == null || !first.isAfter(other.last)) && (last == null || !other.first.isAfter(last));
    }

    public boolean within(Span outer) {
        return !first.isBefore(outer.first) && (outer.last == null || last != null && !last.isAfter(outer.last));
    }

    public boolean isBackwards() {
        return last != null && last.isBefore(first);
    }
}
