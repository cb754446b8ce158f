package org.mingbai.supervision.rule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Happening;
import org.mingbai.supervision.KeptRule;
import org.mingbai.supervision.Limit;
import org.mingbai.supervision.LimitUnit;
import org.mingbai.supervision.PauseReason;
import org.mingbai.supervision.Step;
import org.mingbai.supervision.TimeRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `supervision.time_rule`.
@Component
public class TimeRuleTable {

    private final JdbcClient db;

    TimeRuleTable(JdbcClient db) {
        this.db = db;
    }

    /// Until the transaction ends nobody else changes a limit of the tenant.
    public void lock(TenantId tenant) {
        db.sql("select id from directory.tenant where id = :tenant for no key update").param("tenant", tenant.value()).query(Integer.class).single();
    }

    /// Every version there has been, by code, the latest first.
    public List<KeptRule> of(TenantId tenant) {
        return db.sql("""
                select code, version, pack, register, channel, kind, urgency, step, amount, unit, starts, ends, pauses, pause_basis,
                    extension_amount, extension_unit, closes, at_risk_percent, basis_title, basis_article, from_day, to_day, kept_by, kept_at,
                    withdrawn_at
                from supervision.time_rule where tenant = :tenant order by code, version desc limit 10000
                """)
                .param("tenant", tenant.value()).query((row, _) -> kept(row)).list();
    }

    private static KeptRule kept(ResultSet row) throws SQLException {
        var extensionUnit = row.getString("extension_unit");
        var rule = new TimeRule(row.getString("code"), row.getInt("version"),
                new TimeRule.Scope(row.getString("register"), row.getString("channel"), row.getString("kind"), row.getString("urgency")),
                Step.valueOf(row.getString("step")), new Limit(row.getInt("amount"), LimitUnit.valueOf(row.getString("unit"))),
                Happening.valueOf(row.getString("starts")), names(row, "ends", Happening.class), names(row, "pauses", PauseReason.class),
                extensionUnit == null ? null : new Limit(row.getInt("extension_amount"), LimitUnit.valueOf(extensionUnit)),
                row.getObject("closes", LocalTime.class), row.getInt("at_risk_percent"),
                new TimeRule.Basis(row.getString("basis_title"), row.getString("basis_article")),
                row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class));
        long by = row.getLong("kept_by");
        var person = row.wasNull() ? Optional.<PersonId>empty() : Optional.of(new PersonId(by));
        return new KeptRule(rule, Optional.ofNullable(row.getString("pack")).orElse(""), row.getString("pause_basis"), person,
                row.getObject("kept_at", OffsetDateTime.class), row.getObject("withdrawn_at", OffsetDateTime.class) != null);
    }

    private static <E extends Enum<E>> Set<E> names(ResultSet row, String column, Class<E> of) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray()).map(name -> Enum.valueOf(of, name)).collect(Collectors.toUnmodifiableSet());
    }

    /// @param endedBefore whether it sets the last day of the version before it
    public void add(TenantId tenant, KeptRule kept, boolean endedBefore) {
        var rule = kept.rule();
        var extension = rule.extension();
        db.sql("""
                insert into supervision.time_rule (tenant, code, version, pack, register, channel, kind, urgency, step, amount, unit, starts, ends,
                    pauses, pause_basis, extension_amount, extension_unit, closes, at_risk_percent, basis_title, basis_article, from_day, to_day,
                    kept_by, kept_at, ended_before)
                values (:tenant, :code, :version, :pack, :register, :channel, :kind, :urgency, :step, :amount, :unit, :starts, :ends,
                    :pauses, :pauseBasis, :extensionAmount, :extensionUnit, :closes, :atRiskPercent, :basisTitle, :basisArticle, :from, :to,
                    :by, :at, :endedBefore)
                """)
                .param("tenant", tenant.value())
                .param("code", rule.code())
                .param("version", rule.version())
                .param("pack", kept.pack().isEmpty() ? null : kept.pack())
                .param("register", rule.scope().register())
                .param("channel", rule.scope().channel())
                .param("kind", rule.scope().kind())
                .param("urgency", rule.scope().urgency())
                .param("step", rule.step().name())
                .param("amount", rule.limit().amount())
                .param("unit", rule.limit().unit().name())
                .param("starts", rule.starts().name())
                .param("ends", sorted(rule.ends()))
                .param("pauses", sorted(rule.pauses()))
                .param("pauseBasis", kept.pauseBasis())
                .param("extensionAmount", extension == null ? null : extension.amount())
                .param("extensionUnit", extension == null ? null : extension.unit().name())
                .param("closes", rule.closes())
                .param("atRiskPercent", rule.atRiskPercent())
                .param("basisTitle", rule.basis().title())
                .param("basisArticle", rule.basis().article())
                .param("from", rule.from())
                .param("to", rule.to())
                .param("by", kept.by().map(PersonId::value).orElse(null))
                .param("at", kept.at())
                .param("endedBefore", endedBefore)
                .update();
    }

    /// Whether that version set the last day of the one before it.
    public boolean endedBefore(TenantId tenant, String code, int version) {
        return db.sql("select ended_before from supervision.time_rule where tenant = :tenant and code = :code and version = :version")
                .param("tenant", tenant.value()).param("code", code).param("version", version).query(Boolean.class).single();
    }

    private static String[] sorted(Set<? extends Enum<?>> names) {
        return names.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    /// The last day of a version, once it is known; nothing where it is open again.
    public void end(TenantId tenant, String code, int version, @Nullable LocalDate last) {
        db.sql("update supervision.time_rule set to_day = :last where tenant = :tenant and code = :code and version = :version")
                .param("last", last).param("tenant", tenant.value()).param("code", code).param("version", version).update();
    }

    public void withdraw(TenantId tenant, String code, int version, Optional<PersonId> by, OffsetDateTime at) {
        db.sql("""
                update supervision.time_rule set withdrawn_by = :by, withdrawn_at = :at
                where tenant = :tenant and code = :code and version = :version
                """)
                .param("by", by.map(PersonId::value).orElse(null)).param("at", at)
                .param("tenant", tenant.value()).param("code", code).param("version", version).update();
    }
}
