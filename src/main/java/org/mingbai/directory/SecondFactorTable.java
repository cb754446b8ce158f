package org.mingbai.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mingbai.shell.keys.KeyProvider;
import org.mingbai.shell.keys.SealingCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SecondFactorTable {

    private final JdbcClient db;

    SecondFactorTable(JdbcClient db) {
        this.db = db;
    }

    /// @param key the key it is sealed with, as it is kept beside it
    record Sealed(SealingCipher cipher, KeyProvider.Wrapped key, byte[] bytes) {}

    /// @param setUpAt empty until a first code was given
    /// @param wrong codes refused since the last one taken
    record Row(TenantId tenant, PersonId person, Sealed secret, Optional<OffsetDateTime> setUpAt, long lastStep, int wrong) {}

    /// A secret nobody confirmed gives way to the next.
    void begin(TenantId tenant, PersonId person, Sealed secret, OffsetDateTime at) {
        db.sql("""
                insert into directory.second_factor (tenant, person, cipher, key, wrapped, sealed, begun_at)
                values (:tenant, :person, :cipher, :key, :wrapped, :sealed, :at)
                on conflict (tenant, person) do update
                set cipher = excluded.cipher, key = excluded.key, wrapped = excluded.wrapped, sealed = excluded.sealed, begun_at = excluded.begun_at
                where second_factor.set_up_at is null
                """).param("tenant", tenant.value()).param("person", person.value()).param("cipher", secret.cipher().printed())
                .param("key", secret.key().key()).param("wrapped", secret.key().bytes()).param("sealed", secret.bytes()).param("at", at).update();
    }

    /// The same secret under another key.
    void sealAnew(TenantId tenant, PersonId person, Sealed before, Sealed secret) {
        db.sql("""
                update directory.second_factor set cipher = :cipher, key = :key, wrapped = :wrapped, sealed = :sealed
                where tenant = :tenant and person = :person and sealed = :before
                """).param("tenant", tenant.value()).param("person", person.value()).param("cipher", secret.cipher().printed())
                .param("key", secret.key().key()).param("wrapped", secret.key().bytes()).param("sealed", secret.bytes())
                .param("before", before.bytes()).update();
    }

    void setUp(TenantId tenant, PersonId person, OffsetDateTime at) {
        db.sql("update directory.second_factor set set_up_at = :at where tenant = :tenant and person = :person")
                .param("tenant", tenant.value()).param("person", person.value()).param("at", at).update();
    }

    /// False when another hand took a code of this step or a later one first.
    boolean take(TenantId tenant, PersonId person, long step) {
        return 1 == db.sql("""
                update directory.second_factor set last_step = :step, wrong = 0
                where tenant = :tenant and person = :person and last_step < :step
                """).param("tenant", tenant.value()).param("person", person.value()).param("step", step).update();
    }

    void countWrong(TenantId tenant, PersonId person) {
        db.sql("update directory.second_factor set wrong = wrong + 1 where tenant = :tenant and person = :person")
                .param("tenant", tenant.value()).param("person", person.value()).update();
    }

    /// False when it was used before, or is none.
    boolean takeRecovery(TenantId tenant, PersonId person, byte[] hash, OffsetDateTime at) {
        boolean taken = 1 == db.sql("""
                update directory.recovery_code set used_at = :at
                where tenant = :tenant and person = :person and hash = :hash and used_at is null
                """).param("tenant", tenant.value()).param("person", person.value()).param("hash", hash).param("at", at).update();
        if (taken) {
            db.sql("update directory.second_factor set wrong = 0 where tenant = :tenant and person = :person")
                    .param("tenant", tenant.value()).param("person", person.value()).update();
        }
        return taken;
    }

    /// The codes before no longer count.
    void replaceRecovery(TenantId tenant, PersonId person, Collection<byte[]> hashes) {
        db.sql("delete from directory.recovery_code where tenant = :tenant and person = :person")
                .param("tenant", tenant.value()).param("person", person.value()).update();
        hashes.forEach(hash -> db.sql("insert into directory.recovery_code (tenant, person, hash) values (:tenant, :person, :hash)")
                .param("tenant", tenant.value()).param("person", person.value()).param("hash", hash).update());
    }

    int recoveryLeft(TenantId tenant, PersonId person) {
        return db.sql("select count(*) from directory.recovery_code where tenant = :tenant and person = :person and used_at is null")
                .param("tenant", tenant.value()).param("person", person.value()).query(Integer.class).single();
    }

    boolean remove(TenantId tenant, PersonId person) {
        return 1 == db.sql("delete from directory.second_factor where tenant = :tenant and person = :person")
                .param("tenant", tenant.value()).param("person", person.value()).update();
    }

    Optional<Row> find(TenantId tenant, PersonId person) {
        return db.sql("select * from directory.second_factor where tenant = :tenant and person = :person")
                .param("tenant", tenant.value()).param("person", person.value()).query(SecondFactorTable::read).optional();
    }

    List<Row> notUnder(String key, int limit) {
        return db.sql("select * from directory.second_factor where key <> :key order by tenant, person limit :limit")
                .param("key", key).param("limit", limit).query(SecondFactorTable::read).list();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(new TenantId(row.getInt("tenant")), new PersonId(row.getLong("person")),
                new Sealed(SealingCipher.of(row.getString("cipher")), new KeyProvider.Wrapped(row.getString("key"), row.getBytes("wrapped")),
                        row.getBytes("sealed")),
                Optional.ofNullable(row.getObject("set_up_at", OffsetDateTime.class)), row.getLong("last_step"), row.getInt("wrong"));
    }
}
