package org.mingbai.pattern.dispatch;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.Subject;

/// Which rules of the catalogue cover a matter: the one that asks most first, of those the one that names the place more exactly.
record DispatchBook(List<DispatchRule> rules) {

    private static final Comparator<DispatchRule> FIRST = Comparator.comparingInt((DispatchRule it) -> -it.scope().conditions())
            .thenComparingInt(it -> -it.scope().place().length()).thenComparingInt(it -> -it.scope().category().length())
            .thenComparingInt(DispatchRule::number);

    /// @param may whether a unit may get it at all
    List<DispatchRule> covering(Subject said, LocalDate day, Predicate<OrganisationId> may) {
        return covering(said, it -> it.inForceOn(day), may);
    }

    /// As whoever dispatched it then had them.
    List<DispatchRule> coveringThen(Subject said, OffsetDateTime at, LocalDate day) {
        return covering(said, it -> it.heldAt(at, day), _ -> true);
    }

    List<DispatchRule> covering(Subject said, Predicate<DispatchRule> held, Predicate<OrganisationId> may) {
        return rules.stream().filter(held).filter(it -> it.scope().covers(said) && may.test(it.lead())).sorted(FIRST).toList();
    }

    /// With one more, which takes the place of other versions of itself.
    DispatchBook with(DispatchRule proposed) {
        return new DispatchBook(Stream.concat(rules.stream().filter(it -> it.number() != proposed.number()), Stream.of(proposed)).toList());
    }
}
