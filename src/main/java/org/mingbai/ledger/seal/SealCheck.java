package org.mingbai.ledger.seal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Reads the whole log again and holds the journal, the logs beside it, the tree and the signed heads against each other. Changes nothing.
@Component
public class SealCheck {

    private static final int TOLD_MAX = 1000;
    private static final int LOOKED_AT = 5000;

    /// What is wrong.
    public enum Fault {
        /// The entry or line is not as it was sealed, or another stands in its place.
        CHANGED,
        /// The entry or line is gone.
        REMOVED,
        /// The entry or line was never given to be sealed: somebody wrote it past the product.
        INSERTED,
        /// The list of leaves lacks one, or has one too many.
        LEAF_MISSING,
        /// The tree does not hold what its leaves say.
        TREE,
        /// A signed head is not that of the tree, or stands where another does or none can.
        HEAD,
        /// A head is not signed by this log's keys.
        SIGNATURE,
        /// A head is signed only by keys that were replaced at a smaller one: they were misused since, or the log was cut back before.
        CONTESTED,
        /// What stands here lies beyond the last signed head: leaves and head are only ever written together.
        UNSIGNED,
        /// A head somebody holds is of a longer log than this: this is an older copy, or something was taken back.
        SHORTER,
        /// A head somebody holds is not that of this log at its size: this log and the other went different ways.
        FORKED,
        /// A head signed here is of a longer log than this: something was taken back behind the product, and nothing more is signed.
        TAKEN_BACK,
        /// A head signed here is not that of this log at its size: it was rewritten behind the product, and nothing more is signed.
        REWRITTEN,
        /// What was to be held against the log is not signed by its keys.
        UNKNOWN_HEAD,
        /// Leaves or heads stand here, but not what the log is called and hashed with: nothing could be held against it.
        NAMELESS,
        /// The log is called or hashed otherwise than its heads were signed.
        NAMED_OTHERWISE,
        /// The keys are missing, so no signature could be checked.
        NO_KEYS
    }

    /// @param leaf from 0; the first that cannot be right, where the fault is in the tree; nothing where the fault is not at a leaf
    /// @param at the size of the head, where it is one
    public record Finding(Fault fault, @Nullable Long leaf, @Nullable Piece piece, @Nullable Long at) {}

    /// @param waiting entries and lines written but not sealed yet
    public record Report(long leaves, long heads, long waiting, List<Finding> findings) {}

    private final SealTable table;
    private final LinesToSeal lines;
    private final LogsBeside beside;
    private final SealKeys keys;
    private final KeptHeads kept;

    SealCheck(SealTable table, LinesToSeal lines, LogsBeside beside, SealKeys keys, KeptHeads kept) {
        this.table = table;
        this.lines = lines;
        this.beside = beside;
        this.keys = keys;
        this.kept = kept;
    }

    /// Whether a head or receipt says to be of this account's log.
    public boolean names(TenantId tenant, String held) {
        var origin = table.log(tenant).map(SealTable.Log::origin).or(() -> keys.ready() ? Optional.of(keys.origin(tenant)) : Optional.empty());
        return origin.isPresent() && head(held).filter(it -> it.origin().equals(origin.get())).isPresent();
    }

    /// One snapshot, however long it takes; nobody waits for it.
    /// @param held heads or receipts somebody kept from before
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Report check(TenantId tenant, List<String> held) {
        // Before anything is asked of the tables: the snapshot must not be older than what was signed.
        var signedHere = kept.all();
        var log = table.log(tenant);
        var here = KeptHeads.of(signedHere, keys.ready() ? keys.origin(tenant) : "", log);
        if (log.isEmpty()) {
            var findings = new ArrayList<Finding>();
            if (table.begun(tenant)) {
                findings.add(new Finding(Fault.NAMELESS, null, null, null));
            } else {
                here.ifPresent(head -> findings.add(new Finding(Fault.TAKEN_BACK, null, null, head.size())));
                held.forEach(it -> hold(tenant, new SealTable.Log(head(it).map(Checkpoint::origin).orElse(""), TreeHash.SHA_256), it, findings));
            }
            return new Report(0, 0, table.waitingEntries(tenant) + lines.count(tenant), unknown(tenant, findings));
        }
        var signed = signed(tenant, log.get());
        try (var heads = table.heads(tenant)) {
            var walk = new Walk(tenant, signed, heads.iterator(), here);
            if (!signed.equals(log.get())) {
                walk.found(new Finding(Fault.NAMED_OTHERWISE, null, null, null));
            }
            table.leaves(tenant, walk::take);
            walk.end();
            if (!keys.ready()) {
                walk.findings.add(new Finding(Fault.NO_KEYS, null, null, null));
            }
            held.forEach(it -> hold(tenant, signed, it, walk.findings));
            unknown(tenant, walk.findings);
            return new Report(walk.leaves, walk.heads, table.waitingEntries(tenant) + lines.count(tenant), List.copyOf(walk.findings));
        }
    }

    /// What the heads were signed as, whatever stands in `ledger.log` now: by a name or a hash that somebody put there every leaf would seem changed.
    private SealTable.Log signed(TenantId tenant, SealTable.Log log) {
        var head = table.last(tenant);
        var last = head.flatMap(it -> Checkpoint.read(it.note().text()));
        if (last.isEmpty() || !keys.ready() || !keys.known(last.get().origin()).signed(head.get().note())) {
            return log;
        }
        var origin = table.anyHeadOf(tenant, log.origin()) ? log.origin() : last.get().origin();
        return Stream.concat(Stream.of(log.hash()), Stream.of(TreeHash.values())).map(hash -> new SealTable.Log(origin, hash))
                .filter(it -> rootIs(tenant, it, last.get())).findFirst().orElseGet(() -> new SealTable.Log(origin, log.hash()));
    }

    private List<Finding> unknown(TenantId tenant, List<Finding> findings) {
        table.unknown(tenant, TOLD_MAX).forEach(it -> findings.add(new Finding(Fault.INSERTED, null, it, null)));
        beside.all().forEach(log -> unknown(tenant, log, findings));
        return findings;
    }

    private void unknown(TenantId tenant, SealedLog log, List<Finding> findings) {
        var ids = log.lines(tenant, Long.MIN_VALUE, LOOKED_AT);
        while (!ids.isEmpty() && findings.size() < TOLD_MAX) {
            lines.unknown(tenant, log.name(), ids, TOLD_MAX).forEach(it -> findings.add(new Finding(Fault.INSERTED, null, it, null)));
            ids = log.lines(tenant, ids.getLast(), LOOKED_AT);
        }
    }

    /// A head from outside is believed when it is signed: it says what this log was.
    private void hold(TenantId tenant, SealTable.Log log, String held, List<Finding> findings) {
        var head = head(held).filter(it -> it.origin().equals(log.origin()));
        var known = keys.ready() ? keys.known(log.origin()) : KnownKeys.of(List.of());
        boolean contested = note(held).filter(known::contested).isPresent();
        if (head.isEmpty() || !contested && note(held).filter(known::signed).isEmpty()) {
            findings.add(new Finding(Fault.UNKNOWN_HEAD, null, null, null));
            return;
        }
        long size = head.get().size();
        if (size > table.size(tenant)) {
            findings.add(new Finding(contested ? Fault.CONTESTED : Fault.SHORTER, null, null, size));
        } else if (!rootIs(tenant, log, head.get())) {
            findings.add(new Finding(contested ? Fault.CONTESTED : Fault.FORKED, null, null, size));
        }
    }

    private static Optional<Note> note(String held) {
        return LogProof.read(held).map(LogProof::head).or(() -> Note.read(held.replace("\r\n", "\n")));
    }

    private static Optional<Checkpoint> head(String held) {
        return note(held).flatMap(it -> Checkpoint.read(it.text()));
    }

    private boolean rootIs(TenantId tenant, SealTable.Log log, Checkpoint head) {
        try {
            var tree = new Tree(log.hash(), new TileNodes(log.hash(), (level, n) -> table.tile(tenant, level, n).orElseThrow()));
            return Arrays.equals(tree.root(head.size()), head.root());
        } catch (RuntimeException cut) {
            return false;
        }
    }

    /// The way through all leaves and heads in order, with the tree built anew from what stands in the log.
    private final class Walk {

        private final TenantId tenant;
        private final SealTable.Log log;
        private final Optional<KnownKeys> known;
        private final Iterator<SealTable.Head> rest;
        /// The last that was signed here.
        private final Optional<Checkpoint> here;
        private final List<Finding> findings = new ArrayList<>();
        /// Whole subtrees, the largest first: what the leaves so far come to.
        private final Deque<Subtree> front = new ArrayDeque<>();
        private byte[] leavesTile = new byte[0];
        private byte[] hashesTile = new byte[0];
        /// How many leaves the last head is over.
        private final long signed;
        private SealTable.@Nullable Head next;
        private long leaves;
        private long heads;
        /// At how many a head was looked at last.
        private long held;

        Walk(TenantId tenant, SealTable.Log log, Iterator<SealTable.Head> heads, Optional<Checkpoint> here) {
            this.tenant = tenant;
            this.log = log;
            this.known = keys.ready() ? Optional.of(keys.known(log.origin())) : Optional.empty();
            this.here = here;
            this.rest = heads;
            this.signed = table.size(tenant);
            this.next = following();
        }

        private SealTable.@Nullable Head following() {
            return rest.hasNext() ? rest.next() : null;
        }

        void take(SealTable.Opened opened) {
            var leaf = opened.leaf();
            if (leaf.leaf() >= signed) {
                found(Fault.UNSIGNED, leaf.leaf(), leaf.piece());
                return;
            }
            while (leaves < leaf.leaf()) {
                found(Fault.LEAF_MISSING, leaves, null);
                grow(kept(leaves));
            }
            var kept = kept(leaves);
            if (opened.content() == null) {
                found(Fault.REMOVED, leaf.leaf(), leaf.piece());
            } else if (kept.isEmpty() || !Arrays.equals(opened.content().sealed(log.hash(), leaf.salt()), kept.get())) {
                found(Fault.CHANGED, leaf.leaf(), leaf.piece());
            }
            grow(kept);
        }

        void end() {
            look();
            while (next != null) {
                found(Fault.LEAF_MISSING, leaves, null);
                var kept = kept(leaves);
                if (kept.isEmpty()) {
                    break;
                }
                grow(kept);
            }
            for (; next != null; next = following()) {
                look(next, false);
            }
            here.filter(head -> head.size() > leaves).ifPresent(head -> findings.add(new Finding(Fault.TAKEN_BACK, null, null, head.size())));
        }

        private void grow(Optional<byte[]> kept) {
            var hash = kept.map(log.hash()::leaf).orElse(new byte[TreeHash.BYTES]);
            if (kept.isEmpty() || !Arrays.equals(hash, at(hashesTile, leaves))) {
                found(Fault.TREE, leaves, null);
            }
            front.addLast(new Subtree(1, hash));
            leaves++;
            while (front.size() > 1 && last().size() == beforeLast().size()) {
                var right = front.removeLast();
                var left = front.removeLast();
                front.addLast(new Subtree(left.size() + right.size(), log.hash().node(left.hash(), right.hash())));
                whole(front.getLast());
            }
            look();
            here.filter(head -> head.size() == leaves && !Arrays.equals(head.root(), root()))
                    .ifPresent(head -> findings.add(new Finding(Fault.REWRITTEN, null, null, head.size())));
        }

        /// The hash of a whole tile stands once more in the tile above it.
        private void whole(Subtree tree) {
            int level = Long.numberOfTrailingZeros(tree.size());
            if (level % TileNodes.HEIGHT != 0) {
                return;
            }
            long index = leaves / tree.size() - 1;
            var tile = table.tile(tenant, level / TileNodes.HEIGHT, index >>> TileNodes.HEIGHT).orElseGet(() -> new byte[0]);
            if (!Arrays.equals(tree.hash(), at(tile, index))) {
                found(Fault.TREE, leaves - tree.size(), null);
            }
        }

        /// The heads the walk has come to.
        private void look() {
            for (; next != null && next.size() <= leaves; next = following()) {
                look(next, fits(next));
                held = leaves;
            }
        }

        /// No head is over nothing, and none over as many leaves as another: else what stands there would keep those behind it from being looked at.
        private boolean fits(SealTable.Head head) {
            return head.size() == leaves && leaves > held && Checkpoint.read(head.note().text()).filter(said -> said.size() == leaves
                    && said.origin().equals(log.origin()) && Arrays.equals(said.root(), root())).isPresent();
        }

        private void look(SealTable.Head head, boolean fits) {
            heads++;
            if (!fits) {
                found(new Finding(Fault.HEAD, null, null, head.size()));
            }
            known.filter(it -> !it.signed(head.note())).ifPresent(
                    it -> found(new Finding(it.contested(head.note()) ? Fault.CONTESTED : Fault.SIGNATURE, null, null, head.size())));
        }

        private byte[] root() {
            var all = front.descendingIterator();
            var hash = all.next().hash();
            while (all.hasNext()) {
                hash = log.hash().node(all.next().hash(), hash);
            }
            return hash;
        }

        /// What the log holds for a leaf.
        private Optional<byte[]> kept(long leaf) {
            if ((leaf & (TileNodes.WIDTH - 1)) == 0) {
                leavesTile = table.tile(tenant, Growing.LEAVES, leaf >>> TileNodes.HEIGHT).orElseGet(() -> new byte[0]);
                hashesTile = table.tile(tenant, 0, leaf >>> TileNodes.HEIGHT).orElseGet(() -> new byte[0]);
            }
            return Optional.ofNullable(at(leavesTile, leaf));
        }

        private static byte @Nullable [] at(byte[] tile, long leaf) {
            int from = (int) (leaf & (TileNodes.WIDTH - 1)) * TreeHash.BYTES;
            return from + TreeHash.BYTES > tile.length ? null : Arrays.copyOfRange(tile, from, from + TreeHash.BYTES);
        }

        private Subtree last() {
            return front.getLast();
        }

        private Subtree beforeLast() {
            var all = front.descendingIterator();
            all.next();
            return all.next();
        }

        private void found(Fault fault, long leaf, @Nullable Piece piece) {
            found(new Finding(fault, leaf, piece, null));
        }

        private void found(Finding finding) {
            if (findings.size() < TOLD_MAX) {
                findings.add(finding);
            }
        }
    }

    private record Subtree(long size, byte[] hash) {}
}
