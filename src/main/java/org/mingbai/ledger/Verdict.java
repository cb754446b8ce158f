package org.mingbai.ledger;

import org.jspecify.annotations.Nullable;

/// What the people who raised it say, taken down by somebody else than the handler.
/// @param contacted whether whoever asks reached them; if not, what they think stays empty
/// @param heardFrom whether the handler had got in touch with them (是否联系); nothing where that was not asked
public record Verdict(boolean contacted, @Nullable Solved solved, @Nullable Satisfied satisfied, @Nullable String words, @Nullable Boolean heardFrom) {

    /// One that was not asked whether the handler had got in touch.
    public Verdict(boolean contacted, @Nullable Solved solved, @Nullable Satisfied satisfied, @Nullable String words) {
        this(contacted, solved, satisfied, words, null);
    }

    public enum Solved { FULLY, PARTLY, NOT }

    /// The five grades of service rating (好差评).
    public enum Satisfied { VERY_SATISFIED, SATISFIED, FAIRLY_SATISFIED, DISSATISFIED, VERY_DISSATISFIED }

    boolean dissatisfied() {
        return satisfied == Satisfied.DISSATISFIED || satisfied == Satisfied.VERY_DISSATISFIED;
    }
}
