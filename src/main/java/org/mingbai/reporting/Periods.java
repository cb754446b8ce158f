package org.mingbai.reporting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/// Periods that follow one another without a gap.
/// @param starts the first day of each, in order
/// @param to the last day of the last
public record Periods(List<LocalDate> starts, LocalDate to) {

    public Periods {
        starts = List.copyOf(starts);
        var sorted = starts.stream().sorted().distinct().toList();
        if (starts.isEmpty() || !starts.equals(sorted) || to.isBefore(starts.getLast())) {
            throw new IllegalArgumentException(starts + " until " + to);
        }
    }

    /// So many months, of which the last is that one as far as it has come.
    public static Periods months(int count, YearMonth last, LocalDate today) {
        var end = last.atEndOfMonth();
        return new Periods(IntStream.range(0, count).mapToObj(i -> last.minusMonths(count - 1L - i).atDay(1)).toList(), end.isAfter(today) ? today : end);
    }

    public int size() {
        return starts.size();
    }

    public LocalDate from(int i) {
        return starts.get(i);
    }

    public LocalDate to(int i) {
        return i == starts.size() - 1 ? to : starts.get(i + 1).minusDays(1);
    }
}
