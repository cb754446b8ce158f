package org.mingbai.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `intake.answer`, its versions, their words and their uses.
@Component
class AnswerAtHandTable {

    private static final String FROM = """
            select v.*, a.ended_at is not null as ended from intake.answer_version v join intake.answer a on a.tenant = v.tenant and a.no = v.no
            """;
    /// Told on that day: approved, valid, not ended, and no later version has begun.
    private static final String IN_FORCE = """
            v.approved_at is not null and a.ended_at is null and v.valid_from <= :day and (v.valid_until is null or v.valid_until >= :day)
            and not exists (select from intake.answer_version later where later.tenant = v.tenant and later.no = v.no
                and later.version > v.version and later.approved_at is not null and later.valid_from <= :day)
            """;

    private final JdbcClient db;

    AnswerAtHandTable(JdbcClient db) {
        this.db = db;
    }

    /// A number of its own for a new answer.
    long begin(TenantId tenant) {
        return db.sql("insert into intake.answer (tenant, no) values (:tenant, nextval('intake.answer_no')) returning no")
                .param("tenant", tenant.value()).query(Long.class).single();
    }

    /// Until the transaction ends nobody else changes this answer. False where there is none.
    boolean alone(TenantId tenant, long no) {
        return db.sql("select true from intake.answer where tenant = :tenant and no = :no for update")
                .param("tenant", tenant.value()).param("no", no).query(Boolean.class).optional().isPresent();
    }

    /// Until the transaction ends nobody else writes under this form's name.
    void alone(TenantId tenant, UUID key) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('intake.answer/' || :key, :tenant))").param("key", key.toString())
                .param("tenant", tenant.value()).query((_, _) -> true).single();
    }

    void insert(TenantId tenant, AnswerAtHand it, UUID key, Set<String> asked, Set<String> others) {
        db.sql("""
                insert into intake.answer_version
                    (tenant, no, version, key, question, answer, basis, unit, valid_from, valid_until, written_by, written_at)
                values (:tenant, :no, :version, :key, :question, :answer, :basis, :unit, :from, :until, :by, :at)
                """).param("tenant", tenant.value()).param("no", it.no()).param("version", it.version()).param("key", key)
                .param("question", it.question()).param("answer", it.answer()).param("basis", it.basis()).param("unit", it.unit().value())
                .param("from", it.validFrom()).param("until", it.validUntil()).param("by", it.writtenBy().value()).param("at", it.writtenAt()).update();
        words(tenant, it, asked, true);
        words(tenant, it, others, false);
    }

    private void words(TenantId tenant, AnswerAtHand it, Set<String> words, boolean question) {
        db.sql("""
                insert into intake.answer_word (tenant, word, no, version, question)
                select :tenant, word, :no, :version, :question from unnest(:words) word on conflict do nothing
                """).param("tenant", tenant.value()).param("no", it.no()).param("version", it.version()).param("question", question)
                .param("words", words.toArray(String[]::new)).update();
    }

    void approve(TenantId tenant, long no, int version, PersonId by, OffsetDateTime now) {
        db.sql("update intake.answer_version set approved_by = :by, approved_at = :now where tenant = :tenant and no = :no and version = :version")
                .param("by", by.value()).param("now", now).param("tenant", tenant.value()).param("no", no).param("version", version).update();
    }

    void end(TenantId tenant, long no, PersonId by, OffsetDateTime now) {
        db.sql("update intake.answer set ended_by = :by, ended_at = :now where tenant = :tenant and no = :no and ended_at is null")
                .param("by", by.value()).param("now", now).param("tenant", tenant.value()).param("no", no).update();
    }

    /// The newest version first.
    List<AnswerAtHand> versions(TenantId tenant, long no) {
        return db.sql(FROM + "where v.tenant = :tenant and v.no = :no order by v.version desc")
                .param("tenant", tenant.value()).param("no", no).query(AnswerAtHandTable::read).list();
    }

    Optional<AnswerAtHand> under(TenantId tenant, UUID key) {
        return db.sql(FROM + "where v.tenant = :tenant and v.key = :key").param("tenant", tenant.value()).param("key", key)
                .query(AnswerAtHandTable::read).optional();
    }

    Optional<AnswerAtHand> inForce(TenantId tenant, long no, LocalDate day) {
        return db.sql(FROM + "where v.tenant = :tenant and v.no = :no and " + IN_FORCE)
                .param("tenant", tenant.value()).param("no", no).param("day", day).query(AnswerAtHandTable::read).optional();
    }

    /// Those whose question shares the most of these words, of which it must share some at least.
    List<AnswerAtHand> near(TenantId tenant, Set<String> words, int shared, LocalDate day, int limit) {
        return db.sql("""
                with hit as (
                    select no, version, count(*) as shared from intake.answer_word
                    where tenant = :tenant and word = any(:words) and question group by no, version having count(*) >= :shared)
                """ + FROM + "join hit on hit.no = v.no and hit.version = v.version where v.tenant = :tenant and " + IN_FORCE
                + " order by hit.shared desc, length(v.question), v.no limit :limit")
                .param("tenant", tenant.value()).param("words", words.toArray(String[]::new)).param("shared", shared).param("day", day)
                .param("limit", limit).query(AnswerAtHandTable::read).list();
    }

    /// The latest wording of every answer, from that number on; with words, only those that have all of them somewhere.
    List<AnswerAtHand> latest(TenantId tenant, Set<String> words, long after, int limit) {
        return db.sql(FROM + """
                where v.tenant = :tenant and v.no > :after
                  and v.version = (select max(version) from intake.answer_version o where o.tenant = v.tenant and o.no = v.no)
                  and (cardinality(:words) = 0 or cardinality(:words) = (select count(*) from intake.answer_word w
                    where w.tenant = v.tenant and w.no = v.no and w.version = v.version and w.word = any(:words)))
                order by v.no limit :limit
                """).param("tenant", tenant.value()).param("after", after).param("words", words.toArray(String[]::new)).param("limit", limit)
                .query(AnswerAtHandTable::read).list();
    }

    /// Written and waiting for somebody else, the oldest first.
    List<AnswerAtHand> waiting(TenantId tenant, int limit) {
        return db.sql(FROM + "where v.tenant = :tenant and v.approved_at is null and a.ended_at is null order by v.written_at, v.no limit :limit")
                .param("tenant", tenant.value()).param("limit", limit).query(AnswerAtHandTable::read).list();
    }

    void used(TenantId tenant, MatterId matter, AnswerAtHand it, PersonId by, OffsetDateTime now) {
        db.sql("""
                insert into intake.answer_use (tenant, matter, no, version, used_by, used_at)
                values (:tenant, :matter, :no, :version, :by, :now)
                on conflict (tenant, matter) do nothing
                """).param("tenant", tenant.value()).param("matter", matter.value()).param("no", it.no()).param("version", it.version())
                .param("by", by.value()).param("now", now).update();
    }

    record Use(long no, int version, MatterId matter, OffsetDateTime at) {}

    /// The latest uses of each of these answers, so many at most of each.
    List<Use> uses(TenantId tenant, Collection<Long> numbers, int limit) {
        return db.sql("""
                select u.no, u.version, u.matter, u.used_at from unnest(:numbers) n(no)
                cross join lateral (select * from intake.answer_use where tenant = :tenant and no = n.no order by used_at desc, matter desc limit :limit) u
                order by u.used_at desc, u.matter desc
                """).param("numbers", numbers.toArray(Long[]::new)).param("tenant", tenant.value()).param("limit", limit)
                .query((row, _) -> new Use(row.getLong(1), row.getInt(2), new MatterId(row.getLong(3)), row.getObject(4, OffsetDateTime.class))).list();
    }

    private static AnswerAtHand read(ResultSet row, int number) throws SQLException {
        long approved = row.getLong("approved_by");
        var approvedBy = row.wasNull() ? null : new PersonId(approved);
        return new AnswerAtHand(row.getLong("no"), row.getInt("version"), row.getString("question"), row.getString("answer"), row.getString("basis"),
                new OrganisationId(row.getLong("unit")), row.getObject("valid_from", LocalDate.class), row.getObject("valid_until", LocalDate.class),
                new PersonId(row.getLong("written_by")), row.getObject("written_at", OffsetDateTime.class), approvedBy,
                row.getObject("approved_at", OffsetDateTime.class), row.getBoolean("ended"));
    }
}
