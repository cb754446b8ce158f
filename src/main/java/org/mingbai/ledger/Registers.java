package org.mingbai.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.store.PolicyJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The registers a tenant keeps, and their rules version by version.
@Component
public class Registers {

    /// How long another node may go on with the old office or version after a change here.
    private static final Duration STALE_MAX = Duration.ofSeconds(2);

    private record Versioned(TenantId tenant, String register, int version) {}

    private record Known(List<Register> registers, long readAtNanos, LocalDate day) {}

    private final JdbcClient db;
    private final Clock clock;
    private final Map<Versioned, Policy> policies = new ConcurrentHashMap<>();
    private final Map<TenantId, Known> known = new ConcurrentHashMap<>();

    Registers(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// In the order of their codes.
    public List<Register> of(TenantId tenant) {
        var today = LocalDate.ofInstant(Instant.now(clock), clock.getZone());
        var cached = known.get(tenant);
        if (cached != null && cached.day().equals(today) && System.nanoTime() - cached.readAtNanos() < STALE_MAX.toNanos()) {
            return cached.registers();
        }
        var fresh = new Known(read(tenant, today), System.nanoTime(), today);
        known.put(tenant, fresh);
        return fresh.registers();
    }

    /// The offices that keep them.
    public Set<OrganisationId> offices(TenantId tenant) {
        return of(tenant).stream().map(Register::office).collect(Collectors.toUnmodifiableSet());
    }

    public Optional<Register> register(TenantId tenant, String code) {
        return of(tenant).stream().filter(register -> register.code().equals(code)).findFirst();
    }

    /// The rules a matter is judged by, however old.
    public Policy policy(TenantId tenant, String register, int version) {
        var key = new Versioned(tenant, register, version);
        var known = policies.get(key);
        if (known != null) {
            return known;
        }
        // Read while nothing is held: who waits for a connection must not keep others waiting who have one.
        var read = db.sql("""
                select body from ledger.policy where tenant = :tenant and register = :register and version = :version
                """)
                .param("tenant", tenant.value())
                .param("register", register)
                .param("version", version)
                .query(String.class)
                .optional()
                .map(PolicyJson::read)
                .orElseThrow(() -> new IllegalStateException("No version " + version + " of register " + register));
        policies.put(key, read);
        return read;
    }

    /// Lays out every register the product ships, coordinated by one office. A register that is there already stays as it is.
    @Transactional
    public void layOut(TenantId tenant, OrganisationId office) {
        for (var shipped : PolicyJson.shipped()) {
            int added = db.sql("""
                    insert into ledger.register (tenant, code, zh, en, office) values (:tenant, :code, :zh, :en, :office) on conflict do nothing
                    """)
                    .param("tenant", tenant.value())
                    .param("code", shipped.register())
                    .param("zh", shipped.zh())
                    .param("en", shipped.en())
                    .param("office", office.value())
                    .update();
            if (added == 1) {
                put(tenant, shipped.policy(), LocalDate.of(2000, 1, 1));
            }
        }
        known.remove(tenant);
    }

    /// Puts a further version in force from that day. What is on the ledger already stays under the version it has.
    @Transactional
    public Policy put(TenantId tenant, Policy policy, LocalDate from) {
        int version = 1 + db.sql("select coalesce(max(version), 0) from ledger.policy where tenant = :tenant and register = :register")
                .param("tenant", tenant.value())
                .param("register", policy.register())
                .query(Integer.class)
                .single();
        var numbered = policy.numbered(version);
        db.sql("insert into ledger.policy (tenant, register, version, in_force_from, body) values (:tenant, :register, :version, :from, :body::jsonb)")
                .param("tenant", tenant.value())
                .param("register", policy.register())
                .param("version", version)
                .param("from", from)
                .param("body", PolicyJson.write(numbered))
                .update();
        known.remove(tenant);
        return numbered;
    }

    /// A version of a register's rules, and the day from which it holds for what is raised.
    public record Version(Policy policy, LocalDate from) {}

    /// Every version there has been, and any that is still to come, the latest first.
    public List<Version> versions(TenantId tenant, String register) {
        return db.sql("select body, in_force_from from ledger.policy where tenant = :tenant and register = :register order by version desc limit 200")
                .param("tenant", tenant.value())
                .param("register", register)
                .query((row, _) -> new Version(PolicyJson.read(row.getString(1)), row.getObject(2, LocalDate.class)))
                .list();
    }

    @Transactional
    public void rename(TenantId tenant, String register, String zh, String en) {
        db.sql("update ledger.register set zh = :zh, en = :en where tenant = :tenant and code = :code")
                .param("zh", zh)
                .param("en", en)
                .param("tenant", tenant.value())
                .param("code", register)
                .update();
        known.remove(tenant);
    }

    /// From now on another unit coordinates it; what waited for the old office is told by the caller's acts.
    @Transactional
    public void moveOffice(TenantId tenant, String register, OrganisationId office) {
        db.sql("update ledger.register set office = :office where tenant = :tenant and code = :code")
                .param("office", office.value())
                .param("tenant", tenant.value())
                .param("code", register)
                .update();
        known.remove(tenant);
    }

    /// What the public meets of it.
    @Transactional
    public void show(TenantId tenant, String register, boolean open, boolean published) {
        db.sql("update ledger.register set open_to_public = :open, published = :published where tenant = :tenant and code = :code")
                .param("open", open)
                .param("published", published)
                .param("tenant", tenant.value())
                .param("code", register)
                .update();
        known.remove(tenant);
    }

    private List<Register> read(TenantId tenant, LocalDate today) {
        return db.sql("""
                select r.code, r.zh, r.en, r.office, p.body, r.open_to_public, r.published
                from ledger.register r
                join lateral (
                    select body from ledger.policy p
                    where p.tenant = r.tenant and p.register = r.code and p.in_force_from <= :today
                    order by version desc limit 1) p on true
                where r.tenant = :tenant
                order by r.code
                """)
                .param("tenant", tenant.value())
                .param("today", today)
                .query((row, _) -> new Register(row.getString(1), row.getString(2), row.getString(3), new OrganisationId(row.getLong(4)),
                        PolicyJson.read(row.getString(5)), row.getBoolean(6), row.getBoolean(7)))
                .list();
    }
}
