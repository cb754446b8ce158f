package org.mingbai.supervision.slip;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.PersonId;

/// A unit's answer to a slip (反馈单). One slip may have several.
/// @param no counted from 1 within its slip
/// @param judgement what the issuer says to it
/// @param words the issuer's
public record Feedback(int no, Report report, OffsetDateTime at, PersonId by, Judgement judgement, @Nullable String words) {

    /// What it is handed in for: a node reached, a period over, or the end of it.
    public enum For { NODE, PERIOD, FINAL }

    public enum Judgement { AWAITED, ACCEPTED, RETURNED }

    /// What the unit says.
    /// @param evidence where what shows it is to be found
    /// @param support what is asked of the issuer
    /// @param signer who answers for it at the unit
    public record Report(For what, String progress, @Nullable String evidence, @Nullable String difficulties, @Nullable String nextStep,
            @Nullable String support, String signer) {}

    Feedback judged(Judgement how, @Nullable String said) {
        return new Feedback(no, report, at, by, how, said);
    }
}
