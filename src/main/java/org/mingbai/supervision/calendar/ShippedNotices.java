package org.mingbai.supervision.calendar;

import com.tyme.holiday.LegalHoliday;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mingbai.supervision.Notice;

/// The notices of 2001 to the last year the calendar library knows: what a new account begins with.
public final class ShippedNotices {

    private static final int FIRST_YEAR = 2001;
    private static final int YEARS_MAX = 200;
    /// The library searches all it knows for every single day.
    private static final List<Notice> ALL =
            IntStream.range(FIRST_YEAR, FIRST_YEAR + YEARS_MAX).mapToObj(ShippedNotices::of).takeWhile(Notice::isOut).toList();

    private ShippedNotices() {}

    public static List<Notice> all() {
        return ALL;
    }

    /// The days of a year as they came to be, whichever year's notice listed them.
    private static Notice of(int year) {
        var days = new ArrayList<Notice.ListedDay>();
        for (var date = LocalDate.of(year, 1, 1); date.getYear() == year; date = date.plusDays(1)) {
            var holiday = LegalHoliday.fromYmd(year, date.getMonthValue(), date.getDayOfMonth());
            if (holiday != null) {
                days.add(new Notice.ListedDay(date, holiday.getName(), !holiday.isWork()));
            }
        }
        return new Notice(year, List.of(), days);
    }
}
