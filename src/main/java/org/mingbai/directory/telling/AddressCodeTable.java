package org.mingbai.directory.telling;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AddressCodeTable {

    private final JdbcClient db;

    AddressCodeTable(JdbcClient db) {
        this.db = db;
    }

    /// Whose address a code is for.
    record Meant(PersonId person, String address) {}

    void insert(LinkSecret code, Meant meant, OffsetDateTime now) {
        db.sql("insert into directory.address_code (tenant, hash, person, address, made_at) values (:tenant, :hash, :person, :address, :now)")
                .param("tenant", code.tenant().value()).param("hash", code.hash()).param("person", meant.person().value())
                .param("address", meant.address()).param("now", now).update();
    }

    /// What a code made after that is for, while that address still waits.
    Optional<Meant> find(LinkSecret code, OffsetDateTime after) {
        return db.sql("""
                select code.person, code.address from directory.address_code code
                join directory.reach reach on (reach.tenant, reach.person, reach.address) = (code.tenant, code.person, code.address)
                where code.tenant = :tenant and code.hash = :hash and code.made_at > :after and reach.confirmed_at is null
                """).param("tenant", code.tenant().value()).param("hash", code.hash()).param("after", after)
                .query((row, _) -> new Meant(new PersonId(row.getLong("person")), row.getString("address"))).optional();
    }

    void removeAll(TenantId tenant, PersonId person) {
        db.sql("delete from directory.address_code where tenant = :tenant and person = :person")
                .param("tenant", tenant.value()).param("person", person.value()).update();
    }
}
