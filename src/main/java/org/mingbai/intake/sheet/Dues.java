package org.mingbai.intake.sheet;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.Sayings.Said;
import org.mingbai.intake.sheet.workbook.Cell;
import org.mingbai.intake.sheet.words.Deadline;
import org.mingbai.intake.sheet.words.Deadlines;
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.intake.sheet.words.Plain;
import org.mingbai.intake.sheet.words.Reference;

/// By when a matter or one of its measures is due.
final class Dues {

    /// A 类型 column often tells the kind of deadline: 立行立改, 限期, 长期坚持.
    private static final Pattern KIND = Pattern.compile("立行立改|立知立改|即知即改|立即整改|长期坚持|长期整改|长期");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    /// Serial numbers of 2000 and of 2099: others are no dates.
    private static final int SERIAL_MIN = 36_526;
    private static final int SERIAL_MAX = 73_050;

    private final Sayings said;
    private final Preface preface;
    private final TableShape shape;
    private final Reference reference;
    private final Standing.Doubted doubted;
    private final @Nullable LocalDate start;

    Dues(Sayings said, Preface preface, TableShape shape, Standing.Doubted doubted) {
        this.said = said;
        this.preface = preface;
        this.shape = shape;
        this.reference = shape.reference();
        this.doubted = doubted;
        this.start = date(said.first(Field.START));
    }

    /// The last of the dates its rows give; without any date, the first that says at once or for good.
    @Nullable Deadline ofMatter() {
        Deadline due = null;
        for (var one : said.bestOf(Field.DEADLINE)) {
            var read = Standing.ticked(one) ? Deadlines.of(one.column().implied(), reference, start).deadline() : of(one);
            if (read != null && (due == null || isLater(read, due))) {
                due = read;
            }
        }
        if (due == null && said.of(Field.DEADLINE).isEmpty() && preface.told(Field.DEADLINE) != null) {
            due = Deadlines.of(preface.told(Field.DEADLINE), reference, start).deadline();
        }
        for (var one : said.of(Field.MEASURE_KIND)) {
            due = due == null ? Deadlines.of(one.text(), reference, start).deadline() : due;
        }
        for (var one : said.of(Field.CATEGORY)) {
            due = due == null && KIND.matcher(one.text()).matches() ? Deadlines.of(one.text(), reference, start).deadline() : due;
        }
        return due;
    }

    private static boolean isLater(Deadline one, Deadline other) {
        return one.date() != null && (other.date() == null || one.date().isAfter(other.date()));
    }

    @Nullable Deadline of(Said one) {
        if (one.cell().kind() == Cell.Kind.DATE) {
            return Deadline.by(one.cell().date());
        }
        if (one.cell().kind() == Cell.Kind.NUMBER && one.cell().number() >= SERIAL_MIN && one.cell().number() < SERIAL_MAX) {
            doubted.at(one.row(), one.column().index(), "intake.doubt.serialDate", one.text());
            return Deadline.by(DAY_ZERO.plusDays((long) one.cell().number()));
        }
        var read = start == null ? shape.vocabulary().due(one.text()) : Deadlines.of(one.text(), reference, start);
        read.remarks().forEach(remark -> doubted.at(one.row(), one.column().index(), "intake.doubt." + remark.key(),
                remark.arguments().toArray(String[]::new)));
        if (read.deadline() == null && read.remarks().isEmpty() && !Plain.saysNothing(one.text())) {
            doubted.at(one.row(), one.column().index(), "intake.doubt.date", one.text());
        }
        return read.deadline();
    }

    /// The same once more for a single measure: its doubts have been told.
    @Nullable Deadline quietly(Said one) {
        return new Dues(said, preface, shape, (_, _, _, _) -> { }).of(one);
    }

    @Nullable LocalDate date(@Nullable Said one) {
        if (one == null) {
            return null;
        }
        return one.cell().kind() == Cell.Kind.DATE ? one.cell().date() : Deadlines.dateOf(one.text(), reference);
    }
}
