package org.mingbai.intake;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.PersonId;

/// A line of what happened to an opinion letter.
/// @param words how it was reminded of, or why it was struck out or called off; else empty
public record OpinionLetterEvent(int seq, Kind kind, LocalDate day, String words, @Nullable Integer opinions, PersonId by, OffsetDateTime at) {

    public enum Kind { REMINDED, REPLIED, REPLY_STRUCK, CALLED_OFF }
}
