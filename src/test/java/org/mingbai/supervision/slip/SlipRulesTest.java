package org.mingbai.supervision.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.Span;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Light;

/// What a rule sees it writes down once, and nobody is written to twice about one thing.
@MingbaiTest
class SlipRulesTest extends SlipRuleTown {

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

    @Test
    void a_rule_that_is_ended_drafts_nothing_from_tomorrow_on() {
        var code = rules.of(cast.tenant()).getFirst().code();
        assertThat(rules.end(cast.roadsHandler(), Keeper.of(cast.roadsHandler(), ""), code)).contains(new SlipRefusal.NotYourOffice("unit"));
        assertThat(rules.end(cast.coordinator(), Keeper.of(cast.coordinator(), ""), code)).isEmpty();
        clock.set(LocalDate.of(2026, 3, 5));
        assertThat(rules.dryRun(cast.coordinator())).isEmpty();
    }
}
