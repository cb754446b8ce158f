package org.mingbai.pattern;

import java.util.List;
import org.mingbai.ledger.MatterId;

/// A matter that may be the same as what is being written down. Nothing is decided by it, and nothing of the matter is told: whoever shows it asks the
/// ledger first whether the reader may see it.
/// @param share how much is the same, of 1: of a near copy, of all that both say; else, of what title and place say, rare words counting most
/// @param words what title and place have in common
public record Likeness(MatterId matter, Kind kind, double share, List<String> words) {

    /// A near copy, or the same place and thing told in other words.
    public enum Kind { COPY, SUBJECT }
}
