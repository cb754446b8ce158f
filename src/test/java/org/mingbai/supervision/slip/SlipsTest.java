package org.mingbai.supervision.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Organisations;
import org.mingbai.directory.Role;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Entry;
import org.mingbai.supervision.Demand;
import org.mingbai.supervision.DemandKind;

@MingbaiTest
class SlipsTest extends SlipTown {

    @Test
    void a_slip_is_written_signed_sent_received_answered_and_closed_and_the_matters_journal_tells_it() {
        var slip = drafted(about(SlipKind.PROMPT));
        assertThat(slips.slip(cast.roadsHandler(), slip.id())).isEmpty();
        slip = act(cast.approver(), slip, new SlipAct.Sign(false));
        assertThat(slip.number()).isEqualTo(new SlipNumber("明督", 2026, 1));
        assertThat(slip.name()).isEqualTo("明督〔2026〕1号");
        slip = act(cast.coordinator(), slip, new SlipAct.Send());
        assertThat(journal()).last().isEqualTo(new Entry.SlipSent(slip.id(), "明督〔2026〕1号", "PROMPT", cast.roads(), DAY.plusDays(3)));
        assertThat(ledger.matter(cast.coordinator(), matter).orElseThrow().watching().slips()).hasSize(1);
        slip = act(cast.roadsHandler(), slip, new SlipAct.Receive());
        slip = act(cast.roadsHandler(), slip, answer());
        assertThat(journal()).last().isEqualTo(new Entry.SlipAnswered(slip.id(), "明督〔2026〕1号", cast.roads()));
        slip = act(cast.coordinator(), slip, new SlipAct.Accept("好", null));
        assertThat(journal()).last().isEqualTo(new Entry.SlipEnded(slip.id(), "明督〔2026〕1号", "ACCEPTED"));
        assertThat(slip.state()).isEqualTo(SlipState.ACCEPTED);
        assertThat(slips.story(cast.roadsHandler(), slip.id())).extracting(line -> line.event().getClass().getSimpleName())
                .containsExactly("Drafted", "Signed", "Sent", "Received", "Answered", "Accepted");
        assertThat(slips.slip(cast.coordinator(), slip.id())).contains(slip);
    }

    @Test
    void a_slip_drafted_before_the_unit_was_named_does_not_go_out() {
        var slip = drafted(aboutToWater(SlipKind.PROMPT));
        done(new Act.NameConcerned(List.of(cast.water()), "来信写明"));
        assertThat(refused(slips.act(cast.approver(), slip.id(), new SlipAct.Sign(true), UUID.randomUUID(), null)))
                .isEqualTo(new SlipRefusal.KeptFrom("to", cast.water()));
    }

    @Test
    void who_changes_the_words_alone_leaves_enclosed_what_somebody_enclosed_meanwhile() throws Exception {
        var file = library.keep(cast.tenant(), cast.coordinator().person(), "照片.txt", new java.io.ByteArrayInputStream(new byte[] {'b'}));
        var content = SlipContent.of("尽快修好路灯", "督办制度第三条", "查明原因", DAY.plusDays(3));
        var slip = drafted(SlipDraft.of(SlipKind.PROMPT, matter, cast.office(), cast.roads(), content));
        act(cast.coordinator(), slip, new SlipAct.Change(content.with(List.of(file))));
        var key = UUID.randomUUID();
        var words = new SlipAct.Change(SlipContent.of("三日内修好路灯", "督办制度第三条", "查明原因", DAY.plusDays(3)), true);
        var changed = done(slips.act(cast.coordinator(), slip.id(), words, key, null));
        assertThat(changed.content().title()).isEqualTo("三日内修好路灯");
        assertThat(changed.content().files()).containsExactly(file);
        act(cast.coordinator(), changed, new SlipAct.Change(content));
        assertThat(done(slips.act(cast.coordinator(), slip.id(), words, key, null)).content().files()).as("sent again, it is the same act").isEmpty();
    }

    @Test
    void an_answer_that_comes_back_is_owed_again_by_the_new_day() {
        var slip = act(cast.roadsHandler(), sent(about(SlipKind.PROMPT)), answer());
        slip = act(cast.coordinator(), slip, new SlipAct.Return("没有照片", DAY.plusDays(9)));
        assertThat(slip.state()).isEqualTo(SlipState.RETURNED);
        assertThat(ledger.matter(cast.coordinator(), matter).orElseThrow().watching().slips()).singleElement()
                .satisfies(open -> assertThat(open.answerBy()).isEqualTo(DAY.plusDays(9)));
        slip = act(cast.roadsHandler(), slip, answer());
        assertThat(slip.feedbacks()).extracting(Feedback::judgement).containsExactly(Feedback.Judgement.RETURNED, Feedback.Judgement.AWAITED);
    }

    @Test
    void never_two_open_slips_of_a_kind_about_one_thing_to_one_unit() {
        var first = drafted(about(SlipKind.PROMPT));
        assertThat(refused(slips.draft(cast.coordinator(), about(SlipKind.PROMPT), UUID.randomUUID())))
                .isEqualTo(new SlipRefusal.AlreadyOpen(SlipKind.PROMPT, first.id(), "尽快修好路灯"));
        drafted(about(SlipKind.NOTICE));
        act(cast.coordinator(), first, new SlipAct.Withdraw("写错了"));
        drafted(about(SlipKind.PROMPT));
    }

    @Test
    void a_draft_that_takes_another_subject_is_about_that_subject() {
        drafted(SlipDraft.of(SlipKind.PROMPT, null, cast.office(), cast.roads(), titled("报送路灯台账")));
        var other = drafted(SlipDraft.of(SlipKind.PROMPT, null, cast.office(), cast.roads(), titled("清理占道堆物")));
        assertThat(refused(slips.act(cast.coordinator(), other.id(), new SlipAct.Change(titled("报送 路灯台账。")), UUID.randomUUID(), null)))
                .isInstanceOf(SlipRefusal.AlreadyOpen.class);
        var changed = act(cast.coordinator(), other, new SlipAct.Change(titled("更换井盖")));
        assertThat(act(cast.coordinator(), changed, new SlipAct.Change(titled("更换井盖！"))).thing()).as("its own place is not taken by itself")
                .isEqualTo(changed.thing());
        assertThat(refused(slips.draft(cast.coordinator(), SlipDraft.of(SlipKind.PROMPT, null, cast.office(), cast.roads(), titled("更换井盖")),
                UUID.randomUUID()))).isInstanceOf(SlipRefusal.AlreadyOpen.class);
        drafted(SlipDraft.of(SlipKind.PROMPT, null, cast.office(), cast.roads(), titled("清理占道堆物")));
    }

    @Test
    void two_kinds_written_at_once_about_one_thing_are_one_slip() throws Exception {
        for (int n = 0; n < 10; n++) {
            var title = titled("第" + "一二三四五六七八九十".charAt(n) + "处积水点");
            var kinds = List.of(SlipKind.PROMPT, SlipKind.WARNING);
            var answers = atOnce(2, at -> slips.draft(cast.coordinator(), new SlipDraft(kinds.get(at), null, cast.office(), cast.roads(), null,
                    "已当面提示过", title), UUID.randomUUID()));
            assertThat(answers.stream().filter(SlipAnswer.Done.class::isInstance)).hasSize(1);
        }
    }

    @Test
    void a_subject_that_is_no_matter_is_one_thing_however_it_is_spelt() {
        var draft = SlipDraft.of(SlipKind.PROMPT, null, cast.office(), cast.roads(), SlipContent.of("报送 防汛预案。", "会议", "报送", DAY.plusDays(3)));
        drafted(draft);
        var again = SlipDraft.of(SlipKind.PROMPT, null, cast.office(), cast.roads(), SlipContent.of("报送防汛预案", "会议", "报送", DAY.plusDays(3)));
        assertThat(refused(slips.draft(cast.coordinator(), again, UUID.randomUUID()))).isInstanceOf(SlipRefusal.AlreadyOpen.class);
    }

    @Test
    void sixteen_who_write_the_same_slip_at_once_write_one() throws Exception {
        var answers = atOnce(16, _ -> slips.draft(cast.coordinator(), about(SlipKind.PROMPT), UUID.randomUUID()));
        assertThat(answers).filteredOn(SlipAnswer.Done.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(SlipAnswer.Refused.class::isInstance).extracting(SlipsTest::refused)
                .hasSize(15).allMatch(SlipRefusal.AlreadyOpen.class::isInstance);
    }

    @Test
    void the_same_request_twice_is_one_slip_and_with_other_content_none() {
        var key = UUID.randomUUID();
        var first = done(slips.draft(cast.coordinator(), about(SlipKind.PROMPT), key));
        assertThat(slips.draft(cast.coordinator(), about(SlipKind.PROMPT), key)).isEqualTo(new SlipAnswer.Done(first, true));
        assertThat(refused(slips.draft(cast.coordinator(), about(SlipKind.NOTICE), key))).isEqualTo(new SlipRefusal.KeyUsedBefore());
        var signing = UUID.randomUUID();
        slips.act(cast.approver(), first.id(), new SlipAct.Sign(true), signing, null);
        assertThat(slips.act(cast.approver(), first.id(), new SlipAct.Sign(true), signing, null)).isInstanceOf(SlipAnswer.Done.class);
        assertThat(journal()).filteredOn(Entry.SlipSent.class::isInstance).hasSize(1);
    }

    @Test
    void an_unanswered_slip_goes_one_step_up_and_the_graver_one_takes_its_place() {
        var prompt = sent(about(SlipKind.PROMPT));
        var draft = new SlipDraft(SlipKind.WARNING, null, cast.office(), cast.roads(), prompt.id(), null,
                SlipContent.of("预警：路灯仍不亮", "督办制度第四条", "说明原因", DAY.plusDays(10)));
        assertThat(refused(slips.draft(cast.coordinator(), draft, UUID.randomUUID()))).isEqualTo(new SlipRefusal.NotOverdue(DAY.plusDays(3)));
        clock.set(DAY.plusDays(4));
        var warning = drafted(draft);
        assertThat(warning.matter()).isEqualTo(matter);
        assertThat(warning.thing()).isEqualTo(prompt.thing());
        warning = act(cast.approver(), warning, new SlipAct.Sign(true));
        var old = slips.slip(cast.coordinator(), prompt.id()).orElseThrow();
        assertThat(old.state()).isEqualTo(SlipState.UPGRADED);
        assertThat(old.upgradedBy()).isEqualTo(warning.id());
        assertThat(journal().subList(journal().size() - 2, journal().size())).containsExactly(
                new Entry.SlipSent(warning.id(), "明督〔2026〕2号", "WARNING", cast.roads(), DAY.plusDays(10)),
                new Entry.SlipEnded(prompt.id(), "明督〔2026〕1号", "UPGRADED"));
    }

    @Test
    void an_answer_between_writing_and_sending_stops_the_graver_slip() {
        var prompt = sent(about(SlipKind.PROMPT));
        clock.set(DAY.plusDays(4));
        var warning = drafted(new SlipDraft(SlipKind.WARNING, null, cast.office(), cast.roads(), prompt.id(), null,
                SlipContent.of("预警", "督办制度", "说明原因", DAY.plusDays(10))));
        act(cast.roadsHandler(), prompt, answer());
        assertThat(refused(slips.act(cast.approver(), warning.id(), new SlipAct.Sign(true), UUID.randomUUID(), null)))
                .isEqualTo(new SlipRefusal.NothingToFollow(prompt.id(), "明督〔2026〕1号"));
        assertThat(done(slips.act(cast.approver(), warning.id(), new SlipAct.Sign(false), UUID.randomUUID(), null)).name()).isEqualTo("明督〔2026〕2号");
    }

    @Test
    void numbers_have_neither_doubles_nor_gaps_when_sixteen_sign_at_once() throws Exception {
        var drafts = IntStream.range(0, 16).mapToObj(i -> drafted(SlipDraft.of(SlipKind.PROMPT, null, cast.office(), cast.roads(),
                SlipContent.of("第" + i + "件", "会议", "报送", DAY.plusDays(3))))).toList();
        var signed = atOnce(16, i -> done(slips.act(cast.approver(), drafts.get(i).id(), new SlipAct.Sign(true), UUID.randomUUID(), null)));
        assertThat(signed).extracting(slip -> java.util.Objects.requireNonNull(slip.number()).number())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 16).boxed().toList());
    }

    @Test
    void signing_about_one_matter_at_once_loses_no_entry() throws Exception {
        var kinds = List.of(SlipKind.PROMPT, SlipKind.NOTICE, SlipKind.RECTIFICATION);
        var drafts = kinds.stream().map(kind -> drafted(about(kind))).toList();
        atOnce(3, i -> done(slips.act(cast.approver(), drafts.get(i).id(), new SlipAct.Sign(true), UUID.randomUUID(), null)));
        assertThat(journal()).filteredOn(Entry.SlipSent.class::isInstance).hasSize(3);
    }

    @Test
    void a_signature_that_is_undone_leaves_no_gap() {
        transaction.executeWithoutResult(status -> {
            assertThat(numbers.next(cast.tenant(), "明督", 2026).number()).isEqualTo(1);
            status.setRollbackOnly();
        });
        assertThat(sent(about(SlipKind.PROMPT)).name()).isEqualTo("明督〔2026〕1号");
        clock.set(LocalDate.of(2027, 1, 1));
        assertThat(sent(SlipDraft.of(SlipKind.PROMPT, null, cast.office(), cast.roads(),
                SlipContent.of("新年", "会议", "报送", LocalDate.of(2027, 1, 9)))).name()).isEqualTo("明督〔2027〕1号");
    }

    @Test
    void a_refused_signature_costs_no_number() {
        var slip = drafted(about(SlipKind.PROMPT));
        assertThat(refused(slips.act(cast.coordinator(), slip.id(), new SlipAct.Sign(true), UUID.randomUUID(), null)))
                .isInstanceOf(SlipRefusal.NotYourPost.class);
        assertThat(act(cast.approver(), slip, new SlipAct.Sign(true)).name()).isEqualTo("明督〔2026〕1号");
    }

    @Test
    void a_unit_without_a_code_word_cannot_number_and_no_two_units_share_one() {
        var leader = town.person(cast.tenant(), "镇统筹", cast.hall(), Role.COORDINATOR);
        var approver = town.person(cast.tenant(), "镇签发", cast.hall(), Role.APPROVER);
        var slip = done(slips.draft(leader, SlipDraft.of(SlipKind.PROMPT, null, cast.hall(), cast.roads(),
                SlipContent.of("一件", "会议", "报送", DAY.plusDays(3))), UUID.randomUUID()));
        assertThat(refused(slips.act(approver, slip.id(), new SlipAct.Sign(true), UUID.randomUUID(), null)))
                .isEqualTo(new SlipRefusal.NoCodeWord(cast.hall()));
        assertThat(slipSettings.setCodeWord(leader, Keeper.of(leader, ""), cast.hall(), null, "明督"))
                .contains(new SlipRefusal.CodeWordTaken("codeWord", cast.office()));
        for (var none : List.of("2026", "明督2", "明 督", "明督〔2026〕", "明\n督")) {
            assertThat(slipSettings.setCodeWord(leader, Keeper.of(leader, ""), cast.hall(), null, none)).contains(new SlipRefusal.NotACodeWord("codeWord"));
        }
        assertThat(slipSettings.setCodeWord(leader, Keeper.of(leader, ""), cast.hall(), SlipKind.PROMPT, "明提")).isEmpty();
        assertThat(done(slips.act(approver, slip.id(), new SlipAct.Sign(true), UUID.randomUUID(), null)).name()).isEqualTo("明提〔2026〕1号");
        assertThat(slipSettings.codeWords(cast.tenant(), cast.hall())).containsExactly(java.util.Map.entry(Optional.of(SlipKind.PROMPT), "明提"));
    }

    @Test
    void an_abolished_unit_gets_no_slip_and_its_successor_is_named() {
        var keeper = Keeper.program(cast.tenant(), "test");
        var old = town.unit(cast.tenant(), cast.hall(), "老路政所");
        organisations.close(keeper, old, 1, DAY.minusDays(1)).orThrow();
        var heir = organisations.found(keeper, Optional.of(cast.hall()), Organisations.Description.of("新路政所",
                org.mingbai.directory.OrganisationKind.DEPARTMENT), org.mingbai.directory.Span.from(DAY), Optional.of(old)).orThrow();
        assertThat(refused(slips.draft(cast.coordinator(), SlipDraft.of(SlipKind.PROMPT, matter, cast.office(), old, about(SlipKind.PROMPT).content()),
                UUID.randomUUID()))).isEqualTo(new SlipRefusal.UnitAbolished("to", old, heir));
        assertThat(refused(slips.draft(cast.coordinator(), SlipDraft.of(SlipKind.PROMPT, matter, cast.office(), heir, about(SlipKind.PROMPT).content()),
                UUID.randomUUID()))).isEqualTo(new SlipRefusal.NobodyAnswersThere("to", heir, null));
    }

    @Test
    void what_is_signed_does_not_go_out_after_the_day_for_its_answer() {
        var slip = act(cast.approver(), drafted(about(SlipKind.PROMPT)), new SlipAct.Sign(false));
        clock.set(slip.answerBy().plusDays(1));
        assertThat(refused(slips.act(cast.coordinator(), slip.id(), new SlipAct.Send(null), UUID.randomUUID(), null)))
                .isEqualTo(new SlipRefusal.AnswerDayPast(slip.answerBy()));
        act(cast.coordinator(), slip, new SlipAct.Withdraw("期限已过，重写"));
        var draft = drafted(SlipDraft.of(SlipKind.PROMPT, matter, cast.office(), cast.roads(), SlipContent.of("修灯", "督办制度", "说明原因", clock.today())));
        clock.set(clock.today().plusDays(1));
        assertThat(refused(slips.act(cast.approver(), draft.id(), new SlipAct.Sign(true), UUID.randomUUID(), null)))
                .isEqualTo(new SlipRefusal.AnswerDayPast(draft.answerBy()));
    }

    @Test
    void what_a_slip_asked_is_found_when_the_same_is_asked_again() {
        var slip = sent(SlipDraft.of(SlipKind.PROMPT, null, cast.office(), cast.roads(), titled("报送路灯故障台账")));
        assertThat(demands.warning(cast.coordinator(), new Demand(0, DemandKind.FORM, cast.roads(), cast.office(), "上报路灯故障台账", "通知", 60,
                DAY.plusDays(5), null, null, null, null)).before()).singleElement()
                .satisfies(before -> assertThat(before.subject()).as("by its number alone").isEqualTo(slip.name()));
        assertThat(slips.burden(cast.coordinator(), cast.roads(), "报送路灯故障台账", DAY.plusDays(6)).before()).hasSize(1);
        assertThat(slips.burden(cast.coordinator(), cast.water(), "报送路灯故障台账", DAY.plusDays(6)).before()).isEmpty();
    }

    @Test
    void lists_page_by_key_and_counts_follow_the_groups() {
        var all = new ArrayList<Long>();
        for (int i = 0; i < 5; i++) {
            all.addFirst(drafted(SlipDraft.of(SlipKind.PROMPT, null, cast.office(), cast.roads(),
                    SlipContent.of("第" + i + "件", "会议", "报送", DAY.plusDays(3)))).id());
        }
        var first = slips.page(cast.coordinator(), new SlipFilter(null, null, null, null, null, 2));
        assertThat(first.slips()).extracting(Slip::id).containsExactlyElementsOf(all.subList(0, 2));
        assertThat(first.newer()).isFalse();
        assertThat(first.older()).isTrue();
        var second = slips.page(cast.coordinator(), new SlipFilter(null, null, null, all.get(1), null, 2));
        assertThat(second.slips()).extracting(Slip::id).containsExactlyElementsOf(all.subList(2, 4));
        var back = slips.page(cast.coordinator(), new SlipFilter(null, null, null, null, all.get(2), 2));
        assertThat(back.slips()).extracting(Slip::id).containsExactlyElementsOf(all.subList(0, 2));
        var out = act(cast.approver(), second.slips().getFirst(), new SlipAct.Sign(true));
        assertThat(slips.toAnswer(cast.roadsHandler())).isEqualTo(new Slips.Waiting(1, false));
        clock.set(DAY.plusDays(4));
        assertThat(slips.counts(cast.coordinator(), SlipFilter.ALL)).containsOnly(
                java.util.Map.entry(SlipFilter.Group.UNSENT, 4L), java.util.Map.entry(SlipFilter.Group.OVERDUE, 1L));
        assertThat(slips.page(cast.coordinator(), SlipFilter.ALL.in(SlipFilter.Group.OVERDUE)).slips()).extracting(Slip::id).containsExactly(out.id());
        assertThat(slips.toAnswer(cast.roadsHandler())).isEqualTo(new Slips.Waiting(1, true));
        assertThat(slips.toLead(cast.coordinator())).isEqualTo(new Slips.Waiting(5, true));
    }
}
