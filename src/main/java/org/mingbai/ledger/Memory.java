package org.mingbai.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingbai.directory.TenantId;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Where the matters that this node lately wrote to stand, so that the next act need not read the journal again.
///
/// Another node may have written since. So what is remembered is good for trying an act, which is not written when the number of its
/// entry is taken, and for nothing else: whoever is refused is refused from a fresh reading.
final class Memory {

    static final int MATTERS_MAX = 2_000;

    /// @param keys under which its entries were asked for
    record Standing(Matter matter, List<UUID> keys) {

        static Standing of(MatterId id, List<Line> lines) {
            return new Standing(Lifecycle.replay(id, lines), lines.stream().map(Line::key).toList());
        }

        Standing after(Line line, Matter next) {
            var all = new ArrayList<>(keys);
            all.add(line.key());
            return new Standing(next, List.copyOf(all));
        }
    }

    private record Place(TenantId tenant, MatterId matter) {}

    private final Map<Place, Standing> standings = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Standing> eldest) {
            return size() > MATTERS_MAX;
        }
    };

    /// Nothing within somebody else's transaction: an act that fails for being tried on an old standing would take that transaction with it.
    synchronized Optional<Standing> of(TenantId tenant, MatterId matter) {
        return TransactionSynchronizationManager.isActualTransactionActive() ? Optional.empty() : Optional.ofNullable(standings.get(new Place(tenant, matter)));
    }

    /// Keeps what has been committed. Within somebody else's transaction nothing has been yet: it may be undone, and its number taken by
    /// another entry. What was remembered is old either way.
    synchronized void keep(TenantId tenant, Standing standing) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            standings.remove(new Place(tenant, standing.matter().id()));
        } else {
            standings.merge(new Place(tenant, standing.matter().id()), standing, (was, is) -> is.matter().seq() > was.matter().seq() ? is : was);
        }
    }
}
