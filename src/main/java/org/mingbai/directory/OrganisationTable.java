package org.mingbai.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OrganisationTable {

    private final JdbcClient db;

    OrganisationTable(JdbcClient db) {
        this.db = db;
    }

    OrganisationId nextId() {
        return new OrganisationId(db.sql("select nextval('directory.organisation_id')").query(Long.class).single());
    }

    void insert(TenantId tenant, Organisation unit) {
        db.sql("""
                insert into directory.organisation
                    (tenant, id, parent, name, short_name, kind, credit_code, first_day, last_day, predecessor, version)
                values (:tenant, :id, :parent, :name, :shortName, :kind, :creditCode, :first, :last, :predecessor, :version)
                """).params(columnsOf(tenant, unit)).update();
    }

    /// False when the row is no longer at the version before this one.
    boolean update(TenantId tenant, Organisation unit) {
        return 1 == db.sql("""
                update directory.organisation
                set parent = :parent, name = :name, short_name = :shortName, kind = :kind, credit_code = :creditCode,
                    first_day = :first, last_day = :last, predecessor = :predecessor, version = :version
                where tenant = :tenant and id = :id and version = :version - 1
                """).params(columnsOf(tenant, unit)).update();
    }

    Optional<Organisation> find(TenantId tenant, OrganisationId id) {
        return db.sql("select * from directory.organisation where tenant = :tenant and id = :id")
                .param("tenant", tenant.value()).param("id", id.value()).query(OrganisationTable::read).optional();
    }

    List<Organisation> all(TenantId tenant) {
        return db.sql("select * from directory.organisation where tenant = :tenant order by id")
                .param("tenant", tenant.value()).query(OrganisationTable::read).list();
    }

    List<Organisation> page(TenantId tenant, OrganisationId after, int limit) {
        return db.sql("select * from directory.organisation where tenant = :tenant and id > :after order by id limit :limit")
                .param("tenant", tenant.value()).param("after", after.value()).param("limit", limit).query(OrganisationTable::read).list();
    }

    Optional<String> holderOf(TenantId tenant, CreditCode code, OrganisationId other) {
        return db.sql("""
                select name from directory.organisation
                where tenant = :tenant and credit_code = :code and last_day is null and id <> :other
                """).param("tenant", tenant.value()).param("code", code.value()).param("other", other.value())
                .query(String.class).optional();
    }

    boolean nameTaken(TenantId tenant, Optional<OrganisationId> parent, String name, OrganisationId other) {
        return db.sql("""
                select exists (select 1 from directory.organisation
                    where tenant = :tenant and name = :name and parent is not distinct from :parent::bigint
                      and last_day is null and id <> :other)
                """).param("tenant", tenant.value()).param("name", name).param("other", other.value())
                .param("parent", parent.map(OrganisationId::value).orElse(null))
                .query(Boolean.class).single();
    }

    int openBelow(TenantId tenant, OrganisationId id, LocalDate day) {
        return db.sql("""
                select count(*) from directory.organisation
                where tenant = :tenant and parent = :id and (last_day is null or last_day > :day)
                """).param("tenant", tenant.value()).param("id", id.value()).param("day", day).query(Integer.class).single();
    }

    private static java.util.Map<String, ?> columnsOf(TenantId tenant, Organisation unit) {
        var columns = new java.util.HashMap<String, Object>();
        columns.put("tenant", tenant.value());
        columns.put("id", unit.id().value());
        columns.put("parent", unit.parent().map(OrganisationId::value).orElse(null));
        columns.put("name", unit.name());
        columns.put("shortName", unit.shortName());
        columns.put("kind", unit.kind().name());
        columns.put("creditCode", unit.creditCode().map(CreditCode::value).orElse(null));
        columns.put("first", unit.validity().first());
        columns.put("last", unit.validity().last());
        columns.put("predecessor", unit.predecessor().map(OrganisationId::value).orElse(null));
        columns.put("version", unit.version());
        return columns;
    }

    static Organisation read(ResultSet row, int number) throws SQLException {
        return new Organisation(
                new OrganisationId(row.getLong("id")),
                Optional.ofNullable(row.getObject("parent", Long.class)).map(OrganisationId::new),
                row.getString("name"),
                row.getString("short_name"),
                OrganisationKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("credit_code")).map(CreditCode::new),
                new Span(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)),
                Optional.ofNullable(row.getObject("predecessor", Long.class)).map(OrganisationId::new),
                row.getInt("version"));
    }
}
