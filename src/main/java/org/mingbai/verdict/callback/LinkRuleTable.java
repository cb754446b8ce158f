package org.mingbai.verdict.callback;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `verdict.link_rule`. Only added to.
@Component
class LinkRuleTable {

    private final JdbcClient db;

    LinkRuleTable(JdbcClient db) {
        this.db = db;
    }

    Optional<LinkRule> latest(TenantId tenant, String register) {
        return db.sql("select * from verdict.link_rule where tenant = :tenant and register = :register order by version desc limit 1")
                .param("tenant", tenant.value()).param("register", register)
                .query((row, _) -> new LinkRule(register, row.getInt("version"), row.getBoolean("sends"), row.getString("text_zh"),
                        row.getString("text_en"), row.getObject("quiet_from", LocalTime.class), row.getObject("quiet_until", LocalTime.class),
                        row.getInt("days"), row.getString("basis"))).optional();
    }

    /// False when that version was set in the meantime.
    boolean add(TenantId tenant, LinkRule rule, PersonId by, OffsetDateTime now) {
        return 1 == db.sql("""
                insert into verdict.link_rule (tenant, register, version, sends, text_zh, text_en, quiet_from, quiet_until, days, basis, set_at, set_by)
                values (:tenant, :register, :version, :sends, :zh, :en, :quietFrom, :quietUntil, :days, :basis, :now, :by)
                on conflict do nothing
                """)
                .param("tenant", tenant.value()).param("register", rule.register()).param("version", rule.version()).param("sends", rule.sends())
                .param("zh", rule.zh()).param("en", rule.en()).param("quietFrom", rule.quietFrom()).param("quietUntil", rule.quietUntil())
                .param("days", rule.days()).param("basis", rule.basis()).param("now", now).param("by", by.value()).update();
    }
}
