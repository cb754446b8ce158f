package org.mingbai.reporting.cases;

import java.util.List;
import org.mingbai.shell.watch.Measure;
import org.mingbai.shell.watch.Measured;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lines of journals that figures have not read yet.
@Component
class CasesMeasured implements Measured {

    private final JdbcClient db;

    CasesMeasured(JdbcClient db) {
        this.db = db;
    }

    private record Waiting(long lines, double oldest) {}

    @Override
    public List<Measure> measures() {
        var waiting = db.sql("select count(*) as lines, coalesce(extract(epoch from now() - min(since)), 0) as oldest from reporting.pending")
                .query(Waiting.class).single();
        return List.of(new Measure("mingbai_figures_waiting", "Lines of journals that figures have not read yet", waiting.lines()),
                new Measure("mingbai_figures_oldest_seconds", "Since the oldest of them was written", waiting.oldest()));
    }
}
