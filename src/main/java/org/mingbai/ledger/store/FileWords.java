package org.mingbai.ledger.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Evidence;
import org.mingbai.ledger.MaskedText;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.library.FileText;
import org.mingbai.library.FileTexts;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The pairs of what files say that were laid before those who see a matter. A file is read once, whatever matters name it, and its text is not kept:
/// masked and cut into pairs, it is only good for being found.
@Component
public class FileWords {

    /// Bytes of one file's pairs, and of all the files' of a matter: with what the matter itself says they stay below the megabyte of one `tsvector`.
    private static final int WEIGHT_MAX = 300_000;
    private static final int WEIGHT_OF_ALL_MAX = 600_000;
    /// A file over which the process ends more than once is left.
    private static final int TRIES_MAX = 3;

    private final JdbcTemplate db;
    private final TransactionTemplate transaction;
    private final FileTexts texts;

    FileWords(JdbcTemplate db, TransactionTemplate transaction, FileTexts texts) {
        this.db = db;
        this.transaction = transaction;
        this.texts = texts;
    }

    private record Content(TenantId tenant, String sha256) {}

    /// A matter with the pairs of what it says itself, and the contents of its files, the newest first.
    record Saying(TenantId tenant, MatterId matter, String pairs, List<String> files) {}

    /// Indexes them with what of their files is read, and has them indexed again once the rest is. In the caller's transaction: whoever reads a file
    /// meanwhile waits for its end, and so finds the matters that wait.
    void index(List<Saying> sayings) {
        // In one order, so that two nodes do not wait for each other.
        var contents = sayings.stream().flatMap(it -> it.files.stream().map(sha256 -> new Content(it.tenant, sha256))).distinct()
                .sorted(Comparator.comparing((Content it) -> it.tenant.value()).thenComparing(Content::sha256));
        db.batchUpdate("""
                insert into ledger.file_words (tenant, sha256) select tenant, sha256 from library.file where tenant = ? and sha256 = ?
                on conflict do nothing
                """, contents.map(it -> new Object[] {it.tenant.value(), it.sha256}).toList());
        db.batchUpdate("""
                insert into ledger.file_awaited (tenant, sha256, matter)
                select w.tenant, w.sha256, ? from (
                    select tenant, sha256 from ledger.file_words where tenant = ? and sha256 = any(?::text[]) and read_at is null
                    order by sha256 for share) w
                on conflict do nothing
                """, sayings.stream().map(it -> new Object[] {it.matter.value(), it.tenant.value(), MatterLists.array(it.files)}).toList());
        db.batchUpdate("""
                insert into ledger.words (tenant, matter, pairs)
                select s.tenant, s.matter, s.pairs || coalesce((
                    select ledger.together(f.pairs) from (
                        select w.pairs, sum(w.weight) over (order by laid.place) as weight
                        from unnest(?::text[]) with ordinality laid(sha256, place)
                        join ledger.file_words w on w.tenant = s.tenant and w.sha256 = laid.sha256
                        where w.pairs is not null) f
                    where f.weight <= ?), '')
                from (values (?, ?, ?::tsvector)) s(tenant, matter, pairs)
                on conflict (tenant, matter) do update set pairs = excluded.pairs
                """, sayings.stream().map(it -> new Object[] {MatterLists.array(it.files), WEIGHT_OF_ALL_MAX, it.tenant.value(), it.matter.value(),
                        it.pairs}).toList());
    }

    /// Reads one file that waits. Two nodes take different ones; one that was taken and not read, as its process was killed, is taken again later.
    /// @return whether one waited
    /// @throws IOException where no file can be read now
    public boolean readOne() throws IOException {
        var taken = db.query("""
                update ledger.file_words w set taken_at = now(), tries = tries + 1
                from (select tenant, sha256 from ledger.file_words
                    where read_at is null and (taken_at is null or taken_at < now() - interval '10 minutes')
                    order by tenant, sha256 limit 1 for update skip locked) next
                where w.tenant = next.tenant and w.sha256 = next.sha256
                returning w.tenant, w.sha256, w.tries
                """, (row, _) -> Map.entry(new Content(new TenantId(row.getInt(1)), row.getString(2)), row.getInt(3))).stream().findFirst();
        if (taken.isEmpty()) {
            return false;
        }
        var file = taken.get().getKey();
        keep(file, taken.get().getValue() > TRIES_MAX ? FileText.none(FileText.Why.TOO_MUCH) : read(file));
        return true;
    }

    /// That nothing can be read now is not the file's fault. One over which the process was killed counts its try, and is tried again later.
    private FileText read(Content file) throws IOException {
        try {
            return texts.read(file.tenant, file.sha256);
        } catch (FileTexts.Killed e) {
            throw e;
        } catch (IOException e) {
            db.update("update ledger.file_words set taken_at = null, tries = tries - 1 where tenant = ? and sha256 = ? and read_at is null",
                    file.tenant.value(), file.sha256);
            throw e;
        }
    }

    /// Masked for everybody, as what matters say is.
    private void keep(Content file, FileText text) {
        var said = Pairs.weighed(MaskedText.of(text.text()), WEIGHT_MAX);
        boolean says = said.bytes() > 0;
        transaction.executeWithoutResult(_ -> {
            db.update("update ledger.file_words set pairs = ?::tsvector, weight = ?, why = ?, read_at = now() where tenant = ? and sha256 = ?",
                    says ? said.pairs() : null, said.bytes(), text.why() == null ? null : text.why().name(), file.tenant.value(), file.sha256);
            db.update("""
                    with waited as (delete from ledger.file_awaited where tenant = ? and sha256 = ? returning tenant, matter)
                    insert into ledger.unwritten (tenant, matter) select tenant, matter from waited where ?
                    """, file.tenant.value(), file.sha256, says);
        });
    }

    /// A matter that was found by words, and its files that may be shown.
    public record Asked(Matter matter, List<Evidence.File> files) {}

    /// Which file says what the matter itself does not; none of those that say all of it themselves.
    public Map<MatterId, Evidence.File> saidBy(TenantId tenant, String words, List<Asked> found) {
        var matters = new ArrayList<Long>();
        var files = new ArrayList<Evidence.File>();
        var rests = new ArrayList<Pairs.Rest>();
        for (var one : found) {
            if (!one.files.isEmpty()) {
                Pairs.unsaid(words, WordIndex.said(one.matter.subject()), one.matter.subject().number()).ifPresent(rest -> one.files.forEach(file -> {
                    matters.add(one.matter.id().value());
                    files.add(file);
                    rests.add(rest);
                }));
            }
        }
        var said = new HashMap<MatterId, Evidence.File>();
        if (files.isEmpty()) {
            return said;
        }
        db.query("""
                select distinct on (asked.matter) asked.matter, asked.place
                from unnest(?::bigint[], ?::text[], ?::text[], ?::text[]) with ordinality asked(matter, sha256, all_of_it, any_of_it, place)
                join ledger.file_words w on w.tenant = ? and w.sha256 = asked.sha256 and w.pairs @@ asked.any_of_it::tsquery
                order by asked.matter, w.pairs @@ asked.all_of_it::tsquery desc, asked.place
                """,
                row -> {
                    said.put(new MatterId(row.getLong(1)), files.get(row.getInt(2) - 1));
                },
                matters.toArray(Long[]::new), files.stream().map(Evidence.File::sha256).toArray(String[]::new),
                rests.stream().map(Pairs.Rest::all).toArray(String[]::new), rests.stream().map(Pairs.Rest::any).toArray(String[]::new), tenant.value());
        return said;
    }
}
