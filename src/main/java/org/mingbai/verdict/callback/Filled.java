package org.mingbai.verdict.callback;

import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.Verdict;

/// A questionnaire as it was filled in.
/// @param reached whether anybody was spoken to; if not, what they think stays empty
/// @param heardFrom whether the handler had got in touch with them
/// @param last nobody was reached and nobody will try again: that is the verdict
public record Filled(Attempt.Channel channel, String language, boolean reached, @Nullable Boolean heardFrom,
        Verdict.@Nullable Solved solved,
        Verdict.@Nullable Satisfied satisfied, @Nullable String words, boolean last) {}
