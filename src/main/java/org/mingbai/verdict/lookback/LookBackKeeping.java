package org.mingbai.verdict.lookback;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Happening;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterChanged;
import org.mingbai.ledger.MattersTakenOver;
import org.mingbai.ledger.Moment;
import org.mingbai.ledger.store.KeptBeside;
import org.mingbai.ledger.store.Replay.Difference;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Keeps what is to be looked at again and what was found, in the transaction that writes the journal.
@Component
class LookBackKeeping implements KeptBeside {

    private static final String TABLE = "verdict.look_back";
    private static final Set<Happening> TOLD = EnumSet.of(Happening.LOOK_BACK_SET, Happening.LOOKED_BACK, Happening.RELAPSED, Happening.NOT_LOOKED_BACK);

    private final LookBackTable table;
    private final Clock clock;

    LookBackKeeping(LookBackTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @EventListener
    void keep(MatterChanged changed) {
        boolean tells = changed.now().watching().moments().reversed().stream().takeWhile(moment -> moment.seq() == changed.line().seq())
                .anyMatch(moment -> TOLD.contains(moment.what()));
        if (tells) {
            told(changed.now()).forEach(look -> table.put(changed.tenant(), look));
        }
    }

    /// Many whole journals at once.
    @EventListener
    void keep(MattersTakenOver taken) {
        taken.matters().forEach(matter -> told(matter).forEach(look -> table.put(taken.tenant(), look)));
    }

    @Override
    public List<Difference> differences(TenantId tenant, List<Matter> matters) {
        var kept = table.of(tenant, matters.stream().map(Matter::id).toList()).stream().collect(groupingBy(LookBack::matter));
        return matters.stream().filter(matter -> !told(matter).equals(kept.getOrDefault(matter.id(), List.of())))
                .map(matter -> new Difference(matter.id(), TABLE, told(matter).toString(), kept.getOrDefault(matter.id(), List.of()).toString())).toList();
    }

    /// As the journal tells them.
    private List<LookBack> told(Matter matter) {
        var all = new ArrayList<LookBack>();
        for (var moment : matter.watching().moments()) {
            if (moment.what() == Happening.LOOK_BACK_SET) {
                all.add(new LookBack(matter.id(), moment.seq(), moment.round(), moment.lead(), matter.register(), Objects.requireNonNull(moment.until()), null,
                        null));
            } else if (TOLD.contains(moment.what()) && !all.isEmpty()) {
                all.set(all.size() - 1, after(all.getLast(), moment));
            }
        }
        return all;
    }

    private LookBack after(LookBack look, Moment moment) {
        return moment.what() == Happening.NOT_LOOKED_BACK ? look.leftOut(moment.seq())
                : look.found(new LookBack.Found(moment.seq(), day(moment), moment.what() == Happening.LOOKED_BACK));
    }

    private LocalDate day(Moment moment) {
        return moment.at().atZoneSameInstant(clock.getZone()).toLocalDate();
    }
}
