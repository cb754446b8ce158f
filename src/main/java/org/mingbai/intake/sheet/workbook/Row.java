package org.mingbai.intake.sheet.workbook;

/// One row, its cells by ascending column, blank ones left out unless they are coloured. `number` counts from 1 as the sheet shows it.
public record Row(int number, boolean hidden, Cell[] cells) {

    /// Whether any cell shows text.
    public boolean hasText() {
        for (var cell : cells) {
            if (!cell.blank()) {
                return true;
            }
        }
        return false;
    }

    public int textCells() {
        var count = 0;
        for (var cell : cells) {
            count += cell.blank() ? 0 : 1;
        }
        return count;
    }
}
