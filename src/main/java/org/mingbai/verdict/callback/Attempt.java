package org.mingbai.verdict.callback;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.PersonId;

/// One time somebody tried to reach those who raised a matter.
/// @param seq the verdict that came of it; nothing while it came to none
public record Attempt(int no, OffsetDateTime at, PersonId by, Channel channel, String language, boolean reached, @Nullable String words,
        @Nullable Integer seq) {

    /// By which way.
    public enum Channel { CALL, VISIT, PAPER, LINK }
}
