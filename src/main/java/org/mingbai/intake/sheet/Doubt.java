package org.mingbai.intake.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something a person should look at before importing, at its cell. `row` counts from 1, `column` from 0; the key stands below `intake.doubt.`.
public record Doubt(@Nullable String sheet, int row, int column, String key, List<String> arguments) {

    /// The cell as a spreadsheet names it, such as `F12`.
    public String cell() {
        return letters(column) + row;
    }

    static String letters(int column) {
        var name = new StringBuilder();
        for (var c = column; c >= 0; c = c / 26 - 1) {
            name.insert(0, (char) ('A' + c % 26));
        }
        return name.toString();
    }
}
