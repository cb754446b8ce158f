package org.mingbai.directory;

import org.mingbai.shell.keys.SealedBefore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Apart from whoever seals: the keys ask it before they are there.
@Component
class SecondFactorsSealed implements SealedBefore {

    private final JdbcClient db;

    SecondFactorsSealed(JdbcClient db) {
        this.db = db;
    }

    @Override
    public boolean any() {
        return db.sql("select exists (select from directory.second_factor)").query(Boolean.class).single();
    }
}
