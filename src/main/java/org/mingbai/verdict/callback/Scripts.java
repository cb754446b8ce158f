package org.mingbai.verdict.callback;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.TenantId;
import org.mingbai.shell.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What is read out, register by register, in the language of whoever is asked. In the product's own languages there is a text from the beginning.
@Component
public class Scripts {

    private static final String SHIPPED = "verdict.script.shipped";

    private final ScriptTable table;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Scripts(ScriptTable table, AuditTrail audit, Clock clock, PlatformTransactionManager transactions) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    public static boolean isLanguage(String language) {
        return language.matches("[a-z]{2,8}");
    }

    /// Those in which a register has a text.
    public List<String> languages(TenantId tenant, String register) {
        var all = new TreeSet<>(table.languages(tenant, register));
        var shipped = Words.languages();
        all.removeAll(shipped);
        return java.util.stream.Stream.concat(shipped.stream().sorted(java.util.Comparator.reverseOrder()), all.stream()).toList();
    }

    /// Empty for a language nobody has written one in.
    public Optional<Script> of(TenantId tenant, String register, String language) {
        return table.latest(tenant, register, language).or(() -> Words.languages().contains(language)
                ? Optional.of(new Script(register, language, 1, Words.in(Locale.of(language)).of(SHIPPED))) : Optional.empty());
    }

    /// Sets the next version. False where another was quicker.
    public boolean put(Keeper by, String register, String language, String text) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var last = of(by.tenant(), register, language);
            int version = last.map(Script::version).orElse(1) + 1;
            boolean added = table.add(by.tenant(), new Script(register, language, version, text), by.person().orElseThrow(), OffsetDateTime.now(clock));
            if (added) {
                audit.scriptSet(by, register, Map.of("language", language, "text", last.map(Script::text).orElse("")),
                        Map.of("language", language, "version", Integer.toString(version), "text", text));
            }
            return added;
        }));
    }
}
