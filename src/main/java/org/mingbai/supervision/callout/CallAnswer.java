package org.mingbai.supervision.callout;

/// What came of a request.
public sealed interface CallAnswer {

    record Done(CallOut callOut) implements CallAnswer {}

    record Refused(CallRefusal why) implements CallAnswer {}
}
