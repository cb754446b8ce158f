package org.mingbai.verdict.callback;

import org.mingbai.ledger.Matter;

/// What came of it.
public sealed interface CallBackAnswer {

    /// @param judged whether a verdict came of it
    /// @param heard whether one of them was heard, or given up on; if not, it was only one more try
    record Done(Matter matter, boolean judged, boolean heard) implements CallBackAnswer {}

    record Refused(CallBackRefusal why) implements CallBackAnswer {}
}
