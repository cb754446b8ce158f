package org.mingbai.verdict.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.Verdict;
import org.mingbai.ledger.store.Replay;
import org.mingbai.ledger.web.LedgerScene;
import org.mingbai.verdict.Answer;
import org.mingbai.verdict.Formulas;
import org.mingbai.verdict.Verdicts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rates as a reader meets them, from verdicts in the journal to the number and back to its cases.
@MingbaiTest
class RatesPagesTest {

    @Autowired LedgerScene scene;
    @Autowired SettableClock clock;
    @Autowired Verdicts verdicts;
    @Autowired Formulas formulas;
    @Autowired Replay replay;
    @Autowired AuditTrail audit;
    @Autowired JdbcClient db;
    @LocalServerPort int port;

    private final Map<PersonId, String> logins = new HashMap<>();
    private SmallTown.Cast cast;

    @BeforeEach
    void aTown() {
        cast = scene.cast();
    }

    private MatterId awaiting(Subject subject) {
        clock.set(LedgerScene.BEGAN);
        return checked(scene.claimed(cast, subject, clock.today().plusDays(30)));
    }

    private MatterId checked(MatterId id) {
        scene.act(cast.hallChecker(), id, new Act.PassReview("属实"));
        scene.act(cast.checker(), id, new Act.PassReview(null));
        clock.set(clock.today().plusDays(6));
        scene.act(cast.coordinator(), id, new Act.EndNotice());
        return id;
    }

    /// Water has a part in it by raising it.
    private MatterId raisedByWater(List<OrganisationId> concerned) {
        clock.set(LedgerScene.BEGAN);
        var due = Deadline.by(clock.today().plusDays(30));
        var id = scene.raised(cast.waterHandler(), "rectification", named("东门井盖"));
        scene.act(cast.coordinator(), id, new Act.PutOnList(null));
        if (!concerned.isEmpty()) {
            scene.act(cast.coordinator(), id, new Act.NameConcerned(concerned, "也反映水务站"));
        }
        scene.act(cast.coordinator(), id, new Act.Assign(new Assignment(cast.roads(), "王镇长", List.of("李明"), List.of(), due, "换井盖")));
        scene.act(cast.roadsHandler(), id, new Act.Sign());
        scene.act(cast.roadsHandler(), id, new Act.Plan(List.of(new Measure(0, Measure.Kind.CONTAINMENT, "换井盖", null, "李明", due, 0, null, null),
                new Measure(0, Measure.Kind.PREVENTIVE, "每月巡查", null, "李明", due, 0, null, null))));
        scene.act(cast.roadsHandler(), id, new Act.AttachEvidence(List.of(), List.of(), "看过"));
        scene.act(cast.roadsHandler(), id, new Act.ClaimClosure(Outcome.SOLVED, "换好了"));
        return checked(id);
    }

    private void says(MatterId id, Verdict.Solved solved, Verdict.Satisfied satisfied) {
        scene.act(cast.verdictTaker(), id, new Act.RecordVerdict(new Verdict(true, solved, satisfied, null, true)));
    }

    private static Subject named(String title) {
        return new Subject(title, "夜里看不清路", null, "群众反映", "来访", null, null, null, null, Map.of());
    }

    private static Subject about(OrganisationId unit) {
        var plain = named("反映水务站态度");
        return new Subject(plain.title(), plain.text(), null, plain.source(), plain.channel(), null, null, null, null, Map.of(), List.of(unit));
    }

    private List<Answer> answers(SignedIn who) {
        return verdicts.of(who, formulas.month(cast.tenant(), YearMonth.of(2026, 3)));
    }

    private String page(SignedIn who, String path) {
        try (var browsing = new Browsing(port)) {
            browsing.signIn(logins.computeIfAbsent(who.person(), _ -> scene.login(who)), Bureau.PASSWORD);
            return browsing.get(path).body();
        }
    }

    @Test
    void what_awaits_its_verdict_is_due_and_each_number_opens_its_cases() {
        says(awaiting(named("中山路路灯")), Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED);
        says(awaiting(named("东门井盖")), Verdict.Solved.PARTLY, Verdict.Satisfied.FAIRLY_SATISFIED);
        awaiting(named("河西自来水"));
        var rates = page(cast.coordinator(), "/rates?month=2026-03");
        assertThat(rates).contains("路灯所", "占 66.67%", "100.00%", "50.00%", "95.00%", "73.00", "不足 5 件", "第三十二条");
        var unit = "&unit=" + cast.roads().value();
        assertThat(rates).contains("/rates/cases?month=2026-03" + unit.replace("&", "&amp;") + "&amp;of=solved");
        assertThat(page(cast.coordinator(), "/rates/cases?month=2026-03" + unit + "&of=solved")).contains("中山路路灯").doesNotContain("东门井盖", "河西自来水");
        assertThat(page(cast.coordinator(), "/rates/cases?month=2026-03" + unit + "&of=not_borne_out")).contains("东门井盖").doesNotContain("中山路路灯");
        assertThat(page(cast.coordinator(), "/rates/cases?month=2026-03&of=unanswered")).contains("河西自来水", "尚未回访").doesNotContain("东门井盖");
    }

    @Test
    void without_a_verdict_there_is_no_data_and_in_another_month_nothing() {
        awaiting(named("河西自来水"));
        assertThat(page(cast.coordinator(), "/rates?month=2026-03")).contains("无数据", "占 0.00%").doesNotContain("个百分点");
        assertThat(page(cast.coordinator(), "/rates?month=2026-04")).contains("这个考核月没有应回访的事项");
    }

    @Test
    void a_unit_sees_its_own_rates_and_no_others_and_nothing_of_what_complains_of_it() {
        says(awaiting(named("中山路路灯")), Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED);
        says(awaiting(about(cast.water())), Verdict.Solved.NOT, Verdict.Satisfied.DISSATISFIED);
        assertThat(answers(cast.coordinator())).hasSize(2);
        assertThat(answers(cast.waterHandler())).isEmpty();
        assertThat(answers(cast.roadsHandler())).hasSize(2);
        assertThat(page(cast.waterHandler(), "/rates/cases?month=2026-03&of=due")).doesNotContain("中山路路灯", "反映水务站态度");
    }

    @Test
    void what_is_kept_from_somebody_is_in_no_number_of_theirs() {
        var plain = raisedByWater(List.of());
        var complaint = raisedByWater(List.of(cast.water()));
        assertThat(answers(cast.coordinator())).extracting(Answer::matter).containsExactly(plain, complaint);
        assertThat(answers(cast.waterHandler())).extracting(Answer::matter).containsExactly(plain);
    }

    @Test
    void those_nobody_reached_are_asked_again_and_the_later_verdict_stands() {
        var id = awaiting(named("中山路路灯"));
        scene.act(cast.verdictTaker(), id, new Act.RecordVerdict(new Verdict(false, null, null, "打了三次")));
        assertThat(answers(cast.coordinator())).singleElement().extracting(it -> it.said().contacted()).isEqualTo(false);
        says(id, Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED);
        assertThat(answers(cast.coordinator())).singleElement().extracting(it -> it.said().solved()).isEqualTo(Verdict.Solved.FULLY);
        assertThat(replay.check(cast.tenant()).differences()).isEmpty();
    }

    @Test
    void the_check_finds_a_verdict_that_was_changed_in_the_table() {
        var id = awaiting(named("中山路路灯"));
        says(id, Verdict.Solved.NOT, Verdict.Satisfied.DISSATISFIED);
        assertThat(replay.check(cast.tenant()).differences()).isEmpty();
        db.sql("update verdict.answer set solved = 'FULLY' where tenant = :tenant").param("tenant", cast.tenant().value()).update();
        assertThat(replay.check(cast.tenant()).differences()).singleElement().extracting(Replay.Difference::what).isEqualTo("verdict.answer");
        db.sql("delete from verdict.answer where tenant = :tenant").param("tenant", cast.tenant().value()).update();
        assertThat(replay.check(cast.tenant()).differences()).singleElement().extracting(Replay.Difference::matter).isEqualTo(id);
    }

    @Test
    void a_new_version_holds_for_months_to_come_and_stands_in_the_audit_trail() {
        clock.set(LocalDate.of(2026, 3, 10));
        var fields = new HashMap<>(Map.of("from", "2026-03", "response", "0.2", "solution", "0.5", "satisfaction", "0.4", "fairly", "0.8", "firstDay", "1",
                "basis", "镇政发〔2026〕8号"));
        try (var browsing = new Browsing(port)) {
            browsing.signIn(scene.login(cast.coordinator()), Bureau.PASSWORD);
            var refused = browsing.post("/rates", "/rates/formula", fields);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("不早于 2026-04");
            fields.put("from", "2026-05");
            assertThat(browsing.post("/rates", "/rates/formula", fields).body()).contains("三项权重之和要等于 1");
            fields.put("satisfaction", "0.3");
            assertThat(browsing.post("/rates", "/rates/formula", fields).statusCode()).isEqualTo(303);
            assertThat(browsing.get("/rates?month=2026-05").body()).contains("第 2 版", "镇政发〔2026〕8号");
            assertThat(browsing.get("/rates?month=2026-03").body()).contains("第 1 版", "自2026年5月考核月起改为");
        }
        var last = formulas.month(cast.tenant(), YearMonth.of(2026, 4));
        assertThat(last.before()).isEqualTo(LocalDate.of(2026, 5, 1));
        assertThat(audit.lines(cast.tenant(), new AuditQuestion(null, AuditAct.FORMULA_SET, null, null, ""), 5)).singleElement()
                .satisfies(line -> assertThat(line.after()).containsEntry("basis", "镇政发〔2026〕8号"));
    }

    @Test
    void a_coordinator_of_another_unit_sets_no_formula() {
        try (var browsing = new Browsing(port)) {
            browsing.signIn(scene.login(cast.roadsHandler()), Bureau.PASSWORD);
            assertThat(browsing.get("/rates").body()).doesNotContain("/rates/formula");
            assertThat(browsing.post("/me/reach", "/rates/formula", Map.of("from", UUID.randomUUID().toString())).statusCode()).isEqualTo(403);
        }
    }
}
