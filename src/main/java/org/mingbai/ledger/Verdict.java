package org.mingbai.ledger;

import org.jspecify.annotations.Nullable;

/// What the people who raised it say, taken down by somebody else than the handler.
/// @param contacted whether anybody reached them; if not, the other two stay empty
public record Verdict(boolean contacted, @Nullable Solved solved, @Nullable Satisfied satisfied, @Nullable String words) {

    public enum Solved { FULLY, PARTLY, NOT }

    /// The five grades of service rating (好差评).
    public enum Satisfied { VERY_SATISFIED, SATISFIED, FAIRLY_SATISFIED, DISSATISFIED, VERY_DISSATISFIED }

    boolean dissatisfied() {
        return satisfied == Satisfied.DISSATISFIED || satisfied == Satisfied.VERY_DISSATISFIED;
    }
}
