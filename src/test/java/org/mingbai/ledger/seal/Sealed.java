package org.mingbai.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.mingbai.TestDatabase;
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

    /// What whoever runs the product does on purpose: the head of this log that was signed last is put away.
    public static void forgotten(TenantId tenant) {
        var file = TestDatabase.DATA.resolve(KeptHeads.NAME);
        try {
            Files.write(file, Files.readAllLines(file).stream().filter(line -> !line.contains("/" + tenant.value() + " ")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long waiting(JdbcTemplate db, TenantId tenant) {
        return db.queryForObject("select (select count(*) from ledger.unsealed where tenant = ?)"
                + " + (select count(*) from ledger.unsealed_line where tenant = ?)", Long.class, tenant.value(), tenant.value());
    }
}
