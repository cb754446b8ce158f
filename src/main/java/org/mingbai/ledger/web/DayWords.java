package org.mingbai.ledger.web;

import java.time.LocalDate;
import org.mingbai.shell.Words;
import org.springframework.context.i18n.LocaleContextHolder;

/// A day inside a sentence: always with its year, for a journal is read years later.
final class DayWords {

    private DayWords() {}

    static String plain(LocalDate day) {
        return plain(day, Words.in(LocaleContextHolder.getLocale()));
    }

    static String plain(LocalDate day, Words words) {
        return words.of("ledger.matter.day", day.getYear(), words.of("ledger.month." + day.getMonthValue()), day.getDayOfMonth());
    }
}
