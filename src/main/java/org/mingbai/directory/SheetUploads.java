package org.mingbai.directory;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps a sheet between its preview and its import, for whoever brought it; a day at most.
@Component
public class SheetUploads {

    private final JdbcClient db;
    private final Clock clock;

    SheetUploads(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public record Upload(String fileName, byte[] content) {}

    public UUID keep(SignedIn who, String fileName, byte[] content) {
        var now = OffsetDateTime.now(clock);
        db.sql("delete from directory.upload where at < :yesterday").param("yesterday", now.minusDays(1)).update();
        var id = UUID.randomUUID();
        db.sql("""
                insert into directory.upload (tenant, id, person, file_name, content, at)
                values (:tenant, :id, :person, :fileName, :content, :at)
                """).param("tenant", who.tenant().value()).param("id", id).param("person", who.person().value())
                .param("fileName", fileName).param("content", content).param("at", now).update();
        return id;
    }

    public Optional<Upload> find(SignedIn who, UUID id) {
        return db.sql("select file_name, content from directory.upload where tenant = :tenant and id = :id and person = :person")
                .param("tenant", who.tenant().value()).param("id", id).param("person", who.person().value())
                .query((row, number) -> new Upload(row.getString(1), row.getBytes(2))).optional();
    }

    public void forget(SignedIn who, UUID id) {
        db.sql("delete from directory.upload where tenant = :tenant and id = :id and person = :person")
                .param("tenant", who.tenant().value()).param("id", id).param("person", who.person().value()).update();
    }
}
