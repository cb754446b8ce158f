package org.mingbai.intake.sheet;

import java.time.LocalDate;
import org.mingbai.intake.sheet.workbook.Limits;

/// How to read: the day from which dates without a year are understood, the tenant's own headings, and the limits.
public record ReadingOptions(LocalDate asOf, ColumnMapping mapping, Limits limits) {

    public static ReadingOptions asOf(LocalDate day) {
        return new ReadingOptions(day, ColumnMapping.NONE, Limits.USUAL);
    }

    public ReadingOptions with(ColumnMapping other) {
        return new ReadingOptions(asOf, other, limits);
    }

    public ReadingOptions with(Limits other) {
        return new ReadingOptions(asOf, mapping, other);
    }
}
