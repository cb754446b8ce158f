package org.mingbai.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;
import org.springframework.stereotype.Component;

/// What a matter's light is read from. Nothing of it is kept but the instants at which it turns.
@Component
public class Lamps {

    private final Optional<Watch> watch;
    private final Clock clock;

    Lamps(Optional<Watch> watch, Clock clock) {
        this.watch = watch;
        this.clock = clock;
    }

    /// How a matter stands now, with the reasons.
    public Light light(TenantId tenant, Matter matter) {
        return Light.of(matter, worries(tenant, matter), OffsetDateTime.now(clock), clock.getZone());
    }

    /// The day by which it would have to be handled if it were assigned now, where a rule says so.
    public Optional<DueOffer> offer(TenantId tenant, Matter matter) {
        return watch.flatMap(watching -> watching.offer(tenant, matter));
    }

    /// Why such an act comes too late now, whoever does it.
    Optional<Refusal> tooLate(TenantId tenant, Matter matter, ActKind act, OffsetDateTime at) {
        return watch.flatMap(watching -> watching.closed(tenant, matter, act, at))
                .map(closed -> new Refusal.WindowClosed(act, closed.on(), closed.title(), closed.article()));
    }

    public Turning turning(TenantId tenant, Matter matter) {
        var worries = worries(tenant, matter);
        if (matter.stage() instanceof Stage.Parked) {
            return parked(worries);
        }
        var set = matter.open() ? matter.watching().light() : null;
        return new Turning(first(worries, Light.Sign.AT_RISK), first(worries, Light.Sign.LATE), set == null ? null : set.sign(),
                set == null ? null : startOf(set.until().plusDays(1)).toInstant());
    }

    /// It shows as parked until a clock that parking does not stop turns; from then on as what runs does.
    private static Turning parked(List<Worry> worries) {
        var turns = worries.stream().filter(Light::runsThoughParked).map(worry -> worry.from().toInstant()).min(Comparator.naturalOrder()).orElse(null);
        return new Turning(first(worries, Light.Sign.AT_RISK), first(worries, Light.Sign.LATE), turns == null ? null : Light.Sign.ON_TRACK, turns);
    }

    private static @Nullable Instant first(List<Worry> worries, Light.Sign sign) {
        return worries.stream().filter(worry -> worry.sign() == sign).map(worry -> worry.from().toInstant()).min(Comparator.naturalOrder()).orElse(null);
    }

    /// What is over or come back is owed on one day only, whatever its clocks said before; so is what is laid aside, but for the clocks that run on.
    private List<Worry> worries(TenantId tenant, Matter matter) {
        return switch (matter.stage()) {
            case Stage.Parked(_, _, var reviewOn) -> Stream.concat(owedOn(reviewOn).stream(),
                    watch.stream().flatMap(watching -> watching.worries(tenant, matter).stream())).toList();
            case Stage.LookBackDue(_, _, var day) -> owedOn(day);
            case Stage.Relapsed(var on) -> owedOn(on);
            case Stage.ReviewUpheld(var on) -> owedOn(on);
            default -> matter.open() ? running(tenant, matter) : List.of();
        };
    }

    private List<Worry> running(TenantId tenant, Matter matter) {
        return watch.map(watching -> watching.worries(tenant, matter)).orElseGet(() -> Worry.byTheDeadline(matter, clock.getZone()));
    }

    private List<Worry> owedOn(LocalDate day) {
        return List.of(new Worry(Light.Sign.AT_RISK, startOf(day), Worry.DEADLINE, List.of(day)),
                new Worry(Light.Sign.LATE, startOf(day.plusDays(1)), Worry.DEADLINE, List.of(day)));
    }

    private OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }
}
