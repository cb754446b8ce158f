package org.mingbai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingbai.intake.VaultTest.done;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Refusal;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Stage;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.Subject;
import org.springframework.beans.factory.annotation.Autowired;

@MingbaiTest
class AnswersAtHandTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired AnswersAtHand answers;
    @Autowired ClerkDesk desk;
    @Autowired Following following;
    @Autowired Ledger ledger;
    @Autowired SmallTown town;
    @Autowired SettableClock clock;

    SmallTown.Cast cast;

    @BeforeEach
    void a_town_of_its_own() {
        clock.set(TODAY);
        cast = town.layOut();
    }

    @Test
    void nobody_is_told_an_answer_before_another_hand_approved_it() {
        var it = done(answers.write(cast.coordinator(), draft("居民医保缴费截止到什么时候")));

        assertThat(near("医保缴费到哪一天")).isEmpty();
        assertThat(answers.approve(cast.coordinator(), it.no(), 1)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.WrittenByYou()));
        assertThat(answers.approve(cast.roadsHandler(), it.no(), 1)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotYourAnswer()));
        assertThat(answers.waitingFor(cast.leader())).extracting(AnswerAtHand::no).containsExactly(it.no());
        done(answers.approve(cast.leader(), it.no(), 1));
        done(answers.approve(cast.leader(), it.no(), 1));
        assertThat(answers.waitingFor(cast.leader())).isEmpty();
        assertThat(near("医保缴费到哪一天")).extracting(AnswerAtHand::no).containsExactly(it.no());
        assertThat(answers.near(town.layOut().tenant(), "医保缴费到哪一天")).as("of another tenant").isEmpty();
    }

    @Test
    void it_is_found_from_two_characters_on_and_the_nearest_question_comes_first() {
        var insurance = approved("居民医保缴费截止到什么时候");
        var card = approved("医保卡丢了怎么补办");

        assertThat(near("医保")).extracting(AnswerAtHand::no).containsExactlyInAnyOrder(insurance.no(), card.no());
        assertThat(near("医")).isEmpty();
        assertThat(near("他说医保卡昨天丢了，想补办一张")).first().extracting(AnswerAtHand::no).isEqualTo(card.no());
        assertThat(near("路灯不亮，请问怎么办")).isEmpty();
        assertThat(answers.latest(cast.tenant(), "补办", 0, 10)).extracting(AnswerAtHand::no).containsExactly(card.no());
        assertThat(answers.latest(cast.tenant(), "", insurance.no(), 10)).extracting(AnswerAtHand::no).containsExactly(card.no());
    }

    @Test
    void a_voice_answered_from_it_ends_as_answered_and_not_as_solved_and_its_reporter_reads_the_answer() {
        var it = approved("居民医保缴费截止到什么时候");
        var said = said("居民医保缴费到哪一天", List.of());
        var taken = done(take(cast.coordinator(), said, it));

        assertThat(taken.notThen()).isEmpty();
        assertThat(taken.matter().stage()).isEqualTo(new Stage.Closed(Outcome.ANSWERED, TODAY));
        assertThat(taken.matter().open()).isFalse();
        var story = done(following.follow(cast.tenant(), taken.receipt().code())).story();
        assertThat(story).extracting(Told::what).containsExactly(Told.What.RECEIVED, Told.What.ANSWERED);
        assertThat(story.getLast().words()).isEqualTo(it.answer());
        assertThat(answers.uses(cast.coordinator(), List.of(it.no())).get(it.no())).extracting(matter -> matter.id()).containsExactly(taken.matter().id());
        assertThat(answers.uses(cast.roadsHandler(), List.of(it.no()))).as("of matters the reader does not see").isEmpty();

        var again = done(take(cast.coordinator(), said, it));
        assertThat(again.receipt().again()).isTrue();
        assertThat(again.matter().seq()).isEqualTo(taken.matter().seq());
        assertThat(answers.uses(cast.coordinator(), List.of(it.no())).get(it.no())).hasSize(1);
    }

    @Test
    void whoever_is_not_content_has_it_begun_anew_from_the_first_step() {
        var taken = done(take(cast.coordinator(), said("居民医保缴费到哪一天", List.of()), approved("居民医保缴费截止到什么时候")));
        ledger.act(cast.coordinator(), taken.matter().id(), new Act.Reopen("说的不是这件事", null), UUID.randomUUID(), null);

        assertThat(ledger.kept(cast.tenant(), taken.matter().id()).orElseThrow().stage().named()).isEqualTo(StageName.RAISED);
    }

    @Test
    void a_clerk_who_may_not_decide_leaves_it_open_and_no_use_is_counted() {
        var it = approved("居民医保缴费截止到什么时候");
        var taken = done(take(cast.roadsHandler(), said("居民医保缴费到哪一天", List.of()), it));

        assertThat(taken.notThen()).containsInstanceOf(Refusal.NotYourPost.class);
        assertThat(taken.matter().stage().named()).isEqualTo(StageName.RAISED);
        assertThat(answers.uses(cast.coordinator(), List.of(it.no()))).isEmpty();
    }

    @Test
    void an_emergency_or_a_complaint_about_a_unit_does_not_end_with_an_answer() {
        var it = approved("配电箱坏了找谁修");

        assertThat(take(cast.coordinator(), said("配电箱冒浓烟", List.of()), it)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotEndedAtDesk("from")));
        assertThat(take(cast.coordinator(), said("配电箱没人修", List.of(cast.roads())), it))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotEndedAtDesk("from")));
    }

    @Test
    void a_new_version_takes_the_place_of_the_old_one_only_when_it_is_approved_and_has_begun() {
        var first = approved("居民医保缴费截止到什么时候");
        var draft = new AnswerDraft(first.question(), "今年延到四月底。", "通知", cast.office(), TODAY.plusDays(3), TODAY.plusDays(10), UUID.randomUUID());
        var second = done(answers.change(cast.coordinator(), first.no(), 1, draft));

        assertThat(done(answers.change(cast.coordinator(), first.no(), 1, draft))).as("sent twice").isEqualTo(second);
        assertThat(answers.change(cast.coordinator(), first.no(), 1, draft("居民医保缴费")))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.AnswerChanged()));
        done(answers.approve(cast.leader(), first.no(), 2));
        assertThat(near("医保缴费")).extracting(AnswerAtHand::version).containsExactly(1);
        clock.set(TODAY.plusDays(3));
        assertThat(near("医保缴费")).extracting(AnswerAtHand::version).containsExactly(2);
        assertThat(take(cast.coordinator(), said("居民医保", List.of()), first)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchAnswer("from")));
        clock.set(TODAY.plusDays(11));
        assertThat(near("医保缴费")).as("what is over is not told, nor what it replaced").isEmpty();
    }

    @Test
    void an_ended_answer_is_told_no_longer_and_not_written_anew() {
        var it = approved("居民医保缴费截止到什么时候");
        assertThat(answers.end(cast.roadsHandler(), it.no())).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotYourAnswer()));
        done(answers.end(cast.coordinator(), it.no()));
        done(answers.end(cast.coordinator(), it.no()));

        assertThat(near("医保缴费")).isEmpty();
        assertThat(answers.change(cast.coordinator(), it.no(), 1, draft("居民医保"))).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.AnswerEnded()));
        assertThat(answers.approve(cast.leader(), it.no(), 1)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.AnswerEnded()));
        assertThat(answers.end(cast.coordinator(), 987_654_321L)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchAnswer("")));
    }

    @Test
    void a_unit_writes_its_own_answers_and_nobody_elses() {
        var own = draft("路灯坏了几天能修好", cast.roads());
        assertThat(done(answers.write(cast.roadsHandler(), own)).unit()).isEqualTo(cast.roads());
        assertThat(answers.write(cast.roadsHandler(), draft("停水找谁", cast.water())))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotOfYourUnit("unit")));
        assertThat(answers.write(cast.auditor(), own)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotYourAnswer()));
        assertThat(answers.write(cast.roadsHandler(), new AnswerDraft("别的问题", own.answer(), own.basis(), own.unit(), TODAY, null, own.key())))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.KeyUsedBefore()));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            '',       答, 据, 2026-03-02, -,          Missing,          question
            医保,     '', 据, 2026-03-02, -,          Missing,          answer
            医保,     答, '', 2026-03-02, -,          Missing,          basis
            医保,     答, 据, -,          -,          Missing,          validFrom
            ？,       答, 据, 2026-03-02, -,          NotToBeFound,     question
            医\u200b保, 答, 据, 2026-03-02, -,        HiddenCharacters, question
            医保,     答, 据, 2026-03-02, 2026-03-01, OverBefore,       validUntil
            医保,     答, 据, 2026-02-02, 2026-03-01, OverBefore,       validUntil
            """)
    void an_answer_that_could_not_be_told_is_refused_at_its_field(String question, String answer, String basis, @Nullable LocalDate from,
            @Nullable LocalDate until, String why, String field) {
        assertThat(answers.write(cast.coordinator(), new AnswerDraft(question, answer, basis, cast.office(), from, until, UUID.randomUUID())))
                .isInstanceOfSatisfying(VoiceAnswer.Refused.class, refused -> {
                    assertThat(refused.why().getClass().getSimpleName()).isEqualTo(why);
                    assertThat(refused.why().field()).isEqualTo(field);
                });
        assertThat(answers.write(cast.coordinator(), new AnswerDraft("医保", "答".repeat(2_001), "据", cast.office(), TODAY, null, UUID.randomUUID())))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.TooLong("answer", 2_000)));
    }

    private List<AnswerAtHand> near(String asked) {
        return answers.near(cast.tenant(), asked);
    }

    private AnswerAtHand approved(String question) {
        var it = done(answers.write(cast.coordinator(), draft(question)));
        return done(answers.approve(cast.leader(), it.no(), it.version()));
    }

    private AnswerDraft draft(String question) {
        return draft(question, cast.office());
    }

    private static AnswerDraft draft(String question, OrganisationId unit) {
        return new AnswerDraft(question, "到三月底，手机和窗口都可以办。", "镇便民服务办事指南第三条", unit, TODAY, null, UUID.randomUUID());
    }

    private VoiceAnswer<TakenDown> take(SignedIn clerk, Submission said, AnswerAtHand from) {
        return desk.take(clerk, "hotline", said, false, new Then.AnsweredFrom(from.no(), from.version()));
    }

    private static Submission said(String text, List<OrganisationId> about) {
        var subject = new Subject("来件", text, null, null, null, null, null, null, null, Map.of()).about(about);
        return new Submission("hotline", subject, null, false, false, "zh", List.of(), UUID.randomUUID());
    }
}
