package org.mingbai.supervision;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.supervision.rule.TimeRuleTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The limits tenants keep: put in force version by version, each from a day that has not come, so that no clock that runs is moved.
@Component
public class TimeRules {

    /// How long another node may go on with the old limits after a change here.
    private static final Duration STALE_MAX = Duration.ofSeconds(2);

    private record Known(RuleBook book, long readAtNanos) {}

    private final TimeRuleTable table;
    private final ProgressRules progress;
    private final Registers registers;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Map<TenantId, Known> known = new ConcurrentHashMap<>();

    TimeRules(TimeRuleTable table, ProgressRules progress, Registers registers, AuditTrail audit, Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.progress = progress;
        this.registers = registers;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// All limits of a tenant. Kept in memory: it is asked for with every entry.
    public RuleBook of(TenantId tenant) {
        var cached = known.get(tenant);
        if (cached != null && System.nanoTime() - cached.readAtNanos < STALE_MAX.toNanos()) {
            return cached.book;
        }
        long now = System.nanoTime();
        var rules = table.of(tenant).stream().filter(kept -> !kept.withdrawn()).map(KeptRule::rule).toList();
        var fresh = new Known(new RuleBook(rules, progress.of(tenant)), now);
        known.put(tenant, fresh);
        return fresh.book;
    }

    /// Every version of every limit, the withdrawn ones too; the latest of each first.
    public List<KeptRule> kept(TenantId tenant) {
        return table.of(tenant);
    }

    /// The versions of one limit, the latest first.
    public List<KeptRule> versions(TenantId tenant, String code) {
        return table.of(tenant).stream().filter(kept -> kept.rule().code().equals(code)).toList();
    }

    /// The first day from which a limit may be put in force: today's clocks have started already.
    public LocalDate earliest() {
        return LocalDate.now(clock).plusDays(1);
    }

    /// What would come of it; nothing is written.
    public RuleAnswer look(TenantId tenant, RuleDraft draft) {
        var reading = reading(tenant, table.of(tenant), earliest());
        var rule = reading.read(draft);
        return rule.isPresent() ? new RuleAnswer.Done(List.of(rule.get())) : new RuleAnswer.Refused(reading.flaws());
    }

    /// Puts a limit in force, or the next version of one.
    /// @param seen the latest version its writer saw; 0 for a new limit
    public RuleAnswer put(Keeper by, RuleDraft draft, int seen) {
        return write(by, kept -> {
            int latest = latest(kept, draft.code()).map(it -> it.rule().version()).orElse(0);
            if (!draft.code().isEmpty() && latest != seen) {
                return refused(new RuleRefusal.ChangedMeanwhile(latest));
            }
            if (latest(kept, draft.code()).filter(it -> !it.withdrawn() && RuleDraft.of(it).saysWhat(draft)).isPresent()) {
                return refused(new RuleRefusal.NothingChanges("limit"));
            }
            var reading = reading(by.tenant(), kept, earliest());
            return reading.read(draft).<RuleAnswer>map(rule -> {
                add(by, kept, new KeptRule(rule, "", draft.pauseBasis().strip(), by.person(), OffsetDateTime.now(clock), false));
                return new RuleAnswer.Done(List.of(rule));
            }).orElseGet(() -> new RuleAnswer.Refused(reading.flaws()));
        });
    }

    /// No clock starts under it after that day. Those that run, run on.
    public RuleAnswer end(Keeper by, String code, LocalDate last) {
        return write(by, kept -> {
            var current = kept.stream().filter(it -> it.rule().code().equals(code) && !it.withdrawn())
                    .max(Comparator.comparing(it -> it.rule().from()));
            if (current.isEmpty()) {
                return refused(new RuleRefusal.NoSuchRule(code));
            }
            var rule = current.get().rule();
            if (rule.to() != null) {
                return refused(new RuleRefusal.OverAlready(rule.to()));
            }
            if (last.isBefore(LocalDate.now(clock))) {
                return refused(new RuleRefusal.StartsInThePast("to", LocalDate.now(clock)));
            }
            if (last.isBefore(rule.from())) {
                return refused(new RuleRefusal.EndsBeforeItStarts("to"));
            }
            table.end(by.tenant(), code, rule.version(), last);
            audit.timeRuleChanged(by, AuditAct.TIME_RULE_ENDED, code, told(rule), told(rule.until(last)));
            return new RuleAnswer.Done(List.of(rule.until(last)));
        });
    }

    /// Takes back a version that has not begun; the one before it goes on, to the next there is, where only this one had ended it.
    public RuleAnswer withdraw(Keeper by, String code, int version) {
        return write(by, kept -> {
            var found = kept.stream().filter(it -> it.rule().code().equals(code) && it.rule().version() == version && !it.withdrawn()).findFirst();
            if (found.isEmpty()) {
                return refused(new RuleRefusal.NoSuchRule(code));
            }
            var rule = found.get().rule();
            if (rule.from().isBefore(earliest())) {
                return refused(new RuleRefusal.BegunAlready(rule.from()));
            }
            table.withdraw(by.tenant(), code, version, by.person(), OffsetDateTime.now(clock));
            if (table.endedBefore(by.tenant(), code, version)) {
                var others = kept.stream().filter(it -> it.rule().code().equals(code) && !it.withdrawn()).map(KeptRule::rule).toList();
                var until = others.stream().map(TimeRule::from).filter(day -> day.isAfter(rule.from())).min(Comparator.naturalOrder())
                        .map(day -> day.minusDays(1)).orElse(null);
                others.stream().filter(it -> rule.from().minusDays(1).equals(it.to()))
                        .forEach(before -> table.end(by.tenant(), code, before.version(), until));
            }
            audit.timeRuleChanged(by, AuditAct.TIME_RULE_WITHDRAWN, code, told(rule), Map.of());
            return new RuleAnswer.Done(List.of(rule));
        });
    }

    /// What of a pack would be new or other than it is from that day on.
    public List<RulePack.Item> missing(TenantId tenant, RulePack pack) {
        var kept = table.of(tenant);
        return pack.rules().stream().filter(item -> !isKept(kept, item)).toList();
    }

    private static boolean isKept(List<KeptRule> kept, RulePack.Item item) {
        return latest(kept, item.draft().code()).filter(it -> !it.withdrawn() && it.rule().to() == null && RuleDraft.of(it).saysWhat(item.draft()))
                .isPresent();
    }

    /// Puts the chosen limits of a shipped pack in force from that day; what is in force as it is stays.
    /// @param codes of the limits that are wanted
    public RuleAnswer take(Keeper by, RulePack pack, Set<String> codes, LocalDate from) {
        return write(by, kept -> take(by, pack, kept, codes, from, earliest()));
    }

    /// Begins an account with a pack, from a day before its first matter. A limit that is there already stays as it is.
    public RuleAnswer found(Keeper by, RulePack pack, LocalDate from) {
        return write(by, kept -> {
            var fresh = pack.rules().stream().map(item -> item.draft().code()).filter(code -> latest(kept, code).isEmpty()).collect(Collectors.toSet());
            return fresh.isEmpty() ? new RuleAnswer.Done(List.of()) : take(by, pack, kept, fresh, from, null);
        });
    }

    private RuleAnswer take(Keeper by, RulePack pack, List<KeptRule> kept, Set<String> codes, LocalDate from, @Nullable LocalDate earliest) {
        var after = new ArrayList<>(kept);
        var taken = new ArrayList<KeptRule>();
        var flaws = new ArrayList<RuleRefusal>();
        pack.rules().stream().filter(item -> codes.contains(item.draft().code()) && !isKept(kept, item)).forEach(item -> {
            var draft = item.draft().from(item.from(from));
            var reading = reading(by.tenant(), after, earliest);
            reading.readFirst(draft).ifPresent(rule -> {
                var next = new KeptRule(rule, pack.code(), draft.pauseBasis(), by.person(), OffsetDateTime.now(clock), false);
                taken.add(next);
                after.add(next);
            });
            flaws.addAll(reading.flaws());
        });
        if (flaws.isEmpty() && taken.isEmpty()) {
            flaws.add(new RuleRefusal.NothingToTake());
        }
        if (!flaws.isEmpty()) {
            return new RuleAnswer.Refused(flaws.stream().distinct().toList());
        }
        taken.forEach(next -> add(by, kept, next));
        pack.progress().forEach(behind -> progress.found(by, behind, from));
        return new RuleAnswer.Done(taken.stream().map(KeptRule::rule).toList());
    }

    private void add(Keeper by, List<KeptRule> kept, KeptRule next) {
        var before = kept.stream().filter(it -> !it.withdrawn() && RuleReading.givesWay(it.rule(), next.rule())).findFirst();
        before.ifPresent(it -> table.end(by.tenant(), it.rule().code(), it.rule().version(), next.rule().from().minusDays(1)));
        table.add(by.tenant(), next, before.isPresent());
        audit.timeRuleChanged(by, AuditAct.TIME_RULE_PUT, next.rule().code(), before.map(it -> told(it.rule())).orElse(Map.of()), told(next.rule()));
    }

    private static Map<String, String> told(TimeRule rule) {
        var told = new LinkedHashMap<String, String>();
        told.put("version", Integer.toString(rule.version()));
        told.put("limit", rule.limit().toString());
        told.put("basis", rule.basis().title() + " " + rule.basis().article());
        told.put("from", rule.from().toString());
        Optional.ofNullable(rule.to()).ifPresent(to -> told.put("to", to.toString()));
        return told;
    }

    private static Optional<KeptRule> latest(List<KeptRule> kept, String code) {
        return kept.stream().filter(it -> it.rule().code().equals(code)).max(Comparator.comparingInt(it -> it.rule().version()));
    }

    private RuleReading reading(TenantId tenant, List<KeptRule> kept, @Nullable LocalDate earliest) {
        return new RuleReading(kept, registers.of(tenant).stream().map(Register::code).collect(Collectors.toSet()), earliest);
    }

    private static RuleAnswer refused(RuleRefusal why) {
        return new RuleAnswer.Refused(List.of(why));
    }

    private interface Verb {
        RuleAnswer run(List<KeptRule> kept);
    }

    /// One at a time in a tenant. A verb checks before it writes, so a refusal leaves nothing behind.
    private RuleAnswer write(Keeper by, Verb verb) {
        var answer = transaction.execute(_ -> {
            table.lock(by.tenant());
            return verb.run(table.of(by.tenant()));
        });
        known.remove(by.tenant());
        return answer;
    }
}
