package org.mingbai.verdict.lookback;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.MatterId;

/// One look-back that was set, and what came of it.
/// @param setSeq the entry that set it
/// @param lead the lead unit of then
/// @param found nothing while nobody has looked
/// @param leftOut the entry that tells that the draw left it out; nothing where it did not
public record LookBack(MatterId matter, int setSeq, int round, @Nullable OrganisationId lead, String register, LocalDate due, @Nullable Found found,
        @Nullable Integer leftOut) {

    /// @param held whether it was still solved; else it has relapsed
    public record Found(int seq, LocalDate on, boolean held) {}

    public boolean relapsed() {
        return found != null && !found.held();
    }

    LookBack found(Found what) {
        return new LookBack(matter, setSeq, round, lead, register, due, what, leftOut);
    }

    LookBack leftOut(int seq) {
        return new LookBack(matter, setSeq, round, lead, register, due, found, seq);
    }
}
