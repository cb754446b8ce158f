package org.mingbai.pattern;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Marks and sketches as rows.
@Component
class LikenessTable {

    private static final int NEWEST_MAX = 100;

    private final JdbcTemplate db;

    LikenessTable(JdbcTemplate db) {
        this.db = db;
    }

    record Waiting(TenantId tenant, MatterId matter, String title, String body, String place) {}

    record Posting(long mark, long seen, List<Long> newest) {}

    record Traced(MatterId matter, long[] sketch, Collection<Long> marks) {}

    void await(List<Waiting> waiting) {
        db.batchUpdate("insert into pattern.waiting (tenant, matter, title, body, place) values (?, ?, ?, ?, ?)",
                waiting.stream().map(it -> new Object[] {it.tenant().value(), it.matter().value(), it.title(), it.body(), it.place()}).toList());
    }

    /// Two nodes take different ones.
    List<Waiting> taken(int limit) {
        return db.query("""
                delete from pattern.waiting where ctid = any(array(select ctid from pattern.waiting limit ? for update skip locked))
                returning tenant, matter, title, body, place
                """, (row, _) -> new Waiting(new TenantId(row.getInt(1)), new MatterId(row.getLong(2)), row.getString(3), row.getString(4), row.getString(5)),
                limit);
    }

    void add(TenantId tenant, List<Traced> traced) {
        db.update("""
                insert into pattern.sketch (tenant, matter, runs)
                select ?, t.matter, t.runs::bigint[] from unnest(?::bigint[], ?::text[]) as t(matter, runs)
                on conflict (tenant, matter) do update set runs = excluded.runs
                """, tenant.value(), traced.stream().map(it -> it.matter().value()).toArray(Long[]::new),
                traced.stream().map(it -> literal(Arrays.stream(it.sketch()).boxed().toList())).toArray(String[]::new));
        var bearers = new TreeMap<Long, List<Long>>();
        for (var it : traced) {
            it.marks().forEach(mark -> bearers.computeIfAbsent(mark, _ -> new ArrayList<>()).add(it.matter().value()));
        }
        // In the order of the marks, so that two nodes never wait for each other in a circle.
        db.update("""
                insert into pattern.posting as p (tenant, mark, seen, newest)
                select ?, t.mark, t.seen, t.newest::bigint[] from unnest(?::bigint[], ?::bigint[], ?::text[]) as t(mark, seen, newest) order by t.mark
                on conflict (tenant, mark) do update set seen = p.seen + excluded.seen, newest = (excluded.newest || p.newest)[1:100]
                """, tenant.value(), bearers.keySet().toArray(Long[]::new), bearers.values().stream().map(it -> (long) it.size()).toArray(Long[]::new),
                bearers.values().stream().map(it -> literal(it.reversed().stream().limit(NEWEST_MAX).toList())).toArray(String[]::new));
    }

    private static String literal(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    Map<Long, Posting> postings(TenantId tenant, Collection<Long> marks) {
        var found = new HashMap<Long, Posting>();
        db.query("select mark, seen, newest from pattern.posting where tenant = ? and mark = any(?::bigint[])",
                row -> {
                    found.put(row.getLong(1), new Posting(row.getLong(1), row.getLong(2), numbers(row.getArray(3))));
                }, tenant.value(), marks.toArray(Long[]::new));
        return found;
    }

    Map<MatterId, long[]> sketches(TenantId tenant, Collection<MatterId> matters) {
        var found = new HashMap<MatterId, long[]>();
        db.query("select matter, runs from pattern.sketch where tenant = ? and matter = any(?::bigint[])",
                row -> {
                    found.put(new MatterId(row.getLong(1)), numbers(row.getArray(2)).stream().mapToLong(Long::longValue).toArray());
                }, tenant.value(), matters.stream().map(MatterId::value).toArray(Long[]::new));
        return found;
    }

    private static List<Long> numbers(Array array) throws SQLException {
        return List.of((Long[]) array.getArray());
    }
}
