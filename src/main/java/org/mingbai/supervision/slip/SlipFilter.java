package org.mingbai.supervision.slip;

import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;

/// Which slips are asked for. What is empty does not restrict.
/// @param before only those with a lower id: the next page of a list, the newest first
/// @param after only those with a higher id: the page before
public record SlipFilter(@Nullable SlipKind kind, @Nullable Group group, @Nullable OrganisationId to, @Nullable Long before, @Nullable Long after,
        int limit) {

    /// States as people ask for them.
    public enum Group {
        /// Written and not out yet.
        UNSENT,
        /// Out, and in time.
        AWAITED,
        /// Out, and its day has passed without an answer.
        OVERDUE,
        /// Answered, and the issuer has not said whether that does.
        TO_JUDGE,
        ENDED
    }

    public static final SlipFilter ALL = new SlipFilter(null, null, null, null, null, 50);

    /// The same question for one group.
    public SlipFilter in(Group other) {
        return new SlipFilter(kind, other, to, null, null, limit);
    }

    /// The same question for what one unit got.
    public SlipFilter sentTo(OrganisationId unit) {
        return new SlipFilter(kind, group, unit, null, null, limit);
    }
}
