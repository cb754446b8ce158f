package org.mingbai.town.story;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.StageName;

/// What a story is to be about.
/// @param stop where it stands still for good, waiting for somebody
record Plot(String register, Kind kind, LocalDate day, Fate fate, @Nullable StageName stop, long seed) {

    Plot on(LocalDate other) {
        return new Plot(register, kind, other, fate, stop, seed);
    }
}
