package org.mingbai.reporting.cases;

import java.time.Clock;
import java.util.List;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Lamps;
import org.mingbai.ledger.MatterChanged;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.MattersTakenOver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps the cases figures count, a moment behind the journals: whoever acts only leaves a note that the journal grew.
@Component
public class Gathering {

    private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);
    private static final int BATCH = 500;
    /// Whoever asks waits for so many batches at most; what is not read by then is said with the answer.
    private static final int BATCHES_WAITED_FOR = 4;

    private final CaseTable table;
    private final Matters matters;
    private final Lamps lamps;
    private final Clock clock;
    private final List<JournalsRead> others;
    private final TransactionTemplate transaction;

    Gathering(CaseTable table, Matters matters, Lamps lamps, Clock clock, List<JournalsRead> others, PlatformTransactionManager transactions) {
        this.table = table;
        this.matters = matters;
        this.lamps = lamps;
        this.clock = clock;
        this.others = others;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener
    void note(MatterChanged changed) {
        table.await(changed.tenant(), List.of(changed.matter()));
    }

    @EventListener
    void note(MattersTakenOver taken) {
        table.await(taken.tenant(), taken.matters().stream().map(org.mingbai.ledger.Matter::id).toList());
    }

    @Scheduled(scheduler = "queues", fixedDelay = 2000)
    void keepUp() {
        while (read(false)) {
            continue;
        }
    }

    /// Reads what has been written until now, or as much of it as one may be kept waiting for. Within somebody's snapshot nothing is read: it would
    /// not see it.
    /// @return whether all of this account was read
    public boolean catchUp(TenantId tenant) {
        boolean snapshot = TransactionSynchronizationManager.isCurrentTransactionReadOnly();
        for (int i = 0; !snapshot && i < BATCHES_WAITED_FOR && table.anyPending(tenant); i++) {
            read(true);
        }
        return !table.anyUnread(tenant);
    }

    /// @return whether there may be more
    private boolean read(boolean patient) {
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> {
                if (patient) {
                    table.lock();
                } else if (!table.lockIfFree()) {
                    return false;
                }
                var taken = table.taken(BATCH);
                taken.forEach(this::read);
                return !taken.isEmpty();
            }));
        } catch (RuntimeException e) {
            LOG.error("Some journals could not be read for figures; each is tried by itself", e);
            table.pending(BATCH).forEach((tenant, ids) -> ids.forEach(id -> readAlone(tenant, id)));
            return true;
        }
    }

    /// One that cannot be read is set aside, so that it keeps no other from being read; answers say that something is missing.
    private void readAlone(TenantId tenant, MatterId id) {
        try {
            transaction.executeWithoutResult(_ -> {
                table.lock();
                table.drop(tenant, id);
                read(tenant, List.of(id));
            });
        } catch (RuntimeException e) {
            LOG.error("The journal of matter {} of tenant {} cannot be read for figures", id.value(), tenant.value(), e);
            table.setAside(tenant, id);
        }
    }

    private void read(TenantId tenant, List<MatterId> ids) {
        var exclusions = table.exclusions(tenant, ids);
        var journals = matters.journals(tenant, ids);
        others.forEach(other -> other.read(tenant, journals));
        var spans = journals.entrySet().stream().filter(journal -> !journal.getValue().isEmpty())
                .flatMap(journal -> Span.of(CaseReading.of(journal.getKey(), journal.getValue(), matter -> lamps.turning(tenant, matter), exclusions::get,
                        clock.getZone())).stream())
                .toList();
        table.put(tenant, ids, spans);
    }
}
