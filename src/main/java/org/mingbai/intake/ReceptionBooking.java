package org.mingbai.intake;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.MatterId;

/// That somebody is received on a reception day about what they raised.
/// @param day the number of the reception day
/// @param voice which of the matter's voices
/// @param came whether they appeared; nothing before it is written down
/// @param words what was said; nothing before it is written down
public record ReceptionBooking(long no, long day, LocalTime slot, MatterId matter, int voice, OffsetDateTime bookedAt, @Nullable OffsetDateTime cancelledAt,
        @Nullable Boolean came, @Nullable String words) {

    public boolean isOpen() {
        return cancelledAt == null && came == null;
    }
}
