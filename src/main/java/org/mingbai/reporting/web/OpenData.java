package org.mingbai.reporting.web;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.Publication;
import org.mingbai.intake.Publishing;
import org.mingbai.ledger.Register;
import org.mingbai.reporting.FigureAnswer;
import org.mingbai.reporting.FigureWording;
import org.mingbai.reporting.PublicFigures;
import org.mingbai.reporting.Tally;
import org.mingbai.shell.Words;

/// What the files of open data hold: each column once, with its name, its type and what fills it. The files and the dictionary are written from it, so
/// that neither can tell of a column the other does not know.
final class OpenData {

    static final Set<FigureRow> FIGURES = new Set<>("figures", List.of(FigureColumn.values()));
    static final Set<OutcomeRow> OUTCOMES = new Set<>("outcomes", List.of(OutcomeColumn.values()));
    static final List<Set<?>> SETS = List.of(FIGURES, OUTCOMES);

    private static final FigureWording CHINESE = FigureWording.in(Locale.CHINESE);
    private static final FigureWording ENGLISH = FigureWording.in(Locale.ENGLISH);

    private OpenData() {}

    /// One file's columns.
    record Set<T>(String name, List<? extends Column<T>> columns) {}

    /// What a value is; in JSON numbers and yes or no stand as such, all else as text.
    enum Type { TEXT, CODE, MONTH, DATE, DATE_TIME, INTEGER, NUMBER, FLAG }

    /// Where it comes from.
    enum Source {
        /// The product's catalogue of figures.
        CATALOGUE,
        /// Counted from the journals.
        JOURNALS,
        /// Of the matter, or of its register.
        LEDGER,
        /// What somebody at the office read through and released.
        RELEASED
    }

    /// What a column is, and what it says of a row.
    record Meaning<T>(Type type, Source source, Function<T, @Nullable Object> what) {}

    interface Column<T> {

        Meaning<T> meaning();

        default Type type() {
            return meaning().type();
        }

        default Source source() {
            return meaning().source();
        }

        /// Nothing where there is none.
        default @Nullable Object of(T row) {
            return meaning().what().apply(row);
        }

        String name();

        default String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record FigureRow(YearMonth month, PublicFigures.Told told) {

        private FigureAnswer answer() {
            return told.answer();
        }

        private @Nullable Object ifTold(Function<FigureAnswer, @Nullable Object> what) {
            return told.told() ? what.apply(answer()) : null;
        }
    }

    enum FigureColumn implements Column<FigureRow> {
        FIGURE(Type.CODE, Source.CATALOGUE, row -> row.answer().question().figure().code()),
        NAME_ZH(Type.TEXT, Source.CATALOGUE, row -> CHINESE.name(row.answer().question().figure())),
        NAME_EN(Type.TEXT, Source.CATALOGUE, row -> ENGLISH.name(row.answer().question().figure())),
        MONTH(Type.MONTH, Source.JOURNALS, FigureRow::month),
        STATE(Type.CODE, Source.JOURNALS, row -> row.told().state().name().toLowerCase(Locale.ROOT)),
        VALUE(Type.NUMBER, Source.JOURNALS, row -> row.ifTold(answer -> answer.value().orElse(null))),
        UNIT(Type.CODE, Source.CATALOGUE, row -> switch (row.answer().question().figure().tally()) {
            case Tally.Count _ -> "cases";
            case Tally.Sum _ -> "times";
            case Tally.Days _ -> "days";
            case Tally.Share _, Tally.Satisfaction _ -> "percent";
        }),
        N(Type.INTEGER, Source.JOURNALS, row -> row.told().state() == PublicFigures.Told.State.FEW ? null : (Object) row.answer().cases()),
        PART(Type.INTEGER, Source.JOURNALS, row -> row.answer().question().figure().percent() ? row.ifTold(FigureAnswer::part) : null),
        VERSION(Type.INTEGER, Source.CATALOGUE, row -> row.answer().question().figure().version()),
        FORMULA(Type.INTEGER, Source.CATALOGUE, row -> row.answer().formula().orElse(null)),
        CUT_OFF(Type.DATE_TIME, Source.JOURNALS, row -> row.answer().cutOff().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)),
        COMPLETE(Type.FLAG, Source.JOURNALS, row -> row.answer().complete());

        private final Meaning<FigureRow> meaning;

        FigureColumn(Type type, Source source, Function<FigureRow, @Nullable Object> what) {
            meaning = new Meaning<>(type, source, what);
        }

        @Override
        public Meaning<FigureRow> meaning() {
            return meaning;
        }
    }

    record OutcomeRow(Publishing.Shown shown, Optional<Register> register) {

        private Publication told() {
            return shown.publication();
        }
    }

    enum OutcomeColumn implements Column<OutcomeRow> {
        REFERENCE(Type.CODE, Source.LEDGER, row -> row.told().matter().value() + "-" + row.told().round()),
        REGISTER(Type.CODE, Source.LEDGER, row -> row.told().register()),
        REGISTER_ZH(Type.TEXT, Source.LEDGER, row -> row.register().map(Register::zh).orElse(null)),
        REGISTER_EN(Type.TEXT, Source.LEDGER, row -> row.register().map(Register::en).orElse(null)),
        KIND(Type.TEXT, Source.LEDGER, row -> row.told().category()),
        PLACE(Type.TEXT, Source.RELEASED, row -> row.told().place()),
        TITLE(Type.TEXT, Source.RELEASED, row -> row.told().title()),
        TEXT(Type.TEXT, Source.RELEASED, row -> row.told().text()),
        OUTCOME(Type.CODE, Source.LEDGER, row -> row.told().outcome().name().toLowerCase(Locale.ROOT)),
        OUTCOME_ZH(Type.TEXT, Source.LEDGER, row -> Words.in(Locale.CHINESE).of("intake.outcome." + row.told().outcome())),
        CLOSED_ON(Type.DATE, Source.LEDGER, row -> row.told().closedOn()),
        OPEN_AGAIN(Type.FLAG, Source.LEDGER, row -> row.shown().openAgain());

        private final Meaning<OutcomeRow> meaning;

        OutcomeColumn(Type type, Source source, Function<OutcomeRow, @Nullable Object> what) {
            meaning = new Meaning<>(type, source, what);
        }

        @Override
        public Meaning<OutcomeRow> meaning() {
            return meaning;
        }
    }
}
