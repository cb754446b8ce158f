package org.mingbai.shell;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/// Dates as a reader says them. Relative words count calendar days; who counts working days brings words of their own.
public final class Days {

    private static final int YEAR_LEAST = 1949;
    private static final int YEAR_MOST = 2199;

    private Days() {}

    /// A day as a date field sends it, in a year a ledger can be about.
    /// @throws DateTimeException for anything else
    public static LocalDate typed(String text) {
        var day = LocalDate.parse(text);
        if (day.getYear() < YEAR_LEAST || day.getYear() > YEAR_MOST) {
            throw new DateTimeException(text);
        }
        return day;
    }

    /// `2026年11月23日 星期一`, `Monday 23 November 2026`.
    public static String full(LocalDate day) {
        return full(LocaleContextHolder.getLocale(), day);
    }

    static String full(Locale locale, LocalDate day) {
        return say(locale, day, "yyyy年M月d日 EEEE", "EEEE d MMMM yyyy");
    }

    /// Without the year when it is this one: `11月23日`, `23 Nov`; else `2025年11月23日`, `23 Nov 2025`.
    public static String day(LocalDate day) {
        return day(day, Frame.current().today());
    }

    /// The same before a page is drawn.
    public static String day(LocalDate day, LocalDate today) {
        boolean thisYear = day.getYear() == today.getYear();
        return thisYear ? say(day, "M月d日", "d MMM") : say(day, "yyyy年M月d日", "d MMM yyyy");
    }

    /// `09:40`, at the reader's place.
    public static String time(OffsetDateTime moment) {
        return say(here(moment), "HH:mm", "HH:mm");
    }

    /// `2026年11月23日 星期一 09:40`.
    public static String full(OffsetDateTime moment) {
        return full(here(moment).toLocalDate()) + " " + time(moment);
    }

    public static LocalDate dayOf(OffsetDateTime moment) {
        return here(moment).toLocalDate();
    }

    /// How far off: `还有 3 天`, `今天到期`, `已超 2 天`.
    public static String left(LocalDate due) {
        return left(due, Frame.current().today());
    }

    /// The same before a page is drawn.
    public static String left(LocalDate due, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, due);
        if (days == 0) {
            return Words.t("shell.days.today");
        }
        var direction = days > 0 ? "left" : "late";
        return Words.t("shell.days." + direction + (Math.abs(days) == 1 ? ".one" : ".many"), Math.abs(days));
    }

    private static ZonedDateTime here(OffsetDateTime moment) {
        return moment.atZoneSameInstant(Frame.current().clock().getZone());
    }

    private static String say(TemporalAccessor time, String chinese, String other) {
        return say(LocaleContextHolder.getLocale(), time, chinese, other);
    }

    private static String say(Locale locale, TemporalAccessor time, String chinese, String other) {
        var pattern = locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? chinese : other;
        return DateTimeFormatter.ofPattern(pattern, locale).format(time);
    }
}
