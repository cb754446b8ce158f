package org.mingbai.directory;

import java.util.List;
import java.util.function.Function;

/// What a verb of the directory answers: it is done, or every reason why it is not. A refusal has written nothing.
public sealed interface Answer<T> {

    record Done<T>(T value) implements Answer<T> {}

    record Refused<T>(List<Refusal> refusals) implements Answer<T> {}

    static <T> Answer<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Answer<T> refused(Refusal... refusals) {
        return new Refused<>(List.of(refusals));
    }

    static <T> Answer<T> refused(List<Refusal> refusals) {
        return new Refused<>(List.copyOf(refusals));
    }

    default List<Refusal> refusals() {
        return switch (this) {
            case Done<T> done -> List.of();
            case Refused<T>(var refusals) -> refusals;
        };
    }

    default <U> Answer<U> map(Function<T, U> into) {
        return switch (this) {
            case Done<T>(var value) -> done(into.apply(value));
            case Refused<T>(var refusals) -> refused(refusals);
        };
    }

    /// For callers to whom a refusal is a bug, such as a sample that is meant to be right.
    default T orThrow() {
        return switch (this) {
            case Done<T>(var value) -> value;
            case Refused<T>(var refusals) -> throw new IllegalStateException("refused: " + refusals);
        };
    }
}
