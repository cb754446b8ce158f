package org.mingbai.directory.telling;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class HookTable {

    private static final int SHOWN_MAX = 200;

    /// How long another node may go on as if there were no hook after the first was added.
    private static final Duration STALE_MAX = Duration.ofSeconds(2);

    private record Seen(boolean any, long atNanos) {}

    private final JdbcClient db;
    private final HookSecrets secrets;
    private final Map<TenantId, Seen> seen = new ConcurrentHashMap<>();

    HookTable(JdbcClient db, HookSecrets secrets) {
        this.db = db;
        this.secrets = secrets;
    }

    /// Whether a new one can be written down.
    boolean seals() {
        return secrets.ready();
    }

    List<Hook> all(TenantId tenant) {
        return db.sql("""
                select id as hook, name, kind, unit, url, secret, cipher, key, wrapped, sealed from directory.hook
                where tenant = :tenant and removed_at is null order by id limit :limit
                """).param("tenant", tenant.value()).param("limit", SHOWN_MAX)
                .query((row, _) -> secrets.read(tenant, row)).list();
    }

    /// Most accounts have none, and every act asks.
    boolean any(TenantId tenant) {
        var known = seen.get(tenant);
        if (known == null || System.nanoTime() - known.atNanos > STALE_MAX.toNanos()) {
            known = new Seen(db.sql("select exists (select from directory.hook where tenant = :tenant and removed_at is null)")
                    .param("tenant", tenant.value()).query(Boolean.class).single(), System.nanoTime());
            seen.put(tenant, known);
        }
        return known.any;
    }

    long insert(TenantId tenant, Hook hook, OffsetDateTime now) {
        seen.remove(tenant);
        long id = db.sql("select nextval('directory.hook_id')").query(Long.class).single();
        var sealed = secrets.seal(tenant, id, hook.url(), hook.secret());
        db.sql("""
                insert into directory.hook (tenant, id, name, kind, unit, url, cipher, key, wrapped, sealed, added_at)
                values (:tenant, :id, :name, :kind, :unit, '', :cipher, :key, :wrapped, :sealed, :now)
                """).param("tenant", tenant.value()).param("id", id).param("name", hook.name()).param("kind", hook.kind().name())
                .param("unit", hook.unit().map(OrganisationId::value).orElse(null)).param("cipher", sealed.cipher().printed())
                .param("key", sealed.key().key()).param("wrapped", sealed.key().bytes()).param("sealed", sealed.bytes()).param("now", now).update();
        return id;
    }

    /// The row stays for the letters that went there; what could be used does not. Empty when there was none.
    Optional<String> remove(TenantId tenant, long id, OffsetDateTime now) {
        db.sql("update directory.telling set not_before = null where tenant = :tenant and hook = :id and letter is null")
                .param("tenant", tenant.value()).param("id", id).update();
        return db.sql("""
                update directory.hook set removed_at = :now, url = '', secret = '', cipher = null, key = null, wrapped = null, sealed = null
                where tenant = :tenant and id = :id and removed_at is null returning name
                """).param("now", now).param("tenant", tenant.value()).param("id", id).query(String.class).optional();
    }

    boolean insertTrial(TenantId tenant, long hook, Telling telling, OffsetDateTime now) {
        return 1 == db.sql("""
                insert into directory.telling (tenant, id, hook, cause, topic, words, args, href, urgent, told_at, not_before)
                select :tenant, nextval('directory.telling_id'), hook.id, :cause, :topic, :words, :args, :href, true, :now, :now
                from directory.hook where tenant = :tenant and id = :hook and removed_at is null
                """).param("tenant", tenant.value()).param("hook", hook).param("cause", telling.cause()).param("topic", telling.topic())
                .param("words", telling.words()).param("args", telling.storedArgs().toArray(String[]::new)).param("href", telling.href())
                .param("now", now).update();
    }
}
