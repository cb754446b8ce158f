package org.mingbai.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.mingbai.intake.sheet.words.Field;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// `intake.import`, and what a tenant has said its headings and unit names mean.
@Component
class ImportTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;

    ImportTable(JdbcClient db) {
        this.db = db;
    }

    long nextId() {
        return db.sql("select nextval('intake.import_number')").query(Long.class).single();
    }

    void insert(TenantId tenant, Import made) {
        db.sql("""
                insert into intake.import (tenant, id, register, file_name, sha256, as_of, person, stage, headings, units, started_at, beat_at)
                values (:tenant, :id, :register, :fileName, :sha256, :asOf, :person, :stage, :headings::jsonb, :units::jsonb, :startedAt, :startedAt)
                """)
                .param("tenant", tenant.value())
                .param("id", made.id())
                .param("register", made.register())
                .param("fileName", made.fileName())
                .param("sha256", made.sha256())
                .param("asOf", made.asOf())
                .param("person", made.person().value())
                .param("stage", made.stage().name())
                .param("headings", JSON.writeValueAsString(made.headings()))
                .param("units", JSON.writeValueAsString(numbers(made.units())))
                .param("startedAt", made.startedAt())
                .update();
    }

    Optional<Import> find(TenantId tenant, long id) {
        return db.sql("select * from intake.import where tenant = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", id)
                .query((row, _) -> row(row))
                .optional();
    }

    /// Those of a person and of some registers.
    List<Import> newest(TenantId tenant, PersonId person, Collection<String> registers, int limit) {
        return db.sql("select * from intake.import where tenant = :tenant and (person = :person or register = any(:registers)) order by id desc limit :limit")
                .param("tenant", tenant.value())
                .param("person", person.value())
                .param("registers", registers.toArray(String[]::new))
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    record Old(TenantId tenant, long id) {}

    /// Those whose file nobody needs any more: taken over, or brought before then and not being taken over. One without a sign of life since is not,
    /// whatever is written there: the process was killed.
    List<Old> withoutUse(OffsetDateTime broughtBefore) {
        return db.sql("""
                select tenant, id from intake.import
                where file_kept and (stage = 'DONE' or started_at < :before and (stage <> 'RUNNING' or beat_at < :before)) order by tenant, id
                """).param("before", broughtBefore).query((row, _) -> new Old(new TenantId(row.getInt(1)), row.getLong(2))).list();
    }

    void dropped(Old old) {
        db.sql("update intake.import set file_kept = false where tenant = :tenant and id = :id").param("tenant", old.tenant().value())
                .param("id", old.id()).update();
    }

    /// False when it is no longer waiting to be read or taken over.
    boolean correct(TenantId tenant, long id, Map<String, Field> headings, Map<String, OrganisationId> units) {
        return 1 == db.sql("""
                update intake.import set headings = :headings::jsonb, units = :units::jsonb
                where tenant = :tenant and id = :id and stage in ('READY', 'FAILED')
                """)
                .param("headings", JSON.writeValueAsString(headings))
                .param("units", JSON.writeValueAsString(numbers(units)))
                .param("tenant", tenant.value())
                .param("id", id)
                .update();
    }

    /// False when another hand has begun it already.
    boolean begin(TenantId tenant, long id, OffsetDateTime now) {
        return 1 == db.sql("""
                update intake.import set stage = 'RUNNING', done = 0, result = null, ended_at = null, beat_at = :now
                where tenant = :tenant and id = :id and stage in ('READY', 'FAILED')
                """)
                .param("now", now)
                .param("tenant", tenant.value())
                .param("id", id)
                .update();
    }

    void counted(TenantId tenant, long id, int total) {
        db.sql("update intake.import set total = :total where tenant = :tenant and id = :id and total <> :total")
                .param("total", total)
                .param("tenant", tenant.value())
                .param("id", id)
                .update();
    }

    /// False when it was cancelled meanwhile.
    boolean progressed(TenantId tenant, long id, int done, OffsetDateTime now) {
        return 1 == db.sql("update intake.import set done = :done, beat_at = :now where tenant = :tenant and id = :id and stage = 'RUNNING'")
                .param("done", done)
                .param("now", now)
                .param("tenant", tenant.value())
                .param("id", id)
                .update();
    }

    /// Held by whoever takes a ledger over, until its transaction ends in whatever way: a killed process lets go of it with its connection.
    void hold(TenantId tenant, long id) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))").param("name", lockOf(tenant, id)).query(row -> {});
    }

    /// False while somebody holds it. Asked in a transaction, it is held from here on.
    boolean holdIfFree(TenantId tenant, long id) {
        return db.sql("select pg_try_advisory_xact_lock(hashtextextended(:name, 0))").param("name", lockOf(tenant, id)).query(Boolean.class).single();
    }

    private static String lockOf(TenantId tenant, long id) {
        return "intake.import/" + tenant.value() + "/" + id;
    }

    boolean end(TenantId tenant, long id, Import.Stage stage, Import.Result result, OffsetDateTime now) {
        return 1 == db.sql("""
                update intake.import set stage = :stage, result = :result::jsonb, ended_at = :now where tenant = :tenant and id = :id and stage = 'RUNNING'
                """)
                .param("stage", stage.name())
                .param("result", JSON.writeValueAsString(result))
                .param("now", now)
                .param("tenant", tenant.value())
                .param("id", id)
                .update();
    }

    Map<String, Field> headings(TenantId tenant) {
        var known = new TreeMap<String, Field>();
        db.sql("select heading, field from intake.heading where tenant = :tenant").param("tenant", tenant.value())
                .query(row -> {
                    known.put(row.getString(1), Field.valueOf(row.getString(2)));
                });
        return known;
    }

    Map<String, OrganisationId> unitNames(TenantId tenant) {
        var known = new TreeMap<String, OrganisationId>();
        db.sql("select name, unit from intake.unit_name where tenant = :tenant").param("tenant", tenant.value())
                .query(row -> {
                    known.put(row.getString(1), new OrganisationId(row.getLong(2)));
                });
        return known;
    }

    void remember(TenantId tenant, Map<String, Field> headings, Map<String, OrganisationId> units) {
        headings.forEach((heading, field) -> db.sql("""
                insert into intake.heading (tenant, heading, field) values (:tenant, :heading, :field)
                on conflict (tenant, heading) do update set field = excluded.field
                """).param("tenant", tenant.value()).param("heading", heading).param("field", field.name()).update());
        units.forEach((name, unit) -> db.sql("""
                insert into intake.unit_name (tenant, name, unit) values (:tenant, :name, :unit)
                on conflict (tenant, name) do update set unit = excluded.unit
                """).param("tenant", tenant.value()).param("name", name).param("unit", unit.value()).update());
    }

    private static Map<String, Long> numbers(Map<String, OrganisationId> units) {
        var numbers = new TreeMap<String, Long>();
        units.forEach((name, unit) -> numbers.put(name, unit.value()));
        return numbers;
    }

    private static Import row(ResultSet row) throws SQLException {
        var units = new TreeMap<String, OrganisationId>();
        JSON.readValue(row.getString("units"), new TypeReference<Map<String, Long>>() {}).forEach((name, unit) -> units.put(name, new OrganisationId(unit)));
        var result = row.getString("result");
        return new Import(row.getLong("id"), row.getString("register"), row.getString("file_name"), row.getString("sha256"),
                row.getObject("as_of", LocalDate.class), new PersonId(row.getLong("person")), Import.Stage.valueOf(row.getString("stage")),
                JSON.readValue(row.getString("headings"), new TypeReference<Map<String, Field>>() {}), units, row.getInt("total"), row.getInt("done"),
                Optional.ofNullable(result).map(text -> JSON.readValue(text, Import.Result.class)),
                row.getObject("started_at", OffsetDateTime.class), row.getObject("beat_at", OffsetDateTime.class));
    }
}
