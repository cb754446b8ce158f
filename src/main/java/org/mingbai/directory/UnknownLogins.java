package org.mingbai.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mingbai.shell.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tells the audit trail of tries on logins that nobody has: the first few from each network and some hundred of a tenant, so that whoever guesses
/// cannot fill it.
@Component
class UnknownLogins {

    private static final Logger log = LoggerFactory.getLogger(UnknownLogins.class);

    private static final int LINES_MAX = 5;
    private static final int OF_A_TENANT_MAX = 200;
    private static final Duration WHILE = Duration.ofMinutes(5);
    private static final int ADDRESSES_MAX = 10_000;
    private static final int LETTERS_SHOWN = 2;
    private static final int NOBODYS = 0;

    private final AuditTable audit;
    private final Tenants tenants;
    private final Clock clock;
    private final Map<String, Tries> byAddress = new HashMap<>();
    private final Map<Integer, Tries> byTenant = new HashMap<>();

    UnknownLogins(AuditTable audit, Tenants tenants, Clock clock) {
        this.audit = audit;
        this.tenants = tenants;
        this.clock = clock;
    }

    private record Tries(Instant since, int number) {}

    void tell(String login, String address) {
        int number = counted(address);
        if (number > LINES_MAX) {
            return;
        }
        var masked = masked(login);
        var meant = meant(login);
        if (!oneMore(meant.map(TenantId::value).orElse(NOBODYS))) {
            return;
        }
        meant.ifPresentOrElse(
                tenant -> audit.write(new Keeper(tenant, Optional.empty(), "", address), AuditAct.SIGN_IN_UNKNOWN,
                        new AuditTable.Subject("login", null, masked), Map.of(),
                        Map.of("failures", String.valueOf(number))),
                // Where several bodies share the database, a login nobody has belongs to none of their trails.
                () -> log.warn("Sign-in tried with an unknown login {} from {}", masked, address));
    }

    /// Whether one more line about tries from there is written.
    boolean isTold(TenantId tenant, String address) {
        return counted(address) <= LINES_MAX && oneMore(tenant.value());
    }

    /// Whether there is room for a line, from wherever.
    private synchronized boolean oneMore(int tenant) {
        var now = clock.instant();
        var of = byTenant.merge(tenant, new Tries(now, 1), (old, first) ->
                Duration.between(old.since(), now).abs().compareTo(WHILE) < 0 ? new Tries(old.since(), old.number() + 1) : first);
        return of.number() <= OF_A_TENANT_MAX;
    }

    private synchronized int counted(String address) {
        var now = clock.instant();
        if (byAddress.size() >= ADDRESSES_MAX) {
            byAddress.clear();
        }
        return byAddress.merge(Network.of(address), new Tries(now, 1),
                (old, first) -> old.since().plus(WHILE).isAfter(now) ? new Tries(old.since(), old.number() + 1) : first).number();
    }

    /// Whose login it would be, where that can be told.
    Optional<TenantId> meant(String login) {
        var all = tenants.all();
        var number = login.substring(login.lastIndexOf('@') + 1);
        return all.size() == 1 ? Optional.of(all.getFirst())
                : all.stream().filter(tenant -> login.contains("@") && number.equals(String.valueOf(tenant.value()))).findFirst();
    }

    /// People type their password where the login belongs: no more of it is kept than tells one try from another.
    private static String masked(String login) {
        int length = login.codePointCount(0, login.length());
        var shown = length <= 2 * LETTERS_SHOWN ? "" : login.substring(0, login.offsetByCodePoints(0, LETTERS_SHOWN)).replaceAll("\\p{C}", "?");
        return shown + "…(" + length + ")";
    }
}
