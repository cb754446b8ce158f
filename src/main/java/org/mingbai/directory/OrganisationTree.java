package org.mingbai.directory;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The organisations of one tenant at one moment: who is whose superior. Immutable, so that a ruling can be made and made again from it.
public final class OrganisationTree {

    /// One unit as others see it. A unit without a parent is at the top.
    public record Unit(OrganisationId id, Optional<OrganisationId> parent, String name, boolean active) {}

    private final Map<OrganisationId, Unit> units = new HashMap<>();

    public OrganisationTree(List<Unit> all) {
        all.forEach(unit -> units.put(unit.id(), unit));
    }

    public Optional<Unit> unit(OrganisationId id) {
        return Optional.ofNullable(units.get(id));
    }

    public Optional<OrganisationId> superiorOf(OrganisationId id) {
        return unit(id).flatMap(Unit::parent);
    }

    /// Whether the unit is that other unit or stands anywhere below it.
    public boolean isWithin(OrganisationId unit, OrganisationId top) {
        return lineOf(unit).contains(top);
    }

    /// The unit itself, its superior, and so on up to the top.
    public Set<OrganisationId> lineOf(OrganisationId unit) {
        var line = new LinkedHashSet<OrganisationId>();
        for (var at = Optional.of(unit); at.isPresent() && line.add(at.get()); ) {
            at = superiorOf(at.get());
        }
        return line;
    }

    /// The unit and everything below it.
    public Set<OrganisationId> within(OrganisationId top) {
        var found = new LinkedHashSet<OrganisationId>();
        for (var unit : units.keySet()) {
            if (isWithin(unit, top)) {
                found.add(unit);
            }
        }
        return found;
    }

    public List<Unit> all() {
        return List.copyOf(units.values());
    }
}
