package org.mingbai.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Span;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.shell.Visible;
import org.mingbai.supervision.rule.ProgressRuleTable;
import org.mingbai.supervision.rule.TimeRuleTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// How far work may stay behind its plan, register by register and version by version.
/// A matter stays under the version in force on the day it was dispatched, so each begins on a day that has not come.
@Component
public class ProgressRules {

    private final ProgressRuleTable table;
    private final TimeRuleTable limits;
    private final Registers registers;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ProgressRules(ProgressRuleTable table, TimeRuleTable limits, Registers registers, AuditTrail audit, Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.limits = limits;
        this.registers = registers;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// What somebody writes down of one, before it is known to be one.
    public record Draft(String register, int amberPoints, int redPoints, String basisTitle, String basisArticle, @Nullable LocalDate from) {}

    /// Every version there has been, by register, the latest first.
    public List<ProgressRule> of(TenantId tenant) {
        return table.of(tenant);
    }

    /// Puts a version in force; the one that goes on without an end ends the day before.
    /// @return why it was not; empty when it was
    public List<RuleRefusal> put(Keeper by, Draft draft) {
        return write(by, kept -> {
            var flaws = flaws(by.tenant(), kept, draft);
            var from = draft.from();
            if (!flaws.isEmpty() || from == null) {
                return flaws;
            }
            var before = of(kept, draft.register()).stream().filter(it -> givesWay(it, from)).findFirst();
            before.ifPresent(it -> table.end(by.tenant(), it.register(), it.from(), from.minusDays(1)));
            add(by, before, new ProgressRule(draft.register(), draft.amberPoints(), draft.redPoints(),
                    new TimeRule.Basis(draft.basisTitle().strip(), draft.basisArticle().strip()), from, null));
            return List.of();
        });
    }

    /// As a shipped pack has it, for a register that has none yet. Joins the transaction that takes the pack.
    void found(Keeper by, RulePack.Behind behind, LocalDate from) {
        if (of(table.of(by.tenant()), behind.register()).isEmpty()) {
            add(by, Optional.empty(), new ProgressRule(behind.register(), behind.amberPoints(), behind.redPoints(), behind.basis(), from, null));
        }
    }

    private void add(Keeper by, Optional<ProgressRule> before, ProgressRule rule) {
        table.add(by.tenant(), rule, by.person(), OffsetDateTime.now(clock), before.isPresent());
        audit.timeRuleChanged(by, AuditAct.TIME_RULE_PUT, code(rule), before.map(ProgressRules::told).orElse(Map.of()), told(rule));
    }

    /// What is dispatched after that day is not held against it any more.
    /// @return why it goes on; empty when it was ended
    public List<RuleRefusal> end(Keeper by, String register, LocalDate last) {
        return write(by, kept -> {
            var latest = of(kept, register).stream().findFirst();
            if (latest.isEmpty()) {
                return List.of(new RuleRefusal.NoSuchRule(register));
            }
            var rule = latest.get();
            if (rule.to() != null) {
                return List.of(new RuleRefusal.OverAlready(rule.to()));
            }
            if (last.isBefore(LocalDate.now(clock))) {
                return List.of(new RuleRefusal.StartsInThePast("to", LocalDate.now(clock)));
            }
            if (last.isBefore(rule.from())) {
                return List.of(new RuleRefusal.EndsBeforeItStarts("to"));
            }
            table.end(by.tenant(), register, rule.from(), last);
            var ended = new ProgressRule(register, rule.amberPoints(), rule.redPoints(), rule.basis(), rule.from(), last);
            audit.timeRuleChanged(by, AuditAct.TIME_RULE_ENDED, code(rule), told(rule), told(ended));
            return List.of();
        });
    }

    /// Takes back a version that has not begun; the one it would have followed goes on, to the next there is, where only this one had ended it.
    /// @return why it stays; empty when it was taken back
    public List<RuleRefusal> withdraw(Keeper by, String register, LocalDate from) {
        return write(by, kept -> {
            var found = of(kept, register).stream().filter(it -> it.from().equals(from)).findFirst();
            if (found.isEmpty()) {
                return List.of(new RuleRefusal.NoSuchRule(register));
            }
            if (from.isBefore(earliest())) {
                return List.of(new RuleRefusal.BegunAlready(from));
            }
            boolean endedBefore = table.endedBefore(by.tenant(), register, from);
            table.remove(by.tenant(), register, from);
            if (endedBefore) {
                var until = of(kept, register).stream().map(ProgressRule::from).filter(day -> day.isAfter(from)).min(Comparator.naturalOrder())
                        .map(day -> day.minusDays(1)).orElse(null);
                of(kept, register).stream().filter(it -> from.minusDays(1).equals(it.to()))
                        .forEach(it -> table.end(by.tenant(), register, it.from(), until));
            }
            audit.timeRuleChanged(by, AuditAct.TIME_RULE_WITHDRAWN, code(found.get()), told(found.get()), Map.of());
            return List.of();
        });
    }

    private List<RuleRefusal> flaws(TenantId tenant, List<ProgressRule> kept, Draft draft) {
        var flaws = new ArrayList<RuleRefusal>();
        if (draft.register().isBlank()) {
            flaws.add(new RuleRefusal.Missing("register"));
        } else if (registers.of(tenant).stream().map(Register::code).noneMatch(draft.register()::equals)) {
            flaws.add(new RuleRefusal.UnknownRegister("register", draft.register()));
        }
        if (draft.amberPoints() < 1 || draft.amberPoints() > 100) {
            flaws.add(new RuleRefusal.PointsOutOfRange("amber", 1));
        }
        if (draft.redPoints() < Math.max(1, draft.amberPoints()) || draft.redPoints() > 100) {
            flaws.add(new RuleRefusal.PointsOutOfRange("red", Math.clamp(draft.amberPoints(), 1, 100)));
        }
        basis(flaws, "basisTitle", draft.basisTitle(), RuleReading.TITLE_MAX);
        basis(flaws, "basisArticle", draft.basisArticle(), RuleReading.ARTICLE_MAX);
        var from = draft.from();
        if (from == null) {
            flaws.add(new RuleRefusal.Missing("from"));
        } else if (from.isBefore(earliest())) {
            flaws.add(new RuleRefusal.StartsInThePast("from", earliest()));
        } else {
            besideOthers(flaws, of(kept, draft.register()), draft, from);
        }
        return flaws;
    }

    private static void basis(List<RuleRefusal> flaws, String field, String text, int most) {
        if (!Visible.says(text)) {
            flaws.add(new RuleRefusal.NoBasis(field));
        } else if (text.strip().codePointCount(0, text.strip().length()) > most) {
            flaws.add(new RuleRefusal.TooLong(field, most));
        }
    }

    private static void besideOthers(List<RuleRefusal> flaws, List<ProgressRule> versions, Draft draft, LocalDate from) {
        versions.stream().filter(it -> !givesWay(it, from) && new Span(it.from(), it.to()).overlaps(new Span(from, null))).findFirst()
                .ifPresent(it -> flaws.add(new RuleRefusal.Overlapping("from", versions.size() - versions.indexOf(it), it.from(), it.to())));
        versions.stream().findFirst().filter(it -> it.to() == null && it.amberPoints() == draft.amberPoints() && it.redPoints() == draft.redPoints()
                && it.basis().equals(new TimeRule.Basis(draft.basisTitle().strip(), draft.basisArticle().strip())))
                .ifPresent(_ -> flaws.add(new RuleRefusal.NothingChanges("amber")));
    }

    private static boolean givesWay(ProgressRule before, LocalDate next) {
        return before.to() == null && before.from().isBefore(next);
    }

    private LocalDate earliest() {
        return LocalDate.now(clock).plusDays(1);
    }

    /// The latest first.
    private static List<ProgressRule> of(List<ProgressRule> kept, String register) {
        return kept.stream().filter(it -> it.register().equals(register)).sorted(Comparator.comparing(ProgressRule::from).reversed()).toList();
    }

    private static String code(ProgressRule rule) {
        return "progress." + rule.register();
    }

    private static Map<String, String> told(ProgressRule rule) {
        var told = new LinkedHashMap<String, String>();
        told.put("amber", Integer.toString(rule.amberPoints()));
        told.put("red", Integer.toString(rule.redPoints()));
        told.put("basis", rule.basis().title() + " " + rule.basis().article());
        told.put("from", rule.from().toString());
        Optional.ofNullable(rule.to()).ifPresent(to -> told.put("to", to.toString()));
        return told;
    }

    /// One at a time in a tenant. A verb checks before it writes, so a refusal leaves nothing behind.
    private List<RuleRefusal> write(Keeper by, Function<List<ProgressRule>, List<RuleRefusal>> verb) {
        return transaction.execute(_ -> {
            limits.lock(by.tenant());
            return verb.apply(table.of(by.tenant()));
        });
    }
}
