package org.mingbai.supervision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How far the work on a matter may stay behind its plan before its light says so.
/// @param amberPoints from so many percentage points behind on, it is at risk
/// @param redPoints when it is more than so many behind, it is late
/// @param to the last day it holds; nothing while no end is known
public record ProgressRule(String register, int amberPoints, int redPoints, TimeRule.Basis basis, LocalDate from, @Nullable LocalDate to) {

    public ProgressRule {
        if (amberPoints < 1 || redPoints < amberPoints || redPoints > 100 || to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("Behind by " + amberPoints + " or " + redPoints + " on " + register);
        }
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
