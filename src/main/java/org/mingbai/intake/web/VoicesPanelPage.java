package org.mingbai.intake.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;

/// The voices of a matter, as its page tells them.
/// @param openHref where one who may read what is masked in the matter says what for
public record VoicesPanelPage(List<Row> rows, Optional<String> openHref) {

    /// @param out where it is saved from, once it was let out
    public record Apart(Link file, String state, Optional<String> out) {}

    /// @param withdrawn when they took it back
    /// @param who the mask, or why there is none
    /// @param marks what else is to be said of it
    /// @param files what came with it
    /// @param apart what came with it and could not be read, with what was decided about it
    /// @param revealHref where one who may look at who it is says what for
    /// @param bookHref where a time on a reception day is booked for them
    /// @param askHref where is taken down what they ask of their own data
    /// @param withholdHref where the code of their receipt is made to tell nothing any more
    public record Row(OffsetDateTime at, String channel, Optional<OffsetDateTime> withdrawn, String who, List<String> marks, List<Link> files,
                      List<Apart> apart, Optional<String> revealHref, Optional<String> bookHref, Optional<String> askHref,
                      Optional<String> withholdHref) {}
}
