package org.mingbai.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;

/// A letter that asks one body for its opinion (征求意见函).
/// @param round what it was sent out with, in words: the rates are counted by it
/// @param unit that sent it
/// @param body whom it asks, as it was written
/// @param bodyUnit the same where it is a unit of the tenant
/// @param dueBasis what the day rests on
/// @param opinions how many the reply held, 0 where it says there are none; nothing while there is no reply, for silence says nothing
public record OpinionLetter(long no, String round, OrganisationId unit, String body, @Nullable OrganisationId bodyUnit, String subject, LocalDate sentOn,
        LocalDate dueOn, String dueBasis, @Nullable LocalDate repliedOn, @Nullable Integer opinions, @Nullable LocalDate calledOffOn, int reminders) {

    /// How it stands on a day.
    public enum Standing { WAITING, OVERDUE, REPLIED, CALLED_OFF }

    /// The last day is still in time.
    public Standing standing(LocalDate today) {
        if (calledOffOn != null) {
            return Standing.CALLED_OFF;
        }
        return repliedOn != null ? Standing.REPLIED : today.isAfter(dueOn) ? Standing.OVERDUE : Standing.WAITING;
    }
}
