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

    @Override
    public List<Measure> measures() {
        return List.of(new Measure("mingbai_likenesses_waiting", "Matters that have not been compared with others yet",
                db.sql("select count(*) from pattern.waiting").query(Long.class).single()));
    }
}
