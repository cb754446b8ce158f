package org.mingbai.supervision;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mingbai.supervision.CountedDay.Why;

/// Which days are worked, from the notices that are out, and by when a limit ends. A day whose notice is not out is judged by its weekday and
/// the holidays the law itself names (全国年节及纪念日放假办法), and every answer that leans on such a day is provisional.
public final class WorkingCalendar {

    /// The notice of the coming year often shifts days of the last week of December.
    private static final int LAST_WEEK_FROM = 28;

    /// By the day's number since 1970: the hashes of the dates themselves are alike for one day of all years.
    private final Map<Long, Notice.ListedDay> listed = new HashMap<>();
    private final Set<Integer> years = new HashSet<>();
    private final LegalHolidays legal;

    /// @param country the country's notices; a later one overrules an earlier one for the days it lists
    /// @param regional what a region adds to them; without the country's notice its year is not known
    /// @param legal holidays by law, for years without a notice
    public WorkingCalendar(Collection<Notice> country, Collection<Notice> regional, LegalHolidays legal) {
        this.legal = legal;
        country.stream().filter(Notice::isOut).map(Notice::year).forEach(years::add);
        Stream.concat(country.stream(), regional.stream()).flatMap(notice -> notice.days().stream())
                .forEach(day -> listed.put(day.date().toEpochDay(), day));
    }

    public CalendarDay day(LocalDate date) {
        var day = listed.get(date.toEpochDay());
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (day != null) {
            var kind = day.free() ? DayKind.HOLIDAY : weekend ? DayKind.SHIFTED : DayKind.WORKING;
            return new CalendarDay(date, kind, day.name(), years.contains(date.getYear()) || years.contains(date.getYear() + 1));
        }
        if (years.contains(date.getYear())) {
            return new CalendarDay(date, weekend ? DayKind.WEEKEND : DayKind.WORKING, null, settled(date));
        }
        var holiday = legal.on(date);
        var kind = holiday.isPresent() ? DayKind.HOLIDAY : weekend ? DayKind.WEEKEND : DayKind.WORKING;
        return new CalendarDay(date, kind, holiday.orElse(null), false);
    }

    /// Whether the notice of the year after, which may reach into this one, is out where it could matter.
    private boolean settled(LocalDate date) {
        return date.getMonth() != Month.DECEMBER || date.getDayOfMonth() < LAST_WEEK_FROM || years.contains(date.getYear() + 1);
    }

    /// The first working day from this one on.
    public CalendarDay nextWorked(LocalDate from) {
        var date = from;
        while (!day(date).worked()) {
            date = date.plusDays(1);
        }
        return day(date);
    }

    /// Whether the notice for that year is out.
    public boolean knows(Year year) {
        return years.contains(year.getValue());
    }

    /// By when a limit that began then ends. Refuses nothing: a limit is well formed by being one.
    public Due due(Beginning beginning, Limit limit) {
        return due(beginning, limit, List.of());
    }

    /// By when it ends if it stood still meanwhile. A day on which it stood still at midnight before it began is not counted, so the day of
    /// the pause is the last counted one and that of the going on is counted again.
    /// @param stood in order, and apart from each other
    public Due due(Beginning beginning, Limit limit, List<Standstill> stood) {
        if (limit.unit().byTheClock()) {
            return byTheClock(beginning, limit, stood);
        }
        var days = new ArrayList<CountedDay>();
        var first = beginning.at().toLocalDate();
        days.add(new CountedDay(day(first), Why.BEGINNING, 0));
        LocalDate last;
        int decisive;
        if (limit.unit() == LimitUnit.WORKING_DAYS) {
            decisive = 1;
            last = countWorked(first, limit.amount(), stood, days);
        } else {
            var end = end(first, limit, stood);
            decisive = (int) ChronoUnit.DAYS.between(first, end);
            last = count(first, end, stood, days);
        }
        // Calendar days count whatever they are; only from the last one on does it matter which are worked.
        boolean provisional = days.subList(decisive, days.size()).stream().anyMatch(counted -> !counted.day().known());
        return new Due(last.atTime(LocalTime.MAX), provisional, () -> days);
    }

    private static Due byTheClock(Beginning beginning, Limit limit, List<Standstill> stood) {
        var at = limit.unit() == LimitUnit.HOURS ? beginning.at().plusHours(limit.amount()) : beginning.at().plusMinutes(limit.amount());
        for (var one : stood) {
            if (one.from().isBefore(at)) {
                at = at.plus(Duration.between(one.from(), one.to()));
            }
        }
        return new Due(at, false, List::of);
    }

    private static boolean stoodStill(LocalDate date, List<Standstill> stood) {
        return stood.stream().anyMatch(one -> date.isAfter(one.from().toLocalDate()) && date.isBefore(one.to().toLocalDate()));
    }

    /// The raw end, before a free last day is made up for.
    private static LocalDate end(LocalDate first, Limit limit, List<Standstill> stood) {
        var end = end(first, limit);
        for (var date = first.plusDays(1); !date.isAfter(end); date = date.plusDays(1)) {
            end = stoodStill(date, stood) ? end.plusDays(1) : end;
        }
        return end;
    }

    private static LocalDate end(LocalDate first, Limit limit) {
        return switch (limit.unit()) {
            case DAYS -> first.plusDays(limit.amount());
            case MONTHS -> first.plusMonths(limit.amount());
            case YEARS -> first.plusYears(limit.amount());
            case WORKING_DAYS, HOURS, MINUTES -> throw new IllegalArgumentException(limit.toString());
        };
    }

    private LocalDate count(LocalDate first, LocalDate end, List<Standstill> stood, List<CountedDay> days) {
        int number = 0;
        for (var date = first.plusDays(1); date.isBefore(end); date = date.plusDays(1)) {
            days.add(stoodStill(date, stood) ? new CountedDay(day(date), Why.PAUSED, 0) : new CountedDay(day(date), Why.COUNTED, ++number));
        }
        var last = day(end);
        if (last.worked()) {
            days.add(new CountedDay(last, Why.COUNTED, number + 1));
            return end;
        }
        days.add(new CountedDay(last, Why.FREE_LAST_DAY, number + 1));
        var date = end.plusDays(1);
        for (; !day(date).worked(); date = date.plusDays(1)) {
            days.add(new CountedDay(day(date), Why.FREE_AFTER_LAST_DAY, 0));
        }
        days.add(new CountedDay(day(date), Why.IN_ITS_PLACE, 0));
        return date;
    }

    private LocalDate countWorked(LocalDate first, int amount, List<Standstill> stood, List<CountedDay> days) {
        var date = first;
        for (int number = 0; number < amount; ) {
            date = date.plusDays(1);
            var day = day(date);
            boolean paused = stoodStill(date, stood);
            boolean counted = day.worked() && !paused;
            days.add(new CountedDay(day, counted ? Why.COUNTED : paused ? Why.PAUSED : Why.NOT_WORKED, counted ? ++number : 0));
        }
        return date;
    }
}
