package org.mingbai.ledger.seal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingbai.directory.TenantId;
import org.springframework.stereotype.Component;

/// The logs whose lines stand in the tree beside the entries of the journal.
@Component
class LogsBeside {

    private final Map<String, SealedLog> logs;

    LogsBeside(List<SealedLog> logs) {
        this.logs = logs.stream().collect(Collectors.toMap(SealedLog::name, it -> it));
    }

    Collection<SealedLog> all() {
        return logs.values();
    }

    /// Those of these lines that are there, as they stand now.
    Map<Piece.OfLog, SealedLine> contents(TenantId tenant, Collection<Piece.OfLog> lines) {
        var found = new HashMap<Piece.OfLog, SealedLine>();
        lines.stream().collect(Collectors.groupingBy(Piece.OfLog::log, Collectors.mapping(Piece.OfLog::line, Collectors.toList())))
                .forEach((log, ids) -> {
                    if (logs.containsKey(log)) {
                        logs.get(log).rows(tenant, ids).forEach((id, row) -> found.put(new Piece.OfLog(log, id), new SealedLine(tenant, log, id, row)));
                    }
                });
        return found;
    }
}
