package org.mingbai.intake;

import java.time.OffsetDateTime;
import org.mingbai.ledger.MatterId;

/// What whoever raised something takes home.
/// @param code opens the story of what they raised, to anybody who holds it; shown once more only to the same form sent again
/// @param again whether the same form was sent before
public record Receipt(String code, MatterId matter, int voice, OffsetDateTime at, boolean again) {

    /// Without the code: what is printed ends in logs.
    @Override
    public String toString() {
        return "Receipt[matter=" + matter.value() + ", voice=" + voice + "]";
    }
}
