package org.mingbai.intake;

import java.util.List;
import org.mingbai.ledger.MatterId;

/// What a row of a ledger that is brought would become.
public sealed interface Fate {

    record New() implements Fate {}

    /// It is on the account already, just as the row says.
    record Same(MatterId matter) implements Fate {}

    /// It is on the account, and the row says otherwise: whoever imports decides.
    record Changed(MatterId matter, List<Difference> differences) implements Fate {}

    /// It is being worked on here, so its journal counts and the row changes nothing.
    record LivesHere(MatterId matter) implements Fate {}
}
