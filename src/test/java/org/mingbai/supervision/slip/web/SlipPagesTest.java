package org.mingbai.supervision.slip.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.MingbaiTest;
import org.mingbai.ledger.Answer;
import org.mingbai.supervision.slip.SlipKind;
import org.mingbai.supervision.slip.SlipState;
import org.mingbai.supervision.slip.Slips;
import org.springframework.web.util.HtmlUtils;

/// Slips as people and programs meet them over HTTP.
@MingbaiTest
class SlipPagesTest extends SlipBrowsing {

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
    void it_speaks_english_to_those_who_do() {
        var slip = SlipPages.href(scene.sent(cast, SlipKind.PROMPT, matter));
        assertThat(handler.get(slip + "?lang=en").body()).contains("to be received", "Answer by", "Receive");
        assertThat(handler.get("/slips/ours?lang=en").body()).contains("Slips to us");
        assertThat(handler.get(slip + "/acts/answer?lang=en").body()).contains("Difficulties", "Signed by");
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
