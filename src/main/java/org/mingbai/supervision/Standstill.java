package org.mingbai.supervision;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A span in which a clock stood still.
public record Standstill(LocalDateTime from, LocalDateTime to) {

    public Standstill {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(from + " to " + to);
        }
    }

    /// The pauses that are over, one after the other: a day for which there are two reasons is one day.
    static List<Standstill> of(List<RunningClock.Pause> pauses, ZoneId zone) {
        var apart = new ArrayList<Standstill>();
        pauses.stream().sorted(Comparator.comparing(RunningClock.Pause::from)).forEach(pause -> pause.to().ifPresent(to -> {
            var one = new Standstill(local(pause.from(), zone), local(to, zone));
            if (apart.isEmpty() || one.from().isAfter(apart.getLast().to())) {
                apart.add(one);
            } else if (one.to().isAfter(apart.getLast().to())) {
                apart.add(new Standstill(apart.removeLast().from(), one.to()));
            }
        }));
        return apart;
    }

    private static LocalDateTime local(OffsetDateTime at, ZoneId zone) {
        return at.atZoneSameInstant(zone).toLocalDateTime();
    }
}
