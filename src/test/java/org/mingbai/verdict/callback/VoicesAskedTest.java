package org.mingbai.verdict.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.SignedIn;
import org.mingbai.intake.Asking;
import org.mingbai.intake.Followed;
import org.mingbai.intake.Following;
import org.mingbai.intake.Identity;
import org.mingbai.intake.Receipt;
import org.mingbai.intake.Receiving;
import org.mingbai.intake.Submission;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.ActKind;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Evidence;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Refusal;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.Verdict;
import org.mingbai.ledger.store.Replay;
import org.mingbai.verdict.Verdicts;
import org.springframework.beans.factory.annotation.Autowired;

@MingbaiTest
class VoicesAskedTest {

    private static final Verdict CONTENT = new Verdict(true, Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED, "亮了", true);
    private static final Verdict PARTLY = new Verdict(true, Verdict.Solved.PARTLY, Verdict.Satisfied.FAIRLY_SATISFIED, "只亮了一半", false);
    private static final Verdict NOT = new Verdict(true, Verdict.Solved.NOT, Verdict.Satisfied.VERY_DISSATISFIED, "还是黑的", false);

    @Autowired Following following;
    @Autowired Receiving receiving;
    @Autowired CallBacks callBacks;
    @Autowired VoicesAsked asked;
    @Autowired Verdicts verdicts;
    @Autowired Ledger ledger;
    @Autowired Replay replay;
    @Autowired SmallTown town;
    @Autowired SettableClock clock;

    private SmallTown.Cast cast;

    @BeforeEach
    void a_town_of_its_own() {
        clock.set(LocalDate.of(2026, 3, 2));
        cast = town.layOut();
    }

    @Test
    void who_raised_it_answers_on_their_receipt_once_a_round_and_sends_it_back() {
        var receipt = raise("路灯不亮", "13812345678");
        var early = judge(receipt, CONTENT);
        assertThat(early).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotAsked()));
        awaiting(receipt.matter());
        assertThat(follow(receipt).asked()).containsExactly(new Asking.Asked(1, true, null));

        var told = done(judge(receipt, NOT));
        assertThat(told.stage()).isEqualTo(StageName.REFUTED);
        assertThat(told.asked()).containsExactly(new Asking.Asked(1, false, NOT));
        assertThat(judge(receipt, CONTENT)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.AnsweredAlready()));
        assertThat(matter(receipt).round().verdict()).isEqualTo(NOT);
        assertThat(verdicts.ofMatter(cast.coordinator(), receipt.matter())).singleElement()
                .satisfies(answer -> assertThat(answer.said()).isNotNull());

        does(cast.coordinator(), receipt.matter(), new Act.Reopen("没有解决", null));
        again(receipt.matter());
        assertThat(follow(receipt).asked()).containsExactly(new Asking.Asked(1, false, NOT), new Asking.Asked(2, true, null));
        assertThat(done(judge(receipt, CONTENT)).stage()).isEqualTo(StageName.AWAITING_CLOSURE);
        assertThat(replay.check(cast.tenant()).differences()).isEmpty();
    }

    @Test
    void the_same_answer_under_the_same_key_is_one_and_another_under_it_is_refused() {
        var receipt = raise("路灯不亮", "13812345678");
        awaiting(receipt.matter());
        var key = UUID.randomUUID();
        var first = done(following.judge(cast.tenant(), receipt.code(), CONTENT, key));
        assertThat(done(following.judge(cast.tenant(), receipt.code(), CONTENT, key))).isEqualTo(first);
        assertThat(following.judge(cast.tenant(), receipt.code(), NOT, key)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.KeyUsedBefore()));
    }

    @Test
    void what_is_missing_too_long_or_hidden_is_told_at_its_field_and_nothing_is_written() {
        var receipt = raise("路灯不亮", "13812345678");
        awaiting(receipt.matter());
        assertThat(judge(receipt, new Verdict(true, null, Verdict.Satisfied.SATISFIED, null, true)))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("solved")));
        assertThat(judge(receipt, new Verdict(true, Verdict.Solved.FULLY, null, null, true)))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("satisfied")));
        assertThat(judge(receipt, new Verdict(true, Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED, null)))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("heard")));
        assertThat(judge(receipt, new Verdict(true, Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED, "长".repeat(5001), true)))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.TooLong("words", 5000)));
        assertThat(judge(receipt, new Verdict(true, Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED, "好\u202e", true)))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.HiddenCharacters("words")));
        assertThat(following.judge(cast.tenant(), "7K3M-ABCD-EFGH-JKMN-PQRS", CONTENT, UUID.randomUUID()))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchReceipt()));
        assertThat(follow(receipt).asked()).containsExactly(new Asking.Asked(1, true, null));
    }

    @Test
    void everybody_who_raised_the_same_is_asked_and_the_least_content_counts() {
        var first = raise("路灯不亮", "13812345678");
        var second = raise("路灯又不亮", "13987654321");
        joined(second, first);
        awaiting(first.matter());
        assertThat(asked.of(cast.tenant(), matter(first))).hasSize(2).allMatch(heard -> heard.said().isEmpty());

        assertThat(done(judge(first, CONTENT)).stage()).isEqualTo(StageName.AWAITING_VERDICT);
        assertThat(follow(second).asked()).containsExactly(new Asking.Asked(1, true, null));
        heard(fill(said(PARTLY, null)), true);
        assertThat(matter(first).round().verdict())
                .isEqualTo(new Verdict(true, Verdict.Solved.PARTLY, Verdict.Satisfied.FAIRLY_SATISFIED, "亮了\n只亮了一半", false));
        assertThat(follow(second).asked()).containsExactly(new Asking.Asked(1, false, PARTLY));
        assertThat(follow(first).toString()).doesNotContain("只亮了一半");
    }

    @Test
    void nobody_writes_down_one_verdict_for_several_who_raised_it() {
        var first = raise("路灯不亮", "13812345678");
        var second = raise("路灯又不亮", "13987654321");
        joined(second, first);
        awaiting(first.matter());
        var several = new Refusal.HeardOneByOne(2);
        assertThat(ledger.act(cast.verdictTaker(), first.matter(), new Act.RecordVerdict(CONTENT), UUID.randomUUID(), null))
                .isEqualTo(new Answer.Refused(several, matter(first)));
        assertThat(ledger.acts(cast.verdictTaker(), matter(first)).get(ActKind.RECORD_VERDICT)).contains(several);
        assertThat(ledger.acts(cast.coordinator(), matter(first)).get(ActKind.RECORD_VERDICT)).as("what is not theirs is told first")
                .contains(new Refusal.NotYourPost(ActKind.RECORD_VERDICT));
        assertThat(callBacks.whyNot(cast.verdictTaker(), matter(first))).isEmpty();
        does(cast.coordinator(), second.matter(), new Act.Unmerge("不是同一盏"));
        does(cast.verdictTaker(), first.matter(), new Act.RecordVerdict(CONTENT));
    }

    @Test
    void several_whom_nobody_reached_are_still_asked_at_the_desk_until_it_is_signed() {
        var first = raise("路灯不亮", "13812345678");
        var second = raise("路灯又不亮", "13987654321");
        joined(second, first);
        awaiting(first.matter());
        for (var whom : List.of(new Whom(first.matter(), 1), new Whom(second.matter(), 1))) {
            fill(unreached(whom, false));
            fill(unreached(whom, false));
            fill(unreached(whom, true));
        }
        assertThat(matter(first).stage().named()).isEqualTo(StageName.AWAITING_CLOSURE);
        assertThat(ledger.act(cast.verdictTaker(), first.matter(), new Act.RecordVerdict(CONTENT), UUID.randomUUID(), null))
                .isEqualTo(new Answer.Refused(new Refusal.HeardOneByOne(2), matter(first)));
        heard(callBacks.fill(cast.verdictTaker(), first.matter(), said(CONTENT, null), UUID.randomUUID()), true);
        assertThat(matter(first).round().verdict()).isEqualTo(CONTENT);
    }

    @Test
    void one_who_says_it_is_not_solved_sends_it_back_before_the_others_are_heard() {
        var first = raise("路灯不亮", "13812345678");
        var second = raise("路灯又不亮", "13987654321");
        joined(second, first);
        awaiting(first.matter());
        assertThat(done(judge(second, NOT)).stage()).isEqualTo(StageName.REFUTED);
        assertThat(follow(first).asked()).isEmpty();
        assertThat(judge(first, CONTENT)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotAsked()));
    }

    @Test
    void the_desk_says_whom_it_asked_and_gives_up_on_each_only_after_three_tries() {
        var first = raise("路灯不亮", "13812345678");
        var second = raise("路灯又不亮", "13987654321");
        joined(second, first);
        awaiting(first.matter());
        var one = new Whom(first.matter(), 1);
        var other = new Whom(second.matter(), 1);
        assertThat(fill(said(CONTENT, null))).isEqualTo(refused(new CallBackRefusal.Missing("whom")));
        assertThat(fill(said(CONTENT, new Whom(new MatterId(9_999_999), 1)))).isEqualTo(refused(new CallBackRefusal.NoSuchVoice("whom")));
        assertThat(fill(unreached(one, false))).isInstanceOf(CallBackAnswer.Done.class);
        assertThat(fill(unreached(other, false))).isInstanceOf(CallBackAnswer.Done.class);
        assertThat(fill(unreached(one, true))).isEqualTo(refused(new CallBackRefusal.TriedTooLittle("last", 3, 2)));
        heard(fill(said(CONTENT, other)), false);
        assertThat(fill(said(CONTENT, other))).isEqualTo(refused(new CallBackRefusal.HeardAlready("whom")));
        fill(unreached(one, false));
        heard(fill(unreached(one, true)), true);
        assertThat(matter(first).round().verdict()).isEqualTo(CONTENT);
    }

    @Test
    void who_took_it_back_and_who_left_no_name_hold_nobody_up() {
        var first = raise("路灯不亮", "13812345678");
        var second = raise("路灯又不亮", null);
        var third = raise("路灯还不亮", "13700001111");
        joined(second, first);
        joined(third, first);
        done(following.withdraw(cast.tenant(), third.code(), "搬走了", UUID.randomUUID()));
        awaiting(first.matter());
        assertThat(follow(second).asked()).containsExactly(new Asking.Asked(1, true, null));
        assertThat(follow(third).asked()).isEmpty();
        assertThat(done(judge(first, CONTENT)).stage()).isEqualTo(StageName.AWAITING_CLOSURE);
    }

    @Test
    void when_the_last_one_still_to_be_heard_takes_it_back_what_the_others_said_stands() {
        var first = raise("路灯不亮", "13812345678");
        var second = raise("路灯又不亮", "13987654321");
        joined(second, first);
        awaiting(first.matter());
        assertThat(done(judge(first, PARTLY)).stage()).isEqualTo(StageName.AWAITING_VERDICT);
        assertThat(done(following.withdraw(cast.tenant(), second.code(), "搬走了", UUID.randomUUID())).withdrawn()).isTrue();
        assertThat(matter(first).stage().named()).isEqualTo(StageName.AWAITING_CLOSURE);
        assertThat(matter(first).round().verdict()).isEqualTo(PARTLY);
    }

    @Test
    void when_it_is_parted_from_the_one_still_to_be_heard_the_desk_does_not_speak_for_those_who_answered() {
        var first = raise("路灯不亮", "13812345678");
        var second = raise("路灯又不亮", "13987654321");
        joined(second, first);
        awaiting(first.matter());
        done(judge(first, PARTLY));
        does(cast.coordinator(), second.matter(), new Act.Unmerge("不是同一盏"));
        heard(fill(said(CONTENT, null)), true);
        assertThat(matter(first).round().verdict().solved()).isEqualTo(Verdict.Solved.PARTLY);
    }

    @Test
    void two_who_answer_at_the_same_moment_are_both_heard() throws Exception {
        var first = raise("路灯不亮", "13812345678");
        var second = raise("路灯又不亮", "13987654321");
        joined(second, first);
        awaiting(first.matter());
        try (var both = Executors.newFixedThreadPool(2)) {
            var work = List.<Callable<Object>>of(() -> judge(first, CONTENT), () -> judge(second, PARTLY));
            for (var answer : both.invokeAll(work)) {
                assertThat(answer.get()).isInstanceOf(VoiceAnswer.Done.class);
            }
        }
        assertThat(matter(first).stage().named()).isEqualTo(StageName.AWAITING_CLOSURE);
        assertThat(matter(first).round().verdict().solved()).isEqualTo(Verdict.Solved.PARTLY);
    }

    private CallBackAnswer fill(Filled filled) {
        var waiting = callBacks.waiting(cast.verdictTaker()).getFirst().matter().id();
        return callBacks.fill(cast.verdictTaker(), waiting, filled, UUID.randomUUID());
    }

    private static void heard(CallBackAnswer answer, boolean judged) {
        assertThat(answer).isInstanceOfSatisfying(CallBackAnswer.Done.class, done -> {
            assertThat(done.heard()).isTrue();
            assertThat(done.judged()).isEqualTo(judged);
        });
    }

    private static Filled said(Verdict said, @Nullable Whom whom) {
        return new Filled(Attempt.Channel.CALL, "zh", true, said.heardFrom(), said.solved(), said.satisfied(), said.words(), false, whom);
    }

    private static Filled unreached(Whom whom, boolean last) {
        return new Filled(Attempt.Channel.CALL, "zh", false, null, null, null, "无人接听", last, whom);
    }

    private static CallBackAnswer refused(CallBackRefusal why) {
        return new CallBackAnswer.Refused(why);
    }

    private Receipt raise(String title, @Nullable String phone) {
        var subject = new Subject(title, title + "，请处理", null, null, "网络", null, null, null, null, Map.of());
        return done(receiving.receive(cast.tenant(), new Submission("hotline", subject,
                phone == null ? Identity.of(null, null) : Identity.of("张守一", phone), phone == null, false, "zh", List.of(), UUID.randomUUID())));
    }

    private VoiceAnswer<Followed> judge(Receipt receipt, Verdict said) {
        return following.judge(cast.tenant(), receipt.code(), said, UUID.randomUUID());
    }

    private Followed follow(Receipt receipt) {
        return done(following.follow(cast.tenant(), receipt.code()));
    }

    private static <T> T done(VoiceAnswer<T> answer) {
        assertThat(answer).isInstanceOf(VoiceAnswer.Done.class);
        return ((VoiceAnswer.Done<T>) answer).value();
    }

    private Matter matter(Receipt receipt) {
        return ledger.matter(cast.coordinator(), receipt.matter()).orElseThrow();
    }

    private void joined(Receipt one, Receipt into) {
        does(cast.coordinator(), one.matter(), new Act.Merge(into.matter(), "同一盏灯"));
    }

    private void awaiting(MatterId id) {
        does(cast.coordinator(), id, new Act.PutOnList(null));
        again(id);
    }

    private void again(MatterId id) {
        does(cast.coordinator(), id, new Act.Assign(new Assignment(cast.roads(), "王所长", List.of("李师傅"), List.of(),
                Deadline.by(clock.today().plusDays(7)), null)));
        does(cast.roadsHandler(), id, new Act.Sign());
        does(cast.roadsHandler(), id, new Act.Plan(List.of(new Measure(0, Measure.Kind.CONTAINMENT, "换灯", null, "李明", Deadline.by(clock.today().plusDays(3)),
                0, null, null))));
        does(cast.roadsHandler(), id, new Act.AttachEvidence(List.of(), List.<Evidence.File>of(), "换灯前后各看过一次"));
        does(cast.roadsHandler(), id, new Act.ClaimClosure(Outcome.SOLVED, "灯都亮了"));
        does(cast.checker(), id, new Act.PassReview("属实"));
    }

    private void does(SignedIn who, MatterId matter, Act act) {
        assertThat(ledger.act(who, matter, act, UUID.randomUUID(), null)).as(act.toString()).isInstanceOf(Answer.Done.class);
    }
}
