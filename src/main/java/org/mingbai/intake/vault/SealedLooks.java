package org.mingbai.intake.vault;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.seal.Canonical;
import org.mingbai.ledger.seal.SealedLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The log of looks in the sealed log: `intake.vault_log`, read whole.
@Component
class SealedLooks implements SealedLog {

    static final String NAME = "looks";

    private final JdbcClient db;

    SealedLooks(JdbcClient db) {
        this.db = db;
    }

    private record Row(long id, OffsetDateTime at, String act, @Nullable Long person, @Nullable Long reporter, @Nullable Long matter,
            @Nullable Integer voice, String purpose) {

        Map<String, @Nullable Object> fields() {
            var fields = new HashMap<String, @Nullable Object>();
            fields.put("at", Canonical.moment(at.toInstant()));
            fields.put("act", act);
            fields.put("person", person);
            fields.put("reporter", reporter);
            fields.put("matter", matter);
            fields.put("voice", voice);
            fields.put("purpose", purpose);
            return fields;
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<Long, Map<String, @Nullable Object>> rows(TenantId tenant, Collection<Long> lines) {
        var found = new HashMap<Long, Map<String, @Nullable Object>>();
        db.sql("""
                select id, at, act, person, reporter, matter, voice, purpose from intake.vault_log where tenant = :tenant and id = any(:ids)
                """).param("tenant", tenant.value()).param("ids", lines.toArray(Long[]::new)).query(Row.class).list()
                .forEach(row -> found.put(row.id(), row.fields()));
        return found;
    }

    @Override
    public List<Long> lines(TenantId tenant, long after, int most) {
        return db.sql("select id from intake.vault_log where tenant = :tenant and id > :after order by id limit :limit")
                .param("tenant", tenant.value()).param("after", after).param("limit", most).query(Long.class).list();
    }
}
