package org.mingbai.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import org.mingbai.directory.TenantId;
import org.springframework.jdbc.core.JdbcTemplate;

/// Waits until nothing waits.
public final class Sealed {

    private Sealed() {}

    /// The job runs by the clock of the machine, in this product or another of the same test run; whichever holds the lock does the work.
    public static void all(JdbcTemplate db, Sequencing sequencing, TenantId tenant) {
        for (int i = 0; i < 10_000 && waiting(db, tenant) > 0; i++) {
            sequencing.keepUp();
        }
        assertThat(waiting(db, tenant)).isZero();
    }

    private static long waiting(JdbcTemplate db, TenantId tenant) {
        return db.queryForObject("select (select count(*) from ledger.unsealed where tenant = ?)"
                + " + (select count(*) from ledger.unsealed_line where tenant = ?)", Long.class, tenant.value(), tenant.value());
    }
}
