package org.mingbai.directory.telling;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes letters from what waits: one for each receiver, with all that came together.
@Component
class Postbox {

    private static final int RECEIVERS_MAX = 500;
    private static final int TELLINGS_MAX = 100;

    private final LetterTable table;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Postbox(LetterTable table, PlatformTransactionManager transactions, Clock clock) {
        this.table = table;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// How many letters were written.
    int write() {
        var now = OffsetDateTime.now(clock);
        int written = 0;
        for (var to : table.receiversWaiting(now, RECEIVERS_MAX)) {
            boolean one = Boolean.TRUE.equals(transaction.execute(_ -> table.lock(to) && table.write(to, now, TELLINGS_MAX)));
            written += one ? 1 : 0;
        }
        return written;
    }
}
