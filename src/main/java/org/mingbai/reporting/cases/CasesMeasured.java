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

    @Override
    public List<Measure> measures() {
        return List.of(new Measure("mingbai_figures_waiting", "Lines of journals that figures have not read yet",
                db.sql("select count(*) from reporting.pending").query(Long.class).single()));
    }
}
