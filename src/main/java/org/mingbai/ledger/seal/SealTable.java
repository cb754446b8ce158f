package org.mingbai.ledger.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.mingbai.shell.database.Copy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Reads and writes the tables of the seal, and reads the journal's rows as they stand.
@Component
class SealTable {

    private static final int LOCK = 0x5EA1;
    /// No tenant's number.
    private static final int EVERYBODY = 0;
    private static final String ENTRY = "e.kind, e.version, e.body, e.by_person, e.by_unit, e.by_role, e.at, e.day, e.key, e.said, e.turn_unit, e.turn_role";
    private static final String OPENED = "select l.leaf, l.matter, l.seq, l.log, l.line, l.salt, " + ENTRY + " from ledger.leaf l "
            + "left join ledger.entry e on e.tenant = l.tenant and e.matter = l.matter and e.seq = l.seq where l.tenant = ?";
    private static final String HEADS = """
            select h.size, h.at, h.note,
                (select string_agg(s.line, '' order by s.at, s.signer) from ledger.head_signature s where s.tenant = h.tenant and s.size = h.size)
            from ledger.head h where h.tenant = ?
            """;
    private static final int FETCHED = 2000;

    /// @param hash the tree's
    record Log(String origin, TreeHash hash) {}

    /// @param content nothing where there is no such entry or line any more
    record Waiting(Piece piece, @Nullable Sealable content) {}

    record Leaf(long leaf, Piece piece, byte[] salt) {}

    /// @param content nothing where there is no such entry or line any more
    record Opened(Leaf leaf, @Nullable Sealable content) {}

    /// @param note with the signatures it got later, @param own as it was signed, which nobody could add to
    record Head(long size, Instant at, Note note, Note own) {}

    private final JdbcTemplate db;
    private final Copy copy;
    private final LogsBeside beside;

    SealTable(JdbcTemplate db, Copy copy, LogsBeside beside) {
        this.db = db;
        this.copy = copy;
        this.beside = beside;
    }

    boolean anyHead() {
        return Boolean.TRUE.equals(db.queryForObject("select exists (select from ledger.head)", Boolean.class));
    }

    List<TenantId> waiting() {
        return db.query("select distinct tenant from ledger.unsealed order by tenant", (row, _) -> new TenantId(row.getInt(1)));
    }

    /// For the transaction; false while another node seals, or keys are replaced.
    boolean lockIfFree(TenantId tenant) {
        return Boolean.TRUE.equals(db.queryForObject("select pg_try_advisory_xact_lock_shared(?, ?) and pg_try_advisory_xact_lock(?, ?)", Boolean.class,
                LOCK, EVERYBODY, LOCK, tenant.value()));
    }

    /// For the transaction, when nobody seals any more; nobody begins meanwhile.
    void lockAll() {
        db.query("select pg_advisory_xact_lock(?, ?)", _ -> {}, LOCK, EVERYBODY);
    }

    Optional<Log> log(TenantId tenant) {
        return db.query("select origin, hash from ledger.log where tenant = ?",
                (row, _) -> new Log(row.getString(1), TreeHash.valueOf(row.getString(2))), tenant.value()).stream().findFirst();
    }

    void begin(TenantId tenant, Log log) {
        db.update("insert into ledger.log (tenant, origin, hash) values (?, ?, ?)", tenant.value(), log.origin(), log.hash().name());
    }

    /// Whether anything was ever sealed, whatever the log says of itself.
    boolean begun(TenantId tenant) {
        return Boolean.TRUE.equals(db.queryForObject(
                "select exists (select from ledger.leaf where tenant = ?) or exists (select from ledger.head where tenant = ?)", Boolean.class,
                tenant.value(), tenant.value()));
    }

    long waitingEntries(TenantId tenant) {
        return db.queryForObject("select count(*) from ledger.unsealed where tenant = ?", Long.class, tenant.value());
    }

    /// Takes so many out of the queue, in the order they were written as far as the clock tells it.
    /// @param inBulk those of whole ledgers that were taken over, or else the others
    List<Waiting> taken(TenantId tenant, boolean inBulk, int most) {
        return db.query("""
                with taken as (
                    delete from ledger.unsealed where ctid = any(array(select ctid from ledger.unsealed where tenant = ? and in_bulk = ? limit ?))
                    returning matter, seq)
                select t.matter, t.seq, %s
                from taken t left join ledger.entry e on e.tenant = ? and e.matter = t.matter and e.seq = t.seq
                order by e.at, t.matter, t.seq
                """.formatted(ENTRY),
                (row, _) -> new Waiting(new Piece.OfJournal(new MatterId(row.getLong(1)), row.getInt(2)),
                        content(tenant, row, row.getLong(1), row.getInt(2), 3)),
                tenant.value(), inBulk, most, tenant.value());
    }

    /// Takes out of the queues what has a place under a signed head already, or stands there twice: nothing the product does, and it would keep all
    /// behind it waiting.
    /// @return how many
    int dropTwice(TenantId tenant) {
        long signed = size(tenant);
        return db.update("delete from ledger.unsealed u using ledger.leaf l where u.tenant = ? and l.tenant = u.tenant and l.matter = u.matter "
                + "and l.seq = u.seq and l.leaf < ?", tenant.value(), signed)
                + db.update("delete from ledger.unsealed_line u using ledger.leaf l where u.tenant = ? and l.tenant = u.tenant and l.log = u.log "
                + "and l.line = u.line and l.leaf < ?", tenant.value(), signed)
                + dropTwice(tenant, "ledger.unsealed", "matter, seq") + dropTwice(tenant, "ledger.unsealed_line", "log, line");
    }

    private int dropTwice(TenantId tenant, String queue, String key) {
        return db.update("""
                delete from %1$s where ctid = any(array(
                    select ctid from (select ctid, row_number() over (partition by %2$s order by ctid) n from %1$s where tenant = ?) it where n > 1))
                """.formatted(queue, key), tenant.value());
    }

    void add(TenantId tenant, List<Leaf> leaves) {
        var rows = new Copy.Rows();
        for (var leaf : leaves) {
            var salt = "\\x" + HexFormat.of().formatHex(leaf.salt());
            switch (leaf.piece()) {
                case Piece.OfJournal(var matter, int seq) -> rows.row(tenant.value(), leaf.leaf(), matter.value(), seq, null, null, salt);
                case Piece.OfLog(var log, long line) -> rows.row(tenant.value(), leaf.leaf(), null, null, log, line, salt);
            }
        }
        copy.into("ledger.leaf (tenant, leaf, matter, seq, log, line, salt)", rows);
    }

    void put(TenantId tenant, Map<Growing.Place, byte[]> tiles) {
        db.batchUpdate("""
                insert into ledger.tile (tenant, level, n, hashes) values (?, ?, ?, ?)
                on conflict (tenant, level, n) do update set hashes = excluded.hashes
                """,
                tiles.entrySet().stream().map(tile -> new Object[] {tenant.value(), tile.getKey().level(), tile.getKey().n(), tile.getValue()}).toList());
    }

    Optional<byte[]> tile(TenantId tenant, int level, long n) {
        return db.query("select hashes from ledger.tile where tenant = ? and level = ? and n = ?", (row, _) -> row.getBytes(1),
                tenant.value(), level, n).stream().findFirst();
    }

    void add(TenantId tenant, long size, Instant at, Note head) {
        db.update("insert into ledger.head (tenant, size, at, note) values (?, ?, ?, ?)", tenant.value(), size, at.atOffset(ZoneOffset.UTC),
                head.written());
    }

    /// Leaves the log has.
    long size(TenantId tenant) {
        return db.queryForObject("select coalesce(max(size), 0) from ledger.head where tenant = ?", Long.class, tenant.value());
    }

    /// With the signatures it got later.
    Optional<Head> head(TenantId tenant, long size) {
        return heads("and h.size = ?", tenant, size).stream().findFirst();
    }

    Optional<Head> last(TenantId tenant) {
        return heads("order by h.size desc limit 1", tenant).stream().findFirst();
    }

    void sign(TenantId tenant, long size, Note.Signature signature, Instant at) {
        db.update("""
                insert into ledger.head_signature (tenant, size, signer, line, at) values (?, ?, ?, ?, ?)
                on conflict (tenant, size, signer) do nothing
                """,
                tenant.value(), size, signer(signature.name(), signature.id()), signature.line(), at.atOffset(ZoneOffset.UTC));
    }

    /// The longest head that bears a later signature of this key; 0 where there is none.
    long signedLast(TenantId tenant, VerifyingKey key) {
        return db.queryForObject("select coalesce(max(size), 0) from ledger.head_signature where tenant = ? and signer = ?", Long.class, tenant.value(),
                signer(key.name(), key.id()));
    }

    /// How a log stands with the witness.
    /// @param waits whether its newest head has no signature of theirs
    /// @param seconds since they signed one last; since its first head where they never did
    record Witnessed(TenantId tenant, boolean waits, double seconds) {}

    /// Every log that has a head.
    List<Witnessed> witnessed(VerifyingKey key, OffsetDateTime now) {
        return db.query("""
                select t.id, s.size is distinct from newest.size, greatest(0, extract(epoch from ?::timestamptz - coalesce(s.at, first.at)))
                from directory.tenant t
                cross join lateral (select at from ledger.head where tenant = t.id order by size limit 1) first
                cross join lateral (select size from ledger.head where tenant = t.id order by size desc limit 1) newest
                left join lateral (select size, at from ledger.head_signature where tenant = t.id and signer = ? order by size desc limit 1) s on true
                """, (row, _) -> new Witnessed(new TenantId(row.getInt(1)), row.getBoolean(2), row.getDouble(3)), now, signer(key.name(), key.id()));
    }

    private static String signer(String name, int id) {
        return name + "+" + HexFormat.of().toHexDigits(id);
    }

    Optional<Leaf> leaf(TenantId tenant, MatterId matter, int seq) {
        return db.query("select leaf, matter, seq, log, line, salt from ledger.leaf where tenant = ? and matter = ? and seq = ?",
                (row, _) -> leaf(row), tenant.value(), matter.value(), seq).stream().findFirst();
    }

    /// Every head, the smallest first, read as they are asked for: a busy log has millions. For a transaction, and to be closed.
    Stream<Head> heads(TenantId tenant) {
        return db.queryForStream(connection -> {
            var statement = connection.prepareStatement(HEADS + "order by h.size, h.ctid");
            statement.setFetchSize(FETCHED);
            statement.setInt(1, tenant.value());
            return statement;
        }, (row, _) -> readHead(row));
    }

    /// Whether any head says to be of a log of this name.
    boolean anyHeadOf(TenantId tenant, String origin) {
        return Boolean.TRUE.equals(db.queryForObject("select exists (select from ledger.head where tenant = ? and split_part(note, E'\\n', 1) = ?)",
                Boolean.class, tenant.value(), origin));
    }

    Optional<Opened> opened(TenantId tenant, long leaf) {
        return withLines(tenant, db.query(OPENED + " and l.leaf = ?", (row, _) -> opened(tenant, row), tenant.value(), leaf)).stream().findFirst();
    }

    /// Every leaf in order, with its entry or line as it stands now.
    void leaves(TenantId tenant, Consumer<Opened> taker) {
        var read = new ArrayList<Opened>();
        db.query(connection -> {
            var statement = connection.prepareStatement(OPENED + " order by l.leaf");
            statement.setFetchSize(FETCHED);
            statement.setInt(1, tenant.value());
            return statement;
        }, row -> {
            read.add(opened(tenant, row));
            if (read.size() == FETCHED) {
                withLines(tenant, read).forEach(taker);
                read.clear();
            }
        });
        withLines(tenant, read).forEach(taker);
    }

    private List<Opened> withLines(TenantId tenant, List<Opened> read) {
        var lines = read.stream().flatMap(it -> it.leaf().piece() instanceof Piece.OfLog line ? Stream.of(line) : Stream.empty()).toList();
        if (lines.isEmpty()) {
            return read;
        }
        var contents = beside.contents(tenant, lines);
        return read.stream().map(it -> it.leaf().piece() instanceof Piece.OfLog line ? new Opened(it.leaf(), contents.get(line)) : it).toList();
    }

    /// Entries that have neither a leaf nor a place in the queue.
    List<Piece.OfJournal> unknown(TenantId tenant, int most) {
        return db.query("""
                select e.matter, e.seq from ledger.entry e
                where e.tenant = ?
                    and not exists (select from ledger.leaf l where l.tenant = e.tenant and l.matter = e.matter and l.seq = e.seq)
                    and not exists (select from ledger.unsealed u where u.tenant = e.tenant and u.matter = e.matter and u.seq = e.seq)
                order by e.matter, e.seq limit ?
                """,
                (row, _) -> new Piece.OfJournal(new MatterId(row.getLong(1)), row.getInt(2)), tenant.value(), most);
    }

    private List<Head> heads(String which, TenantId tenant, Object... more) {
        var parameters = new ArrayList<Object>(List.of(tenant.value()));
        parameters.addAll(List.of(more));
        return db.query(HEADS + which, (row, _) -> readHead(row), parameters.toArray());
    }

    private static Head readHead(ResultSet row) throws SQLException {
        return new Head(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(), note(row.getString(3), row.getString(4)),
                note(row.getString(3), null));
    }

    private static Note note(String written, @Nullable String later) {
        return Note.read(later == null ? written : written + later).orElseGet(() -> new Note(written, List.of()));
    }

    private static Opened opened(TenantId tenant, ResultSet row) throws SQLException {
        return new Opened(leaf(row), content(tenant, row, row.getLong(2), row.getInt(3), 7));
    }

    private static Leaf leaf(ResultSet row) throws SQLException {
        var log = row.getString(4);
        return new Leaf(row.getLong(1), log == null ? new Piece.OfJournal(new MatterId(row.getLong(2)), row.getInt(3))
                : new Piece.OfLog(log, row.getLong(5)), row.getBytes(6));
    }

    private static @Nullable SealedEntry content(TenantId tenant, ResultSet row, long matter, int seq, int from) throws SQLException {
        var kind = row.getString(from);
        if (kind == null) {
            return null;
        }
        return new SealedEntry(tenant.value(), matter, seq, kind, row.getInt(from + 1), row.getString(from + 2), row.getLong(from + 3),
                row.getLong(from + 4), row.getString(from + 5), row.getObject(from + 6, OffsetDateTime.class).toInstant(),
                row.getObject(from + 7, LocalDate.class), row.getObject(from + 8, UUID.class), row.getLong(from + 9),
                row.getObject(from + 10, Long.class), row.getString(from + 11));
    }
}
