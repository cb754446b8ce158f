package org.mingbai.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Verdict.Satisfied;
import org.mingbai.ledger.Verdict.Solved;

class RatesTest {

    private static Answer answer(Answer.@Nullable Said said, @Nullable Outcome claimed) {
        return new Answer(new MatterId(1), 9, 1, null, "hotline", null, LocalDate.of(2026, 3, 2), claimed, said);
    }

    private static Answer answered(Solved solved, Satisfied satisfied) {
        return answer(new Answer.Said(10, true, solved, satisfied, true), Outcome.SOLVED);
    }

    /// The handler never got in touch, and nothing is solved.
    private static final Answer WORST = answer(new Answer.Said(10, true, Solved.NOT, Satisfied.VERY_DISSATISFIED, false), Outcome.SOLVED);
    private static final Answer UNREACHED = answer(new Answer.Said(10, false, null, null, null), Outcome.SOLVED);
    private static final Answer UNASKED = answer(null, Outcome.SOLVED);

    private static List<Answer> many(int times, Answer answer) {
        return Collections.nCopies(times, answer);
    }

    /// Any answer there can be, by a number.
    private static Answer any(int kind) {
        if (kind < 2) {
            return kind == 0 ? UNREACHED : UNASKED;
        }
        return answered(Solved.values()[(kind - 2) / 5], Satisfied.values()[(kind - 2) % 5]);
    }

    private static Rates rates(List<Answer> answers) {
        return Rates.of(answers, Formula.SHIPPED);
    }

    private static Optional<BigDecimal> percent(Optional<Rates.Share> share) {
        return share.map(Rates.Share::percent);
    }

    @Test
    void the_worked_example_of_a_district_comes_out_to_the_hundredth() {
        var answers = new ArrayList<Answer>();
        answers.addAll(many(540, answered(Solved.FULLY, Satisfied.SATISFIED)));
        answers.addAll(many(40, answered(Solved.FULLY, Satisfied.FAIRLY_SATISFIED)));
        answers.addAll(many(10, answered(Solved.PARTLY, Satisfied.FAIRLY_SATISFIED)));
        answers.addAll(many(22, answered(Solved.NOT, Satisfied.DISSATISFIED)));
        answers.addAll(many(8, WORST));
        answers.addAll(many(55, UNREACHED));
        answers.addAll(many(100, UNASKED));
        var rates = rates(answers);
        assertThat(rates.valid()).isEqualTo(620);
        assertThat(rates.due()).isEqualTo(775);
        assertThat(rates.coverage()).contains(new BigDecimal("80.00"));
        assertThat(percent(rates.response())).contains(new BigDecimal("98.71"));
        assertThat(percent(rates.solution())).contains(new BigDecimal("93.55"));
        assertThat(rates.satisfaction()).contains(new BigDecimal("94.35"));
        assertThat(rates.composite()).contains(new BigDecimal("94.39"));
    }

    @Test
    void where_nobody_was_asked_there_is_no_rate() {
        for (var answers : List.of(List.<Answer>of(), many(5, UNASKED), many(5, UNREACHED))) {
            var rates = rates(answers);
            assertThat(rates.response()).isEmpty();
            assertThat(rates.solution()).isEmpty();
            assertThat(rates.satisfaction()).isEmpty();
            assertThat(rates.composite()).isEmpty();
            assertThat(rates.gap()).isEmpty();
        }
        assertThat(rates(List.of()).coverage()).isEmpty();
        assertThat(rates(many(5, UNASKED)).coverage()).contains(new BigDecimal("0.00"));
    }

    @Test
    void where_nobody_was_asked_whether_the_handler_got_in_touch_there_is_no_response_rate_and_no_composite() {
        var rates = rates(many(3, answer(new Answer.Said(10, true, Solved.FULLY, Satisfied.SATISFIED, null), Outcome.SOLVED)));
        assertThat(rates.response()).isEmpty();
        assertThat(rates.composite()).isEmpty();
        assertThat(percent(rates.solution())).contains(new BigDecimal("100.00"));
    }

    /// Wilson, 8 of 10: 49.02 to 94.33, as the tables have it.
    @Test
    void a_proportion_tells_how_sure_it_is() {
        var answers = new ArrayList<>(many(8, answered(Solved.FULLY, Satisfied.SATISFIED)));
        answers.addAll(many(2, answered(Solved.NOT, Satisfied.DISSATISFIED)));
        assertThat(rates(answers).solution()).contains(new Rates.Share(new BigDecimal("80.00"), new BigDecimal("49.02"), new BigDecimal("94.33")));
    }

    @Test
    void the_handlers_claim_stands_beside_the_verdict() {
        var answers = new ArrayList<>(many(3, answered(Solved.FULLY, Satisfied.SATISFIED)));
        answers.add(answered(Solved.PARTLY, Satisfied.SATISFIED));
        answers.add(answer(new Answer.Said(10, true, Solved.NOT, Satisfied.SATISFIED, true), Outcome.EXPLAINED));
        answers.add(UNASKED);
        var rates = rates(answers);
        assertThat(rates.claimed()).isEqualTo(4);
        assertThat(rates.notBorneOut()).isEqualTo(1);
        assertThat(rates.gap()).contains(new BigDecimal("20.00"));
    }

    @Test
    void an_assessment_month_begins_on_the_19th_of_the_month_before() {
        assertThat(Formula.SHIPPED.firstDayOf(YearMonth.of(2026, 1))).isEqualTo(LocalDate.of(2025, 12, 19));
    }

    @Test
    void weights_that_are_not_the_whole_are_no_formula() {
        var half = new BigDecimal("0.5");
        assertThatThrownBy(() -> new Formula(2, half, half, half, half, 1, "x", null, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void every_rate_is_between_nothing_and_all_and_lies_in_its_interval(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 16) Integer> kinds) {
        var rates = rates(kinds.stream().map(RatesTest::any).toList());
        assertThat(rates.composite().isPresent()).isEqualTo(rates.valid() > 0);
        rates.satisfaction().ifPresent(RatesTest::isPercent);
        rates.composite().ifPresent(RatesTest::isPercent);
        for (var share : List.of(rates.response(), rates.solution())) {
            share.ifPresent(it -> {
                isPercent(it.low());
                isPercent(it.high());
                assertThat(it.percent()).isBetween(it.low(), it.high());
            });
        }
    }

    private static void isPercent(BigDecimal number) {
        assertThat(number).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
    }

    /// The best answer there is lowers no rate, the worst raises none, and an asking without an answer touches none.
    @Property
    void a_better_answer_never_lowers_a_rate(@ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 16) Integer> kinds) {
        var answers = kinds.stream().map(RatesTest::any).toList();
        var rates = rates(answers);
        if (rates.valid() == 0) {
            return;
        }
        var better = rates(with(answers, answered(Solved.FULLY, Satisfied.VERY_SATISFIED)));
        var worse = rates(with(answers, WORST));
        var same = rates(with(with(answers, UNASKED), UNREACHED));
        for (var pair : List.of(List.of(better, rates), List.of(rates, worse))) {
            assertThat(pair.getFirst().composite().orElseThrow()).isGreaterThanOrEqualTo(pair.getLast().composite().orElseThrow());
            assertThat(percent(pair.getFirst().solution()).orElseThrow()).isGreaterThanOrEqualTo(percent(pair.getLast().solution()).orElseThrow());
            assertThat(pair.getFirst().satisfaction().orElseThrow()).isGreaterThanOrEqualTo(pair.getLast().satisfaction().orElseThrow());
        }
        assertThat(same.composite()).isEqualTo(rates.composite());
        assertThat(same.coverage().orElseThrow()).isLessThanOrEqualTo(rates.coverage().orElseThrow());
    }

    private static List<Answer> with(List<Answer> answers, Answer more) {
        var all = new ArrayList<>(answers);
        all.add(more);
        return all;
    }
}
