package org.mingbai.ledger.seal;

import org.mingbai.ledger.MatterId;

/// What a leaf stands for.
public sealed interface Piece {

    /// An entry of the journal.
    record OfJournal(MatterId matter, int seq) implements Piece {}

    /// A line of a log beside it.
    /// @param log as [SealedLog] names it
    record OfLog(String log, long line) implements Piece {}
}
