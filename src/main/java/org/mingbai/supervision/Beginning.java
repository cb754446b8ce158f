package org.mingbai.supervision;

import java.time.LocalDateTime;
import java.time.LocalTime;

/// When a limit began to run: the entry that started it, never its reading.
public record Beginning(LocalDateTime at) {

    /// What reaches an office after hours, or on a day it does not work, has reached it on its next working day, where a rule says so.
    /// @param closes when the office closes
    public Beginning inOfficeHours(LocalTime closes, WorkingCalendar calendar) {
        boolean tooLate = at.toLocalTime().isAfter(closes);
        var day = calendar.day(at.toLocalDate());
        if (day.worked() && !tooLate) {
            return this;
        }
        return new Beginning(calendar.nextWorked(at.toLocalDate().plusDays(1)).date().atStartOfDay());
    }
}
