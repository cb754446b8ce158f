package org.mingbai.intake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Outcome;

/// What everybody may read of a matter that has ended, in the words that were released.
/// @param round which ending it tells
/// @param text what those who raised it were told
public record Publication(MatterId matter, int round, String register, String title, String text, @Nullable String place, @Nullable String category,
        Outcome outcome, LocalDate closedOn, List<Picture> pictures) {

    /// @param after whether it shows what was done
    public record Picture(String sha256, boolean after) {}

    Publication with(List<Picture> these) {
        return new Publication(matter, round, register, title, text, place, category, outcome, closedOn, these);
    }
}
