package org.mingbai.intake.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.web.Browsing;
import org.mingbai.intake.RightsRequest;
import org.mingbai.intake.RightsRequests;
import org.mingbai.ledger.web.Multipart;
import org.mingbai.library.StoredFile;
import org.springframework.web.util.HtmlUtils;

/// What the public site refuses, and how it says so.
@MingbaiTest
class SiteRefusalsTest extends PublicSite {

    @Test
    void a_wrong_code_opens_no_rights_and_looks_like_any_wrong_code() {
        var code = codeOn(raise(Map.of("text", "路灯不亮", "phone", "13812345678")));
        requests.ask(cast.tenant(), code, new RightsRequests.Asked(RightsRequest.Wish.ACCESS, "", null, java.util.UUID.randomUUID()));
        long no = requests.waiting(cast.coordinator()).getFirst().no();
        requests.decide(cast.coordinator(), no, RightsRequest.Outcome.GRANTED, "持有回执码", "");

        for (var path : List.of("/r/rights", "/r/rights/requests", "/r/rights/" + no + "/data", "/r/rights/" + no + "/copy")) {
            var answer = post(path, Map.of("code", UNKNOWN, "wish", "ACCESS"));
            assertThat(answer.statusCode()).as(path).isEqualTo(422);
            assertThat(answer.body()).as(path).contains("没有找到这个回执码").doesNotContain("13812345678", "路灯不亮");
        }
        assertThat(get(base + "/r/rights").statusCode()).isEqualTo(303);
    }

    @Test
    void what_goes_wrong_is_told_on_a_page_of_the_publics_and_leads_nobody_to_the_sign_in() {
        for (var path : List.of(base + "/nothing", base + "/done/1/" + "0".repeat(64) + ".jpg")) {
            var lost = get(path);
            assertThat(lost.statusCode()).as(path).isEqualTo(404);
            assertThat(lost.body()).as(path).contains("class=\"site\"", "没有这一页", "href=\"" + base + "\"").doesNotContain("/sign-in");
        }
        var nobodys = get("/p/999999999/raise");
        assertThat(nobodys.statusCode()).isEqualTo(404);
        assertThat(nobodys.body()).contains("class=\"site\"", "没有这一页", "class=\"button\" href=\"/p\"").doesNotContain("/sign-in");
        assertThat(get("/passage").body()).doesNotContain("class=\"site\"");
    }

    @Test
    void a_form_that_was_not_given_out_here_raises_nothing() {
        var form = form(Map.of("text", "路灯不亮"));
        var elsewhere = open();
        for (var ticket : List.of("", "a.b.c", "not-a-ticket", valueOn(get("/p/" + elsewhere.tenant().value() + "/raise").body(), "ticket"),
                form.get("ticket").replaceAll(".$", "~"), form.get("ticket").replaceFirst("\\.\\d+\\.", ".0."))) {
            var sent = new LinkedHashMap<>(form);
            sent.put("ticket", ticket);
            var answer = send(sent);
            assertThat(answer.statusCode()).as(ticket).isEqualTo(409);
            assertThat(answer.body()).contains("路灯不亮");
        }
        clock.advance(Duration.ofHours(25));
        assertThat(send(form).statusCode()).isEqualTo(409);
        assertThat(all()).isEmpty();
    }

    @Test
    void a_form_that_was_not_given_out_here_leaves_no_file_behind_and_tells_of_none() {
        var form = new LinkedHashMap<>(form(Map.of("text", "路灯不亮")));
        form.put("ticket", "not-a-ticket");
        var parts = new Multipart();
        form.forEach(parts::field);
        try (var nobody = new Browsing(port)) {
            assertThat(parts.file("files", "单子.pdf", PDF).send(port, nobody, base + "/raise").statusCode()).isEqualTo(409);
        }
        var digest = HexFormat.of().formatHex(sha256(PDF));
        assertThat(library.broughtBy(cast.tenant(), portal.person(cast.tenant()), digest, "单子.pdf")).isEmpty();
        assertThat(withFiles(new Multipart().file("files", "单子.pdf", PDF).file("files", "空.pdf", new byte[0])).body()).contains("单子.pdf");
        assertThat(library.broughtBy(cast.tenant(), portal.person(cast.tenant()), digest, "单子.pdf")).isPresent();
        assertThat(raise(Map.of("text", "", "kept", digest + " 单子.pdf")).body()).as("asked by its digest alone").doesNotContain("单子.pdf");
        assertThat(raise(Map.of("text", "", "kept", "AAAA " + digest + " 单子.pdf")).body()).doesNotContain("单子.pdf");
    }

    @Test
    void an_emergency_says_on_the_receipt_whom_to_call() {
        assertThat(raise(Map.of("text", "三号楼着火了，有人被困")).body()).contains("请现在就拨打", "href=\"tel:119\"");
        assertThat(raise(Map.of("text", "路灯不亮")).body()).doesNotContain("请现在就拨打");
    }

    @Test
    void a_list_of_units_without_end_is_refused_and_a_day_that_is_none_begins_the_list_anew() {
        assertThat(refused(Map.of("text", "路灯不亮", "about", "路灯所、".repeat(200)))).contains("没有");
        assertThat(get(base + "/done?from=%2B900000000-01-01.1").statusCode()).isEqualTo(200);
    }

    @Test
    void who_sends_faster_than_one_writes_waits_and_loses_nothing() {
        var page = get(base + "/raise").body();
        var form = new LinkedHashMap<String, String>(Map.of("text", "路灯不亮", "ticket", valueOn(page, "ticket"), "proof", "12345"));
        var early = send(form);

        assertThat(early.statusCode()).isEqualTo(429);
        assertThat(early.headers().firstValue("Retry-After")).hasValue("21");
        assertThat(early.body()).contains("请再等 21 秒", "路灯不亮");
        clock.advance(Duration.ofSeconds(20));
        assertThat(send(form).statusCode()).isEqualTo(200);
    }

    @Test
    void one_address_sends_so_many_in_an_hour_and_then_waits() {
        HttpResponse<String> last = send(Map.of("text", "第一件"));
        for (int more = 0; more < 40 && last.statusCode() != 429; more++) {
            last = send(Map.of("text", "很多件"));
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValueAsLong("Retry-After")).isPresent();
        assertThat(last.body()).contains("短时间里发送得太多", "很多件");
        clock.advance(Duration.ofHours(1));
        assertThat(raise(Map.of("text", "过后的一件")).statusCode()).isEqualTo(200);
        assertThat(all()).hasSize(1);
    }

    @Test
    void codes_that_open_nothing_look_alike_and_may_be_tried_so_often() {
        var own = codeOn(raise(Map.of("text", "路灯不亮")));
        var here = base;
        base = "/p/" + open().tenant().value();
        var foreign = codeOn(raise(Map.of("text", "井盖丢失")));
        base = here;
        var unknown = post("/r", Map.of("code", UNKNOWN));
        var other = post("/r", Map.of("code", foreign));

        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body().replace(foreign, UNKNOWN)).isEqualTo(unknown.body());
        var last = unknown;
        for (int more = 0; more < 40 && last.statusCode() != 429; more++) {
            last = post("/r", Map.of("code", UNKNOWN));
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValueAsLong("Retry-After")).isPresent();
        assertThat(post("/r", Map.of("code", own)).statusCode()).isEqualTo(429);
        clock.advance(Duration.ofHours(1));
        for (int more = 0; more < 30; more++) {
            assertThat(post("/r", Map.of("code", own)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_code_in_a_cookie_may_be_tried_no_oftener() {
        var own = codeOn(raise(Map.of("text", "路灯不亮")));
        for (int more = 0; more < 40; more++) {
            assertThat(receiptWith(UNKNOWN).statusCode()).isEqualTo(303);
        }
        assertThat(receiptWith(own).statusCode()).as("nobody learns here what a code opens").isEqualTo(303);
        clock.advance(Duration.ofHours(1));
        for (int more = 0; more < 40; more++) {
            assertThat(receiptWith(own).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void who_holds_a_receipt_cannot_fill_a_journal_with_it() {
        var code = codeOn(raise(Map.of("text", "路灯不亮")));
        var last = post("/r/additions", Map.of("code", code, "words", "第一句"));
        for (int more = 0; more < 40 && last.statusCode() != 429; more++) {
            last = post("/r/additions", Map.of("code", code, "words", "一句又一句"));
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValueAsLong("Retry-After")).isPresent();
        assertThat(last.body()).contains("短时间里发送得太多", "一句又一句");
        clock.advance(Duration.ofHours(1));
        assertThat(post("/r/additions", Map.of("code", code, "words", "过后的一句")).statusCode()).isEqualTo(200);
    }

    @Test
    void every_field_says_what_is_wrong_with_it() {
        assertThat(refused(Map.of("text", " "))).contains("请填写这一项");
        assertThat(refused(Map.of("text", "长".repeat(20_001)))).contains("最多 20000 个字");
        assertThat(refused(Map.of("text", "路灯\u202e不亮"))).contains("看不见的字符");
        assertThat(refused(Map.of("text", "路灯", "place", "地".repeat(201)))).contains("最多 200 个字");
        assertThat(refused(Map.of("text", "路灯", "phone", "没有"))).contains("不像电话号码");
        assertThat(refused(Map.of("text", "路灯", "email", "不是邮箱"))).contains("不像电子邮箱");
        assertThat(refused(Map.of("text", "路灯", "name", "名".repeat(201)))).contains("最多 200 个字");
        assertThat(refused(Map.of("text", "路灯", "name", "张三", "anonymous", "true"))).contains("匿名反映不留姓名");
        assertThat(refused(Map.of("text", "路灯", "about", "没有的单位"))).contains("没有找到这个单位");
        assertThat(refused(Map.of("text", "路灯", "language", "<b>"))).contains("请选择用哪种语言").doesNotContain("<b>");
        registers.show(cast.tenant(), "livelihood", true, false);
        assertThat(refused(Map.of("text", "路灯", "kind", "rectification"))).contains("请填写这一项");
        assertThat(all()).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_taken_and_whoever_brought_it_is_told_that_it_is_kept_apart() {
        var html = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        var taken = withFiles(new Multipart().file("files", "照片.jpg", html).file("files", "单子.pdf", PDF));
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body()).contains("先单独存放，由工作人员查验：照片.jpg。");
        assertThat(post("/r", Map.of("code", codeOn(taken))).body()).contains("先单独存放，由工作人员查验：照片.jpg。");
        assertThat(voices.of(cast.coordinator(), matter().id()).getFirst().files()).extracting(StoredFile::name).containsExactly("单子.pdf");
    }

    @Test
    void empty_files_and_more_than_six_are_refused_and_the_others_stay() {
        var refused = withFiles(new Multipart().file("files", "空.jpg", new byte[0]));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("“空.jpg”没有收下");
        var many = new Multipart();
        for (int i = 0; i < 7; i++) {
            many.file("files", i + ".pdf", ("%PDF-1.4 " + i + " startxref").getBytes(StandardCharsets.UTF_8));
        }
        var tooMany = withFiles(many);
        assertThat(tooMany.statusCode()).isEqualTo(422);
        assertThat(tooMany.body()).contains("最多附 6 个文件", "5.pdf").doesNotContain("6.pdf");

        var kept = Pattern.compile("name=\"kept\" value=\"([^\"]+)\"").matcher(tooMany.body());
        assertThat(kept.find()).isTrue();
        var form = form(Map.of("text", "路灯不亮", "kept", HtmlUtils.htmlUnescape(kept.group(1))));
        assertThat(send(form).statusCode()).isEqualTo(200);
        assertThat(voices.of(cast.coordinator(), matter().id()).getFirst().files()).singleElement().satisfies(it -> assertThat(it.name()).isEqualTo("0.pdf"));
    }

    @Test
    void a_paper_is_added_by_receipt_and_an_empty_file_is_refused_with_the_words_kept() {
        var code = codeOn(raise(Map.of("text", "路灯不亮")));
        try (var nobody = new Browsing(port)) {
            var refused = new Multipart().field("code", code).field("words", "请看照片").file("files", "照片.jpg", new byte[0])
                    .file("files", "单子.pdf", PDF).send(port, nobody, base + "/r/additions");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("“照片.jpg”没有收下", "请看照片", "单子.pdf");
            var added = post("/r/additions", Map.of("code", code, "words", "请看单子", "kept", found(refused.body(), "name=\"kept\" value=\"([^\"]+)\"")));
            assertThat(added.body()).contains("补充已经送到");
            var unknown = new Multipart().field("code", UNKNOWN).field("words", "x").file("files", "单子.pdf", PDF)
                    .send(port, nobody, base + "/r/additions");
            assertThat(unknown.statusCode()).isEqualTo(422);
            assertThat(unknown.body()).doesNotContain("单子.pdf");
        }
        assertThat(voices.of(cast.coordinator(), matter().id()).getFirst().files()).extracting(StoredFile::name)
                .containsExactly("单子.pdf");
    }

    @Test
    void what_the_holder_of_a_receipt_may_not_do_is_said_and_what_was_typed_stays() {
        var code = codeOn(raise(Map.of("text", "路灯不亮")));
        var objected = post("/r/objections", Map.of("code", code, "words", "不同意"));
        assertThat(objected.statusCode()).isEqualTo(422);
        assertThat(objected.body()).contains("异议在公示期间提出");
        assertThat(post("/r/additions", Map.of("code", code, "words", " ")).body()).contains("请填写这一项");
        assertThat(post("/r/additions", Map.of("code", code, "words", "长".repeat(20_001))).body()).contains("最多 20000 个字").contains("长长");
        assertThat(post("/r/withdrawal", Map.of("code", code, "words", "不要了")).statusCode()).isEqualTo(200);
        var again = post("/r/withdrawal", Map.of("code", code, "words", "不要了"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("已经撤回过了");
    }

    @Test
    void a_body_without_public_side_takes_nothing_and_one_that_is_not_there_has_no_page() {
        var closed = town.layOut();
        var page = "/p/" + closed.tenant().value();
        assertThat(get(page).body()).contains("还没有开放网上反映");
        assertThat(get(page + "/raise").body()).contains("还没有开放网上反映").doesNotContain("<form");
        base = page;
        assertThat(send(Map.of("text", "路灯不亮")).statusCode()).isEqualTo(503);
        for (var nobody : List.of("0", "x", "999999999", "99999999999999")) {
            assertThat(get("/p/" + nobody).statusCode()).as(nobody).isEqualTo(404);
        }
    }
}
