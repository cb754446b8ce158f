package org.mingbai.supervision.slip;

import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.MatterId;

/// A slip somebody wants to write.
/// @param matter what it is about; nothing for a subject that is no matter, which its title then names
/// @param follows the slip it is the next step to: unit and thing are then that one's
/// @param higherBecause why it begins above the first rung, or skips one
public record SlipDraft(SlipKind kind, @Nullable MatterId matter, OrganisationId from, OrganisationId to, @Nullable Long follows,
        @Nullable String higherBecause, SlipContent content) {

    public static SlipDraft of(SlipKind kind, @Nullable MatterId matter, OrganisationId from, OrganisationId to, SlipContent content) {
        return new SlipDraft(kind, matter, from, to, null, null, content);
    }
}
