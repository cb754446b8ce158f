package org.mingbai.intake.sheet;

import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.words.Field;

/// A column of a sheet: where, under which heading (group and sub heading joined by ` / `), what it was taken for and how surely (0 to 1).
/// A null field means its texts are kept under the heading.
public record ReadColumn(int column, String header, @Nullable Field field, double confidence) {

    public String letters() {
        return Doubt.letters(column);
    }
}
