package org.mingbai.directory;

import java.util.Set;

/// Which matters somebody sees: those in which one of these units has a part.
public sealed interface Sight {

    record Everything() implements Sight {}

    record Within(Set<OrganisationId> units) implements Sight {}

    record Nothing() implements Sight {}

    default boolean reaches(OrganisationId unit) {
        return switch (this) {
            case Everything all -> true;
            case Within(var units) -> units.contains(unit);
            case Nothing none -> false;
        };
    }
}
