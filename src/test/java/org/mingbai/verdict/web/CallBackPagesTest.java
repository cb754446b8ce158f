package org.mingbai.verdict.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingbai.verdict.VerdictScene.named;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Drawing;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.Verdict;
import org.mingbai.ledger.store.Replay;
import org.mingbai.ledger.web.LedgerScene;
import org.mingbai.supervision.RulePack;
import org.mingbai.supervision.RunningClock;
import org.mingbai.supervision.Step;
import org.mingbai.supervision.Supervision;
import org.mingbai.supervision.TimeRules;
import org.mingbai.verdict.Answer;
import org.mingbai.verdict.Formulas;
import org.mingbai.verdict.Rates;
import org.mingbai.verdict.VerdictScene;
import org.mingbai.verdict.Verdicts;
import org.mingbai.verdict.callback.Attempt;
import org.mingbai.verdict.callback.CallBackAnswer;
import org.mingbai.verdict.callback.CallBackRefusal;
import org.mingbai.verdict.callback.CallBacks;
import org.mingbai.verdict.callback.Filled;
import org.mingbai.verdict.draw.Draw;
import org.mingbai.verdict.draw.Draws;
import org.mingbai.verdict.draw.Sampling;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The call-back desk: who asks, what is written, and what becomes of those the draw leaves out.
@MingbaiTest
class CallBackPagesTest {

    @Autowired LedgerScene scene;
    @Autowired VerdictScene verdict;
    @Autowired SettableClock clock;
    @Autowired CallBacks callBacks;
    @Autowired Draws draws;
    @Autowired Verdicts verdicts;
    @Autowired Formulas formulas;
    @Autowired Ledger ledger;
    @Autowired Replay replay;
    @Autowired AuditTrail audit;
    @Autowired TimeRules limits;
    @Autowired Supervision supervision;
    @LocalServerPort int port;

    private final Map<PersonId, String> logins = new HashMap<>();
    private SmallTown.Cast cast;

    @BeforeEach
    void aTown() {
        cast = scene.cast();
    }

    private static Filled said(Verdict.@Nullable Solved solved, Verdict.@Nullable Satisfied satisfied) {
        return new Filled(Attempt.Channel.CALL, "zh", true, true, solved, satisfied, "亮了", false);
    }

    private static Filled unreached(boolean last, @Nullable String words) {
        return new Filled(Attempt.Channel.CALL, "zh", false, null, null, null, words, last);
    }

    private CallBackAnswer fill(SignedIn who, MatterId id, Filled filled) {
        return callBacks.fill(who, id, filled, UUID.randomUUID());
    }

    private Matter matter(MatterId id) {
        return ledger.matter(cast.coordinator(), id).orElseThrow();
    }

    private Browsing browsing(SignedIn who) {
        var browsing = new Browsing(port);
        browsing.signIn(logins.computeIfAbsent(who.person(), _ -> scene.login(who)), Bureau.PASSWORD);
        return browsing;
    }

    @Test
    void whoever_asks_sees_why_it_is_theirs_reads_the_script_and_writes_down_what_was_said() {
        var id = verdict.awaiting(cast, named("中山路路灯"));
        try (var browsing = browsing(cast.verdictTaker())) {
            assertThat(browsing.get("/callbacks").body()).contains("中山路路灯", "/callbacks/" + id.value());
            var page = browsing.get("/callbacks/" + id.value());
            assertThat(page.body()).contains("由督查室回访：它不是承办单位路灯所", "您反映的“中山路路灯”，由路灯所办理", "灯都亮了");
            assertThat(browsing.get("/callbacks/" + id.value() + "?language=en").body()).contains("You raised \"中山路路灯\"");
            var fields = new HashMap<>(Map.of("channel", "VISIT", "language", "zh", "key", UUID.randomUUID().toString()));
            assertThat(browsing.post("/callbacks/" + id.value(), "/callbacks/" + id.value(), fields).statusCode()).isEqualTo(422);
            fields.put("reached", "yes");
            fields.put("heard", "no");
            fields.put("solved", "FULLY");
            var missing = browsing.post("/callbacks/" + id.value(), "/callbacks/" + id.value(), fields);
            assertThat(missing.statusCode()).isEqualTo(422);
            assertThat(missing.body()).contains("e-satisfied");
            fields.put("satisfied", "SATISFIED");
            fields.put("words", "路灯亮了");
            assertThat(browsing.post("/callbacks/" + id.value(), "/callbacks/" + id.value(), fields).statusCode()).isEqualTo(303);
            assertThat(browsing.post("/callbacks/" + id.value(), "/callbacks/" + id.value(), fields).statusCode()).as("sent twice").isEqualTo(303);
        }
        assertThat(matter(id).stage().named()).isEqualTo(StageName.AWAITING_CLOSURE);
        assertThat(matter(id).round().verdict()).isEqualTo(new Verdict(true, Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED, "路灯亮了", false));
        assertThat(callBacks.attempts(cast.verdictTaker(), matter(id))).singleElement().satisfies(attempt -> {
            assertThat(attempt.channel()).isEqualTo(Attempt.Channel.VISIT);
            assertThat(attempt.seq()).isEqualTo(matter(id).seq());
        });
    }

    @Test
    void the_questions_are_printed_in_either_language_by_whoever_asks_and_by_nobody_else() {
        var id = verdict.awaiting(cast, named("中山路路灯"));
        try (var asks = browsing(cast.verdictTaker()); var handles = browsing(cast.roadsHandler())) {
            assertThat(asks.get("/callbacks/" + id.value()).body()).contains("/callbacks/" + id.value() + "/paper?language=zh");
            assertThat(asks.get("/callbacks/" + id.value() + "/paper").body()).contains("办理结果评议表", "中山路路灯", "承办单位：路灯所", "部分解决", "非常不满意",
                    "填好后交回督查室");
            assertThat(asks.get("/callbacks/" + id.value() + "/paper?language=en").body()).contains("Unit in charge", "lang=\"en\"");
            assertThat(asks.get("/callbacks/" + id.value() + "/paper?language=%3Cb%3E").body()).contains("办理结果评议表");
            assertThat(handles.get("/callbacks/" + id.value() + "/paper").statusCode()).isEqualTo(403);
            fill(cast.verdictTaker(), id, said(Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED));
            assertThat(asks.get("/callbacks/" + id.value() + "/paper").statusCode()).as("nothing is asked any more").isEqualTo(404);
        }
    }

    @Test
    void what_is_not_solved_waits_for_a_new_round() {
        var id = verdict.awaiting(cast, named("中山路路灯"));
        assertThat(fill(cast.verdictTaker(), id, said(Verdict.Solved.NOT, Verdict.Satisfied.DISSATISFIED))).isInstanceOf(CallBackAnswer.Done.class);
        assertThat(matter(id).stage().named()).isEqualTo(StageName.REFUTED);
        scene.act(cast.coordinator(), id, new Act.Reopen("反映人不认可"));
        assertThat(matter(id).round().number()).isEqualTo(2);
    }

    @Test
    void nobody_is_given_up_on_before_the_third_try_and_each_is_kept() {
        var id = verdict.awaiting(cast, named("中山路路灯"));
        assertThat(fill(cast.verdictTaker(), id, unreached(true, "没人接")))
                .isEqualTo(new CallBackAnswer.Refused(new CallBackRefusal.TriedTooLittle("last", 3, 1)));
        assertThat(fill(cast.verdictTaker(), id, unreached(false, null))).isInstanceOf(CallBackAnswer.Done.class);
        assertThat(fill(cast.verdictTaker(), id, unreached(false, "关机"))).isInstanceOf(CallBackAnswer.Done.class);
        assertThat(matter(id).stage().named()).isEqualTo(StageName.AWAITING_VERDICT);
        assertThat(callBacks.waiting(cast.verdictTaker())).singleElement().extracting(CallBacks.Waiting::tries).isEqualTo(2);
        assertThat(fill(cast.verdictTaker(), id, unreached(true, "三次无人接听"))).isInstanceOf(CallBackAnswer.Done.class);
        assertThat(matter(id).round().verdict()).isEqualTo(new Verdict(false, null, null, "三次无人接听"));
        assertThat(callBacks.attempts(cast.verdictTaker(), matter(id))).hasSize(3);
    }

    @Test
    void the_same_questionnaire_twice_is_written_once_and_filled_in_otherwise_it_is_refused() {
        var id = verdict.awaiting(cast, named("中山路路灯"));
        var key = UUID.randomUUID();
        assertThat(callBacks.fill(cast.verdictTaker(), id, unreached(false, "关机"), key)).isInstanceOf(CallBackAnswer.Done.class);
        assertThat(callBacks.fill(cast.verdictTaker(), id, unreached(false, "关机"), key)).isInstanceOf(CallBackAnswer.Done.class);
        assertThat(callBacks.fill(cast.verdictTaker(), id, unreached(false, "打通了"), key))
                .isEqualTo(new CallBackAnswer.Refused(new CallBackRefusal.KeyUsedBefore()));
        assertThat(callBacks.attempts(cast.verdictTaker(), matter(id))).hasSize(1);
    }

    @Test
    void neither_the_handler_nor_one_who_sees_nothing_of_it_asks() {
        var id = verdict.awaiting(cast, named("中山路路灯"));
        assertThat(fill(cast.roadsHandler(), id, said(Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED)))
                .isInstanceOfSatisfying(CallBackAnswer.Refused.class, refused -> assertThat(refused.why()).isInstanceOf(CallBackRefusal.OfLedger.class));
        assertThat(fill(cast.waterHandler(), id, said(Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED)))
                .isEqualTo(new CallBackAnswer.Refused(new CallBackRefusal.NoSuchMatter()));
        assertThat(callBacks.waiting(cast.coordinator())).isEmpty();
        try (var browsing = browsing(cast.roadsHandler())) {
            assertThat(browsing.get("/callbacks").statusCode()).isEqualTo(403);
        }
    }

    private void sample(String percent) {
        clock.set(LocalDate.of(2026, 2, 10));
        try (var browsing = browsing(cast.coordinator())) {
            var fields = new HashMap<>(Map.of("register", "rectification", "of", "VERDICT", "from", "2026-02", "percent", percent, "basis", "镇政发〔2026〕3号"));
            var early = browsing.post("/callbacks/rules", "/callbacks/rules/sampling", fields);
            assertThat(early.statusCode()).isEqualTo(422);
            assertThat(early.body()).contains("不早于 2026-03");
            fields.put("from", "2026-03");
            assertThat(browsing.post("/callbacks/rules", "/callbacks/rules/sampling", fields).statusCode()).isEqualTo(303);
        }
        clock.set(LedgerScene.BEGAN);
    }

    private Draw draw() {
        return draws.published(cast.tenant()).stream().filter(draw -> draw.month().equals(YearMonth.of(2026, 3))).findFirst().orElseThrow();
    }

    @Test
    void the_seed_is_bound_before_the_month_and_shown_after_it_and_anybody_can_repeat_the_draw() throws Exception {
        sample("40");
        var draw = draw();
        try (var browsing = browsing(cast.auditor())) {
            assertThat(browsing.get("/callbacks/rules?register=rectification").body()).contains(draw.commitment(), "镇政发〔2026〕3号")
                    .doesNotContain(draw.seed(), "/callbacks/rules/sampling");
        }
        clock.set(LocalDate.of(2026, 4, 1));
        try (var browsing = browsing(cast.auditor())) {
            assertThat(browsing.get("/callbacks/rules?register=rectification").body()).contains(draw.seed());
        }
        assertThat(sha256(draw.seed())).isEqualTo(draw.commitment());
        int drawn = 0;
        for (int number = 1; number <= 200; number++) {
            var lot = Long.parseUnsignedLong(sha256(draw.seed() + "/" + number + "/7").substring(0, 16), 16);
            boolean below = Long.compareUnsigned(lot, new BigDecimal("0.4").multiply(new BigDecimal("18446744073709551616")).toBigInteger().longValue()) <= 0;
            assertThat(draw.draws(new MatterId(number), 7, new BigDecimal("0.4"))).isEqualTo(below);
            drawn += below ? 1 : 0;
        }
        assertThat(drawn).isBetween(40, 120);
        assertThat(audit.lines(cast.tenant(), new AuditQuestion(null, AuditAct.SAMPLING_SET, null, null, ""), 5)).singleElement()
                .satisfies(line -> assertThat(line.after()).containsEntry("share", "0.4"));
    }

    private static String sha256(String letters) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(letters.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void those_not_drawn_go_on_unasked_and_are_no_data() {
        sample("0.01");
        var ids = IntStream.range(0, 3).mapToObj(i -> {
            clock.set(LedgerScene.BEGAN);
            return verdict.awaiting(cast, named("路灯" + i));
        }).toList();
        assertThat(callBacks.waiting(cast.verdictTaker())).hasSize(3).allMatch(waiting -> waiting.leftOut().isPresent());
        assertThat(fill(cast.verdictTaker(), ids.getFirst(), said(Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED)))
                .isEqualTo(new CallBackAnswer.Refused(new CallBackRefusal.NotInTheSample()));
        try (var browsing = browsing(cast.verdictTaker())) {
            assertThat(browsing.get("/callbacks").body()).contains("将这 3 件转下一步");
            assertThat(browsing.post("/callbacks", "/callbacks/left-out", Map.of()).statusCode()).isEqualTo(303);
        }
        assertThat(callBacks.waiting(cast.verdictTaker())).isEmpty();
        assertThat(ledger.journalOf(cast.coordinator(), ids.getFirst()).getLast().entry())
                .isEqualTo(new Entry.NotDrawn(Drawing.VERDICT, "2026-03", draw().commitment()));
        scene.act(cast.approver(), ids.getFirst(), new Act.Close(Outcome.SOLVED, "同意销号", "已电话告知"));
        var month = formulas.month(cast.tenant(), YearMonth.of(2026, 3));
        var answers = verdicts.of(cast.coordinator(), month);
        assertThat(answers).hasSize(3).allMatch(answer -> answer.leftOut() != null);
        var rates = Rates.of(answers, month.formula());
        assertThat(rates.due()).isZero();
        assertThat(rates.solution()).isEmpty();
        assertThat(replay.check(cast.tenant()).differences()).isEmpty();
        try (var browsing = browsing(cast.coordinator())) {
            assertThat(browsing.get("/rates?month=2026-03").body()).contains("of=not_drawn", "无数据");
            assertThat(browsing.get("/rates/cases?month=2026-03&of=not_drawn").body()).contains("路灯0", "未抽中，未回访");
        }
    }

    @Test
    void no_clock_runs_on_for_what_nobody_is_to_ask_about_and_a_draw_told_too_late_moves_nothing() {
        limits.found(Keeper.program(cast.tenant(), "test"), RulePack.shipped("rectification").orElseThrow(), LedgerScene.BEGAN.minusYears(1));
        sample("0.01");
        var id = verdict.awaiting(cast, named("中山路路灯"));
        assertThat(callBackClock(id).runs()).isTrue();
        callBacks.letGo(cast.verdictTaker());
        assertThat(callBackClock(id).runs()).isFalse();
        var late = new Entry.NotDrawn(Drawing.LOOK_BACK, "2026-03", draw().commitment());
        assertThat(ledger.record(cast.verdictTaker(), new Seat(cast.office(), Role.VERDICT_TAKER), id, late, UUID.randomUUID()))
                .isInstanceOf(org.mingbai.ledger.Answer.Done.class);
        assertThat(matter(id).stage().named()).isEqualTo(StageName.AWAITING_CLOSURE);
        assertThat(replay.check(cast.tenant()).differences()).isEmpty();
    }

    private RunningClock callBackClock(MatterId id) {
        return supervision.clocksOf(cast.tenant(), matter(id)).stream().filter(one -> one.step() == Step.CALL_BACK).findFirst().orElseThrow();
    }

    @Test
    void a_register_without_a_sample_asks_everybody() {
        var id = verdict.awaiting(cast, named("中山路路灯"));
        assertThat(draws.leavesOut(cast.tenant(), Drawing.VERDICT, "rectification", clock.today(), id, 9)).isEmpty();
        assertThat(draws.published(cast.tenant())).isEmpty();
        assertThat(draws.put(Keeper.of(cast.coordinator(), ""), new Sampling(Drawing.VERDICT, "rectification", 2, new BigDecimal("0.5"), "x",
                YearMonth.from(clock.today())))).as("for a month that has begun").isFalse();
    }

    @Test
    void a_text_of_the_registers_own_is_read_out_and_stands_in_the_audit_trail() {
        var id = verdict.awaiting(cast, named("中山路路灯"));
        try (var browsing = browsing(cast.coordinator())) {
            var fields = Map.of("register", "rectification", "language", "bo", "text", "{title}，{unit}，您好");
            assertThat(browsing.post("/callbacks/rules", "/callbacks/rules/scripts", fields).statusCode()).isEqualTo(303);
            assertThat(browsing.post("/callbacks/rules", "/callbacks/rules/scripts", Map.of("register", "rectification", "language", "B-O", "text", "x"))
                    .statusCode()).isEqualTo(422);
        }
        try (var browsing = browsing(cast.verdictTaker())) {
            assertThat(browsing.get("/callbacks/" + id.value() + "?language=bo").body()).contains("中山路路灯，路灯所，您好");
        }
        assertThat(audit.lines(cast.tenant(), new AuditQuestion(null, AuditAct.SCRIPT_SET, null, null, ""), 5)).hasSize(1);
    }

    @Test
    void a_complaint_about_the_asking_unit_is_not_on_its_desk() {
        var id = verdict.awaiting(cast, VerdictScene.about("反映水务站态度", cast.water()));
        assertThat(callBacks.waiting(cast.verdictTaker())).hasSize(1);
        assertThat(callBacks.waiting(cast.waterHandler())).isEmpty();
        assertThat(verdicts.of(cast.waterHandler(), formulas.month(cast.tenant(), YearMonth.of(2026, 3)))).extracting(Answer::matter).doesNotContain(id);
    }
}
