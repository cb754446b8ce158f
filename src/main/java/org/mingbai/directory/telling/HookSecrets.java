package org.mingbai.directory.telling;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.keys.KeyProvider;
import org.mingbai.shell.keys.Sealing;
import org.mingbai.shell.keys.SealingCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What one needs to speak at an address outside, sealed: of a robot the address itself is the secret. Whoever has the database alone, or a copy of
/// it, cannot speak there.
@Component
class HookSecrets {

    private static final int AT_ONCE_MAX = 1_000;

    private final KeyProvider keys;
    private final JdbcClient db;

    HookSecrets(KeyProvider keys, JdbcClient db) {
        this.keys = keys;
        this.db = db;
    }

    boolean ready() {
        return keys.ready();
    }

    /// @param key the key it is sealed with, as it is kept beside it
    record Sealed(SealingCipher cipher, KeyProvider.Wrapped key, byte[] bytes) {}

    Sealed seal(TenantId tenant, long id, URI url, String secret) {
        var about = about(tenant, id);
        var dataKey = Sealing.freshKey(keys.cipher());
        var bytes = Sealing.seal(keys.cipher(), dataKey, (url + "\n" + secret).getBytes(StandardCharsets.UTF_8), about);
        return new Sealed(keys.cipher(), keys.wrap(dataKey, about), bytes);
    }

    /// @param row with `hook` for its number; where its key is not at hand the address is shut
    Hook read(TenantId tenant, ResultSet row) throws SQLException {
        long id = row.getLong("hook");
        var said = row.getString("key") == null ? row.getString("url") + "\n" + row.getString("secret") : opened(tenant, id, row);
        int end = said.indexOf('\n');
        return new Hook(id, row.getString("name"), HookKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("unit", Long.class)).map(OrganisationId::new), URI.create(said.substring(0, end)), said.substring(end + 1));
    }

    private String opened(TenantId tenant, long id, ResultSet row) throws SQLException {
        if (!keys.holds(row.getString("key"))) {
            return Hook.SHUT + "\n";
        }
        var about = about(tenant, id);
        var dataKey = keys.unwrap(new KeyProvider.Wrapped(row.getString("key"), row.getBytes("wrapped")), about);
        return new String(Sealing.open(SealingCipher.of(row.getString("cipher")), dataKey, row.getBytes("sealed"), about), StandardCharsets.UTF_8);
    }

    private static byte[] about(TenantId tenant, long id) {
        return ("directory.hook/" + tenant.value() + "/" + id).getBytes(StandardCharsets.US_ASCII);
    }

    private record Old(TenantId tenant, Hook hook) {}

    /// Seals what was written down in clear before there was sealing, and anew what an older key wraps.
    @Scheduled(initialDelay = 1, fixedDelay = 3_600, timeUnit = TimeUnit.SECONDS)
    void sealAll() {
        if (!keys.ready()) {
            return;
        }
        db.sql("""
                select tenant, id as hook, name, kind, unit, url, secret, cipher, key, wrapped, sealed from directory.hook
                where removed_at is null and key is distinct from :current order by tenant, id limit :limit
                """).param("current", keys.current()).param("limit", AT_ONCE_MAX)
                .query((row, _) -> {
                    var tenant = new TenantId(row.getInt("tenant"));
                    return new Old(tenant, read(tenant, row));
                }).list().stream().filter(old -> !old.hook().isShut()).forEach(this::sealAnew);
    }

    private void sealAnew(Old old) {
        var sealed = seal(old.tenant(), old.hook().id(), old.hook().url(), old.hook().secret());
        db.sql("""
                update directory.hook set url = '', secret = '', cipher = :cipher, key = :key, wrapped = :wrapped, sealed = :sealed
                where tenant = :tenant and id = :id and removed_at is null
                """).param("cipher", sealed.cipher().printed()).param("key", sealed.key().key()).param("wrapped", sealed.key().bytes())
                .param("sealed", sealed.bytes()).param("tenant", old.tenant().value()).param("id", old.hook().id()).update();
    }
}
