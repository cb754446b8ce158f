package org.mingbai.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingbai.ledger.Cast.CALLER;
import static org.mingbai.ledger.Cast.CLERK;
import static org.mingbai.ledger.Cast.COUNTY;
import static org.mingbai.ledger.Cast.CREW;
import static org.mingbai.ledger.Cast.FIRST_CHECKER;
import static org.mingbai.ledger.Cast.OFFICE;
import static org.mingbai.ledger.Cast.ROADMAN;
import static org.mingbai.ledger.Cast.ROADS;
import static org.mingbai.ledger.Cast.SECOND_CHECKER;
import static org.mingbai.ledger.Cast.SIGNER;
import static org.mingbai.ledger.Cast.VILLAGER;
import static org.mingbai.ledger.Cast.WATER;
import static org.mingbai.ledger.Cast.WATERMAN;
import static org.mingbai.ledger.Cast.seat;
import static org.mingbai.ledger.Policies.FULL;
import static org.mingbai.ledger.Policies.PLAIN;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.ledger.Cast.Person;

/// I2: whoever carries it out, checks it, signs it and asks about it are different people, whatever posts they hold.
class SeparationTest {

    private static final Seat[] EVERY_POST = Cast.TREE.all().stream()
            .flatMap(unit -> Arrays.stream(Role.values()).map(role -> new Seat(unit.id(), role)))
            .toArray(Seat[]::new);

    /// The acts by which somebody has worked on it, each with a matter on which just that was done.
    static Stream<Map.Entry<Person, Act>> work() {
        var s = Stages.at(StageName.SIGNED, FULL);
        return Stream.of(
                Map.entry(ROADMAN, new Act.Sign()),
                Map.entry(ROADMAN, Story.plan("New lamp")),
                Map.entry(ROADMAN, Story.proof()),
                Map.entry(WATERMAN, Story.proof()),
                Map.entry(WATERMAN, new Act.ReportAsCoHandler("Pipe closed")),
                Map.entry(ROADMAN, new Act.ReportProgress("Ordered", Map.of(), List.of())),
                Map.entry(ROADMAN, new Act.RequestExtension(s.today().plusDays(40), "On order")),
                Map.entry(ROADMAN, new Act.PromiseInterim(s.today().plusDays(9), "By then")));
    }

    @ParameterizedTest
    @MethodSource("work")
    void who_did_any_of_the_work_neither_checks_nor_signs_nor_asks(Map.Entry<Person, Act> work) {
        var by = new Person(500, EVERY_POST);
        var story = Story.aMatter(FULL).assigned();
        if (!(work.getValue() instanceof Act.Sign)) {
            story.does(ROADMAN, new Act.Sign()).does(ROADMAN, Story.plan("Scaffold"));
        }
        var asWhom = new Person(by.id(), work.getKey().seats());
        story.does(asWhom, work.getValue());
        if (story.matter().round().asked() != null) {
            assertThat(story.refusal(by, new Act.DecideExtension(true, "Yes"))).isEqualTo(other(Part.APPROVER));
            story.does(SIGNER, new Act.DecideExtension(true, "Yes"));
        }
        assertRefusedToTheEnd(story, by);
    }

    private static void assertRefusedToTheEnd(Story story, Person worker) {
        if (story.stage() == StageName.SIGNED) {
            story.does(ROADMAN, Story.plan("New lamp"));
        } else if (story.stage() != StageName.IN_PROGRESS) {
            return;
        }
        assertThat(story.refusal(worker, new Act.Park("x", "x", "x", story.today().plusDays(9)))).isEqualTo(other(Part.APPROVER));
        story.does(ROADMAN, Story.proof()).does(ROADMAN, new Act.ClaimClosure(Outcome.SOLVED, "Burns"));
        assertThat(story.refusal(worker, new Act.PassReview(null))).isEqualTo(other(Part.CHECKER));
        assertThat(story.refusal(worker, new Act.SendBack("x"))).isEqualTo(other(Part.CHECKER));
        story.does(FIRST_CHECKER, new Act.PassReview(null));
        assertThat(story.refusal(worker, new Act.PassReview(null))).isEqualTo(other(Part.CHECKER));
        story.does(SECOND_CHECKER, new Act.PassReview(null)).does(VILLAGER, new Act.RaiseObjection("Dark"));
        assertThat(story.refusal(worker, new Act.DecideObjection(false, "No"))).isEqualTo(other(Part.APPROVER));
        story.does(CLERK, new Act.DecideObjection(false, "No")).notices();
        assertThat(story.refusal(worker, verdict())).isEqualTo(other(Part.VERDICT_TAKER));
        story.judges();
        assertThat(story.refusal(worker, close())).isEqualTo(other(Part.APPROVER));
        assertThat(story.refusal(worker, new Act.SendBack("x"))).isEqualTo(other(Part.APPROVER));
        story.does(SIGNER, close()).later(FULL.lookBackDays());
        assertThat(story.refusal(worker, lookBack())).isEqualTo(other(Part.VERDICT_TAKER));
        story.does(CALLER, lookBack());
    }

    @Test
    void one_person_with_every_post_gets_no_further_than_one_part() {
        var all = new Person(500, EVERY_POST);
        var story = Story.of(FULL).raised(all, Subject.of("Dark", "Dark"));
        story.does(all, new Act.Verify(null)).does(all, new Act.PutOnList(null)).does(all, new Act.Assign(story.to(ROADS)))
                .does(all, new Act.Sign()).does(all, Story.plan("Lamp")).does(all, Story.proof())
                .does(all, new Act.ClaimClosure(Outcome.SOLVED, "Burns"));
        assertThat(story.refusal(all, new Act.PassReview(null))).isEqualTo(other(Part.CHECKER));
        story.does(FIRST_CHECKER, new Act.PassReview(null));
        var checker = new Person(501, EVERY_POST);
        story.does(checker, new Act.PassReview(null)).notices();
        assertThat(story.refusal(checker, verdict())).isEqualTo(new Refusal.AlreadyAnother(Part.CHECKER, Part.VERDICT_TAKER));
        var taker = new Person(502, EVERY_POST);
        story.does(taker, verdict());
        for (var one : List.of(all, checker, taker)) {
            assertThat(story.refusal(one, close())).isInstanceOf(Refusal.AlreadyAnother.class);
        }
        story.does(new Person(503, EVERY_POST), close()).later(FULL.lookBackDays());
        assertThat(story.refusal(checker, lookBack())).isInstanceOf(Refusal.AlreadyAnother.class);
        assertThat(story.refusal(all, lookBack())).isInstanceOf(Refusal.AlreadyAnother.class);
    }

    @Test
    void two_checks_are_made_by_two_people_and_each_keeps_his_own_after_sending_back() {
        var both = FIRST_CHECKER.also(seat(OFFICE, Role.CHECKER));
        var story = Story.aMatter(FULL).claimed().does(both, new Act.PassReview(null));
        assertThat(story.refusal(both, new Act.SendBack("Dark"))).isEqualTo(new Refusal.CheckedAnotherStep(0));
        story.does(SECOND_CHECKER, new Act.SendBack("Wrong lamp")).does(ROADMAN, new Act.ClaimClosure(Outcome.SOLVED, "Right lamp"));
        var second = SECOND_CHECKER.also(seat(COUNTY, Role.CHECKER));
        assertThat(story.refusal(second, new Act.PassReview(null))).isEqualTo(new Refusal.CheckedAnotherStep(1));
        assertThat(story.refusal(second, Story.proof())).isInstanceOf(Refusal.NotThisStage.class);
        story.does(both, new Act.PassReview(null)).does(second, new Act.PassReview(null));
    }

    @Test
    void a_checker_who_sent_it_back_does_not_then_do_the_work() {
        var checker = FIRST_CHECKER.also(seat(ROADS, Role.HANDLER));
        var story = Story.aMatter(FULL).claimed().does(checker, new Act.SendBack("Dark"));
        for (var work : List.of(Story.plan("x"), Story.proof(), new Act.ClaimClosure(Outcome.SOLVED, "x"), new Act.DropMeasure(1, "x"))) {
            assertThat(story.refusal(checker, work)).isEqualTo(new Refusal.AlreadyAnother(Part.CHECKER, Part.EXECUTOR));
        }
    }

    @Test
    void who_granted_more_time_or_parked_it_does_not_then_do_the_work_or_check_it() {
        var signer = SIGNER.also(seat(ROADS, Role.HANDLER), seat(COUNTY, Role.CHECKER));
        var story = Story.aMatter(FULL).proven().does(signer, new Act.Park("x", "x", "x", Story.FIRST_DAY.plusDays(9)))
                .does(CLERK, new Act.Resume("x"));
        assertThat(story.refusal(signer, Story.proof())).isEqualTo(new Refusal.AlreadyAnother(Part.APPROVER, Part.EXECUTOR));
        story.does(ROADMAN, new Act.ClaimClosure(Outcome.SOLVED, "x"));
        assertThat(story.refusal(signer, new Act.PassReview(null))).isEqualTo(new Refusal.AlreadyAnother(Part.APPROVER, Part.CHECKER));
    }

    @Test
    void handing_it_to_another_unit_does_not_make_the_first_one_a_stranger() {
        var moved = ROADMAN.also(seat(COUNTY, Role.CHECKER));
        var story = Stages.handedOn(FULL).does(WATERMAN, new Act.ClaimClosure(Outcome.SOLVED, "Burns"));
        assertThat(story.refusal(moved, new Act.PassReview(null))).isEqualTo(other(Part.CHECKER));
    }

    @Test
    void who_works_on_it_cannot_in_a_second_post_let_it_go() {
        var both = ROADMAN.also(seat(OFFICE, Role.COORDINATOR), seat(OFFICE, Role.APPROVER));
        var working = Story.aMatter(FULL).signed().does(both, Story.plan("Lamp"));
        assertThat(working.refusal(both, new Act.Withdraw("x"))).isEqualTo(other(Part.APPROVER));
        assertThat(working.refusal(both, new Act.Merge(Stages.OTHER, "x"))).isEqualTo(other(Part.APPROVER));
        assertThat(working.refusal(both, new Act.Reassign(working.to(WATER), "x"))).isEqualTo(other(Part.APPROVER));
        var returning = Story.aMatter(FULL).signed().does(both, new Act.RequestReturn("x", "x"));
        assertThat(returning.refusal(both, new Act.DecideReturn(true, "x"))).isEqualTo(other(Part.APPROVER));
        returning.does(CLERK, new Act.DecideReturn(true, "x"));
        assertThat(returning.refusal(both, new Act.Decline("x", "x"))).isEqualTo(other(Part.APPROVER));
        assertThat(returning.refusal(both, new Act.Redirect(Redirection.EMERGENCY, "x", "x"))).isEqualTo(other(Part.APPROVER));
    }

    @Test
    void who_raised_it_and_works_on_it_does_not_take_it_back_himself() {
        var story = Story.of(PLAIN).raised(ROADMAN, Subject.of("Pothole", "Found on the round"));
        assertThat(story.refusal(ROADMAN, new Act.Withdraw("x"))).isNull();
        story.assigned().does(ROADMAN, new Act.Sign());
        assertThat(story.refusal(ROADMAN, new Act.Withdraw("x"))).isEqualTo(other(Part.APPROVER));
    }

    @Test
    void who_passed_a_check_does_not_decide_the_objection_to_it() {
        var story = Story.aMatter(FULL).checked().does(VILLAGER, new Act.RaiseObjection("Dark"));
        assertThat(story.refusal(SECOND_CHECKER.also(seat(OFFICE, Role.COORDINATOR)), new Act.DecideObjection(false, "x")))
                .isEqualTo(new Refusal.AlreadyAnother(Part.CHECKER, Part.APPROVER));
    }

    @Test
    void the_verdict_is_never_taken_by_the_lead_unit_or_one_below_it() {
        var own = Story.aMatter(FULL).noticed();
        for (var unit : List.of(ROADS, CREW, WATER, Cast.VILLAGE)) {
            assertThat(own.refusal(Cast.somebodyAt(unit, Role.VERDICT_TAKER), verdict())).isEqualTo(new Refusal.NotYourPost(ActKind.RECORD_VERDICT));
        }
    }

    @Test
    void the_signer_who_sent_it_back_may_sign_later_but_not_check() {
        var story = Story.aMatter(FULL).unsigned().does(SIGNER, new Act.SendBack("Who paid?"));
        assertThat(story.stage()).isEqualTo(StageName.IN_PROGRESS);
        assertThat(story.matter().turn()).isEqualTo(seat(ROADS, Role.HANDLER));
        story.does(ROADMAN, new Act.ClaimClosure(Outcome.SOLVED, "The county paid"));
        assertThat(story.refusal(SIGNER.also(seat(COUNTY, Role.CHECKER)), new Act.PassReview(null)))
                .isEqualTo(new Refusal.AlreadyAnother(Part.APPROVER, Part.CHECKER));
        story.checks().notices().judges().does(SIGNER, close());
    }

    @Test
    void a_new_round_is_a_new_start_for_everybody() {
        var story = Story.aMatter(FULL).lookedBack(false).does(CLERK, new Act.Reopen("Dark")).assigned();
        assertThat(story.matter().round().hands()).isEmpty();
        story.does(new Person(FIRST_CHECKER.id(), ROADMAN.seats()), new Act.Sign());
    }

    private static Refusal other(Part wouldBe) {
        return new Refusal.AlreadyAnother(Part.EXECUTOR, wouldBe);
    }

    private static Act verdict() {
        return new Act.RecordVerdict(new Verdict(true, Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED, null));
    }

    private static Act close() {
        return new Act.Close(Outcome.SOLVED, "Signed", null);
    }

    private static Act lookBack() {
        return new Act.LookBack(true, LookBackMethod.CALL, "Burns");
    }
}
