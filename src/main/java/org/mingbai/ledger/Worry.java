package org.mingbai.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/// A reason for a light that is worse than on track.
/// @param sign at risk, or late
/// @param from the instant since which it counts
/// @param reason a key of somebody's words
/// @param args what fills its holes: text, days, instants, and `Word`s
public record Worry(Light.Sign sign, OffsetDateTime from, String reason, List<Object> args) {

    /// The day given when it was assigned.
    public static final String DEADLINE = "ledger.worry.deadline";

    /// How many days before the deadline a matter is at risk, the last one included.
    public static final int AT_RISK_DAYS = 7;

    /// Something in a hole that has its own key.
    public record Word(String key) {}

    public Worry {
        args = List.copyOf(args);
        if (sign != Light.Sign.AT_RISK && sign != Light.Sign.LATE) {
            throw new IllegalArgumentException(reason + " as " + sign);
        }
    }

    /// Since when the deadline of the round makes it at risk, and late.
    public static List<Worry> byTheDeadline(Matter matter, ZoneId zone) {
        var due = matter.round().due() == null || matter.round().ending() != null ? null : matter.round().due().date();
        return due == null ? List.of() : List.of(
                new Worry(Light.Sign.AT_RISK, startOf(due.minusDays(AT_RISK_DAYS - 1L), zone), DEADLINE, List.of(due)),
                new Worry(Light.Sign.LATE, startOf(due.plusDays(1), zone), DEADLINE, List.of(due)));
    }

    private static OffsetDateTime startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }
}
