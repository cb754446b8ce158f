package org.mingbai.supervision;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/// A year's notice of holidays and shifted working days. It lists only days that are not as their weekday says, and may list some of the years
/// beside its own.
/// @param papers where the notice can be read
/// @param days none where no notice is out: then the year is not known, which is not a year without holidays
public record Notice(int year, List<String> papers, List<ListedDay> days) {

    /// @param free whether the day is free; if not, it is worked
    public record ListedDay(LocalDate date, String name, boolean free) {}

    public Notice {
        papers = List.copyOf(papers);
        days = List.copyOf(days);
        var dates = new HashSet<LocalDate>();
        for (var day : days) {
            if (Math.abs(day.date().getYear() - year) > 1) {
                throw new IllegalArgumentException(day.date() + " is not for a notice of " + year);
            }
            if (!dates.add(day.date())) {
                throw new IllegalArgumentException(day.date() + " is listed twice");
            }
        }
    }

    public boolean isOut() {
        return !days.isEmpty();
    }
}
