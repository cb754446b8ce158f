package org.mingbai.verdict.callback;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.PersonId;

/// One time somebody tried to reach those who raised a matter.
/// @param seq the verdict that came of it; nothing while it came to none
/// @param whom nothing where nobody in particular was tried
public record Attempt(int no, OffsetDateTime at, PersonId by, Channel channel, String language, boolean reached, @Nullable String words,
        @Nullable Integer seq, @Nullable Whom whom) {

    /// By which way. RECEIPT is what they said themselves, on the page their receipt opens.
    public enum Channel {
        CALL, VISIT, PAPER, LINK, RECEIPT;

        /// The ways of somebody who asks.
        public static final List<Channel> AT_DESK = List.of(CALL, VISIT, PAPER, LINK);
    }
}
