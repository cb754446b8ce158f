package org.mingbai.supervision.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.page.ClockStrip;

/// The clocks of one matter, drawn.
/// @param lightHref where the light can be set, for those who may
public record ClocksPage(List<Face> running, List<Face> ended, Optional<String> lightHref) {

    /// One clock.
    /// @param left how far off its end is
    /// @param told the same for those who do not see the strip
    /// @param original its end before any pause or extension; empty where nothing moved it
    /// @param pauses what moved it, in words
    /// @param days day by day; none for what runs by the clock
    public record Face(String step, String unit, String round, String left, boolean late, boolean paused, ClockStrip strip, String told, String rule,
            String start, String due, boolean provisional, String original, List<String> pauses, List<CalendarPage.Row> days, List<Doing> acts) {}

    public record Doing(String verb, String href) {}
}
