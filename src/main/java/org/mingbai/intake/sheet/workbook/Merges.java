package org.mingbai.intake.sheet.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Merged ranges of a sheet, sorted by their first row. Rows count from 1, columns from 0, both ends within.
public final class Merges {

    public record Range(int firstRow, int firstColumn, int lastRow, int lastColumn) {
        public boolean holds(int row, int column) {
            return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
        }

        public boolean startsAt(int row, int column) {
            return row == firstRow && column == firstColumn;
        }
    }

    public static final Merges NONE = new Merges(List.of());
    private static final int MOST = 2_000_000;

    private final Range[] ranges;

    public Merges(List<Range> found) {
        ranges = found.toArray(Range[]::new);
        Arrays.sort(ranges, Comparator.comparingInt(Range::firstRow).thenComparingInt(Range::firstColumn));
    }

    static void add(List<Range> to, Range range) throws Unreadable {
        if (to.size() >= MOST) {
            throw Unreadable.broken("mergeCells");
        }
        to.add(range);
    }

    public boolean isEmpty() {
        return ranges.length == 0;
    }

    /// Follows the ranges down the sheet; ask with rows that never go back.
    public Walk walk() {
        return new Walk();
    }

    public final class Walk {
        private final List<Range> open = new ArrayList<>();
        private int next;

        /// The ranges that touch this row.
        public List<Range> at(int row) {
            if (!open.isEmpty()) {
                open.removeIf(range -> range.lastRow() < row);
            }
            while (next < ranges.length && ranges[next].firstRow() <= row) {
                if (ranges[next].lastRow() >= row) {
                    open.add(ranges[next]);
                }
                next++;
            }
            return open;
        }
    }
}
