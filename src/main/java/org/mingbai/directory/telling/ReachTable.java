package org.mingbai.directory.telling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ReachTable {

    private final JdbcClient db;

    ReachTable(JdbcClient db) {
        this.db = db;
    }

    Map<PersonId, Reach> of(TenantId tenant, Collection<PersonId> people) {
        var reaches = new HashMap<PersonId, Reach>();
        db.sql("""
                select person, address, rhythm, daily_at, quiet_from, quiet_until, language, confirmed_at is not null as confirmed
                from directory.reach where tenant = :tenant and person = any(:people)
                """).param("tenant", tenant.value()).param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .query(row -> {
                    reaches.put(new PersonId(row.getLong("person")), read(row));
                });
        return reaches;
    }

    /// Until the end of the transaction nobody else changes how this person is reached.
    void lock(TenantId tenant, PersonId person) {
        db.sql("select id from directory.person where tenant = :tenant and id = :person for no key update")
                .param("tenant", tenant.value()).param("person", person.value()).query(Long.class).single();
    }

    /// Another address than before is not confirmed.
    void put(TenantId tenant, PersonId person, Reach reach) {
        db.sql("""
                insert into directory.reach (tenant, person, address, rhythm, daily_at, quiet_from, quiet_until, language)
                values (:tenant, :person, :address, :rhythm, :dailyAt, :quietFrom, :quietUntil, :language)
                on conflict (tenant, person) do update set
                    confirmed_at = case when reach.address = excluded.address then reach.confirmed_at end, address = excluded.address,
                    rhythm = excluded.rhythm, daily_at = excluded.daily_at,
                    quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, language = excluded.language
                """).param("tenant", tenant.value()).param("person", person.value())
                .param("address", reach.address()).param("rhythm", reach.rhythm().name()).param("dailyAt", reach.dailyAt())
                .param("quietFrom", reach.quietFrom()).param("quietUntil", reach.quietUntil()).param("language", reach.language()).update();
    }

    /// False when the address is another by now, or is confirmed.
    boolean confirm(TenantId tenant, PersonId person, String address, OffsetDateTime now) {
        return 1 == db.sql("""
                update directory.reach set confirmed_at = :now
                where tenant = :tenant and person = :person and address = :address and confirmed_at is null
                """).param("now", now).param("tenant", tenant.value()).param("person", person.value()).param("address", address).update();
    }

    private static Reach read(ResultSet row) throws SQLException {
        return new Reach(row.getString("address"), Rhythm.valueOf(row.getString("rhythm")), row.getObject("daily_at", LocalTime.class),
                row.getObject("quiet_from", LocalTime.class), row.getObject("quiet_until", LocalTime.class), row.getString("language"),
                row.getBoolean("confirmed"));
    }
}
