package org.mingbai.intake;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;

/// One wording of an answer the desk keeps at hand (常用答复).
/// @param no of the answer, the same in all its versions
/// @param unit answers for it and keeps it current, 北京市接诉即办工作条例 Art. 31
/// @param validUntil the last day it is told; nothing for as long as it is not ended
/// @param approvedBy somebody other than the writer; nothing while it waits
/// @param ended whether the answer was taken off the desk for good
public record AnswerAtHand(long no, int version, String question, String answer, String basis, OrganisationId unit, LocalDate validFrom,
        @Nullable LocalDate validUntil, PersonId writtenBy, OffsetDateTime writtenAt, @Nullable PersonId approvedBy,
        @Nullable OffsetDateTime approvedAt, boolean ended) {

    /// Whether it may be told on that day, unless a later version took its place.
    public boolean validOn(LocalDate day) {
        return approvedBy != null && !ended && !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }
}
