package org.mingbai.ledger;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;

/// Which post does what, tried with a stranger from every post of every unit. The matter is led by roads, water is called in.
class WhoMayTest {

    /// `stage act: role at unit, ...`; everybody stands for every post that is neither an administrator's nor an auditor's.
    private static final Map<String, String> RIGHT = """
            RAISED VERIFY: LEADER at office
            RAISED PUT_ON_LIST: COORDINATOR at office
            LISTED DECLINE: COORDINATOR at office
            RAISED ANSWER_AT_ONCE: COORDINATOR at office
            LISTED REDIRECT: COORDINATOR at office
            IN_PROGRESS MERGE: COORDINATOR at office
            MERGED UNMERGE: COORDINATOR at office
            LISTED ASSIGN: COORDINATOR at office
            IN_PROGRESS REASSIGN: COORDINATOR at office
            ASSIGNED CALL_CO_HANDLERS: COORDINATOR at office, HANDLER at roads
            ASSIGNED REPORT_AS_CO_HANDLER: HANDLER at water
            ASSIGNED SIGN: HANDLER at roads
            RAISED CONTACT: COORDINATOR at office
            IN_PROGRESS CONTACT: COORDINATOR at office, HANDLER at roads, HANDLER at water
            RAISED TELL: COORDINATOR at office
            SIGNED TELL: COORDINATOR at office, HANDLER at roads
            SIGNED REQUEST_RETURN: HANDLER at roads
            RETURN_REQUESTED DECIDE_RETURN: COORDINATOR at office
            IN_PROGRESS ESCALATE: HANDLER at roads
            ESCALATED ANSWER_ESCALATION: COORDINATOR at county, LEADER at county
            ESCALATED REASSIGN: COORDINATOR at office
            SIGNED PLAN: HANDLER at roads
            IN_PROGRESS DROP_MEASURE: HANDLER at roads
            IN_PROGRESS REPORT_PROGRESS: HANDLER at roads
            IN_PROGRESS ATTACH_EVIDENCE: HANDLER at roads, HANDLER at water
            IN_PROGRESS REQUEST_EXTENSION: HANDLER at roads
            IN_PROGRESS DECIDE_EXTENSION: APPROVER at office
            IN_PROGRESS PARK: APPROVER at office
            PARKED RESUME: COORDINATOR at office
            IN_PROGRESS PROMISE_INTERIM: HANDLER at roads
            IN_PROGRESS CLAIM_CLOSURE: HANDLER at roads
            CLAIMED PASS_REVIEW: CHECKER at county
            CLAIMED SEND_BACK: CHECKER at county
            IN_REVIEW PASS_REVIEW: CHECKER at supervision office
            IN_REVIEW SEND_BACK: CHECKER at supervision office
            AWAITING_CLOSURE SEND_BACK: APPROVER at office
            ON_NOTICE RAISE_OBJECTION: everybody
            ON_NOTICE DECIDE_OBJECTION: COORDINATOR at office
            ON_NOTICE END_NOTICE: COORDINATOR at office
            AWAITING_VERDICT RECORD_VERDICT: VERDICT_TAKER at office
            AWAITING_CLOSURE CLOSE: APPROVER at office
            CLOSED SCHEDULE_LOOK_BACK: COORDINATOR at office
            LOOK_BACK_DUE LOOK_BACK: VERDICT_TAKER at office
            CLOSED REOPEN: COORDINATOR at office
            REVIEW_UPHELD REOPEN: COORDINATOR at office
            CLOSED ASK_REVIEW: COORDINATOR at office
            UNDER_REVIEW ANSWER_REVIEW: COORDINATOR at office
            IN_PROGRESS WITHDRAW: APPROVER at office
            HELD CORRECT: COORDINATOR at office
            CLOSED NOTE: everybody
            LISTED NAME_CONCERNED: COORDINATOR at office
            LISTED ASK_DISCLOSURE: COORDINATOR at office
            LISTED DECIDE_DISCLOSURE: APPROVER at office
            """.lines()
            .map(line -> line.replace("at office", "at supervision office").split(": "))
            .collect(toMap(line -> line[0], line -> line[1]));

    @Test
    void each_act_is_open_to_its_own_posts_and_closed_to_all_others() {
        RIGHT.forEach((act, right) -> {
            var stage = StageName.valueOf(act.split(" ")[0]);
            var kind = ActKind.valueOf(act.split(" ")[1]);
            var story = Stages.at(stage, Policies.FULL);
            var open = new TreeSet<String>();
            for (var seat : everySeat()) {
                var why = Lifecycle.whyNot(kind, story.matter(), story.policy(), story.now(Cast.somebodyAt(seat.unit(), seat.role())));
                if (why.isEmpty()) {
                    open.add(name(seat));
                } else {
                    assertThat(why).contains(new Refusal.NotYourPost(kind));
                }
            }
            assertThat(open).as(act).isEqualTo(right.equals("everybody") ? everybody() : new TreeSet<>(List.of(right.split(", "))));
        });
    }

    @Test
    void every_act_is_in_the_list() {
        var listed = new EnumMap<ActKind, Boolean>(ActKind.class);
        RIGHT.keySet().forEach(act -> listed.put(ActKind.valueOf(act.split(" ")[1]), true));
        assertThat(listed).containsOnlyKeys(ActKind.values());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everybody_who_has_a_part_in_matters_may_raise_one(Role role) {
        var ruling = Lifecycle.raise(Subject.of("Dark", "Dark"), Policies.FULL,
                Story.of(Policies.FULL).now(Cast.somebodyAt(Cast.VILLAGE, role)));
        boolean may = !role.administrates() && role != Role.AUDITOR;
        assertThat(ruling instanceof Ruling.Accepted).isEqualTo(may);
    }

    @Test
    void who_raised_it_may_take_it_back_and_another_of_his_unit_may_not() {
        var story = Stages.at(StageName.LISTED, Policies.FULL);
        assertThat(story.refusal(Cast.VILLAGER, new Act.Withdraw("Mended"))).isNull();
        assertThat(story.refusal(Cast.somebodyAt(Cast.VILLAGE, Role.HANDLER), new Act.Withdraw("Mended")))
                .isEqualTo(new Refusal.NotYourPost(ActKind.WITHDRAW));
    }

    @Test
    void what_the_office_wrote_down_for_somebody_else_is_not_taken_back_by_one_person_alone() {
        var clerk = Cast.CLERK.also(Cast.seat(Cast.OFFICE, Role.APPROVER));
        var story = Story.of(Policies.FULL).raised(clerk, Subject.of("Dark", "A caller says"));
        assertThat(story.refusal(Cast.CLERK, new Act.Withdraw("x"))).isEqualTo(new Refusal.NotYourPost(ActKind.WITHDRAW));
        assertThat(story.refusal(clerk, new Act.Withdraw("x"))).isEqualTo(new Refusal.WrittenDownByYou());
        assertThat(story.does(Cast.SIGNER, new Act.Withdraw("The caller asked for it")).stage()).isEqualTo(StageName.WITHDRAWN);
    }

    @Test
    void what_an_office_wrote_down_stays_so_when_another_office_keeps_the_register() {
        var elsewhere = Cast.somebodyAt(Cast.VILLAGE, Role.COORDINATOR);
        var story = Story.of(Policies.FULL).raised(elsewhere, Subject.of("Dark", "A caller says"));
        assertThat(story.refusal(elsewhere, new Act.Withdraw("x"))).isEqualTo(new Refusal.NotYourPost(ActKind.WITHDRAW));
    }

    @Test
    void those_nobody_reached_are_tried_again_by_the_verdict_taker_alone() {
        var story = Story.aMatter(Policies.FULL).noticed().unreached();
        var again = new Act.RecordVerdict(new Verdict(true, Verdict.Solved.NOT, Verdict.Satisfied.DISSATISFIED, null));
        assertThat(story.refusal(Cast.SIGNER, again)).isEqualTo(new Refusal.NotYourPost(ActKind.RECORD_VERDICT));
        assertThat(story.does(Cast.CALLER, again).stage()).isEqualTo(StageName.REFUTED);
    }

    @Test
    void each_layer_of_verification_has_its_own_post() {
        var policy = Policies.of(List.of(new Policy.Layer("layer.line-leader", Role.LEADER), new Policy.Layer("layer.meeting", Role.COORDINATOR)),
                Policies.PLAIN.review(), 0, false, false, 0);
        var story = Story.aMatter(policy);
        assertThat(story.matter().turn()).isEqualTo(Cast.seat(Cast.OFFICE, Role.LEADER));
        assertThat(story.refusal(Cast.CLERK, new Act.Verify(null))).isEqualTo(new Refusal.NotYourPost(ActKind.VERIFY));
        assertThat(story.refusal(Cast.somebodyAt(Cast.COUNTY, Role.LEADER), new Act.Verify(null))).isEqualTo(new Refusal.NotYourPost(ActKind.VERIFY));
        story.does(Cast.LINE_LEADER, new Act.Verify(null));
        assertThat(story.matter().turn()).isEqualTo(Cast.seat(Cast.OFFICE, Role.COORDINATOR));
        assertThat(story.refusal(Cast.LINE_LEADER, new Act.Verify(null))).isEqualTo(new Refusal.NotYourPost(ActKind.VERIFY));
        story.does(Cast.CLERK, new Act.Verify(null));
    }

    /// The responsible unit never approves its own closing.
    @Test
    void where_the_office_itself_leads_its_superior_checks_judges_and_signs() {
        var story = Story.aMatter(Policies.FULL).assignedTo(Cast.OFFICE);
        var own = Cast.somebodyAt(Cast.OFFICE, Role.HANDLER);
        story.does(own, new Act.Sign()).does(own, Story.plan("Write to the grid")).does(own, Story.proof())
                .does(own, new Act.ClaimClosure(Outcome.SOLVED, "Written"));
        var turns = new ArrayList<Seat>();
        var first = Cast.somebodyAt(Cast.COUNTY, Role.CHECKER);
        var second = new Cast.Person(77, Cast.seat(Cast.COUNTY, Role.CHECKER));
        turns.add(story.matter().turn());
        story.does(first, new Act.PassReview(null));
        turns.add(story.matter().turn());
        story.does(second, new Act.PassReview(null)).notices();
        turns.add(story.matter().turn());
        story.does(Cast.somebodyAt(Cast.COUNTY, Role.VERDICT_TAKER),
                new Act.RecordVerdict(new Verdict(true, Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED, null)));
        turns.add(story.matter().turn());
        assertThat(turns).extracting(Seat::unit).containsOnly(Cast.COUNTY);
        assertThat(story.refusal(Cast.SIGNER, new Act.Close(Outcome.SOLVED, "Signed", null))).isEqualTo(new Refusal.NotYourPost(ActKind.CLOSE));
    }

    private static List<Seat> everySeat() {
        return Cast.TREE.all().stream()
                .flatMap(unit -> Arrays.stream(Role.values()).map(role -> new Seat(unit.id(), role)))
                .toList();
    }

    private static TreeSet<String> everybody() {
        var all = new TreeSet<String>();
        everySeat().stream().filter(seat -> !seat.role().administrates() && seat.role() != Role.AUDITOR).map(WhoMayTest::name).forEach(all::add);
        return all;
    }

    private static String name(Seat seat) {
        return seat.role() + " at " + nameOf(seat.unit());
    }

    private static String nameOf(OrganisationId unit) {
        return Cast.TREE.unit(unit).orElseThrow().name();
    }
}
