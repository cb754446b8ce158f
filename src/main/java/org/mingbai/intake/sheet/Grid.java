package org.mingbai.intake.sheet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.workbook.Cell;
import org.mingbai.intake.sheet.workbook.Merges;
import org.mingbai.intake.sheet.workbook.Row;

/// The first rows of a sheet as a field of cells, to find out how it is laid out. Rows here are indexes into the list, not row numbers.
final class Grid {

    private final List<Row> rows;
    private final Cell[][] cells;
    private final Merges.Range[][] merged;
    private final int width;

    Grid(List<Row> rows, Merges merges) {
        this.rows = rows;
        var most = 0;
        for (var row : rows) {
            for (var cell : row.cells()) {
                most = cell.blank() ? most : Math.max(most, cell.column() + 1);
            }
        }
        width = most;
        cells = new Cell[rows.size()][width];
        merged = new Merges.Range[rows.size()][width];
        var walk = merges.walk();
        for (var r = 0; r < rows.size(); r++) {
            for (var cell : rows.get(r).cells()) {
                if (cell.column() < width) {
                    cells[r][cell.column()] = cell;
                }
            }
            for (var range : walk.at(rows.get(r).number())) {
                for (var c = range.firstColumn(); c <= Math.min(range.lastColumn(), width - 1); c++) {
                    merged[r][c] = range;
                }
            }
        }
    }

    int height() {
        return rows.size();
    }

    /// Where the row of this number is in the list, or -1.
    int indexOf(int number) {
        for (var r = 0; r < rows.size(); r++) {
            if (rows.get(r).number() == number) {
                return r;
            }
        }
        return -1;
    }

    int width() {
        return width;
    }

    Row row(int r) {
        return rows.get(r);
    }

    /// What the cell itself says; struck words do not count.
    String own(int r, int c) {
        var cell = cells[r][c];
        return cell == null || cell.strike() == Cell.Strike.ALL ? "" : cell.text();
    }

    @Nullable Cell cell(int r, int c) {
        return cells[r][c];
    }

    Merges.@Nullable Range range(int r, int c) {
        return merged[r][c];
    }

    /// The last column of the cell at this place, when it is merged with those right of it.
    int lastColumn(int r, int c) {
        var range = merged[r][c];
        return range == null ? c : Math.min(range.lastColumn(), width - 1);
    }

    /// Columns of this row whose own cell says something.
    List<Integer> filled(int r) {
        var filled = new ArrayList<Integer>();
        for (var c = 0; c < width; c++) {
            if (!own(r, c).isBlank()) {
                filled.add(c);
            }
        }
        return filled;
    }
}
