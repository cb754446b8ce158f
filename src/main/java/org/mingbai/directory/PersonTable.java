package org.mingbai.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PersonTable {

    /// Without the row that stands for everybody outside: it is nobody, and that it is there tells that somebody raised something.
    private static final String PEOPLE = """
            select id, name, version from directory.person p
            where tenant = :tenant and not exists (select 1 from directory.setting s
                where s.tenant = p.tenant and s.key = '%s' and s.value = p.id::text)
            """.formatted(Portal.SETTING);

    private final JdbcClient db;

    PersonTable(JdbcClient db) {
        this.db = db;
    }

    PersonId nextId() {
        return new PersonId(db.sql("select nextval('directory.person_id')").query(Long.class).single());
    }

    void insert(TenantId tenant, Person person) {
        db.sql("insert into directory.person (tenant, id, name, version) values (:tenant, :id, :name, :version)")
                .param("tenant", tenant.value()).param("id", person.id().value())
                .param("name", person.name()).param("version", person.version()).update();
    }

    /// False when the row is no longer at the version before this one.
    boolean update(TenantId tenant, Person person) {
        return 1 == db.sql("""
                update directory.person set name = :name, version = :version
                where tenant = :tenant and id = :id and version = :version - 1
                """).param("tenant", tenant.value()).param("id", person.id().value())
                .param("name", person.name()).param("version", person.version()).update();
    }

    Optional<Person> find(TenantId tenant, PersonId id) {
        return db.sql("select id, name, version from directory.person where tenant = :tenant and id = :id")
                .param("tenant", tenant.value()).param("id", id.value()).query(PersonTable::read).optional();
    }

    List<Person> find(TenantId tenant, Collection<PersonId> ids) {
        return db.sql("select id, name, version from directory.person where tenant = :tenant and id = any(:ids)")
                .param("tenant", tenant.value())
                .param("ids", ids.stream().map(PersonId::value).toArray(Long[]::new)).query(PersonTable::read).list();
    }

    List<Person> page(TenantId tenant, PersonId after, int limit) {
        return db.sql(PEOPLE + "and id > :after order by id limit :limit")
                .param("tenant", tenant.value()).param("after", after.value()).param("limit", limit).query(PersonTable::read).list();
    }

    List<Person> named(TenantId tenant, String name) {
        return db.sql(PEOPLE + "and name = :name order by id limit 100")
                .param("tenant", tenant.value()).param("name", name).query(PersonTable::read).list();
    }

    /// People whose name contains the words, in the order of their names; `limit` at most.
    List<Person> search(TenantId tenant, String words, int limit) {
        return db.sql(PEOPLE + "and position(:words in name) > 0 order by name, id limit :limit")
                .param("tenant", tenant.value()).param("words", words).param("limit", limit).query(PersonTable::read).list();
    }

    private static Person read(ResultSet row, int number) throws SQLException {
        return new Person(new PersonId(row.getLong("id")), row.getString("name"), row.getInt("version"));
    }
}
