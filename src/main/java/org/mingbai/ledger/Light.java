package org.mingbai.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// How a matter stands against its dates: derived each time it is looked at, never stored.
/// @param reason a key of the ledger's words, with what fills its holes
public record Light(Sign sign, String reason, List<Object> args) {

    public enum Sign { ON_TRACK, AT_RISK, LATE, PARKED, CLOSED }

    public static Light of(Matter matter, LocalDate today) {
        var stage = matter.stage();
        if (stage instanceof Stage.Parked(_, var owner, var reviewOn)) {
            return new Light(Sign.PARKED, "ledger.why.parked", List.of(owner, reviewOn));
        }
        if (stage instanceof Stage.LookBackDue(_, var closedOn, var due)) {
            return new Light(Sign.CLOSED, "ledger.why.look-back", List.of(closedOn, due));
        }
        if (stage instanceof Stage.Relapsed relapsed) {
            return running(Deadline.by(relapsed.on()), stage.named(), today);
        }
        if (!matter.open()) {
            var ending = matter.round().ending();
            return ending == null ? new Light(Sign.CLOSED, "ledger.why.elsewhere", List.of())
                    : new Light(Sign.CLOSED, "ledger.why.over", List.of(ending.on()));
        }
        return running(matter.round().due(), stage.named(), today);
    }

    private static Light running(@org.jspecify.annotations.Nullable Deadline deadline, StageName stage, LocalDate today) {
        if (deadline == null) {
            return new Light(Sign.ON_TRACK, "ledger.why.no-clock", List.of());
        }
        var due = deadline.date();
        if (due == null) {
            return new Light(Sign.ON_TRACK, "ledger.why." + deadline.kind(), List.of());
        }
        long days = Math.abs(ChronoUnit.DAYS.between(today, due));
        return switch (Urgency.of(stage, due, today)) {
            case LATE -> new Light(Sign.LATE, "ledger.why.late", List.of(days));
            case AT_RISK -> days == 0
                    ? new Light(Sign.AT_RISK, "ledger.why.today", List.of())
                    : new Light(Sign.AT_RISK, "ledger.why.left", List.of(days));
            case ON_TRACK, LATER, PARKED -> new Light(Sign.ON_TRACK, "ledger.why.left", List.of(days));
        };
    }
}
