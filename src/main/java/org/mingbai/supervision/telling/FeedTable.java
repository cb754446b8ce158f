package org.mingbai.supervision.telling;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FeedTable {

    private final JdbcClient db;

    FeedTable(JdbcClient db) {
        this.db = db;
    }

    void put(TenantId tenant, PersonId person, byte[] hash, OffsetDateTime now) {
        db.sql("""
                insert into supervision.feed (tenant, person, hash, made_at) values (:tenant, :person, :hash, :now)
                on conflict (tenant, person) do update set hash = excluded.hash, made_at = excluded.made_at
                """).param("tenant", tenant.value()).param("person", person.value()).param("hash", hash).param("now", now).update();
    }

    boolean remove(TenantId tenant, PersonId person) {
        return 1 == db.sql("delete from supervision.feed where tenant = :tenant and person = :person")
                .param("tenant", tenant.value()).param("person", person.value()).update();
    }

    Optional<OffsetDateTime> madeAt(TenantId tenant, PersonId person) {
        return db.sql("select made_at from supervision.feed where tenant = :tenant and person = :person")
                .param("tenant", tenant.value()).param("person", person.value()).query(OffsetDateTime.class).optional();
    }

    Optional<PersonId> whose(TenantId tenant, byte[] hash) {
        return db.sql("select person from supervision.feed where tenant = :tenant and hash = :hash")
                .param("tenant", tenant.value()).param("hash", hash).query(Long.class).optional().map(PersonId::new);
    }
}
