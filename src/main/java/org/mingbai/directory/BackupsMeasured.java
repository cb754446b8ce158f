package org.mingbai.directory;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.mingbai.shell.watch.Measure;
import org.mingbai.shell.watch.Measured;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How much would be lost with this machine. Where there never was a backup it counts from the beginning of the account: no number would look like good news.
@Component
class BackupsMeasured implements Measured {

    private final JdbcClient db;
    private final Clock clock;

    BackupsMeasured(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public List<Measure> measures() {
        double age = db.sql("""
                select coalesce(greatest(0, extract(epoch from :now - min(coalesce(
                    (select at from directory.audit where tenant = t.id and act = 'BACKUP_WRITTEN' order by id desc limit 1),
                    (select at from directory.audit where tenant = t.id order by id limit 1))))), 0)
                from directory.tenant t
                """).param("now", OffsetDateTime.now(clock)).query(Double.class).single();
        return List.of(new Measure("mingbai_backup_age_seconds", "Since the last backup that was written whole, or since the beginning", age));
    }
}
