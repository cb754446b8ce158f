package org.mingbai.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;

/// All a ruling knows besides the matter and the policy: the moment, who acts in which posts, the tree of units, and the register's office.
/// @param filled whether somebody holds that post today
public record Now(OffsetDateTime at, LocalDate today, PersonId person, Set<Seat> seats, OrganisationTree tree, OrganisationId office,
        Predicate<Seat> filled) {

    /// The first of the wanted posts that the person holds.
    @Nullable Seat seatedAt(List<Seat> wanted) {
        return wanted.stream().filter(seats::contains).findFirst().orElse(null);
    }

    /// Any post that may take part in matters at all; which one is the same each time.
    @Nullable Seat anySeat() {
        return seats.stream()
                .filter(seat -> !seat.role().administrates() && seat.role() != Role.AUDITOR)
                .min(java.util.Comparator.comparing(Seat::role).thenComparing(seat -> seat.unit().value()))
                .orElse(null);
    }
}
