package org.mingbai.shell.draft;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.mingbai.shell.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DraftTable {

    /// @param content names and values as JSON, in the order of the form
    record Draft(String content, OffsetDateTime keptAt) {}

    /// A person keeps so many; the oldest give way.
    private static final int KEPT_MAX = 100;

    private final JdbcClient db;
    private final Clock clock;

    DraftTable(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void keep(Viewer writer, String key, String content) {
        db.sql("""
                insert into shell.draft (tenant, person, key, content, kept_at)
                values (:tenant, :person, :key, :content::jsonb, :keptAt)
                on conflict (tenant, person, key) do update set content = excluded.content, kept_at = excluded.kept_at
                """)
                .param("tenant", writer.tenant()).param("person", writer.person()).param("key", key)
                .param("content", content).param("keptAt", OffsetDateTime.now(clock))
                .update();
        db.sql("""
                delete from shell.draft where tenant = :tenant and person = :person and key in (
                    select key from shell.draft where tenant = :tenant and person = :person order by kept_at desc, key offset :most)
                """)
                .param("tenant", writer.tenant()).param("person", writer.person()).param("most", KEPT_MAX)
                .update();
    }

    Optional<Draft> find(Viewer writer, String key) {
        return db.sql("""
                select content, kept_at from shell.draft
                where tenant = :tenant and person = :person and key = :key
                """)
                .param("tenant", writer.tenant()).param("person", writer.person()).param("key", key)
                .query(Draft.class).optional();
    }

    void forget(Viewer writer, String key) {
        db.sql("delete from shell.draft where tenant = :tenant and person = :person and key = :key")
                .param("tenant", writer.tenant()).param("person", writer.person()).param("key", key)
                .update();
    }
}
