package org.mingbai.intake;

import java.util.List;
import java.util.Optional;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.Refusal;

/// What came of an entry at the desk.
/// @param notThen why what was to follow was not done, though the matter stands on the ledger
public record TakenDown(Receipt receipt, Matter matter, List<Emergency> emergencies, Optional<Refusal> notThen) {

    public TakenDown {
        emergencies = List.copyOf(emergencies);
    }
}
