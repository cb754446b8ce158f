package org.mingbai.town.story;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Random;

/// The hours in which the town works. Which holidays fall where is left to a real calendar.
final class WorkingTime {

    private static final LocalTime OPENS = LocalTime.of(8, 40);
    private static final int MORNING_MINUTES = 190;
    private static final LocalTime AFTERNOON = LocalTime.of(14, 0);
    private static final int AFTERNOON_MINUTES = 215;

    private WorkingTime() {}

    /// Some moment of the working day so many working days later; 0 is later the same day, or the next one when that is over.
    static LocalDateTime after(LocalDateTime moment, int workingDays, Random random) {
        if (workingDays == 0) {
            var soon = moment.plusMinutes(9L + random.nextInt(100)).plusSeconds(random.nextInt(60));
            if (isOpen(soon)) {
                return soon;
            }
        }
        var day = moment.toLocalDate();
        for (int left = Math.max(1, workingDays); left > 0; ) {
            day = day.plusDays(1);
            left -= isWorking(day) ? 1 : 0;
        }
        return on(day, random);
    }

    static LocalDateTime on(LocalDate day, Random random) {
        var time = random.nextBoolean() ? OPENS.plusMinutes(random.nextInt(MORNING_MINUTES)) : AFTERNOON.plusMinutes(random.nextInt(AFTERNOON_MINUTES));
        return day.atTime(time.plusSeconds(random.nextInt(60)));
    }

    static LocalDate workingDay(LocalDate day) {
        return isWorking(day) ? day : workingDay(day.plusDays(1));
    }

    static LocalDate lastBefore(LocalDate day) {
        return isWorking(day.minusDays(1)) ? day.minusDays(1) : lastBefore(day.minusDays(1));
    }

    private static boolean isOpen(LocalDateTime moment) {
        var time = moment.toLocalTime();
        return isWorking(moment.toLocalDate())
                && (!time.isBefore(OPENS) && time.isBefore(OPENS.plusMinutes(MORNING_MINUTES))
                        || !time.isBefore(AFTERNOON) && time.isBefore(AFTERNOON.plusMinutes(AFTERNOON_MINUTES)));
    }

    private static boolean isWorking(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
