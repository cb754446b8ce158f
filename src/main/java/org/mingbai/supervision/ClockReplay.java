package org.mingbai.supervision;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.store.KeptBeside;
import org.mingbai.ledger.store.Replay.Difference;
import org.mingbai.supervision.clock.ClockTable;
import org.springframework.stereotype.Component;

/// Holds the clocks that are kept against those the journals tell.
@Component
class ClockReplay implements KeptBeside {

    private final ClockKeeping keeping;
    private final ClockTable table;

    ClockReplay(ClockKeeping keeping, ClockTable table) {
        this.keeping = keeping;
        this.table = table;
    }

    @Override
    public List<Difference> differences(TenantId tenant, List<Matter> matters) {
        var kept = table.of(tenant, matters.stream().map(Matter::id).toList()).stream().collect(groupingBy(ClockRow::matter));
        var differences = new ArrayList<Difference>();
        for (var matter : matters) {
            var told = new HashSet<>(keeping.rows(tenant, matter));
            var stands = new HashSet<>(kept.getOrDefault(matter.id(), List.of()));
            told.stream().filter(row -> !stands.contains(row))
                    .forEach(row -> differences.add(new Difference(matter.id(), "supervision.clock", row.toString(), "not so")));
            stands.stream().filter(row -> !told.contains(row))
                    .forEach(row -> differences.add(new Difference(matter.id(), "supervision.clock", "not so", row.toString())));
        }
        return differences;
    }
}
