package org.mingbai.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How pressing it is for whoever's turn it is, most pressing first. Derived each time, never stored.
public enum Urgency {
    LATE,
    AT_RISK,
    ON_TRACK,
    /// Laid aside until its review day.
    PARKED,
    /// A look-back whose day has not come: theirs, but nothing to do yet.
    LATER;

    /// How many days before its due date a matter is at risk.
    public static final int AT_RISK_DAYS = 7;

    /// @param due the day that counts: the review day of what is parked, the day of the look-back, else the deadline
    public static Urgency of(StageName stage, @Nullable LocalDate due, LocalDate today) {
        if (stage == StageName.PARKED && (due == null || due.isAfter(today))) {
            return PARKED;
        }
        if (due != null && due.isBefore(today)) {
            return LATE;
        }
        if (stage == StageName.LOOK_BACK_DUE) {
            return due == null || due.isAfter(today) ? LATER : AT_RISK;
        }
        if (stage == StageName.PARKED) {
            return AT_RISK;
        }
        return due != null && due.isBefore(today.plusDays(AT_RISK_DAYS)) ? AT_RISK : ON_TRACK;
    }

    /// Whether it can be done today.
    public boolean now() {
        return switch (this) {
            case LATE, AT_RISK, ON_TRACK -> true;
            case PARKED, LATER -> false;
        };
    }
}
