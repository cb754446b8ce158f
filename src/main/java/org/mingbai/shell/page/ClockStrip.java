package org.mingbai.shell.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// A clock drawn as a strip of calendar days, a row a week beginning on Monday. A long clock shows its last weeks.
public record ClockStrip(List<Square> squares, int weeks) {

    /// One day of it.
    /// @param kind `past`, `ahead`, `free`, `paused`, `extended`, `due` or `over`
    /// @param told what the day is and whether it counts
    public record Day(LocalDate on, String kind, boolean today, String told) {}

    public record Square(Day day, int x, int y) {}

    private static final int STEP = 12;
    private static final int WEEK = 7;
    private static final int WEEKS_MAX = 10;

    /// @param days one after the other, without a gap; at least one
    public static ClockStrip of(List<Day> days) {
        var earliest = mondayOf(days.getLast().on()).minusWeeks(WEEKS_MAX - 1L);
        var shown = days.stream().filter(day -> !day.on().isBefore(earliest)).toList();
        var monday = mondayOf(shown.getFirst().on());
        var squares = shown.stream().map(day -> new Square(day, (day.on().getDayOfWeek().getValue() - 1) * STEP,
                (int) ChronoUnit.WEEKS.between(monday, day.on()) * STEP)).toList();
        return new ClockStrip(squares, (int) ChronoUnit.WEEKS.between(monday, days.getLast().on()) + 1);
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
