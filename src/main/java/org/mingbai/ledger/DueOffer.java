package org.mingbai.ledger;

import java.time.LocalDate;
import java.util.List;

/// The day by which a matter would have to be handled if it were assigned now, as a rule has it.
/// @param reason a key of somebody's words, with what fills its holes
public record DueOffer(LocalDate day, String reason, List<Object> args) {

    public DueOffer {
        args = List.copyOf(args);
    }
}
