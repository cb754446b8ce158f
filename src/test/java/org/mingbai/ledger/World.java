package org.mingbai.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.ledger.Cast.Person;

/// A body nobody would design: any tree, any office, any people in any posts, any policy.
record World(OrganisationTree tree, OrganisationId office, List<OrganisationId> units, List<Person> people, Policy policy) {

    private static final Role[] CHECKING = {Role.CHECKER, Role.LEADER, Role.APPROVER, Role.COORDINATOR};

    static World of(long seed) {
        var random = new Random(seed);
        var units = new ArrayList<OrganisationTree.Unit>();
        int count = 2 + random.nextInt(6);
        for (int no = 1; no <= count; no++) {
            var parent = no == 1 || random.nextInt(8) == 0
                    ? Optional.<OrganisationId>empty()
                    : Optional.of(new OrganisationId(1 + random.nextInt(no - 1)));
            units.add(new OrganisationTree.Unit(new OrganisationId(no), parent, "unit " + no, no == 1 || random.nextInt(10) > 0));
        }
        var ids = units.stream().map(OrganisationTree.Unit::id).toList();
        return new World(new OrganisationTree(units), ids.get(random.nextInt(count)), ids, people(random, ids), policy(random));
    }

    /// Few people with many posts, so that every separation is under pressure.
    private static List<Person> people(Random random, List<OrganisationId> units) {
        var people = new ArrayList<Person>();
        int count = 5 + random.nextInt(6);
        double share = 0.2 + random.nextDouble() * 0.75;
        for (int no = 1; no <= count; no++) {
            Set<Seat> seats = new HashSet<>();
            for (var unit : units) {
                for (var role : Role.values()) {
                    if (random.nextDouble() < share) {
                        seats.add(new Seat(unit, role));
                    }
                }
            }
            people.add(new Person(new PersonId(no), Set.copyOf(seats)));
        }
        return people;
    }

    boolean filled(Seat seat) {
        return people.stream().anyMatch(person -> person.seats().contains(seat));
    }

    private static Policy policy(Random random) {
        var layers = Stream.generate(() -> new Policy.Layer("layer", random.nextBoolean() ? Role.LEADER : Role.COORDINATOR))
                .limit(random.nextInt(3)).toList();
        var steps = Stream.generate(() -> new Policy.Step("step", CHECKING[random.nextInt(CHECKING.length)],
                random.nextBoolean() ? Policy.At.OFFICE : Policy.At.SUPERIOR)).limit(1 + random.nextInt(3)).toList();
        return new Policy("any", 1, "", layers, steps, random.nextInt(2) * 3, random.nextInt(3) > 0, random.nextBoolean(), random.nextBoolean(),
                random.nextInt(2) * 5, 9, random.nextInt(20), random.nextInt(3), random.nextInt(4) > 0,
                Set.of(Outcome.SOLVED, Outcome.PARTLY_SOLVED, Outcome.EXPLAINED, Outcome.NOT_OURS, Outcome.DUPLICATE), List.of());
    }
}
