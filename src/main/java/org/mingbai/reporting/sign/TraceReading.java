package org.mingbai.reporting.sign;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Evidence;
import org.mingbai.ledger.Happening;
import org.mingbai.ledger.Lifecycle;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Round;
import org.mingbai.pattern.Sketch;

/// Reads from a journal what its claims left. Pure: the same journal always tells the same.
final class TraceReading {

    private final MatterId id;
    private final ZoneId zone;
    private final Map<Integer, Trace> claims = new LinkedHashMap<>();
    private final List<Trace.MoreTime> moreTime = new ArrayList<>();

    private TraceReading(MatterId id, ZoneId zone) {
        this.id = id;
        this.zone = zone;
    }

    static Trace.Left of(MatterId id, List<Line> journal, ZoneId zone) {
        var reading = new TraceReading(id, zone);
        Matter matter = null;
        Matter yesterday = null;
        LocalDate day = null;
        for (var line : journal) {
            if (!line.day().equals(day)) {
                yesterday = matter;
                day = line.day();
            }
            matter = matter == null ? Lifecycle.begin(id, line) : Lifecycle.fold(matter, line);
            reading.read(matter, yesterday, line);
        }
        return new Trace.Left(List.copyOf(reading.claims.values()), List.copyOf(reading.moreTime));
    }

    private void read(Matter now, @Nullable Matter yesterday, Line line) {
        switch (line.entry()) {
            case Entry.ClosureClaimed claim -> claimed(now, yesterday, line, claim);
            case Entry.ExtensionRequested _ -> askedForTime(now, line);
            default -> {
            }
        }
    }

    private void askedForTime(Matter now, Line line) {
        var due = dueOf(now.round());
        if (due != null && now.lead() != null) {
            moreTime.add(new Trace.MoreTime(id, line.seq(), now.register(), now.lead().value(), assignedOn(now), due, line.day()));
        }
    }

    /// Sent back and claimed again it keeps its first day; what it says and shows is of the last.
    private void claimed(Matter now, @Nullable Matter yesterday, Line line, Entry.ClosureClaimed claim) {
        var round = now.round();
        if (now.lead() == null) {
            return;
        }
        var first = claims.get(round.number());
        claims.put(round.number(), new Trace(id, round.number(), now.register(), now.subject().category(), now.lead().value(), day(now),
                first == null ? assignedOn(now) : first.assignedOn(), first == null ? dueOf(round) : first.due(),
                first == null ? line.day() : first.claimedOn(),
                first == null ? before(round, yesterday) : first.before(), Sketch.of(claim.whatWasDone()),
                words(round), pictures(round), shares(round)));
    }

    private static @Nullable Integer before(Round round, @Nullable Matter yesterday) {
        if (round.standing().isEmpty()) {
            return null;
        }
        return yesterday == null || yesterday.round().number() != round.number() ? 0
                : (int) yesterday.round().standing().stream().mapToInt(Measure::percent).average().orElse(0);
    }

    /// A measure that is a piece of another matter's work is no copy of it.
    private static Set<Long> words(Round round) {
        return round.standing().stream().filter(measure -> measure.sharedWith() == null).map(measure -> Sketch.mark(measure.text()))
                .collect(Collectors.toSet());
    }

    private static List<String> pictures(Round round) {
        return round.evidence().stream().flatMap(evidence -> evidence.files().stream()).filter(file -> file.mediaType().startsWith("image/"))
                .map(Evidence.File::sha256).distinct().toList();
    }

    private Set<Long> shares(Round round) {
        return Stream.concat(Stream.of(id), round.standing().stream().map(Measure::sharedWith).filter(Objects::nonNull).map(Measure.Shared::matter))
                .map(MatterId::value).collect(Collectors.toSet());
    }

    private static @Nullable LocalDate dueOf(Round round) {
        return round.due() == null ? null : round.due().date();
    }

    private LocalDate day(Matter now) {
        return now.raisedAt().atZoneSameInstant(zone).toLocalDate();
    }

    private @Nullable LocalDate assignedOn(Matter now) {
        return now.watching().moments().stream().filter(moment -> moment.round() == now.round().number() && moment.what() == Happening.DISPATCHED)
                .findFirst().map(moment -> moment.at().atZoneSameInstant(zone).toLocalDate()).orElse(null);
    }
}
