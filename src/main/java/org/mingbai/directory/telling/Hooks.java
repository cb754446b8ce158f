package org.mingbai.directory.telling;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingbai.directory.Answer;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Refusal;
import org.mingbai.directory.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps the addresses outside that are told what units are told.
@Component
public class Hooks {

    private static final int NAME_MAX = 40;
    private static final int URL_MAX = 1000;
    private static final int SECRET_MAX = 200;

    private final HookTable table;
    private final AuditTrail audit;
    private final TellingSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Hooks(HookTable table, AuditTrail audit, TellingSettings settings, Clock clock, PlatformTransactionManager transactions) {
        this.table = table;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    public List<Hook> all(TenantId tenant) {
        return table.all(tenant);
    }

    /// @param unit whose messages go there, with those of the units below it; empty for all
    public Answer<Long> add(Keeper by, String name, HookKind kind, Optional<OrganisationId> unit, String url, String secret) {
        var flaws = new ArrayList<Refusal>();
        needed("name", name, NAME_MAX, flaws);
        needed("url", url, URL_MAX, flaws);
        if (secret.length() > SECRET_MAX) {
            flaws.add(new Refusal.TooLong("secret", SECRET_MAX, secret.length()));
        }
        if (kind == HookKind.JSON && secret.isBlank()) {
            flaws.add(new Refusal.SecretNeeded());
        }
        var address = HookAddress.read(url);
        if (!url.isBlank()) {
            address.map(to -> HookAddress.flaw(to, settings.loopback())).orElse(Optional.of(HookAddress.Flaw.NOT_UNDERSTOOD))
                    .ifPresent(flaw -> flaws.add(new Refusal.BadHookAddress(flaw.name())));
        }
        if (!table.seals()) {
            flaws.add(new Refusal.KeysMissing());
        }
        return flaws.isEmpty() ? added(by, new Hook(0, name.strip(), kind, unit, address.orElseThrow(), secret.strip())) : Answer.refused(flaws);
    }

    private Answer<Long> added(Keeper by, Hook hook) {
        return Answer.done(transaction.execute(_ -> {
            long id = table.insert(by.tenant(), hook, OffsetDateTime.now(clock));
            audit.hookChanged(by, AuditAct.HOOK_ADDED, hook.name(), Map.of("kind", hook.kind().name(), "url", hook.shown()));
            return id;
        }));
    }

    /// False when there is none such any more.
    public boolean remove(Keeper by, long id) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var name = table.remove(by.tenant(), id, OffsetDateTime.now(clock));
            name.ifPresent(it -> audit.hookChanged(by, AuditAct.HOOK_REMOVED, it, Map.of()));
            return name.isPresent();
        }));
    }

    /// Sends a message there that says who sent it, so that one sees whether it works. False when there is none such any more.
    public boolean tryOut(Keeper by, long id) {
        var trial = Telling.of("trial", "trial/" + UUID.randomUUID(), "/", "directory.tell.trial", by.name());
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean there = table.insertTrial(by.tenant(), id, trial, OffsetDateTime.now(clock));
            if (there) {
                audit.hookChanged(by, AuditAct.HOOK_TRIED, "№ " + id, Map.of());
            }
            return there;
        }));
    }

    private static void needed(String field, String text, int max, List<Refusal> flaws) {
        if (text.isBlank()) {
            flaws.add(new Refusal.Missing(field));
        } else if (text.strip().length() > max) {
            flaws.add(new Refusal.TooLong(field, max, text.strip().length()));
        }
    }
}
