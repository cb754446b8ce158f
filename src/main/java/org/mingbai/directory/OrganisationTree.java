package org.mingbai.directory;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The organisations of one tenant at one moment: who is whose superior. Immutable, so that a ruling can be made and made again from it.
public final class OrganisationTree {

    /// One unit as others see it. A unit without a parent is at the top.
    public record Unit(OrganisationId id, Optional<OrganisationId> parent, String name, boolean active) {}

    private final Map<OrganisationId, Unit> units = new LinkedHashMap<>();
    private final Map<Optional<OrganisationId>, List<Unit>> below = new HashMap<>();

    public OrganisationTree(List<Unit> all) {
        all.forEach(unit -> {
            units.put(unit.id(), unit);
            below.computeIfAbsent(unit.parent(), parent -> new ArrayList<>()).add(unit);
        });
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
        var open = new ArrayDeque<OrganisationId>(units.containsKey(top) ? List.of(top) : List.of());
        while (!open.isEmpty()) {
            var unit = open.pop();
            if (found.add(unit)) {
                below(unit).forEach(child -> open.push(child.id()));
            }
        }
        return found;
    }

    /// The units that stand directly below this one.
    public List<Unit> below(OrganisationId unit) {
        return Collections.unmodifiableList(below.getOrDefault(Optional.of(unit), List.of()));
    }

    /// The active units that have no superior.
    public Set<OrganisationId> tops() {
        return below.getOrDefault(Optional.<OrganisationId>empty(), List.of()).stream().filter(Unit::active).map(Unit::id).collect(toSet());
    }

    public List<Unit> all() {
        return List.copyOf(units.values());
    }
}
