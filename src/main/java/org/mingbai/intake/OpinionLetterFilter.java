package org.mingbai.intake;

/// Which letters: each part narrows it down.
/// @param round empty for all
/// @param body empty for all
public record OpinionLetterFilter(String round, String body, Which which) {

    /// How a letter stands, as lists ask for it.
    public enum Which {
        ALL,
        /// All but those called off: what the figures count.
        SENT, REPLIED,
        /// Replied that there is no opinion.
        NONE, OVERDUE, WAITING, CALLED_OFF
    }

    public static OpinionLetterFilter all() {
        return new OpinionLetterFilter("", "", Which.ALL);
    }

    public OpinionLetterFilter which(Which narrowed) {
        return new OpinionLetterFilter(round, body, narrowed);
    }
}
