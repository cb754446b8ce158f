package org.mingbai.directory.sheet;

/// Where something stands in a file, as the office's program names it: sheet, row from 1, column letters.
public record Cell(String sheet, int row, int column) {

    public String address() {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString() + row;
    }
}
