package org.mingbai.verdict.callback;

import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.Verdict;

/// A questionnaire as it was filled in.
/// @param reached whether anybody was spoken to; if not, what they think stays empty
/// @param heardFrom whether the handler had got in touch with them
/// @param last nobody was reached and nobody will try again: that is their verdict
/// @param whom which of those who raised it was asked; may be open while only one is left to ask, or nobody raised it
public record Filled(Attempt.Channel channel, String language, boolean reached, @Nullable Boolean heardFrom,
        Verdict.@Nullable Solved solved,
        Verdict.@Nullable Satisfied satisfied, @Nullable String words, boolean last, @Nullable Whom whom) {

    /// One that leaves open whom.
    public Filled(Attempt.Channel channel, String language, boolean reached, @Nullable Boolean heardFrom, Verdict.@Nullable Solved solved,
            Verdict.@Nullable Satisfied satisfied, @Nullable String words, boolean last) {
        this(channel, language, reached, heardFrom, solved, satisfied, words, last, null);
    }

    Verdict verdict() {
        return reached ? new Verdict(true, solved, satisfied, words, heardFrom) : new Verdict(false, null, null, words);
    }
}
