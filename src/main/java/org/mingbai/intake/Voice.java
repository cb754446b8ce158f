package org.mingbai.intake;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.MatterId;

/// One raising by one reporter through one channel (来件). Where a matter repeats another, its voice stays with its own matter and is told and
/// asked with the other.
/// @param no which of the matter's voices
/// @param reporter nothing where they gave no name
/// @param language in which they want to be answered, as `zh` or `en`
/// @param unit where it was taken in
/// @param notice which version of the notice held for it; nothing where it came with an older ledger
public record Voice(MatterId matter, int no, String channel, @Nullable ReporterId reporter, boolean anonymous, boolean confidential,
        String language, OrganisationId unit, OffsetDateTime receivedAt, @Nullable OffsetDateTime withdrawnAt, @Nullable OffsetDateTime withheldAt,
        @Nullable Integer notice) {}
