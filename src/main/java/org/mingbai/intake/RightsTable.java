package org.mingbai.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `intake.rights_request` and `intake.rights_limit`.
@Component
class RightsTable {

    private final JdbcClient db;

    RightsTable(JdbcClient db) {
        this.db = db;
    }

    /// Until the transaction ends nobody else writes a limit of this tenant.
    void alone(TenantId tenant) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('intake.rights_limit', :tenant))").param("tenant", tenant.value())
                .query((_, _) -> true).single();
    }

    List<RightsLimit> limits(TenantId tenant) {
        return db.sql("select version, days, basis, valid_from from intake.rights_limit where tenant = :tenant order by version desc limit 1000")
                .param("tenant", tenant.value()).query(RightsLimit.class).list();
    }

    Optional<RightsLimit> limitUnder(TenantId tenant, UUID key) {
        return db.sql("select version, days, basis, valid_from from intake.rights_limit where tenant = :tenant and key = :key")
                .param("tenant", tenant.value()).param("key", key).query(RightsLimit.class).optional();
    }

    void insert(TenantId tenant, RightsLimit limit, UUID key, PersonId by, OffsetDateTime now) {
        db.sql("""
                insert into intake.rights_limit (tenant, version, days, basis, valid_from, key, written_by, written_at)
                values (:tenant, :version, :days, :basis, :from, :key, :by, :now)
                """)
                .param("tenant", tenant.value()).param("version", limit.version()).param("days", limit.days()).param("basis", limit.basis())
                .param("from", limit.validFrom()).param("key", key).param("by", by.value()).param("now", now).update();
    }

    long nextNo() {
        return db.sql("select nextval('intake.rights_request_no')").query(Long.class).single();
    }

    void insert(TenantId tenant, RightsRequest asked, UUID key) {
        db.sql("""
                insert into intake.rights_request
                    (tenant, no, matter, voice, key, wish, words, proposed, checked, asked_by, asked_at, due, limit_version)
                values (:tenant, :no, :matter, :voice, :key, :wish, :words, :proposed, :checked, :by, :at, :due, :limit)
                """)
                .param("tenant", tenant.value()).param("no", asked.no()).param("matter", asked.matter().value()).param("voice", asked.voice())
                .param("key", key).param("wish", asked.wish().name()).param("words", asked.words())
                .param("proposed", asked.proposed() == null ? null : asked.proposed().value()).param("checked", asked.checked())
                .param("by", asked.askedBy().value()).param("at", asked.askedAt()).param("due", asked.due()).param("limit", asked.limitVersion()).update();
    }

    Optional<RightsRequest> under(TenantId tenant, UUID key) {
        return db.sql("select * from intake.rights_request where tenant = :tenant and key = :key").param("tenant", tenant.value()).param("key", key)
                .query(RightsTable::read).optional();
    }

    Optional<RightsRequest> find(TenantId tenant, long no) {
        return db.sql("select * from intake.rights_request where tenant = :tenant and no = :no").param("tenant", tenant.value()).param("no", no)
                .query(RightsTable::read).optional();
    }

    /// The same, and nobody else decides on it until the transaction ends.
    Optional<RightsRequest> held(TenantId tenant, long no) {
        return db.sql("select * from intake.rights_request where tenant = :tenant and no = :no for update")
                .param("tenant", tenant.value()).param("no", no).query(RightsTable::read).optional();
    }

    List<RightsRequest> of(TenantId tenant, MatterId matter, int voice, int limit) {
        return db.sql("select * from intake.rights_request where tenant = :tenant and matter = :matter and voice = :voice order by no desc limit :limit")
                .param("tenant", tenant.value()).param("matter", matter.value()).param("voice", voice).param("limit", limit)
                .query(RightsTable::read).list();
    }

    /// What waits for an answer, the most urgent first.
    List<RightsRequest> waiting(TenantId tenant, int limit, int offset) {
        return db.sql("select * from intake.rights_request where tenant = :tenant and decided_at is null order by due, no limit :limit offset :offset")
                .param("tenant", tenant.value()).param("limit", limit).param("offset", offset).query(RightsTable::read).list();
    }

    /// What was answered, the newest first.
    List<RightsRequest> answered(TenantId tenant, long before, int limit) {
        return db.sql("""
                select * from intake.rights_request where tenant = :tenant and no < :before and decided_at is not null order by no desc limit :limit
                """).param("tenant", tenant.value()).param("before", before).param("limit", limit).query(RightsTable::read).list();
    }

    void decide(TenantId tenant, long no, Decision made, PersonId by, OffsetDateTime now) {
        db.sql("""
                update intake.rights_request set outcome = :outcome, reason = :reason, law = :law, decided_by = :by, decided_at = :now
                where tenant = :tenant and no = :no and decided_at is null
                """)
                .param("tenant", tenant.value()).param("no", no).param("outcome", made.outcome().name()).param("reason", made.reason())
                .param("law", made.law()).param("by", by.value()).param("now", now).update();
    }

    /// @param law nothing but where it is only stored
    record Decision(RightsRequest.Outcome outcome, String reason, @Nullable String law) {}

    private static RightsRequest read(ResultSet row, int number) throws SQLException {
        var proposed = row.getObject("proposed", Long.class);
        var outcome = row.getString("outcome");
        var decider = row.getObject("decided_by", Long.class);
        return new RightsRequest(row.getLong("no"), new MatterId(row.getLong("matter")), row.getInt("voice"),
                RightsRequest.Wish.valueOf(row.getString("wish")), row.getString("words"), proposed == null ? null : new ReporterId(proposed),
                row.getString("checked"), new PersonId(row.getLong("asked_by")), row.getObject("asked_at", OffsetDateTime.class),
                row.getObject("due", LocalDate.class), row.getInt("limit_version"), outcome == null ? null : RightsRequest.Outcome.valueOf(outcome),
                row.getString("reason"), row.getString("law"), decider == null ? null : new PersonId(decider),
                row.getObject("decided_at", OffsetDateTime.class));
    }
}
