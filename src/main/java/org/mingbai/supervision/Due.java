package org.mingbai.supervision;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// By when something is due, with every day on the way.
public final class Due {

    private final LocalDateTime at;
    private final boolean provisional;
    private final Supplier<List<CountedDay>> way;
    private @Nullable List<CountedDay> days;

    /// @param at the end of that day, unless the limit runs by the clock
    /// @param provisional whether a notice that is not out yet could still move it
    /// @param way the days from the beginning to the day it is due, told only when somebody asks for them: every act moves clocks, few are read
    Due(LocalDateTime at, boolean provisional, Supplier<List<CountedDay>> way) {
        this.at = at;
        this.provisional = provisional;
        this.way = way;
    }

    public LocalDateTime at() {
        return at;
    }

    public boolean provisional() {
        return provisional;
    }

    public List<CountedDay> days() {
        var told = days;
        if (told == null) {
            told = List.copyOf(way.get());
            days = told;
        }
        return told;
    }

    @Override
    public String toString() {
        return provisional ? at + " (provisional)" : at.toString();
    }
}
