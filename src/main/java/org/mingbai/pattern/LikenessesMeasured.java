package org.mingbai.pattern;

import java.util.List;
import org.mingbai.shell.watch.Measure;
import org.mingbai.shell.watch.Measured;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Matters that have not been compared with others yet.
@Component
class LikenessesMeasured implements Measured {

    private final JdbcClient db;

    LikenessesMeasured(JdbcClient db) {
        this.db = db;
    }

    private record Waiting(long matters, double oldest) {}

    @Override
    public List<Measure> measures() {
        var waiting = db.sql("select count(*) as matters, coalesce(extract(epoch from now() - min(since)), 0) as oldest from pattern.waiting")
                .query(Waiting.class).single();
        return List.of(new Measure("mingbai_likenesses_waiting", "Matters that have not been compared with others yet", waiting.matters()),
                new Measure("mingbai_likenesses_oldest_seconds", "Since the oldest of them was raised", waiting.oldest()));
    }
}
