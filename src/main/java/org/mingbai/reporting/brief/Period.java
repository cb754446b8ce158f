package org.mingbai.reporting.brief;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/// A span of days, both in it.
record Period(LocalDate from, LocalDate to) {

    /// The one a report compares with (上期). What begins on the first of a month is held against the same days of the months before: a month against
    /// a month, half of one against half of one. Anything else against as many days before it.
    static Period before(LocalDate from, LocalDate to) {
        if (from.getDayOfMonth() != 1) {
            return new Period(from.minusDays(ChronoUnit.DAYS.between(from, to) + 1), from.minusDays(1));
        }
        long months = ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1;
        var last = to.plusDays(1).getDayOfMonth() == 1 ? YearMonth.from(to).minusMonths(months).atEndOfMonth() : to.minusMonths(months);
        return new Period(from.minusMonths(months), last);
    }
}
