package org.mingbai.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.web.LedgerScene;
import org.mingbai.supervision.ProgressRule;
import org.mingbai.supervision.ProgressRules;
import org.mingbai.supervision.RulePack;
import org.mingbai.supervision.TimeRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// How far work may stay behind its plan is read, put in force, ended and taken back.
@MingbaiTest
class ProgressPagesTest {

    private static final String BEHIND = "/limits/behind";
    private static final LocalDate TOMORROW = LedgerScene.NOW.plusDays(1);

    @Autowired LedgerScene scene;
    @Autowired TimeRules limits;
    @Autowired ProgressRules rules;
    @Autowired AuditTrail audit;
    @LocalServerPort int port;

    private SmallTown.Cast cast;
    private Browsing coordinator;

    @BeforeEach
    void aTownThatBeganWithThePackOfLedgers() {
        cast = scene.cast();
        limits.found(Keeper.program(cast.tenant(), "test"), RulePack.shipped("rectification").orElseThrow(), LedgerScene.BEGAN.minusDays(30));
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
        var form = new HashMap<>(Map.of("register", "livelihood", "amber", "5", "red", "15", "basisTitle", "青榆镇督办办法", "basisArticle", "第五条",
                "from", TOMORROW.toString()));
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        return form;
    }

    private ProgressRule on(LocalDate day) {
        return limits.of(cast.tenant()).progressFor("livelihood", day).orElseThrow();
    }

    @Test
    void everybody_who_sees_matters_reads_it_and_only_its_keeper_changes_it() {
        try (var handler = as(cast.roadsHandler())) {
            assertThat(handler.get("/limits").body()).contains("href=\"/limits/behind\"");
            assertThat(handler.get(BEHIND).body()).contains("比计划落后 10 个百分点起亮“临期”").doesNotContain("name=\"amber\"").doesNotContain("/ending");
            assertThat(handler.post(BEHIND, BEHIND, form()).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void a_new_version_follows_the_one_in_force_and_can_be_taken_back() {
        assertThat(coordinator.post(BEHIND, BEHIND, form()).statusCode()).isEqualTo(303);
        assertThat(coordinator.get(BEHIND).body()).contains("比计划落后 5 个百分点起亮“临期”，超过 15 个百分点亮“超期”，依据《青榆镇督办办法》第五条")
                .contains("尚未生效");
        assertThat(rules.of(cast.tenant())).filteredOn(it -> it.register().equals("livelihood")).extracting(ProgressRule::to)
                .containsExactly(null, LedgerScene.NOW);
        assertThat(on(LedgerScene.NOW).amberPoints()).isEqualTo(10);
        assertThat(audit.lines(cast.tenant(), new AuditQuestion(null, AuditAct.TIME_RULE_PUT, null, null, "progress.livelihood"), 5)).first()
                .satisfies(line -> assertThat(line.after()).containsEntry("amber", "5"));

        var withdrawal = BEHIND + "/livelihood/" + TOMORROW + "/withdrawal";
        assertThat(coordinator.post(BEHIND, withdrawal, Map.of()).statusCode()).isEqualTo(303);
        assertThat(rules.of(cast.tenant())).filteredOn(it -> it.register().equals("livelihood")).singleElement()
                .satisfies(it -> assertThat(it.to()).isNull());
        assertThat(coordinator.post(BEHIND, withdrawal, Map.of()).statusCode()).isEqualTo(422);
    }

    @Test
    void a_register_without_one_gets_its_first() {
        assertThat(coordinator.post(BEHIND, BEHIND, form("register", "problem", "amber", "1", "red", "100")).statusCode()).isEqualTo(303);
        assertThat(rules.of(cast.tenant())).filteredOn(it -> it.register().equals("problem")).hasSize(1);
    }

    @Test
    void every_flaw_is_told_at_its_field_and_nothing_typed_is_lost() {
        var refused = coordinator.post(BEHIND, BEHIND, form("register", "nowhere", "amber", "many", "red", "101", "basisTitle", "", "basisArticle",
                "条".repeat(121), "from", "2020-01-01"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("没有“nowhere”这本台账").contains("写 1 到 100 的整数").contains("没有依据的时限不能生效").contains("最早从")
                .contains("value=\"many\"").contains("href=\"#f-amber\"").contains("href=\"#f-basisArticle\"");
        assertThat(coordinator.post(BEHIND, BEHIND, form("amber", "20", "red", "10")).body()).contains("写 20 到 100 的整数");
        assertThat(coordinator.post(BEHIND, BEHIND, form("from", "2026-02-30")).body()).contains("日期要写成").contains("value=\"2026-02-30\"");
        assertThat(coordinator.post(BEHIND, BEHIND, form("register", "", "from", "")).statusCode()).isEqualTo(422);
        assertThat(rules.of(cast.tenant())).filteredOn(it -> it.register().equals("livelihood")).hasSize(1);
    }

    @Test
    void two_versions_never_hold_on_one_day_and_the_same_again_is_no_version() {
        assertThat(coordinator.post(BEHIND, BEHIND, form("from", TOMORROW.plusDays(5).toString())).statusCode()).isEqualTo(303);
        var crossing = coordinator.post(BEHIND, BEHIND, form("amber", "7"));
        assertThat(crossing.statusCode()).isEqualTo(422);
        assertThat(crossing.body()).contains("与第 2 版在同一天有效");
        assertThat(coordinator.post(BEHIND, BEHIND, form("from", TOMORROW.plusDays(9).toString())).body()).contains("与现行的完全相同");
    }

    @Test
    void it_is_ended_on_a_day_that_is_not_over() {
        var ending = BEHIND + "/livelihood/ending";
        assertThat(coordinator.post(BEHIND, ending, Map.of("to-livelihood", "soon")).body()).contains("日期要写成").contains("href=\"#f-to-livelihood\"");
        assertThat(coordinator.post(BEHIND, ending, Map.of("to-livelihood", "2020-01-01")).statusCode()).isEqualTo(422);
        assertThat(coordinator.post(BEHIND, ending, Map.of("to-livelihood", TOMORROW.toString())).statusCode()).isEqualTo(303);
        assertThat(on(TOMORROW).to()).isEqualTo(TOMORROW);
        assertThat(coordinator.post(BEHIND, ending, Map.of("to-livelihood", TOMORROW.toString())).body()).contains("href=\"#f-to-livelihood\"");
        assertThat(coordinator.post(BEHIND, BEHIND + "/nowhere/ending", Map.of("to-nowhere", TOMORROW.toString())).statusCode()).isEqualTo(404);
    }
}
