package org.mingbai.supervision.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Role;
import org.mingbai.directory.telling.Messages;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Subject;
import org.mingbai.supervision.Demands;

/// What a slip asks of its unit: who is told, how much it weighs, and who sees it.
@MingbaiTest
class SlipBurdenTest extends SlipTown {

    @Test
    void a_slip_shows_a_unit_that_has_no_part_in_the_matter_the_slip_and_not_the_matter() {
        var slip = sent(aboutToWater(SlipKind.PROMPT));
        assertThat(slips.slip(cast.waterHandler(), slip.id())).contains(slip);
        assertThat(slips.showsMatter(cast.waterHandler(), slip)).isFalse();
        assertThat(ledger.matter(cast.waterHandler(), matter)).isEmpty();
        act(cast.waterHandler(), slip, answer());
        assertThat(journal()).last().isEqualTo(new Entry.SlipAnswered(slip.id(), slip.name(), cast.water()));
        assertThat(ledger.matter(cast.waterHandler(), matter)).isEmpty();
    }

    @Test
    void no_slip_tells_a_unit_of_what_complains_of_it() {
        done(new Act.NameConcerned(List.of(cast.water()), "来信写明"));
        assertThat(refused(slips.draft(cast.coordinator(), aboutToWater(SlipKind.PROMPT), UUID.randomUUID())))
                .isEqualTo(new SlipRefusal.KeptFrom("to", cast.water()));
        var supporting = new SlipContent("尽快修好路灯", "督办制度第三条", "查明原因", null, null, null, List.of(cast.water()), null, null, null, null, DAY.plusDays(3));
        assertThat(refused(slips.draft(cast.coordinator(), SlipDraft.of(SlipKind.PROMPT, matter, cast.office(), cast.roads(), supporting), UUID.randomUUID())))
                .isEqualTo(new SlipRefusal.KeptFrom("supporting", cast.water()));
    }

    @Test
    void a_slip_whose_matter_is_kept_from_its_unit_since_waits_for_nobody_and_asks_it_nothing_more() {
        var slip = sent(aboutToWater(SlipKind.PROMPT));
        assertThat(slips.waitsForNobody(cast.coordinator(), slip)).isFalse();
        var answered = act(cast.waterHandler(), slip, answer());
        done(new Act.NameConcerned(List.of(cast.water()), "来信写明"));
        var told = messages.page(cast.waterHandler(), Locale.CHINESE, Long.MAX_VALUE, 50);

        var before = new SlipRefusal.KeptFromSince(cast.water());
        assertThat(refused(slips.act(cast.coordinator(), slip.id(), new SlipAct.Return("再查", DAY.plusDays(4)), UUID.randomUUID(), null))).isEqualTo(before);
        assertThat(refused(slips.act(cast.coordinator(), slip.id(), new SlipAct.Accept("继续", DAY.plusDays(4)), UUID.randomUUID(), null)))
                .isEqualTo(before);
        assertThat(slips.acts(cast.coordinator(), answered).get(SlipAct.Kind.RETURN)).contains(before);
        assertThat(messages.page(cast.waterHandler(), Locale.CHINESE, Long.MAX_VALUE, 50)).isEqualTo(told);
        act(cast.coordinator(), slip, new SlipAct.Accept("好", null));
    }

    @Test
    void whoever_sent_it_is_told_that_a_slip_waits_for_nobody_and_its_unit_and_those_between_are_told_nothing() {
        var bureau = town.unit(cast.tenant(), cast.hall(), "水务局");
        var station = town.unit(cast.tenant(), bureau, "二水厂");
        var between = town.person(cast.tenant(), "局审核员", bureau, Role.CHECKER);
        var below = town.person(cast.tenant(), "厂经办", station, Role.HANDLER);
        assertThat(unread(below)).isEmpty();
        var about = ((Answer.Done) ledger.raise(cast.coordinator(), "rectification", Subject.of("水厂收费不开票", "收费没有票据"), UUID.randomUUID()))
                .matter().id();
        var slip = sent(SlipDraft.of(SlipKind.PROMPT, about, cast.office(), station, SlipContent.of("请说明收费情况", "督办制度第三条", "查明",
                DAY.plusDays(3))));
        assertThat(unread(below)).hasSize(1);
        assertThat(ledger.act(cast.coordinator(), about, new Act.NameConcerned(List.of(station), "来信写明"), UUID.randomUUID(), null))
                .isInstanceOf(Answer.Done.class);
        assertThat(slips.waitsForNobody(cast.coordinator(), slip)).isTrue();
        assertThat(slips.slip(between, slip.id())).isPresent();
        assertThat(slips.waitsForNobody(between, slip)).isFalse();
        assertThat(unread(cast.coordinator())).anyMatch(sentence -> sentence.contains("无人可答复：请说明收费情况"));
        assertThat(unread(below)).as("what was not read yet is asked of nobody").isEmpty();
        assertThat(slips.slip(below, slip.id())).isEmpty();
        clock.set(DAY.plusDays(5));
        assertThat(slips.acts(cast.coordinator(), slip).get(SlipAct.Kind.UPGRADE)).contains(new SlipRefusal.KeptFromSince(station));
        assertThat(slips.waitsForNobody(cast.coordinator(), act(cast.coordinator(), slip, new SlipAct.Withdraw("已回避")))).isFalse();
    }

    @Test
    void to_know_the_hash_of_a_file_is_not_to_enclose_it() throws Exception {
        var file = library.keep(cast.tenant(), cast.approver().person(), "甲.txt", new java.io.ByteArrayInputStream(new byte[] {'a'}));
        var content = SlipContent.of("尽快修好路灯", "督办制度第三条", "查明原因", DAY.plusDays(3)).with(List.of(file));
        var draft = SlipDraft.of(SlipKind.PROMPT, matter, cast.office(), cast.roads(), content);
        assertThat(refused(slips.draft(cast.coordinator(), draft, UUID.randomUUID()))).isEqualTo(new SlipRefusal.NoSuchFile("files"));
        library.keep(cast.tenant(), cast.coordinator().person(), "甲.txt", new java.io.ByteArrayInputStream(new byte[] {'a'}));
        assertThat(drafted(draft).content().files()).containsExactly(file);
        assertThat(refused(slips.draft(cast.coordinator(), SlipDraft.of(SlipKind.PROMPT, matter, cast.office(), cast.water(),
                content.with(java.util.Collections.nCopies(21, file))), UUID.randomUUID()))).isEqualTo(new SlipRefusal.TooManyFiles("files", 20));
    }

    @Test
    void a_slip_about_what_complains_of_those_above_is_kept_from_them_too() {
        var about = ((Answer.Done) ledger.raise(cast.coordinator(), "rectification", Subject.of("镇里挪用路灯款", "账目对不上"), UUID.randomUUID())).matter().id();
        var slip = sent(SlipDraft.of(SlipKind.PROMPT, about, cast.office(), cast.water(), SlipContent.of("请说明路灯款去向", "督办制度第三条", "查明", DAY.plusDays(3))));
        assertThat(slips.slip(cast.hallChecker(), slip.id())).isPresent();
        assertThat(ledger.act(cast.coordinator(), about, new Act.NameConcerned(List.of(cast.hall()), "来信写明"), UUID.randomUUID(), null))
                .isInstanceOf(Answer.Done.class);

        assertThat(slips.slip(cast.hallChecker(), slip.id())).isEmpty();
        assertThat(slips.page(cast.hallChecker(), new SlipFilter(null, null, null, null, null, 20)).slips()).isEmpty();
        assertThat(slips.counts(cast.hallChecker(), new SlipFilter(null, null, null, null, null, 20))).isEmpty();
        assertThat(slips.toAnswer(cast.waterHandler()).waiting()).isZero();
        assertThat(slips.slip(cast.coordinator(), slip.id())).isPresent();
    }

    @Test
    void over_the_ceiling_it_goes_out_with_a_reason_that_is_kept() {
        demands.setCeiling(new Keeper(cast.tenant(), Optional.of(cast.coordinator().person()), "协调员", ""), new Demands.Ceiling(30, "减负若干措施第二条"));
        var slip = drafted(about(SlipKind.PROMPT));
        assertThat(slips.burden(cast.coordinator(), slip).overCeiling()).isTrue();
        assertThat(refused(slips.act(cast.approver(), slip.id(), new SlipAct.Sign(true), UUID.randomUUID(), null)))
                .isEqualTo(new SlipRefusal.OverCeiling("despite", "0", "1", "0.5", "减负若干措施第二条"));
        act(cast.approver(), slip, new SlipAct.Sign(true, "汛期安全"));
        assertThat(demands.of(cast.coordinator(), cast.roads(), DAY.plusDays(3))).singleElement()
                .satisfies(demand -> assertThat(demand.despite()).isEqualTo("汛期安全"));
    }

    @Test
    void a_reason_longer_than_is_kept_is_refused_and_not_cut() {
        assertThat(refused(slips.act(cast.approver(), drafted(about(SlipKind.PROMPT)).id(), new SlipAct.Sign(true, "字".repeat(301)), UUID.randomUUID(), null)))
                .isEqualTo(new SlipRefusal.TooLong("despite", 300));
    }

    @Test
    void both_sides_are_told_and_what_is_answered_is_asked_no_more() {
        var slip = sent(about(SlipKind.PROMPT));
        assertThat(told(cast.roadsHandler())).singleElement().satisfies(text -> assertThat(text).contains("提示单", "明督〔2026〕1号", "尽快修好路灯"));
        act(cast.roadsHandler(), slip, answer());
        assertThat(told(cast.coordinator())).anyMatch(text -> text.contains("已答复"));
        assertThat(ofSlips(cast.roadsHandler())).isNotEmpty().allMatch(Messages.Message::read);
    }

    @Test
    void from_a_warning_on_the_unit_is_told_at_once_and_else_when_it_wants_to() {
        var prompt = sent(about(SlipKind.PROMPT));
        assertThat(ofSlips(cast.roadsHandler())).isNotEmpty().noneMatch(Messages.Message::urgent);
        act(cast.coordinator(), prompt, new SlipAct.Withdraw("改发预警单"));
        var warning = about(SlipKind.WARNING);
        sent(new SlipDraft(SlipKind.WARNING, matter, warning.from(), warning.to(), null, "危及安全", warning.content()));
        assertThat(ofSlips(cast.roadsHandler()).filter(Messages.Message::urgent)).singleElement()
                .satisfies(message -> assertThat(message.sentence()).contains("预警单"));
    }

    @Test
    void a_slip_that_is_sent_counts_in_the_weeks_burden_of_its_unit_by_its_number_alone() {
        var slip = sent(about(SlipKind.PROMPT));
        assertThat(demands.loadOf(cast.tenant(), cast.roads(), slip.answerBy()).demands()).isEqualTo(1);
        assertThat(demands.of(cast.roadsHandler(), cast.roads(), slip.answerBy())).singleElement().satisfies(demand -> {
            assertThat(demand.subject()).isEqualTo(slip.name());
            assertThat(demand.cause()).isEqualTo("slip/" + slip.id());
        });
    }

    @Test
    void what_is_taken_back_weighs_nothing_and_what_is_asked_again_weighs_again() {
        var back = sent(about(SlipKind.PROMPT));
        act(cast.coordinator(), back, new SlipAct.Withdraw("发错了单位"));
        assertThat(load(back.answerBy())).isZero();
        var slip = sent(about(SlipKind.PROMPT));
        act(cast.roadsHandler(), slip, answer());
        act(cast.coordinator(), slip, new SlipAct.Return("没有说明原因", DAY.plusDays(10)));
        assertThat(load(slip.answerBy())).isEqualTo(1);
        assertThat(load(DAY.plusDays(10))).isEqualTo(1);
        act(cast.roadsHandler(), slip, answer());
        act(cast.coordinator(), slip, new SlipAct.Accept("再报一次", DAY.plusDays(17)));
        assertThat(load(DAY.plusDays(17))).isEqualTo(1);
        act(cast.coordinator(), slip, new SlipAct.Withdraw("不必再报"));
        assertThat(load(DAY.plusDays(17))).as("not answered").isZero();
        assertThat(load(DAY.plusDays(10))).as("answered").isEqualTo(1);
    }

    @Test
    void the_graver_slip_weighs_in_the_place_of_the_one_nobody_answered() {
        demands.setCeiling(Keeper.of(cast.coordinator(), ""), new Demands.Ceiling(60, "减负规定"));
        var prompt = sent(SlipDraft.of(SlipKind.PROMPT, matter, cast.office(), cast.roads(), SlipContent.of("修灯", "督办制度", "说明原因", DAY)));
        clock.set(DAY.plusDays(1));
        var warning = sent(new SlipDraft(SlipKind.WARNING, null, cast.office(), cast.roads(), prompt.id(), null,
                SlipContent.of("修灯", "督办制度", "说明原因", DAY.plusDays(3))));
        assertThat(warning.state()).isEqualTo(SlipState.SENT);
        assertThat(load(DAY)).isEqualTo(1);
    }

    @Test
    void what_a_slip_about_a_kept_matter_asks_is_no_burden_to_those_it_is_kept_from() {
        var slip = sent(about(SlipKind.PROMPT));
        var complainedOf = town.person(cast.tenant(), "水务站协调员", cast.water(), Role.COORDINATOR);
        assertThat(demands.loads(complainedOf, slip.answerBy(), slip.answerBy())).hasSize(1);
        done(new Act.NameConcerned(List.of(cast.water()), "反映的是水务站"));

        assertThat(demands.loads(complainedOf, slip.answerBy(), slip.answerBy())).isEmpty();
        assertThat(demands.of(complainedOf, cast.roads(), slip.answerBy())).isEmpty();
        var seen = demands.of(cast.coordinator(), cast.roads(), slip.answerBy());
        assertThat(seen).hasSize(1);
        assertThat(demands.one(complainedOf, seen.getFirst().id())).isEmpty();
        assertThat(slips.burden(cast.coordinator(), cast.roads(), "另一件事", slip.answerBy()).load().demands()).isEqualTo(1);
        assertThat(slips.burden(complainedOf, cast.roads(), "另一件事", slip.answerBy()).load().demands()).as("nor where they write one").isZero();
    }

    @Test
    void who_sees_a_slip_sees_its_office_its_unit_or_its_matter() {
        var slip = sent(about(SlipKind.PROMPT));
        assertThat(slips.slip(cast.waterHandler(), slip.id())).isEmpty();
        assertThat(slips.story(cast.waterHandler(), slip.id())).isEmpty();
        assertThat(slips.slip(cast.administrator(), slip.id())).isEmpty();
        assertThat(slips.slip(cast.auditor(), slip.id())).isPresent();
        assertThat(slips.page(cast.waterHandler(), SlipFilter.ALL).slips()).isEmpty();
        assertThat(slips.page(cast.roadsHandler(), SlipFilter.ALL).slips()).extracting(Slip::id).containsExactly(slip.id());
        assertThat(refused(slips.act(cast.waterHandler(), slip.id(), new SlipAct.Receive(), UUID.randomUUID(), null)))
                .isEqualTo(new SlipRefusal.NoSuchSlip());
    }
}
