package org.mingbai.directory.telling;

import org.mingbai.shell.keys.SealedBefore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Apart from whoever seals: the keys ask it before they are there.
@Component
class HooksSealed implements SealedBefore {

    private final JdbcClient db;

    HooksSealed(JdbcClient db) {
        this.db = db;
    }

    @Override
    public boolean any() {
        return db.sql("select exists (select from directory.hook where sealed is not null)").query(Boolean.class).single();
    }
}
