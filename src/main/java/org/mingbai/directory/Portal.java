package org.mingbai.directory;

import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Stands in the journal for those who raise a matter themselves and have no account: a row among the people without sign-in and posts, so
/// that it is nobody's tray, and in no list of people. What reporters say is written by it; who they are is not its business.
@Component
public class Portal {

    static final String SETTING = "portal.person";
    private static final String NAME = "公众渠道";

    private final PersonTable people;
    private final Writing writing;
    private final JdbcClient db;

    Portal(PersonTable people, Writing writing, JdbcClient db) {
        this.people = people;
        this.writing = writing;
        this.db = db;
    }

    /// As one who hands in at a unit: enough to raise a matter there and to say what reporters may say.
    public SignedIn at(TenantId tenant, OrganisationId unit) {
        return new SignedIn(tenant, person(tenant), NAME, Set.of(new Seat(unit, Role.HANDLER)));
    }

    /// The row that stands for them.
    public PersonId person(TenantId tenant) {
        return known(tenant).orElseGet(() -> writing.alone(tenant, () -> Answer.done(known(tenant).orElseGet(() -> added(tenant)))).orThrow());
    }

    /// The same, where anybody has handed in something yet.
    public Optional<PersonId> known(TenantId tenant) {
        return db.sql("select value from directory.setting where tenant = :tenant and key = :key")
                .param("tenant", tenant.value()).param("key", SETTING).query(String.class).optional().map(value -> new PersonId(Long.parseLong(value)));
    }

    private PersonId added(TenantId tenant) {
        var person = new Person(people.nextId(), NAME, 1);
        people.insert(tenant, person);
        db.sql("insert into directory.setting (tenant, key, value) values (:tenant, :key, :value)")
                .param("tenant", tenant.value()).param("key", SETTING).param("value", Long.toString(person.id().value())).update();
        return person.id();
    }
}
