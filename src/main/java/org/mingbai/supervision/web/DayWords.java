package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.util.Map;
import org.mingbai.shell.Words;
import org.mingbai.supervision.CalendarDay;

/// A day in words.
final class DayWords {

    /// The names notices give; whatever a region calls its own days stays as it was written.
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("元旦", "new-year"), Map.entry("元旦节", "new-year"), Map.entry("春节", "spring"), Map.entry("清明", "qingming"),
            Map.entry("清明节", "qingming"), Map.entry("劳动节", "labour"), Map.entry("五一劳动节", "labour"), Map.entry("端午", "dragon-boat"),
            Map.entry("端午节", "dragon-boat"), Map.entry("中秋", "mid-autumn"), Map.entry("中秋节", "mid-autumn"), Map.entry("国庆", "national"),
            Map.entry("国庆节", "national"), Map.entry("国庆中秋", "national-autumn"), Map.entry("国庆节、中秋节", "national-autumn"));

    private DayWords() {}

    /// What the day is, and why: `春节放假`.
    static String what(CalendarDay day) {
        return t("supervision.day." + day.kind() + (day.name() == null ? "" : ".named"), name(day));
    }

    static String name(CalendarDay day) {
        if (day.name() == null) {
            return "";
        }
        var key = "supervision.holiday." + KNOWN.getOrDefault(day.name(), "other");
        return Words.has(key) ? t(key) : day.name();
    }
}
