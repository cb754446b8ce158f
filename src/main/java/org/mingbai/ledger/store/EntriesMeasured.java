package org.mingbai.ledger.store;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.mingbai.shell.watch.Measure;
import org.mingbai.shell.watch.Measured;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Entries and lines that wait for their place in the sealed log, and matters and files whose words wait for the index.
@Component
class EntriesMeasured implements Measured {

    private final JdbcClient db;
    private final Clock clock;

    EntriesMeasured(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Waiting(long unsealed, double oldest) {}

    /// Of a table in which a row says since when it waits.
    private record Queue(long rows, double oldest) {}

    @Override
    public List<Measure> measures() {
        var waiting = db.sql("""
                select count(*) as unsealed, coalesce(extract(epoch from :now - min(e.at)), 0) as oldest
                from ledger.unsealed u join ledger.entry e on e.tenant = u.tenant and e.matter = u.matter and e.seq = u.seq
                """).param("now", OffsetDateTime.now(clock)).query(Waiting.class).single();
        var lines = db.sql("select count(*) as rows, coalesce(extract(epoch from now() - min(since)), 0) as oldest from ledger.unsealed_line")
                .query(Queue.class).single();
        var unwritten = db.sql("select count(*) as rows, coalesce(extract(epoch from now() - min(since)), 0) as oldest from ledger.unwritten")
                .query(Queue.class).single();
        var unread = db.sql("""
                select count(*) as rows, coalesce(extract(epoch from now() - min(since)), 0) as oldest from ledger.file_words where read_at is null
                """).query(Queue.class).single();
        return List.of(new Measure("mingbai_unsealed_entries", "Entries that wait for their place in the sealed log", waiting.unsealed()),
                new Measure("mingbai_unsealed_oldest_seconds", "Since the oldest of them was written", waiting.oldest()),
                new Measure("mingbai_unsealed_lines", "Lines of the audit trail and the log of looks that wait for their place in it", lines.rows()),
                new Measure("mingbai_unsealed_lines_oldest_seconds", "Since the oldest of them was written", lines.oldest()),
                new Measure("mingbai_search_waiting", "Matters whose words wait for the index of the search", unwritten.rows()),
                new Measure("mingbai_search_oldest_seconds", "Since the oldest of them was written", unwritten.oldest()),
                new Measure("mingbai_files_waiting", "Attached files whose text waits to be read for the search", unread.rows()),
                new Measure("mingbai_files_oldest_seconds", "Since the oldest of them was laid before the ledger", unread.oldest()));
    }
}
