package org.mingbai.pattern.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Role;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.web.LedgerScene;
import org.mingbai.pattern.Likenesses;
import org.mingbai.pattern.dispatch.DispatchRule;
import org.mingbai.pattern.dispatch.DispatchRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The dispatch desk and the catalogue, as those who dispatch meet them.
@MingbaiTest
class DispatchPagesTest {

    @Autowired LedgerScene scene;
    @Autowired SmallTown town;
    @Autowired Likenesses likenesses;
    @Autowired DispatchRules rules;
    @Autowired Ledger ledger;
    @Autowired SettableClock clock;
    @LocalServerPort int port;

    private final Map<Object, String> logins = new HashMap<>();
    private SmallTown.Cast cast;

    @BeforeEach
    void a_town() {
        cast = scene.cast();
    }

    private Browsing browsing(SignedIn who) {
        var browsing = new Browsing(port);
        browsing.signIn(logins.computeIfAbsent(who.person(), _ -> scene.login(who)), Bureau.PASSWORD);
        return browsing;
    }

    private DispatchRule put(String category, String lead, List<String> coHandlers) {
        return rules.put(Keeper.program(cast.tenant(), "test"), new DispatchRules.Draft(category, "", "", "", lead, coHandlers, "三定方案", "第三条",
                clock.today(), null)).rule().orElseThrow();
    }

    private static Subject said(String title, @Nullable String category) {
        return new Subject(title, "请尽快处理。", null, null, null, category, null, null, null, Map.of());
    }

    private Matter matter(MatterId id) {
        return ledger.matter(cast.coordinator(), id).orElseThrow();
    }

    private Map<String, String> form(Browsing browsing, MatterId id, String choice) {
        return new HashMap<>(Map.of("choice", choice, "due", clock.today().plusDays(9).toString(), "key", UUID.randomUUID().toString(),
                "seen", Integer.toString(matter(id).seq())));
    }

    private static String id(OrganisationId unit) {
        return Long.toString(unit.value());
    }

    @Test
    void whoever_dispatches_reads_what_is_suggested_and_why_and_gives_one_after_the_other() {
        put("市政设施", "路灯所", List.of("水务站"));
        var first = scene.listed(cast, said("路灯不亮", "市政设施"));
        var second = scene.listed(cast, said("路灯又不亮", "市政设施"));
        try (var browsing = browsing(cast.coordinator())) {
            var page = browsing.get("/dispatch").body();
            assertThat(page).contains("路灯不亮", "路灯又不亮", "路灯所（协办：水务站）", "《三定方案》 第三条", "目录第 1 条", "/dispatch/" + first.value() + "\"",
                    "/dispatch?at=" + second.value(), "派出，看下一件");
            assertThat(browsing.get("/dispatch?at=" + second.value()).body()).contains("action=\"/dispatch/" + second.value() + "\"");

            var fields = form(browsing, first, id(cast.roads()) + " " + id(cast.water()));
            assertThat(browsing.post("/dispatch", "/dispatch/" + first.value(), fields).statusCode()).isEqualTo(303);
            assertThat(browsing.post("/dispatch", "/dispatch/" + first.value(), fields).statusCode()).as("sent twice").isEqualTo(303);
            assertThat(browsing.get("/dispatch").body()).doesNotContain("/dispatch/" + first.value() + "\"").contains("/dispatch/" + second.value() + "\"");
        }
        assertThat(matter(first).stage().named()).isEqualTo(StageName.ASSIGNED);
        assertThat(matter(first).assignment().coHandlers()).containsExactly(cast.water());
        assertThat(matter(first).assignment().due().date()).isEqualTo(clock.today().plusDays(9));
    }

    @Test
    void what_is_left_out_or_cannot_be_is_said_at_its_field_and_what_was_typed_stays() {
        put("市政设施", "路灯所", List.of());
        var id = scene.listed(cast, said("路灯不亮", "市政设施"));
        try (var browsing = browsing(cast.coordinator())) {
            var fields = form(browsing, id, "");
            fields.put("due", "改天");
            var missing = browsing.post("/dispatch", "/dispatch/" + id.value(), fields);
            assertThat(missing.statusCode()).isEqualTo(422);
            assertThat(missing.body()).contains("e-choice", "e-due", "value=\"改天\"");

            fields.put("choice", id(cast.roads()));
            fields.put("due", clock.today().minusDays(1).toString());
            var late = browsing.post("/dispatch", "/dispatch/" + id.value(), fields);
            assertThat(late.statusCode()).isEqualTo(422);
            assertThat(late.body()).contains("期限不能早于", clock.today().minusDays(1).toString());

            fields.put("due", clock.today().plusDays(5).toString());
            fields.put("choice", "999999999");
            assertThat(browsing.post("/dispatch", "/dispatch/" + id.value(), fields).body()).contains("没有这个单位");

            fields.put("choice", id(cast.roads()));
            scene.act(cast.coordinator(), id, new Act.Note("再看看"));
            var moved = browsing.post("/dispatch", "/dispatch/" + id.value(), fields);
            assertThat(moved.statusCode()).isEqualTo(409);
            assertThat(moved.body()).contains("别人刚刚办过这一件");
        }
        assertThat(matter(id).stage().named()).isEqualTo(StageName.LISTED);
    }

    @Test
    void the_unit_complained_of_is_neither_suggested_nor_taken_where_somebody_sends_it_all_the_same() {
        put("市政设施", "路灯所", List.of());
        put("市政设施/路灯", "水务站", List.of());
        var id = scene.listed(cast, said("路灯所不管路灯", "市政设施/路灯").about(List.of(cast.roads())));
        try (var browsing = browsing(cast.coordinator())) {
            assertThat(browsing.get("/dispatch").body()).contains("value=\"" + id(cast.water()) + "\"").doesNotContain("value=\"" + id(cast.roads()) + "\"");
            var refused = browsing.post("/dispatch", "/dispatch/" + id.value(), form(browsing, id, id(cast.roads())));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("须回避");
        }
        assertThat(matter(id).stage().named()).isEqualTo(StageName.LISTED);
    }

    @Test
    void a_suggestion_leads_to_the_form_of_the_act_with_the_units_in_it_and_nothing_else_can_be_put_there() {
        put("市政设施", "路灯所", List.of("水务站"));
        var id = scene.listed(cast, said("路灯不亮", "市政设施"));
        try (var browsing = browsing(cast.coordinator())) {
            assertThat(browsing.get("/dispatch").body()).contains("/matters/" + id.value() + "/acts/assignment?lead=%E8%B7%AF");
            var form = browsing.get("/matters/" + id.value() + "/acts/assignment?lead=%E8%B7%AF%E7%81%AF%E6%89%80&coHandlers=%E6%B0%B4%E5%8A%A1%E7%AB%99"
                    + "&requirement=injected").body();
            assertThat(form).containsPattern("name=\"lead\"[^>]*\\s+value=\"路灯所\"").containsPattern("name=\"coHandlers\"[^>]*\\s+value=\"水务站\"")
                    .doesNotContain(">injected");
        }
        assertThat(matter(id).stage().named()).isEqualTo(StageName.LISTED);
    }

    @Test
    void what_the_catalogue_says_is_marked_beforehand_and_a_guess_is_not() {
        scene.assigned(cast, said("清泉花园烧烤店油烟扰民", null), cast.water(), clock.today().plusDays(9));
        var guessed = scene.listed(cast, said("清泉花园烧烤店油烟", null));
        put("市政设施", "路灯所", List.of());
        var ruled = scene.listed(cast, said("路灯不亮", "市政设施"));
        likenesses.catchUp();
        try (var browsing = browsing(cast.coordinator())) {
            assertThat(browsing.get("/dispatch?at=" + ruled.value()).body()).containsPattern("value=\"" + id(cast.roads()) + "\"\\s+checked");
            var page = browsing.get("/dispatch?at=" + guessed.value()).body();
            assertThat(page).contains("value=\"" + id(cast.water()) + "\"", "同样说到", "autofocus").doesNotContainPattern("type=\"radio\"[^>]*checked");
            assertThat(browsing.post("/dispatch", "/dispatch/" + guessed.value(), form(browsing, guessed, "")).statusCode()).isEqualTo(422);
        }
        assertThat(matter(guessed).stage().named()).isEqualTo(StageName.LISTED);
    }

    @Test
    void what_came_back_says_who_had_it_and_why() {
        put("市政设施", "路灯所", List.of());
        var id = scene.assigned(cast, said("路灯不亮", "市政设施"), cast.roads(), clock.today().plusDays(9));
        scene.act(cast.roadsHandler(), id, new Act.RequestReturn("灯杆不归我们", "资产清单"));
        try (var browsing = browsing(cast.coordinator())) {
            assertThat(browsing.get("/dispatch").body()).contains("申请退回、等您决定的", "灯杆不归我们", "/matters/" + id.value() + "/acts/return-decision");
            scene.act(cast.coordinator(), id, new Act.DecideReturn(true, "属实"));
            assertThat(browsing.get("/dispatch").body()).contains("路灯所于", "退回：灯杆不归我们", "没有可提示的单位").doesNotContain("申请退回、等您决定的");
        }
    }

    private static Map<String, String> rule(String category, String lead, String from) {
        return new HashMap<>(Map.of("category", category, "place", "", "channel", "", "words", "", "lead", lead, "coHandlers", "", "basisTitle", "三定方案",
                "basisArticle", "第三条", "from", from, "to", ""));
    }

    @Test
    void a_coordinator_writes_tries_ends_and_takes_back_rules_and_all_who_dispatch_read_them() {
        scene.assigned(cast, said("路灯不亮", "市政设施"), cast.water(), clock.today().plusDays(9));
        try (var browsing = browsing(cast.coordinator())) {
            assertThat(browsing.get("/dispatch/catalogue").body()).contains("还没有派单目录", "写一条目录");
            var bad = browsing.post("/dispatch/catalogue/new", "/dispatch/catalogue", rule("市政设施", "没有的单位", "改天"));
            assertThat(bad.statusCode()).isEqualTo(422);
            assertThat(bad.body()).contains("e-from", "value=\"改天\"", "value=\"没有的单位\"");
            var fields = rule("市政设施", "没有的单位", clock.today().toString());
            fields.put("basisArticle", " ");
            assertThat(browsing.post("/dispatch/catalogue/new", "/dispatch/catalogue", fields).body()).contains("e-lead", "e-basisArticle", "请写明依据");

            fields = rule("市政设施", "路灯所", clock.today().toString());
            fields.put("try", "1");
            assertThat(browsing.post("/dispatch/catalogue/new", "/dispatch/catalogue", fields).body())
                    .contains("1 件会由本条提示：0 件与实际承办单位相同，1 件不同", "路灯不亮", "水务站", "value=\"路灯所\"");
            assertThat(rules.of(cast.tenant())).isEmpty();
            fields.remove("try");
            assertThat(browsing.post("/dispatch/catalogue/new", "/dispatch/catalogue", fields).headers().firstValue("Location").orElse(""))
                    .endsWith("/dispatch/catalogue/1");
            assertThat(browsing.post("/dispatch/catalogue/new", "/dispatch/catalogue", fields).body()).contains("请从更晚的一天起");
            assertThat(browsing.get("/dispatch/catalogue/new?of=1").body()).contains("value=\"市政设施\"", "value=\"路灯所\"", "value=\"第三条\"");
            fields = rule("市政设施", "水务站", clock.today().plusDays(9).toString());
            browsing.post("/dispatch/catalogue/new", "/dispatch/catalogue", fields);
            var page = browsing.get("/dispatch/catalogue/1").body();
            assertThat(page).contains("未生效", "现行", "路灯所", "水务站", "/dispatch/catalogue/1/" + clock.today().plusDays(9) + "/withdrawal");
            assertThat(browsing.post("/dispatch/catalogue/1", "/dispatch/catalogue/1/" + clock.today().plusDays(9) + "/withdrawal", Map.of()).statusCode())
                    .isEqualTo(303);
            assertThat(browsing.post("/dispatch/catalogue/1", "/dispatch/catalogue/1/" + clock.today() + "/withdrawal", Map.of()).body()).contains("不能撤回");
            assertThat(browsing.post("/dispatch/catalogue/1", "/dispatch/catalogue/1/ending", Map.of("to", "x")).body()).contains("e-to");
            assertThat(browsing.post("/dispatch/catalogue/1", "/dispatch/catalogue/1/ending", Map.of("to", clock.today().toString())).statusCode())
                    .isEqualTo(303);
            assertThat(browsing.get("/dispatch/catalogue/77").statusCode()).isEqualTo(404);
        }
        try (var browsing = browsing(cast.leader())) {
            assertThat(browsing.get("/dispatch/catalogue").body()).contains("市政设施").doesNotContain("写一条目录");
            assertThat(browsing.get("/dispatch/catalogue/1").body()).contains("路灯所").doesNotContain("写下一版");
            assertThat(browsing.get("/dispatch/catalogue/new").statusCode()).isEqualTo(403);
        }
        try (var browsing = browsing(cast.roadsHandler())) {
            assertThat(browsing.get("/dispatch").statusCode()).isEqualTo(403);
            assertThat(browsing.get("/dispatch/catalogue").statusCode()).isEqualTo(403);
        }
        try (var browsing = browsing(town.person(cast.tenant(), "路灯所统筹", cast.roads(), Role.COORDINATOR))) {
            assertThat(browsing.get("/dispatch/catalogue/new").statusCode()).as("who is dispatched to does not write who is").isEqualTo(403);
            assertThat(browsing.get("/dispatch/catalogue").body()).contains("市政设施").doesNotContain("写一条目录");
        }
    }

    @Test
    void how_often_the_catalogue_was_followed_is_told_with_its_cases() {
        put("市政设施", "路灯所", List.of());
        scene.assigned(cast, said("路灯不亮", "市政设施"), cast.roads(), clock.today().plusDays(9));
        var against = scene.assigned(cast, said("灯杆倾斜", "市政设施"), cast.water(), clock.today().plusDays(9));
        try (var browsing = browsing(cast.leader())) {
            assertThat(browsing.get("/dispatch/followed").body()).contains("目录提示过 2 次，照着派的 1 次，占 50%", "灯杆倾斜", "/matters/" + against.value())
                    .doesNotContain("路灯不亮");
        }
    }

    @Test
    void how_many_closed_matters_there_are_and_are_needed_is_told_and_a_coordinator_may_change_it_with_a_reason() {
        try (var browsing = browsing(cast.coordinator())) {
            assertThat(browsing.post("/dispatch/learning", "/dispatch/learning", Map.of()).statusCode()).isEqualTo(303);
            assertThat(browsing.get("/dispatch/learning").body()).contains("办结事项有 0 件，需要 200 件");
            var wrong = browsing.post("/dispatch/learning", "/dispatch/learning/limits", Map.of("closedMin", "很多", "unitMin", "5", "reason", ""));
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("e-closedMin", "value=\"很多\"", "e-reason");
            assertThat(browsing.post("/dispatch/learning", "/dispatch/learning/limits", Map.of("closedMin", "50", "unitMin", "5", "reason", "先试用"))
                    .statusCode()).isEqualTo(303);
            assertThat(browsing.get("/dispatch/learning").body()).contains("办结满 50 件、每个单位满 5 件才提示。理由：先试用");
        }
        try (var browsing = browsing(cast.leader())) {
            assertThat(browsing.get("/dispatch/learning").body()).contains("办结满 50 件").doesNotContain("现在重学");
        }
    }
}
