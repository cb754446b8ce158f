package org.mingbai.ledger.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Evidence;
import org.mingbai.ledger.Lifecycle;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.MaskedText;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Indexes what matters and their files say, a moment after they have said it.
@Component
public class WordIndex {

    private static final Logger LOG = LoggerFactory.getLogger(WordIndex.class);
    private static final int BATCH = 2_000;

    private record Waiting(TenantId tenant, MatterId matter) {}

    private final JdbcTemplate db;
    private final Journals journals;
    private final FileWords files;

    WordIndex(JdbcTemplate db, Journals journals, FileWords files) {
        this.db = db;
        this.journals = journals;
        this.files = files;
    }

    /// The number of matters indexed: 0 when none waits. Two nodes take different ones.
    @Transactional
    public int catchUp() {
        var waiting = db.query("""
                with taken as (
                    delete from ledger.unwritten where ctid = any(array(select ctid from ledger.unwritten limit ? for update skip locked))
                    returning tenant, matter)
                select distinct tenant, matter from taken order by tenant, matter
                """,
                (row, _) -> new Waiting(new TenantId(row.getInt(1)), new MatterId(row.getLong(2))), BATCH);
        var rows = new ArrayList<Object[]>();
        var withFiles = new ArrayList<FileWords.Saying>();
        var byTenant = waiting.stream().collect(Collectors.groupingBy(Waiting::tenant, Collectors.mapping(Waiting::matter, Collectors.toList())));
        byTenant.forEach((tenant, matters) -> legible(tenant, matters).forEach((id, lines) -> {
            try {
                var subject = Lifecycle.replay(id, lines).subject();
                var pairs = Pairs.document(said(subject), subject.number());
                var laid = Evidence.withText(lines);
                if (laid.isEmpty()) {
                    rows.add(new Object[] {tenant.value(), id.value(), pairs});
                } else {
                    withFiles.add(new FileWords.Saying(tenant, id, pairs, laid.stream().map(Evidence.File::sha256).toList()));
                }
            } catch (RuntimeException | StackOverflowError e) {
                LOG.error("The journal of matter {} of tenant {} cannot be read; what it says is not found by its words", id.value(), tenant.value(), e);
            }
        }));
        db.batchUpdate("""
                insert into ledger.words (tenant, matter, pairs) values (?, ?, ?::tsvector)
                on conflict (tenant, matter) do update set pairs = excluded.pairs
                """, (List<Object[]>) rows);
        if (!withFiles.isEmpty()) {
            files.index(withFiles);
        }
        return waiting.size();
    }

    /// One journal that cannot be read does not keep the others from being found.
    private Map<MatterId, List<Line>> legible(TenantId tenant, List<MatterId> matters) {
        try {
            return journals.of(tenant, matters);
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            if (matters.size() == 1) {
                LOG.error("The journal of matter {} of tenant {} cannot be read; what it says is not found by its words", matters.getFirst().value(),
                        tenant.value(), e);
                return Map.of();
            }
            var legible = new LinkedHashMap<>(legible(tenant, matters.subList(0, matters.size() / 2)));
            legible.putAll(legible(tenant, matters.subList(matters.size() / 2, matters.size())));
            return legible;
        }
    }

    /// Masked for everybody: whoever is not shown a number cannot find out by searching for two of its digits at a time.
    static String said(Subject subject) {
        return MaskedText.of(Stream.of(subject.title(), subject.text(), subject.place(), subject.category())
                .filter(part -> part != null)
                .reduce("", (all, part) -> all + "\n" + part));
    }
}
