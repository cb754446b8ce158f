package org.mingbai.supervision.calendar;

import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;
import com.tyme.solar.SolarTerm;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.mingbai.supervision.LegalHolidays;

/// The thirteen days of 全国年节及纪念日放假办法 (2024-11-10) Art. 2, as the moon and the sun put them. How they are joined with weekends is
/// for the yearly notice to say.
public final class HolidaysByLaw implements LegalHolidays {

    private static final Map<MonthDay, String> FIXED = Map.of(
            MonthDay.of(1, 1), "元旦",
            MonthDay.of(5, 1), "劳动节", MonthDay.of(5, 2), "劳动节",
            MonthDay.of(10, 1), "国庆节", MonthDay.of(10, 2), "国庆节", MonthDay.of(10, 3), "国庆节");

    /// The heavens are slow to ask, and a year never changes.
    private static final Map<Integer, Map<LocalDate, String>> YEARS = new ConcurrentHashMap<>();

    @Override
    public Optional<String> on(LocalDate date) {
        return Optional.ofNullable(YEARS.computeIfAbsent(date.getYear(), HolidaysByLaw::of).get(date));
    }

    /// Where two fall on one day, the day of the sun gives the name.
    private static Map<LocalDate, String> of(int year) {
        var days = new HashMap<LocalDate, String>();
        FIXED.forEach((day, name) -> days.put(day.atYear(year), name));
        days.putIfAbsent(date(SolarTerm.fromName(year, "清明").getSolarDay()), "清明节");
        // The year of the moon that holds New Year's Day, and those beside it: a leap month repeats no holiday.
        for (int lunar = year - 1; lunar <= year + 1; lunar++) {
            var newYear = date(lunar, 1, 1);
            IntStream.rangeClosed(-1, 2).mapToObj(newYear::plusDays).forEach(day -> days.putIfAbsent(day, "春节"));
            days.putIfAbsent(date(lunar, 5, 5), "端午节");
            days.putIfAbsent(date(lunar, 8, 15), "中秋节");
        }
        days.keySet().removeIf(day -> day.getYear() != year);
        return Map.copyOf(days);
    }

    private static LocalDate date(int lunarYear, int month, int day) {
        return date(LunarDay.fromYmd(lunarYear, month, day).getSolarDay());
    }

    private static LocalDate date(SolarDay day) {
        return LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
    }
}
