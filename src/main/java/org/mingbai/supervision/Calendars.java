package org.mingbai.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mingbai.supervision.calendar.HolidaysByLaw;
import org.mingbai.supervision.calendar.ShippedNotices;

/// The calendars one can count by.
public final class Calendars {

    private Calendars() {}

    /// With the notices the product ships: 2001 to 2026.
    public static WorkingCalendar shipped() {
        return with(List.of());
    }

    /// The same, where these notices stand in the place of the shipped ones for their years.
    public static WorkingCalendar with(List<Notice> others) {
        var replaced = others.stream().map(Notice::year).collect(Collectors.toSet());
        var notices = new ArrayList<>(ShippedNotices.all());
        notices.removeIf(notice -> replaced.contains(notice.year()));
        notices.addAll(others);
        return new WorkingCalendar(notices, new HolidaysByLaw());
    }
}
