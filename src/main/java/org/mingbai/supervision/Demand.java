package org.mingbai.supervision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;

/// Something asked of a unit, with what it rests on and what it costs those who are asked.
///
/// @param from    who asks; nothing where it is nobody in particular
/// @param minutes the effort it is estimated to take
/// @param day     on which that effort mostly falls
/// @param href    where it stands in the product, if it does
/// @param cause   what asked, e.g. `slip/12`, or `slip/12/2` where it is asked again after the second answer: it counts once
/// @param despite why it was asked although the ceiling was reached, or the same had been asked before
/// @param answer  what came of it, so that nobody need ask again
public record Demand(
        long id,
        DemandKind kind,
        OrganisationId to,
        @Nullable OrganisationId from,
        String subject,
        String basis,
        int minutes,
        LocalDate day,
        @Nullable String href,
        @Nullable String cause,
        @Nullable String despite,
        @Nullable String answer) {

    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);
    private static final int SUBJECT_MAX = 200;
    private static final int BASIS_MAX = 300;

    /// With no more of subject and basis than a list shows; the rest is where it leads.
    Demand shortened() {
        return new Demand(id, kind, to, from, cut(subject, SUBJECT_MAX), cut(basis, BASIS_MAX), minutes, day, href, cause, despite, answer);
    }

    private static String cut(String text, int max) {
        return text.codePointCount(0, text.length()) > max ? text.substring(0, text.offsetByCodePoints(0, max - 1)) + "…" : text;
    }

    /// Minutes as hours with at most one decimal, as they are told.
    public static String hours(int minutes) {
        return BigDecimal.valueOf(minutes).divide(MINUTES_PER_HOUR, 1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    /// The Monday of its week.
    public LocalDate week() {
        return weekOf(day);
    }

    public static LocalDate weekOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
