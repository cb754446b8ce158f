package org.mingbai.supervision;

/// What a day is to public bodies.
public enum DayKind {
    /// A plain weekday.
    WORKING,
    /// A Saturday or Sunday that a notice makes a working day (调休).
    SHIFTED,
    /// A plain Saturday or Sunday.
    WEEKEND,
    /// A day a notice makes free.
    HOLIDAY;

    public boolean worked() {
        return this == WORKING || this == SHIFTED;
    }
}
