package org.mingbai.directory;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// What a node remembers of each tenant's directory. Dropped at once when this node changes it, and within
/// a second and a little when another does: a reader asks for the revision's number once a second at most.
@Component
class Snapshots {

    private static final long TRUSTED_NANOS = 1_000_000_000L;
    private static final int ANSWERS_MAX = 50_000;

    private final RevisionTable revisions;
    private final LongSupplier nanos;
    private final Map<TenantId, Remembered> byTenant = new ConcurrentHashMap<>();
    private final ThreadLocal<Set<TenantId>> changingHere = ThreadLocal.withInitial(HashSet::new);

    @Autowired
    Snapshots(RevisionTable revisions) {
        this(revisions, System::nanoTime);
    }

    Snapshots(RevisionTable revisions, LongSupplier nanos) {
        this.revisions = revisions;
        this.nanos = nanos;
    }

    /// The answer to a question, asked of the database once per revision. Inside a transaction that changes the
    /// directory nothing is remembered: it may yet be undone.
    <A> A answer(TenantId tenant, Object question, Supplier<A> ask) {
        if (changingHere.get().contains(tenant)) {
            return ask.get();
        }
        var answers = byTenant.computeIfAbsent(tenant, t -> new Remembered()).current(tenant);
        @SuppressWarnings("unchecked")
        var known = (A) answers.get(question);
        if (known != null) {
            return known;
        }
        var asked = ask.get();
        if (answers.size() >= ANSWERS_MAX) {
            answers.clear();
        }
        answers.put(question, asked);
        return asked;
    }

    void aboutToChange(TenantId tenant) {
        changingHere.get().add(tenant);
    }

    void changed(TenantId tenant) {
        changingHere.get().remove(tenant);
        var remembered = byTenant.get(tenant);
        if (remembered != null) {
            remembered.doubt();
        }
    }

    private final class Remembered {
        private volatile Map<Object, Object> answers = new ConcurrentHashMap<>();
        private volatile long trustedUntil = nanos.getAsLong();
        private volatile int doubts;
        private long revision = -1;

        Map<Object, Object> current(TenantId tenant) {
            return nanos.getAsLong() - trustedUntil < 0 ? answers : checked(tenant);
        }

        /// Asked without holding anything: who waits for a connection must not keep others waiting who have one.
        private Map<Object, Object> checked(TenantId tenant) {
            int doubtedBefore = doubts;
            long now = nanos.getAsLong();
            return heard(revisions.current(tenant), now, doubtedBefore);
        }

        /// Several may have asked at once; the newest number counts, and none that was asked for before the last change here is trusted on.
        private synchronized Map<Object, Object> heard(long number, long askedAt, int doubtedBefore) {
            if (number > revision) {
                revision = number;
                answers = new ConcurrentHashMap<>();
            }
            if (doubts == doubtedBefore) {
                trustedUntil = askedAt + TRUSTED_NANOS;
            }
            return answers;
        }

        synchronized void doubt() {
            doubts++;
            trustedUntil = nanos.getAsLong();
        }
    }
}
