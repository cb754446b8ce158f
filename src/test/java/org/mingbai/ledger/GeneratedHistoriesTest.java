package org.mingbai.ledger;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import org.mingbai.ledger.Cast.Person;

/// Whatever anybody tries, in whatever body, under whatever policy: `Story` holds every accepted entry against the invariants.
/// A failure tells its seed and the shortest history that shows it; `@Property(seed = "...")` runs it again.
class GeneratedHistoriesTest {

    /// How somebody might act next.
    /// @param days that pass before it
    /// @param salt from which who, what and how are drawn
    record Move(Manner manner, int days, long salt) {}

    enum Manner {
        /// An act that is open to somebody now, done with sense.
        FITTING,
        /// Anybody does anything, with arguments from nowhere.
        WILD,
        /// A later sheet of an older ledger comes in.
        TAKING_OVER,
        /// Another matter asks to be joined.
        JOINING
    }

    private static final Map<ActKind, Integer> ACCEPTED = new EnumMap<>(ActKind.class);
    private static final Map<StageName, Integer> REACHED = new EnumMap<>(StageName.class);

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void no_history_breaks_an_invariant(@ForAll long seed, @ForAll("moves") List<Move> moves) {
        var world = World.of(seed);
        var story = begun(world, new Random(seed));
        Assume.that(story != null);
        for (var move : moves) {
            story.later(move.days());
            try {
                make(move, world, story);
            } catch (AssertionError e) {
                throw new AssertionError(world.policy() + "\n" + story.told() + e.getMessage(), e);
            }
            REACHED.merge(story.stage(), 1, Integer::sum);
        }
    }

    /// Histories that never get far would prove little.
    @AfterContainer
    static void every_act_was_accepted_and_every_stage_was_reached() {
        assertThat(ACCEPTED.keySet()).as("%s", ACCEPTED).containsExactly(ActKind.values());
        assertThat(REACHED.keySet()).as("%s", REACHED).containsExactly(StageName.values());
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        var manners = Arbitraries.frequency(Tuple.of(12, Manner.FITTING), Tuple.of(4, Manner.WILD),
                Tuple.of(1, Manner.TAKING_OVER), Tuple.of(1, Manner.JOINING));
        var days = Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(2, 1), Tuple.of(1, 6));
        return Combinators.combine(manners, days, Arbitraries.longs()).as(Move::new).list().ofMaxSize(160)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    private static Story begun(World world, Random random) {
        var story = new Story(world.policy(), world.tree(), world.office(), world::filled);
        for (var by : world.people()) {
            if (random.nextInt(4) == 0) {
                if (story.takesOver(by, new AnyAct(random, true, world, story).taken()) instanceof Ruling.Accepted) {
                    return story;
                }
            } else if (story.now(by).anySeat() != null) {
                return story.raised(by, Subject.of("Lamp 14", "Dark"));
            }
        }
        return null;
    }

    private static void make(Move move, World world, Story story) {
        var random = new Random(move.salt());
        var by = world.people().get(random.nextInt(world.people().size()));
        switch (move.manner()) {
            case FITTING -> fitting(random, world, story);
            case WILD -> attempt(by, ActKind.values()[random.nextInt(ActKind.values().length)], new AnyAct(random, false, world, story), story);
            case TAKING_OVER -> story.takenOverAgain(by, new AnyAct(random, true, world, story).taken());
            case JOINING -> {
                if (Listing.takeIn(story.matter(), story.matter()) instanceof Ruling.Accepted && story.matter().joined().isEmpty()) {
                    story.joinedBy(new MatterId(3));
                }
            }
        }
    }

    /// First what, then who: else mere talk, open to everybody, would drown the rest.
    private static void fitting(Random random, World world, Story story) {
        var open = new EnumMap<ActKind, List<Person>>(ActKind.class);
        for (var kind : ActKind.values()) {
            if (kind.possibleIn(story.stage()) && random.nextInt(20) < weight(kind, story.stage())) {
                var may = world.people().stream()
                        .filter(by -> Lifecycle.whyNot(kind, story.matter(), world.policy(), story.now(by)).isEmpty())
                        .toList();
                if (!may.isEmpty()) {
                    open.put(kind, may);
                }
            }
        }
        if (!open.isEmpty()) {
            var kind = List.copyOf(open.keySet()).get(random.nextInt(open.size()));
            var may = open.get(kind);
            attempt(may.get(random.nextInt(may.size())), kind, new AnyAct(random, true, world, story), story);
        }
    }

    /// Of twenty times; ways out and mere talk are rarer, or no history would come to its end.
    private static int weight(ActKind kind, StageName stage) {
        return switch (kind) {
            case CONTACT, TELL, NOTE, CORRECT, WITHDRAW, DECLINE, ANSWER_AT_ONCE, REDIRECT, MERGE, REASSIGN, PARK, PROMISE_INTERIM, CALL_CO_HANDLERS,
                    REPORT_AS_CO_HANDLER -> 1;
            case ESCALATE, DROP_MEASURE, REQUEST_RETURN, REPORT_PROGRESS, RAISE_OBJECTION, SEND_BACK -> 4;
            case REQUEST_EXTENSION -> 8;
            case PLAN -> stage == StageName.IN_PROGRESS ? 1 : 20;
            case REOPEN -> stage == StageName.LOOK_BACK_DUE ? 1 : 10;
            default -> 20;
        };
    }

    private static void attempt(Person by, ActKind kind, AnyAct any, Story story) {
        var act = any.of(kind);
        var before = story.matter();
        var asked = story.asks(by, act);
        assertThat(story.asks(by, act)).as("the same question").isEqualTo(asked);
        var ruling = story.tries(by, act);
        if (ruling instanceof Ruling.Accepted(var entry)) {
            ACCEPTED.merge(kind, 1, Integer::sum);
            assertThat(requireNonNull(entry)).isEqualTo(((Ruling.Accepted) asked).entry());
        } else {
            assertThat(story.matter()).isSameAs(before);
            assertThat(Lifecycle.replay(before.id(), story.journal())).as("after a refusal").isEqualTo(before);
        }
    }
}
