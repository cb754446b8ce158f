package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingbai.supervision.CalendarDay;
import org.mingbai.supervision.DayKind;
import org.mingbai.supervision.WorkingCalendar;
import org.mingbai.supervision.web.CalendarPage.Day;
import org.mingbai.supervision.web.CalendarPage.Month;
import org.springframework.context.i18n.LocaleContextHolder;

/// Draws a year as twelve small tables.
final class YearMonths {

    private static final int WEEK = 7;

    private final WorkingCalendar calendar;
    private final LocalDate today;
    private final Locale locale = LocaleContextHolder.getLocale();

    YearMonths(WorkingCalendar calendar, LocalDate today) {
        this.calendar = calendar;
        this.today = today;
    }

    List<Month> of(int year) {
        return IntStream.rangeClosed(1, 12).mapToObj(month -> month(YearMonth.of(year, month))).toList();
    }

    private Month month(YearMonth month) {
        var days = month.atDay(1).datesUntil(month.atEndOfMonth().plusDays(1)).map(calendar::day).toList();
        var name = locale.getLanguage().equals("zh") ? month.getMonthValue() + "月" : month.getMonth().getDisplayName(TextStyle.FULL, locale);
        return new Month(month.getMonthValue(), name, (int) days.stream().filter(CalendarDay::worked).count(), weeks(days), told(days));
    }

    private List<List<Optional<Day>>> weeks(List<CalendarDay> days) {
        int before = days.getFirst().date().getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue();
        var cells = Stream.concat(Stream.generate(Optional::<Day>empty).limit(before), days.stream().map(this::drawn).map(Optional::of)).toList();
        return IntStream.range(0, (cells.size() + WEEK - 1) / WEEK)
                .mapToObj(week -> IntStream.range(week * WEEK, (week + 1) * WEEK)
                        .mapToObj(at -> at < cells.size() ? cells.get(at) : Optional.<Day>empty()).toList())
                .toList();
    }

    private Day drawn(CalendarDay day) {
        return new Day(day.date(), day.kind(), day.date().equals(today), day.kind() == DayKind.WORKING ? "" : DayWords.what(day));
    }

    /// Days in a row that are the same are told together.
    private static List<String> told(List<CalendarDay> days) {
        var told = new ArrayList<String>();
        for (int first = 0; first < days.size(); ) {
            var day = days.get(first);
            int next = first + 1;
            while (next < days.size() && days.get(next).kind() == day.kind() && Objects.equals(days.get(next).name(), day.name())) {
                next++;
            }
            if (day.kind() == DayKind.HOLIDAY || day.kind() == DayKind.SHIFTED) {
                var when = next == first + 1 ? t("supervision.span.one", first + 1) : t("supervision.span.many", first + 1, next);
                told.add(t("supervision.span", when, DayWords.what(day)));
            }
            first = next;
        }
        return told;
    }
}
