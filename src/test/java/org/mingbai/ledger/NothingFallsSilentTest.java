package org.mingbai.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.mingbai.directory.Seat;

/// I7: whatever the tree, the posts and the history, trays and orphan list together are all that is owed, at every step.
class NothingFallsSilentTest {

    private static final int MATTERS = 6;
    private static final int STEPS = 60;

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void trays_and_orphan_list_add_up_to_all_that_is_owed(@ForAll long seed) {
        var world = World.of(seed);
        var random = new Random(seed);
        var stories = new ArrayList<Story>();
        for (int i = 0; i < MATTERS; i++) {
            var by = world.people().get(random.nextInt(world.people().size()));
            var story = new Story(world.policy(), world.tree(), world.office(), world::filled);
            if (story.now(by).anySeat() != null) {
                stories.add(story.raised(by, Subject.of("Lamp " + i, "Dark")));
            }
        }
        for (int step = 0; step < STEPS && !stories.isEmpty(); step++) {
            acts(random, world, stories.get(random.nextInt(stories.size())));
            addsUp(world, stories);
        }
    }

    private static void acts(Random random, World world, Story story) {
        story.later(random.nextInt(3));
        var open = new ArrayList<ActKind>();
        for (var kind : ActKind.values()) {
            if (kind != ActKind.NOTE && kind != ActKind.CORRECT && kind.possibleIn(story.stage())) {
                open.add(kind);
            }
        }
        if (open.isEmpty()) {
            return;
        }
        var kind = open.get(random.nextInt(open.size()));
        world.people().stream()
                .filter(by -> Lifecycle.whyNot(kind, story.matter(), world.policy(), story.now(by)).isEmpty())
                .findFirst()
                .ifPresent(by -> story.tries(by, new AnyAct(random, true, world, story).of(kind)));
    }

    private static void addsUp(World world, List<Story> stories) {
        Map<Seat, Integer> trays = new HashMap<>();
        int orphans = 0;
        int owed = 0;
        for (var story : stories) {
            var matter = story.matter();
            owed += matter.open() || matter.stage() instanceof Stage.LookBackDue ? 1 : 0;
            if (matter.turn() != null && world.filled(matter.turn())) {
                trays.merge(matter.turn(), 1, Integer::sum);
            } else if (matter.turn() != null) {
                orphans++;
            }
        }
        assertThat(trays.values().stream().mapToInt(Integer::intValue).sum() + orphans).isEqualTo(owed);
    }
}
