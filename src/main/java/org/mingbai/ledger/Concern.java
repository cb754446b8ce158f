package org.mingbai.ledger;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.PersonId;

/// Whom a matter complains of (被反映单位). Such a unit and all below it neither see it nor get it (I4), until it is disclosed to them by somebody
/// else than the one who asks for that.
/// @param about every unit it complains of
/// @param disclosed those of them to which it was disclosed
/// @param asked for which of them disclosure is asked and not decided
public record Concern(SortedSet<Long> about, SortedSet<Long> disclosed, @Nullable Asked asked) {

    public static final Concern NOBODY = new Concern(Collections.emptySortedSet(), Collections.emptySortedSet(), null);

    /// Somebody asks to disclose it to a unit.
    public record Asked(OrganisationId unit, PersonId by) {}

    public Concern {
        about = Collections.unmodifiableSortedSet(new TreeSet<>(about));
        disclosed = Collections.unmodifiableSortedSet(new TreeSet<>(disclosed));
    }

    static Concern with(@Nullable Collection<OrganisationId> units) {
        return units == null || units.isEmpty() ? NOBODY : NOBODY.naming(units);
    }

    /// A unit that is named again is kept away again.
    Concern naming(Collection<OrganisationId> units) {
        var all = new TreeSet<>(about);
        var stillOpen = new TreeSet<>(disclosed);
        units.forEach(unit -> {
            all.add(unit.value());
            stillOpen.remove(unit.value());
        });
        return new Concern(all, stillOpen, asked);
    }

    Concern asking(OrganisationId unit, PersonId by) {
        return new Concern(about, disclosed, new Asked(unit, by));
    }

    Concern decided(boolean agreed) {
        var all = new TreeSet<>(disclosed);
        if (agreed && asked != null) {
            all.add(asked.unit().value());
        }
        return new Concern(about, all, null);
    }

    /// From which it is kept, with all below them; in order.
    public List<OrganisationId> keptFrom() {
        return about.stream().filter(unit -> !disclosed.contains(unit)).map(OrganisationId::new).toList();
    }

    /// The unit because of which that one must not get it: itself, or one above it. The office that keeps the register may get what is about
    /// one above it: somebody has to.
    public Optional<OrganisationId> keepsAway(OrganisationId unit, OrganisationTree tree, OrganisationId office) {
        if (about.isEmpty() || unit.equals(keeper(tree, office).orElse(null))) {
            return Optional.empty();
        }
        var line = tree.lineOf(unit);
        return keptFrom().stream().filter(line::contains).findFirst();
    }

    /// Who coordinates it: the register's office, or where the office is meant itself, the nearest unit above it that is not. Nobody where all
    /// above it are meant.
    Optional<OrganisationId> keeper(OrganisationTree tree, OrganisationId office) {
        var kept = keptFrom();
        return kept.contains(office)
                ? tree.lineOf(office).stream().filter(unit -> Collections.disjoint(tree.lineOf(unit), kept)).findFirst()
                : Optional.of(office);
    }
}
