package org.mingbai.intake.vault;

import java.time.OffsetDateTime;
import java.util.List;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.keys.SealedBefore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `intake.vault_key`.
@Component
public class VaultKeyTable implements SealedBefore {

    private final JdbcClient db;

    VaultKeyTable(JdbcClient db) {
        this.db = db;
    }

    @Override
    public boolean any() {
        return db.sql("select exists (select from intake.vault_key)").query(Boolean.class).single();
    }

    public List<String> of(TenantId tenant) {
        return db.sql("select key from intake.vault_key where tenant = :tenant").param("tenant", tenant.value()).query(String.class).list();
    }

    public void use(TenantId tenant, String key, OffsetDateTime now) {
        db.sql("insert into intake.vault_key (tenant, key, first_used) values (:tenant, :key, :now) on conflict do nothing")
                .param("tenant", tenant.value()).param("key", key).param("now", now).update();
    }

    /// Takes out what wraps nothing any more, save the one that wraps from now on.
    public void drop(TenantId tenant, String current) {
        db.sql("""
                delete from intake.vault_key k where tenant = :tenant and key <> :current
                and not exists (select from intake.reporter r where r.tenant = k.tenant and r.key = k.key)
                """).param("tenant", tenant.value()).param("current", current).update();
    }
}
