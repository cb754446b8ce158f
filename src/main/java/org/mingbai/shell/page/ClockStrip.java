package org.mingbai.shell.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;

/// A clock drawn as a strip of calendar days, a row a week beginning on Monday. A long clock shows its last weeks.
public record ClockStrip(List<Day> days, int weeks) {

    /// @param kind `past`, `today`, `ahead`, `due` or `over`
    public record Day(LocalDate on, int x, int y, String kind) {}

    private static final int STEP = 12;
    private static final int WEEK = 7;
    private static final int WEEKS_MAX = 10;

    public static ClockStrip of(LocalDate start, LocalDate due, LocalDate today) {
        var last = due.isBefore(today) ? today : due;
        var earliest = mondayOf(last).minusWeeks(WEEKS_MAX - 1L);
        var first = start.isBefore(earliest) ? earliest : start;
        var monday = mondayOf(first);
        var days = LongStream.rangeClosed(0, ChronoUnit.DAYS.between(first, last)).mapToObj(first::plusDays)
                .map(day -> new Day(day, (day.getDayOfWeek().getValue() - 1) * STEP, (int) ChronoUnit.WEEKS.between(monday, day) * STEP,
                        kind(day, due, today)))
                .toList();
        return new ClockStrip(days, (int) ChronoUnit.WEEKS.between(monday, last) + 1);
    }

    private static String kind(LocalDate day, LocalDate due, LocalDate today) {
        if (day.equals(due)) {
            return "due";
        }
        if (day.equals(today)) {
            return "today";
        }
        return day.isAfter(due) ? "over" : day.isBefore(today) ? "past" : "ahead";
    }

    private static LocalDate mondayOf(LocalDate day) {
        return day.minusDays(day.getDayOfWeek().getValue() - 1L);
    }

    public int width() {
        return WEEK * STEP;
    }

    public int height() {
        return weeks * STEP;
    }
}
