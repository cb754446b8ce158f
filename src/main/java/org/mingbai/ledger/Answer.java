package org.mingbai.ledger;

import org.jspecify.annotations.Nullable;

/// What came of an act.
public sealed interface Answer {

    /// It is in the journal.
    /// @param again it had been there already: the same request came twice
    record Done(Matter matter, boolean again) implements Answer {}

    /// It is not, and why.
    /// @param now how the matter stands, where the asker may see it
    record Refused(Refusal why, @Nullable Matter now) implements Answer {}
}
