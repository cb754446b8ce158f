package org.mingbai.reporting.sign;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.mingbai.pattern.Sketch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes `reporting.claim_trace` and `reporting.more_time`.
@Component
class TraceTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;

    TraceTable(JdbcClient db) {
        this.db = db;
    }

    /// These matters left this and nothing else.
    void put(TenantId tenant, Collection<MatterId> matters, List<Trace.Left> left) {
        var ids = matters.stream().map(MatterId::value).toArray(Long[]::new);
        var claims = left.stream().flatMap(one -> one.claims().stream()).toList();
        db.sql("delete from reporting.claim_trace where tenant = :tenant and matter = any(:matters)").param("tenant", tenant.value()).param("matters", ids)
                .update();
        db.sql("delete from reporting.more_time where tenant = :tenant and matter = any(:matters)").param("tenant", tenant.value()).param("matters", ids)
                .update();
        db.sql("insert into reporting.claim_trace select * from jsonb_populate_recordset(null::reporting.claim_trace, :rows::jsonb)")
                .param("rows", JSON.writeValueAsString(claims.stream().map(one -> row(tenant, one)).toList())).update();
        db.sql("insert into reporting.more_time select * from jsonb_populate_recordset(null::reporting.more_time, :rows::jsonb)")
                .param("rows", JSON.writeValueAsString(left.stream().flatMap(one -> one.moreTime().stream()).map(one -> row(tenant, one)).toList())).update();
        db.sql("insert into reporting.picture (tenant, sha256) select :tenant, unnest(:pictures) on conflict do nothing").param("tenant", tenant.value())
                .param("pictures", claims.stream().flatMap(one -> one.pictures().stream()).distinct().toArray(String[]::new)).update();
    }

    private static Map<String, Object> row(TenantId tenant, Trace one) {
        var row = new LinkedHashMap<String, Object>();
        row.put("tenant", tenant.value());
        row.put("matter", one.matter().value());
        row.put("round", one.round());
        row.put("register", one.register());
        row.put("category", one.category());
        row.put("unit", one.unit());
        row.put("raised_on", one.raisedOn().toString());
        row.put("assigned_on", one.assignedOn() == null ? null : one.assignedOn().toString());
        row.put("due", one.due() == null ? null : one.due().toString());
        row.put("claimed_on", one.claimedOn().toString());
        row.put("before", one.before());
        row.put("done", one.done().runs());
        row.put("measures", one.measures());
        row.put("pictures", one.pictures());
        row.put("shares", one.shares());
        return row;
    }

    private static Map<String, Object> row(TenantId tenant, Trace.MoreTime one) {
        var row = new LinkedHashMap<String, Object>();
        row.put("tenant", tenant.value());
        row.put("matter", one.matter().value());
        row.put("no", one.no());
        row.put("register", one.register());
        row.put("unit", one.unit());
        row.put("assigned_on", one.assignedOn() == null ? null : one.assignedOn().toString());
        row.put("due", one.due().toString());
        row.put("asked_on", one.askedOn().toString());
        return row;
    }

    /// The newest first.
    List<Trace> claims(Reach reach, LocalDate from, LocalDate to, int limit) {
        return asked("select c.* from reporting.claim_trace c where c.tenant = :tenant and c.claimed_on between :from and :to" + Reach.SQL
                + " order by c.claimed_on desc, c.matter desc, c.round desc limit " + limit, reach, from, to)
                .query((row, _) -> new Trace(new MatterId(row.getLong("matter")), row.getInt("round"), row.getString("register"), row.getString("category"),
                        row.getLong("unit"), row.getObject("raised_on", LocalDate.class), row.getObject("assigned_on", LocalDate.class),
                        row.getObject("due", LocalDate.class), row.getObject("claimed_on", LocalDate.class), row.getObject("before", Integer.class),
                        Sketch.kept(List.of((Long[]) row.getArray("done").getArray())), Set.of((Long[]) row.getArray("measures").getArray()),
                        List.of((String[]) row.getArray("pictures").getArray()), Set.of((Long[]) row.getArray("shares").getArray())))
                .list();
    }

    List<Trace.MoreTime> moreTime(Reach reach, LocalDate from, LocalDate to, int limit) {
        return asked("select c.* from reporting.more_time c where c.tenant = :tenant and c.asked_on between :from and :to" + Reach.SQL
                + " order by c.asked_on desc, c.matter desc, c.no desc limit " + limit, reach, from, to)
                .query((row, _) -> new Trace.MoreTime(new MatterId(row.getLong("matter")), row.getInt("no"), row.getString("register"), row.getLong("unit"),
                        row.getObject("assigned_on", LocalDate.class), row.getObject("due", LocalDate.class), row.getObject("asked_on", LocalDate.class)))
                .list();
    }

    /// Claimed solved, and those who raised it were reached: whether they call it solved.
    List<SignCase> answers(Reach reach, LocalDate from, LocalDate to, int limit) {
        return asked("""
                select c.* from reporting.case_span c
                where c.tenant = :tenant and c.kind = 'ANSWER' and c.until_day = 'infinity' and c.asked_on between :from and :to
                    and c.contacted and not c.excluded and c.claimed = 'SOLVED' and c.unit is not null
                """ + Reach.SQL + " order by c.asked_on desc, c.matter desc, c.no desc limit " + limit, reach, from, to)
                .query((row, _) -> new SignCase(SignKind.APART, new MatterId(row.getLong("matter")), row.getInt("no"), row.getLong("unit"),
                        row.getObject("asked_on", LocalDate.class), !"FULLY".equals(row.getString("solved")), null, null, 0))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Reach reach, LocalDate from, LocalDate to) {
        var values = new HashMap<String, Object>();
        values.put("tenant", reach.tenant().value());
        values.put("all", reach.all());
        values.put("units", reach.units().toArray(Long[]::new));
        values.put("registers", reach.registers().toArray(String[]::new));
        values.put("kept", reach.kept().toArray(Long[]::new));
        values.put("from", from);
        values.put("to", to);
        return db.sql(sql).params(values);
    }
}
