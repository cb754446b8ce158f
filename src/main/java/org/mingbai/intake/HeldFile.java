package org.mingbai.intake;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.PersonId;
import org.mingbai.library.StoredFile;

/// A file that came from outside and is kept apart, because it cannot be shown here as what it is.
/// @param decision null as long as nobody has looked at it
/// @param by who decided; null with the decision
/// @param at when; null with the decision
/// @param reason of the decision; null with it
public record HeldFile(StoredFile file, Why why, OffsetDateTime since, @Nullable Decision decision, @Nullable PersonId by, @Nullable OffsetDateTime at,
        @Nullable String reason) {

    /// What is wrong with it.
    public enum Why {
        /// By its content neither a picture browsers show nor a PDF.
        UNKNOWN_KIND,
        /// It begins as one, and cannot be read as one.
        UNREADABLE
    }

    /// What somebody decided who looked at it.
    public enum Decision {
        /// Whoever sees the matter may save it.
        LET_OUT,
        /// Nobody gets it.
        KEPT_SHUT
    }

    /// The same under another name.
    HeldFile as(StoredFile named) {
        return new HeldFile(named, why, since, decision, by, at, reason);
    }

    /// Whether those who see the matter may save it.
    public boolean isOut() {
        return decision == Decision.LET_OUT;
    }
}
