package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingbai.shell.Days;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.supervision.Beginning;
import org.mingbai.supervision.CountedDay;
import org.mingbai.supervision.CountedDay.Why;
import org.mingbai.supervision.Due;
import org.mingbai.supervision.HolidayFile;
import org.mingbai.supervision.Limit;
import org.mingbai.supervision.LimitUnit;
import org.mingbai.supervision.WorkingCalendar;
import org.mingbai.supervision.web.CalendarPage.Counted;
import org.mingbai.supervision.web.CalendarPage.Row;

/// Reads a question of how long, and answers it day by day.
final class Counter {

    /// A long limit is told by its first and its last two weeks.
    private static final int SHORT_DAYS = 14;
    /// However much is asked for: more than two years nobody reads, and a browser should not have to draw.
    private static final int ALL_DAYS = 400;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private Counter() {}

    sealed interface Question {
        record NotAsked() implements Question {}

        record Asked(LocalDateTime from, boolean timed, Limit limit, Optional<LocalTime> closes) implements Question {}

        record Wrong(FieldErrors errors) implements Question {}
    }

    static Question read(String from, String at, String limit, String closes) {
        if (from.isEmpty() && at.isEmpty() && limit.isEmpty() && closes.isEmpty()) {
            return new Question.NotAsked();
        }
        var errors = FieldErrors.none();
        var day = day(from);
        var time = time(at);
        var length = Limit.parse(limit);
        var hours = time(closes);
        errors = day.isPresent() ? errors : errors.with("from", t(from.isEmpty() ? "supervision.count.from.missing" : "supervision.count.from.wrong",
                HolidayFile.YEAR_MIN, HolidayFile.YEAR_MAX));
        boolean timeMissing = at.isEmpty() && length.filter(it -> it.unit().byTheClock()).isPresent();
        if (timeMissing) {
            errors = errors.with("at", t("supervision.count.at.missing"));
        } else if (!at.isEmpty() && time.isEmpty()) {
            errors = errors.with("at", t("supervision.count.at.wrong"));
        }
        errors = length.isPresent() ? errors : errors.with("limit", t(limit.isEmpty() ? "supervision.count.limit.missing" : "supervision.count.limit.wrong"));
        if (!closes.isEmpty() && hours.isEmpty()) {
            errors = errors.with("closes", t("supervision.count.at.wrong"));
        } else if (hours.isPresent() && at.isEmpty()) {
            errors = errors.with("at", t("supervision.count.at.for-closes"));
        }
        return errors.any() ? new Question.Wrong(errors)
                : new Question.Asked(day.orElseThrow().atTime(time.orElse(LocalTime.MIDNIGHT)), time.isPresent(), length.orElseThrow(), hours);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= HolidayFile.YEAR_MIN && day.getYear() <= HolidayFile.YEAR_MAX);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Counted answer(Question.Asked asked, WorkingCalendar calendar, boolean all, String allHref) {
        var received = new Beginning(asked.from());
        var due = calendar.due(asked.closes().map(closes -> received.inOfficeHours(closes, calendar)).orElse(received), asked.limit());
        boolean byTheClock = asked.limit().unit().byTheClock();
        var day = Days.full(due.at().toLocalDate());
        int edge = all ? ALL_DAYS : SHORT_DAYS;
        int left = due.days().size() - 2 * edge;
        var shown = left <= 0 ? due.days()
                : Stream.concat(due.days().stream().limit(edge), due.days().stream().skip(edge + left)).toList();
        return new Counted(byTheClock ? day + " " + due.at().format(MINUTE) : day,
                t("supervision.count.asked", Days.full(asked.from().toLocalDate()) + (asked.timed() ? " " + asked.from().format(MINUTE) : ""),
                        t("supervision.limit." + asked.limit().unit() + (asked.limit().amount() == 1 ? ".one" : ".many"),
                                Words.number(asked.limit().amount()))),
                due.provisional(), byTheClock ? "" : sum(due), shown.stream().map(counted -> row(counted, asked.limit(), due)).toList(),
                left <= 0 ? "" : gap(due.days().subList(edge, edge + left)), left <= 0 || all ? Optional.empty() : Optional.of(allHref),
                left <= 0 ? shown.size() : edge);
    }

    /// All the days of a limit, those of a long one at its two ends only.
    static List<Row> rows(Due due, Limit limit) {
        int left = due.days().size() - 2 * ALL_DAYS;
        var shown = left <= 0 ? due.days() : Stream.concat(due.days().stream().limit(ALL_DAYS), due.days().stream().skip(ALL_DAYS + left)).toList();
        return shown.stream().map(counted -> row(counted, limit, due)).toList();
    }

    private static String sum(Due due) {
        long counted = due.days().stream().filter(day -> day.number() > 0).count();
        return t("supervision.count.sum", Words.number(counted), Words.number(due.days().size() - counted));
    }

    private static String gap(List<CountedDay> left) {
        return t("supervision.count.gap", Words.number(left.size()), Words.number(left.stream().filter(day -> day.number() > 0).count()));
    }

    /// Whether a day in the midst of calendar days is worked moves nothing, so that it may still change is not worth telling.
    private static Row row(CountedDay counted, Limit limit, Due due) {
        boolean counts = counted.number() > 0;
        boolean decides = counted.why() != Why.BEGINNING
                && (limit.unit() == LimitUnit.WORKING_DAYS || counted.why() != Why.COUNTED || counted.equals(due.days().getLast()));
        return new Row(counted.day().date(), counts ? Words.number(counted.number()) : "", DayWords.what(counted.day()),
                t("supervision.why." + counted.why()), counts, counted.day().known() || !decides);
    }
}
