package org.mingbai.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `intake.destruction`.
@Component
class DestructionTable {

    private final JdbcClient db;

    DestructionTable(JdbcClient db) {
        this.db = db;
    }

    long nextNo() {
        return db.sql("select nextval('intake.destruction_no')").query(Long.class).single();
    }

    /// False where one waits for that record already.
    boolean insert(TenantId tenant, Destruction made) {
        return 1 == db.sql("""
                insert into intake.destruction (tenant, no, matter, voice, reporter, kept_until, reason, proposed_by, proposed_at)
                values (:tenant, :no, :matter, :voice, :reporter, :until, :reason, :by, :at)
                on conflict (tenant, reporter) where decided_at is null do nothing
                """)
                .param("tenant", tenant.value()).param("no", made.no()).param("matter", made.matter().value()).param("voice", made.voice())
                .param("reporter", made.reporter().value()).param("until", made.keptUntil()).param("reason", made.reason())
                .param("by", made.proposedBy().value()).param("at", made.proposedAt()).update();
    }

    /// Nobody else decides on it until the transaction ends.
    Optional<Destruction> held(TenantId tenant, long no) {
        return db.sql("select * from intake.destruction where tenant = :tenant and no = :no for update")
                .param("tenant", tenant.value()).param("no", no).query(DestructionTable::read).optional();
    }

    /// What waits for a second person, the oldest first.
    List<Destruction> waiting(TenantId tenant, int limit, int offset) {
        return db.sql("select * from intake.destruction where tenant = :tenant and decided_at is null order by no limit :limit offset :offset")
                .param("tenant", tenant.value()).param("offset", offset).param("limit", limit).query(DestructionTable::read).list();
    }

    /// What was decided, the newest first.
    List<Destruction> decided(TenantId tenant, int limit, int offset) {
        return db.sql("select * from intake.destruction where tenant = :tenant and decided_at is not null order by no desc limit :limit offset :offset")
                .param("tenant", tenant.value()).param("offset", offset).param("limit", limit).query(DestructionTable::read).list();
    }

    void decide(TenantId tenant, long no, Destruction.Outcome outcome, @Nullable String decision, PersonId by, OffsetDateTime now) {
        db.sql("""
                update intake.destruction set outcome = :outcome, decision = :decision, decided_by = :by, decided_at = :now
                where tenant = :tenant and no = :no and decided_at is null
                """)
                .param("tenant", tenant.value()).param("no", no).param("outcome", outcome.name()).param("decision", decision)
                .param("by", by.value()).param("now", now).update();
    }

    private static Destruction read(ResultSet row, int number) throws SQLException {
        var outcome = row.getString("outcome");
        var decider = row.getObject("decided_by", Long.class);
        return new Destruction(row.getLong("no"), new MatterId(row.getLong("matter")), row.getInt("voice"), new ReporterId(row.getLong("reporter")),
                row.getObject("kept_until", LocalDate.class), row.getString("reason"), new PersonId(row.getLong("proposed_by")),
                row.getObject("proposed_at", OffsetDateTime.class), outcome == null ? null : Destruction.Outcome.valueOf(outcome),
                row.getString("decision"), decider == null ? null : new PersonId(decider), row.getObject("decided_at", OffsetDateTime.class));
    }
}
