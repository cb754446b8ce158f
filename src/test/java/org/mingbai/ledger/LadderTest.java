package org.mingbai.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingbai.ledger.Cast.COUNTY;
import static org.mingbai.ledger.Cast.OFFICE;
import static org.mingbai.ledger.Cast.ROADMAN;
import static org.mingbai.ledger.Cast.ROADS;
import static org.mingbai.ledger.Cast.seat;
import static org.mingbai.ledger.Policies.FULL;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;

/// No rung of the ladder is passed over in silence.
class LadderTest {

    private static final Predicate<Seat> ALL = _ -> true;

    @Test
    void from_the_lead_it_goes_to_the_superior_then_the_office_then_its_leader_and_then_no_further() {
        var story = Story.aMatter(FULL).signed();
        assertThat(next(story, ALL)).isEqualTo(new Ladder.Rung(seat(COUNTY, Role.LEADER)));
        story.does(ROADMAN, new Act.Escalate(EscalationGround.MEANS, "No lift", "Lend one"));
        assertThat(next(story, ALL)).isEqualTo(new Ladder.Rung(seat(OFFICE, Role.COORDINATOR)));
        var office = new Story(FULL, Cast.TREE, OFFICE, _ -> false).raised(Cast.VILLAGER, Subject.of("Dark", "Dark")).signed();
        office.does(ROADMAN, new Act.Escalate(EscalationGround.MEANS, "No lift", "Lend one"));
        assertThat(next(office, ALL)).isEqualTo(new Ladder.Rung(seat(OFFICE, Role.LEADER)));
    }

    @Test
    void above_the_office_s_leader_there_is_nobody() {
        var story = Story.aMatter(FULL);
        assertThat(story.matter().turn()).isEqualTo(seat(OFFICE, Role.LEADER));
        assertThat(next(story, ALL)).isEqualTo(new Ladder.OrphanList(Ladder.Gap.TOP_RUNG));
    }

    @Test
    void each_missing_rung_is_told() {
        assertThat(next(Story.aMatter(FULL).listed(), ALL)).isEqualTo(new Ladder.OrphanList(Ladder.Gap.UNASSIGNED));
        var story = Story.aMatter(FULL).signed();
        assertThat(next(story, seat -> !seat.unit().equals(COUNTY))).isEqualTo(new Ladder.OrphanList(Ladder.Gap.EMPTY_POST));
        assertThat(Ladder.next(story.matter(), tree(ROADS, null, true), OFFICE, ALL)).isEqualTo(new Ladder.OrphanList(Ladder.Gap.TOP_LEVEL));
        assertThat(Ladder.next(story.matter(), tree(ROADS, COUNTY, false), OFFICE, ALL)).isEqualTo(new Ladder.OrphanList(Ladder.Gap.SUPERIOR_ABOLISHED));
    }

    @Test
    void a_unit_without_a_leader_is_asked_through_its_coordinator_and_the_office_always_is() {
        var story = Story.aMatter(FULL).signed();
        assertThat(next(story, seat -> seat.role() != Role.LEADER)).isEqualTo(new Ladder.Rung(seat(COUNTY, Role.COORDINATOR)));
        assertThat(Ladder.next(story.matter(), tree(ROADS, OFFICE, true), OFFICE, ALL)).isEqualTo(new Ladder.Rung(seat(OFFICE, Role.COORDINATOR)));
    }

    /// Whatever the tree and the posts: climbing ends, never lands on an empty post, never comes twice to the same one.
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void climbing_ends_and_never_lands_on_an_empty_post(@ForAll long seed) {
        var world = World.of(seed);
        var random = new Random(seed);
        var lead = world.units().get(random.nextInt(world.units().size()));
        var matter = Story.aMatter(Policies.PLAIN).signed().matter();
        var at = matter.with(matter.round().assigned(new Assignment(lead, null, List.of(), List.of(), Deadline.immediate(), null)));
        var met = new HashSet<Seat>();
        var turn = new Seat(lead, Role.HANDLER);
        while (Ladder.next(turned(at, turn), world.tree(), world.office(), world::filled) instanceof Ladder.Rung(var above)) {
            assertThat(world.filled(above)).isTrue();
            assertThat(met.add(above)).as("%s twice", above).isTrue();
            turn = above;
        }
    }

    private static Matter turned(Matter m, Seat turn) {
        var noted = new Line(m.seq() + 1, new Entry.Noted("x"), m.raisedBy(), m.raisedAs(), m.raisedAt(), Story.FIRST_DAY, new java.util.UUID(1, 1), turn);
        return Lifecycle.fold(m, noted);
    }

    private static Ladder.Next next(Story story, Predicate<Seat> filled) {
        return Ladder.next(story.matter(), Cast.TREE, OFFICE, filled);
    }

    private static OrganisationTree tree(OrganisationId unit, OrganisationId above, boolean active) {
        return new OrganisationTree(List.of(new OrganisationTree.Unit(OFFICE, Optional.empty(), "office", true),
                new OrganisationTree.Unit(COUNTY, Optional.empty(), "county", active),
                new OrganisationTree.Unit(unit, Optional.ofNullable(above), "unit", true)));
    }
}
