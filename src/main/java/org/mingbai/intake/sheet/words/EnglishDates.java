package org.mingbai.intake.sheet.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates with English month names, and those of three numbers with the year last.
final class EnglishDates {

    private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final Pattern DAY_MONTH_YEAR = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]*" + MONTH + "[\\s,'-]*(\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern MONTH_DAY_YEAR = Pattern.compile(MONTH + "[\\s-]*(\\d{1,2})(?:st|nd|rd|th)?[\\s,]+(\\d{4})");
    private static final Pattern MONTH_YEAR = Pattern.compile(MONTH + "[\\s,'-]*(\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern DAY_MONTH = Pattern.compile("(?:(\\d{1,2})(?:st|nd|rd|th)?[\\s-]*)?" + MONTH
            + "(?:[\\s-]*(\\d{1,2})(?:st|nd|rd|th)?)?(?![a-z\\d])");
    private static final Pattern QUARTER = Pattern.compile("q([1-4])[\\s,/-]*((?:19|20)\\d\\d)|((?:19|20)\\d\\d)[\\s,/-]*q([1-4])");
    private static final Pattern YEAR_END = Pattern.compile("end of (?:the )?(year|(?:19|20)\\d\\d)|year[- ]end");
    private static final Pattern NUMBERS = Pattern.compile("(?<![\\d./-])(\\d{1,2})[/.-](\\d{1,2})[/.-]((?:19|20)\\d\\d)(?!\\d)");

    private EnglishDates() {}

    static @Nullable LocalDate find(String text, Reference reference, List<Remark> remarks) {
        try {
            return read(text.toLowerCase(Locale.ROOT), reference, remarks);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate read(String text, Reference reference, List<Remark> remarks) {
        LocalDate last = null;
        var numbers = NUMBERS.matcher(text);
        while (numbers.find()) {
            last = later(last, numbers(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)), Integer.parseInt(numbers.group(3)),
                    reference, remarks));
        }
        if (last != null) {
            return last;
        }
        if (!hasLetters(text)) {
            return null;
        }
        var full = DAY_MONTH_YEAR.matcher(text);
        while (full.find()) {
            last = later(last, LocalDate.of(year(full.group(3)), month(full.group(2)), Integer.parseInt(full.group(1))));
        }
        var other = MONTH_DAY_YEAR.matcher(text);
        while (other.find()) {
            last = later(last, LocalDate.of(Integer.parseInt(other.group(3)), month(other.group(1)), Integer.parseInt(other.group(2))));
        }
        if (last != null) {
            return last;
        }
        var month = MONTH_YEAR.matcher(text);
        while (month.find()) {
            if (month.group(2).length() == 4 || Integer.parseInt(month.group(2)) > 31 || text.contains("-") || text.contains("'")) {
                last = later(last, YearMonth.of(year(month.group(2)), month(month.group(1))).atEndOfMonth());
            }
        }
        var quarter = QUARTER.matcher(text);
        while (quarter.find()) {
            var first = quarter.group(1) != null;
            last = later(last, YearMonth.of(Integer.parseInt(first ? quarter.group(2) : quarter.group(3)), 3 * Integer.parseInt(first
                    ? quarter.group(1) : quarter.group(4))).atEndOfMonth());
        }
        if (last != null) {
            return last;
        }
        var end = YEAR_END.matcher(text);
        if (end.find()) {
            var told = end.group(1) != null && !end.group(1).equals("year");
            if (!told) {
                remarks.add(Remark.of("deadline.yearSupplied", Integer.toString(reference.thisYear())));
            }
            return LocalDate.of(told ? Integer.parseInt(end.group(1)) : reference.thisYear(), 12, 31);
        }
        var yearless = DAY_MONTH.matcher(text);
        if (yearless.find()) {
            var number = month(yearless.group(2));
            var day = yearless.group(1) != null ? yearless.group(1) : yearless.group(3);
            var year = reference.yearOf(number);
            remarks.add(Remark.of("deadline.yearSupplied", Integer.toString(year)));
            return day == null ? YearMonth.of(year, number).atEndOfMonth() : LocalDate.of(year, number, Integer.parseInt(day));
        }
        return null;
    }

    private static LocalDate numbers(int first, int second, int year, Reference reference, List<Remark> remarks) {
        var dayFirst = first > 12 || second <= 12 && reference.dayFirst();
        if (first <= 12 && second <= 12 && first != second) {
            remarks.add(Remark.of("deadline.dayOrMonth", first + "/" + second + "/" + year));
        }
        return dayFirst ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second);
    }

    private static boolean hasLetters(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 'a' && text.charAt(i) <= 'z') {
                return true;
            }
        }
        return false;
    }

    private static LocalDate later(@Nullable LocalDate one, LocalDate other) {
        return one == null || other.isAfter(one) ? other : one;
    }

    private static int month(String name) {
        return MONTHS.indexOf(name.substring(0, 3)) / 3 + 1;
    }

    private static int year(String text) {
        var year = Integer.parseInt(text);
        return year < 100 ? 2000 + year : year;
    }
}
