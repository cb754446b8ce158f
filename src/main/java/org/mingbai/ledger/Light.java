package org.mingbai.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// How a matter stands against its clocks: derived each time it is looked at, never stored.
/// @param reason a key of somebody's words, with what fills its holes
/// @param worries all that makes it worse than on track now, the gravest and oldest first
public record Light(Sign sign, String reason, List<Object> args, List<Worry> worries) {

    public enum Sign { ON_TRACK, AT_RISK, LATE, PARKED, CLOSED }

    private static final Set<String> DAYS = Set.of("ledger.why.late", "ledger.why.today", "ledger.why.left");

    static Light of(Matter matter, List<Worry> ahead, OffsetDateTime now, ZoneId zone) {
        var worries = ahead.stream().filter(worry -> !worry.from().isAfter(now))
                .sorted(Comparator.comparing(Worry::sign).reversed().thenComparing(Worry::from))
                .filter(worry -> worry.sign() == Sign.LATE || ahead.stream().noneMatch(late -> late.sign() == Sign.LATE
                        && late.reason().equals(worry.reason()) && late.args().equals(worry.args()) && !late.from().isAfter(now)))
                .toList();
        if (matter.stage() instanceof Stage.Parked(_, var owner, var reviewOn)) {
            return worries.stream().filter(Light::runsThoughParked).findFirst()
                    .map(first -> new Light(worries.getFirst().sign(), first.reason(), first.args(), worries))
                    .orElseGet(() -> new Light(Sign.PARKED, "ledger.why.parked", List.of(owner, reviewOn), List.of()));
        }
        if (matter.stage() instanceof Stage.LookBackDue(_, var closedOn, var due)) {
            return new Light(Sign.CLOSED, "ledger.why.look-back", List.of(closedOn, due), List.of());
        }
        if (!matter.open()) {
            var ending = matter.round().ending();
            return ending == null ? new Light(Sign.CLOSED, "ledger.why.elsewhere", List.of(), List.of())
                    : new Light(Sign.CLOSED, "ledger.why.over", List.of(ending.on()), List.of());
        }
        var set = matter.watching().light();
        var today = now.atZoneSameInstant(zone).toLocalDate();
        if (set != null && !today.isAfter(set.until())) {
            return new Light(set.sign(), "ledger.why.set", List.of(set.reason(), set.until()), worries);
        }
        return running(matter, worries, ahead, today);
    }

    private static Light running(Matter matter, List<Worry> worries, List<Worry> ahead, LocalDate today) {
        // What is wrong now comes first; where nothing is, what ends next.
        var first = worries.stream().findFirst()
                .or(() -> ahead.stream().filter(worry -> worry.sign() == Sign.LATE).min(Comparator.comparing(Worry::from)));
        if (first.isPresent() && !first.get().reason().equals(Worry.DEADLINE)) {
            return new Light(worries.isEmpty() ? Sign.ON_TRACK : first.get().sign(), first.get().reason(), first.get().args(), worries);
        }
        if (matter.stage() instanceof Stage.UnderReview asked) {
            return new Light(Sign.ON_TRACK, "ledger.why.under-review", List.of(asked.askedOn()), worries);
        }
        var deadline = switch (matter.stage()) {
            case Stage.Relapsed(var on) -> Deadline.by(on);
            case Stage.ReviewUpheld(var on) -> Deadline.by(on);
            default -> matter.round().due();
        };
        if (deadline == null) {
            return new Light(Sign.ON_TRACK, "ledger.why.no-clock", List.of(), worries);
        }
        var due = deadline.date();
        return due == null ? new Light(Sign.ON_TRACK, "ledger.why." + deadline.kind(), List.of(), worries)
                : byDays(worries.isEmpty() ? Sign.ON_TRACK : worries.getFirst().sign(), ChronoUnit.DAYS.between(today, due), worries);
    }

    /// Of what is parked everything but its review day comes from clocks that parking does not stop.
    static boolean runsThoughParked(Worry worry) {
        return !worry.reason().equals(Worry.DEADLINE);
    }

    /// Whether the reason says no more than how far off the deadline is.
    public boolean saysTheDay() {
        return DAYS.contains(reason);
    }

    private static Light byDays(Sign sign, long left, List<Worry> worries) {
        return left < 0 ? new Light(sign, "ledger.why.late", List.of(-left), worries)
                : left == 0 ? new Light(sign, "ledger.why.today", List.of(), worries)
                : new Light(sign, "ledger.why.left", List.of(left), worries);
    }
}
