package org.mingbai.ledger.seal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.mingbai.directory.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives every entry its place in the log, and every line of the logs beside the journal, a moment after it was written and beside those who
/// write. Each step is one transaction: leaves, tree and signed head are there together or not at all.
@Component
public class Sequencing {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencing.class);
    private static final int BATCH = 5000;
    private static final int SALT_BYTES = 32;

    private final SealTable table;
    private final LinesToSeal lines;
    private final LogsBeside beside;
    private final SealKeys keys;
    private final SealSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    Sequencing(SealTable table, LinesToSeal lines, LogsBeside beside, SealKeys keys, SealSettings settings, Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.lines = lines;
        this.beside = beside;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Seals all that waits now.
    @Scheduled(fixedDelay = 2000)
    public void keepUp() {
        if (!keys.ready()) {
            return;
        }
        var waiting = new LinkedHashSet<>(table.waiting());
        waiting.addAll(lines.waiting());
        // A batch of each in turn, so that an account with much to seal keeps no other waiting.
        while (!waiting.isEmpty()) {
            waiting.removeIf(tenant -> !moreLeft(tenant));
        }
    }

    private boolean moreLeft(TenantId tenant) {
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> seal(tenant)));
        } catch (DuplicateKeyException e) {
            return letGo(tenant, e);
        } catch (RuntimeException e) {
            return failed(tenant, e);
        }
    }

    /// What waits a second time is let go; where that is not it, somebody wrote into the log itself, and a person has to look.
    private boolean letGo(TenantId tenant, DuplicateKeyException why) {
        try {
            int dropped = Objects.requireNonNull(transaction.execute(_ -> table.lockIfFree(tenant) ? table.dropTwice(tenant) : 0));
            if (dropped == 0) {
                return failed(tenant, why);
            }
            LOG.error("Tenant {}: {} that had a place in the log already waited for another one and were let go; see check", tenant.value(), dropped);
            return true;
        } catch (RuntimeException e) {
            return failed(tenant, e);
        }
    }

    private static boolean failed(TenantId tenant, RuntimeException why) {
        LOG.error("The journal of tenant {} could not be sealed; it is tried again", tenant.value(), why);
        return false;
    }

    /// @return whether there may be more
    private boolean seal(TenantId tenant) {
        // Behind the lock: another program may have replaced the keys since they were read.
        if (!table.lockIfFree(tenant) || !keys.ready()) {
            return false;
        }
        // What people raise and do waits for no ledger that was taken over.
        var taken = new ArrayList<>(table.taken(tenant, false, BATCH));
        if (taken.size() < BATCH) {
            taken.addAll(table.taken(tenant, true, BATCH - taken.size()));
        }
        boolean more = taken.size() == BATCH;
        if (!more) {
            var beside = taken(tenant);
            more = beside.size() == BATCH;
            taken.addAll(beside);
        }
        if (taken.isEmpty()) {
            return false;
        }
        var log = table.log(tenant).orElseGet(() -> begun(tenant));
        var tree = new Growing(log.hash(), table.size(tenant), (level, n) -> table.tile(tenant, level, n).orElseThrow());
        var leaves = new ArrayList<SealTable.Leaf>();
        for (var waiting : taken) {
            var salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            leaves.add(new SealTable.Leaf(tree.size(), waiting.piece(), salt));
            tree.add(sealed(log.hash(), waiting, salt));
        }
        table.add(tenant, leaves);
        table.put(tenant, tree.changed());
        var head = new Checkpoint(log.origin(), tree.size(), tree.root());
        table.add(tenant, new SealTable.Head(tree.size(), Instant.now(clock), keys.sign(log.origin(), head.text())));
        return more;
    }

    private List<SealTable.Waiting> taken(TenantId tenant) {
        var pieces = lines.taken(tenant, BATCH);
        var contents = beside.contents(tenant, pieces);
        return pieces.stream().map(it -> new SealTable.Waiting(it, contents.get(it))).toList();
    }

    /// What was taken out of the journal, or of a log beside it, before it was sealed leaves a leaf that nothing opens, and the check names it.
    private static byte[] sealed(TreeHash hash, SealTable.Waiting waiting, byte[] salt) {
        var content = waiting.content();
        return content == null ? hash.of(salt) : content.sealed(hash, salt);
    }

    /// A log that has leaves and has lost its name is not named anew: with another way of hashing it could never be mended.
    private SealTable.Log begun(TenantId tenant) {
        if (table.begun(tenant)) {
            throw new IllegalStateException("the log of tenant " + tenant.value() + " has leaves or heads and no name; see check");
        }
        var log = new SealTable.Log(keys.origin(tenant), settings.treeHash());
        table.begin(tenant, log);
        return log;
    }
}
