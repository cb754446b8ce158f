package org.mingbai.directory.telling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
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
                select person, address, rhythm, daily_at, quiet_from, quiet_until, language
                from directory.reach where tenant = :tenant and person = any(:people)
                """).param("tenant", tenant.value()).param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .query(row -> {
                    reaches.put(new PersonId(row.getLong("person")), read(row));
                });
        return reaches;
    }

    void put(TenantId tenant, PersonId person, Reach reach) {
        db.sql("""
                insert into directory.reach (tenant, person, address, rhythm, daily_at, quiet_from, quiet_until, language)
                values (:tenant, :person, :address, :rhythm, :dailyAt, :quietFrom, :quietUntil, :language)
                on conflict (tenant, person) do update set address = excluded.address, rhythm = excluded.rhythm, daily_at = excluded.daily_at,
                    quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, language = excluded.language
                """).param("tenant", tenant.value()).param("person", person.value())
                .param("address", reach.address()).param("rhythm", reach.rhythm().name()).param("dailyAt", reach.dailyAt())
                .param("quietFrom", reach.quietFrom()).param("quietUntil", reach.quietUntil()).param("language", reach.language()).update();
    }

    private static Reach read(ResultSet row) throws SQLException {
        return new Reach(row.getString("address"), Rhythm.valueOf(row.getString("rhythm")), row.getObject("daily_at", LocalTime.class),
                row.getObject("quiet_from", LocalTime.class), row.getObject("quiet_until", LocalTime.class), row.getString("language"));
    }
}
