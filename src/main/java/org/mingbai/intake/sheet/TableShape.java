package org.mingbai.intake.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.intake.sheet.words.Reference;

/// How a table is laid out: its header block (row numbers, from 1), its columns, where its lights are, and the day its dates are understood from.
record TableShape(int firstHeaderRow, int lastHeaderRow, List<Column> columns, Signals signals, Reference reference, Vocabulary vocabulary) {

    @Nullable Column column(Field field) {
        for (var column : columns) {
            if (column.is(field)) {
                return column;
            }
        }
        return null;
    }

    boolean has(Field field) {
        return column(field) != null;
    }

    int width() {
        return columns.stream().mapToInt(Column::index).max().orElse(-1) + 1;
    }
}
