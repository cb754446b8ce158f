package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.mingbai.shell.Words;
import org.springframework.context.i18n.LocaleContextHolder;

/// A day inside a sentence: always with its year, for a journal is read years later.
final class DayWords {

    private DayWords() {}

    static String plain(LocalDate day) {
        return plain(day, Words.in(LocaleContextHolder.getLocale()));
    }

    /// To the minute, for what runs by the clock.
    static String plain(OffsetDateTime at) {
        return t("ledger.matter.day-and-time", plain(at.toLocalDate()), at.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString());
    }

    static String plain(LocalDate day, Words words) {
        return words.of("ledger.matter.day", day.getYear(), words.of("ledger.month." + day.getMonthValue()), day.getDayOfMonth());
    }
}
