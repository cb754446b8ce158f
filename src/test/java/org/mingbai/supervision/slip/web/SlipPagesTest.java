package org.mingbai.supervision.slip.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Role;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.web.Multipart;
import org.mingbai.supervision.slip.Ladder;
import org.mingbai.supervision.slip.SlipKind;
import org.mingbai.supervision.slip.SlipRule;
import org.mingbai.supervision.slip.SlipRules;
import org.mingbai.supervision.slip.SlipState;
import org.mingbai.supervision.slip.Slips;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Slips as people and programs meet them over HTTP.
@MingbaiTest
class SlipPagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired SmallTown town;
    @Autowired SlipScene scene;
    @Autowired Ledger ledger;
    @Autowired Slips slips;
    @Autowired SlipRules rules;
    @Autowired JdbcClient db;
    @Autowired AuditTrail audit;
    @Autowired SettableClock clock;
    @LocalServerPort int port;

    private final Map<SignedIn, String> logins = new HashMap<>();
    private SmallTown.Cast cast;
    private MatterId matter;
    private Browsing coordinator;
    private Browsing approver;
    private Browsing handler;

    @BeforeEach
    void aTownThatSupervises() {
        cast = scene.cast();
        matter = scene.matter(cast);
        coordinator = signedIn(cast.coordinator());
        approver = signedIn(cast.approver());
        handler = signedIn(cast.roadsHandler());
    }

    @AfterEach
    void leave() {
        coordinator.close();
        approver.close();
        handler.close();
    }

    private Browsing signedIn(SignedIn who) {
        logins.put(who, scene.login(who));
        return signedInAgain(who);
    }

    private Map<String, String> typed(SlipKind kind) {
        return new HashMap<>(Map.of("key", UUID.randomUUID().toString(), "kind", kind.name(), "matter", Long.toString(matter.value()), "to", "路灯所",
                "title", "尽快修好路灯", "basis", "督办制度第三条", "requirement", "查明原因", "answerBy", "2026-03-05"));
    }

    private HttpResponse<String> write(Map<String, String> fields) {
        return coordinator.post("/slips/new?matter=" + matter.value(), "/slips", fields);
    }

    /// Whoever left the desk signs in again.
    private void fourDaysLater() {
        clock.set(SlipScene.DAY.plusDays(4));
        leave();
        coordinator = signedInAgain(cast.coordinator());
        approver = signedInAgain(cast.approver());
        handler = signedInAgain(cast.roadsHandler());
    }

    private Browsing signedInAgain(SignedIn who) {
        var browsing = new Browsing(port);
        browsing.signIn(logins.get(who), Bureau.PASSWORD);
        return browsing;
    }

    private static String path(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void what_the_form_carries_unseen_is_refused_when_it_names_nothing_and_never_dropped() {
        var fields = typed(SlipKind.PROMPT);
        fields.put("matter", "7x");
        assertThat(write(fields)).satisfies(refused -> {
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("没有这个事项，或者您看不到它", "尽快修好路灯");
        });
        fields.put("matter", Long.toString(matter.value()));
        fields.put("follows", "-1");
        assertThat(write(fields).body()).contains("没有这张单子，或者您看不到它");
    }

    /// A unit that has no part in the matter, so that it may be complained of while a slip about it is out.
    private SignedIn sanitation() {
        return town.person(cast.tenant(), "环卫经办", town.unit(cast.tenant(), cast.hall(), "环卫所"), Role.HANDLER);
    }

    private Map<String, String> toSanitation() {
        var fields = typed(SlipKind.PROMPT);
        fields.put("to", "环卫所");
        return fields;
    }

    private void isComplainedOf(SignedIn handler) {
        assertThat(ledger.act(cast.coordinator(), matter, new Act.NameConcerned(List.of(handler.seats().iterator().next().unit()), "来信写明"),
                UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void a_slip_that_waits_for_nobody_says_so_and_how_to_take_it_back() {
        var sanitation = sanitation();
        var slip = path(write(toSanitation()));
        approver.post(slip + "/acts/signature", slip + "/signature", Map.of("send", "true"));
        isComplainedOf(sanitation);
        assertThat(coordinator.get(slip).body()).contains("无人可答复", "环卫所须对这件事项回避", "请撤回", slip + "/acts/withdrawal");
        assertThat(coordinator.get("/slips").body()).contains("无人可答复").doesNotContain("待签收");
        try (var browsing = signedIn(sanitation)) {
            assertThat(browsing.get(slip).statusCode()).isEqualTo(404);
            assertThat(browsing.get("/slips/ours").body()).doesNotContain("尽快修好路灯", "无人可答复");
        }
    }

    private Multipart written(Map<String, String> fields) {
        var form = new Multipart().field("_csrf", coordinator.tokenOn("/slips/new?matter=" + matter.value()));
        fields.forEach(form::field);
        return form;
    }

    private static byte[] pdf(String text) {
        return ("%PDF-1.4 " + text + " startxref").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void files_enclosed_with_a_slip_are_there_for_whoever_may_read_it_and_nobody_else() {
        var receiver = sanitation();
        assertThat(coordinator.get("/slips/new?matter=" + matter.value()).body()).contains("type=\"file\"", "multipart/form-data");
        var slip = path(written(toSanitation()).file("files", "现场照片说明.pdf", pdf("灯")).send(port, coordinator, "/slips"));
        var page = coordinator.get(slip).body();
        assertThat(page).contains("附件文件", "现场照片说明.pdf");
        var file = page.replaceAll("(?s).*href=\"(" + slip + "/files/[0-9a-f]{64})\".*", "$1");
        assertThat(coordinator.getBytes(file)).isEqualTo(pdf("灯"));
        var sanitation = signedIn(receiver);
        assertThat(sanitation.get(file).statusCode()).as("a draft is its office's own").isEqualTo(404);
        approver.post(slip + "/acts/signature", slip + "/signature", Map.of("send", "true"));
        assertThat(sanitation.getBytes(file)).isEqualTo(pdf("灯"));
        assertThat(sanitation.get(slip + "/files/" + "0".repeat(64)).statusCode()).isEqualTo(404);
        isComplainedOf(receiver);
        assertThat(sanitation.get(file).statusCode()).as("kept from it since").isEqualTo(404);
        sanitation.close();
        assertThat(coordinator.getBytes(file)).isEqualTo(pdf("灯"));
    }

    @Test
    void what_is_enclosed_stays_until_its_box_is_cleared_and_also_when_the_form_is_refused() {
        var fields = typed(SlipKind.PROMPT);
        fields.put("requirement", "");
        var refused = written(fields).file("files", "甲.pdf", pdf("甲")).send(port, coordinator, "/slips");
        assertThat(refused.statusCode()).isEqualTo(422);
        var kept = HtmlUtils.htmlUnescape(refused.body().replaceAll("(?s).*name=\"kept\" value=\"([^\"]+)\".*", "$1"));
        assertThat(kept).endsWith("甲.pdf");
        var slip = path(written(typed(SlipKind.PROMPT)).field("kept", kept).send(port, coordinator, "/slips"));
        assertThat(coordinator.get(slip).body()).contains("甲.pdf");
        var change = typed(SlipKind.PROMPT);
        assertThat(path(written(change).field("kept", kept).file("files", "乙.pdf", pdf("乙")).send(port, coordinator, slip + "/wording"))).isEqualTo(slip);
        assertThat(coordinator.get(slip).body()).contains("甲.pdf", "乙.pdf");
        change.put("key", UUID.randomUUID().toString());
        assertThat(path(written(change).send(port, coordinator, slip + "/wording"))).isEqualTo(slip);
        assertThat(coordinator.get(slip).body()).doesNotContain(slip + "/files/");
    }

    @Test
    void a_day_that_is_over_is_not_offered_as_the_next_deadline() {
        var form = "/slips/new?matter=" + matter.value();
        assertThat(coordinator.valueOn(form, "due")).startsWith("2026-");
        clock.advance(Duration.ofDays(80));
        coordinator.close();
        coordinator = signedInAgain(cast.coordinator());
        assertThat(coordinator.valueOn(form, "due")).isEmpty();
    }

    @Test
    void a_slip_is_written_from_its_matter_signed_sent_answered_and_accepted_through_forms_alone() {
        assertThat(coordinator.get("/matters/" + matter.value()).body()).contains("/slips/new?matter=" + matter.value());
        var form = coordinator.get("/slips/new?matter=" + matter.value()).body();
        assertThat(form).contains("value=\"路灯所\"", "王镇长", "查明原因，按期修好");
        var slip = path(write(typed(SlipKind.PROMPT)));
        assertThat(coordinator.get(slip).body()).contains("尽快修好路灯", "待签发", "未编号");
        assertThat(handler.get(slip).statusCode()).isEqualTo(404);
        assertThat(path(approver.post(slip + "/acts/signature", slip + "/signature", Map.of("send", "true")))).isEqualTo(slip);
        assertThat(handler.get(slip).body()).contains("明督〔2026〕1号", "待签收", "签收", "答复");
        assertThat(handler.get("/slips/ours").body()).contains("尽快修好路灯", "待签收、待答复");
        assertThat(handler.get("/matters/" + matter.value()).body()).contains("明督〔2026〕1号", "发出提示单");
        assertThat(path(handler.post(slip + "/acts/receipt", slip + "/receipt", Map.of()))).isEqualTo(slip);
        path(handler.post(slip + "/acts/answer", slip + "/answer", Map.of("what", "FINAL", "progress", "灯亮了", "signer", "李所长")));
        assertThat(coordinator.get(slip).body()).contains("待认可", "灯亮了", "李所长");
        assertThat(coordinator.get(slip + "/acts/acceptance").body()).contains("李所长 答复：灯亮了");
        path(coordinator.post(slip + "/acts/acceptance", slip + "/acceptance", Map.of("words", "好")));
        assertThat(coordinator.get(slip).body()).contains("已办结", "认可答复，办结");
        assertThat(coordinator.get("/matters/" + matter.value()).body()).contains("认可对 明督〔2026〕1号 的答复");
    }

    @Test
    void a_refusal_stands_on_the_form_with_what_was_typed_and_leads_to_the_slip_it_speaks_of() {
        var first = path(write(typed(SlipKind.PROMPT)));
        var again = typed(SlipKind.PROMPT);
        again.put("contact", "赵芸");
        var answer = write(again);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("不重复发", "href=\"" + first + "\"", "value=\"赵芸\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            to         | 没有的所     | 没有这个单位
            to         | -            | 请填写主送单位
            kind       | BRIBE        | 请填写种类
            kind       | WARNING      | 请写明理由
            answerBy   | 2026-02-30   | 请写成日期
            answerBy   | 2026-03-01   | 不能早于
            answerBy   | -            | 请填写答复期限
            everyDays  | 七           | 请写一个整数
            everyDays  | 0            | 应在 1 到 366 之间
            supporting | 水务站、天庭 | 没有叫“天庭”的单位
            title      | -            | 请填写标题
            basis      | -            | 请填写依据
            """)
    void what_is_wrong_is_told_at_its_field(String field, @org.jspecify.annotations.Nullable String value, String told) {
        var fields = typed(SlipKind.PROMPT);
        fields.put(field, value == null ? "" : value);
        var answer = write(fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(HtmlUtils.htmlUnescape(answer.body())).contains(told, "href=\"#f-");
    }

    @Test
    void more_supporting_units_than_are_read_are_refused_and_none_is_dropped() {
        var fields = typed(SlipKind.PROMPT);
        fields.put("supporting", "水务站、".repeat(51));
        var answer = write(fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(HtmlUtils.htmlUnescape(answer.body())).contains("最多写 50 个");
    }

    @Test
    void a_unit_without_a_handler_is_refused_with_whom_to_turn_to() {
        var fields = typed(SlipKind.PROMPT);
        fields.put("to", "明白镇人民政府");
        assertThat(write(fields).body()).contains("没有承办人", "安全管理员");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{title}} {{?sections}}", "a'b\"c<d>&e", "=1+1", "${1+1}"})
    void a_hostile_text_is_shown_as_it_was_typed(String hostile) {
        var fields = typed(SlipKind.PROMPT);
        fields.put("title", hostile);
        fields.put("requirement", hostile);
        var slip = path(write(fields));
        for (var page : new String[] {slip, "/slips", "/slips/new?matter=" + matter.value(), "/matters/" + matter.value()}) {
            var body = coordinator.get(page).body();
            assertThat(body).doesNotContain("<script>alert", "<img src=x");
        }
        assertThat(HtmlUtils.htmlUnescape(coordinator.get(slip).body())).contains(hostile);
    }

    @Test
    void the_wrong_people_are_refused_on_the_form_and_behind_it() {
        var slip = SlipPages.href(scene.drafted(cast, SlipKind.PROMPT, matter));
        assertThat(coordinator.get(slip + "/acts/signature").statusCode()).isEqualTo(409);
        assertThat(coordinator.post("/slips", slip + "/signature", Map.of("send", "true")).statusCode()).isIn(403, 422);
        assertThat(slips.slip(cast.coordinator(), Long.parseLong(slip.substring(7))).orElseThrow().state()).isEqualTo(SlipState.DRAFTED);
        assertThat(handler.get("/slips/new").statusCode()).isEqualTo(403);
        assertThat(handler.get("/slips/settings").statusCode()).isEqualTo(403);
        assertThat(coordinator.get("/slips/ours").statusCode()).isEqualTo(403);
        assertThat(approver.get(slip).body()).contains("为什么有的事不能做", "“修改”由督查室的有关岗位办理");
        try (var other = signedIn(cast.waterHandler())) {
            assertThat(other.get(slip).statusCode()).isEqualTo(404);
            assertThat(other.get(slip + "/paper").statusCode()).isEqualTo(404);
            assertThat(other.get("/slips").body()).doesNotContain("尽快修复中山路路灯");
        }
        try (var elsewhere = signedIn(scene.cast().coordinator())) {
            assertThat(elsewhere.get(slip).statusCode()).isEqualTo(404);
            assertThat(elsewhere.get("/slips").body()).doesNotContain("尽快修复中山路路灯");
        }
    }

    @Test
    void the_register_filters_by_a_sentence_and_counts() {
        scene.sent(cast, SlipKind.PROMPT, matter);
        scene.drafted(cast, SlipKind.NOTICE, matter);
        fourDaysLater();
        var all = coordinator.get("/slips").body();
        assertThat(all).contains("提示单", "交办通知单", "逾期未答复");
        assertThat(coordinator.get("/slips?group=OVERDUE").body()).contains("明督〔2026〕1号").doesNotContain("未编号</span>");
        assertThat(coordinator.get("/slips?kind=NOTICE&group=UNSENT").body()).contains("种类是 交办通知单").doesNotContain("明督〔2026〕1号</span>");
        assertThat(coordinator.get("/slips?to=%E8%B7%AF%E7%81%AF%E6%89%80").body()).contains("主送 路灯所", "明督〔2026〕1号");
        assertThat(coordinator.get("/slips?kind=X&group=Y&to=Z&before=abc").body()).contains("看不懂");
        assertThat(coordinator.get("/slips?lang=en&group=OVERDUE").body()).contains("Unanswered past their day");
    }

    @Test
    void an_overdue_slip_goes_one_step_up_from_its_page() {
        var prompt = scene.sent(cast, SlipKind.PROMPT, matter);
        assertThat(coordinator.get(SlipPages.href(prompt)).body()).contains("还没有过");
        fourDaysLater();
        assertThat(coordinator.get(SlipPages.href(prompt)).body()).contains("/slips/new?follows=" + prompt.id());
        var form = coordinator.get("/slips/new?follows=" + prompt.id()).body();
        assertThat(form).contains("升级自 提示单 明督〔2026〕1号", "逾期未答复");
        var warning = path(coordinator.post("/slips/new?follows=" + prompt.id(), "/slips", Map.of("key", UUID.randomUUID().toString(), "kind", "WARNING",
                "follows", Long.toString(prompt.id()), "title", "预警", "basis", "办法", "requirement", "说明原因", "answerBy", "2026-03-10")));
        path(approver.post(warning + "/acts/signature", warning + "/signature", Map.of("send", "true")));
        assertThat(coordinator.get(warning).body()).contains("前一张：提示单 明督〔2026〕1号");
        assertThat(coordinator.get(SlipPages.href(prompt)).body()).contains("已升级", "后一张：预警单 明督〔2026〕2号");
    }

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

    private Map<String, String> rule() {
        return new HashMap<>(Map.of("unit", Long.toString(cast.office().value()), "occasion", "CLOCK_LATE", "days", "1", "kind", "WARNING",
                "answerDays", "3", "basis", "督办办法第四条", "from", SlipScene.DAY.plusDays(1).toString()));
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

    @Test
    void it_speaks_english_to_those_who_do() {
        var slip = SlipPages.href(scene.sent(cast, SlipKind.PROMPT, matter));
        assertThat(handler.get(slip + "?lang=en").body()).contains("to be received", "Answer by", "Receive");
        assertThat(handler.get("/slips/ours?lang=en").body()).contains("Slips to us");
        assertThat(handler.get(slip + "/acts/answer?lang=en").body()).contains("Difficulties", "Signed by");
    }

    private JsonNode api(Browsing as, String path) {
        var answer = as.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(Browsing as, String path, String body, String... headers) {
        var all = new java.util.ArrayList<>(java.util.List.of("X-CSRF-TOKEN", as.tokenOn("/me")));
        all.addAll(java.util.List.of(headers));
        return Multipart.send(port, as, path, "application/json", BodyPublishers.ofString(body), all.toArray(String[]::new));
    }

    @Test
    void a_program_writes_signs_answers_and_reads_slips() {
        var writing = """
                {"kind": "PROMPT", "matter": %d, "from": %d, "to": %d, "text": {"title": "尽快修好", "basis": "办法", "requirement": "修好",
                 "answerBy": "2026-03-05"}}""".formatted(matter.value(), cast.office().value(), cast.roads().value());
        var written = send(coordinator, "/api/v1/slips", writing, "Idempotency-Key", "one");
        assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
        assertThat(send(coordinator, "/api/v1/slips", writing, "Idempotency-Key", "one").statusCode()).isEqualTo(200);
        var refused = send(coordinator, "/api/v1/slips", writing);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(refused.body()).path("code").asString()).isEqualTo("AlreadyOpen");
        long id = JSON.readTree(written.body()).path("id").asLong();
        var signed = send(approver, "/api/v1/slips/" + id + "/acts/signature", "{\"send\": true}");
        assertThat(JSON.readTree(signed.body()).path("number").asString()).isEqualTo("明督〔2026〕1号");
        assertThat(send(handler, "/api/v1/slips/" + id + "/acts/receipt", "{}", "If-Match", "\"1\"").statusCode()).isEqualTo(412);
        var answered = send(handler, "/api/v1/slips/" + id + "/acts/answer",
                "{\"report\": {\"what\": \"FINAL\", \"progress\": \"亮了\", \"signer\": \"李\"}}", "If-Match", "\"3\"");
        assertThat(JSON.readTree(answered.body()).path("state").asString()).as(answered.body()).isEqualTo("ANSWERED");
        assertThat(api(handler, "/api/v1/slips?group=TO_JUDGE").path("slips").size()).isEqualTo(1);
        assertThat(api(handler, "/api/v1/slips/" + id + "/events").path("events").size()).isEqualTo(5);
        assertThat(api(handler, "/api/v1/slips/" + id).path("feedbacks").path(0).path("report").path("progress").asString()).isEqualTo("亮了");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/slips                | null                               | 400
            /api/v1/slips                | {"kind": "PROMPT"}                 | 400
            /api/v1/slips                | {"kind": "X"}                      | 400
            /api/v1/slips                | [                                  | 400
            /api/v1/slips/1/acts/dancing | {}                                 | 404
            /api/v1/slips/999999/acts/receipt | {}                            | 404
            """)
    void what_a_program_sends_wrongly_is_answered_with_what_is_wrong(String path, String body, int status) {
        assertThat(send(coordinator, path, body).statusCode()).isEqualTo(status);
    }

    @Test
    void a_body_without_what_it_needs_is_refused_at_its_field() {
        var slip = scene.drafted(cast, SlipKind.PROMPT, matter);
        assertThat(send(coordinator, "/api/v1/slips/" + slip.id() + "/acts/wording", "{}").statusCode()).isEqualTo(400);
        var refused = send(coordinator, "/api/v1/slips/" + slip.id() + "/acts/withdrawal", "{}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(refused.body()).path("field").asString()).isEqualTo("reason");
        assertThat(coordinator.get("/api/v1/slips?kind=X").statusCode()).isEqualTo(400);
    }

}
