package org.mingbai.intake.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.words.Field;

/// How a table is laid out: its header block (row numbers, from 1), its columns, and the columns whose fill tells the light.
record TableShape(int firstHeaderRow, int lastHeaderRow, List<Column> columns, List<Integer> lightColumns) {

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
