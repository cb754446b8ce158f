package org.mingbai.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingbai.supervision.CountedDay.Why;
import org.mingbai.supervision.calendar.ShippedNotices;

class WorkingCalendarTest {

    private static final WorkingCalendar CALENDAR = Calendars.shipped();

    @ParameterizedTest
    @CsvSource(textBlock = """
            2025-09-20, 15日,    2025-10-09
            2025-12-20, 60日,    2026-02-24
            2025-11-03, 60日,    2026-01-04
            2026-04-20, 15日,    2026-05-06
            2025-01-15, 15日,    2025-02-05
            2025-09-29, 5工作日, 2025-10-13
            2025-09-26, 5工作日, 2025-10-10
            2026-02-13, 5工作日, 2026-02-27
            2026-04-30, 5工作日, 2026-05-11
            2026-09-18, 5工作日, 2026-09-24
            """)
    void a_limit_leaves_out_its_first_day_and_ends_on_a_working_one(LocalDate from, String limit, LocalDate due) {
        var found = due(from, limit);
        assertThat(found.at().toLocalDate()).isEqualTo(due);
        assertThat(found.provisional()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-01-30, 1个月, 2026-02-28
            2026-01-31, 1个月, 2026-02-28
            2026-03-31, 1个月, 2026-04-30
            2026-05-10, 3个月, 2026-08-10
            2024-02-29, 1年,   2025-02-28
            2025-04-01, 6个月, 2025-10-09
            """)
    void months_end_on_the_corresponding_day_or_the_last_of_the_month(LocalDate from, String limit, LocalDate due) {
        assertThat(due(from, limit).at().toLocalDate()).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2025-10-01T23:30, 2小时,  2025-10-02T01:30
            2025-10-01T08:00, 24小时, 2025-10-02T08:00
            2025-10-01T08:50, 15分钟, 2025-10-01T09:05
            """)
    void hours_run_through_nights_and_holidays(LocalDateTime from, String limit, LocalDateTime due) {
        assertThat(CALENDAR.due(new Beginning(from), Limit.parse(limit).orElseThrow()).at()).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
    void a_year_has_as_many_working_days_as_its_notice_leaves(int year, int days) {
        assertThat(LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).filter(date -> CALENDAR.day(date).worked())).hasSize(days);
    }

    @Test
    void what_comes_after_hours_or_on_a_free_day_has_come_on_the_next_working_day() {
        var closes = LocalTime.of(17, 30);
        assertThat(new Beginning(LocalDateTime.of(2025, 9, 30, 17, 30)).inOfficeHours(closes, CALENDAR).at()).hasToString("2025-09-30T17:30");
        assertThat(new Beginning(LocalDateTime.of(2025, 9, 30, 17, 31)).inOfficeHours(closes, CALENDAR).at().toLocalDate()).hasToString("2025-10-09");
        assertThat(new Beginning(LocalDateTime.of(2025, 10, 3, 9, 0)).inOfficeHours(closes, CALENDAR).at().toLocalDate()).hasToString("2025-10-09");
        assertThat(new Beginning(LocalDateTime.of(2025, 10, 11, 9, 0)).inOfficeHours(closes, CALENDAR).at().toLocalDate())
                .as("a shifted Saturday").hasToString("2025-10-11");
    }

    @Test
    void every_day_on_the_way_says_whether_it_counts_and_why() {
        var days = due(LocalDate.of(2025, 9, 29), "5工作日").days();
        assertThat(days).extracting(CountedDay::why).containsExactly(Why.BEGINNING, Why.COUNTED, Why.NOT_WORKED, Why.NOT_WORKED, Why.NOT_WORKED,
                Why.NOT_WORKED, Why.NOT_WORKED, Why.NOT_WORKED, Why.NOT_WORKED, Why.NOT_WORKED, Why.COUNTED, Why.COUNTED, Why.COUNTED, Why.NOT_WORKED,
                Why.COUNTED);
        assertThat(days.get(12).day().kind()).isEqualTo(DayKind.SHIFTED);
        var rolled = due(LocalDate.of(2025, 9, 20), "15日").days();
        assertThat(rolled.get(15).why()).isEqualTo(Why.FREE_LAST_DAY);
        assertThat(rolled.get(15).number()).isEqualTo(15);
        assertThat(rolled.getLast().why()).isEqualTo(Why.IN_ITS_PLACE);
    }

    @Test
    void beyond_the_last_notice_a_due_day_is_provisional_and_judged_by_the_law() {
        assertThat(due(LocalDate.of(2026, 12, 20), "5日").provisional()).isFalse();
        assertThat(due(LocalDate.of(2026, 12, 25), "5日").provisional()).as("the notice of 2027 may shift days of late December").isTrue();
        var due = due(LocalDate.of(2027, 4, 28), "5工作日");
        assertThat(due.provisional()).isTrue();
        assertThat(due.at().toLocalDate()).as("1 and 2 May are free by law, and weekend; no bridge is guessed").hasToString("2027-05-05");
        assertThat(due(LocalDate.of(2026, 12, 1), "60日").provisional()).isTrue();
        assertThat(due(LocalDate.of(2026, 6, 1), "60日").provisional()).isFalse();
    }

    @Test
    void holidays_by_law_follow_the_moon() {
        assertThat(List.of("2027-02-05", "2027-02-06", "2027-02-08", "2027-04-05", "2027-06-09", "2027-09-15", "2027-10-03"))
                .allSatisfy(date -> assertThat(CALENDAR.day(LocalDate.parse(date)).kind()).as(date).isEqualTo(DayKind.HOLIDAY));
        assertThat(CALENDAR.day(LocalDate.of(2027, 2, 9)).kind()).isEqualTo(DayKind.WORKING);
        assertThat(CALENDAR.day(LocalDate.of(2027, 2, 4)).kind()).isEqualTo(DayKind.WORKING);
    }

    @Test
    void a_notice_that_lists_nothing_is_not_out() {
        var calendar = Calendars.shipped(new Notice(2027, List.of(), List.of()));
        assertThat(calendar.day(LocalDate.of(2027, 3, 1)).known()).isFalse();
    }

    @Test
    void a_notice_that_comes_makes_its_year_known() {
        var calendar = Calendars.shipped(new Notice(2027, List.of("papers"),
                List.of(new Notice.ListedDay(LocalDate.of(2027, 5, 3), "劳动节", true), new Notice.ListedDay(LocalDate.of(2027, 4, 25), "劳动节", false))));
        var due = calendar.due(new Beginning(LocalDate.of(2027, 4, 23).atStartOfDay()), Limit.parse("6工作日").orElseThrow());
        assertThat(due.at().toLocalDate()).hasToString("2027-04-30");
        assertThat(due.provisional()).isFalse();
    }

    /// Another way to the same answer: walk day by day with nothing but a list of what differs from a plain week.
    @Test
    void a_walker_who_counts_day_by_day_comes_to_the_same_day() {
        var differing = new HashMap<LocalDate, Boolean>();
        ShippedNotices.all().forEach(notice -> notice.days().forEach(day -> differing.put(day.date(), day.free())));
        var random = new Random(20260101);
        var first = LocalDate.of(2001, 1, 1);
        for (int i = 0; i < 100_000; i++) {
            var from = first.plusDays(random.nextInt(9_000));
            int amount = 1 + random.nextInt(random.nextBoolean() ? 30 : 130);
            var unit = List.of(LimitUnit.DAYS, LimitUnit.WORKING_DAYS, LimitUnit.MONTHS).get(random.nextInt(3));
            int units = unit == LimitUnit.MONTHS ? 1 + amount % 6 : amount;
            var found = CALENDAR.due(new Beginning(from.atTime(9, 0)), new Limit(units, unit));
            assertThat(found.at().toLocalDate()).as("%s + %d %s", from, units, unit).isEqualTo(walk(from, units, unit, differing));
            assertThat(found.provisional()).isFalse();
        }
    }

    private static LocalDate walk(LocalDate from, int amount, LimitUnit unit, Map<LocalDate, Boolean> differing) {
        var day = from;
        if (unit == LimitUnit.MONTHS) {
            var month = YearMonth.from(from);
            for (int i = 0; i < amount; i++) {
                month = month.plusMonths(1);
            }
            day = month.atDay(Math.min(from.getDayOfMonth(), month.lengthOfMonth()));
        } else {
            for (int left = amount; left > 0; ) {
                day = day.plusDays(1);
                if (unit == LimitUnit.DAYS || !free(day, differing)) {
                    left--;
                }
            }
        }
        while (free(day, differing)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static boolean free(LocalDate day, Map<LocalDate, Boolean> differing) {
        return differing.getOrDefault(day, day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
    }

    private static Due due(LocalDate from, String limit) {
        return CALENDAR.due(new Beginning(from.atStartOfDay()), Limit.parse(limit).orElseThrow());
    }
}
