package org.mingbai.intake.open311;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The keys by which programs raise requests (GeoReport v2, api_key). A key is shown once; only its SHA-256 is kept.
@Component
public class ProgramKeys {

    public static final int NAME_MAX = 60;
    private static final int SECRET_BYTES = 24;
    private static final int KEY_MAX = 100;

    private final JdbcClient db;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    ProgramKeys(JdbcClient db, AuditTrail audit, Clock clock, PlatformTransactionManager transactions) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @param name whose program it is
    /// @param revokedAt nothing while it is good
    public record Kept(long id, String name, OffsetDateTime madeAt, @Nullable OffsetDateTime revokedAt) {}

    /// A new key for that program, to be told it once.
    public String make(Keeper by, String name) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        transaction.executeWithoutResult(_ -> {
            // One at a time in a tenant, or two would take the same number.
            db.sql("select id from directory.tenant where id = :tenant for no key update").param("tenant", by.tenant().value())
                    .query(Integer.class).single();
            db.sql("""
                    insert into intake.program_key (tenant, id, name, hash, made_at)
                    select :tenant, coalesce(max(id), 0) + 1, :name, :hash, :at from intake.program_key where tenant = :tenant
                    """)
                    .param("tenant", by.tenant().value()).param("name", name).param("hash", hash(key)).param("at", OffsetDateTime.now(clock)).update();
            audit.channelChanged(by, "open311/key", Map.of(), Map.of("name", name));
        });
        return key;
    }

    /// The number of a good key; nothing for one that was never made, was revoked, or is another body's.
    Optional<Long> good(TenantId tenant, String key) {
        return key.isEmpty() || key.length() > KEY_MAX ? Optional.empty()
                : db.sql("select id from intake.program_key where tenant = :tenant and hash = :hash and revoked_at is null")
                        .param("tenant", tenant.value()).param("hash", hash(key)).query(Long.class).optional();
    }

    /// The latest first.
    public List<Kept> of(TenantId tenant) {
        return db.sql("select id, name, made_at, revoked_at from intake.program_key where tenant = :tenant order by id desc limit 500")
                .param("tenant", tenant.value())
                .query((row, _) -> new Kept(row.getLong(1), row.getString(2), row.getObject(3, OffsetDateTime.class),
                        row.getObject(4, OffsetDateTime.class)))
                .list();
    }

    /// From now on it is good for nothing. Whether it was.
    public boolean revoke(Keeper by, long id) {
        return transaction.execute(_ -> {
            var name = db.sql("update intake.program_key set revoked_at = :at where tenant = :tenant and id = :id and revoked_at is null returning name")
                    .param("at", OffsetDateTime.now(clock)).param("tenant", by.tenant().value()).param("id", id).query(String.class).optional();
            name.ifPresent(it -> audit.channelChanged(by, "open311/key", Map.of("name", it), Map.of()));
            return name.isPresent();
        });
    }

    static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
