package org.mingbai.intake.sheet.workbook;

import java.time.LocalDate;

/// One cell as a reader of the sheet sees it. `column` counts from 0; `number` is the value of a number or the day count of a date (1900 system).
public record Cell(int column, Kind kind, String text, double number, Look look, Strike strike) {

    public enum Kind { BLANK, TEXT, NUMBER, DATE, ERROR, UNCOMPUTED }

    /// PART: some words were struck out; they are left out of the text.
    public enum Strike { NONE, PART, ALL }

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    public static Cell of(int column, String text) {
        return new Cell(column, text.isEmpty() ? Kind.BLANK : Kind.TEXT, text, 0, Look.PLAIN, Strike.NONE);
    }

    static Cell number(int column, double number, Look look) {
        var shape = look.shape();
        var kind = shape.isDate() && number >= 1 && number < 2_958_466 ? Kind.DATE : Kind.NUMBER;
        return new Cell(column, kind, shape.show(number), number, look, look.struck() ? Strike.ALL : Strike.NONE);
    }

    static LocalDate dayOf(double serial) {
        return DAY_ZERO.plusDays((long) serial);
    }

    public LocalDate date() {
        return dayOf(number);
    }

    public boolean blank() {
        return text.isEmpty();
    }
}
