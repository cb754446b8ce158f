package org.mingbai.intake;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `intake.retention`.
@Component
class RetentionTable {

    private final JdbcClient db;

    RetentionTable(JdbcClient db) {
        this.db = db;
    }

    /// Until the transaction ends nobody else writes a version of this tenant.
    void alone(TenantId tenant) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('intake.retention', :tenant))").param("tenant", tenant.value())
                .query((_, _) -> true).single();
    }

    /// The newest first.
    List<Retention> of(TenantId tenant) {
        return db.sql("select version, channel, days, basis, valid_from from intake.retention where tenant = :tenant order by version desc limit 1000")
                .param("tenant", tenant.value()).query(Retention.class).list();
    }

    Optional<Retention> under(TenantId tenant, UUID key) {
        return db.sql("select version, channel, days, basis, valid_from from intake.retention where tenant = :tenant and key = :key")
                .param("tenant", tenant.value()).param("key", key).query(Retention.class).optional();
    }

    void insert(TenantId tenant, Retention made, UUID key, PersonId by, OffsetDateTime now) {
        db.sql("""
                insert into intake.retention (tenant, version, channel, days, basis, valid_from, key, written_by, written_at)
                values (:tenant, :version, :channel, :days, :basis, :from, :key, :by, :now)
                """)
                .param("tenant", tenant.value()).param("version", made.version()).param("channel", made.channel()).param("days", made.days())
                .param("basis", made.basis()).param("from", made.validFrom()).param("key", key).param("by", by.value()).param("now", now).update();
    }
}
