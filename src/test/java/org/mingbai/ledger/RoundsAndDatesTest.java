package org.mingbai.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingbai.ledger.Cast.CALLER;
import static org.mingbai.ledger.Cast.CLERK;
import static org.mingbai.ledger.Cast.ROADMAN;
import static org.mingbai.ledger.Cast.ROADS;
import static org.mingbai.ledger.Cast.SIGNER;
import static org.mingbai.ledger.Cast.TOWN;
import static org.mingbai.ledger.Cast.VILLAGER;
import static org.mingbai.ledger.Cast.WATER;
import static org.mingbai.ledger.Cast.WATERMAN;
import static org.mingbai.ledger.Policies.FULL;
import static org.mingbai.ledger.Story.FIRST_DAY;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingbai.directory.TenantId;

/// I5, I6 and the joining of matters: what is over stays, what was promised stays readable, and nobody is lost on the way.
class RoundsAndDatesTest {

    @Test
    void nothing_done_later_changes_a_round_that_is_over() {
        var story = Story.aMatter(FULL).closed();
        var first = story.matter().round();
        story.does(CLERK, new Act.Correct(1, Subject.Item.TITLE, "Lamp 15", "Miscounted"))
                .does(CLERK, new Act.Correct(3, null, "It was Tuesday", "Misread"))
                .does(VILLAGER, new Act.Note("Thanks"));
        assertThat(story.matter().round()).isEqualTo(first);
        story.later(FULL.lookBackDays()).does(CALLER, new Act.LookBack(false, LookBackMethod.CALL, "Dark"));
        assertThat(story.matter().round()).isEqualTo(first);
        story.does(CLERK, new Act.Reopen("Dark")).claimed().checks().notices().judges().does(SIGNER, new Act.Close(Outcome.SOLVED, "x", null))
                .does(CLERK, new Act.Correct(5, Subject.Item.GOAL, "Light", "Left out"));
        assertThat(story.matter().past()).containsExactly(first);
        assertThat(first.ending()).isEqualTo(new Round.Ending(Outcome.SOLVED, FIRST_DAY.plusDays(6), "Seen and signed."));
        assertThat(story.matter().round().number()).isEqualTo(2);
    }

    @Test
    void a_later_sheet_opens_another_round_of_what_an_earlier_one_closed() {
        var story = Story.of(FULL).takenOver(new Taken(null, null, List.of(), "Done", true));
        var first = story.matter().round();
        assertThat(story.takenOverAgain(CLERK, new Taken(null, null, List.of(), "Still done", true))).isInstanceOf(Ruling.Accepted.class);
        assertThat(story.matter().round()).isEqualTo(first);
        assertThat(story.takenOverAgain(CLERK, new Taken(story.to(ROADS), null, List.of(), "Not done", false))).isInstanceOf(Ruling.Accepted.class);
        assertThat(story.matter().past()).containsExactly(first);
        story.does(CLERK, new Act.Correct(1, Subject.Item.TITLE, "Row 8", "x"));
        assertThat(story.takenOverAgain(CLERK, new Taken(null, null, List.of(), null, true))).isEqualTo(new Ruling.Refused(new Refusal.LivesHere()));
    }

    @Test
    void talk_edits_and_other_hands_never_move_the_date() {
        var story = Story.aMatter(FULL).inProgress();
        var due = Deadline.by(FIRST_DAY.plusDays(30));
        var later = new Assignment(WATER, null, List.of(), List.of(), Deadline.by(FIRST_DAY.plusDays(300)), null);
        for (var act : List.of(new Act.Note("x"), new Act.Correct(1, Subject.Item.TEXT, "x", "x"), new Act.CallCoHandlers(List.of(TOWN), null),
                new Act.Reassign(story.to(ROADS), "x"), new Act.Reassign(later, "x"))) {
            story.later(1).does(CLERK, act);
            assertThat(story.matter().round().due()).as(act.toString()).isEqualTo(due);
            assertThat(story.matter().assignment().due()).as(act.toString()).isEqualTo(due);
        }
        story.later(1).does(WATERMAN, new Act.Sign()).does(WATERMAN, new Act.ReportProgress("x", Map.of(1, 20), List.of()))
                .does(WATERMAN, new Act.PromiseInterim(FIRST_DAY.plusDays(200), "x"))
                .does(SIGNER, new Act.Park("x", "x", "x", FIRST_DAY.plusDays(200))).does(CLERK, new Act.Resume("x"));
        assertThat(story.matter().round().due()).isEqualTo(due);
    }

    @Test
    void extensions_together_reach_no_further_than_one_and_leave_the_first_date_readable() {
        var story = Story.aMatter(FULL).signed();
        for (int more : List.of(10, 5)) {
            var to = story.matter().round().due().date().plusDays(more);
            story.does(ROADMAN, new Act.RequestExtension(to, "x"));
            assertThat(story.matter().turn()).isEqualTo(Cast.SIGNER.seats().iterator().next());
            story.does(SIGNER, new Act.DecideExtension(true, "x"));
        }
        assertThat(story.matter().round().due()).isEqualTo(Deadline.by(FIRST_DAY.plusDays(45)));
        assertThat(story.matter().assignment().due()).isEqualTo(Deadline.by(FIRST_DAY.plusDays(30)));
        assertThat(story.refusal(ROADMAN, new Act.RequestExtension(FIRST_DAY.plusDays(46), "x"))).isEqualTo(new Refusal.OutOfRange("to", 1, 15));
    }

    @Test
    void calling_further_units_in_keeps_those_called_and_the_extension_that_waits() {
        var story = Story.aMatter(FULL).signed().does(ROADMAN, new Act.RequestExtension(FIRST_DAY.plusDays(40), "x"))
                .does(ROADMAN, new Act.CallCoHandlers(List.of(TOWN), "x"));
        assertThat(story.matter().assignment().coHandlers()).containsExactly(WATER, TOWN);
        assertThat(story.matter().round().asked()).isNotNull();
        assertThat(story.refusal(ROADMAN, new Act.CallCoHandlers(List.of(), "x"))).isEqualTo(new Refusal.Missing("coHandlers"));
        assertThat(story.refusal(CLERK, new Act.CallCoHandlers(List.of(ROADS), "x"))).isEqualTo(new Refusal.NothingChanges("coHandlers"));
    }

    @Test
    void after_an_agreed_return_a_fresh_date_may_be_set_and_the_first_one_stays_beside_it() {
        var story = Stages.at(StageName.RETURN_REQUESTED, FULL).later(10).does(CLERK, new Act.DecideReturn(true, "Right"));
        assertThat(story.matter().round().due()).isNull();
        assertThat(story.matter().round().firstDue()).isEqualTo(Deadline.by(FIRST_DAY.plusDays(30)));
        story.does(CLERK, new Act.Assign(story.to(WATER)));
        assertThat(story.matter().round().due()).isEqualTo(Deadline.by(FIRST_DAY.plusDays(40)));
        assertThat(story.matter().round().firstDue()).isEqualTo(Deadline.by(FIRST_DAY.plusDays(30)));
    }

    @Test
    void a_measure_ends_no_later_than_its_matter_until_an_extension_gives_it_time() {
        var story = Story.aMatter(FULL).signed();
        var late = new Act.Plan(List.of(new Measure(0, Measure.Kind.CORRECTIVE, "Lamp", null, null, Deadline.by(FIRST_DAY.plusDays(35)), 0, null,
                null)));
        assertThat(story.refusal(ROADMAN, late)).isEqualTo(new Refusal.MeasureAfterDeadline("measures", 1, FIRST_DAY.plusDays(30)));
        story.does(ROADMAN, new Act.RequestExtension(FIRST_DAY.plusDays(35), "x")).does(SIGNER, new Act.DecideExtension(true, "x"))
                .does(ROADMAN, late);
    }

    @Test
    void the_plan_of_a_matter_that_is_late_already_says_when_it_will_be_done() {
        var story = Story.aMatter(FULL).signed().later(31);
        story.does(ROADMAN, new Act.Plan(List.of(new Measure(0, Measure.Kind.CORRECTIVE, "Lamp", null, null, Deadline.by(FIRST_DAY.plusDays(50)),
                0, null, null))));
        assertThat(story.matter().dueNow()).isEqualTo(FIRST_DAY.plusDays(30));
    }

    @Test
    void silence_closes_as_solved_only_where_the_register_says_so() {
        var asks = Story.aMatter(FULL).noticed().unreached();
        assertThat(asks.refusal(SIGNER, new Act.Close(Outcome.SOLVED, "x", null))).isEqualTo(new Refusal.NobodyConfirmed(Outcome.SOLVED));
        asks.does(SIGNER, new Act.Close(Outcome.PARTLY_SOLVED, "x", null));
        Story.aMatter(Policies.SILENT).noticed().unreached().does(SIGNER, new Act.Close(Outcome.SOLVED, "x", null));
    }

    @Test
    void the_day_that_counts_is_the_review_of_what_is_parked_and_for_what_came_back_the_day_it_did() {
        var parked = Stages.at(StageName.PARKED, FULL);
        assertThat(parked.matter().dueNow()).isEqualTo(FIRST_DAY.plusDays(90));
        assertThat(parked.matter().round().due()).isEqualTo(Deadline.by(FIRST_DAY.plusDays(30)));
        var turning = lampsOn(FIRST_DAY).turning(TENANT, parked.matter());
        assertThat(Urgency.of(StageName.PARKED, turning, noonOf(FIRST_DAY.plusDays(60)))).isEqualTo(Urgency.PARKED);
        assertThat(Urgency.of(StageName.PARKED, turning, noonOf(FIRST_DAY.plusDays(90)))).isEqualTo(Urgency.AT_RISK);
        assertThat(Urgency.of(StageName.PARKED, turning, noonOf(FIRST_DAY.plusDays(91)))).isEqualTo(Urgency.LATE);
        assertThat(lampsOn(FIRST_DAY.plusDays(91)).light(TENANT, parked.matter()).sign()).isEqualTo(Light.Sign.PARKED);
        var relapsed = Stages.at(StageName.RELAPSED, FULL);
        assertThat(relapsed.matter().dueNow()).isEqualTo(relapsed.today());
        assertThat(lampsOn(relapsed.today()).light(TENANT, relapsed.matter()).sign()).isEqualTo(Light.Sign.AT_RISK);
        assertThat(lampsOn(relapsed.today().plusDays(1)).light(TENANT, relapsed.matter()).sign()).isEqualTo(Light.Sign.LATE);
    }

    @Test
    void a_light_set_by_hand_stands_to_its_last_day_and_no_longer_while_the_reasons_stay() {
        var late = Story.aMatter(FULL).assigned();
        var until = FIRST_DAY.plusDays(40);
        var calmed = late.watchedBy(new Entry.LightSet(Light.Sign.ON_TRACK, "paid for, delivered in a week", until));
        var before = lampsOn(until).light(TENANT, calmed);
        assertThat(before.sign()).isEqualTo(Light.Sign.ON_TRACK);
        assertThat(before.worries()).extracting(Worry::sign).containsExactly(Light.Sign.LATE);
        assertThat(lampsOn(until.plusDays(1)).light(TENANT, calmed).sign()).isEqualTo(Light.Sign.LATE);
        assertThat(lampsOn(until).turning(TENANT, calmed).setAt(noonOf(until))).isEqualTo(Light.Sign.ON_TRACK);
        assertThat(lampsOn(until).turning(TENANT, calmed).setAt(noonOf(until.plusDays(1)))).isNull();
    }

    private static final TenantId TENANT = new TenantId(1);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static Instant noonOf(LocalDate day) {
        return day.atTime(12, 0).atZone(ZONE).toInstant();
    }

    private static Lamps lampsOn(LocalDate day) {
        return new Lamps(Optional.empty(), Clock.fixed(noonOf(day), ZONE));
    }

    @Test
    void another_unit_inherits_neither_the_request_for_time_nor_the_refused_return() {
        var story = Stages.at(StageName.RETURN_REQUESTED, FULL).does(CLERK, new Act.DecideReturn(false, "Yours"))
                .does(ROADMAN, new Act.RequestExtension(FIRST_DAY.plusDays(40), "x"));
        story.does(CLERK, new Act.Reassign(story.to(WATER), "After all"));
        assertThat(story.matter().round().asked()).isNull();
        story.does(WATERMAN, new Act.RequestReturn("Not ours", "Duties"));
    }

    @Test
    void a_refused_return_leaves_it_where_it_was_signed_or_not() {
        var unsigned = Story.aMatter(FULL).assigned().does(ROADMAN, new Act.RequestReturn("x", "x")).does(CLERK, new Act.DecideReturn(false, "x"));
        assertThat(unsigned.stage()).isEqualTo(StageName.ASSIGNED);
        var signed = Stages.at(StageName.RETURN_REQUESTED, FULL).does(CLERK, new Act.DecideReturn(false, "x"));
        assertThat(signed.stage()).isEqualTo(StageName.SIGNED);
    }

    @Test
    void an_undone_joining_finds_everything_as_it_was() {
        var story = Story.aMatter(FULL).signed().does(ROADMAN, new Act.RequestExtension(FIRST_DAY.plusDays(40), "x"));
        var before = story.matter();
        story.does(CLERK, new Act.Merge(Stages.OTHER, "Same")).does(CLERK, new Act.Unmerge("Not the same"));
        assertThat(story.matter().round()).isEqualTo(before.round());
        assertThat(story.matter()).extracting(Matter::stage, Matter::turn).containsExactly(before.stage(), before.turn());
    }

    @Test
    void what_is_claimed_closed_or_gone_takes_no_other_matter_in() {
        for (var stage : StageName.values()) {
            var taken = Listing.takeIn(Stages.at(stage, FULL).matter(), Stages.at(StageName.LISTED, FULL).matter());
            assertThat(taken instanceof Ruling.Accepted).as(stage.name()).isEqualTo(stage.compareTo(StageName.PARKED) <= 0);
        }
    }

    @Test
    void two_matters_cannot_be_joined_in_a_circle() {
        var kept = Story.aMatter(FULL).listed().joinedBy(Stages.OTHER);
        assertThat(kept.refusal(CLERK, new Act.Merge(Stages.OTHER, "x"))).isEqualTo(new Refusal.JoinedByOthers(1));
        assertThat(Listing.takeIn(Stages.at(StageName.MERGED, FULL).matter(), kept.matter()))
                .isEqualTo(new Ruling.Refused(new Refusal.MergeIntoClosed(StageName.MERGED)));
    }

    @Test
    void what_was_asked_cannot_be_changed_after_it_was_asked() {
        var files = new ArrayList<>(List.of(new Evidence.File("ab".repeat(32), "a.jpg", "image/jpeg", 1)));
        var percents = new java.util.HashMap<>(Map.of(1, 10));
        var story = Story.aMatter(FULL).inProgress().does(ROADMAN, new Act.ReportProgress("x", percents, files))
                .does(ROADMAN, new Act.AttachEvidence(new ArrayList<>(List.of(1)), files, null));
        var before = story.matter().round().evidence().toString() + story.journal();
        files.clear();
        percents.put(1, 99);
        assertThat(story.matter().round().evidence().toString() + story.journal()).isEqualTo(before);
    }
}
