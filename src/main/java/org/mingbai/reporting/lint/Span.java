package org.mingbai.reporting.lint;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A time a report speaks of.
/// @param from nothing where only an end is told (截至)
record Span(@Nullable LocalDate from, LocalDate to) {

    private static final String TO = "(?:至|到|—|－|-|~|～|–)";
    private static final String QUARTERS = "一二三四";

    /// How a time is written, and what it is; the first that fits counts.
    private record Way(Pattern pattern, Reading reading) {}

    private interface Reading {
        Span of(MatchResult at, LocalDate written);
    }

    /// @param told what was read; nothing where the words tell a time that cannot be read
    record Found(int begin, int end, Optional<Span> told) {}

    private static final List<Way> WAYS = List.of(
            way("截至(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日", (at, written) -> new Span(null, YearMonth.of(year(at.group(1), written), number(at.group(2)))
                    .atDay(number(at.group(3))))),
            way("截至(?:(\\d{4})年)?(\\d{1,2})月(?:底|末)", (at, written) -> new Span(null, YearMonth.of(year(at.group(1), written), number(at.group(2)))
                    .atEndOfMonth())),
            way("截至目前|截至现在|截至今日", (_, written) -> new Span(null, written)),
            way("(\\d{4})年(\\d{1,2})月(\\d{1,2})日" + TO + "(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日", (at, _) -> new Span(
                    LocalDate.of(number(at.group(1)), number(at.group(2)), number(at.group(3))),
                    LocalDate.of(number(at.group(4) == null ? at.group(1) : at.group(4)), number(at.group(5)), number(at.group(6))))),
            way("(?:(\\d{4})年|今年)?(\\d{1,2})月?" + TO + "(\\d{1,2})月(?:份|底|末)?(?!\\d)", (at, written) -> months(year(at.group(1), written), number(at.group(2)),
                    number(at.group(3)))),
            way("(?:(\\d{4})年|今年)(\\d{1,2})月(?:份|全月)?(?!\\d)", (at, written) -> months(year(at.group(1), written), number(at.group(2)),
                    number(at.group(2)))),
            way("(?:(\\d{4})年|今年)?(上|下)半年", (at, written) -> at.group(2).equals("上") ? months(year(at.group(1), written), 1, 6)
                    : months(year(at.group(1), written), 7, 12)),
            way("(?:(\\d{4})年|今年)?前三季度", (at, written) -> months(year(at.group(1), written), 1, 9)),
            way("(?:(\\d{4})年|今年)?第?([一二三四1-4])季度", (at, written) -> quarter(year(at.group(1), written), at.group(2))),
            way("今年以来|年初以来|今年年初以来", (_, written) -> new Span(written.withDayOfYear(1), written)),
            way("(\\d{4})年以来", (at, written) -> new Span(LocalDate.of(number(at.group(1)), 1, 1), written)),
            way("(\\d{4})年(?:全年|度)?(?!\\d)", (at, _) -> months(number(at.group(1)), 1, 12)),
            way("去年全年|上年度", (_, written) -> months(written.getYear() - 1, 1, 12)),
            way("上个?月(?:份)?", (_, written) -> month(YearMonth.from(written).minusMonths(1))),
            way("本月(?:份)?|当月", (_, written) -> new Span(written.withDayOfMonth(1), written)),
            way("上季度|上个季度", (_, written) -> quarterBefore(written)),
            way("(?<!\\d)(\\d{1,2})月份", (at, written) -> months(written.getYear(), number(at.group(1)), number(at.group(1)))));

    /// Words that tell a time nobody can read for certain.
    private static final Pattern OTHER = Pattern.compile("\\d{4}年|\\d{1,2}月|\\d{1,2}日|以来|近[一二两三四五六七八九十几\\d]+[年月个天日]|[上中下]旬|[本上每]周|每[年月天日]"
            + "|[一二两三四五六七八九十\\d]+年[来间]|期间|历年|近年|当[日天年]|去年|上年|今年|本年|全年|昨[日天]|今[日天]|年底|月底|上期|上[一个]期");

    private static Way way(String pattern, Reading reading) {
        return new Way(Pattern.compile(pattern), reading);
    }

    /// Every time told in these words, in the order in which they stand.
    static List<Found> in(String words, LocalDate written) {
        var found = new ArrayList<Found>();
        var left = new StringBuilder(words);
        for (var way : WAYS) {
            for (var at = way.pattern().matcher(left.toString()); at.find();) {
                found.add(new Found(at.start(), at.end(), read(way, at.toMatchResult(), written)));
                left.replace(at.start(), at.end(), " ".repeat(at.end() - at.start()));
            }
        }
        for (var at = OTHER.matcher(left); at.find();) {
            found.add(new Found(at.start(), at.end(), Optional.empty()));
        }
        return found;
    }

    /// A time that is still to come, or is none, is not read.
    private static Optional<Span> read(Way way, MatchResult at, LocalDate written) {
        try {
            var span = way.reading().of(at, written);
            return Optional.of(span).filter(it -> !it.to().isAfter(written) && (it.from() == null || !it.from().isAfter(it.to())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Span months(int year, int first, int last) {
        return new Span(LocalDate.of(year, first, 1), YearMonth.of(year, last).atEndOfMonth());
    }

    private static Span month(YearMonth month) {
        return new Span(month.atDay(1), month.atEndOfMonth());
    }

    private static Span quarter(int year, String which) {
        int no = QUARTERS.indexOf(which) < 0 ? number(which) : QUARTERS.indexOf(which) + 1;
        return months(year, 3 * no - 2, 3 * no);
    }

    private static Span quarterBefore(LocalDate written) {
        var before = written.minusMonths(3);
        return quarter(before.getYear(), Integer.toString(before.get(IsoFields.QUARTER_OF_YEAR)));
    }

    private static int year(@Nullable String told, LocalDate written) {
        return told == null ? written.getYear() : number(told);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
