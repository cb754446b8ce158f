package org.mingbai.supervision.rule;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.mingbai.supervision.ProgressRule;
import org.mingbai.supervision.TimeRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `supervision.progress_rule`.
@Component
public class ProgressRuleTable {

    private final JdbcClient db;

    ProgressRuleTable(JdbcClient db) {
        this.db = db;
    }

    /// Every version there has been, by register, the latest first.
    public List<ProgressRule> of(TenantId tenant) {
        return db.sql("""
                select register, amber_points, red_points, basis_title, basis_article, from_day, to_day
                from supervision.progress_rule where tenant = :tenant order by register, from_day desc limit 1000
                """)
                .param("tenant", tenant.value())
                .query((row, _) -> new ProgressRule(row.getString(1), row.getInt(2), row.getInt(3),
                        new TimeRule.Basis(row.getString(4), row.getString(5)), row.getObject(6, LocalDate.class), row.getObject(7, LocalDate.class)))
                .list();
    }

    /// @param endedBefore whether it sets the last day of the version before it
    public void add(TenantId tenant, ProgressRule rule, Optional<PersonId> by, OffsetDateTime at, boolean endedBefore) {
        db.sql("""
                insert into supervision.progress_rule (tenant, register, amber_points, red_points, basis_title, basis_article, from_day, to_day, kept_by,
                    kept_at, ended_before)
                values (:tenant, :register, :amber, :red, :title, :article, :from, :to, :by, :at, :endedBefore)
                """)
                .param("tenant", tenant.value())
                .param("register", rule.register())
                .param("amber", rule.amberPoints())
                .param("red", rule.redPoints())
                .param("title", rule.basis().title())
                .param("article", rule.basis().article())
                .param("from", rule.from())
                .param("to", rule.to())
                .param("by", by.map(PersonId::value).orElse(null))
                .param("at", at)
                .param("endedBefore", endedBefore)
                .update();
    }

    /// Whether that version set the last day of the one before it.
    public boolean endedBefore(TenantId tenant, String register, LocalDate from) {
        return db.sql("select ended_before from supervision.progress_rule where tenant = :tenant and register = :register and from_day = :from")
                .param("tenant", tenant.value()).param("register", register).param("from", from).query(Boolean.class).single();
    }

    /// The last day of the version that began on that day; nothing where it is open again.
    public void end(TenantId tenant, String register, LocalDate from, @Nullable LocalDate last) {
        db.sql("update supervision.progress_rule set to_day = :last where tenant = :tenant and register = :register and from_day = :from")
                .param("last", last).param("tenant", tenant.value()).param("register", register).param("from", from).update();
    }

    /// A version that has not begun, so nothing was ever held against it.
    public void remove(TenantId tenant, String register, LocalDate from) {
        db.sql("delete from supervision.progress_rule where tenant = :tenant and register = :register and from_day = :from")
                .param("tenant", tenant.value()).param("register", register).param("from", from).update();
    }
}
