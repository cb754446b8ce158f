package org.mingbai.supervision;

import java.util.List;

/// What came of changing a limit.
public sealed interface RuleAnswer {

    /// @param rules the versions it made or ended
    record Done(List<TimeRule> rules) implements RuleAnswer {}

    /// Nothing was changed.
    record Refused(List<RuleRefusal> why) implements RuleAnswer {}
}
