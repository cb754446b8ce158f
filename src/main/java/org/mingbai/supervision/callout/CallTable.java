package org.mingbai.supervision.callout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Sight;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Each fact of a call-out is written once and stays.
@Component
class CallTable {

    private final JdbcClient db;

    CallTable(JdbcClient db) {
        this.db = db;
    }

    long begin(TenantId tenant, CallOut call, PersonId by, UUID key) {
        long id = db.sql("select nextval('supervision.call_out_id')").query(Long.class).single();
        db.sql("""
                insert into supervision.call_out (tenant, id, matter, caller, office, kind, reason, called_at, called_seq, arrive_by, called_by, key)
                values (:tenant, :id, :matter, :caller, :office, :kind, :reason, :calledAt, :calledSeq, :arriveBy, :by, :key)
                """)
                .param("tenant", tenant.value()).param("id", id).param("matter", call.matter().value()).param("caller", call.caller().value())
                .param("office", call.office().value()).param("kind", call.kind()).param("reason", call.reason())
                .param("calledAt", call.calledAt()).param("calledSeq", call.calledSeq()).param("arriveBy", call.arriveBy())
                .param("by", by.value()).param("key", key)
                .update();
        call.called().forEach(one -> db.sql("insert into supervision.call_out_unit (tenant, call_out, unit) values (:tenant, :id, :unit)")
                .param("tenant", tenant.value()).param("id", id).param("unit", one.unit().value()).update());
        return id;
    }

    /// @param by who called under that key
    record Before(long id, PersonId by) {}

    Optional<Before> under(TenantId tenant, UUID key) {
        return db.sql("select id, called_by from supervision.call_out where tenant = :tenant and key = :key").param("tenant", tenant.value())
                .param("key", key).query((row, _) -> new Before(row.getLong(1), new PersonId(row.getLong(2)))).optional();
    }

    /// False when the arrival was written down before.
    boolean arrived(TenantId tenant, long id, OrganisationId unit, OffsetDateTime at, @Nullable String words, boolean byCaller) {
        return 1 == db.sql("""
                update supervision.call_out_unit set arrived_at = :at, words = :words, by_caller = :byCaller
                where tenant = :tenant and call_out = :id and unit = :unit and arrived_at is null
                """)
                .param("tenant", tenant.value()).param("id", id).param("unit", unit.value()).param("at", at).param("words", words)
                .param("byCaller", byCaller).update();
    }

    boolean ended(TenantId tenant, long id, OffsetDateTime at, String result) {
        return 1 == db.sql("update supervision.call_out set ended_at = :at, result = :result where tenant = :tenant and id = :id and ended_at is null")
                .param("tenant", tenant.value()).param("id", id).param("at", at).param("result", result).update();
    }

    /// Until this transaction ends no other call about that matter ends.
    void lockOpen(TenantId tenant, MatterId matter) {
        db.sql("select id from supervision.call_out where tenant = :tenant and matter = :matter and ended_at is null order by id for update")
                .param("tenant", tenant.value()).param("matter", matter.value()).query(row -> {});
    }

    /// Who was called about that matter by calls that are not over, and is not there.
    Set<OrganisationId> awaited(TenantId tenant, MatterId matter) {
        return Set.copyOf(db.sql("""
                select distinct u.unit from supervision.call_out c join supervision.call_out_unit u on u.tenant = c.tenant and u.call_out = c.id
                where c.tenant = :tenant and c.matter = :matter and c.ended_at is null and u.arrived_at is null
                """).param("tenant", tenant.value()).param("matter", matter.value()).query((row, _) -> new OrganisationId(row.getLong(1))).list());
    }

    /// A called unit that is not there although its time is over, of which nobody was told yet.
    record Late(TenantId tenant, long call, OrganisationId unit) {}

    List<Late> lateUntold(OffsetDateTime now, int limit) {
        return db.sql("""
                select u.tenant, u.call_out, u.unit
                from supervision.call_out c join supervision.call_out_unit u on u.tenant = c.tenant and u.call_out = c.id
                where c.ended_at is null and c.arrive_by < :now and u.arrived_at is null and u.told_late_at is null
                order by c.arrive_by limit :limit
                """).param("now", now).param("limit", limit)
                .query((row, _) -> new Late(new TenantId(row.getInt("tenant")), row.getLong("call_out"), new OrganisationId(row.getLong("unit")))).list();
    }

    /// False when another process told it first, or the unit came meanwhile.
    boolean toldLate(Late late, OffsetDateTime at) {
        return 1 == db.sql("""
                update supervision.call_out_unit set told_late_at = :at
                where tenant = :tenant and call_out = :call and unit = :unit and told_late_at is null and arrived_at is null
                """)
                .param("tenant", late.tenant().value()).param("call", late.call()).param("unit", late.unit().value()).param("at", at).update();
    }

    boolean ratedCalled(TenantId tenant, long id, OrganisationId unit, CallOut.Rating rating) {
        return 1 == db.sql("""
                update supervision.call_out_unit set called_grade = :grade, called_words = :words
                where tenant = :tenant and call_out = :id and unit = :unit and called_grade is null
                """)
                .param("tenant", tenant.value()).param("id", id).param("unit", unit.value()).param("grade", rating.grade())
                .param("words", rating.words()).update();
    }

    boolean ratedCaller(TenantId tenant, long id, OrganisationId unit, CallOut.Rating rating) {
        return 1 == db.sql("""
                update supervision.call_out_unit set caller_grade = :grade, caller_words = :words
                where tenant = :tenant and call_out = :id and unit = :unit and caller_grade is null
                """)
                .param("tenant", tenant.value()).param("id", id).param("unit", unit.value()).param("grade", rating.grade())
                .param("words", rating.words()).update();
    }

    private record Row(CallOut call, CallOut.Called called) {}

    Optional<CallOut> find(TenantId tenant, long id) {
        return folded(db.sql("""
                select c.*, u.* from supervision.call_out c join supervision.call_out_unit u on u.tenant = c.tenant and u.call_out = c.id
                where c.tenant = :tenant and c.id = :id order by u.unit
                """).param("tenant", tenant.value()).param("id", id).query((row, _) -> row(row)).list()).stream().findFirst();
    }

    List<CallOut> ofMatter(TenantId tenant, MatterId matter, int limit) {
        return folded(db.sql("""
                select c.*, u.* from supervision.call_out c join supervision.call_out_unit u on u.tenant = c.tenant and u.call_out = c.id
                where c.tenant = :tenant and c.id in (select id from supervision.call_out where tenant = :tenant and matter = :matter
                    order by id desc limit :limit)
                order by c.id desc, u.unit
                """).param("tenant", tenant.value()).param("matter", matter.value()).param("limit", limit).query((row, _) -> row(row)).list());
    }

    /// Those in which a unit within sight called, was called or coordinates; the latest first.
    List<CallOut> list(TenantId tenant, Sight sight, Collection<MatterId> without, CallFilter filter, OffsetDateTime now, int limit) {
        return folded(db.sql("""
                select c.*, u.* from supervision.call_out c join supervision.call_out_unit u on u.tenant = c.tenant and u.call_out = c.id
                where c.tenant = :tenant and c.id in (
                    select distinct o.id from supervision.call_out o join supervision.call_out_unit x on x.tenant = o.tenant and x.call_out = o.id
                    where o.tenant = :tenant and o.matter <> all(:without)
                      and (:everything or o.caller = any(:units) or o.office = any(:units) or exists (select 1 from supervision.call_out_unit y
                          where y.tenant = o.tenant and y.call_out = o.id and y.unit = any(:units)))
                      and (:unit::bigint is null or x.unit = :unit)
                      and (:standing::text is null or :standing = case
                          when x.arrived_at > o.arrive_by then 'LATE'
                          when x.arrived_at is not null then 'IN_TIME'
                          when o.ended_at <= o.arrive_by then 'RELEASED'
                          when o.arrive_by < :now then 'NOT'
                          else 'CALLED' end)
                    order by o.id desc limit :limit)
                order by c.id desc, u.unit
                """)
                .param("tenant", tenant.value()).param("everything", sight instanceof Sight.Everything).param("units", units(sight))
                .param("without", without.stream().map(MatterId::value).toArray(Long[]::new))
                .param("unit", filter.unit() == null ? null : filter.unit().value())
                .param("standing", filter.standing() == null ? null : filter.standing().name()).param("now", now).param("limit", limit)
                .query((row, _) -> row(row)).list());
    }

    /// How often each unit was called, and how often it was there in time, over the calls whose time is over.
    List<CallRate> rates(TenantId tenant, Sight sight, Collection<MatterId> without, OffsetDateTime now) {
        return db.sql("""
                select x.unit, count(*) as called, count(*) filter (where x.arrived_at <= o.arrive_by) as in_time,
                    count(*) filter (where x.arrived_at > o.arrive_by) as late,
                    count(*) filter (where x.arrived_at is null and o.arrive_by < coalesce(o.ended_at, :now)) as absent,
                    count(*) filter (where x.arrived_at is null and o.ended_at <= o.arrive_by) as released
                from supervision.call_out o join supervision.call_out_unit x on x.tenant = o.tenant and x.call_out = o.id
                where o.tenant = :tenant and o.matter <> all(:without)
                    and (:everything or o.caller = any(:units) or o.office = any(:units) or x.unit = any(:units))
                group by x.unit order by called desc, x.unit
                """)
                .param("tenant", tenant.value()).param("everything", sight instanceof Sight.Everything).param("units", units(sight))
                .param("without", without.stream().map(MatterId::value).toArray(Long[]::new)).param("now", now)
                .query((row, _) -> new CallRate(new OrganisationId(row.getLong("unit")), row.getInt("called"), row.getInt("in_time"), row.getInt("late"),
                        row.getInt("absent"), row.getInt("released"))).list();
    }

    /// The house's own kinds of call, in their order; none where it keeps to the shipped ones.
    List<String> kinds(TenantId tenant) {
        return db.sql("select name from supervision.call_out_kind where tenant = :tenant order by position").param("tenant", tenant.value())
                .query(String.class).list();
    }

    private static Long[] units(Sight sight) {
        return sight instanceof Sight.Within(var units) ? units.stream().map(OrganisationId::value).toArray(Long[]::new) : new Long[0];
    }

    private static List<CallOut> folded(List<Row> rows) {
        var calls = new LinkedHashMap<Long, CallOut>();
        for (var row : rows) {
            calls.merge(row.call().id(), row.call(), (was, more) -> {
                var all = new ArrayList<>(was.called());
                all.addAll(more.called());
                return new CallOut(was.id(), was.matter(), was.caller(), was.office(), was.kind(), was.reason(), was.calledAt(), was.calledSeq(),
                        was.arriveBy(), was.endedAt(), was.result(), List.copyOf(all));
            });
        }
        return List.copyOf(calls.values());
    }

    private static Row row(ResultSet row) throws SQLException {
        var called = new CallOut.Called(new OrganisationId(row.getLong("unit")), row.getObject("arrived_at", OffsetDateTime.class), row.getString("words"),
                row.getBoolean("by_caller"), rating(row, "called"), rating(row, "caller"));
        return new Row(new CallOut(row.getLong("id"), new MatterId(row.getLong("matter")), new OrganisationId(row.getLong("caller")),
                new OrganisationId(row.getLong("office")), row.getString("kind"), row.getString("reason"),
                row.getObject("called_at", OffsetDateTime.class), row.getObject("called_seq", Integer.class), row.getObject("arrive_by", OffsetDateTime.class),
                row.getObject("ended_at", OffsetDateTime.class), row.getString("result"), List.of(called)), called);
    }

    private static CallOut.@Nullable Rating rating(ResultSet row, String of) throws SQLException {
        int grade = row.getInt(of + "_grade");
        return row.wasNull() ? null : new CallOut.Rating(grade, row.getString(of + "_words"));
    }
}
