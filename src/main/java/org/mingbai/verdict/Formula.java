package org.mingbai.verdict;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// How the composite of the three rates is counted, and where an assessment month begins. A version that was in force keeps its meaning.
/// @param response the weights; together 1
/// @param fairly what fairly satisfied counts against satisfied
/// @param firstDay the day of the month before on which an assessment month begins; 1 is the calendar month
/// @param basis the paper it rests on; empty for the shipped one
/// @param from the first assessment month; nothing for the shipped one
/// @param until the first month it no longer holds for; nothing while no later version is set
public record Formula(int version, BigDecimal response, BigDecimal solution, BigDecimal satisfaction, BigDecimal fairly, int firstDay, String basis,
        @Nullable YearMonth from, @Nullable YearMonth until) {

    public static final int FIRST_DAY_MAX = 28;

    /// One district's, as published: 10, 50 and 40 of a hundred, fairly satisfied at nine tenths, the month from the 19th on.
    public static final Formula SHIPPED = new Formula(1, new BigDecimal("0.1"), new BigDecimal("0.5"), new BigDecimal("0.4"), new BigDecimal("0.9"), 19, "",
            null, null);

    public Formula {
        if (response.signum() < 0 || solution.signum() < 0 || satisfaction.signum() < 0
                || response.add(solution).add(satisfaction).compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException("weights " + response + ", " + solution + ", " + satisfaction);
        }
        if (fairly.signum() < 0 || fairly.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("fairly " + fairly);
        }
        if (firstDay < 1 || firstDay > FIRST_DAY_MAX) {
            throw new IllegalArgumentException("first day " + firstDay);
        }
    }

    /// The first day of an assessment month.
    public LocalDate firstDayOf(YearMonth month) {
        return firstDay == 1 ? month.atDay(1) : month.minusMonths(1).atDay(firstDay);
    }

    public boolean holdsFor(YearMonth month) {
        return (from == null || !month.isBefore(from)) && (until == null || month.isBefore(until));
    }

    Formula until(YearMonth month) {
        return new Formula(version, response, solution, satisfaction, fairly, firstDay, basis, from, month);
    }
}
