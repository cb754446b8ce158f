package org.mingbai.supervision.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.People;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.Span;
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
import org.mingbai.supervision.Demands;
import org.mingbai.supervision.RuleAnswer;
import org.mingbai.supervision.RuleDraft;
import org.mingbai.supervision.Step;
import org.mingbai.supervision.TimeRule;
import org.mingbai.supervision.TimeRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a rule sees it writes down once, and nobody is written to twice about one thing.
@MingbaiTest
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
    @Autowired Demands demands;
    @Autowired Directory directory;
    @Autowired People people;
    @Autowired JdbcClient db;
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
        assertThat(rules.put(cast.coordinator(), Keeper.of(cast.coordinator(), ""), asked, UUID.randomUUID())).isEmpty();
    }

    private List<Slip> ofMatter() {
        return slips.ofMatter(cast.coordinator(), matter);
    }

    @Test
    void a_dry_run_shows_what_would_be_drafted_and_writes_nothing() {
        assertThat(rules.dryRun(cast.coordinator())).isEmpty();
        clock.set(LocalDate.of(2026, 3, 5));
        assertThat(rules.dryRun(cast.coordinator())).singleElement().satisfies(proposal -> {
            assertThat(proposal.draft().to()).isEqualTo(cast.roads());
            assertThat(proposal.draft().matter()).isEqualTo(matter);
            assertThat(proposal.draft().content().title()).isEqualTo("关于“路灯不亮”签收超期的督办");
            assertThat(proposal.draft().content().answerBy()).isEqualTo("2026-03-10");
            assertThat(proposal.why()).isEmpty();
        });
        assertThat(ofMatter()).isEmpty();
    }

    @Test
    void no_rule_tells_an_office_of_what_complains_of_it() {
        var complainedOf = town.person(cast.tenant(), "水务站协调员", cast.water(), Role.COORDINATOR);
        assertThat(rules.put(complainedOf, Keeper.of(complainedOf, ""), new SlipRules.Asked("", cast.water(), SlipRule.Occasion.CLOCK_LATE, null, null, 0,
                SlipKind.WARNING, 3, false, "督办办法第五条", clock.today().plusDays(1)), UUID.randomUUID())).isEmpty();
        clock.set(LocalDate.of(2026, 3, 5));
        assertThat(rules.dryRun(complainedOf)).as("what it cannot write about, not being shown it").hasSize(1);
        act(cast.coordinator(), matter, new Act.NameConcerned(List.of(cast.water()), "来信写明"));
        assertThat(rules.dryRun(complainedOf)).isEmpty();
        rules.draft(cast.tenant());
        assertThat(rules.refusedLately(complainedOf)).isZero();
    }

    @Test
    void who_is_kept_from_a_matter_by_one_post_reads_no_proposal_about_it_in_another() {
        var both = town.person(cast.tenant(), "一人两岗", cast.office(), Role.COORDINATOR);
        assertThat(people.givePost(Keeper.of(cast.administrator(), ""), both.person(), new Seat(cast.water(), Role.HANDLER), "兼任", Span.from(DAY.minusDays(9))))
                .isInstanceOf(org.mingbai.directory.Answer.Done.class);
        both = directory.actingAs(cast.tenant(), both.person()).orElseThrow();
        clock.set(LocalDate.of(2026, 3, 5));
        assertThat(rules.dryRun(both)).hasSize(1);
        act(cast.coordinator(), matter, new Act.NameConcerned(List.of(cast.water()), "来信写明"));
        assertThat(rules.dryRun(both)).isEmpty();
        assertThat(rules.dryRun(cast.coordinator())).hasSize(1);
    }

    @Test
    void a_slip_about_what_is_kept_from_its_unit_waits_for_no_answer_until_it_is_disclosed() {
        put(asked(SlipRule.Occasion.SLIP_UNANSWERED, 0, SlipKind.URGING));
        act(cast.roadsHandler(), matter, new Act.Sign());
        var slip = ((SlipAnswer.Done) slips.draft(cast.coordinator(), SlipDraft.of(SlipKind.PROMPT, matter, cast.office(), cast.water(),
                SlipContent.of("协助查明断电原因", "督办办法第三条", "查明原因", DAY.plusDays(1))), UUID.randomUUID())).slip();
        done(slips.act(cast.approver(), slip.id(), new SlipAct.Sign(true), UUID.randomUUID(), null));
        clock.set(LocalDate.of(2026, 3, 5));
        assertThat(light()).isEqualTo(Light.Sign.LATE);
        assertThat(rules.dryRun(cast.coordinator())).hasSize(1);
        assertThat(messages.unread(cast.tenant(), cast.waterHandler().person())).isEqualTo(1);

        act(cast.coordinator(), matter, new Act.NameConcerned(List.of(cast.water()), "来信写明"));
        assertThat(light()).isEqualTo(Light.Sign.ON_TRACK);
        assertThat(rules.dryRun(cast.coordinator())).isEmpty();
        rules.tellOverdue(cast.tenant());
        assertThat(messages.unread(cast.tenant(), cast.waterHandler().person())).as("what the unit was told of the slip waits for it no more").isZero();
        assertThat(replay.check(cast.tenant()).differences()).isEmpty();

        act(cast.coordinator(), matter, new Act.AskDisclosure(cast.water(), "须其说明"));
        act(cast.approver(), matter, new Act.DecideDisclosure(true, "可"));
        assertThat(light()).isEqualTo(Light.Sign.LATE);
        assertThat(rules.dryRun(cast.coordinator())).hasSize(1);
        rules.tellOverdue(cast.tenant());
        assertThat(messages.unread(cast.tenant(), cast.waterHandler().person())).isEqualTo(1);
    }

    @Test
    void whoever_also_has_a_post_where_it_is_kept_from_hears_nothing_of_a_slip_that_waits_for_nobody() {
        var both = town.person(cast.tenant(), "一人两岗", cast.office(), Role.COORDINATOR);
        assertThat(people.givePost(Keeper.of(cast.administrator(), ""), both.person(), new Seat(cast.water(), Role.HANDLER), "兼任", Span.from(DAY.minusDays(9))))
                .isInstanceOf(org.mingbai.directory.Answer.Done.class);
        var slip = ((SlipAnswer.Done) slips.draft(cast.coordinator(), SlipDraft.of(SlipKind.PROMPT, matter, cast.office(), cast.water(),
                SlipContent.of("协助查明断电原因", "督办办法第三条", "查明原因", DAY.plusDays(1))), UUID.randomUUID())).slip();
        done(slips.act(cast.approver(), slip.id(), new SlipAct.Sign(true), UUID.randomUUID(), null));
        int before = messages.unread(cast.tenant(), cast.coordinator().person());

        act(cast.coordinator(), matter, new Act.NameConcerned(List.of(cast.water()), "来信写明"));
        assertThat(messages.unread(cast.tenant(), cast.coordinator().person())).isGreaterThan(before);
        assertThat(messages.unread(cast.tenant(), both.person())).as("what it was told as a handler is settled, and nothing came").isZero();
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
        assertThat(rules.dryRun(cast.coordinator())).isEmpty();
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
    void parking_hides_no_slip_whose_day_has_passed() {
        clock.set(LocalDate.of(2026, 3, 5));
        rules.draft(cast.tenant());
        done(slips.act(cast.approver(), ofMatter().getFirst().id(), new SlipAct.Sign(true), UUID.randomUUID(), null));
        act(cast.roadsHandler(), matter, new Act.Sign());
        act(cast.approver(), matter, new Act.Park("缺备件", "等备件", "王工", LocalDate.of(2026, 5, 1)));
        clock.set(LocalDate.of(2026, 3, 11));
        assertThat(light()).isEqualTo(Light.Sign.LATE);
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

    @Test
    void of_more_than_are_read_at_once_everyone_is_told() {
        clock.set(LocalDate.of(2026, 3, 5));
        rules.draft(cast.tenant());
        done(slips.act(cast.approver(), ofMatter().getFirst().id(), new SlipAct.Sign(true), UUID.randomUUID(), null));
        int more = 205;
        var others = "supervision.%s s, generate_series(1, :more) n, lateral jsonb_populate_record(s, jsonb_build_object(%s)) r where s.tenant = :tenant";
        db.sql("insert into supervision.slip select r.* from " + others.formatted("slip", "'id', 900000000 + n, 'thing', s.thing || '/' || n, 'cause', null,"
                + " 'number', 1000 + n")).param("more", more).param("tenant", cast.tenant().value()).update();
        db.sql("insert into supervision.slip_event select r.* from " + others.formatted("slip_event", "'slip', 900000000 + n, 'key', gen_random_uuid()"))
                .param("more", more).param("tenant", cast.tenant().value()).update();
        clock.set(LocalDate.of(2026, 3, 11));
        rules.tellOverdue(cast.tenant());
        assertThat(db.sql("select count(*) from directory.telling where tenant = :tenant and person = :person and words = 'supervision.slip.tell.overdue'")
                .param("tenant", cast.tenant().value()).param("person", cast.coordinator().person().value()).query(Integer.class).single()).isEqualTo(1 + more);
    }

    private Light.Sign light() {
        return lamps.light(cast.tenant(), ledger.matter(cast.coordinator(), matter).orElseThrow()).sign();
    }

    @Test
    void only_a_prompt_goes_out_by_itself_and_in_the_name_of_somebody_who_may_sign() {
        var itself = new SlipRules.Asked("", cast.office(), SlipRule.Occasion.CLOCK_AT_RISK, null, Step.SIGN, 0, SlipKind.PROMPT, 1, true, "督办办法第四条",
                DAY.plusDays(1));
        var by = Keeper.of(cast.coordinator(), "");
        assertThat(rules.put(cast.coordinator(), by, itself, UUID.randomUUID())).containsInstanceOf(SlipRefusal.NotYourPost.class);
        assertThat(rules.put(cast.approver(), Keeper.of(cast.approver(), ""), new SlipRules.Asked("", cast.office(), SlipRule.Occasion.CLOCK_LATE, null, null,
                0, SlipKind.WARNING, 1, true, "督办办法第四条", DAY.plusDays(1)), UUID.randomUUID())).contains(new SlipRefusal.OnlyPromptsGoOut("sendsItself"));
        assertThat(rules.put(cast.approver(), Keeper.of(cast.approver(), ""), itself, UUID.randomUUID())).isEmpty();
        clock.set(LocalDate.of(2026, 3, 4));
        assertThat(rules.draft(cast.tenant())).satisfies(run -> {
            assertThat(run.drafted()).isEqualTo(1);
            assertThat(run.sent()).isEqualTo(1);
        });
        assertThat(ofMatter()).singleElement().satisfies(slip -> assertThat(slip.state()).isEqualTo(SlipState.SENT));
        assertThat(slips.story(cast.coordinator(), ofMatter().getFirst().id())).filteredOn(line -> line.event() instanceof SlipEvent.Signed)
                .singleElement().satisfies(line -> assertThat(line.by()).isEqualTo(cast.approver().person()));
    }

    private SlipRules.Asked prompts(String code, boolean itself, LocalDate from) {
        return new SlipRules.Asked(code, cast.office(), SlipRule.Occasion.CLOCK_LATE, null, Step.SIGN, 0, SlipKind.PROMPT, 1, itself, "督办办法第四条", from);
    }

    /// The shipped rule of the other tests would be first to see the occasion.
    private void onlyRule(SlipRules.Asked asked) {
        rules.of(cast.tenant()).forEach(rule -> assertThat(rules.end(cast.coordinator(), Keeper.of(cast.coordinator(), ""), rule.code())).isEmpty());
        assertThat(rules.put(cast.approver(), Keeper.of(cast.approver(), ""), asked, UUID.randomUUID())).isEmpty();
    }

    private void ceilingOf(int minutes) {
        demands.setCeiling(Keeper.of(cast.coordinator(), ""), new Demands.Ceiling(minutes, "减负规定"));
    }

    @Test
    void over_the_ceiling_nothing_goes_out_by_itself_and_the_next_look_tries_again() {
        onlyRule(prompts("", true, clock.today().plusDays(1)));
        ceilingOf(30);
        clock.set(LocalDate.of(2026, 3, 5));
        var run = rules.draft(cast.tenant());
        assertThat(run.drafted()).isEqualTo(1);
        assertThat(run.sent()).isZero();
        assertThat(run.first()).singleElement().satisfies(it -> assertThat(it.why()).containsInstanceOf(SlipRefusal.OverCeiling.class));
        assertThat(rules.looks(cast.tenant()).values()).singleElement().satisfies(look -> assertThat(look.refused()).isEqualTo(1));
        ceilingOf(600);
        assertThat(rules.draft(cast.tenant()).sent()).isEqualTo(1);
        assertThat(rules.looks(cast.tenant()).values()).singleElement().satisfies(look -> assertThat(look.refused()).isZero());
    }

    @Test
    void what_a_look_came_to_is_not_written_over_by_that_of_another_node_at_the_same_time() {
        onlyRule(prompts("", false, clock.today().plusDays(1)));
        clock.set(LocalDate.of(2026, 3, 5));
        rules.draftInTurn(cast.tenant());
        clock.advance(Duration.ofMinutes(4));
        rules.draftInTurn(cast.tenant());
        assertThat(rules.looks(cast.tenant()).values()).singleElement().satisfies(look -> assertThat(look.drafted()).isEqualTo(1));
        clock.advance(Duration.ofMinutes(6));
        rules.draftInTurn(cast.tenant());
        assertThat(rules.looks(cast.tenant()).values()).singleElement().satisfies(look -> assertThat(look.drafted()).isZero());
    }

    @Test
    void what_a_rule_left_unsent_waits_for_a_hand_once_the_rule_no_longer_sends() {
        onlyRule(prompts("", true, clock.today().plusDays(1)));
        ceilingOf(30);
        clock.set(LocalDate.of(2026, 3, 5));
        rules.draft(cast.tenant());
        var code = rules.looks(cast.tenant()).keySet().iterator().next();
        assertThat(rules.put(cast.coordinator(), Keeper.of(cast.coordinator(), ""), prompts(code, false, LocalDate.of(2026, 3, 6)), UUID.randomUUID()))
                .isEmpty();
        clock.set(LocalDate.of(2026, 3, 6));
        ceilingOf(600);
        assertThat(rules.draft(cast.tenant()).sent()).isZero();
        assertThat(ofMatter()).singleElement().satisfies(slip -> assertThat(slip.state()).isEqualTo(SlipState.DRAFTED));
    }

    @Test
    void what_a_rule_left_unsent_waits_for_a_hand_once_the_rule_is_ended() {
        onlyRule(prompts("", true, clock.today().plusDays(1)));
        ceilingOf(30);
        clock.set(LocalDate.of(2026, 3, 5));
        rules.draft(cast.tenant());
        assertThat(rules.end(cast.coordinator(), Keeper.of(cast.coordinator(), ""), rules.looks(cast.tenant()).keySet().iterator().next())).isEmpty();
        clock.set(LocalDate.of(2026, 3, 6));
        ceilingOf(600);
        assertThat(rules.draft(cast.tenant()).sent()).isZero();
    }

    @Test
    void what_a_rule_left_unsent_does_not_go_out_when_its_occasion_is_over_or_its_day_has_passed() {
        onlyRule(prompts("", true, clock.today().plusDays(1)));
        ceilingOf(30);
        clock.set(LocalDate.of(2026, 3, 5));
        rules.draft(cast.tenant());
        ceilingOf(600);
        clock.set(LocalDate.of(2026, 3, 20));
        var run = rules.draft(cast.tenant());
        assertThat(run.sent()).isZero();
        assertThat(run.first()).singleElement().satisfies(it -> assertThat(it.why()).containsInstanceOf(SlipRefusal.AnswerDayPast.class));
        act(cast.roadsHandler(), matter, new Act.Sign());
        assertThat(rules.draft(cast.tenant())).as("nobody owes the signature any more").satisfies(after -> {
            assertThat(after.sent()).isZero();
            assertThat(after.refused()).isZero();
        });
    }

    @Test
    void a_follow_up_that_a_hand_took_back_is_not_proposed_again() {
        put(asked(SlipRule.Occasion.SLIP_UNANSWERED, 0, SlipKind.URGING));
        clock.set(LocalDate.of(2026, 3, 5));
        rules.draft(cast.tenant());
        done(slips.act(cast.approver(), ofMatter().getFirst().id(), new SlipAct.Sign(true), UUID.randomUUID(), null));
        clock.set(LocalDate.of(2026, 3, 12));
        assertThat(rules.draft(cast.tenant()).drafted()).isEqualTo(1);
        done(slips.act(cast.coordinator(), ofMatter().getFirst().id(), new SlipAct.Withdraw("已当面催办"), UUID.randomUUID(), null));
        clock.set(LocalDate.of(2026, 3, 13));
        assertThat(rules.dryRun(cast.coordinator())).isEmpty();
        assertThat(rules.draft(cast.tenant()).refused()).isZero();
    }

    @Test
    void an_order_after_an_inspection_silences_no_rule() {
        done(slips.act(cast.approver(), ((SlipAnswer.Done) slips.draft(cast.coordinator(), SlipDraft.of(SlipKind.RECTIFICATION, matter, cast.office(),
                cast.roads(), SlipContent.of("整改", "检查办法第三条", "整改", DAY.plusDays(30))), UUID.randomUUID())).slip().id(), new SlipAct.Sign(true),
                UUID.randomUUID(), null));
        clock.set(LocalDate.of(2026, 3, 5));
        assertThat(rules.dryRun(cast.coordinator())).hasSize(1);
    }

    @Test
    void what_a_hand_has_changed_waits_for_a_hand() {
        onlyRule(prompts("", true, clock.today().plusDays(1)));
        ceilingOf(30);
        clock.set(LocalDate.of(2026, 3, 5));
        rules.draft(cast.tenant());
        var slip = ofMatter().getFirst();
        done(slips.act(cast.coordinator(), slip.id(), new SlipAct.Change(SlipContent.of("先到现场看一看", "督办办法第四条", "说明原因", clock.today().plusDays(3))),
                UUID.randomUUID(), null));
        ceilingOf(600);
        assertThat(rules.draft(cast.tenant()).sent()).isZero();
    }

    @Test
    void what_follows_an_unanswered_slip_is_signed_by_a_hand_whatever_kind_the_rule_names() {
        var itself = new SlipRules.Asked("", cast.office(), SlipRule.Occasion.SLIP_UNANSWERED, null, null, 0, SlipKind.PROMPT, 1, true, "督办办法第四条",
                DAY.plusDays(1));
        assertThat(rules.put(cast.approver(), Keeper.of(cast.approver(), ""), itself, UUID.randomUUID()))
                .contains(new SlipRefusal.OnlyPromptsGoOut("sendsItself"));
        clock.set(LocalDate.of(2026, 3, 5));
        rules.draft(cast.tenant());
        var warning = ofMatter().getFirst();
        assertThat(warning.kind()).isEqualTo(SlipKind.WARNING);
        assertThat(slips.sendByRule(cast.approver(), warning, UUID.randomUUID()))
                .isEqualTo(new SlipAnswer.Refused(new SlipRefusal.OnlyPromptsGoOut("sendsItself")));
    }

    @Test
    void without_a_coordinator_the_rule_says_what_it_would_draft_and_that_nobody_does() {
        clock.set(LocalDate.of(2026, 3, 5));
        directory.postsOf(cast.tenant(), cast.coordinator().person()).forEach(post -> people
                .endPost(Keeper.of(cast.administrator(), ""), post.id(), DAY).orThrow());
        var refused = rules.draft(cast.tenant()).first();
        assertThat(refused).singleElement().satisfies(it -> assertThat(it.why()).contains(new SlipRefusal.NobodyCoordinates(cast.office())));
        assertThat(rules.looks(cast.tenant()).values()).singleElement().satisfies(look -> assertThat(look.refused()).isEqualTo(1));
    }

    @Test
    void what_cannot_be_drafted_takes_no_place_from_what_can() {
        var sql = "insert into supervision.clock (tenant, matter, step, started_seq, unit, register, rule, version, started_at, first_end, risk_from,"
                + " late_from, provisional, paused)"
                + " select tenant, matter, 'HANDLE', 1000 + n, :nobody, register, rule, version, started_at, first_end, risk_from,"
                + " late_from - interval '1 day', false, false from supervision.clock, generate_series(1, :many) n"
                + " where tenant = :tenant and matter = :matter and step = 'SIGN'";
        assertThat(db.sql(sql).param("nobody", 999_999L).param("many", SlipRules.AT_ONCE_MAX + 5).param("tenant", cast.tenant().value())
                .param("matter", matter.value()).update()).isEqualTo(SlipRules.AT_ONCE_MAX + 5);
        clock.set(LocalDate.of(2026, 3, 5));
        var run = rules.draft(cast.tenant());
        assertThat(run.refused()).as("a unit that cannot be written to is told once").isEqualTo(1);
        assertThat(run.drafted()).isEqualTo(1);
    }

    @Test
    void the_form_of_a_rule_sent_twice_makes_one_rule_and_with_other_words_none() {
        var key = UUID.randomUUID();
        var by = Keeper.of(cast.coordinator(), "");
        long before = rules.of(cast.tenant()).size();
        var one = asked(SlipRule.Occasion.CLOCK_LATE, 3, SlipKind.WARNING);
        assertThat(rules.put(cast.coordinator(), by, one, key)).isEmpty();
        assertThat(rules.put(cast.coordinator(), by, one, key)).isEmpty();
        assertThat(rules.put(cast.coordinator(), by, asked(SlipRule.Occasion.CLOCK_LATE, 4, SlipKind.WARNING), key))
                .contains(new SlipRefusal.KeyUsedBefore());
        assertThat(rules.of(cast.tenant())).hasSize((int) before + 1);
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
        return rules.put(cast.coordinator(), by, spoilt.apply(good), UUID.randomUUID());
    }

    @Test
    void a_rule_that_is_ended_drafts_nothing_from_tomorrow_on() {
        var code = rules.of(cast.tenant()).getFirst().code();
        assertThat(rules.end(cast.roadsHandler(), Keeper.of(cast.roadsHandler(), ""), code)).contains(new SlipRefusal.NotYourOffice("unit"));
        assertThat(rules.end(cast.coordinator(), Keeper.of(cast.coordinator(), ""), code)).isEmpty();
        clock.set(LocalDate.of(2026, 3, 5));
        assertThat(rules.dryRun(cast.coordinator())).isEmpty();
    }

    private static void done(SlipAnswer answer) {
        assertThat(answer).isInstanceOf(SlipAnswer.Done.class);
    }
}
