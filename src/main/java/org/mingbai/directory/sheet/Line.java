package org.mingbai.directory.sheet;

import java.util.Map;

/// One filled row: what stands under each heading, and where. A heading the sheet does not have is not in it.
public record Line(String sheet, int row, Map<Heading, String> cells, Map<Heading, Integer> columns) {

    public String at(Heading heading) {
        return cells.getOrDefault(heading, "");
    }

    public boolean has(Heading heading) {
        return !at(heading).isEmpty();
    }

    /// The cell under a heading; without such a column, the row's first.
    public Cell cell(Heading heading) {
        return new Cell(sheet, row, columns.getOrDefault(heading, 0));
    }
}
