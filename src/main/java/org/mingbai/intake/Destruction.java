package org.mingbai.intake;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.PersonId;
import org.mingbai.ledger.MatterId;

/// That it is destroyed who raised something, once the time to keep it is over: proposed by one person, decided by another.
/// @param voice which of the matter's voices
/// @param keptUntil the last day it was to be kept
/// @param outcome nothing while it waits
/// @param decision why it is not destroyed; nothing where it is
public record Destruction(long no, MatterId matter, int voice, ReporterId reporter, LocalDate keptUntil, String reason, PersonId proposedBy,
        OffsetDateTime proposedAt, @Nullable Outcome outcome, @Nullable String decision, @Nullable PersonId decidedBy, @Nullable OffsetDateTime decidedAt) {

    public enum Outcome { DESTROYED, REFUSED }

    public boolean isOpen() {
        return outcome == null;
    }
}
