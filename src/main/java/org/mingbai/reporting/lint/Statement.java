package org.mingbai.reporting.lint;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a report says a figure comes to.
/// @param begin where its number stands; @param end behind its unit
/// @param figures the codes of those that may be meant: one of them has to come to it
/// @param value told
/// @param step what its last digit stands for: it may be rounded or cut by less than that
/// @param from the first day of the time it is told for; nothing where only an end is told
public record Statement(int begin, int end, List<String> figures, BigDecimal value, BigDecimal step, @Nullable LocalDate from, LocalDate to) {

    public boolean says(BigDecimal other) {
        return value.subtract(other).abs().compareTo(step) < 0;
    }
}
