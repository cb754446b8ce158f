package org.mingbai.directory.telling;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.mingbai.shell.watch.Measure;
import org.mingbai.shell.watch.Measured;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Letters whose time has come and that have not left.
@Component
class LettersMeasured implements Measured {

    private final JdbcClient db;
    private final Clock clock;

    LettersMeasured(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Due(long letters, double oldest) {}

    @Override
    public List<Measure> measures() {
        var due = db.sql("""
                select count(*) as letters, coalesce(extract(epoch from :now - min(written_at)), 0) as oldest
                from directory.letter where sent_at is null and given_up_at is null and not_before <= :now
                """).param("now", OffsetDateTime.now(clock)).query(Due.class).single();
        return List.of(new Measure("mingbai_letters_waiting", "Letters whose time has come and that have not left", due.letters()),
                new Measure("mingbai_letters_oldest_seconds", "Since the oldest of them was written", due.oldest()));
    }
}
