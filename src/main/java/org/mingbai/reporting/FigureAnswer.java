package org.mingbai.reporting;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mingbai.verdict.Rates;

/// What a figure comes to, for whoever asked.
/// @param value a number, a percentage with two places, or days with one; nothing where there is no case to count it from: neither 0 nor 100
/// @param cases how many were looked at: the denominator of a share
/// @param part how many of them make up a share's numerator
/// @param interval where a share would lie by chance, at 95 %
/// @param cutOff what was written until then counts
/// @param complete whether all that was written until the asking had been read
/// @param formula the version of the formula of the three rates it was counted with, where it was
public record FigureAnswer(Question question, Optional<BigDecimal> value, long cases, long part, Optional<Rates.Share> interval, OffsetDateTime cutOff,
        boolean complete, Optional<Integer> formula) {

    /// The same question of the cases that have one value in common.
    /// @param key the value as it is kept; empty where it is not known
    public record Side(String key, FigureAnswer answer) {}

    /// The answer side by side.
    /// @param cut whether there are more sides than these
    public record Sides(Field by, List<Side> sides, boolean cut) {}
}
