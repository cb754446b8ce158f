package org.mingbai.reporting.roadmap;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingbai.shell.Words;

/// How a node stands, in words that need no picture.
final class MapWords {

    private MapWords() {}

    /// @param first the day first given, where that was another
    static String told(Words words, RoadMap.State state, LocalDate due, @Nullable LocalDate first, @Nullable LocalDate done, LocalDate today) {
        var told = told(words, state, due, done, today);
        return first == null ? told : words.of("reporting.map.told.first", told, first.toString());
    }

    private static String told(Words words, RoadMap.State state, LocalDate due, @Nullable LocalDate done, LocalDate today) {
        return switch (state) {
            case DONE -> words.of("reporting.map.told.done", due.toString(), String.valueOf(done));
            case DONE_LATE -> words.of("reporting.map.told.late", due.toString(), String.valueOf(done))
                    + days(words, due, Objects.requireNonNullElse(done, due));
            case AHEAD -> words.of("reporting.map.told.ahead", due.toString());
            case BEHIND -> words.of("reporting.map.told.behind", due.toString()) + days(words, due, today);
            case LEFT -> words.of("reporting.map.told.left", due.toString());
            case HAPPENED -> due.toString();
        };
    }

    /// A limit of hours is missed on its very day.
    private static String days(Words words, LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to);
        return days == 0 ? "" : words.of(days == 1 ? "reporting.map.told.day" : "reporting.map.told.days", days);
    }
}
