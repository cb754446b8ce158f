package org.mingbai.reporting.brief;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;

/// A report: what people wrote, for which period, and once its figures are frozen, what it says.
/// @param version goes up with every change, so that two do not write over each other
/// @param unit in whose name it is written
/// @param told nothing while it is a draft
/// @param number and
/// @param issuedOn once it is issued
public record Brief(long id, int version, State state, PersonId maker, OrganisationId unit, Body body, @Nullable Told told, @Nullable String number,
        @Nullable LocalDate issuedOn, OffsetDateTime changedAt) {

    public static final int TITLE_MAX = 100;
    public static final int TEXT_MAX = 60_000;
    public static final int HEAD_MAX = 100;

    /// How far it is. Only what is frozen can be issued, and what was issued stays.
    public enum State { DRAFTED, FROZEN, ISSUED }

    /// What people write.
    /// @param asOf its figures count what was written by the end of that day
    /// @param text lines with marks for figures, 【在办数】
    public record Body(String title, LocalDate from, LocalDate to, LocalDate asOf, String text, Head head) {}

    /// What stands at the head and the foot of the paper (GB/T 9704-2012: 版头、版记).
    /// @param issuer 发文机关标志
    /// @param code 机关代字
    /// @param to 主送
    /// @param copies 抄送; may be empty
    /// @param printer 印发机关
    public record Head(String issuer, String code, String to, String copies, String printer) {}

    public Optional<Told> frozen() {
        return Optional.ofNullable(told);
    }
}
