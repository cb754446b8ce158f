package org.mingbai.directory.telling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TellingTable {

    private final JdbcClient db;

    TellingTable(JdbcClient db) {
        this.db = db;
    }

    /// What was told, as it is kept.
    record Row(long id, String words, List<String> args, String href, boolean urgent, OffsetDateTime toldAt, @Nullable OffsetDateTime readAt) {}

    void insert(TenantId tenant, List<PersonId> people, List<Optional<OffsetDateTime>> notBefore, Telling telling, OffsetDateTime now) {
        telling(db.sql("""
                insert into directory.telling (tenant, id, person, cause, topic, words, args, href, urgent, told_at, not_before)
                select :tenant, nextval('directory.telling_id'), told.person, :cause, :topic, :words, :args, :href, :urgent, :now, told.not_before
                from unnest(:people, :notBefore::timestamptz[]) as told (person, not_before)
                on conflict (tenant, cause, person, hook) do nothing
                """), tenant, telling, now)
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .param("notBefore", notBefore.stream().map(at -> at.map(OffsetDateTime::toString).orElse(null)).toArray(String[]::new))
                .update();
    }

    void insertForHooks(TenantId tenant, Collection<OrganisationId> line, OffsetDateTime notBefore, Telling telling, OffsetDateTime now) {
        telling(db.sql("""
                insert into directory.telling (tenant, id, hook, cause, topic, words, args, href, urgent, told_at, not_before)
                select :tenant, nextval('directory.telling_id'), hook.id, :cause, :topic, :words, :args, :href, :urgent, :now, :notBefore
                from directory.hook
                where tenant = :tenant and removed_at is null and (unit is null or unit = any(:line))
                on conflict (tenant, cause, person, hook) do nothing
                """), tenant, telling, now)
                .param("line", line.stream().map(OrganisationId::value).toArray(Long[]::new)).param("notBefore", notBefore)
                .update();
    }

    private static JdbcClient.StatementSpec telling(JdbcClient.StatementSpec insert, TenantId tenant, Telling telling, OffsetDateTime now) {
        return insert.param("tenant", tenant.value()).param("cause", telling.cause()).param("topic", telling.topic())
                .param("words", telling.words()).param("args", telling.storedArgs().toArray(String[]::new)).param("href", telling.href())
                .param("urgent", telling.urgent()).param("now", now);
    }

    void settle(TenantId tenant, String topic, OffsetDateTime now) {
        db.sql("update directory.telling set read_at = :now, not_before = null where tenant = :tenant and topic = :topic and read_at is null")
                .param("tenant", tenant.value()).param("topic", topic).param("now", now).update();
    }

    /// The newest before that one, `limit` at most.
    List<Row> page(TenantId tenant, PersonId person, long before, int limit) {
        return db.sql("""
                select id, words, args, href, urgent, told_at, read_at from directory.telling
                where tenant = :tenant and person = :person and id < :before order by id desc limit :limit
                """).param("tenant", tenant.value()).param("person", person.value()).param("before", before).param("limit", limit)
                .query(TellingTable::read).list();
    }

    /// How many are unread, counted no further than `max`.
    int unread(TenantId tenant, PersonId person, int max) {
        return db.sql("""
                select count(*) from (select from directory.telling
                    where tenant = :tenant and person = :person and read_at is null limit :max) unread
                """).param("tenant", tenant.value()).param("person", person.value()).param("max", max).query(Integer.class).single();
    }

    Optional<Row> find(TenantId tenant, PersonId person, long id) {
        return db.sql("""
                select id, words, args, href, urgent, told_at, read_at from directory.telling
                where tenant = :tenant and person = :person and id = :id
                """).param("tenant", tenant.value()).param("person", person.value()).param("id", id).query(TellingTable::read).optional();
    }

    /// Whoever has read it in the pages needs no letter.
    void read(TenantId tenant, PersonId person, long id, OffsetDateTime now) {
        db.sql("""
                update directory.telling set read_at = :now, not_before = null
                where tenant = :tenant and person = :person and id = :id and read_at is null
                """).param("tenant", tenant.value()).param("person", person.value()).param("id", id).param("now", now).update();
    }

    /// All up to that one: what came since the page was shown stays unread.
    int readUpTo(TenantId tenant, PersonId person, long last, OffsetDateTime now) {
        return db.sql("""
                update directory.telling set read_at = :now, not_before = null
                where tenant = :tenant and person = :person and id <= :last and read_at is null
                """).param("tenant", tenant.value()).param("person", person.value()).param("last", last).param("now", now).update();
    }

    /// Those told before that, read or not, unless a letter is still to go out with them; `limit` at most. How many there were.
    int forget(OffsetDateTime before, int limit) {
        return db.sql("""
                with old as materialized (
                    select telling.tenant, telling.id from directory.telling telling
                    left join directory.letter letter on (letter.tenant, letter.id) = (telling.tenant, telling.letter)
                    where telling.told_at < :before and (letter.id is not null or telling.not_before is null)
                      and (letter.id is null or letter.sent_at is not null or letter.given_up_at is not null)
                    order by telling.told_at limit :limit for update of telling skip locked)
                delete from directory.telling using old where (telling.tenant, telling.id) = (old.tenant, old.id)
                """).param("before", before).param("limit", limit).update();
    }

    static Row read(ResultSet row, int number) throws SQLException {
        return new Row(row.getLong("id"), row.getString("words"), List.of((String[]) row.getArray("args").getArray()), row.getString("href"),
                row.getBoolean("urgent"), row.getObject("told_at", OffsetDateTime.class), row.getObject("read_at", OffsetDateTime.class));
    }
}
