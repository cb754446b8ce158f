package org.mingbai.pattern.dispatch;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `pattern.dispatch_learning`.
@Component
class LearningTable {

    private final JdbcClient db;

    LearningTable(JdbcClient db) {
        this.db = db;
    }

    Optional<LearningLimits> of(TenantId tenant) {
        return db.sql("select closed_min, unit_min, reason from pattern.dispatch_learning where tenant = :tenant").param("tenant", tenant.value())
                .query((row, _) -> new LearningLimits(row.getInt(1), row.getInt(2), row.getString(3))).optional();
    }

    void put(TenantId tenant, LearningLimits limits, Optional<PersonId> by, OffsetDateTime at) {
        db.sql("""
                insert into pattern.dispatch_learning (tenant, closed_min, unit_min, reason, kept_by, kept_at)
                values (:tenant, :closed, :unit, :reason, :by, :at)
                on conflict (tenant) do update set closed_min = excluded.closed_min, unit_min = excluded.unit_min, reason = excluded.reason,
                    kept_by = excluded.kept_by, kept_at = excluded.kept_at
                """)
                .param("tenant", tenant.value()).param("closed", limits.closedMin()).param("unit", limits.unitMin()).param("reason", limits.reason())
                .param("by", by.map(PersonId::value).orElse(null)).param("at", at).update();
    }
}
