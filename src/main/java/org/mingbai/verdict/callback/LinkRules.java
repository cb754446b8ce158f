package org.mingbai.verdict.callback;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.telling.OutsideMail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// By which rule each register sends links. None does until it says so.
@Component
public class LinkRules {

    private final LinkRuleTable table;
    private final AuditTrail audit;
    private final TextGateway gateway;
    private final OutsideMail mail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LinkRules(LinkRuleTable table, AuditTrail audit, TextGateway gateway, OutsideMail mail, Clock clock, PlatformTransactionManager transactions) {
        this.table = table;
        this.audit = audit;
        this.gateway = gateway;
        this.mail = mail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    public LinkRule of(TenantId tenant, String register) {
        return table.latest(tenant, register).orElseGet(() -> LinkRule.shipped(register));
    }

    /// Whether there is anything that would carry a link.
    public boolean carried() {
        return gateway.isOpen() || mail.isOpen();
    }

    /// Sets the next version of its register. False where another was quicker.
    /// @param rule its version is the one it follows
    public boolean put(Keeper by, LinkRule rule) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var last = of(by.tenant(), rule.register());
            var next = new LinkRule(rule.register(), rule.version() + 1, rule.sends(), rule.zh(), rule.en(), rule.quietFrom(), rule.quietUntil(),
                    rule.days(), rule.basis());
            boolean added = last.version() == rule.version() && table.add(by.tenant(), next, by.person().orElseThrow(), OffsetDateTime.now(clock));
            if (added) {
                audit.linkRuleSet(by, rule.register(), told(last), told(next));
            }
            return added;
        }));
    }

    private static Map<String, String> told(LinkRule rule) {
        return Map.of("version", Integer.toString(rule.version()), "sends", Boolean.toString(rule.sends()), "zh", rule.zh(), "en", rule.en(),
                "quiet", rule.quietFrom() + "-" + rule.quietUntil(), "days", Integer.toString(rule.days()), "basis", rule.basis());
    }
}
