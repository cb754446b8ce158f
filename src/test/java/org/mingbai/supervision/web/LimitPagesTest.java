package org.mingbai.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Role;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.web.LedgerScene;
import org.mingbai.supervision.ClocksOfThePast;
import org.mingbai.supervision.Limit;
import org.mingbai.supervision.LimitUnit;
import org.mingbai.supervision.RulePack;
import org.mingbai.supervision.Step;
import org.mingbai.supervision.TimeRule;
import org.mingbai.supervision.TimeRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Limits are read, written down, tried on the past and put in force.
@MingbaiTest
class LimitPagesTest {

    private static final String SIGN = "/limits/rectification.sign";

    @Autowired LedgerScene scene;
    @Autowired SmallTown town;
    @Autowired TimeRules rules;
    @Autowired ClocksOfThePast past;
    @Autowired AuditTrail audit;
    @LocalServerPort int port;

    private SmallTown.Cast cast;
    private Browsing coordinator;

    @BeforeEach
    void aTownThatBeganWithThePackOfLedgers() {
        cast = scene.cast();
        rules.found(Keeper.program(cast.tenant(), "test"), RulePack.shipped("rectification").orElseThrow(), LedgerScene.BEGAN.minusDays(30));
        coordinator = as(cast.coordinator());
    }

    @AfterEach
    void leave() {
        coordinator.close();
    }

    private Browsing as(SignedIn who) {
        var browsing = new Browsing(port);
        browsing.signIn(scene.login(who), Bureau.PASSWORD);
        return browsing;
    }

    private static Map<String, String> form(String... changes) {
        var form = new HashMap<>(Map.ofEntries(Map.entry("seen", "1"), Map.entry("limit", "1工作日"), Map.entry("starts", "DISPATCHED"),
                Map.entry("ends", "SIGNED"), Map.entry("atRiskPercent", "20"), Map.entry("basisTitle", "青榆镇督办办法"), Map.entry("basisArticle", "第三条"),
                Map.entry("from", LedgerScene.NOW.plusDays(1).toString()), Map.entry("since", LedgerScene.BEGAN.toString()),
                Map.entry("until", LedgerScene.NOW.toString())));
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        return form;
    }

    @Test
    void everybody_who_sees_matters_reads_the_limits_as_sentences() {
        try (var handler = as(cast.roadsHandler())) {
            var page = handler.get("/limits?register=rectification");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("签收：派单起 2 个工作日，依据整改台账通行做法").contains("整改本身的期限由交办时逐件定")
                    .doesNotContain("/limits/new").doesNotContain("/limits/task.sign");
            assertThat(handler.get(SIGN).body()).contains("第 1 版").contains("现行").doesNotContain("versions/new");
            assertThat(handler.get(SIGN + "/versions/new").statusCode()).isEqualTo(403);
        }
        assertThat(coordinator.get("/limits").body()).contains("/limits/new").contains("比计划落后 10 个百分点起");
        assertThat(coordinator.get("/limits/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void a_version_is_tried_on_the_past_and_then_put_in_force() {
        scene.someOfEach(cast);
        scene.restoreToday();
        var tried = coordinator.post(SIGN + "/versions/new", SIGN + "/versions/trial", form("limit", "300日"));
        assertThat(tried.statusCode()).isEqualTo(200);
        assertThat(tried.body()).contains("按现行的超期 4 次，按这条会超期 0 次").contains("结果不同的事项 4 件").contains("超期").contains("未超期");
        assertThat(rules.versions(cast.tenant(), "rectification.sign")).hasSize(1);

        assertThat(coordinator.post(SIGN + "/versions/new", SIGN + "/versions", form("limit", "300日")).statusCode()).isEqualTo(303);
        assertThat(coordinator.get(SIGN).body()).contains("第 2 版").contains("尚未生效").contains("签收：派单起 300 日，依据《青榆镇督办办法》第三条");
        assertThat(audit.lines(cast.tenant(), new AuditQuestion(null, AuditAct.TIME_RULE_PUT, null, null, "rectification.sign"), 5)).hasSize(2);
    }

    @Test
    void a_trial_counts_only_what_the_asker_may_see() {
        scene.someOfEach(cast);
        scene.restoreToday();
        var proposed = new TimeRule("rectification.sign", 2, new TimeRule.Scope("rectification", null, null, null), Step.SIGN,
                new Limit(300, LimitUnit.DAYS), org.mingbai.ledger.Happening.DISPATCHED, java.util.Set.of(org.mingbai.ledger.Happening.SIGNED),
                java.util.Set.of(), null, null, 20, new TimeRule.Basis("办法", "第一条"), LedgerScene.NOW.plusDays(1), null);
        var elsewhere = town.person(cast.tenant(), "水务站协调员", cast.water(), Role.COORDINATOR);
        var all = past.tried(cast.coordinator(), proposed, LedgerScene.BEGAN, LedgerScene.NOW);
        var some = past.tried(elsewhere, proposed, LedgerScene.BEGAN, LedgerScene.NOW);
        assertThat(all.differingAll()).isEqualTo(4);
        assertThat(some.differingAll()).isEqualTo(2);
        assertThat(some.matters()).isLessThan(all.matters());
        assertThat(some.differing()).allSatisfy(it -> {
            assertThat(it.matter().lead()).isEqualTo(cast.water());
            assertThat(it.lateBefore()).isTrue();
            assertThat(it.lateAfter()).isFalse();
        });
        assertThat(past.tried(cast.coordinator(), proposed, LedgerScene.NOW, LedgerScene.NOW).matters()).isZero();
    }

    @Test
    void a_time_one_may_use_and_need_not_makes_nothing_late_in_a_trial_either() {
        scene.someOfEach(cast);
        scene.restoreToday();
        var window = new TimeRule("own.object", 1, new TimeRule.Scope("rectification", null, null, null), Step.OBJECT, new Limit(1, LimitUnit.DAYS),
                org.mingbai.ledger.Happening.DISPATCHED, java.util.Set.of(org.mingbai.ledger.Happening.RETURN_ASKED), java.util.Set.of(), null, null, 20,
                new TimeRule.Basis("办法", "第一条"), LedgerScene.NOW.plusDays(1), null);
        var trial = past.tried(cast.coordinator(), window, LedgerScene.BEGAN, LedgerScene.NOW);
        assertThat(trial.clocks()).isPositive();
        assertThat(trial.lateAfter()).isZero();
        assertThat(trial.differingAll()).isZero();
    }

    @Test
    void a_version_under_which_nothing_starts_frees_what_is_late_under_the_present_one() {
        scene.someOfEach(cast);
        scene.restoreToday();
        var never = new TimeRule("rectification.sign", 2, new TimeRule.Scope("rectification", null, null, null), Step.SIGN,
                new Limit(300, LimitUnit.DAYS), org.mingbai.ledger.Happening.REEXAMINATION_ASKED, java.util.Set.of(org.mingbai.ledger.Happening.SIGNED),
                java.util.Set.of(), null, null, 20, new TimeRule.Basis("办法", "第一条"), LedgerScene.NOW.plusDays(1), null);
        var trial = past.tried(cast.coordinator(), never, LedgerScene.BEGAN, LedgerScene.NOW);
        assertThat(trial.clocks()).isZero();
        assertThat(trial.lateBefore()).isEqualTo(4);
        assertThat(trial.differingAll()).isEqualTo(4);
    }

    @Test
    void every_flaw_is_told_at_its_field_and_nothing_typed_is_lost() {
        var refused = coordinator.post("/limits/new", "/limits/trial", form("seen", "0", "step", "", "register", "nowhere", "limit", "很快",
                "basisTitle", "",
                "from", "2020-01-01", "closes", "99:00", "since", "soon", "pauses", "HEARING", "urgency", "特急"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("“很快”不是时限").contains("没有“nowhere”这本台账").contains("没有依据的时限不能生效").contains("最早从")
                .contains("时刻要写成").contains("日期要写成").contains("可以暂停的，要写明暂停的依据").contains("value=\"特急\"").contains("href=\"#f-limit\"");
        assertThat(rules.kept(cast.tenant())).hasSize(64);
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern).matcher(page).results().map(found -> found.group(1)).toList();
    }

    @Test
    void the_usual_start_and_end_of_every_step_are_filled_in_and_fit() {
        assertThat(coordinator.get("/limits/new").body()).contains("id=\"f-usual\"");
        for (var step : Step.values()) {
            if (step.ruled()) {
                var page = coordinator.get("/limits/new?step=" + step).body();
                var ends = all(page, "name=\"ends\"[^>]*value=\"([A-Z_]+)\"[^>]*checked");
                var starts = all(page.substring(page.indexOf("id=\"f-starts\"")), "<option value=\"([A-Z_]+)\" selected").getFirst();
                var form = form("seen", "0", "step", step.name(), "urgency", "试", "starts", starts, "ends", ends.getFirst());
                assertThat(coordinator.post("/limits/new", "/limits/trial", form).statusCode()).as(step.name()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_step_starts_and_ends_only_with_what_belongs_to_it() {
        var arriving = form("seen", "0", "step", "ARRIVE", "starts", "DISPATCHED", "ends", "SIGNED");
        assertThat(coordinator.post("/limits/new", "/limits/trial", arriving).body()).contains("只能从这里起算：").contains("要到这里才算完：");
        assertThat(coordinator.post("/limits/new", "/limits", arriving).statusCode()).isEqualTo(422);
        for (var fitting : List.of(List.of("ARRIVE", "CO_HANDLER_CALLED", "CO_HANDLER_ARRIVED"),
                List.of("CO_HANDLE", "CO_HANDLER_ARRIVED", "CO_HANDLER_REPORTED"),
                List.of("ESCALATE", "ESCALATED", "ESCALATION_ANSWERED"))) {
            var form = form("seen", "0", "step", fitting.get(0), "starts", fitting.get(1), "ends", fitting.get(2));
            assertThat(coordinator.post("/limits/new", "/limits", form).statusCode()).as(fitting.get(0)).isEqualTo(303);
        }
    }

    @Test
    void overlapping_spans_are_refused_and_the_second_of_two_keepers_is_told() {
        var first = coordinator.post(SIGN + "/versions/new", SIGN + "/versions", form());
        assertThat(first.statusCode()).isEqualTo(303);
        var late = coordinator.post(SIGN + "/versions/new", SIGN + "/versions", form("limit", "3工作日"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("现在是第 2 版").contains("name=\"seen\" value=\"2\"");
        var same = coordinator.post(SIGN + "/versions/new", SIGN + "/versions", form("seen", "2", "limit", "3工作日"));
        assertThat(same.statusCode()).isEqualTo(422);
        assertThat(same.body()).contains("与第 2 版在同一天有效").contains("还没有止日");
        assertThat(coordinator.post(SIGN, SIGN + "/versions/2/withdrawal", Map.of()).statusCode()).isEqualTo(303);
        assertThat(coordinator.get(SIGN).body()).contains("已撤回");
        assertThat(coordinator.post(SIGN, SIGN + "/versions/1/withdrawal", Map.of()).statusCode()).isEqualTo(422);
    }

    @Test
    void a_limit_is_ended() {
        assertThat(coordinator.post(SIGN, SIGN + "/ending", Map.of("to", "2020-01-01")).statusCode()).isEqualTo(422);
        assertThat(coordinator.post(SIGN, SIGN + "/ending", Map.of("to", "soon")).statusCode()).isEqualTo(422);
        assertThat(coordinator.post(SIGN, SIGN + "/ending", Map.of("to", LedgerScene.NOW.plusDays(9).toString())).statusCode()).isEqualTo(303);
        assertThat(coordinator.get(SIGN).body()).contains(LedgerScene.NOW.plusDays(9) + " 止").doesNotContain("/ending");
    }

    @Test
    void a_pack_is_looked_through_and_taken() {
        assertThat(coordinator.get("/limits/packs").body()).contains("信访工作条例").contains("共 9 条，其中 9 条未采用");
        var pack = coordinator.get("/limits/packs/petition");
        assertThat(pack.body()).contains("办理：受理").contains("依据《信访工作条例》第三十四条").contains("仍以同一事实和理由提出的，各级不再受理")
                .contains("累计不超过 30 日");
        var day = LedgerScene.NOW.plusDays(3).toString();
        assertThat(coordinator.post("/limits/packs/petition", "/limits/packs/petition/taking", Map.of("rule", "petition.handle", "from", day)).statusCode())
                .isEqualTo(303);
        assertThat(rules.versions(cast.tenant(), "petition.handle").getFirst().rule().from()).isEqualTo(LocalDate.parse(day));
        assertThat(coordinator.get("/limits/packs/petition").body()).contains("已照此生效");
        var nothing = coordinator.post("/limits/packs/petition", "/limits/packs/petition/taking", Map.of("from", day));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("没有选中任何一条");
        assertThat(coordinator.post("/limits/packs/jinan", "/limits/packs/jinan/taking", Map.of("rule", "hotline.handle", "from", "2020-01-01")).statusCode())
                .isEqualTo(422);
        assertThat(coordinator.get("/limits/packs/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void lights_are_called_and_coloured_as_the_house_does() {
        scene.underWay(cast, LedgerScene.subject(1), LedgerScene.NOW.plusDays(300));
        assertThat(coordinator.get("/registers/rectification").body()).contains("light-on-track").doesNotContain("lamp-red");
        var form = new HashMap<String, String>();
        for (var light : List.of("on-track", "at-risk", "late", "parked", "closed")) {
            form.put("zh-" + light, "灯" + light.charAt(0) + light.charAt(1));
            form.put("en-" + light, light);
            form.put("colour-" + light, "SLATE");
        }
        form.put("zh-on-track", "红榜");
        form.put("colour-on-track", "RED");
        var twice = new HashMap<>(form);
        twice.put("zh-late", "红榜");
        twice.put("en-late", "");
        twice.put("colour-late", "PINK");
        var refused = coordinator.post("/limits/lights", "/limits/lights", twice);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("两盏灯不能叫同一个名字").contains("写 1 到 12 个字").contains("选一种颜色");
        assertThat(coordinator.post("/limits/lights", "/limits/lights", form).statusCode()).isEqualTo(303);
        assertThat(coordinator.get("/registers/rectification").body()).contains("light-on-track lamp-red").contains("红榜").doesNotContain("正常");
        try (var handler = as(cast.roadsHandler())) {
            assertThat(handler.get("/limits/lights").body()).contains("红榜").doesNotContain("<select");
        }
        assertThat(audit.lines(cast.tenant(), new AuditQuestion(null, AuditAct.LIGHTS_NAMED, null, null, ""), 5)).singleElement()
                .satisfies(line -> assertThat(line.after().get("ON_TRACK")).contains("红榜"));
    }
}
