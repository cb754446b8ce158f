package org.mingbai.supervision.burden;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.mingbai.supervision.Demand;
import org.mingbai.supervision.DemandKind;
import org.mingbai.supervision.Demands;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `supervision.demand` and the ceiling.
@Component
public class DemandTable {

    private static final String FROM = """
            select id, kind, to_unit, from_unit, subject, basis, minutes, day, href, cause, despite, answer from supervision.demand
            """;

    /// The slip that asks, by `slip/12`, or `slip/12/2` where it asks again after the second answer.
    private static final String ITS_SLIP =
            "s.tenant = demand.tenant and s.id = case when demand.kind = 'SLIP' then split_part(demand.cause, '/', 2)::bigint end";

    /// Not those that a slip about one of these matters made, and not what was taken back.
    private static final String NOT_OF_KEPT = " and lifted_at is null and not exists (select from supervision.slip s where s.matter = any(:kept) and "
            + ITS_SLIP + ") ";

    private final JdbcClient db;

    DemandTable(JdbcClient db) {
        this.db = db;
    }

    /// False when what asked has been counted before.
    public boolean insert(TenantId tenant, Demand demand, PersonId by, OffsetDateTime now) {
        return 1 == db.sql("""
                insert into supervision.demand
                    (tenant, id, kind, to_unit, from_unit, subject, basis, minutes, day, week, href, cause, despite, made_at, made_by)
                values (:tenant, nextval('supervision.demand_id'), :kind, :to, :from, :subject, :basis, :minutes, :day, :week, :href, :cause, :despite,
                    :now, :by)
                on conflict do nothing
                """).param("tenant", tenant.value()).param("kind", demand.kind().name()).param("to", demand.to().value())
                .param("from", demand.from() == null ? null : demand.from().value()).param("subject", demand.subject()).param("basis", demand.basis())
                .param("minutes", demand.minutes()).param("day", demand.day()).param("week", demand.week()).param("href", demand.href())
                .param("cause", demand.cause()).param("despite", demand.despite()).param("now", now).param("by", by.value()).update();
    }

    public boolean has(TenantId tenant, String cause) {
        return db.sql("select exists (select from supervision.demand where tenant = :tenant and cause = :cause)").param("tenant", tenant.value())
                .param("cause", cause).query(Boolean.class).single();
    }

    /// @param kept the matters that are kept from the reader: a slip about one of them is not counted for them
    public List<Demands.Load> loads(TenantId tenant, LocalDate from, LocalDate until, Collection<MatterId> kept) {
        return db.sql("""
                select to_unit, week, count(*), sum(minutes) from supervision.demand
                where tenant = :tenant and week between :from and :until
                """ + NOT_OF_KEPT + "group by to_unit, week").param("kept", ids(kept)).param("tenant", tenant.value()).param("from", from).param("until", until)
                .query((row, _) -> new Demands.Load(new OrganisationId(row.getLong(1)), row.getObject(2, LocalDate.class), row.getInt(3), row.getInt(4)))
                .list();
    }

    public List<Demand> of(TenantId tenant, OrganisationId unit, LocalDate week, int limit, Collection<MatterId> kept) {
        return db.sql(FROM + "where tenant = :tenant and to_unit = :unit and week = :week" + NOT_OF_KEPT + "order by day, id limit :limit")
                .param("kept", ids(kept))
                .param("tenant", tenant.value()).param("unit", unit.value()).param("week", week).param("limit", limit).query(DemandTable::read).list();
    }

    /// @param what its subject; for a slip, whose number alone stands in the lists, what its title says
    public record Asked(Demand demand, String what) {}

    /// What was asked of a unit since that day, the latest first. A slip about a matter asks about that matter alone and is left out.
    public List<Asked> since(TenantId tenant, OrganisationId unit, LocalDate day, int limit) {
        return db.sql("select * from (select demand.*, case when kind <> 'SLIP' then subject else (select s.title from supervision.slip s"
                        + " where s.matter is null and " + ITS_SLIP + ") end as what from supervision.demand where tenant = :tenant and to_unit = :unit"
                        + " and week >= :week and lifted_at is null) asked where what is not null order by day desc, id desc limit :limit")
                .param("tenant", tenant.value()).param("unit", unit.value()).param("week", Demand.weekOf(day)).param("limit", limit)
                .query((row, number) -> new Asked(read(row, number), row.getString("what"))).list();
    }

    /// What that cause, or its further answers, still ask.
    public List<Demand> ofCause(TenantId tenant, String cause) {
        return db.sql(FROM + "where tenant = :tenant and (cause = :cause or starts_with(cause, :cause || '/')) and lifted_at is null")
                .param("tenant", tenant.value()).param("cause", cause).query(DemandTable::read).list();
    }

    /// What is taken back weighs nothing any more.
    public void lift(TenantId tenant, String cause, OffsetDateTime now) {
        db.sql("update supervision.demand set lifted_at = :now where tenant = :tenant and cause = :cause and lifted_at is null")
                .param("now", now).param("tenant", tenant.value()).param("cause", cause).update();
    }

    public Optional<Demand> find(TenantId tenant, long id, Collection<MatterId> kept) {
        return db.sql(FROM + "where tenant = :tenant and id = :id" + NOT_OF_KEPT)
                .param("kept", ids(kept)).param("tenant", tenant.value()).param("id", id).query(DemandTable::read).optional();
    }

    /// The last one stands in the lists; those before it stay readable.
    public void answer(TenantId tenant, long id, String answer, PersonId by, OffsetDateTime now) {
        db.sql("update supervision.demand set answer = :answer, answered_at = :now where tenant = :tenant and id = :id")
                .param("answer", answer).param("now", now).param("tenant", tenant.value()).param("id", id).update();
        db.sql("""
                insert into supervision.demand_answer (tenant, demand, no, words, by, at)
                select :tenant, :id, coalesce(max(no), 0) + 1, :answer, :by, :now from supervision.demand_answer where tenant = :tenant and demand = :id
                """).param("tenant", tenant.value()).param("id", id).param("answer", answer).param("by", by.value()).param("now", now).update();
    }

    /// All that was answered, the latest first.
    public List<Demands.Said> answers(TenantId tenant, long id) {
        return db.sql("select words, by, at from supervision.demand_answer where tenant = :tenant and demand = :id order by no desc")
                .param("tenant", tenant.value()).param("id", id)
                .query((row, _) -> new Demands.Said(row.getString(1), new PersonId(row.getLong(2)), row.getObject(3, OffsetDateTime.class))).list();
    }

    public Optional<Demands.Ceiling> ceiling(TenantId tenant) {
        return db.sql("select minutes, basis from supervision.ceiling where tenant = :tenant").param("tenant", tenant.value())
                .query((row, _) -> new Demands.Ceiling(row.getInt(1), row.getString(2))).optional();
    }

    public void setCeiling(TenantId tenant, Demands.Ceiling ceiling, PersonId by, OffsetDateTime now) {
        db.sql("""
                insert into supervision.ceiling (tenant, minutes, basis, set_at, set_by) values (:tenant, :minutes, :basis, :now, :by)
                on conflict (tenant) do update set minutes = excluded.minutes, basis = excluded.basis, set_at = excluded.set_at, set_by = excluded.set_by
                """).param("tenant", tenant.value()).param("minutes", ceiling.minutes()).param("basis", ceiling.basis()).param("now", now)
                .param("by", by.value()).update();
    }

    private static Long[] ids(Collection<MatterId> matters) {
        return matters.stream().map(MatterId::value).toArray(Long[]::new);
    }

    private static Demand read(ResultSet row, int number) throws SQLException {
        return new Demand(row.getLong("id"), DemandKind.valueOf(row.getString("kind")), new OrganisationId(row.getLong("to_unit")),
                unit(row.getObject("from_unit", Long.class)), row.getString("subject"), row.getString("basis"), row.getInt("minutes"),
                row.getObject("day", LocalDate.class), row.getString("href"), row.getString("cause"), row.getString("despite"), row.getString("answer"));
    }

    private static @Nullable OrganisationId unit(@Nullable Long id) {
        return id == null ? null : new OrganisationId(id);
    }
}
