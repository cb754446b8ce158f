package org.mingbai.pattern.dispatch;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `pattern.dispatch_rule`.
@Component
class DispatchRuleTable {

    static final int RULES_MAX = 10_000;

    private final JdbcClient db;

    DispatchRuleTable(JdbcClient db) {
        this.db = db;
    }

    /// One at a time in a tenant keeps the catalogue.
    void lock(TenantId tenant) {
        db.sql("select id from directory.tenant where id = :tenant for no key update").param("tenant", tenant.value()).query(Integer.class).single();
    }

    /// Every version there has been, by number, the latest first.
    List<DispatchRule> of(TenantId tenant) {
        return db.sql("""
                select rule, category, place, channel, words, lead, co_handlers, basis_title, basis_article, from_day, to_day, kept_at
                from pattern.dispatch_rule where tenant = :tenant order by rule, from_day desc limit :limit
                """)
                .param("tenant", tenant.value()).param("limit", RULES_MAX).query(DispatchRuleTable::read).list();
    }

    private static DispatchRule read(ResultSet row, int number) throws SQLException {
        return new DispatchRule(row.getInt("rule"),
                new DispatchRule.Scope(row.getString("category"), row.getString("place"), row.getString("channel"),
                        List.of((String[]) row.getArray("words").getArray())),
                new OrganisationId(row.getLong("lead")), units(row.getArray("co_handlers")),
                new DispatchRule.Basis(row.getString("basis_title"), row.getString("basis_article")),
                row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class), row.getObject("kept_at", OffsetDateTime.class));
    }

    private static List<OrganisationId> units(Array array) throws SQLException {
        return Arrays.stream((Long[]) array.getArray()).map(OrganisationId::new).toList();
    }

    void add(TenantId tenant, DispatchRule rule, Optional<PersonId> by) {
        db.sql("""
                insert into pattern.dispatch_rule (tenant, rule, from_day, to_day, category, place, channel, words, lead, co_handlers, basis_title,
                    basis_article, kept_by, kept_at)
                values (:tenant, :rule, :from, :to, :category, :place, :channel, :words, :lead, :coHandlers, :title, :article, :by, :at)
                """)
                .param("tenant", tenant.value()).param("rule", rule.number()).param("from", rule.from()).param("to", rule.to())
                .param("category", rule.scope().category()).param("place", rule.scope().place()).param("channel", rule.scope().channel())
                .param("words", rule.scope().words().toArray(String[]::new)).param("lead", rule.lead().value())
                .param("coHandlers", rule.coHandlers().stream().map(OrganisationId::value).toArray(Long[]::new))
                .param("title", rule.basis().title()).param("article", rule.basis().article())
                .param("by", by.map(PersonId::value).orElse(null)).param("at", rule.keptAt()).update();
    }

    /// The last day of the version that began on that day; nothing where it is open again.
    void end(TenantId tenant, int rule, LocalDate from, @Nullable LocalDate last) {
        db.sql("update pattern.dispatch_rule set to_day = :last where tenant = :tenant and rule = :rule and from_day = :from")
                .param("last", last).param("tenant", tenant.value()).param("rule", rule).param("from", from).update();
    }

    /// A version that has not begun, so nothing was ever suggested by it.
    void remove(TenantId tenant, int rule, LocalDate from) {
        db.sql("delete from pattern.dispatch_rule where tenant = :tenant and rule = :rule and from_day = :from")
                .param("tenant", tenant.value()).param("rule", rule).param("from", from).update();
    }
}
