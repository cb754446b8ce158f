package org.mingbai.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A figure asked for a time, of some of the cases.
/// @param from and
/// @param to the period, both days in it; a figure of what stands at the cut-off asks for none
/// @param asOf what was written by the end of that day counts, and nothing later
/// @param narrowed what further has to hold
/// @param forAll for a paper that others read: then what complains of a unit and is kept from it does not count
public record Question(Figure figure, LocalDate from, LocalDate to, LocalDate asOf, List<Condition> narrowed, boolean forAll) {

    /// One that whoever asks reads alone.
    public Question(Figure figure, LocalDate from, LocalDate to, LocalDate asOf, List<Condition> narrowed) {
        this(figure, from, to, asOf, narrowed, false);
    }

    public Question {
        narrowed = List.copyOf(narrowed);
        if (to.isBefore(from) || narrowed.size() > Figure.CONDITIONS_MAX) {
            throw new IllegalArgumentException(from + " to " + to + " " + narrowed);
        }
    }

    public Question narrowedTo(Condition condition) {
        return new Question(figure, from, to, asOf, Stream.concat(narrowed.stream(), Stream.of(condition)).toList(), forAll);
    }

    /// Whether it looks at a case.
    boolean looksAt(Case one, Standpoint at) {
        return one.kind() == figure.of() && Stream.concat(figure.counted().stream(), narrowed.stream()).allMatch(it -> it.holds(one, at))
                && inWindow(figure.window() == null ? null : one.day(figure.window()));
    }

    private boolean inWindow(@Nullable LocalDate day) {
        return figure.window() == null || day != null && !day.isBefore(from) && !day.isAfter(to);
    }
}
