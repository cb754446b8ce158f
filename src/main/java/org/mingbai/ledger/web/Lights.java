package org.mingbai.ledger.web;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.Urgency;
import org.mingbai.shell.page.LightSign;

/// The light of a matter. What was declined, redirected, merged or withdrawn shows none.
final class Lights {

    private Lights() {}

    static Optional<LightSign> of(Matter matter, LocalDate today) {
        return of(matter.stage().named(), matter.dueNow(), today);
    }

    static Optional<LightSign> of(StageName stage, @Nullable LocalDate due, LocalDate today) {
        if (stage == StageName.PARKED) {
            return Optional.of(LightSign.PARKED);
        }
        if (stage.open()) {
            return Optional.of(switch (Urgency.of(stage, due, today)) {
                case LATE -> LightSign.LATE;
                case AT_RISK -> LightSign.AT_RISK;
                case ON_TRACK, LATER -> LightSign.ON_TRACK;
                case PARKED -> LightSign.PARKED;
            });
        }
        return switch (stage) {
            case CLOSED, HELD, LOOK_BACK_DUE -> Optional.of(LightSign.CLOSED);
            default -> Optional.empty();
        };
    }
}
