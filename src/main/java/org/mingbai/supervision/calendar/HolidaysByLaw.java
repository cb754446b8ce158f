package org.mingbai.supervision.calendar;

import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mingbai.supervision.LegalHolidays;

/// The thirteen days of 全国年节及纪念日放假办法 (2024-11-10) Art. 2, as the moon and the sun put them. How they are joined with weekends is
/// for the yearly notice to say.
public final class HolidaysByLaw implements LegalHolidays {

    private static final Map<MonthDay, String> FIXED = Map.of(
            MonthDay.of(1, 1), "元旦",
            MonthDay.of(5, 1), "劳动节", MonthDay.of(5, 2), "劳动节",
            MonthDay.of(10, 1), "国庆节", MonthDay.of(10, 2), "国庆节", MonthDay.of(10, 3), "国庆节");

    private static final String SPRING_FESTIVAL = "春节";

    /// The heavens are slow to ask, and a year never changes.
    private static final Map<Integer, Map<LocalDate, String>> YEARS = new ConcurrentHashMap<>();

    @Override
    public Optional<String> on(LocalDate date) {
        return Optional.ofNullable(YEARS.computeIfAbsent(date.getYear(), HolidaysByLaw::of).get(date));
    }

    private static Map<LocalDate, String> of(int year) {
        var days = new HashMap<LocalDate, String>();
        LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).forEach(date -> name(date).ifPresent(name -> days.put(date, name)));
        return Map.copyOf(days);
    }

    private static Optional<String> name(LocalDate date) {
        var fixed = FIXED.get(MonthDay.from(date));
        if (fixed != null) {
            return Optional.of(fixed);
        }
        var day = SolarDay.fromYmd(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        var term = day.getTermDay();
        if (term.getDayIndex() == 0 && term.getSolarTerm().getName().equals("清明")) {
            return Optional.of("清明节");
        }
        return lunar(day.next(1).getLunarDay()).filter(tomorrow -> tomorrow.equals(SPRING_FESTIVAL) && day.next(1).getLunarDay().getDay() == 1)
                .or(() -> lunar(day.getLunarDay()));
    }

    /// A leap month repeats no holiday; the lunar library counts it below zero.
    private static Optional<String> lunar(LunarDay day) {
        return Optional.ofNullable(switch (day.getLunarMonth().getMonthWithLeap()) {
            case 1 -> day.getDay() <= 3 ? SPRING_FESTIVAL : null;
            case 5 -> day.getDay() == 5 ? "端午节" : null;
            case 8 -> day.getDay() == 15 ? "中秋节" : null;
            default -> null;
        });
    }
}
