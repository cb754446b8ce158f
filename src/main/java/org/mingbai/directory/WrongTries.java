package org.mingbai.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Counts what was tried wrongly on an account, a password here and a code there alike, and locks it when it was too often.
@Component
class WrongTries {

    private static final Lock[] QUEUES = Stream.generate(ReentrantLock::new).limit(64).toArray(Lock[]::new);
    private static final int LOCK_MINUTES_MAX = 24 * 60;

    private final AccountTable accounts;
    private final AuditTable audit;
    private final Clock clock;

    WrongTries(AccountTable accounts, AuditTable audit, Clock clock) {
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /// Tries on one account queue, so that guesses made at once cannot outrun their count.
    static <T> T inTurn(Object account, Supplier<T> attempt) {
        var queue = QUEUES[Math.floorMod(account.hashCode(), QUEUES.length)];
        queue.lock();
        try {
            return attempt.get();
        } finally {
            queue.unlock();
        }
    }

    boolean isLocked(AccountTable.Locked found) {
        return minutesLocked(found) > 0;
    }

    /// For how many minutes yet; 0 when it is open.
    int minutesLocked(AccountTable.Locked found) {
        var now = OffsetDateTime.now(clock);
        return found.account().lockedUntil().filter(now::isBefore).map(until -> (int) Duration.between(now, until.plusSeconds(59)).toMinutes()).orElse(0);
    }

    /// Whether the account is locked by it, or has been meanwhile. Counted on from how the account stands now, within a transaction of the caller: the
    /// same person may be trying at several doors, and one that is shut is not opened by a try at another.
    /// @param lockings how often it was locked before for the same reason: each time it takes twice as long
    boolean count(AccountTable.Locked found, SignInRules rules, Keeper by, String what, int lockings) {
        var account = found.account();
        var subject = AuditTable.Subject.of(account.person(), account.name());
        var standing = accounts.alone(found.tenant(), account.person()).orElse(found);
        if (isLocked(standing)) {
            return true;
        }
        int failures = standing.failures() + 1;
        boolean locks = failures >= rules.failuresMax();
        long minutes = Math.min(Math.max(LOCK_MINUTES_MAX, rules.lockMinutes()), (long) rules.lockMinutes() << Math.min(lockings, 16));
        accounts.failed(found.tenant(), account.person(), locks ? 0 : failures, locks ? OffsetDateTime.now(clock).plusMinutes(minutes) : null);
        audit.write(by, AuditAct.SIGN_IN_FAILED, subject, Map.of(), Map.of("failures", String.valueOf(failures), "reason", what));
        if (locks) {
            audit.write(by, AuditAct.SIGN_IN_LOCKED, subject, Map.of(), Map.of("minutes", String.valueOf(minutes)));
        }
        return locks;
    }
}
