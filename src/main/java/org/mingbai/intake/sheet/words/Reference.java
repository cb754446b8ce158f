package org.mingbai.intake.sheet.words;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The day from which dates without a year are understood, and what the sheet itself says: its year (`2022年度`), and whether
/// days stand before months in `3/4/2023`.
public record Reference(LocalDate day, @Nullable Integer year, boolean dayFirst) {

    public static Reference of(LocalDate day) {
        return new Reference(day, null, false);
    }

    public Reference with(int stated) {
        return new Reference(day, stated, dayFirst);
    }

    /// How much nearer, in days, a neighbouring year must bring a month before it is preferred to the year at hand.
    private static final int NEARER_BY = 120;

    /// The year the sheet states, else the one at hand, unless a neighbouring one is much nearer: in November, `1月底前` is next January, `10月底前` this October.
    int yearOf(int month) {
        if (year != null) {
            return year;
        }
        var middle = LocalDate.of(day.getYear(), month, 15);
        var best = day.getYear();
        for (var other : new int[] {best + 1, best - 1}) {
            if (distance(middle.withYear(other)) + NEARER_BY < distance(middle)) {
                return other;
            }
        }
        return best;
    }

    private long distance(LocalDate date) {
        return Math.abs(ChronoUnit.DAYS.between(day, date));
    }

    int thisYear() {
        return year != null ? year : day.getYear();
    }
}
