package org.mingbai.reporting.sign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.MatterId;

/// One case that was looked at.
/// @param no which in its matter
/// @param on the day that puts it into the period: of the claim, of the request, of the asking
/// @param marked whether what is looked for holds
/// @param beside the matter it was found to be like
/// @param day the day it was set beside: when it was due, when the picture was there
/// @param rate how often chance alone would mark it, where its own dates say so; else 0
public record SignCase(SignKind kind, MatterId matter, int no, long unit, LocalDate on, boolean marked, @Nullable MatterId beside, @Nullable LocalDate day,
        double rate) {

    static SignCase found(SignKind kind, Trace trace, boolean marked, @Nullable MatterId beside, @Nullable LocalDate day) {
        return new SignCase(kind, trace.matter(), trace.round(), trace.unit(), trace.claimedOn(), marked, beside, day, 0);
    }
}
