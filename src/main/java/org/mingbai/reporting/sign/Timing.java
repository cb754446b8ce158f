package org.mingbai.reporting.sign;

import java.util.Optional;

/// What the days of a claim or a request say by themselves.
final class Timing {

    /// Where there are few days to choose from, the last says nothing.
    private static final int SPAN_LEAST = 5;
    private static final int LAST_DAYS = 2;
    private static final int HANDLED_LEAST_DAYS = 7;
    private static final int NEXT_TO_NOTHING = 10;

    private Timing() {}

    /// One that came late is another matter.
    static Optional<SignCase> crowded(Trace trace) {
        var due = trace.due();
        return due == null || trace.claimedOn().isAfter(due) ? Optional.empty() : trace.span().filter(span -> span >= SPAN_LEAST)
                .map(span -> one(SignKind.CROWDED, trace, !trace.claimedOn().isBefore(due.minusDays(LAST_DAYS - 1L)), (double) LAST_DAYS / span));
    }

    static Optional<SignCase> jump(Trace trace) {
        var assigned = trace.assignedOn();
        var before = trace.before();
        return assigned == null || before == null || assigned.plusDays(HANDLED_LEAST_DAYS).isAfter(trace.claimedOn()) ? Optional.empty()
                : Optional.of(one(SignKind.JUMP, trace, before <= NEXT_TO_NOTHING, 0));
    }

    static Optional<SignCase> lastDay(Trace.MoreTime asked) {
        return asked.span().filter(span -> span >= SPAN_LEAST).map(span -> new SignCase(SignKind.LAST_DAY, asked.matter(), asked.no(), asked.unit(),
                asked.askedOn(), asked.askedOn().equals(asked.due()), null, asked.due(), 1.0 / span));
    }

    private static SignCase one(SignKind kind, Trace trace, boolean marked, double rate) {
        return new SignCase(kind, trace.matter(), trace.round(), trace.unit(), trace.claimedOn(), marked, null, trace.due(), rate);
    }
}
