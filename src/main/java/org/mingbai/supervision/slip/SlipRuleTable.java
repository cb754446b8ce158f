package org.mingbai.supervision.slip;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.TenantId;
import org.mingbai.supervision.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `supervision.slip_rule`.
@Component
class SlipRuleTable {

    private final JdbcClient db;

    SlipRuleTable(JdbcClient db) {
        this.db = db;
    }

    /// All versions, rule by rule, the newest first.
    List<SlipRule> of(TenantId tenant) {
        return db.sql("select * from supervision.slip_rule where tenant = :tenant order by code, version desc").param("tenant", tenant.value())
                .query((row, _) -> rule(row)).list();
    }

    List<TenantId> tenants() {
        return db.sql("select distinct tenant from supervision.slip_rule order by tenant").query((row, _) -> new TenantId(row.getInt(1))).list();
    }

    /// One writer at a time, so that two versions never hold on the same day.
    void lock(TenantId tenant) {
        db.sql("select id from directory.tenant where id = :tenant for no key update").param("tenant", tenant.value()).query(Integer.class).single();
    }

    void put(TenantId tenant, SlipRule rule, OffsetDateTime at) {
        db.sql("""
                insert into supervision.slip_rule (tenant, code, version, unit, occasion, register, step, days, kind, answer_days, sends_itself, basis,
                    from_day, to_day, kept_by, kept_at)
                values (:tenant, :code, :version, :unit, :occasion, :register, :step, :days, :kind, :answerDays, :sendsItself, :basis, :from, :to,
                    :keptBy, :keptAt)
                """)
                .param("tenant", tenant.value()).param("code", rule.code()).param("version", rule.version()).param("unit", rule.unit().value())
                .param("occasion", rule.occasion().name()).param("register", rule.register())
                .param("step", rule.step() == null ? null : rule.step().name()).param("days", rule.days()).param("kind", rule.kind().name())
                .param("answerDays", rule.answerDays()).param("sendsItself", rule.sendsItself()).param("basis", rule.basis())
                .param("from", rule.from()).param("to", rule.to()).param("keptBy", rule.keptBy().value()).param("keptAt", at)
                .update();
    }

    /// The version in force until then.
    void end(TenantId tenant, String code, LocalDate last) {
        db.sql("update supervision.slip_rule set to_day = greatest(:last, from_day - 1) where tenant = :tenant and code = :code"
                        + " and (to_day is null or to_day > :last)")
                .param("last", last).param("tenant", tenant.value()).param("code", code).update();
    }

    void looked(TenantId tenant, String code, SlipRules.Look look) {
        db.sql("""
                insert into supervision.slip_rule_look (tenant, code, at, drafted, sent, refused) values (:tenant, :code, :at, :drafted, :sent, :refused)
                on conflict (tenant, code) do update set at = excluded.at, drafted = excluded.drafted, sent = excluded.sent, refused = excluded.refused
                """).param("tenant", tenant.value()).param("code", code).param("at", look.at()).param("drafted", look.drafted())
                .param("sent", look.sent()).param("refused", look.refused()).update();
    }

    /// Whether this node is the one to look by that rule now: none has done so since. What the last look came to stands until it has ended.
    boolean claims(TenantId tenant, String code, OffsetDateTime now, OffsetDateTime since) {
        return 1 == db.sql("""
                insert into supervision.slip_rule_look (tenant, code, at, drafted, sent, refused) values (:tenant, :code, :now, 0, 0, 0)
                on conflict (tenant, code) do update set at = excluded.at where slip_rule_look.at <= :since
                """).param("tenant", tenant.value()).param("code", code).param("now", now).param("since", since).update();
    }

    Map<String, SlipRules.Look> looks(TenantId tenant) {
        var looks = new HashMap<String, SlipRules.Look>();
        db.sql("select code, at, drafted, sent, refused from supervision.slip_rule_look where tenant = :tenant").param("tenant", tenant.value())
                .query(row -> {
                    looks.put(row.getString("code"), new SlipRules.Look(row.getObject("at", OffsetDateTime.class), row.getLong("drafted"), row.getLong("sent"),
                            row.getLong("refused")));
                });
        return looks;
    }

    private static SlipRule rule(ResultSet row) throws SQLException {
        var step = row.getString("step");
        return new SlipRule(row.getString("code"), row.getInt("version"), new OrganisationId(row.getLong("unit")),
                SlipRule.Occasion.valueOf(row.getString("occasion")), row.getString("register"), step == null ? null : Step.valueOf(step),
                row.getInt("days"), SlipKind.valueOf(row.getString("kind")), row.getInt("answer_days"), row.getBoolean("sends_itself"),
                row.getString("basis"), row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class),
                new PersonId(row.getLong("kept_by")));
    }
}
