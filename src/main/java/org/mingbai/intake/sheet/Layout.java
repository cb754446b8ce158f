package org.mingbai.intake.sheet;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.workbook.Cell;
import org.mingbai.intake.sheet.workbook.Row;
import org.mingbai.intake.sheet.words.Columns;
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.intake.sheet.words.Plain;

/// A table's columns at hand while its rows are walked: where the subject and the number stand, and what a row says in them.
final class Layout {

    private static final Field[] SUBJECTS = {Field.PROBLEM, Field.TITLE, Field.DETAILS};
    private static final int HEADING_LENGTH_MAX = 16;

    private final TableShape shape;
    private final @Nullable Column[] byIndex;
    private final List<Column> subjects;
    private final @Nullable Column number;
    private final RowKind kinds;

    Layout(TableShape shape) {
        this.shape = shape;
        this.byIndex = new Column[shape.width()];
        shape.columns().forEach(column -> byIndex[column.index()] = column);
        this.subjects = shape.columns().stream().filter(column -> column.field() != null && column.field().isSubject()).toList();
        this.number = shape.columns().stream().filter(column -> column.is(Field.NUMBER)).max(Comparator.comparingInt(Column::rank)).orElse(null);
        var problem = subjects.stream().filter(column -> column.is(Field.PROBLEM)).findFirst().orElse(subjects.isEmpty() ? null : subjects.getFirst());
        this.kinds = new RowKind(shape, problem, number);
    }

    TableShape shape() {
        return shape;
    }

    RowKind kinds() {
        return kinds;
    }

    int width() {
        return byIndex.length;
    }

    @Nullable Column column(int index) {
        return index < byIndex.length ? byIndex[index] : null;
    }

    @Nullable Column number() {
        return number;
    }

    boolean isSubject(int index) {
        return subjects.stream().anyMatch(column -> (column.is(Field.PROBLEM) || subjects.size() == 1) && column.index() == index);
    }

    String numberOf(Row row) {
        return number == null ? "" : textAt(row, number.index());
    }

    /// What the row is about: the problem, else its title, else its details.
    String subjectOf(Row row) {
        for (var field : SUBJECTS) {
            for (var column : subjects) {
                if (column.is(field)) {
                    var text = textAt(row, column.index());
                    if (!text.isEmpty() && !Plain.saysNothing(text)) {
                        return text;
                    }
                }
            }
        }
        return "";
    }

    /// Whether the row says anything that belongs to a measure rather than to a matter of its own.
    boolean saysMore(Row row) {
        for (var cell : row.cells()) {
            var column = column(cell.column());
            if (!cell.text().isBlank() && column != null && column.field() != null) {
                switch (column.field()) {
                    case MEASURES, DEADLINE, OWNERS, PROGRESS, STATUS, LEAD_UNIT, CO_UNITS, GOAL, CAUSE, DETAILS, EVIDENCE -> {
                        return true;
                    }
                    default -> {
                    }
                }
            }
        }
        return false;
    }

    /// A cheap look before the dear one: short texts only, the first of them a heading known word for word.
    boolean mayBeHeader(Row row) {
        var texts = 0;
        for (var cell : row.cells()) {
            if (cell.text().isBlank()) {
                continue;
            }
            if (cell.kind() != Cell.Kind.TEXT || cell.text().length() > HEADING_LENGTH_MAX || texts == 0 && !Columns.usual().lists(cell.text())) {
                return false;
            }
            texts++;
        }
        return texts >= 3;
    }

    static String firstText(Row row) {
        for (var cell : row.cells()) {
            if (!cell.text().isBlank()) {
                return cell.text();
            }
        }
        return "";
    }

    private static String textAt(Row row, int column) {
        for (var cell : row.cells()) {
            if (cell.column() == column && cell.strike() != Cell.Strike.ALL) {
                return cell.text().strip();
            }
        }
        return "";
    }
}
