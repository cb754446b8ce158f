package org.mingbai.intake;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.PersonId;
import org.mingbai.ledger.MatterId;

/// What a person asks of the data held of them (个人信息权利请求), and what was decided: 个人信息保护法 Art. 44 to 50.
/// @param words why, or what is to be corrected; may be empty
/// @param proposed sealed, what a correction puts in place
/// @param checked how whoever took it down made sure who asked; nothing where the code of the receipt did
/// @param due by when this body answers
/// @param limitVersion of the limit that made it so; 0 is the one the product ships
/// @param law that has it kept, with its article
public record RightsRequest(long no, MatterId matter, int voice, Wish wish, String words, @Nullable ReporterId proposed, @Nullable String checked,
        PersonId askedBy, OffsetDateTime askedAt, LocalDate due, int limitVersion, @Nullable Outcome outcome, @Nullable String reason,
        @Nullable String law, @Nullable PersonId decidedBy, @Nullable OffsetDateTime decidedAt) {

    /// Art. 45 para. 1 (see, copy), Art. 46 (correct, complete), Art. 47 (delete).
    public enum Wish { ACCESS, COPY, CORRECTION, DELETION }

    /// What was decided. Only stored is an answer to a deletion alone.
    public enum Outcome { GRANTED, REFUSED, STORED_ONLY }

    public boolean isOpen() {
        return outcome == null;
    }

    /// Whether the person may open what is held of them.
    public boolean opens() {
        return outcome == Outcome.GRANTED && (wish == Wish.ACCESS || wish == Wish.COPY);
    }
}
