package org.mingbai.verdict.lookback;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Drawing;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Happening;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Moment;
import org.mingbai.ledger.Stage;
import org.mingbai.ledger.TrayFilter;
import org.mingbai.verdict.Formulas;
import org.mingbai.verdict.draw.Draw;
import org.mingbai.verdict.draw.Draws;
import org.springframework.stereotype.Component;

/// What is to be looked at again by whom, and what was found. Whoever looks is never of the unit that handled it: the ledger sees to that.
@Component
public class LookBacks {

    private final Ledger ledger;
    private final Matters matters;
    private final Draws draws;
    private final LookBackTable table;
    private final Clock clock;

    LookBacks(Ledger ledger, Matters matters, Draws draws, LookBackTable table, Clock clock) {
        this.ledger = ledger;
        this.matters = matters;
        this.draws = draws;
        this.table = table;
        this.clock = clock;
    }

    /// One that waits for this person.
    /// @param ready whether its day has come
    /// @param leftOut the draw that left it out; nothing where it is to be looked at
    public record Waiting(Matter matter, LocalDate closedOn, LocalDate due, boolean ready, Optional<Draw> leftOut) {}

    /// What waits for one of this person's posts, what is due first first.
    public List<Waiting> waiting(SignedIn who) {
        var today = LocalDate.now(clock);
        return matters.tray(who, new TrayFilter(null, null, clock.instant(), null, MatterFilter.LIMIT_MAX)).matters().stream()
                .flatMap(matter -> matter.stage() instanceof Stage.LookBackDue(_, var closedOn, var due) ? java.util.stream.Stream.of(
                        new Waiting(matter, closedOn, due, !today.isBefore(due), leftOut(who, matter, due))) : java.util.stream.Stream.empty())
                .sorted(Comparator.comparing(Waiting::due).thenComparing(waiting -> waiting.matter().id().value())).toList();
    }

    private Optional<Draw> leftOut(SignedIn who, Matter matter, LocalDate due) {
        return draws.leavesOut(who.tenant(), Drawing.LOOK_BACK, matter.register(), due, matter.id(), setSeq(matter));
    }

    private static int setSeq(Matter matter) {
        return matter.watching().last(Happening.LOOK_BACK_SET, matter.round().number()).map(Moment::seq).orElse(1);
    }

    /// Lets those go whose day has come and that the draw left out: nobody looks, and that says nothing. Tells how many.
    public int letGo(SignedIn who) {
        int gone = 0;
        for (var one : waiting(who)) {
            if (one.ready() && one.leftOut().isPresent()) {
                var draw = one.leftOut().get();
                var key = UUID.nameUUIDFromBytes((one.matter().id().value() + "/" + setSeq(one.matter()) + "/not-drawn").getBytes(StandardCharsets.US_ASCII));
                gone += ledger.record(who, Objects.requireNonNull(one.matter().turn()), one.matter().id(), new Entry.NotDrawn(Drawing.LOOK_BACK,
                        draw.month().toString(), draw.commitment()), key) instanceof Answer.Done(_, var again) && !again ? 1 : 0;
            }
        }
        return gone;
    }

    /// What was looked at in an assessment month, of what this person may see.
    public List<LookBack> looked(SignedIn who, Formulas.Month month) {
        var all = table.looked(who.tenant(), month.from(), month.before());
        var seen = matters.these(who, all.stream().map(LookBack::matter).collect(Collectors.toSet())).stream().map(Matter::id).collect(Collectors.toSet());
        return all.stream().filter(look -> seen.contains(look.matter())).toList();
    }
}
