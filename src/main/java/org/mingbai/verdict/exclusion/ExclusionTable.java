package org.mingbai.verdict.exclusion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.mingbai.library.StoredFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `verdict.exclusion`, `verdict.exclusion_file` and `verdict.exclusion_ruling`. Only added to.
@Component
class ExclusionTable {

    private final JdbcClient db;

    ExclusionTable(JdbcClient db) {
        this.db = db;
    }

    long add(TenantId tenant, Exclusion asked, UUID key) {
        long id = db.sql("select nextval('verdict.exclusion_id')").query(Long.class).single();
        db.sql("""
                insert into verdict.exclusion (tenant, id, matter, asked_seq, unit, reason, words, evidence_seq, asked_at, asked_by, key)
                values (:tenant, :id, :matter, :askedSeq, :unit, :reason, :words, :evidence, :at, :by, :key)
                """)
                .param("tenant", tenant.value()).param("id", id).param("matter", asked.matter().value()).param("askedSeq", asked.askedSeq())
                .param("unit", asked.unit().value()).param("reason", asked.reason().name()).param("words", asked.words())
                .param("evidence", asked.evidenceSeq()).param("at", asked.askedAt()).param("by", asked.askedBy().value()).param("key", key).update();
        addFiles(tenant, id, asked.files());
        return id;
    }

    private void addFiles(TenantId tenant, long id, List<StoredFile> files) {
        for (int at = 0; at < files.size(); at++) {
            var file = files.get(at);
            db.sql("""
                    insert into verdict.exclusion_file (tenant, exclusion, no, sha256, name, media_type, size)
                    values (:tenant, :id, :no, :sha256, :name, :mediaType, :size)
                    """)
                    .param("tenant", tenant.value()).param("id", id).param("no", at + 1).param("sha256", file.sha256()).param("name", file.name())
                    .param("mediaType", file.mediaType()).param("size", file.size()).update();
        }
    }

    /// Another ruling under the same number is refused by the key.
    void rule(TenantId tenant, long id, int no, Exclusion.Ruling ruling) {
        db.sql("""
                insert into verdict.exclusion_ruling (tenant, exclusion, no, ruling, words, told, at, by, unit)
                values (:tenant, :id, :no, :ruling, :words, :told, :at, :by, :unit)
                """)
                .param("tenant", tenant.value()).param("id", id).param("no", no).param("ruling", ruling.ruling().name()).param("words", ruling.words())
                .param("told", ruling.told()).param("at", ruling.at()).param("by", ruling.by().value()).param("unit", ruling.unit().value()).update();
    }

    Optional<Long> under(TenantId tenant, UUID key) {
        return db.sql("select id from verdict.exclusion where tenant = :tenant and key = :key").param("tenant", tenant.value()).param("key", key)
                .query(Long.class).optional();
    }

    Optional<Exclusion> find(TenantId tenant, long id) {
        return whole(tenant, db.sql("select * from verdict.exclusion where tenant = :tenant and id = :id").param("tenant", tenant.value())
                .param("id", id).query(ExclusionTable::read).list()).stream().findFirst();
    }

    /// Of these matters, the oldest first.
    List<Exclusion> of(TenantId tenant, Collection<MatterId> matters) {
        return whole(tenant, db.sql("select * from verdict.exclusion where tenant = :tenant and matter = any(:matters) order by id")
                .param("tenant", tenant.value()).param("matters", matters.stream().map(MatterId::value).toArray(Long[]::new))
                .query(ExclusionTable::read).list());
    }

    /// The latest first.
    List<Exclusion> latest(TenantId tenant, int limit) {
        return whole(tenant, db.sql("select * from verdict.exclusion where tenant = :tenant order by id desc limit :limit")
                .param("tenant", tenant.value()).param("limit", limit).query(ExclusionTable::read).list());
    }

    /// Those on which nobody has decided, the oldest first.
    List<Exclusion> undecided(TenantId tenant) {
        return whole(tenant, db.sql("""
                select * from verdict.exclusion e where tenant = :tenant
                    and not exists (select from verdict.exclusion_ruling r where r.tenant = e.tenant and r.exclusion = e.id) order by id
                """).param("tenant", tenant.value()).query(ExclusionTable::read).list());
    }

    private List<Exclusion> whole(TenantId tenant, List<Exclusion> bare) {
        var rulings = new HashMap<Long, List<Exclusion.Ruling>>();
        db.sql("select * from verdict.exclusion_ruling where tenant = :tenant and exclusion = any(:ids) order by exclusion, no")
                .param("tenant", tenant.value()).param("ids", bare.stream().map(Exclusion::id).toArray(Long[]::new))
                .query(row -> {
                    rulings.computeIfAbsent(row.getLong("exclusion"), _ -> new ArrayList<>()).add(ruling(row));
                });
        var files = new HashMap<Long, List<StoredFile>>();
        db.sql("select * from verdict.exclusion_file where tenant = :tenant and exclusion = any(:ids) order by exclusion, no")
                .param("tenant", tenant.value()).param("ids", bare.stream().map(Exclusion::id).toArray(Long[]::new))
                .query(row -> {
                    files.computeIfAbsent(row.getLong("exclusion"), _ -> new ArrayList<>()).add(new StoredFile(row.getString("sha256"),
                            row.getString("name"), row.getString("media_type"), row.getLong("size")));
                });
        return bare.stream().map(one -> with(one, files.getOrDefault(one.id(), List.of()), rulings.getOrDefault(one.id(), List.of()))).toList();
    }

    private static Exclusion with(Exclusion one, List<StoredFile> files, List<Exclusion.Ruling> rulings) {
        return new Exclusion(one.id(), one.matter(), one.askedSeq(), one.unit(), one.reason(), one.words(), one.evidenceSeq(), files, one.askedAt(),
                one.askedBy(), rulings);
    }

    private static Exclusion read(ResultSet row, int number) throws SQLException {
        return new Exclusion(row.getLong("id"), new MatterId(row.getLong("matter")), row.getInt("asked_seq"), new OrganisationId(row.getLong("unit")),
                Exclusion.Reason.valueOf(row.getString("reason")), row.getString("words"), row.getObject("evidence_seq", Integer.class), List.of(),
                row.getObject("asked_at", OffsetDateTime.class), new PersonId(row.getLong("asked_by")), List.of());
    }

    private static Exclusion.Ruling ruling(ResultSet row) throws SQLException {
        return new Exclusion.Ruling(Exclusion.State.valueOf(row.getString("ruling")), row.getString("words"), row.getString("told"),
                row.getObject("at", OffsetDateTime.class), new PersonId(row.getLong("by")), new OrganisationId(row.getLong("unit")));
    }
}
