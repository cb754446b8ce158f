package org.mingbai.reporting.cases;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.mingbai.reporting.Field;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes `reporting.pending` and `reporting.case_span`.
@Component
class CaseTable {

    private static final long LOCK = 0x6D62_6361_7365L;
    private static final List<Field> KEPT = Arrays.stream(Field.values()).filter(Field::kept).toList();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;

    CaseTable(JdbcClient db) {
        this.db = db;
    }

    void await(TenantId tenant, Collection<MatterId> matters) {
        db.sql("insert into reporting.pending (tenant, matter) select :tenant, unnest(:matters)")
                .param("tenant", tenant.value()).param("matters", ids(matters)).update();
    }

    /// One reads at a time, on whichever machine, until its transaction ends.
    void lock() {
        db.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(rows -> {});
    }

    boolean lockIfFree() {
        return db.sql("select pg_try_advisory_xact_lock(:lock)").param("lock", LOCK).query(Boolean.class).single();
    }

    boolean anyPending(TenantId tenant) {
        return db.sql("select exists(select from reporting.pending where tenant = :tenant and not failed)").param("tenant", tenant.value())
                .query(Boolean.class).single();
    }

    /// Also of those that could not be read.
    boolean anyUnread(TenantId tenant) {
        return db.sql("select exists(select from reporting.pending where tenant = :tenant)").param("tenant", tenant.value()).query(Boolean.class).single();
    }

    void setAside(TenantId tenant, MatterId matter) {
        db.sql("update reporting.pending set failed = true where tenant = :tenant and matter = :matter").param("tenant", tenant.value())
                .param("matter", matter.value()).update();
    }

    void drop(TenantId tenant, MatterId matter) {
        db.sql("delete from reporting.pending where tenant = :tenant and matter = :matter").param("tenant", tenant.value()).param("matter", matter.value())
                .update();
    }

    Map<TenantId, List<MatterId>> pending(int lines) {
        return grouped(db.sql("""
                select distinct tenant, matter from (select tenant, matter from reporting.pending where not failed order by id limit :lines) first
                order by tenant, matter
                """).param("lines", lines));
    }

    /// Those whose journals grew first, taken off the list.
    Map<TenantId, List<MatterId>> taken(int lines) {
        return grouped(db.sql("""
                with taken as (
                    delete from reporting.pending where (tenant, id) in
                        (select tenant, id from reporting.pending where not failed order by id limit :lines)
                    returning tenant, matter)
                select distinct tenant, matter from taken order by tenant, matter
                """).param("lines", lines));
    }

    private static Map<TenantId, List<MatterId>> grouped(JdbcClient.StatementSpec asked) {
        var all = new LinkedHashMap<TenantId, List<MatterId>>();
        asked.query(row -> {
            all.computeIfAbsent(new TenantId(row.getInt(1)), _ -> new ArrayList<>()).add(new MatterId(row.getLong(2)));
        });
        return all;
    }

    /// The entry that began the asking each exclusion is about.
    Map<Long, Integer> exclusions(TenantId tenant, Collection<MatterId> matters) {
        var found = new HashMap<Long, Integer>();
        db.sql("select id, asked_seq from verdict.exclusion where tenant = :tenant and matter = any(:matters)")
                .param("tenant", tenant.value()).param("matters", ids(matters))
                .query(row -> {
                    found.put(row.getLong(1), row.getInt(2));
                });
        return found;
    }

    /// These matters have these spans and no others. What stands already is not written again.
    void put(TenantId tenant, Collection<MatterId> matters, List<Span> spans) {
        var fresh = JSON.writeValueAsString(spans.stream().map(span -> row(tenant, span)).toList());
        db.sql("""
                delete from reporting.case_span c using (
                    select kind, matter, no, from_day from (
                        select * from reporting.case_span where tenant = :tenant and matter = any(:matters)
                        except
                        select * from jsonb_populate_recordset(null::reporting.case_span, :fresh::jsonb)) gone) g
                where c.tenant = :tenant and c.kind = g.kind and c.matter = g.matter and c.no = g.no and c.from_day = g.from_day
                """)
                .param("tenant", tenant.value()).param("matters", ids(matters)).param("fresh", fresh).update();
        db.sql("""
                insert into reporting.case_span
                select * from jsonb_populate_recordset(null::reporting.case_span, :fresh::jsonb)
                except
                select * from reporting.case_span where tenant = :tenant and matter = any(:matters)
                """)
                .param("tenant", tenant.value()).param("matters", ids(matters)).param("fresh", fresh).update();
    }

    private static Map<String, Object> row(TenantId tenant, Span span) {
        var row = new LinkedHashMap<String, Object>();
        row.put("tenant", tenant.value());
        row.put("kind", span.of().kind().name());
        row.put("matter", span.of().matter().value());
        row.put("no", span.of().no());
        row.put("from_day", span.from().toString());
        row.put("until_day", span.until() == null ? "infinity" : span.until().toString());
        row.put("open", false);
        for (var field : KEPT) {
            var value = span.of().fact(field);
            if (value != null) {
                row.put(field.column(), value instanceof Temporal ? value.toString() : value);
            }
        }
        return row;
    }

    private static Long[] ids(Collection<MatterId> matters) {
        return matters.stream().map(MatterId::value).toArray(Long[]::new);
    }
}
