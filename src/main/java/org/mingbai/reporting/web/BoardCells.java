package org.mingbai.reporting.web;

import static org.mingbai.shell.Words.t;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingbai.reporting.Condition;
import org.mingbai.reporting.Field;
import org.mingbai.reporting.FigureAnswer;
import org.mingbai.reporting.Figures;
import org.mingbai.reporting.Periods;
import org.mingbai.reporting.Question;
import org.mingbai.shell.Days;
import org.mingbai.shell.Link;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.context.i18n.LocaleContextHolder;

/// What figures answered, as tiles, rows and columns, each number with the address of its cases.
final class BoardCells {

    private BoardCells() {}

    static BoardPage.Cell cell(FigureAnswer answer) {
        return cell(answer, FigureWords.value(answer));
    }

    private static BoardPage.Cell cell(FigureAnswer answer, String text) {
        var question = answer.question();
        return answer.value().map(value -> new BoardPage.Cell(text, value.toPlainString(), cases(question.figure().code(), query(question).address())))
                .orElseGet(() -> new BoardPage.Cell(text, "", ""));
    }

    private static String cases(String code, String address) {
        return FigurePages.ALL + "/" + code + "/cases" + address;
    }

    private static FigureQuery query(Question question) {
        return new FigureQuery(question.from(), question.to(), question.asOf(), question.narrowed(), FieldErrors.none());
    }

    static BoardPage.Tile tile(FigureAnswer now, BoardPage.Cell before) {
        var figure = now.question().figure();
        boolean late = figure.code().equals("late") && now.cases() > 0;
        return new BoardPage.Tile(new Link(FigureWords.name(figure), FigurePages.ALL + "/" + figure.code() + query(now.question()).address()), cell(now),
                before, late);
    }

    static BoardPage.Cell noData() {
        return new BoardPage.Cell(t("reporting.figures.none"), "", "");
    }

    /// @param columns the figures' codes with their tones, in order
    static BoardPage.Chart byMonth(String id, String title, BoardPage.Kind kind, Periods months, Map<String, List<FigureAnswer>> answers,
            List<Map.Entry<String, String>> columns) {
        var first = Objects.requireNonNull(answers.get(columns.getFirst().getKey())).getFirst().question().figure();
        var series = columns.stream().map(column -> new BoardPage.Series(
                FigureWords.name(Objects.requireNonNull(answers.get(column.getKey())).getFirst().question().figure()), column.getValue())).toList();
        var rows = IntStream.range(0, months.size()).mapToObj(i -> new BoardPage.Row(new Link(month(months.from(i), "reporting.board.month"), ""),
                month(months.from(i), "reporting.board.month.brief"),
                columns.stream().map(column -> cell(Objects.requireNonNull(answers.get(column.getKey())).get(i))).toList())).toList();
        boolean whole = months.to().equals(YearMonth.from(months.to()).atEndOfMonth());
        return new BoardPage.Chart(id, title, kind, first.percent(), t("reporting.board.by-month"), series, rows,
                whole ? "" : t("reporting.board.until", Days.full(months.to())));
    }

    /// How what is open stands, unit by unit: those with most that is late first.
    /// @param sides the share that is late, by unit
    static BoardPage.Chart byUnit(FigureAnswer.Sides sides, FigureWords words, int rows) {
        var sorted = sides.sides().stream().sorted(Comparator.comparingLong((FigureAnswer.Side side) -> side.answer().part()).reversed()
                .thenComparing(side -> -side.answer().cases()).thenComparing(FigureAnswer.Side::key)).limit(rows).toList();
        var notes = new ArrayList<String>();
        if (sides.cut()) {
            notes.add(t("reporting.figure.side.cut", Figures.SIDES_MAX));
        }
        if (sorted.size() > BoardPage.Chart.DRAWN_MAX) {
            notes.add(t("reporting.board.drawn", BoardPage.Chart.DRAWN_MAX));
        }
        return new BoardPage.Chart("units", t("reporting.board.units"), BoardPage.Kind.ACROSS, false, FigureWords.field(Field.UNIT_OF),
                List.of(new BoardPage.Series(t("reporting.figure.is.late"), "late"), new BoardPage.Series(t("reporting.board.not-late"), "edge"),
                        new BoardPage.Series(t("reporting.figure.is.open"), ""), new BoardPage.Series(t("reporting.figure.is.late-share"), "")),
                sorted.stream().map(side -> unit(side, words)).toList(), String.join(" ", notes));
    }

    private static BoardPage.Row unit(FigureAnswer.Side side, FigureWords words) {
        var answer = side.answer();
        var condition = side.key().isEmpty() ? Condition.that(Field.UNIT_OF, Condition.Op.EMPTY) : Condition.is(Field.UNIT_OF, side.key());
        var address = cases("late-share", query(answer.question().narrowedTo(condition)).address());
        long rest = answer.cases() - answer.part();
        var name = words.value(Field.UNIT_OF, side.key());
        return new BoardPage.Row(new Link(name, side.key().isEmpty() ? "" : BoardPages.UNIT + side.key()), name,
                List.of(number(answer.part(), address + "&portion=PART"), number(rest, address + "&portion=REST"), number(answer.cases(), address),
                        new BoardPage.Cell(FigureWords.value(answer), "", answer.cases() == 0 ? "" : address)));
    }

    private static BoardPage.Cell number(long number, String href) {
        return new BoardPage.Cell(Words.number(number), Long.toString(number), href);
    }

    static String month(LocalDate day, String pattern) {
        return DateTimeFormatter.ofPattern(t(pattern), LocaleContextHolder.getLocale()).format(day);
    }

    static String span(LocalDate from, LocalDate to, LocalDate today) {
        return Stream.of(from, to).map(day -> Days.day(day, today)).reduce((one, other) -> one + "–" + other).orElseThrow();
    }
}
