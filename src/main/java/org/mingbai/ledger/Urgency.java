package org.mingbai.ledger;

import java.time.Instant;

/// How pressing it is for whoever's turn it is, most pressing first. Derived each time, never stored.
public enum Urgency {
    LATE,
    AT_RISK,
    ON_TRACK,
    /// Laid aside until its review day.
    PARKED,
    /// A look-back whose day has not come: theirs, but nothing to do yet.
    LATER;

    /// A light set by hand makes nothing more or less pressing.
    public static Urgency of(StageName stage, Turning turning, Instant now) {
        if (turning.lateAt(now)) {
            return LATE;
        }
        if (turning.atRiskAt(now)) {
            return AT_RISK;
        }
        return switch (stage) {
            case PARKED -> PARKED;
            case LOOK_BACK_DUE -> LATER;
            default -> ON_TRACK;
        };
    }

    /// Whether it can be done today.
    public boolean now() {
        return switch (this) {
            case LATE, AT_RISK, ON_TRACK -> true;
            case PARKED, LATER -> false;
        };
    }
}
