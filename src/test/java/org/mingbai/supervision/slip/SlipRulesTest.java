package org.mingbai.supervision.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.telling.Messages;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Happening;
import org.mingbai.ledger.Lamps;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Light;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.store.Replay;
import org.mingbai.supervision.RuleAnswer;
import org.mingbai.supervision.RuleDraft;
import org.mingbai.supervision.Step;
import org.mingbai.supervision.TimeRule;
import org.mingbai.supervision.TimeRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// What a rule sees it writes down once, and nobody is written to twice about one thing.
@MingbaiTest
@Import(SmallTown.class)
class SlipRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Autowired SmallTown town;
    @Autowired Ledger ledger;
    @Autowired Lamps lamps;
    @Autowired Replay replay;
    @Autowired Slips slips;
    @Autowired SlipSettings slipSettings;
    @Autowired Messages messages;
    @Autowired SlipRules rules;
    @Autowired TimeRules limits;
    @Autowired SettableClock clock;

    private SmallTown.Cast cast;
    private MatterId matter;

    @BeforeEach
    void a_lamp_that_has_to_be_signed_for_in_two_working_days() {
        clock.set(DAY.minusDays(1));
        cast = town.layOut();
        assertThat(slipSettings.setCodeWord(cast.coordinator(), Keeper.of(cast.coordinator(), ""), cast.office(), null, "明督")).isEmpty();
        assertThat(limits.put(Keeper.program(cast.tenant(), "test"), new RuleDraft("", new TimeRule.Scope("rectification", null, null, null), Step.SIGN,
                "2工作日", Happening.DISPATCHED, Set.of(Happening.SIGNED), Set.of(), "", "", null, 20, "督办办法", "第三条", DAY, null), 0))
                .isInstanceOf(RuleAnswer.Done.class);
        put(asked(SlipRule.Occasion.CLOCK_LATE, 0, SlipKind.WARNING));
        clock.set(DAY);
        matter = dispatched();
    }

    private MatterId dispatched() {
        var id = ((Answer.Done) ledger.raise(cast.coordinator(), "rectification", Subject.of("路灯不亮", "夜里看不清路"), UUID.randomUUID())).matter().id();
        act(cast.coordinator(), id, new Act.PutOnList(null));
        act(cast.coordinator(), id, new Act.Assign(new Assignment(cast.roads(), "王镇长", List.of(), List.of(), Deadline.by(DAY.plusDays(90)), null)));
        return id;
    }

    private void act(SignedIn who, MatterId id, Act act) {
        assertThat(ledger.act(who, id, act, UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);
    }

    private SlipRules.Asked asked(SlipRule.Occasion occasion, int days, SlipKind kind) {
        return new SlipRules.Asked("", cast.office(), occasion, null, null, days, kind, 3, false, "督办办法第五条", clock.today().plusDays(1));
    }

    private void put(SlipRules.Asked asked) {
        assertThat(rules.put(cast.coordinator(), Keeper.of(cast.coordinator(), ""), asked)).isEmpty();
    }

    private List<Slip> ofMatter() {
        return slips.ofMatter(cast.coordinator(), matter);
    }

    @Test
    void a_dry_run_shows_what_would_be_drafted_and_writes_nothing() {
        assertThat(rules.dryRun(cast.tenant())).isEmpty();
        clock.set(LocalDate.of(2026, 3, 5));
        assertThat(rules.dryRun(cast.tenant())).singleElement().satisfies(proposal -> {
            assertThat(proposal.draft().to()).isEqualTo(cast.roads());
            assertThat(proposal.draft().matter()).isEqualTo(matter);
            assertThat(proposal.draft().content().title()).isEqualTo("关于“路灯不亮”签收超期的督办");
            assertThat(proposal.draft().content().answerBy()).isEqualTo("2026-03-10");
            assertThat(proposal.why()).isEmpty();
        });
        assertThat(ofMatter()).isEmpty();
    }

    @Test
    void one_occasion_drafts_one_slip_however_often_and_from_however_many_sides_it_is_looked_at() throws Exception {
        clock.set(LocalDate.of(2026, 3, 5));
        var looks = new ArrayList<Callable<SlipRules.Run>>();
        for (int n = 0; n < 8; n++) {
            looks.add(() -> rules.draft(cast.tenant()));
        }
        long drafted = 0;
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var look : pool.invokeAll(looks)) {
                drafted += look.get().drafted();
            }
        }
        assertThat(drafted).isEqualTo(1);
        assertThat(ofMatter()).singleElement().satisfies(slip -> assertThat(slip.state()).isEqualTo(SlipState.DRAFTED));
        assertThat(rules.draft(cast.tenant()).drafted()).isZero();
    }

    @Test
    void nothing_is_drafted_while_another_slip_about_it_is_open_nor_again_when_it_is_over() {
        clock.set(LocalDate.of(2026, 3, 5));
        rules.draft(cast.tenant());
        put(new SlipRules.Asked("", cast.office(), SlipRule.Occasion.CLOCK_LATE, null, null, 1, SlipKind.URGING, 3, false, "督办办法第六条",
                clock.today().plusDays(1)));
        clock.set(LocalDate.of(2026, 3, 7));
        assertThat(rules.dryRun(cast.tenant())).isEmpty();
        var slip = ofMatter().getFirst();
        done(slips.act(cast.coordinator(), slip.id(), new SlipAct.Withdraw("已当面催办"), UUID.randomUUID(), null));
        assertThat(rules.draft(cast.tenant()).drafted()).as("the graver rule has an occasion of its own").isEqualTo(1);
        done(slips.act(cast.coordinator(), ofMatter().getFirst().id(), new SlipAct.Withdraw("已签收"), UUID.randomUUID(), null));
        assertThat(rules.draft(cast.tenant()).drafted()).as("both occasions have had their slip").isZero();
    }

    @Test
    void a_slip_that_nobody_answers_is_followed_by_the_next_rung_and_the_light_says_so() {
        put(asked(SlipRule.Occasion.SLIP_UNANSWERED, 1, SlipKind.URGING));
        clock.set(LocalDate.of(2026, 3, 5));
        rules.draft(cast.tenant());
        done(slips.act(cast.approver(), ofMatter().getFirst().id(), new SlipAct.Sign(true), UUID.randomUUID(), null));
        act(cast.roadsHandler(), matter, new Act.Sign());
        assertThat(light()).isEqualTo(Light.Sign.AT_RISK);
        clock.set(LocalDate.of(2026, 3, 11));
        assertThat(light()).isEqualTo(Light.Sign.LATE);
        assertThat(rules.draft(cast.tenant()).drafted()).as("one day of grace").isZero();
        clock.set(LocalDate.of(2026, 3, 12));
        assertThat(rules.draft(cast.tenant()).drafted()).isEqualTo(1);
        assertThat(rules.draft(cast.tenant()).drafted()).isZero();
        var urging = ofMatter().getFirst();
        assertThat(urging.kind()).isEqualTo(SlipKind.URGING);
        done(slips.act(cast.approver(), urging.id(), new SlipAct.Sign(true), UUID.randomUUID(), null));
        assertThat(ofMatter()).extracting(Slip::state).containsExactlyInAnyOrder(SlipState.SENT, SlipState.UPGRADED);
        done(slips.act(cast.roadsHandler(), urging.id(), new SlipAct.Answer(new Feedback.Report(Feedback.For.FINAL, "已修好", null, null, null, null, "李所长")),
                UUID.randomUUID(), null));
        assertThat(light()).isEqualTo(Light.Sign.ON_TRACK);
        assertThat(replay.check(cast.tenant()).differences()).isEmpty();
    }

    @Test
    void both_sides_are_told_once_that_a_slips_day_has_passed() {
        clock.set(LocalDate.of(2026, 3, 5));
        rules.draft(cast.tenant());
        done(slips.act(cast.approver(), ofMatter().getFirst().id(), new SlipAct.Sign(true), UUID.randomUUID(), null));
        clock.set(LocalDate.of(2026, 3, 11));
        long before = messages.unread(cast.tenant(), cast.coordinator().person());
        rules.tellOverdue(cast.tenant());
        rules.tellOverdue(cast.tenant());
        assertThat(messages.unread(cast.tenant(), cast.coordinator().person())).isEqualTo(before + 1);
    }

    private Light.Sign light() {
        return lamps.light(cast.tenant(), ledger.matter(cast.coordinator(), matter).orElseThrow()).sign();
    }

    @Test
    void only_a_prompt_goes_out_by_itself_and_in_the_name_of_somebody_who_may_sign() {
        var itself = new SlipRules.Asked("", cast.office(), SlipRule.Occasion.CLOCK_AT_RISK, null, Step.SIGN, 0, SlipKind.PROMPT, 1, true, "督办办法第四条",
                DAY.plusDays(1));
        var by = Keeper.of(cast.coordinator(), "");
        assertThat(rules.put(cast.coordinator(), by, itself)).containsInstanceOf(SlipRefusal.NotYourPost.class);
        assertThat(rules.put(cast.approver(), Keeper.of(cast.approver(), ""), new SlipRules.Asked("", cast.office(), SlipRule.Occasion.CLOCK_LATE, null, null,
                0, SlipKind.WARNING, 1, true, "督办办法第四条", DAY.plusDays(1)))).contains(new SlipRefusal.OnlyPromptsGoOut("sendsItself"));
        assertThat(rules.put(cast.approver(), Keeper.of(cast.approver(), ""), itself)).isEmpty();
        clock.set(LocalDate.of(2026, 3, 4));
        assertThat(rules.draft(cast.tenant())).satisfies(run -> {
            assertThat(run.drafted()).isEqualTo(1);
            assertThat(run.sent()).isEqualTo(1);
        });
        assertThat(ofMatter()).singleElement().satisfies(slip -> assertThat(slip.state()).isEqualTo(SlipState.SENT));
        assertThat(slips.story(cast.coordinator(), ofMatter().getFirst().id())).filteredOn(line -> line.event() instanceof SlipEvent.Signed)
                .singleElement().satisfies(line -> assertThat(line.by()).isEqualTo(cast.approver().person()));
    }

    @Test
    void a_rule_without_basis_in_the_past_or_of_somebody_elses_office_is_refused() {
        var by = Keeper.of(cast.coordinator(), "");
        var good = asked(SlipRule.Occasion.CLOCK_LATE, 3, SlipKind.WARNING);
        assertThat(refusal(by, good, g -> new SlipRules.Asked("", g.unit(), g.occasion(), null, null, 3, g.kind(), 3, false, " ", g.from())))
                .contains(new SlipRefusal.Missing("basis"));
        assertThat(refusal(by, good, g -> new SlipRules.Asked("", g.unit(), g.occasion(), null, null, 3, g.kind(), 3, false, "x", DAY)))
                .contains(new SlipRefusal.NotBefore("from", DAY.plusDays(1)));
        assertThat(refusal(by, good, g -> new SlipRules.Asked("", g.unit(), g.occasion(), null, null, -1, g.kind(), 3, false, "x", g.from())))
                .contains(new SlipRefusal.OutOfRange("days", 0, SlipRule.DAYS_MAX));
        assertThat(refusal(by, good, g -> new SlipRules.Asked("", g.unit(), g.occasion(), null, null, 1, g.kind(), 0, false, "x", g.from())))
                .contains(new SlipRefusal.OutOfRange("answerDays", 1, SlipRule.DAYS_MAX));
        assertThat(refusal(by, good, g -> new SlipRules.Asked("", cast.roads(), g.occasion(), null, null, 1, g.kind(), 1, false, "x", g.from())))
                .contains(new SlipRefusal.NotYourOffice("unit"));
    }

    private Optional<SlipRefusal> refusal(Keeper by, SlipRules.Asked good, java.util.function.UnaryOperator<SlipRules.Asked> spoilt) {
        return rules.put(cast.coordinator(), by, spoilt.apply(good));
    }

    @Test
    void a_rule_that_is_ended_drafts_nothing_from_tomorrow_on() {
        var code = rules.of(cast.tenant()).getFirst().code();
        assertThat(rules.end(cast.roadsHandler(), Keeper.of(cast.roadsHandler(), ""), code)).contains(new SlipRefusal.NotYourOffice("unit"));
        assertThat(rules.end(cast.coordinator(), Keeper.of(cast.coordinator(), ""), code)).isEmpty();
        clock.set(LocalDate.of(2026, 3, 5));
        assertThat(rules.dryRun(cast.tenant())).isEmpty();
    }

    private static void done(SlipAnswer answer) {
        assertThat(answer).isInstanceOf(SlipAnswer.Done.class);
    }
}
