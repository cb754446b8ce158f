package org.mingbai.supervision;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.mingbai.directory.PersonId;

/// One version of a limit as it is kept, and who put it in force.
/// @param pack the shipped pack it came with; empty for one of the house
/// @param pauseBasis what allows its clock to stand still; empty where it never does
/// @param by empty for the program itself
/// @param withdrawn before it began, so that no clock ever ran under it
public record KeptRule(TimeRule rule, String pack, String pauseBasis, Optional<PersonId> by, OffsetDateTime at, boolean withdrawn) {

    /// Where it stands on that day.
    public Standing on(LocalDate day) {
        if (withdrawn) {
            return Standing.WITHDRAWN;
        }
        if (rule.from().isAfter(day)) {
            return Standing.TO_COME;
        }
        return rule.inForceOn(day) ? Standing.IN_FORCE : Standing.OVER;
    }

    public enum Standing { IN_FORCE, TO_COME, OVER, WITHDRAWN }
}
