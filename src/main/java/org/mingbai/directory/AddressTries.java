package org.mingbai.directory;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.shell.Network;
import org.springframework.stereotype.Component;

/// Bars an address from which one login after the other is tried in vain, however seldom each.
///
/// What counts is how many different logins failed there and did not get in since, not how often: behind one address sits a whole office, where many
/// mistype and then get in, and nobody tries thirty names that are not theirs. Kept in memory, by each node for itself.
@Component
class AddressTries {

    private static final int ADDRESSES_MAX = 10_000;
    /// So many tries of one address are looked at side by side: an office that comes to work at nine, no list of logins.
    private static final int AT_ONCE = 4;
    private static final Semaphore[] QUEUES = Stream.generate(() -> new Semaphore(AT_ONCE, true)).limit(256).toArray(Semaphore[]::new);

    private final SignInSettings settings;
    private final AuditTable audit;
    private final Clock clock;
    private final Map<String, Tried> byNetwork = new HashMap<>();

    AddressTries(SignInSettings settings, AuditTable audit, Clock clock) {
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param failed when each login failed last, and whose it is
    private record Tried(Map<String, Failure> failed, @Nullable Instant barredUntil) {}

    private record Failure(Instant at, Optional<TenantId> tenant) {}

    /// Until when nobody signs in from there; empty when they may.
    synchronized Optional<Instant> barred(String address) {
        return Optional.ofNullable(byNetwork.get(Network.of(address))).map(Tried::barredUntil).filter(clock.instant()::isBefore);
    }

    /// Tries from one address queue, so that what is sent at once cannot outrun its count.
    <T> T inTurn(String address, Supplier<T> attempt) {
        var queue = QUEUES[Math.floorMod(Network.of(address).hashCode(), QUEUES.length)];
        queue.acquireUninterruptibly();
        try {
            return attempt.get();
        } finally {
            queue.release();
        }
    }

    void failed(String address, String login, Optional<TenantId> tenant) {
        counted(address, login, tenant).forEach(barred -> audit.write(new Keeper(barred, Optional.empty(), "", address), AuditAct.SIGN_IN_BARRED,
                new AuditTable.Subject("address", null, address), Map.of(),
                Map.of("logins", String.valueOf(settings.loginsPerAddress()), "minutes", String.valueOf(settings.addressWait().toMinutes()))));
    }

    /// Whoever gets in only mistyped before.
    synchronized void succeeded(String address, String login) {
        var tried = byNetwork.get(Network.of(address));
        if (tried != null) {
            tried.failed().remove(login);
        }
    }

    /// @return the tenants whose logins were tried, when the address is barred by it
    private synchronized Set<TenantId> counted(String address, String login, Optional<TenantId> tenant) {
        if (settings.loginsPerAddress() == 0 || address.isEmpty()) {
            return Set.of();
        }
        var now = clock.instant();
        var since = now.minus(settings.addressWait());
        if (byNetwork.size() >= ADDRESSES_MAX) {
            byNetwork.values().removeIf(tried -> tried.failed().values().stream().allMatch(it -> it.at().isBefore(since))
                    && (tried.barredUntil() == null || !now.isBefore(tried.barredUntil())));
        }
        if (byNetwork.size() >= ADDRESSES_MAX) {
            byNetwork.clear();
        }
        var tried = byNetwork.computeIfAbsent(Network.of(address), _ -> new Tried(new LinkedHashMap<>(), null));
        tried.failed().values().removeIf(failure -> failure.at().isBefore(since));
        tried.failed().put(login, new Failure(now, tenant));
        if (tried.failed().size() < settings.loginsPerAddress()) {
            return Set.of();
        }
        var tenants = tried.failed().values().stream().flatMap(failure -> failure.tenant().stream()).collect(Collectors.toSet());
        byNetwork.put(Network.of(address), new Tried(new LinkedHashMap<>(), now.plus(settings.addressWait())));
        return tenants;
    }
}
