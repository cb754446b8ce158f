package org.mingbai.intake;

import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Redirection;

/// What a clerk does with what was just raised. It is on the ledger by then, whatever comes of this.
public sealed interface Then {

    /// It goes to the office that coordinates the register.
    record ToTheOffice() implements Then {}

    /// They were told an answer that is kept at hand. It ends with that, as answered and not as solved.
    /// @param version the wording that was read out
    record AnsweredFrom(long no, int version) implements Then {}

    /// They were told the answer at once. It stays open until the office ends it: that somebody was answered does not say that it is solved.
    record Answered(String words) implements Then {}

    /// It belongs elsewhere, and they are told where.
    record Redirected(@Nullable Redirection kind, String reason, String wayToGo) implements Then {}

    /// The same was raised before: both voices are told and asked with that matter.
    record Joined(MatterId into) implements Then {}
}
