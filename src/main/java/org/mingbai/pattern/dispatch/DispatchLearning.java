package org.mingbai.pattern.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.Matters;
import org.mingbai.pattern.Classifier;
import org.mingbai.pattern.Example;
import org.mingbai.pattern.Guess;
import org.mingbai.pattern.Training;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Guesses the unit from what was said, having learnt from the tenant's own closed matters which unit did such work in the end. What was learnt
/// is kept in memory and learnt again each day. Neither what complains of a unit nor what came in confidence teaches it anything, so no word of
/// these can ever weigh in a guess.
@Component
public class DispatchLearning {

    /// The newest: older ones tell of duties that have moved, and of them more teach little more.
    private static final int MATTERS_MAX = 5_000;
    /// One in so many, the newest, is kept apart to see how often the guess holds.
    private static final int APART = 5;
    /// Units with too few matters to be guessed, together: without them, what is theirs would surely be somebody else's.
    private static final String SOMEBODY_ELSE = "else";
    private static final Duration GOOD_FOR = Duration.ofDays(1);

    private final Matters matters;
    private final Optional<Untaught> untaught;
    private final LearningTable table;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Map<TenantId, Learnt> learnt = new ConcurrentHashMap<>();

    DispatchLearning(Matters matters, Optional<Untaught> untaught, LearningTable table, AuditTrail audit, Clock clock, TransactionTemplate transaction) {
        this.matters = matters;
        this.untaught = untaught;
        this.table = table;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// What is known of a tenant.
    /// @param closed how many closed matters may teach, five thousand at most
    /// @param units how many units have enough of them
    /// @param tried how many of the newest were kept apart and guessed from the older ones
    /// @param held how many of those guesses were the unit that did it; what a unit with too few did can only be missed
    public record Learnt(OffsetDateTime at, int closed, int units, int tried, int held, @Nullable Classifier classifier) {

        /// Whether there was enough to learn from.
        public boolean ready() {
            return classifier != null;
        }
    }

    public LearningLimits limits(TenantId tenant) {
        return table.of(tenant).orElse(LearningLimits.SHIPPED);
    }

    /// Nothing before the first learning since the program started.
    public Optional<Learnt> of(TenantId tenant) {
        return Optional.ofNullable(learnt.get(tenant));
    }

    /// Empty while there is not enough to learn from.
    public Optional<Guess> guess(TenantId tenant, String title, String text) {
        return of(tenant).flatMap(it -> Optional.ofNullable(it.classifier())).map(it -> it.guess(title, text));
    }

    /// Learns anew, which takes some seconds.
    public Learnt learn(TenantId tenant) {
        var limits = limits(tenant);
        var all = matters.endedByUnits(tenant, MATTERS_MAX);
        var silent = untaught.map(it -> it.among(tenant, all.stream().map(Matter::id).toList())).orElse(Set.of());
        var taught = all.stream().filter(it -> !silent.contains(it.id()) && it.lead() != null).toList();
        var enough = taught.stream().collect(Collectors.groupingBy(Matter::lead, Collectors.counting())).entrySet().stream()
                .filter(it -> it.getValue() >= limits.unitMin()).map(Map.Entry::getKey).collect(Collectors.toSet());
        var examples = taught.stream().map(it -> example(it, enough)).toList();
        var now = OffsetDateTime.now(clock);
        var known = taught.size() < limits.closedMin() || enough.size() < LearningLimits.UNITS_MIN
                ? new Learnt(now, taught.size(), enough.size(), 0, 0, null)
                : learnt(now, taught.size(), enough.size(), examples);
        learnt.put(tenant, known);
        return known;
    }

    private static Learnt learnt(OffsetDateTime now, int closed, int units, List<Example> newestFirst) {
        int apart = newestFirst.size() / APART;
        int held = 0;
        int tried = 0;
        if (Classifier.train(newestFirst.subList(apart, newestFirst.size())) instanceof Training.Learned(var older)) {
            for (var example : newestFirst.subList(0, apart)) {
                tried++;
                held += !example.category().equals(SOMEBODY_ELSE)
                        && older.guess(example.title(), example.body()).category().equals(example.category()) ? 1 : 0;
            }
        }
        return new Learnt(now, closed, units, tried, held, switch (Classifier.train(newestFirst)) {
            case Training.Learned(var classifier) -> classifier;
            case Training.NothingToTellApart _ -> null;
        });
    }

    private static Example example(Matter matter, Set<OrganisationId> enough) {
        var lead = matter.lead();
        return new Example(matter.subject().title(), matter.subject().text(),
                lead != null && enough.contains(lead) ? Long.toString(lead.value()) : SOMEBODY_ELSE);
    }

    /// The unit a guess means; nothing where it means somebody who had too few.
    static Optional<OrganisationId> unit(String category) {
        return category.equals(SOMEBODY_ELSE) ? Optional.empty() : Optional.of(new OrganisationId(Long.parseLong(category)));
    }

    /// Learns where nothing was learnt yet, or not for a day.
    void keepUp(TenantId tenant) {
        if (of(tenant).filter(it -> it.at().plus(GOOD_FOR).isAfter(OffsetDateTime.now(clock))).isEmpty()) {
            learn(tenant);
        }
    }

    /// Sets from how many closed matters on units are guessed.
    /// @return why not; empty when it was set
    public List<DispatchRefusal> set(Keeper by, LearningLimits asked) {
        var flaws = new ArrayList<DispatchRefusal>();
        within(flaws, "closedMin", asked.closedMin(), LearningLimits.CLOSED_LEAST, LearningLimits.CLOSED_MOST);
        within(flaws, "unitMin", asked.unitMin(), LearningLimits.UNIT_LEAST, LearningLimits.UNIT_MOST);
        if (asked.reason().isBlank()) {
            flaws.add(new DispatchRefusal.Missing("reason"));
        } else if (asked.reason().codePointCount(0, asked.reason().length()) > LearningLimits.REASON_MAX) {
            flaws.add(new DispatchRefusal.TooLong("reason", LearningLimits.REASON_MAX));
        }
        if (flaws.isEmpty()) {
            transaction.executeWithoutResult(_ -> {
                var before = limits(by.tenant());
                table.put(by.tenant(), asked, by.person(), OffsetDateTime.now(clock));
                audit.dispatchLearningSet(by, told(before), told(asked));
            });
        }
        return flaws;
    }

    private static void within(List<DispatchRefusal> flaws, String field, int number, int least, int most) {
        if (number < least || number > most) {
            flaws.add(new DispatchRefusal.OutOfRange(field, least, most));
        }
    }

    private static Map<String, String> told(LearningLimits limits) {
        return Map.of("closedMin", Integer.toString(limits.closedMin()), "unitMin", Integer.toString(limits.unitMin()), "reason", limits.reason());
    }
}
