package org.mingbai.reporting.lint;

import java.math.BigDecimal;

/// A number as a report tells it.
/// @param begin of its first digit; @param end behind its unit
/// @param value with what 万 and 亿 stand for
/// @param unit the word it is counted in, `%` for every percentage; empty where none follows
/// @param about whether it is only told roughly (余, 多)
/// @param clause where the clause begins that it stands in; @param clauseEnd where that ends
/// @param sentence where its sentence begins; @param sentenceEnd where that ends
public record Figure(int begin, int end, BigDecimal value, String unit, boolean about, int clause, int clauseEnd, int sentence, int sentenceEnd) {

    String words(String text) {
        return text.substring(begin, end);
    }

    /// What its clause says before it.
    String before(String text) {
        return text.substring(clause, begin);
    }

    /// What its clause says behind it.
    String after(String text) {
        return text.substring(end, clauseEnd);
    }

    boolean isRate() {
        return unit.equals("%");
    }

    /// Both are counted in the same.
    boolean goesWith(Figure other) {
        return !unit.isEmpty() && unit.equals(other.unit) && !isRate();
    }

    String plain() {
        return value.stripTrailingZeros().toPlainString();
    }
}
