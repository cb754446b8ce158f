package org.mingbai.ledger.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.Turning;
import org.mingbai.ledger.Urgency;
import org.mingbai.ledger.Worry;
import org.mingbai.shell.page.LightSign;

/// The light of a matter. What was declined, redirected, merged or withdrawn shows none.
final class Lights {

    private Lights() {}

    static Optional<LightSign> of(StageName stage, Turning turning, Instant now) {
        if (turning.parkedAt(stage, now)) {
            return Optional.of(LightSign.PARKED);
        }
        if (stage.open()) {
            var set = turning.setAt(now);
            return Optional.of(set != null ? LightSign.valueOf(set.name()) : switch (Urgency.of(stage, turning, now)) {
                case LATE -> LightSign.LATE;
                case AT_RISK -> LightSign.AT_RISK;
                case ON_TRACK, LATER -> LightSign.ON_TRACK;
                case PARKED -> LightSign.PARKED;
            });
        }
        return shown(stage) ? Optional.of(LightSign.CLOSED) : Optional.empty();
    }

    static boolean shown(StageName stage) {
        return stage.open() || stage == StageName.CLOSED || stage == StageName.HELD || stage == StageName.LOOK_BACK_DUE;
    }

    /// Of one measure, which has nothing but its day.
    static LightSign of(@Nullable LocalDate due, LocalDate today) {
        return due == null || !due.isBefore(today.plusDays(Worry.AT_RISK_DAYS)) ? LightSign.ON_TRACK
                : due.isBefore(today) ? LightSign.LATE : LightSign.AT_RISK;
    }
}
