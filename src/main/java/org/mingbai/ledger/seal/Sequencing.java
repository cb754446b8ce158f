package org.mingbai.ledger.seal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.watch.Measure;
import org.mingbai.shell.watch.Measured;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives every entry its place in the log, and every line of the logs beside the journal, a moment after it was written and beside those who
/// write. Each step is one transaction: leaves, tree and signed head are there together or not at all. Nothing is signed where the tables contradict
/// the last head that was signed here.
@Component
public class Sequencing implements Measured {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencing.class);
    private static final int BATCH = 5000;
    private static final Step NOTHING = new Step(false, null);

    /// What one transaction did.
    /// @param more whether there may be more to seal
    /// @param head that was signed; nothing where nothing was
    private record Step(boolean more, @Nullable Checkpoint head) {}

    private final SealTable table;
    private final LinesToSeal lines;
    private final LogsBeside beside;
    private final SealKeys keys;
    private final KeptHeads kept;
    private final SealSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();
    /// Whose logs are not signed, because the tables contradict what was.
    private final Set<TenantId> refused = ConcurrentHashMap.newKeySet();

    Sequencing(SealTable table, LinesToSeal lines, LogsBeside beside, SealKeys keys, KeptHeads kept, SealSettings settings, Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.lines = lines;
        this.beside = beside;
        this.keys = keys;
        this.kept = kept;
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

    @Override
    public List<Measure> measures() {
        return List.of(new Measure("mingbai_seal_refused", "Logs that are not signed, because the tables contradict what was signed", refused.size()));
    }

    private boolean moreLeft(TenantId tenant) {
        try {
            var step = Objects.requireNonNull(transaction.execute(_ -> seal(tenant)));
            if (step.head() != null) {
                keep(step.head());
            }
            return step.more();
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

    /// It is signed and stands in the log; without it in the file the head before it is what the next is held against.
    private void keep(Checkpoint head) {
        try {
            kept.keep(head);
        } catch (RuntimeException e) {
            LOG.error("The head of {} at {} could not be written into {}", head.origin(), head.size(), KeptHeads.NAME, e);
        }
    }

    private Step seal(TenantId tenant) {
        // Behind the lock: another program may have replaced the keys since they were read.
        if (!table.lockIfFree(tenant) || !keys.ready() || !agrees(tenant)) {
            return NOTHING;
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
            return NOTHING;
        }
        var log = table.log(tenant).orElseGet(() -> begun(tenant));
        var tree = new Growing(log.hash(), table.size(tenant), (level, n) -> table.tile(tenant, level, n).orElseThrow());
        var leaves = new ArrayList<SealTable.Leaf>();
        for (var waiting : taken) {
            var salt = new byte[SealedEntry.SALT_BYTES];
            random.nextBytes(salt);
            leaves.add(new SealTable.Leaf(tree.size(), waiting.piece(), salt));
            tree.add(sealed(log.hash(), waiting, salt));
        }
        table.add(tenant, leaves);
        table.put(tenant, tree.changed());
        var head = new Checkpoint(log.origin(), tree.size(), tree.root());
        table.add(tenant, tree.size(), Instant.now(clock), keys.sign(log.origin(), head.text()));
        return new Step(more, head);
    }

    /// What waits goes on waiting where it does not: a person has to look. It is said once, and goes on being counted.
    private boolean agrees(TenantId tenant) {
        var contradiction = kept.contradicted(tenant, keys.origin(tenant));
        if (contradiction.isEmpty()) {
            refused.remove(tenant);
        } else if (refused.add(tenant)) {
            var signed = contradiction.get().signed();
            LOG.error("账户 {} 的表与本机签过的日志头 {}（{} 条）接不上：{}。不再为它签名；请执行 mingbai check，并看 docs/operate.zh-CN.md。"
                    + " The tables of this account {} a head that was signed here. Nothing more is signed for it; run mingbai check, and see docs/operate.md.",
                    tenant.value(), signed.origin(), signed.size(), contradiction.get().shorter() ? "记录少了" : "记录被改过",
                    contradiction.get().shorter() ? "hold less than" : "are not those of");
        }
        return contradiction.isEmpty();
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
