package org.mingbai.ledger.web;

import java.time.LocalDate;
import org.mingbai.shell.page.LightSign;

/// What stands in one place of a register, before a page or a file draws it.
public sealed interface Cell {

    record Nothing() implements Cell {}

    record Text(String text) implements Cell {}

    record Day(LocalDate on) implements Cell {}

    /// A day that counts in place of the one this column is about, which stays readable beside it.
    record Instead(String label, LocalDate on, String otherLabel, @org.jspecify.annotations.Nullable LocalDate other) implements Cell {}

    record Amount(java.math.BigDecimal number) implements Cell {}

    /// @param percent 0 to 100
    record Share(int percent) implements Cell {}

    record Lit(LightSign sign) implements Cell {}

    static Cell text(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank() ? new Nothing() : new Text(text);
    }

    static Cell day(@org.jspecify.annotations.Nullable LocalDate on) {
        return on == null ? new Nothing() : new Day(on);
    }
}
