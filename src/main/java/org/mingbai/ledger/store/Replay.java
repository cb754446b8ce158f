package org.mingbai.ledger.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Lamps;
import org.mingbai.ledger.Lifecycle;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Reads every journal again and holds what lists and counts say against it (I1). Changes nothing.
@Component
@NamedInterface("check")
public class Replay {

    private static final int BATCH = 1000;

    /// @param matters journals read, @param entries lines in them
    @NamedInterface("check")
    public record Report(long matters, long entries, List<Difference> differences) {}

    /// @param what which table and column, @param journal what the journals say, @param table what stands there
    @NamedInterface("check")
    public record Difference(@Nullable MatterId matter, String what, String journal, String table) {}

    private final JdbcTemplate db;
    private final Journals journals;
    private final Lamps lamps;
    private final List<KeptBeside> beside;

    Replay(JdbcTemplate db, Journals journals, Lamps lamps, List<KeptBeside> beside) {
        this.db = db;
        this.journals = journals;
        this.lamps = lamps;
        this.beside = beside;
    }

    /// One snapshot of the whole tenant, however long it takes; those who write are not kept waiting.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Report check(TenantId tenant) {
        var differences = new ArrayList<Difference>();
        var counts = new Counts();
        long matters = 0;
        long entries = 0;
        long last = Long.MIN_VALUE;
        while (true) {
            var ids = db.query("select distinct matter from ledger.entry where tenant = ? and matter > ? order by matter limit ?",
                    (row, _) -> new MatterId(row.getLong(1)), tenant.value(), last, BATCH);
            if (ids.isEmpty()) {
                break;
            }
            var found = read(tenant, ids, differences);
            var rows = rows(tenant, ids);
            var parts = parts(tenant, ids);
            var told = new ArrayList<Matter>();
            for (var journal : found.entrySet()) {
                var matter = told(journal.getKey(), journal.getValue(), differences);
                var row = matter == null ? null : reckoned(tenant, matter, differences);
                if (matter != null && row != null) {
                    compare(matter, row, rows.get(matter.id().value()), parts.getOrDefault(matter.id().value(), List.of()), differences);
                    counts.add(row.bucket(matter));
                    told.add(matter);
                }
                entries += journal.getValue().size();
            }
            beside.forEach(kept -> differences.addAll(beside(kept, tenant, told)));
            matters += ids.size();
            last = ids.getLast().value();
        }
        withoutJournal(tenant, differences);
        counts.compare(db, tenant, differences);
        return new Report(matters, entries, differences);
    }

    /// One line that cannot be read keeps no other journal from being read.
    private Map<MatterId, List<Line>> read(TenantId tenant, List<MatterId> ids, List<Difference> differences) {
        try {
            return journals.of(tenant, ids);
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException one) {
            var found = new LinkedHashMap<MatterId, List<Line>>();
            for (var id : ids) {
                try {
                    found.put(id, journals.of(tenant, id));
                } catch (DataAccessException e) {
                    throw e;
                } catch (RuntimeException e) {
                    differences.add(unreadable(id, e));
                }
            }
            return found;
        }
    }

    private static Difference unreadable(MatterId id, RuntimeException why) {
        return new Difference(id, "ledger.entry", "cannot be read", Objects.toString(why.getMessage()));
    }

    private static @Nullable Matter told(MatterId id, List<Line> lines, List<Difference> differences) {
        try {
            return Lifecycle.replay(id, lines);
        } catch (RuntimeException e) {
            differences.add(unreadable(id, e));
            return null;
        }
    }

    /// What is told can be out of all reckoning, such as a day by which no working days can be counted.
    private @Nullable MatterRow reckoned(TenantId tenant, Matter matter, List<Difference> differences) {
        try {
            return MatterRow.of(matter, lamps.turning(tenant, matter));
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            differences.add(unreadable(matter.id(), e));
            return null;
        }
    }

    private static List<Difference> beside(KeptBeside kept, TenantId tenant, List<Matter> told) {
        try {
            return kept.differences(tenant, told);
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException one) {
            var differences = new ArrayList<Difference>();
            for (var matter : told) {
                try {
                    differences.addAll(kept.differences(tenant, List.of(matter)));
                } catch (DataAccessException e) {
                    throw e;
                } catch (RuntimeException e) {
                    differences.add(unreadable(matter.id(), e));
                }
            }
            return differences;
        }
    }

    private static void compare(Matter matter, MatterRow journal, @Nullable MatterRow row, List<Long> parts,
            List<Difference> differences) {
        if (row == null) {
            differences.add(new Difference(matter.id(), "ledger.matter", journal.toString(), "no row"));
            return;
        }
        for (var component : MatterRow.class.getRecordComponents()) {
            var says = value(component, journal);
            var stands = value(component, row);
            if (!same(says, stands)) {
                differences.add(new Difference(matter.id(), "ledger.matter." + component.getName(), Objects.toString(says), Objects.toString(stands)));
            }
        }
        if (!List.copyOf(matter.parts()).equals(parts)) {
            differences.add(new Difference(matter.id(), "ledger.part", matter.parts().toString(), parts.toString()));
        }
    }

    /// Two times are the same when they are the same instant, whatever the zone they are told in.
    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one instanceof java.time.OffsetDateTime a && other instanceof java.time.OffsetDateTime b ? a.isEqual(b) : Objects.equals(one, other);
    }

    private static @Nullable Object value(java.lang.reflect.RecordComponent component, MatterRow row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<Long, MatterRow> rows(TenantId tenant, List<MatterId> ids) {
        var rows = new HashMap<Long, MatterRow>();
        db.query("select " + MatterLists.COLUMNS + " from ledger.matter m where tenant = ? and id = any(?::bigint[])",
                row -> {
                    rows.put(row.getLong("id"), MatterLists.row(row));
                }, tenant.value(), array(ids));
        return rows;
    }

    private Map<Long, List<Long>> parts(TenantId tenant, List<MatterId> ids) {
        var parts = new HashMap<Long, List<Long>>();
        db.query("select matter, unit from ledger.part where tenant = ? and matter = any(?::bigint[]) order by matter, unit",
                row -> {
                    parts.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>()).add(row.getLong(2));
                }, tenant.value(), array(ids));
        return parts;
    }

    private void withoutJournal(TenantId tenant, List<Difference> differences) {
        db.query("""
                select id from ledger.matter m
                where tenant = ? and not exists (select 1 from ledger.entry e where e.tenant = m.tenant and e.matter = m.id)
                order by id
                """,
                row -> {
                    differences.add(new Difference(new MatterId(row.getLong(1)), "ledger.matter", "no entry", "a row"));
                }, tenant.value());
    }

    private static String array(List<MatterId> ids) {
        return ids.stream().map(id -> Long.toString(id.value())).collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }

    /// The counts as the journals have them.
    private static final class Counts {

        private final Map<MatterRow.Bucket, Long> numbers = new HashMap<>();

        void add(MatterRow.Bucket bucket) {
            numbers.merge(bucket, 1L, Long::sum);
        }

        void compare(JdbcTemplate db, TenantId tenant, List<Difference> differences) {
            var stand = new HashMap<MatterRow.Bucket, Long>();
            db.query("""
                    select register, stage, lead, turn_unit, turn_role, due, risk_from, late_from, set_sign, set_until, parts, about, sum(n) as n
                    from (select * from ledger.tally where tenant = ? union all select * from ledger.tally_delta where tenant = ?) t
                    group by register, stage, lead, turn_unit, turn_role, due, risk_from, late_from, set_sign, set_until, parts, about having sum(n) <> 0
                    """,
                    row -> {
                        stand.put(new MatterRow.Bucket(row.getString(1), row.getString(2), (Long) row.getObject(3), (Long) row.getObject(4),
                                row.getString(5), row.getObject(6, java.time.LocalDate.class), MatterLists.turning(row),
                                List.of((Long[]) row.getArray("parts").getArray()), MatterLists.about(row)), row.getLong("n"));
                    }, tenant.value(), tenant.value());
            var all = new java.util.HashSet<>(numbers.keySet());
            all.addAll(stand.keySet());
            for (var bucket : all) {
                long says = numbers.getOrDefault(bucket, 0L);
                long stands = stand.getOrDefault(bucket, 0L);
                if (says != stands) {
                    differences.add(new Difference(null, "ledger.tally " + bucket, Long.toString(says), Long.toString(stands)));
                }
            }
        }
    }
}
