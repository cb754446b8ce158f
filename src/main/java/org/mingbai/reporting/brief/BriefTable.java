package org.mingbai.reporting.brief;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// `reporting.brief`.
@Component
class BriefTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;

    BriefTable(JdbcClient db) {
        this.db = db;
    }

    long add(TenantId tenant, PersonId maker, OrganisationId unit, Brief.Body body, OffsetDateTime at) {
        return db.sql("""
                insert into reporting.brief (tenant, id, version, state, maker, unit, body, changed_at)
                values (:tenant, nextval('reporting.brief_id'), 1, 'DRAFTED', :maker, :unit, :body::jsonb, :at) returning id
                """)
                .param("tenant", tenant.value()).param("maker", maker.value()).param("unit", unit.value()).param("body", JSON.writeValueAsString(body))
                .param("at", at).query(Long.class).single();
    }

    /// False where it is not as it was when it was read.
    boolean put(TenantId tenant, Brief was, Brief.State state, Brief.Body body, @Nullable Told told, @Nullable String number, @Nullable LocalDate issuedOn,
            OffsetDateTime at) {
        return 1 == db.sql("""
                update reporting.brief set version = version + 1, state = :state, body = :body::jsonb, told = :told::jsonb, number = :number,
                    issued_on = :issuedOn, changed_at = :at
                where tenant = :tenant and id = :id and version = :version and state = :was
                """)
                .param("state", state.name()).param("body", JSON.writeValueAsString(body)).param("told", told == null ? null : JSON.writeValueAsString(told))
                .param("number", number).param("issuedOn", issuedOn).param("at", at).param("tenant", tenant.value()).param("id", was.id())
                .param("version", was.version()).param("was", was.state().name())
                .update();
    }

    /// The next number under a code word in a year. Whoever asks at the same time waits, and an act that fails gives its number back.
    int nextNumber(TenantId tenant, String code, int year) {
        return db.sql("""
                insert into reporting.brief_number (tenant, code, year, last) values (:tenant, :code, :year, 1)
                on conflict (tenant, code, year) do update set last = brief_number.last + 1 returning last
                """)
                .param("tenant", tenant.value()).param("code", code).param("year", year).query(Integer.class).single();
    }

    /// Takes a code word for a unit, where no other has it.
    /// @return whether it is this unit's
    boolean takeCode(TenantId tenant, String code, OrganisationId unit) {
        db.sql("insert into reporting.brief_code (tenant, code, unit) values (:tenant, :code, :unit) on conflict (tenant, code) do nothing")
                .param("tenant", tenant.value()).param("code", code).param("unit", unit.value()).update();
        return db.sql("select unit = :unit from reporting.brief_code where tenant = :tenant and code = :code")
                .param("tenant", tenant.value()).param("code", code).param("unit", unit.value()).query(Boolean.class).single();
    }

    Optional<Brief> find(TenantId tenant, long id) {
        return db.sql("select * from reporting.brief where tenant = :tenant and id = :id").param("tenant", tenant.value()).param("id", id)
                .query(BriefTable::read).optional();
    }

    /// Those of these units, and the issued ones where they may be read; the last changed first, without what they say.
    List<Brief> newest(TenantId tenant, Collection<OrganisationId> units, boolean issued, int limit) {
        return db.sql("""
                select tenant, id, version, state, maker, unit, body, null told, number, issued_on, changed_at from reporting.brief
                where tenant = :tenant and (unit = any(:units) or :issued and state = 'ISSUED') order by changed_at desc, id desc limit :limit
                """)
                .param("tenant", tenant.value()).param("units", units.stream().map(OrganisationId::value).toArray(Long[]::new)).param("issued", issued)
                .param("limit", limit).query(BriefTable::read).list();
    }

    private static Brief read(ResultSet row, int number) throws SQLException {
        var told = row.getString("told");
        return new Brief(row.getLong("id"), row.getInt("version"), Brief.State.valueOf(row.getString("state")), new PersonId(row.getLong("maker")),
                new OrganisationId(row.getLong("unit")), JSON.readValue(row.getString("body"), Brief.Body.class),
                told == null ? null : JSON.readValue(told, Told.class), row.getString("number"), row.getObject("issued_on", LocalDate.class),
                row.getObject("changed_at", OffsetDateTime.class));
    }
}
