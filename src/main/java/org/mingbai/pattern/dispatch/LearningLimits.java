package org.mingbai.pattern.dispatch;

/// From how many closed matters on units are guessed from words.
/// @param closedMin matters in all
/// @param unitMin matters of a unit: of fewer, it is never guessed
/// @param reason why these numbers; empty for the shipped ones
public record LearningLimits(int closedMin, int unitMin, String reason) {

    public static final int CLOSED_LEAST = 20;
    public static final int CLOSED_MOST = 100_000;
    public static final int UNIT_LEAST = 2;
    public static final int UNIT_MOST = 10_000;
    public static final int REASON_MAX = 300;
    static final int UNITS_MIN = 2;

    /// With fewer, one in five kept apart is too few to tell how far a guess can be trusted.
    static final LearningLimits SHIPPED = new LearningLimits(200, 20, "");
}
