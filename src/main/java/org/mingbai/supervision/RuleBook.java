package org.mingbai.supervision;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mingbai.ledger.Happening;
import org.mingbai.ledger.Subject;

/// All the limits of a tenant in all their versions, at one moment. Never changes, so it can be passed about and asked often.
public final class RuleBook {

    /// The rule that counts comes first: of two equally narrow ones the one for the finer channel, and then always the same one.
    private static final Comparator<TimeRule> NARROWEST = Comparator.comparingInt((TimeRule rule) -> -rule.scope().narrowness())
            .thenComparingInt(rule -> -Optional.ofNullable(rule.scope().channel()).orElse("").length())
            .thenComparing(TimeRule::code)
            .thenComparing(TimeRule::version);

    public static final RuleBook EMPTY = new RuleBook(List.of(), List.of());

    private final List<TimeRule> rules;
    private final List<ProgressRule> progress;
    private final Map<Step, List<TimeRule>> byStep;
    private final Map<Happening, List<TimeRule>> byStart;

    public RuleBook(Collection<TimeRule> rules, Collection<ProgressRule> progress) {
        this.rules = rules.stream().sorted(NARROWEST).toList();
        this.progress = List.copyOf(progress);
        this.byStep = grouped(TimeRule::step);
        this.byStart = grouped(TimeRule::starts);
    }

    private <K> Map<K, List<TimeRule>> grouped(Function<TimeRule, K> by) {
        return Map.copyOf(rules.stream().collect(groupingBy(by, toUnmodifiableList())));
    }

    /// The narrowest rule for a step that is in force on the day its clock starts.
    public Optional<TimeRule> ruleFor(Step step, String register, Subject subject, LocalDate startDay) {
        return byStep.getOrDefault(step, List.of()).stream()
                .filter(rule -> rule.inForceOn(startDay) && rule.scope().covers(register, subject)).findFirst();
    }

    /// Every rule whose clock this starts, of whatever day and for whatever matters.
    public List<TimeRule> rulesStartedBy(Happening happening) {
        return byStart.getOrDefault(happening, List.of());
    }

    /// The rules whose clocks start when this happens to such a matter on that day.
    public List<TimeRule> startedBy(Happening happening, String register, Subject subject, LocalDate day) {
        return rulesStartedBy(happening).stream()
                .filter(rule -> ruleFor(rule.step(), register, subject, day).filter(rule::equals).isPresent()).toList();
    }

    /// How far behind its plan a matter of that register may be.
    public Optional<ProgressRule> progressFor(String register, LocalDate day) {
        return progress.stream().filter(rule -> rule.register().equals(register) && rule.inForceOn(day)).findFirst();
    }

    /// In all versions, the narrowest first.
    public List<TimeRule> rules() {
        return rules;
    }

    public List<ProgressRule> progress() {
        return progress;
    }

    /// As it would be with this version put in force: the one before it ends the day before.
    public RuleBook with(TimeRule next) {
        var others = rules.stream().filter(rule -> !rule.code().equals(next.code()) || rule.from().isBefore(next.from()))
                .map(rule -> rule.code().equals(next.code()) && rule.inForceOn(next.from()) ? rule.until(next.from().minusDays(1)) : rule);
        return new RuleBook(Stream.concat(others, Stream.of(next)).toList(), progress);
    }
}
