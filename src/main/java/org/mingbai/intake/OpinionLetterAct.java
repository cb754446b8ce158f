package org.mingbai.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is written down about a letter after it went out.
public sealed interface OpinionLetterAct {

    /// Reminded of (催复), by telephone or by a further letter.
    record Remind(@Nullable LocalDate on, String how) implements OpinionLetterAct {}

    /// @param opinions how many it holds, 0 where the body says it has none; nothing where what was typed is no number
    record Reply(@Nullable LocalDate on, @Nullable Integer opinions) implements OpinionLetterAct {}

    /// The reply was noted at the wrong letter, or was none.
    record StrikeReply(String why) implements OpinionLetterAct {}

    /// Not waited for any longer and in no rate: sent by mistake, or the body is no more.
    record CallOff(String why) implements OpinionLetterAct {}
}
