package org.mingbai.reporting.sign;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.MatterId;
import org.mingbai.reporting.cases.JournalsRead;
import org.springframework.stereotype.Component;

/// Keeps what claims left, as figures keep their cases: a moment behind the journals and at no cost to whoever acts.
@Component
class TraceKeeping implements JournalsRead {

    private final TraceTable table;
    private final Clock clock;

    TraceKeeping(TraceTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void read(TenantId tenant, Map<MatterId, List<Line>> journals) {
        table.put(tenant, journals.keySet(), journals.entrySet().stream().filter(journal -> !journal.getValue().isEmpty())
                .map(journal -> TraceReading.of(journal.getKey(), journal.getValue(), clock.getZone())).toList());
    }
}
