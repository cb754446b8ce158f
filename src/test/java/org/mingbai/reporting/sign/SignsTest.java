package org.mingbai.reporting.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.SmallTown;
import org.mingbai.library.Library;
import org.springframework.beans.factory.annotation.Autowired;

/// What signs find of what was planted, and what they find that was not.
@MingbaiTest
class SignsTest {

    private static final LocalDate BEGAN = LocalDate.of(2025, 3, 3);
    private static final int MATTERS_EACH = 24;
    /// More of them for the numbers in `docs/benchmarks.md`.
    private static final int WORLDS = Integer.getInteger("mingbai.signs.worlds", 1);

    @Autowired SmallTown town;
    @Autowired Ledger ledger;
    @Autowired Library library;
    @Autowired Signs signs;
    @Autowired SettableClock clock;

    private record Mark(SignKind kind, OrganisationId unit) {}

    private PaperWork work(long seed) {
        return new PaperWork(seed, town, ledger, library, clock, BEGAN);
    }

    private Signs.Seen seen(PaperWork work) {
        var to = BEGAN.plusDays(364);
        clock.set(to);
        var seen = signs.look(work.cast().auditor(), BEGAN, to);
        for (int i = 0; i < 100 && !seen.complete(); i++) {
            seen = signs.look(work.cast().auditor(), BEGAN, to);
        }
        assertThat(seen.complete()).isTrue();
        return seen;
    }

    private static Set<Mark> marks(Signs.Seen seen) {
        var marks = new HashSet<Mark>();
        seen.kinds().forEach(of -> of.signs().forEach(sign -> marks.add(new Mark(of.kind(), sign.unit()))));
        return marks;
    }

    @Test
    void what_was_planted_is_found_and_hardly_anything_else() {
        int planted = 0;
        int found = 0;
        int falsely = 0;
        int compared = 0;
        var missed = new ArrayList<String>();
        for (long seed = 1; seed <= WORLDS; seed++) {
            var work = work(seed);
            var habits = work.plant();
            work.live(BEGAN, MATTERS_EACH);
            var seen = seen(work);
            var marks = marks(seen);
            opens(work, seen);
            compared += seen.compared();
            for (var habit : habits.entrySet()) {
                for (var kind : habit.getValue()) {
                    planted++;
                    boolean is = marks.remove(new Mark(kind, habit.getKey()));
                    found += is ? 1 : 0;
                    if (!is) {
                        missed.add(kind + " of " + habit.getKey() + ": " + seen.kinds().get(kind.ordinal()));
                    }
                }
            }
            falsely += marks.size();
            marks.forEach(mark -> missed.add("falsely " + mark));
        }
        System.out.printf("signs: %d planted, %d found, %d falsely found, %d compared%n", planted, found, falsely, compared);
        assertThat(found).as("found of %d: %s", planted, missed).isGreaterThanOrEqualTo(planted * 85 / 100);
        assertThat(falsely).as("falsely found of %d compared: %s", compared, missed).isLessThanOrEqualTo(1);
    }

    /// Exactly the cases it counts, and matters whoever asks may open.
    private void opens(PaperWork work, Signs.Seen seen) {
        for (var of : seen.kinds()) {
            for (var sign : of.signs()) {
                var cases = signs.cases(work.cast().auditor(), of.kind(), sign.unit(), BEGAN, BEGAN.plusDays(364));
                assertThat(cases).hasSize(sign.marked()).allMatch(one -> one.marked() && ledger.matter(work.cast().auditor(), one.matter()).isPresent());
            }
        }
    }

    @Test
    void where_nobody_has_a_habit_nothing_is_found() {
        var work = work(9);
        work.live(BEGAN, MATTERS_EACH / 2);
        var seen = seen(work);
        assertThat(seen.compared()).isGreaterThan(PaperWork.UNITS * 6);
        assertThat(marks(seen)).isEmpty();
    }

    @Test
    void of_few_cases_nothing_is_said() {
        var work = work(11);
        work.plant();
        work.live(BEGAN, Signs.CASES_LEAST - 1);
        assertThat(marks(seen(work))).isEmpty();
    }
}
