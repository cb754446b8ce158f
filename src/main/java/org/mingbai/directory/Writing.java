package org.mingbai.directory;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs every change of a tenant's directory: one at a time, all or nothing, and makes what is remembered of it old.
///
/// Changes of a directory are rare and read everything else about it (no cycle, no post twice, administrators
/// apart), so they queue on the tenant's revision instead of each guarding against each.
@Component
class Writing {

    private final TransactionTemplate transaction;
    private final RevisionTable revisions;
    private final Snapshots snapshots;
    private final JdbcClient db;
    private final Clock clock;

    Writing(PlatformTransactionManager transactions, RevisionTable revisions, Snapshots snapshots, JdbcClient db, Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.revisions = revisions;
        this.snapshots = snapshots;
        this.db = db;
        this.clock = clock;
    }

    /// A verb checks before it writes, so a refusal leaves an outer transaction good.
    <T> Answer<T> alone(TenantId tenant, Supplier<Answer<T>> verb) {
        return transaction.execute(status -> {
            snapshots.aboutToChange(tenant);
            long revision = revisions.rise(tenant);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int ended) {
                    snapshots.changed(tenant);
                }
            });
            var answer = verb.get();
            if (answer instanceof Answer.Refused && status.isNewTransaction()) {
                status.setRollbackOnly();
            }
            return answer;
        });
    }

    /// The same form sent twice is one act: its key answers with what it made the first time.
    <T> Answer<T> once(TenantId tenant, Optional<UUID> key, Object content, LongFunction<T> known, ToLongFunction<T> number,
            Supplier<Answer<T>> verb) {
        return alone(tenant, () -> {
            var before = key.flatMap(k -> db.sql("select content, subject from directory.request where tenant = :tenant and key = :key")
                    .param("tenant", tenant.value()).param("key", k)
                    .query((row, n) -> new Made(row.getString(1), row.getLong(2))).optional());
            if (before.isPresent()) {
                return before.get().content().equals(content.toString())
                        ? Answer.done(known.apply(before.get().subject()))
                        : Answer.refused(new Refusal.SameKeyOtherContent());
            }
            var answer = verb.get();
            if (key.isPresent() && answer instanceof Answer.Done<T>(var made)) {
                db.sql("""
                        insert into directory.request (tenant, key, content, subject, made_at)
                        values (:tenant, :key, :content, :subject, :at)
                        """).param("tenant", tenant.value()).param("key", key.get()).param("content", content.toString())
                        .param("subject", number.applyAsLong(made)).param("at", OffsetDateTime.now(clock)).update();
            }
            return answer;
        });
    }

    private record Made(String content, long subject) {}
}
