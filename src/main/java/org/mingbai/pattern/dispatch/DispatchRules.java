package org.mingbai.pattern.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Span;
import org.mingbai.directory.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The dispatch catalogue of a tenant, rule by rule and version by version. It is adjusted as duties move (北京市接诉即办工作条例 Art. 11(2): 动态调整), from a
/// day on that is not over.
@Component
public class DispatchRules {

    private static final int SCOPE_MAX = 60;
    private static final int WORDS_MAX = 200;
    private static final int BASIS_MAX = 120;

    private final DispatchRuleTable table;
    private final Directory directory;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DispatchRules(DispatchRuleTable table, Directory directory, AuditTrail audit, Clock clock, PlatformTransactionManager transactions) {
        this.table = table;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// What somebody writes down of a rule, before it is known to be one; units by name, words with a mark between them.
    public record Draft(String category, String place, String channel, String words, String lead, List<String> coHandlers, String basisTitle,
            String basisArticle, @Nullable LocalDate from, @Nullable LocalDate to) {

        DispatchRule.Scope scope() {
            return new DispatchRule.Scope(category.strip(), place.strip(), channel.strip(),
                    Stream.of(words.split("[、，,;；\\s]+")).map(String::strip).filter(it -> !it.isEmpty()).distinct().sorted().toList());
        }
    }

    /// What came of reading a draft: a rule, or why it is none.
    public record Read(Optional<DispatchRule> rule, List<DispatchRefusal> why) {}

    /// Every version there has been, by number, the latest first.
    public List<DispatchRule> of(TenantId tenant) {
        return table.of(tenant);
    }

    /// Puts a version in force; the one for the same matters that goes on without an end ends the day before.
    public Read put(Keeper by, Draft draft) {
        return write(by, kept -> {
            var read = read(by.tenant(), kept, draft);
            read.rule().ifPresent(rule -> {
                var before = kept.stream().filter(it -> it.number() == rule.number() && givesWay(it, rule.from())).findFirst();
                before.ifPresent(it -> table.end(by.tenant(), it.number(), it.from(), rule.from().minusDays(1)));
                table.add(by.tenant(), rule, by.person());
                audit.dispatchRuleChanged(by, Integer.toString(rule.number()), before.map(it -> told(by.tenant(), it)).orElse(Map.of()),
                        told(by.tenant(), rule));
            });
            return read;
        });
    }

    /// As `put` would read it, without putting it in force: to try it on the past.
    public Read read(TenantId tenant, Draft draft) {
        return read(tenant, table.of(tenant), draft);
    }

    /// It suggests nothing after that day.
    public List<DispatchRefusal> end(Keeper by, int number, LocalDate last) {
        return write(by, kept -> {
            var latest = kept.stream().filter(it -> it.number() == number).findFirst();
            if (latest.isEmpty()) {
                return List.of(new DispatchRefusal.NoSuchRule(number));
            }
            var rule = latest.get();
            if (rule.to() != null) {
                return List.of(new DispatchRefusal.OverAlready(rule.to()));
            }
            if (last.isBefore(today())) {
                return List.of(new DispatchRefusal.StartsInThePast("to", today()));
            }
            if (last.isBefore(rule.from())) {
                return List.of(new DispatchRefusal.EndsBeforeItStarts("to"));
            }
            table.end(by.tenant(), number, rule.from(), last);
            audit.dispatchRuleChanged(by, Integer.toString(number), told(by.tenant(), rule), told(by.tenant(), rule.until(last)));
            return List.of();
        });
    }

    /// Takes back a version that has not begun; the one it would have followed goes on.
    public List<DispatchRefusal> withdraw(Keeper by, int number, LocalDate from) {
        return write(by, kept -> {
            var versions = kept.stream().filter(it -> it.number() == number).toList();
            var found = versions.stream().filter(it -> it.from().equals(from)).findFirst();
            if (found.isEmpty()) {
                return List.of(new DispatchRefusal.NoSuchRule(number));
            }
            if (!from.isAfter(today())) {
                return List.of(new DispatchRefusal.BegunAlready(from));
            }
            table.remove(by.tenant(), number, from);
            versions.stream().filter(it -> from.minusDays(1).equals(it.to())).forEach(it -> table.end(by.tenant(), number, it.from(), null));
            audit.dispatchRuleChanged(by, Integer.toString(number), told(by.tenant(), found.get()), Map.of());
            return List.of();
        });
    }

    private Read read(TenantId tenant, List<DispatchRule> kept, Draft draft) {
        var flaws = new ArrayList<DispatchRefusal>();
        var scope = draft.scope();
        if (scope.isEmpty()) {
            flaws.add(new DispatchRefusal.CoversEverything("category"));
        }
        within(flaws, "category", scope.category(), SCOPE_MAX);
        within(flaws, "place", scope.place(), SCOPE_MAX);
        within(flaws, "channel", scope.channel(), SCOPE_MAX);
        within(flaws, "words", String.join("、", scope.words()), WORDS_MAX);
        var lead = draft.lead().isBlank() ? missing(flaws, "lead") : unit(tenant, flaws, "lead", draft.lead());
        var coHandlers = draft.coHandlers().stream().filter(it -> !it.isBlank()).map(it -> unit(tenant, flaws, "coHandlers", it))
                .flatMap(Optional::stream).distinct().toList();
        if (lead.isPresent() && coHandlers.contains(lead.get())) {
            flaws.add(new DispatchRefusal.LeadsAlready("coHandlers"));
        }
        basis(flaws, "basisTitle", draft.basisTitle());
        basis(flaws, "basisArticle", draft.basisArticle());
        var from = span(flaws, draft);
        var versions = kept.stream().filter(it -> it.scope().equals(scope)).toList();
        int number = versions.stream().findFirst().map(DispatchRule::number)
                .orElseGet(() -> kept.stream().mapToInt(DispatchRule::number).max().orElse(0) + 1);
        if (!flaws.isEmpty() || from.isEmpty() || lead.isEmpty()) {
            return new Read(Optional.empty(), flaws);
        }
        var rule = new DispatchRule(number, scope, lead.get(), coHandlers,
                new DispatchRule.Basis(draft.basisTitle().strip(), draft.basisArticle().strip()), from.get(), draft.to(), OffsetDateTime.now(clock));
        besideOthers(flaws, versions, rule);
        return new Read(flaws.isEmpty() ? Optional.of(rule) : Optional.empty(), flaws);
    }

    private static Optional<OrganisationId> missing(List<DispatchRefusal> flaws, String field) {
        flaws.add(new DispatchRefusal.Missing(field));
        return Optional.empty();
    }

    private Optional<OrganisationId> unit(TenantId tenant, List<DispatchRefusal> flaws, String field, String typed) {
        var name = typed.strip();
        var meant = directory.unitsMeant(tenant, name);
        if (meant.size() == 1) {
            return Optional.of(meant.getFirst());
        }
        boolean gone = directory.treeOf(tenant).all().stream().anyMatch(it -> !it.active() && it.name().equals(name));
        flaws.add(!meant.isEmpty() ? new DispatchRefusal.SeveralUnits(field, name)
                : gone ? new DispatchRefusal.AbolishedUnit(field, name) : new DispatchRefusal.NoSuchUnit(field, name));
        return Optional.empty();
    }

    private Optional<LocalDate> span(List<DispatchRefusal> flaws, Draft draft) {
        var from = draft.from();
        if (from == null) {
            flaws.add(new DispatchRefusal.Missing("from"));
        } else if (from.isBefore(today())) {
            flaws.add(new DispatchRefusal.StartsInThePast("from", today()));
        } else if (draft.to() != null && draft.to().isBefore(from)) {
            flaws.add(new DispatchRefusal.EndsBeforeItStarts("to"));
        }
        return Optional.ofNullable(from);
    }

    private static void within(List<DispatchRefusal> flaws, String field, String text, int most) {
        if (text.codePointCount(0, text.length()) > most) {
            flaws.add(new DispatchRefusal.TooLong(field, most));
        }
    }

    private static void basis(List<DispatchRefusal> flaws, String field, String text) {
        if (text.isBlank()) {
            flaws.add(new DispatchRefusal.NoBasis(field));
        }
        within(flaws, field, text.strip(), BASIS_MAX);
    }

    private static void besideOthers(List<DispatchRefusal> flaws, List<DispatchRule> versions, DispatchRule next) {
        versions.stream().filter(it -> !givesWay(it, next.from()) && new Span(it.from(), it.to()).overlaps(new Span(next.from(), next.to()))).findFirst()
                .ifPresent(it -> flaws.add(new DispatchRefusal.Overlapping("from", it.number(), it.from(), it.to())));
        versions.stream().filter(it -> givesWay(it, next.from()) && next.to() == null && it.lead().equals(next.lead())
                && it.coHandlers().equals(next.coHandlers()) && it.basis().equals(next.basis())).findFirst()
                .ifPresent(_ -> flaws.add(new DispatchRefusal.NothingChanges("lead")));
    }

    private static boolean givesWay(DispatchRule before, LocalDate next) {
        return before.to() == null && before.from().isBefore(next);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Map<String, String> told(TenantId tenant, DispatchRule rule) {
        var names = directory.organisationNames(tenant, Stream.concat(Stream.of(rule.lead()), rule.coHandlers().stream()).toList());
        var told = new LinkedHashMap<String, String>();
        told.put("category", rule.scope().category());
        told.put("place", rule.scope().place());
        told.put("channel", rule.scope().channel());
        told.put("words", String.join("、", rule.scope().words()));
        told.values().removeIf(String::isEmpty);
        told.put("lead", names.getOrDefault(rule.lead(), ""));
        if (!rule.coHandlers().isEmpty()) {
            told.put("coHandlers", rule.coHandlers().stream().map(it -> names.getOrDefault(it, "")).collect(Collectors.joining("、")));
        }
        told.put("basis", rule.basis().title() + " " + rule.basis().article());
        told.put("from", rule.from().toString());
        Optional.ofNullable(rule.to()).ifPresent(to -> told.put("to", to.toString()));
        return told;
    }

    /// A verb checks before it writes, so a refusal leaves nothing behind.
    private <T> T write(Keeper by, Function<List<DispatchRule>, T> verb) {
        return transaction.execute(_ -> {
            table.lock(by.tenant());
            return verb.apply(table.of(by.tenant()));
        });
    }
}
