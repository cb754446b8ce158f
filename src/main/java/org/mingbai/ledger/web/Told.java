package org.mingbai.ledger.web;

import java.time.OffsetDateTime;
import java.util.List;

/// One entry of the journal as the page tells it.
/// @param round the round that begins here; empty at all other entries
/// @param turn whether the story turns here: raised, closed, relapsed, reopened
/// @param corrections what later entries say in its place
public record Told(int seq, OffsetDateTime at, String who, String unit, String text, String quote, List<Proof> files, boolean turn, String round,
        List<Correction> corrections) {

    /// @param by the number of the correcting entry
    public record Correction(int by, String says) {}
}
