package org.mingbai.supervision.slip;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.supervision.Step;

/// When a slip is drafted without anybody asking for it, in one version.
/// @param unit the office that sends
/// @param register for one register alone; nothing for all
/// @param step for one step's clocks alone; nothing for all
/// @param days how many days beyond the occasion; 0 for at once
/// @param answerDays the unit's time to answer, in working days
/// @param sendsItself whether it is signed and sent without a hand, in the name of who put the rule in force
/// @param from the first day on which it drafts
/// @param to the last such day; nothing while no end is known
public record SlipRule(String code, int version, OrganisationId unit, Occasion occasion, @Nullable String register, @Nullable Step step, int days,
        SlipKind kind, int answerDays, boolean sendsItself, String basis, LocalDate from, @Nullable LocalDate to, PersonId keptBy) {

    public static final int DAYS_MAX = 365;

    /// What it waits for.
    public enum Occasion {
        /// A clock has little time left.
        CLOCK_AT_RISK,
        /// A clock's end has passed.
        CLOCK_LATE,
        /// A slip was not answered by its day: then the next rung of the ladder is due, whatever kind the rule names.
        SLIP_UNANSWERED
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
