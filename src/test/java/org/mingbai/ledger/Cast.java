package org.mingbai.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;

/// The units and people of a small county, one person to a post, for tests of the ledger's rules.
/// The supervision office keeps the register; roads with its crew, water, and a town with its village stand beside it.
final class Cast {

    /// Somebody and the posts they hold.
    record Person(PersonId id, Set<Seat> seats) {

        Person(long id, Seat... seats) {
            this(new PersonId(id), Set.of(seats));
        }

        /// The same person, with further posts.
        Person also(Seat... more) {
            var all = new java.util.HashSet<>(seats);
            all.addAll(List.of(more));
            return new Person(id, Set.copyOf(all));
        }
    }

    static final OrganisationId COUNTY = new OrganisationId(1);
    static final OrganisationId OFFICE = new OrganisationId(2);
    static final OrganisationId ROADS = new OrganisationId(3);
    static final OrganisationId CREW = new OrganisationId(4);
    static final OrganisationId WATER = new OrganisationId(5);
    static final OrganisationId TOWN = new OrganisationId(6);
    static final OrganisationId VILLAGE = new OrganisationId(7);
    static final OrganisationId DISSOLVED = new OrganisationId(8);
    static final OrganisationId NOWHERE = new OrganisationId(999);

    static final OrganisationTree TREE = new OrganisationTree(List.of(
            unit(COUNTY, null, "county"),
            unit(OFFICE, COUNTY, "supervision office"),
            unit(ROADS, COUNTY, "roads"),
            unit(CREW, ROADS, "road crew"),
            unit(WATER, COUNTY, "water"),
            unit(TOWN, COUNTY, "town"),
            unit(VILLAGE, TOWN, "village"),
            new OrganisationTree.Unit(DISSOLVED, Optional.of(COUNTY), "dissolved bureau", false)));

    static final Person VILLAGER = new Person(10, seat(VILLAGE, Role.HANDLER));
    static final Person CLERK = new Person(11, seat(OFFICE, Role.COORDINATOR));
    static final Person LINE_LEADER = new Person(12, seat(OFFICE, Role.LEADER));
    static final Person ROADMAN = new Person(13, seat(ROADS, Role.HANDLER));
    static final Person WATERMAN = new Person(14, seat(WATER, Role.HANDLER));
    static final Person FIRST_CHECKER = new Person(15, seat(COUNTY, Role.CHECKER));
    static final Person SECOND_CHECKER = new Person(16, seat(OFFICE, Role.CHECKER));
    static final Person SIGNER = new Person(17, seat(OFFICE, Role.APPROVER));
    static final Person CALLER = new Person(18, seat(OFFICE, Role.VERDICT_TAKER));

    static final List<Person> ALL =
            List.of(VILLAGER, CLERK, LINE_LEADER, ROADMAN, WATERMAN, FIRST_CHECKER, SECOND_CHECKER, SIGNER, CALLER);

    private Cast() {}

    static Seat seat(OrganisationId unit, Role role) {
        return new Seat(unit, role);
    }

    /// A stranger who holds just this post.
    static Person somebodyAt(OrganisationId unit, Role role) {
        return new Person(1_000 + unit.value() * 100 + role.ordinal(), seat(unit, role));
    }

    private static OrganisationTree.Unit unit(OrganisationId id, OrganisationId above, String name) {
        return new OrganisationTree.Unit(id, Optional.ofNullable(above), name, true);
    }
}
