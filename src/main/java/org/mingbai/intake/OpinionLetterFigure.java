package org.mingbai.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// How the letters of one round, or to one body, were answered.
/// @param of the round or the body
/// @param sent without those called off
/// @param none replied that they have no opinion
/// @param waiting not answered and not due yet
public record OpinionLetterFigure(String of, int sent, int replied, int none, int overdue, int waiting) {

    /// Of how many the rate is counted: those that were answered, and those whose day has passed. What still has time is in no rate.
    public int counted() {
        return replied + overdue;
    }

    /// In per cent, to a tenth; nothing where there is nothing to count.
    public Optional<BigDecimal> rate() {
        return counted() == 0 ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(replied * 100L).divide(BigDecimal.valueOf(counted()), 1, RoundingMode.HALF_UP));
    }
}
