package org.mingbai.intake.sheet;

import java.time.LocalDate;
import org.mingbai.intake.sheet.workbook.Limits;

/// How to read: the day from which dates without a year are understood, the tenant's own headings, those of the account, and the limits.
public record ReadingOptions(LocalDate asOf, ColumnMapping mapping, AccountWords account, Limits limits) {

    public static ReadingOptions asOf(LocalDate day) {
        return new ReadingOptions(day, ColumnMapping.NONE, AccountWords.NONE, Limits.USUAL);
    }

    public ReadingOptions with(ColumnMapping other) {
        return new ReadingOptions(asOf, other, account, limits);
    }

    public ReadingOptions with(AccountWords other) {
        return new ReadingOptions(asOf, mapping, other, limits);
    }

    public ReadingOptions with(Limits other) {
        return new ReadingOptions(asOf, mapping, account, other);
    }
}
