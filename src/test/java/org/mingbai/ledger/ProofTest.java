package org.mingbai.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mingbai.ledger.Cast.CALLER;
import static org.mingbai.ledger.Cast.CLERK;
import static org.mingbai.ledger.Cast.ROADMAN;
import static org.mingbai.ledger.Cast.ROADS;
import static org.mingbai.ledger.Cast.SIGNER;
import static org.mingbai.ledger.Cast.VILLAGER;
import static org.mingbai.ledger.Policies.FULL;
import static org.mingbai.ledger.Policies.PLAIN;
import static org.mingbai.ledger.Story.FIRST_DAY;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mingbai.directory.Role;

/// I3: nothing is claimed without proof of each measure, and nothing ends as solved without every step.
class ProofTest {

    private static final Act CLAIM = new Act.ClaimClosure(Outcome.SOLVED, "Done");

    @Test
    void proof_laid_before_a_measure_was_planned_does_not_prove_it() {
        var story = Story.aMatter(FULL).signed().does(ROADMAN, Story.proof()).does(ROADMAN, Story.plan("Lamp"));
        assertThat(story.refusal(ROADMAN, CLAIM)).isEqualTo(new Refusal.MeasuresWithoutEvidence(List.of(1)));
        story.does(ROADMAN, Story.proof()).does(ROADMAN, Story.plan("Cable"));
        assertThat(story.refusal(ROADMAN, CLAIM)).isEqualTo(new Refusal.MeasuresWithoutEvidence(List.of(2)));
        story.does(ROADMAN, Story.proof()).does(ROADMAN, CLAIM);
    }

    @Test
    void proof_of_a_dropped_measure_is_no_proof_of_another() {
        var story = Story.aMatter(FULL).inProgress().does(ROADMAN, Story.proof(1)).does(ROADMAN, new Act.DropMeasure(1, "x"));
        assertThat(story.refusal(ROADMAN, CLAIM)).isEqualTo(new Refusal.MeasuresWithoutEvidence(List.of(2)));
        assertThat(story.refusal(ROADMAN, Story.proof(1))).isEqualTo(new Refusal.NoSuchMeasure("measures", 1));
    }

    @Test
    void words_that_show_nothing_are_no_proof() {
        var story = Story.aMatter(FULL).inProgress();
        for (var nothing : new String[] {null, "", " ", "　", "\u00A0", "\u200B", "\u3164", "\uFE0F"}) {
            assertThat(story.refusal(ROADMAN, new Act.AttachEvidence(List.of(), List.of(), nothing))).isEqualTo(new Refusal.Missing("files"));
        }
    }

    @Test
    void measures_of_an_older_ledger_are_counted_so_that_each_needs_its_own_proof() {
        var measure = new Measure(0, Measure.Kind.CORRECTIVE, "Lamp", null, null, null, 80, null, null);
        var story = Story.of(FULL).takenOver(new Taken(Stages.at(StageName.LISTED, FULL).to(ROADS), null, List.of(measure, measure), "80 %", false));
        assertThat(story.matter().round().measures()).extracting(Measure::no).containsExactly(1, 2);
        story.does(ROADMAN, Story.proof(1));
        assertThat(story.refusal(ROADMAN, CLAIM)).isEqualTo(new Refusal.MeasuresWithoutEvidence(List.of(2)));
    }

    @Test
    void what_an_older_ledger_calls_done_is_taken_over_and_never_solved() {
        var story = Story.of(FULL).takenOver(new Taken(null, null, List.of(), "已完成", true));
        assertThat(story.matter().stage()).isEqualTo(new Stage.Closed(Outcome.TAKEN_OVER, FIRST_DAY));
        assertThat(story.refusal(SIGNER, new Act.Close(Outcome.SOLVED, "x", null))).isInstanceOf(Refusal.NotThisStage.class);
        story.does(CLERK, new Act.ScheduleLookBack(FIRST_DAY.plusDays(1))).later(1)
                .does(CALLER, new Act.LookBack(true, LookBackMethod.SITE_VISIT, "Seen"));
        assertThat(story.matter().stage()).isEqualTo(new Stage.Held(Outcome.TAKEN_OVER, FIRST_DAY));
        assertThat(story.matter().round().ending().outcome()).isEqualTo(Outcome.TAKEN_OVER);
        story.does(CLERK, new Act.Reopen("Not done")).assigned();
        assertThat(story.refusal(SIGNER, new Act.Close(Outcome.TAKEN_OVER, "x", null))).isInstanceOf(Refusal.NotThisStage.class);
        assertThat(Story.aMatter(FULL).unsigned().refusal(SIGNER, new Act.Close(Outcome.TAKEN_OVER, "x", null)))
                .isEqualTo(new Refusal.NotAnEnding("outcome", Outcome.TAKEN_OVER));
    }

    @Test
    void an_older_ledger_cannot_bring_units_that_nobody_knows_or_percentages_beyond_all() {
        var now = Story.of(FULL).now(CLERK);
        var to = new Assignment(Cast.NOWHERE, null, List.of(), List.of(), Deadline.longTerm(), null);
        var gone = new Assignment(Cast.DISSOLVED, null, List.of(), List.of(), Deadline.longTerm(), null);
        assertThat(takeOver(new Taken(to, null, List.of(), null, false), now)).isEqualTo(new Refusal.NoSuchUnit("lead", Cast.NOWHERE));
        assertThat(takeOver(new Taken(to, null, List.of(), null, true), now)).isEqualTo(new Refusal.NoSuchUnit("lead", Cast.NOWHERE));
        assertThat(takeOver(new Taken(gone, null, List.of(), null, false), now)).isEqualTo(new Refusal.NoSuchUnit("lead", Cast.DISSOLVED));
        assertThat(takeOver(new Taken(gone, null, List.of(), null, true), now)).isNull();
        var wrong = new Measure(1, Measure.Kind.CORRECTIVE, "x", null, null, null, 785, null, null);
        assertThat(takeOver(new Taken(null, null, List.of(wrong), null, false), now)).isEqualTo(new Refusal.OutOfRange("percents", 0, 100));
    }

    /// A township ledger often names the township itself; it stays workable, but the claim asks for a unit that others can judge.
    @Test
    void what_the_topmost_unit_leads_in_an_older_ledger_is_not_claimed_before_it_is_handed_on() {
        var county = Cast.somebodyAt(Cast.COUNTY, Role.HANDLER);
        var story = Story.of(FULL).takenOver(new Taken(Stages.at(StageName.LISTED, FULL).to(Cast.COUNTY), null, List.of(), null, false))
                .does(county, new Act.Sign()).does(county, Story.plan("Lamp")).does(county, Story.proof());
        assertThat(story.refusal(county, CLAIM)).isEqualTo(new Refusal.NobodyOutsideToJudge(Cast.COUNTY));
        story.does(CLERK, new Act.Reassign(story.to(ROADS), "Roads does it")).does(ROADMAN, new Act.Sign()).does(ROADMAN, CLAIM);
    }

    @Test
    void no_look_back_is_ordered_where_nobody_outside_could_make_it() {
        var lookedAt = Policies.of(List.of(), PLAIN.review(), 0, false, false, 90);
        var story = Story.aMatter(lookedAt).listed();
        assertThat(story.refusal(CLERK, new Act.Assign(story.to(Cast.COUNTY)))).isEqualTo(new Refusal.NobodyOutsideToJudge(Cast.COUNTY));
        var closed = Story.of(PLAIN).takenOver(new Taken(story.to(Cast.COUNTY), null, List.of(), null, true));
        assertThat(closed.refusal(CLERK, new Act.ScheduleLookBack(FIRST_DAY.plusDays(9)))).isEqualTo(new Refusal.NobodyOutsideToJudge(Cast.COUNTY));
    }

    @Test
    void a_matter_that_was_turned_away_does_not_come_back_past_the_verification() {
        for (var stage : List.of(StageName.DECLINED, StageName.REDIRECTED, StageName.WITHDRAWN)) {
            var story = Stages.at(stage, FULL).does(CLERK, new Act.Reopen("They insist"));
            assertThat(story.refusal(CLERK, new Act.PutOnList(null))).isEqualTo(new Refusal.VerificationMissing(0, 1));
        }
    }

    @Test
    void a_refuted_matter_cannot_be_declined_in_its_next_round_but_shown_the_legal_way() {
        var story = Stages.at(StageName.REFUTED, FULL).does(CLERK, new Act.Reopen("Dark"));
        assertThat(story.refusal(CLERK, new Act.Decline("x", "x"))).isEqualTo(new Refusal.AnsweredBefore());
        assertThat(story.refusal(CLERK, new Act.Redirect(Redirection.LEGAL_ROUTE, "Sued", "County court"))).isNull();
        var untouched = Stages.at(StageName.DECLINED, FULL).does(CLERK, new Act.Reopen("They insist"));
        assertThat(untouched.refusal(CLERK, new Act.Decline("Still not ours", "There"))).isNull();
    }

    @Test
    void an_upheld_objection_asks_for_every_check_anew() {
        var story = Story.aMatter(FULL).checked().does(VILLAGER, new Act.RaiseObjection("Dark")).does(VILLAGER, new Act.RaiseObjection("Very"))
                .does(CLERK, new Act.DecideObjection(true, "Right"));
        assertThat(story.matter().round()).extracting(Round::objections, Round::stepsPassed).containsExactly(0, 0);
        assertThat(story.stage()).isEqualTo(StageName.CLAIMED);
        story.checks();
        assertThat(story.stage()).isEqualTo(StageName.ON_NOTICE);
    }

    @Test
    void discontent_with_an_explanation_has_it_handled_again_once() {
        var story = Story.aMatter(FULL).claimed(Outcome.EXPLAINED).checks().notices()
                .judged(Verdict.Solved.NOT, Verdict.Satisfied.VERY_DISSATISFIED);
        assertThat(story.stage()).isEqualTo(StageName.REFUTED);
        story.does(CLERK, new Act.Reopen("Explain better")).claimed(Outcome.EXPLAINED).checks().notices()
                .judged(Verdict.Solved.NOT, Verdict.Satisfied.VERY_DISSATISFIED);
        assertThat(story.stage()).isEqualTo(StageName.AWAITING_CLOSURE);
        assertThat(story.refusal(SIGNER, new Act.Close(Outcome.SOLVED, "x", null)))
                .isEqualTo(new Refusal.OutcomeAboveClaim(Outcome.SOLVED, Outcome.EXPLAINED));
    }

    @Test
    void what_was_explained_is_told_to_those_who_raised_it_and_not_looked_back_at() {
        var story = Story.aMatter(FULL).unsigned();
        assertThat(story.refusal(SIGNER, new Act.Close(Outcome.EXPLAINED, "x", " "))).isEqualTo(new Refusal.Missing("told"));
        assertThat(story.does(SIGNER, new Act.Close(Outcome.EXPLAINED, "x", "Told")).stage()).isEqualTo(StageName.CLOSED);
    }

    @Test
    void a_register_in_which_nobody_checks_cannot_be_made() {
        assertThatThrownBy(() -> Policies.of(List.of(), List.of(), 0, true, true, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Policy("x", 1, "", List.of(), FULL.review(), 0, true, true, false, 0, 1, 1, 0, false, Set.of(Outcome.PROMISED), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Policies.of(List.of(new Policy.Layer("x", Role.SYSTEM_ADMIN)), FULL.review(), 0, true, true, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Refusal takeOver(Taken state, Now now) {
        var ruling = Lifecycle.takeOver(Subject.of("x", "x"), new Origin("x.xlsx", null, 1), state, FULL, now);
        return ruling instanceof Ruling.Refused(var why) ? why : null;
    }
}
