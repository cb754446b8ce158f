package org.mingbai.supervision;

import java.time.LocalDateTime;
import java.util.List;

/// By when something is due, with every day on the way.
/// @param at the end of that day, unless the limit runs by the clock
/// @param provisional whether a notice that is not out yet could still move it
/// @param days from the beginning to the day it is due
public record Due(LocalDateTime at, boolean provisional, List<CountedDay> days) {

    public Due {
        days = List.copyOf(days);
    }
}
