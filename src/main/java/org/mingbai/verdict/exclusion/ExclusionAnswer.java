package org.mingbai.verdict.exclusion;

/// What came of a request.
public sealed interface ExclusionAnswer {

    record Done(Exclusion exclusion) implements ExclusionAnswer {}

    record Refused(ExclusionRefusal why) implements ExclusionAnswer {}
}
