package org.mingbai.supervision.slip;

/// What came of a request.
public sealed interface SlipAnswer {

    /// @param again it had been done already: the same request came twice
    record Done(Slip slip, boolean again) implements SlipAnswer {}

    record Refused(SlipRefusal why) implements SlipAnswer {}
}
