package org.mingbai.ledger.seal;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.Tenants;
import org.mingbai.ledger.MatterId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// The sealed journal: what stands in the log, and the proofs of it. Everything here may be known to anybody: the log holds hashes that tell
/// nothing of what they stand for.
@Service
public class Seals {

    private final SealTable table;
    private final SealKeys keys;
    private final KeptHeads kept;
    private final Tenants tenants;
    private final Clock clock;

    Seals(SealTable table, SealKeys keys, KeptHeads kept, Tenants tenants, Clock clock) {
        this.table = table;
        this.keys = keys;
        this.kept = kept;
        this.tenants = tenants;
        this.clock = clock;
    }

    /// The proof for one entry, up to the newest head; empty while it waits to be sealed, which takes seconds.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<LogProof> proof(TenantId tenant, MatterId matter, int seq) {
        return table.leaf(tenant, matter, seq).flatMap(leaf -> table.last(tenant).map(head -> {
            var log = table.log(tenant).orElseThrow();
            return new LogProof(log.hash(), kept(tenant, leaf.leaf()), leaf.leaf(), tree(tenant, log).inclusion(leaf.leaf(), head.size()), head.note(),
                    null);
        }));
    }

    /// The same with what the entry says in the journal now, for those whose own it is. Where it was changed since it was sealed the proof shows just
    /// that: what it says is not what its leaf stands for.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<LogProof> opened(TenantId tenant, MatterId matter, int seq) {
        return proof(tenant, matter, seq).map(proof -> now(tenant, proof.index()).map(proof::with).orElse(proof));
    }

    /// What the journal says now where somebody brings a proof with what it said: nobody else is told. Empty where the entry is gone.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<Opening> now(TenantId tenant, LogProof brought) {
        return brought.opening() != null && brought.opens() ? now(tenant, brought.index()) : Optional.empty();
    }

    private Optional<Opening> now(TenantId tenant, long leaf) {
        return table.opened(tenant, leaf)
                .flatMap(it -> it.content() instanceof SealedEntry entry ? Optional.of(entry.opening(it.leaf().salt())) : Optional.empty());
    }

    /// The newest signed head; empty while nothing was sealed.
    public Optional<Note> checkpoint(TenantId tenant) {
        return table.last(tenant).map(SealTable.Head::note);
    }

    /// A tile of so many hashes; empty when the log has not so many there.
    /// @param width 1 to 256
    public Optional<byte[]> tile(TenantId tenant, int level, long n, int width) {
        return table.tile(tenant, level, n).filter(tile -> tile.length >= width * TreeHash.BYTES)
                .map(tile -> Arrays.copyOf(tile, width * TreeHash.BYTES));
    }

    /// The leaves themselves, in the same tiles.
    public Optional<byte[]> leaves(TenantId tenant, long n, int width) {
        return tile(tenant, Growing.LEAVES, n, width);
    }

    /// The keys that sign this log's heads or once did; empty while nothing was sealed, or the key file is missing.
    public List<VerifyingKey> keys(TenantId tenant) {
        return known(tenant).map(KnownKeys::keys).orElse(List.of());
    }

    /// The same, with how each was handed over to the next.
    public Optional<KnownKeys> known(TenantId tenant) {
        return table.log(tenant).filter(_ -> keys.ready()).map(log -> keys.known(log.origin()));
    }

    /// Whether a tree of the first size only grew into that of the second: what a witness wants to see.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<byte[]> consistency(TenantId tenant, long first, long second) {
        return tree(tenant, table.log(tenant).orElseThrow()).consistency(first, second);
    }

    /// What a receipt says today, held against the log and the journal as they stand.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Standing standing(TenantId tenant, String receipt) {
        var read = LogProof.read(receipt);
        if (read.isEmpty()) {
            return Standing.NO_RECEIPT;
        }
        var proof = read.get();
        var log = table.log(tenant).filter(it -> it.origin().equals(proof.checkpoint().origin()));
        if (log.isEmpty()) {
            return Standing.OTHER_LOG;
        }
        var known = known(tenant);
        boolean contested = known.filter(it -> it.contested(proof.head())).isPresent();
        if (!contested && known.filter(it -> it.signed(proof.head())).isEmpty()) {
            return Standing.NOT_SIGNED;
        }
        if (!proof.leads()) {
            return Standing.LEADS_NOWHERE;
        }
        return standing(tenant, log.get(), proof, contested);
    }

    /// What stands in the log of today holds, whichever of its keys signed it.
    private Standing standing(TenantId tenant, SealTable.Log log, LogProof proof, boolean contested) {
        var head = proof.checkpoint();
        if (table.size(tenant) < head.size()) {
            return contested ? Standing.CONTESTED : Standing.SHORTER;
        }
        if (!leadsTo(tenant, log, head)) {
            return contested ? Standing.CONTESTED : Standing.FORKED;
        }
        var opened = table.opened(tenant, proof.index());
        if (opened.isEmpty() || opened.get().content() == null) {
            return Standing.REMOVED;
        }
        if (!Arrays.equals(opened.get().content().sealed(log.hash(), opened.get().leaf().salt()), proof.leaf())) {
            return Standing.CHANGED;
        }
        return proof.opens() ? Standing.STANDS : Standing.SAYS_OTHERWISE;
    }

    /// A tree of which a part is gone leads nowhere.
    private boolean leadsTo(TenantId tenant, SealTable.Log log, Checkpoint head) {
        try {
            return Arrays.equals(tree(tenant, log).root(head.size()), head.root());
        } catch (NoSuchElementException | IndexOutOfBoundsException cut) {
            return false;
        }
    }

    /// What came of replacing the keys.
    public sealed interface Renewed {

        /// @param logs how many there are
        record Done(int logs) implements Renewed {}

        /// Nothing was done: the last head of this account's log is not signed by its keys, or is not that of its tables. A handover there would end
        /// the old key where it did not end; the check says what is wrong.
        record Refused(TenantId tenant) implements Renewed {}
    }

    /// New signing keys. Of the last head of every log the old ones say which take their place, and from then on they are believed no more; the new
    /// ones sign it too. Nothing is sealed meanwhile, by this program or another: else a head after it could bear an old key's signature.
    @Transactional
    public Renewed renewKeys() {
        table.lockAll();
        if (!keys.ready()) {
            throw new IllegalStateException("the seal has no keys");
        }
        var lasts = new LinkedHashMap<TenantId, Checkpoint>();
        for (var tenant : tenants.all()) {
            var last = table.last(tenant);
            var genuine = last.flatMap(head -> genuine(tenant, head));
            if (last.isPresent() && genuine.isEmpty() || kept.contradicted(tenant, keys.origin(tenant)).isPresent()) {
                return new Renewed.Refused(tenant);
            }
            genuine.ifPresent(head -> lasts.put(tenant, head));
        }
        keys.renew(List.copyOf(lasts.values()));
        lasts.forEach((tenant, head) -> keys.sign(head.origin(), head.text()).signatures()
                .forEach(it -> table.sign(tenant, head.size(), it, Instant.now(clock))));
        return new Renewed.Done(lasts.size());
    }

    /// By its own note: what others wrote below it later says nothing of it.
    private Optional<Checkpoint> genuine(TenantId tenant, SealTable.Head head) {
        return table.log(tenant).flatMap(log -> Checkpoint.read(head.own().text())
                .filter(said -> said.size() == head.size() && said.origin().equals(log.origin()) && keys.known(said.origin()).signed(head.own()))
                .filter(said -> leadsTo(tenant, log, said)));
    }

    private byte[] kept(TenantId tenant, long leaf) {
        int at = (int) (leaf & (TileNodes.WIDTH - 1)) * TreeHash.BYTES;
        return Arrays.copyOfRange(table.tile(tenant, Growing.LEAVES, leaf >>> TileNodes.HEIGHT).orElseThrow(), at, at + TreeHash.BYTES);
    }

    private Tree tree(TenantId tenant, SealTable.Log log) {
        return new Tree(log.hash(), new TileNodes(log.hash(), (level, n) -> table.tile(tenant, level, n).orElseThrow()));
    }
}
