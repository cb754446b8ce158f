package org.mingbai.verdict.callback;

import org.mingbai.ledger.Matter;

/// What came of it.
public sealed interface CallBackAnswer {

    /// @param judged whether a verdict came of it, or only one more try
    record Done(Matter matter, boolean judged) implements CallBackAnswer {}

    record Refused(CallBackRefusal why) implements CallBackAnswer {}
}
