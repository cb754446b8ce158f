package org.mingbai.supervision;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;

/// What lists know of a clock.
/// @param leader the leader who answers for the matter, as the ledger prints the name
/// @param firstEnd the first instant that was too late before any extension or pause
/// @param lateFrom the first instant that is too late as it stands
/// @param endedAt nothing while it runs
public record ClockRow(
        MatterId matter,
        Step step,
        int startedSeq,
        OrganisationId unit,
        String register,
        @Nullable String leader,
        @Nullable String rule,
        @Nullable Integer version,
        Instant startedAt,
        Instant firstEnd,
        Instant riskFrom,
        Instant lateFrom,
        boolean provisional,
        boolean paused,
        @Nullable Instant endedAt) {

    static ClockRow of(Matter matter, RunningClock clock, ZoneId zone) {
        var rule = clock.rule();
        return new ClockRow(matter.id(), clock.step(), clock.startedSeq(), clock.unit(), matter.register(),
                matter.assignment() == null ? null : matter.assignment().leader(), rule == null ? null : rule.code(),
                rule == null ? null : rule.version(), clock.startedAt().toInstant(), clock.firstEnd(zone).toInstant(),
                clock.riskFrom(zone).toInstant(), clock.lateFrom(zone).toInstant(), clock.due().provisional(), clock.paused(),
                clock.ended().map(ending -> ending.at().toInstant()).orElse(null));
    }

    /// The place of a row among those of its matter.
    public record Place(Step step, int startedSeq, OrganisationId unit) {}

    public Place place() {
        return new Place(step, startedSeq, unit);
    }
}
