package org.mingbai.supervision;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.LightNames;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.LightColour;
import org.mingbai.shell.page.LightName;
import org.mingbai.shell.page.LightSign;
import org.mingbai.supervision.rule.LightNameTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What tenants call their lights and how they colour them: red is a warning here and praise there, so only the code means the same.
@Component
public class OwnLights implements LightNames {

    /// How long a name may be, in characters as a reader counts them.
    public static final int NAME_MAX = 12;

    /// How long another node may go on with the old names after a change here.
    private static final Duration STALE_MAX = Duration.ofSeconds(2);

    private record Known(Map<LightSign, LightName> names, long readAtNanos) {}

    private final LightNameTable table;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Map<TenantId, Known> known = new ConcurrentHashMap<>();

    OwnLights(LightNameTable table, AuditTrail audit, PlatformTransactionManager transactions) {
        this.table = table;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Map<LightSign, LightName> of(int tenant) {
        var of = new TenantId(tenant);
        var cached = known.get(of);
        if (cached != null && System.nanoTime() - cached.readAtNanos < STALE_MAX.toNanos()) {
            return cached.names;
        }
        var fresh = new Known(table.of(of), System.nanoTime());
        known.put(of, fresh);
        return fresh.names;
    }

    /// Of every light, the product's where the tenant has none of its own.
    public Map<LightSign, LightName> all(TenantId tenant) {
        var all = shipped();
        all.putAll(table.of(tenant));
        return all;
    }

    /// As the product calls and colours them.
    public static Map<LightSign, LightName> shipped() {
        var all = new EnumMap<LightSign, LightName>(LightSign.class);
        for (var sign : LightSign.values()) {
            all.put(sign, new LightName(Words.in(Locale.SIMPLIFIED_CHINESE).of("shell.light." + sign), Words.in(Locale.ENGLISH).of("shell.light." + sign),
                    switch (sign) {
                        case ON_TRACK -> LightColour.GREEN;
                        case AT_RISK -> LightColour.AMBER;
                        case LATE -> LightColour.ORANGE;
                        case PARKED -> LightColour.SLATE;
                        case CLOSED -> LightColour.INK;
                    }));
        }
        return all;
    }

    /// From now on they are called so. The matters do not notice.
    public void name(Keeper by, Map<LightSign, LightName> names) {
        transaction.executeWithoutResult(_ -> {
            var before = all(by.tenant());
            names.forEach((sign, name) -> table.put(by.tenant(), sign, name));
            audit.lightsNamed(by, told(before), told(all(by.tenant())));
        });
        known.remove(by.tenant());
    }

    private static Map<String, String> told(Map<LightSign, LightName> names) {
        var told = new LinkedHashMap<String, String>();
        names.forEach((sign, name) -> told.put(sign.name(), name.zh() + " " + name.en() + " " + name.colour()));
        return told;
    }
}
