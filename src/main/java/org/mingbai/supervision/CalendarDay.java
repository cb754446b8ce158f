package org.mingbai.supervision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One day as the calendar knows it.
/// @param name of the holiday it belongs to; empty for a plain day
/// @param known whether the notice for it is loaded; if not, what it is may still change
public record CalendarDay(LocalDate date, DayKind kind, @Nullable String name, boolean known) {

    public boolean worked() {
        return kind.worked();
    }
}
