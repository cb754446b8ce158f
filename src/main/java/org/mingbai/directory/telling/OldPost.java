package org.mingbai.directory.telling;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets go of what was told long ago, a little at a time so that nobody waits for it. What happened stands in the journals.
@Component
class OldPost {

    private static final int BATCH_MAX = 500;

    private final TellingTable tellings;
    private final LetterTable letters;
    private final TransactionTemplate transaction;
    private final TellingSettings settings;
    private final Clock clock;

    OldPost(TellingTable tellings, LetterTable letters, PlatformTransactionManager transactions, TellingSettings settings, Clock clock) {
        this.tellings = tellings;
        this.letters = letters;
        this.transaction = new TransactionTemplate(transactions);
        this.settings = settings;
        this.clock = clock;
    }

    void clear() {
        var before = OffsetDateTime.now(clock).minusDays(settings.keptDays());
        transaction.executeWithoutResult(_ -> tellings.forget(before, BATCH_MAX));
        transaction.executeWithoutResult(_ -> letters.forget(before, BATCH_MAX));
    }
}
