package org.mingbai.ledger;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;

/// Who stands above whoever has a matter in hands, rung by rung: the lead unit's superior, then the office that coordinates, then the
/// office's leader. No rung is passed over in silence: where one is missing, the answer is the orphan list and why.
public final class Ladder {

    private Ladder() {}

    /// Why a rung is missing.
    public enum Gap {
        /// Nobody answers for it yet, so nobody stands above.
        UNASSIGNED,
        /// The lead unit is at the top of the tree.
        TOP_LEVEL,
        SUPERIOR_ABOLISHED,
        /// The matter complains of the superior, or of one above it.
        SUPERIOR_CONCERNED,
        /// Nobody fills the post.
        EMPTY_POST,
        /// The office's leader has it already.
        TOP_RUNG
    }

    public sealed interface Next {}

    public record Rung(Seat seat) implements Next {}

    public record OrphanList(Gap why) implements Next {}

    /// @param office the one that coordinates the matter
    /// @param filled whether somebody holds that post today
    public static Next next(Matter matter, OrganisationTree tree, OrganisationId office, Predicate<Seat> filled) {
        var turn = matter.turn();
        var coordinator = new Seat(office, Role.COORDINATOR);
        var leader = new Seat(office, Role.LEADER);
        if (leader.equals(turn)) {
            return new OrphanList(Gap.TOP_RUNG);
        }
        if (matter.lead() == null) {
            return new OrphanList(Gap.UNASSIGNED);
        }
        if (coordinator.equals(turn)) {
            return filled(Stream.of(leader), filled);
        }
        var superior = tree.superiorOf(matter.lead());
        if (superior.flatMap(unit -> matter.concern().keepsAway(unit, tree, office)).isPresent()) {
            return new OrphanList(Gap.SUPERIOR_CONCERNED);
        }
        if (turn != null && superior.filter(turn.unit()::equals).isPresent()) {
            return filled(Stream.of(coordinator), filled);
        }
        return superior.isEmpty() ? new OrphanList(Gap.TOP_LEVEL) : above(superior, tree, office, filled);
    }

    /// The office is asked through its coordinator, any other unit through its leader if it has one.
    private static Next above(Optional<OrganisationId> superior, OrganisationTree tree, OrganisationId office, Predicate<Seat> filled) {
        var unit = superior.flatMap(tree::unit).filter(OrganisationTree.Unit::active).map(OrganisationTree.Unit::id);
        return unit.map(id -> filled(Stream.of(Role.LEADER, Role.COORDINATOR)
                        .filter(role -> !id.equals(office) || role == Role.COORDINATOR)
                        .map(role -> new Seat(id, role)), filled))
                .orElseGet(() -> new OrphanList(Gap.SUPERIOR_ABOLISHED));
    }

    private static Next filled(Stream<Seat> seats, Predicate<Seat> filled) {
        return seats.filter(filled).findFirst().<Next>map(Rung::new).orElseGet(() -> new OrphanList(Gap.EMPTY_POST));
    }
}
