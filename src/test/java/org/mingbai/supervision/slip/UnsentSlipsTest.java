package org.mingbai.supervision.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.Keeper;
import org.mingbai.ledger.Act;
import org.mingbai.supervision.Step;

/// What a rule sends by itself, and what it leaves to a hand.
@MingbaiTest
class UnsentSlipsTest extends SlipRuleTown {

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
}
