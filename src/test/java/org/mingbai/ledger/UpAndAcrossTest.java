package org.mingbai.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingbai.ledger.Cast.CLERK;
import static org.mingbai.ledger.Cast.COUNTY;
import static org.mingbai.ledger.Cast.CREW;
import static org.mingbai.ledger.Cast.LINE_LEADER;
import static org.mingbai.ledger.Cast.OFFICE;
import static org.mingbai.ledger.Cast.ROADMAN;
import static org.mingbai.ledger.Cast.ROADS;
import static org.mingbai.ledger.Cast.WATER;
import static org.mingbai.ledger.Cast.WATERMAN;
import static org.mingbai.ledger.Cast.seat;
import static org.mingbai.ledger.Policies.FULL;
import static org.mingbai.ledger.Policies.SILENT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingbai.directory.Role;
import org.mingbai.ledger.Cast.Person;

/// Taking a matter up, giving it back, and asking a higher body whether it ended rightly.
class UpAndAcrossTest {

    private static final Person COUNTY_LEADER = Cast.somebodyAt(COUNTY, Role.LEADER);
    private static final Person SECOND_CLERK = Cast.somebodyAt(OFFICE, Role.COORDINATOR);
    private static final Act ESCALATE = new Act.Escalate(EscalationGround.MEANS, "No lift", "Lend one");

    @Test
    void what_is_taken_up_is_the_leader_s_turn_above_and_its_time_runs_on() {
        var story = Story.aMatter(FULL).inProgress();
        var due = story.matter().round().due();
        story.does(ROADMAN, ESCALATE);
        assertThat(story.matter().turn()).isEqualTo(seat(COUNTY, Role.LEADER));
        story.later(3).does(COUNTY_LEADER, new Act.AnswerEscalation(EscalationAnswer.COORDINATES, "Water lends one"));
        assertThat(story.matter().turn()).isEqualTo(seat(ROADS, Role.HANDLER));
        assertThat(story.stage()).isEqualTo(StageName.IN_PROGRESS);
        assertThat(story.matter().round().due()).isEqualTo(due);
        assertThat(happened(story)).contains(Happening.ESCALATED, Happening.ESCALATION_ANSWERED);
    }

    @Test
    void who_takes_it_over_leads_it_with_the_old_date_and_does_not_give_it_back() {
        var crew = Cast.somebodyAt(CREW, Role.HANDLER);
        var story = Story.aMatter(FULL).assignedTo(CREW).does(crew, new Act.Sign()).later(2).does(crew, ESCALATE);
        var due = story.matter().round().due();
        story.does(Cast.somebodyAt(ROADS, Role.LEADER), new Act.AnswerEscalation(EscalationAnswer.TAKES_OVER, "Ours then"));
        assertThat(story.matter().lead()).isEqualTo(ROADS);
        assertThat(story.matter().turn()).isEqualTo(seat(ROADS, Role.HANDLER));
        assertThat(story.matter().round().due()).isEqualTo(due);
        assertThat(happened(story)).endsWith(Happening.ESCALATION_ANSWERED, Happening.DISPATCHED);
        assertThat(story.refusal(ROADMAN, new Act.RequestReturn("x", "x"))).isEqualTo(new Refusal.ReturnWasRefused());
    }

    @Test
    void what_was_refused_above_is_not_taken_up_again_on_the_same_ground_but_on_another() {
        var story = Story.aMatter(FULL).inProgress().does(ROADMAN, ESCALATE)
                .does(COUNTY_LEADER, new Act.AnswerEscalation(EscalationAnswer.REFUSES, "You have one"));
        assertThat(story.refusal(ROADMAN, ESCALATE)).isEqualTo(new Refusal.EscalationRefused(EscalationGround.MEANS));
        assertThat(story.refusal(ROADMAN, new Act.Escalate(EscalationGround.UNCLEAR_RULES, "x", "x"))).isNull();
    }

    @Test
    void where_nobody_stands_above_it_goes_to_the_office_s_coordinator_and_says_why() {
        var empty = new Story(FULL, Cast.TREE, OFFICE, seat -> !seat.unit().equals(COUNTY)).raised(Cast.VILLAGER, Subject.of("Dark", "Dark"));
        empty.signed().does(ROADMAN, ESCALATE);
        assertThat(empty.matter().turn()).isEqualTo(seat(OFFICE, Role.COORDINATOR));
        assertThat(empty.matter().stage()).isInstanceOfSatisfying(Stage.Escalated.class, at -> assertThat(at.gap()).isEqualTo(Ladder.Gap.EMPTY_POST));
        assertThat(empty.refusal(COUNTY_LEADER, new Act.AnswerEscalation(EscalationAnswer.COORDINATES, "x")))
                .isEqualTo(new Refusal.NotYourPost(ActKind.ANSWER_ESCALATION));
        empty.does(CLERK, new Act.AnswerEscalation(EscalationAnswer.COORDINATES, "Met on Monday"));
        assertThat(empty.stage()).isEqualTo(StageName.SIGNED);
    }

    @Test
    void while_more_time_is_asked_for_it_is_not_taken_up() {
        var story = Story.aMatter(FULL).inProgress().does(ROADMAN, new Act.RequestExtension(Story.FIRST_DAY.plusDays(40), "On order"));
        assertThat(story.refusal(ROADMAN, ESCALATE)).isEqualTo(new Refusal.ExtensionPending());
    }

    @Test
    void who_worked_on_it_does_not_answer_what_he_took_up_himself() {
        var both = ROADMAN.also(seat(COUNTY, Role.LEADER));
        var story = Story.aMatter(FULL).inProgress().does(both, ESCALATE);
        assertThat(story.refusal(both, new Act.AnswerEscalation(EscalationAnswer.COORDINATES, "x")))
                .isEqualTo(new Refusal.AlreadyAnother(Part.EXECUTOR, Part.APPROVER));
    }

    @Test
    void a_designated_unit_cannot_give_it_back() {
        var story = Story.aMatter(FULL).listed();
        story.does(CLERK, new Act.Assign(story.to(ROADS), true));
        assertThat(story.refusal(ROADMAN, new Act.RequestReturn("Not ours", "Duties"))).isEqualTo(new Refusal.ReturnWasRefused());
        story.does(CLERK, new Act.Reassign(story.to(WATER), "Water has the poles", true));
        assertThat(story.refusal(WATERMAN, new Act.RequestReturn("Not ours", "Duties"))).isEqualTo(new Refusal.ReturnWasRefused());
    }

    @Test
    void what_was_given_back_too_often_is_for_the_office_s_leader_and_whoever_gets_it_keeps_it() {
        var story = Story.aMatter(FULL).assigned().does(ROADMAN, new Act.RequestReturn("Not ours", "Duties")).does(CLERK, new Act.DecideReturn(true, "Right"));
        assertThat(story.matter().turn()).isEqualTo(seat(OFFICE, Role.COORDINATOR));
        story.assignedTo(WATER).does(WATERMAN, new Act.RequestReturn("Not ours", "Duties")).does(CLERK, new Act.DecideReturn(true, "Right"));
        assertThat(story.matter().turn()).isEqualTo(seat(OFFICE, Role.LEADER));
        assertThat(story.refusal(CLERK, new Act.Assign(story.to(ROADS)))).isEqualTo(new Refusal.NotYourPost(ActKind.ASSIGN));
        story.does(LINE_LEADER, new Act.Assign(story.to(ROADS)));
        assertThat(story.refusal(ROADMAN, new Act.RequestReturn("Not ours", "Duties"))).isEqualTo(new Refusal.ReturnWasRefused());
        var without = Story.aMatter(SILENT).assigned();
        for (int time = 0; time < 4; time++) {
            without.does(ROADMAN, new Act.RequestReturn("Not ours", "Duties")).does(CLERK, new Act.DecideReturn(true, "Right")).assigned();
        }
    }

    @Test
    void more_time_is_not_asked_for_once_the_time_is_over() {
        var story = Story.aMatter(FULL).signed().later(30);
        assertThat(story.refusal(ROADMAN, new Act.RequestExtension(story.today().plusDays(5), "x"))).isNull();
        assertThat(story.later(1).refusal(ROADMAN, new Act.RequestExtension(story.today().plusDays(5), "x")))
                .isEqualTo(new Refusal.AlreadyLate(Story.FIRST_DAY.plusDays(30)));
    }

    @Test
    void a_review_leaves_the_closed_round_as_it_was_and_is_somebody_s_turn() {
        var story = Stages.at(StageName.LOOK_BACK_DUE, FULL);
        var closed = story.matter();
        story.does(CLERK, new Act.AskReview("Still dark"));
        assertThat(story.matter().turn()).isEqualTo(seat(OFFICE, Role.COORDINATOR));
        assertThat(story.matter().round()).isEqualTo(closed.round());
        assertThat(story.matter().open()).isTrue();
        assertThat(story.matter().dueNow()).isNull();
        story.does(SECOND_CLERK, new Act.AnswerReview(false, "The city", "It burns"));
        assertThat(story.matter().stage()).isEqualTo(closed.stage());
        assertThat(happened(story)).endsWith(Happening.REVIEW_ASKED, Happening.REVIEW_ANSWERED);
    }

    @Test
    void after_the_review_comes_the_re_examination_by_another_and_then_nothing_but_new_facts() {
        var story = Stages.at(StageName.UNDER_REVIEW, FULL).does(CLERK, new Act.AnswerReview(false, "The city", "None"));
        story.does(CLERK, new Act.AskReview("There is"));
        assertThat(story.refusal(CLERK, new Act.AnswerReview(false, "The province", "None"))).isEqualTo(new Refusal.GaveFirstOpinion());
        story.does(SECOND_CLERK, new Act.AnswerReview(false, "The province", "None"));
        assertThat(happened(story)).endsWith(Happening.REEXAMINATION_ASKED, Happening.REEXAMINATION_ANSWERED);
        assertThat(story.refusal(CLERK, new Act.Reopen("Asked again"))).isEqualTo(new Refusal.ReexaminedAlready());
        story.does(CLERK, new Act.Reopen("Asked again", "A map of 1998 shows the line"));
        assertThat(story.matter().round().number()).isEqualTo(2);
    }

    @Test
    void an_upheld_review_opens_the_next_round_owed_from_that_day() {
        var story = Stages.at(StageName.UNDER_REVIEW, FULL).later(4).does(CLERK, new Act.AnswerReview(true, "The city", "There is a line"));
        assertThat(story.matter().turn()).isEqualTo(seat(OFFICE, Role.COORDINATOR));
        assertThat(story.matter().dueNow()).isEqualTo(story.today());
        story.does(CLERK, new Act.Reopen("The city says so"));
        assertThat(story.matter().past()).hasSize(1);
        assertThat(story.matter().past().getFirst().ending()).isNotNull();
        assertThat(story.refusal(CLERK, new Act.AskReview("x"))).isInstanceOf(Refusal.NotThisStage.class);
    }

    @Test
    void to_reach_somebody_or_to_tell_them_in_writing_is_no_work_on_it() {
        var story = Story.aMatter(FULL).signed().does(ROADMAN, new Act.Contact(ContactBy.CALL, "Dark since Sunday"))
                .does(CLERK, new Act.Tell("Lamp 14", "Roads, 60 days"));
        assertThat(happened(story)).endsWith(Happening.CONTACTED, Happening.TOLD);
        assertThat(story.matter().round().handOf(CLERK.id())).isNull();
    }

    private static List<Happening> happened(Story story) {
        return story.matter().watching().moments().stream().map(Moment::what).toList();
    }
}
