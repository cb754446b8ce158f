package org.mingbai.reporting.sign;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What is looked for. Each asks a question of cases of its own.
public enum SignKind {
    /// Claimed done on the last day or the one before.
    CROWDED,
    /// What was done is told in the words of another matter.
    SAME_WORDS,
    /// A picture is the same as, or nearly, one that proves another matter.
    SAME_PICTURE,
    /// A picture was there before the problem was.
    OLD_EVIDENCE,
    /// Claimed solved, and those who raised it say it is not.
    APART,
    /// Half of the measures and more stand word for word in a matter of another sort.
    SAME_MEASURES,
    /// Next to nothing was reported done until the day it was claimed.
    JUMP,
    /// More time was asked for on the last day.
    LAST_DAY;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<SignKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
