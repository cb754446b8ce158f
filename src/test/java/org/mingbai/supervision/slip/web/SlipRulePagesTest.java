package org.mingbai.supervision.slip.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.Role;
import org.mingbai.supervision.slip.Ladder;
import org.mingbai.supervision.slip.SlipKind;
import org.mingbai.supervision.slip.SlipRule;

/// The pages of rules, ladders and code words of slips.
@MingbaiTest
class SlipRulePagesTest extends SlipBrowsing {

    @Test
    void an_office_sets_its_code_word_and_hears_when_it_is_taken() {
        path(coordinator.post("/slips/settings", "/slips/code-words",
                Map.of("from", Long.toString(cast.office().value()), "kind", "TALK", "codeWord", "明约")));
        assertThat(coordinator.get("/slips/settings").body()).contains("明督", "明约", "升级次序", "预警单");
        var taken = coordinator.post("/slips/settings", "/slips/code-words",
                Map.of("from", Long.toString(cast.office().value()), "kind", "PROMPT", "codeWord", "明约"));
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body()).contains("已由督查室使用", "value=\"明约\"");
        assertThat(coordinator.post("/slips/settings", "/slips/code-words", Map.of("from", Long.toString(cast.hall().value()), "codeWord", "镇"))
                .statusCode()).isEqualTo(422);
    }

    @Test
    void a_rule_for_a_register_or_a_step_that_is_not_there_is_refused_at_its_field_and_not_taken_for_all() {
        var typed = rule();
        typed.putAll(Map.of("register", "no-such-list", "step", "NO_SUCH_STEP"));
        var refused = coordinator.post("/slips/rules/new", "/slips/rules", typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#f-register\"", "href=\"#f-step\"");
        typed.putAll(Map.of("register", "", "step", "", "basis", "第".repeat(201)));
        assertThat(coordinator.post("/slips/rules/new", "/slips/rules", typed).body()).contains("href=\"#f-basis\"", "第".repeat(201));
        assertThat(rules.of(cast.tenant())).isEmpty();
    }

    @Test
    void how_the_last_look_of_a_rule_went_stands_beside_it_and_what_it_could_not_draft_on_the_desk() {
        path(coordinator.post("/slips/rules/new", "/slips/rules", rule()));
        assertThat(coordinator.get("/slips/rules").body()).doesNotContain("上一次看");
        db.sql("update supervision.slip_rule set from_day = from_day - 1 where tenant = :t").param("t", cast.tenant().value()).update();
        rules.draft(cast.tenant());
        assertThat(coordinator.get("/slips/rules").body()).contains("上一次看：2026年3月2日", "起草 0 张").doesNotContain("起草不了或发不出去");
        assertThat(coordinator.get("/supervision").body()).doesNotContain("规则起草不了");
        assertThat(db.sql("update supervision.slip_rule_look set refused = 2 where tenant = :t").param("t", cast.tenant().value()).update()).isEqualTo(1);
        assertThat(coordinator.get("/slips/rules").body()).contains("另有 2 张起草不了或发不出去");
        assertThat(coordinator.get("/supervision").body()).contains("规则起草不了", "href=\"/slips/rules#dry\"");
    }

    @Test
    void who_presses_the_button_has_the_rules_of_their_own_offices_drafted_and_counted() {
        path(coordinator.post("/slips/rules/new", "/slips/rules", rule()));
        db.sql("update supervision.slip_rule set from_day = from_day - 1 where tenant = :t").param("t", cast.tenant().value()).update();
        var code = rules.of(cast.tenant()).getFirst().code();
        try (var another = signedIn(town.person(cast.tenant(), "水务站协调员", cast.water(), Role.COORDINATOR))) {
            path(another.post("/slips/rules", "/slips/rules/run", Map.of()));
        }
        assertThat(rules.looks(cast.tenant())).doesNotContainKey(code);
        path(coordinator.post("/slips/rules", "/slips/rules/run", Map.of()));
        assertThat(rules.looks(cast.tenant())).containsKey(code);
    }

    @Test
    void a_rule_gets_its_next_version_and_the_one_before_stays_readable() {
        path(coordinator.post("/slips/rules/new", "/slips/rules", rule()));
        var code = rules.of(cast.tenant()).getFirst().code();
        var next = "/slips/rules/" + code + "/next";
        assertThat(coordinator.valueOn(next, "basis")).isEqualTo("督办办法第四条");
        var typed = rule();
        typed.putAll(Map.of("code", code, "days", "3", "from", SlipScene.DAY.plusDays(9).toString()));
        path(coordinator.post(next, "/slips/rules", typed));
        assertThat(rules.of(cast.tenant())).extracting(SlipRule::version, SlipRule::days, SlipRule::to)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2, 3, null), org.assertj.core.groups.Tuple.tuple(1, 1, SlipScene.DAY.plusDays(8)));
        assertThat(handler.get(next).statusCode()).isEqualTo(403);
    }

    @Test
    void who_sets_ladder_and_code_words_stands_in_the_audit_trail_with_what_was_before() {
        path(coordinator.post("/slips/settings", "/slips/ladder", Map.of("place-PROMPT", "1", "basis-PROMPT", "督办办法第二条")));
        path(coordinator.post("/slips/settings", "/slips/code-words", Map.of("from", Long.toString(cast.office().value()), "codeWord", "明办")));
        var lines = audit.lines(cast.tenant(), AuditQuestion.everything(), 10).stream().filter(line -> line.act() == AuditAct.SLIP_SETTING_CHANGED).toList();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(2);
        assertThat(lines.getFirst().before()).containsEntry("codeWord", "明督");
        assertThat(lines.getFirst().after()).containsEntry("codeWord", "明办");
        assertThat(lines).anySatisfy(line -> assertThat(line.after()).containsEntry("1", "PROMPT / 督办办法第二条"));
    }

    @Test
    void a_house_with_three_colours_sets_its_own_ladder() {
        var rungs = new HashMap<>(Map.of("place-PROMPT", "1", "colour-PROMPT", "蓝单", "basis-PROMPT", "三色督查单办法", "place-URGING", "3", "colour-URGING", "红单",
                "basis-URGING", "三色督查单办法", "place-WARNING", "2", "colour-WARNING", "橙单"));
        var refused = coordinator.post("/slips/settings", "/slips/ladder", rungs);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#f-basis-WARNING\"", "value=\"橙单\"");
        rungs.put("basis-WARNING", "三色督查单办法");
        rungs.put("place-TALK", "3");
        assertThat(coordinator.post("/slips/settings", "/slips/ladder", rungs).body()).contains("href=\"#f-place-TALK\"");
        rungs.put("place-TALK", "");
        path(coordinator.post("/slips/settings", "/slips/ladder", rungs));
        assertThat(coordinator.get("/slips/settings").body()).contains("value=\"橙单\"");
        assertThat(slips.ladder(cast.tenant()).rungs()).extracting(Ladder.Rung::kind).containsExactly(SlipKind.PROMPT, SlipKind.WARNING, SlipKind.URGING);
        assertThat(coordinator.get(SlipPages.href(scene.sent(cast, SlipKind.PROMPT, matter))).body()).contains("蓝单");
        assertThat(coordinator.post("/slips/settings", "/slips/ladder", Map.of()).body()).contains("至少要有一级");
    }
}
