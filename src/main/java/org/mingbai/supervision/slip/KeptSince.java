package org.mingbai.supervision.slip;

import java.time.Clock;
import java.time.LocalDate;
import org.mingbai.directory.Directory;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// When a unit is named as complained of while a slip about the matter is with it, whoever sent the slip is told: nobody can answer it any more.
@Component
class KeptSince {

    private static final int OF_MATTER_MAX = 100;

    private final SlipTable table;
    private final SlipTold told;
    private final Ledger ledger;
    private final Directory directory;
    private final Clock clock;

    KeptSince(SlipTable table, SlipTold told, Ledger ledger, Directory directory, Clock clock) {
        this.table = table;
        this.told = told;
        this.ledger = ledger;
        this.directory = directory;
        this.clock = clock;
    }

    @EventListener
    void tell(MatterChanged changed) {
        if (!(changed.line().entry() instanceof Entry.ConcernNamed)) {
            return;
        }
        var tenant = changed.tenant();
        var before = changed.before();
        table.these(tenant, table.ofMatter(tenant, changed.matter(), OF_MATTER_MAX)).stream()
                .filter(slip -> slip.state().waits() && ledger.isKeptFrom(tenant, changed.now(), slip.to()))
                .filter(slip -> before == null || !ledger.isKeptFrom(tenant, before, slip.to()))
                .forEach(slip -> told.waitsForNobody(tenant, slip, LocalDate.now(clock),
                        person -> directory.actingAs(tenant, person).flatMap(who -> ledger.matter(who, changed.matter())).isPresent()));
    }
}
