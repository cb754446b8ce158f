package org.mingbai.verdict.callback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Drawing;
import org.mingbai.ledger.Happening;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.Moment;
import org.mingbai.ledger.Stage;
import org.mingbai.verdict.draw.Draw;
import org.mingbai.verdict.draw.Draws;
import org.springframework.stereotype.Component;

/// When a matter came to await its verdict, and whether the draw left it out.
@Component
class Askings {

    private final Draws draws;
    private final Clock clock;

    Askings(Draws draws, Clock clock) {
        this.draws = draws;
        this.clock = clock;
    }

    /// The entry that brought it there.
    static int seq(Matter matter) {
        return asked(matter).map(Moment::seq).orElse(1);
    }

    /// The day it came there.
    LocalDate since(Matter matter) {
        return asked(matter).map(Moment::at).orElse(matter.changedAt()).atZoneSameInstant(clock.getZone()).toLocalDate();
    }

    Optional<Draw> leftOut(TenantId tenant, Matter matter) {
        return matter.stage() instanceof Stage.AwaitingVerdict
                ? draws.leavesOut(tenant, Drawing.VERDICT, matter.register(), since(matter), matter.id(), seq(matter)) : Optional.empty();
    }

    private static Optional<Moment> asked(Matter matter) {
        return matter.watching().last(Happening.VERDICT_AWAITED, matter.round().number());
    }
}
