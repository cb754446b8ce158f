package org.mingbai.ledger.seal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.DataDirectory;
import org.mingbai.shell.keys.SecretFile;
import org.springframework.stereotype.Component;

/// The last head of each log that was signed here, in a file beside the keys: the tables are held against it before anything more is signed. So
/// whoever can write the tables alone gets no signature over a history that contradicts one already given.
///
/// A head is kept once its transaction is over, and not before: a head that was rolled back would forbid all that come after it. Where the program
/// dies between the two, the one before it stays in the file, and every later tree goes on from that one as well. Each node keeps what it signed
/// itself; what another has signed since only went on from there.
@Component
class KeptHeads {

    /// Under the data directory.
    static final String NAME = "seal.heads";

    private static final String TEXT = """
            # 本机为每本日志签过的最后一个日志头。表里的账与它接不上时不再签名；怎么办见 docs/operate.zh-CN.md。
            # The last head of each log that was signed here. Nothing is signed while the tables do not go on from it; see docs/operate.md.
            """;
    private static final String HEAD = "head ";
    private static final String FIELD = " ";
    /// Several products in one process write the same file too.
    private static final Object ONE_AT_A_TIME = new Object();

    /// What was signed, and is not what the tables hold.
    /// @param shorter whether they hold less; else they hold something else
    record Contradiction(Checkpoint signed, boolean shorter) {}

    private final SecretFile file;
    private final SealTable table;

    KeptHeads(DataDirectory data, SealTable table) {
        this.file = new SecretFile(data.resolve(NAME));
        this.table = table;
    }

    /// By the origin of the log.
    Map<String, Checkpoint> all() {
        var heads = new TreeMap<String, Checkpoint>();
        for (var line : file.lines().orElseGet(List::of)) {
            if (line.startsWith(HEAD)) {
                var head = Checkpoint.read(line.substring(HEAD.length()).strip().replace(FIELD, "\n") + "\n")
                        .orElseThrow(() -> new IllegalStateException(file.path() + " cannot be read: " + line));
                heads.put(head.origin(), head);
            }
        }
        return heads;
    }

    /// Keeps it where none is kept that is longer.
    void keep(Checkpoint head) {
        synchronized (ONE_AT_A_TIME) {
            file.alone(() -> {
                var heads = all();
                if (heads.merge(head.origin(), head, (one, other) -> one.size() < other.size() ? other : one) == head) {
                    file.replace(text(heads));
                }
                return head;
            });
        }
    }

    private static String text(Map<String, Checkpoint> heads) {
        var text = new StringBuilder(TEXT);
        heads.values().forEach(head -> text.append(HEAD).append(head.text().strip().replace("\n", FIELD)).append('\n'));
        return text.toString();
    }

    /// Reads no more than a few tiles.
    /// @param origin what the tenant's log is called by the keys, whatever the tables call it
    Optional<Contradiction> contradicted(TenantId tenant, String origin) {
        var log = table.log(tenant);
        var kept = of(all(), origin, log);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        var signed = kept.get();
        if (log.isEmpty() || table.size(tenant) < signed.size()) {
            return Optional.of(new Contradiction(signed, true));
        }
        return log.get().origin().equals(signed.origin()) && goesOn(tenant, log.get(), signed) ? Optional.empty()
                : Optional.of(new Contradiction(signed, false));
    }

    /// A log that went over to other keys goes on under the name it had.
    static Optional<Checkpoint> of(Map<String, Checkpoint> heads, String origin, Optional<SealTable.Log> log) {
        return Optional.ofNullable(heads.get(origin)).or(() -> log.map(it -> heads.get(it.origin())));
    }

    private boolean goesOn(TenantId tenant, SealTable.Log log, Checkpoint head) {
        try {
            var tree = new Tree(log.hash(), new TileNodes(log.hash(), (level, n) -> table.tile(tenant, level, n).orElseThrow()));
            return Arrays.equals(tree.root(head.size()), head.root());
        } catch (NoSuchElementException | IndexOutOfBoundsException cut) {
            return false;
        }
    }
}
