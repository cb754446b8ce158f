package org.mingbai.pattern.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.Matters;
import org.mingbai.pattern.Likeness;
import org.mingbai.pattern.Likenesses;
import org.springframework.stereotype.Component;

/// To which units a matter could be given. Never to one it complains of or one below it (I4), never to one that is abolished, and not again to
/// one that gave it back.
@Component
public class DispatchSuggestions {

    private static final int SHOWN_MAX = 3;
    private static final int ALIKE_LOOKED_AT = 8;
    /// A guess that holds less often than one in four is noise beside a matter.
    private static final double CONFIDENCE_MIN = 0.25;

    private final DispatchRules rules;
    private final DispatchLearning learning;
    private final Likenesses likenesses;
    private final Matters matters;
    private final Ledger ledger;
    private final Directory directory;
    private final Clock clock;

    DispatchSuggestions(DispatchRules rules, DispatchLearning learning, Likenesses likenesses, Matters matters, Ledger ledger, Directory directory,
            Clock clock) {
        this.rules = rules;
        this.learning = learning;
        this.likenesses = likenesses;
        this.matters = matters;
        this.ledger = ledger;
        this.directory = directory;
        this.clock = clock;
    }

    DispatchBook book(TenantId tenant) {
        return new DispatchBook(rules.of(tenant));
    }

    /// Three at most: what the catalogue says first, then what was learnt, then where the like went.
    /// @param gaveBack units that said it is not theirs, and were believed
    List<Suggestion> of(SignedIn who, Matter matter, DispatchBook book, Set<OrganisationId> gaveBack) {
        var tree = directory.treeOf(who.tenant());
        Predicate<OrganisationId> may = unit -> !gaveBack.contains(unit) && tree.unit(unit).filter(OrganisationTree.Unit::active).isPresent()
                && !ledger.isKeptFrom(who.tenant(), matter, unit);
        var found = new LinkedHashMap<OrganisationId, Found>();
        for (var rule : book.covering(matter.subject(), LocalDate.now(clock), may)) {
            found.computeIfAbsent(rule.lead(), _ -> new Found(rule.coHandlers().stream().filter(may).toList(), new ArrayList<>())).sources()
                    .add(new Suggestion.Source.OfRule(rule));
        }
        learnt(who.tenant(), matter).forEach((unit, source) -> note(found, may, unit, source));
        alike(who, matter).forEach((unit, source) -> note(found, may, unit, source));
        return found.entrySet().stream().limit(SHOWN_MAX)
                .map(it -> new Suggestion(it.getKey(), it.getValue().coHandlers(), List.copyOf(it.getValue().sources()))).toList();
    }

    private record Found(List<OrganisationId> coHandlers, List<Suggestion.Source> sources) {}

    private static void note(Map<OrganisationId, Found> found, Predicate<OrganisationId> may, OrganisationId unit, Suggestion.Source source) {
        if (may.test(unit)) {
            found.computeIfAbsent(unit, _ -> new Found(List.of(), new ArrayList<>())).sources().add(source);
        }
    }

    private Map<OrganisationId, Suggestion.Source> learnt(TenantId tenant, Matter matter) {
        var units = new LinkedHashMap<OrganisationId, Suggestion.Source>();
        learning.guess(tenant, matter.subject().title(), matter.subject().text()).ifPresent(guess -> {
            if (guess.confidence() >= CONFIDENCE_MIN) {
                DispatchLearning.unit(guess.category()).ifPresent(unit -> units.put(unit, new Suggestion.Source.Learnt(guess.confidence(), guess.why())));
            }
            guess.others().stream().filter(other -> other.confidence() >= CONFIDENCE_MIN).forEach(other -> DispatchLearning.unit(other.category())
                    .ifPresent(unit -> units.put(unit, new Suggestion.Source.Learnt(other.confidence(), List.of()))));
        });
        return units;
    }

    /// Only matters the reader may see tell where they went.
    private Map<OrganisationId, Suggestion.Source> alike(SignedIn who, Matter matter) {
        var said = matter.subject();
        var like = likenesses.of(who.tenant(), said.title(), said.text(), Objects.requireNonNullElse(said.place(), ""), ALIKE_LOOKED_AT).stream()
                .filter(it -> !it.matter().equals(matter.id())).toList();
        var seen = matters.these(who, like.stream().map(Likeness::matter).toList()).stream().collect(Collectors.toMap(Matter::id, Function.identity()));
        var units = new LinkedHashMap<OrganisationId, Suggestion.Source>();
        for (var one : like) {
            var other = seen.get(one.matter());
            if (other != null && other.lead() != null) {
                units.putIfAbsent(other.lead(), new Suggestion.Source.Alike(other, one.kind() == Likeness.Kind.COPY, one.words()));
            }
        }
        return units;
    }
}
