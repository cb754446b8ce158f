package org.mingbai.reporting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationKind;
import org.mingbai.directory.OrganisationTree;

/// From when, and with which directory, cases are looked at.
/// @param day what was written by its end counts
/// @param now the instant at which lights are read: the end of that day, or now where it is today
/// @param tree the units as they stand at the asking
public record Standpoint(LocalDate day, OffsetDateTime now, OrganisationTree tree, Map<OrganisationId, OrganisationKind> kinds) {

    /// What is known of a case, and what is read from other facts.
    @Nullable Object fact(Case one, Field field) {
        return switch (field) {
            case LIGHT -> one.lightAt(now).name();
            case LEVEL -> one.fact(Field.UNIT_OF) instanceof Long unit && kinds.containsKey(new OrganisationId(unit))
                    ? kinds.get(new OrganisationId(unit)).name() : null;
            default -> one.fact(field);
        };
    }

    /// A unit and all below it.
    Set<Long> within(long top) {
        var all = tree.within(new OrganisationId(top)).stream().map(OrganisationId::value).collect(Collectors.toCollection(HashSet::new));
        all.add(top);
        return all;
    }

    Set<Long> ofKind(Set<String> names) {
        return kinds.entrySet().stream().filter(unit -> names.contains(unit.getValue().name())).map(unit -> unit.getKey().value()).collect(Collectors.toSet());
    }
}
