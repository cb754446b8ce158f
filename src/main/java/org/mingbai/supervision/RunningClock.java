package org.mingbai.supervision;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.ledger.Happening;

/// One clock of a matter, with all that moved its end.
/// @param rule nothing for the day given when it was assigned
/// @param startedSeq the entry that started it
/// @param unit which has to be through with it
/// @param first its end before any pause or extension
/// @param due its end as it stands; while it is paused, as it would be had it gone on at once
/// @param ended nothing while it runs
public record RunningClock(
        Step step,
        @Nullable TimeRule rule,
        int round,
        int startedSeq,
        OffsetDateTime startedAt,
        OrganisationId unit,
        Due first,
        Due due,
        List<Pause> pauses,
        Optional<Extension> extension,
        Optional<Ending> ended) {

    public RunningClock {
        pauses = List.copyOf(pauses);
    }

    /// @param to nothing while it lasts
    /// @param seq the entry that tells who paused it and why
    public record Pause(PauseReason reason, OffsetDateTime from, Optional<OffsetDateTime> to, PersonId by, int seq) {}

    /// @param seq the entry by which it was granted
    public record Extension(PersonId by, int seq) {}

    /// @param done whether what it measured was done; else it was no longer owed
    public record Ending(Happening by, OffsetDateTime at, boolean done) {}

    public boolean runs() {
        return ended.isEmpty();
    }

    public boolean paused() {
        return runs() && pauses.stream().anyMatch(pause -> pause.to().isEmpty());
    }

    /// Whether somebody has stopped it, whatever else it stands still for.
    public boolean pausedByHand() {
        return runs() && pauses.stream().anyMatch(pause -> pause.to().isEmpty() && pause.reason() != PauseReason.PARKED);
    }

    private boolean byTheClock() {
        return rule != null && rule.limit().unit().byTheClock();
    }

    /// The first instant at which it is too late.
    public OffsetDateTime lateFrom(ZoneId zone) {
        return end(due, zone);
    }

    /// The first instant at which it would have been too late without any pause or extension.
    public OffsetDateTime firstEnd(ZoneId zone) {
        return end(first, zone);
    }

    private OffsetDateTime end(Due at, ZoneId zone) {
        return byTheClock() ? at.at().atZone(zone).toOffsetDateTime() : at.at().toLocalDate().plusDays(1).atStartOfDay(zone).toOffsetDateTime();
    }

    /// Since when little time is left: at midnight for what is counted in days.
    public OffsetDateTime riskFrom(ZoneId zone) {
        var late = lateFrom(zone);
        int percent = rule == null ? TimeRule.AT_RISK_PERCENT : rule.atRiskPercent();
        var from = late.minus(Duration.between(startedAt, late).multipliedBy(percent).dividedBy(100));
        if (byTheClock()) {
            return from;
        }
        var midnight = from.atZoneSameInstant(zone).toLocalDate().atStartOfDay(zone).toOffsetDateTime();
        return midnight.isBefore(startedAt) ? startedAt : midnight;
    }

    /// Whether the time one might use has passed unused. Nobody is late by that: it has ended by itself.
    public boolean overAt(OffsetDateTime now, ZoneId zone) {
        return step.window() && runs() && !paused() && !now.isBefore(lateFrom(zone));
    }

    /// Whether it ended, or stands now, beyond its time. A time one may use and need not is never late.
    public boolean lateAt(OffsetDateTime now, ZoneId zone) {
        if (step.window()) {
            return false;
        }
        var until = ended.map(Ending::at).orElse(now);
        return !paused() && !until.isBefore(lateFrom(zone));
    }
}
