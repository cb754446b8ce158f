package org.mingbai.intake.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.web.Browsing;
import org.mingbai.intake.Imports;
import org.mingbai.intake.RightsRequest;

/// Browsers that keep no cookies and run no script, and whoever sends what no browser would.
@MingbaiTest
class SitePagesTest extends PublicSite {

    @Test
    void a_browser_without_cookies_gets_its_receipt_and_says_all_it_may() {
        var receipt = raise(Map.of("text", "路灯不亮。请修", "place", "菜场北门", "phone", "13812345678"));
        var code = codeOn(receipt);
        assertThat(matter().subject().title()).isEqualTo("路灯不亮");
        assertThat(matter().subject().place()).isEqualTo("菜场北门");
        assertThat(matter().subject().channel()).isEqualTo("网络");

        var story = post("/r", Map.of("code", code));
        assertThat(story.statusCode()).isEqualTo(200);
        assertThat(story.body()).contains("已收到，正在核实").contains("name=\"code\" value=\"" + code + "\"").doesNotContain("13812345678");
        var key = valueOn(story.body(), "key");
        var added = post("/r/additions", Map.of("code", code, "key", key, "words", "旁边那盏也不亮"));
        assertThat(added.body()).contains("补充已经送到", "旁边那盏也不亮");
        assertThat(post("/r/additions", Map.of("code", code, "key", key, "words", "旁边那盏也不亮")).body().split("<blockquote><p>旁边那盏也不亮")).hasSize(2);
        assertThat(post("/r/withdrawal", Map.of("code", code, "key", valueOn(added.body(), "key"), "words", "亮了")).body()).contains("已经撤回");
    }

    @Test
    void whoever_holds_a_receipt_asks_for_a_copy_of_what_is_held_reads_the_answer_and_fetches_it() {
        var code = codeOn(raise(Map.of("text", "路灯不亮。请修", "name", "张守一", "phone", "13812345678")));
        assertThat(post("/r", Map.of("code", code)).body()).contains("查阅、复制、更正或删除我的个人信息");
        var page = post("/r/rights", Map.of("code", code));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("路灯不亮", "15 天内").doesNotContain("张守一", "13812345678");
        var wrong = post("/r/rights/requests", Map.of("code", code, "key", valueOn(page.body(), "key"), "words", "打 13900000000 给我"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("打 13900000000 给我", "请填写这一项");

        var asked = post("/r/rights/requests", Map.of("code", code, "key", valueOn(page.body(), "key"), "wish", "COPY"));
        assertThat(asked.body()).contains("请求已经送到", "等待答复").doesNotContain("下载副本");
        var request = requests.waiting(cast.coordinator()).getFirst();
        assertThat(post("/r/rights/" + request.no() + "/copy", Map.of("code", code)).statusCode()).isEqualTo(409);
        requests.decide(cast.coordinator(), request.no(), RightsRequest.Outcome.GRANTED, "持有回执码", "");

        assertThat(post("/r/rights", Map.of("code", code)).body()).contains("持有回执码", "下载副本");
        var copy = post("/r/rights/" + request.no() + "/copy", Map.of("code", code));
        assertThat(copy.statusCode()).isEqualTo(200);
        assertThat(copy.headers().firstValue("Content-Disposition")).hasValueSatisfying(it -> assertThat(it).contains("personal-data.txt"));
        assertThat(copy.headers().firstValue("Cache-Control")).hasValueSatisfying(it -> assertThat(it).contains("no-store"));
        assertThat(copy.body()).contains("张守一", "13812345678", "路灯不亮。请修", "还没有人查看过");
        assertThat(post("/r/rights/" + request.no() + "/data", Map.of("code", code)).body()).contains("张守一", "您是谁");
    }

    @Test
    void the_same_form_sent_twice_is_one_matter_with_one_receipt_and_with_other_words_it_is_refused() {
        var form = form(Map.of("text", "路灯不亮"));
        var first = send(form);
        var second = send(form);
        form.put("text", "路灯不亮，井盖也没了");
        var altered = send(form);

        assertThat(codeOn(second)).isEqualTo(codeOn(first));
        assertThat(altered.statusCode()).isEqualTo(409);
        assertThat(altered.body()).contains("这张表已经提交过", "路灯不亮，井盖也没了");
        form.put("ticket", valueOn(altered.body(), "ticket"));
        clock.advance(WRITTEN);
        assertThat(codeOn(send(form))).isNotEqualTo(codeOn(first));
        assertThat(all()).hasSize(2);
    }

    @Test
    void the_receipt_of_what_came_with_an_older_ledger_bears_the_day_it_came() {
        var orders = "工单编号,标题,主要内容,工单状态,来电人,来电人电话/账号,主办单位,处理受理方式,来电时间\nGD-1,路灯不亮,路灯不亮半个月,办理中,张守一,13812345678,路灯所,电话,2025-11-01 09:12:00\n";
        var made = ((Imports.Brought.Kept) imports.bring(cast.coordinator(), "hotline", "工单.csv",
                new ByteArrayInputStream(orders.getBytes(StandardCharsets.UTF_8)))).made();
        assertThat(imports.begin(cast.coordinator(), made.id())).isTrue();
        assertThat(imports.run(cast.coordinator(), made.id(), false).added()).isOne();
        var code = codeOn(raise(Map.of("text", "井盖丢失")));
        var own = "tenant = ? and channel = '网络'";
        var hash = db.queryForObject("select receipt from intake.voice where " + own, byte[].class, cast.tenant().value());
        db.update("update intake.voice set receipt = ? where " + own, sha256(hash), cast.tenant().value());
        db.update("update intake.voice set receipt = ? where tenant = ? and channel = '电话'", hash, cast.tenant().value());

        var receipt = receiptWith(code);
        assertThat(receipt.statusCode()).as(receipt.body()).isEqualTo(200);
        assertThat(receipt.body()).contains(clock.today().format(DateTimeFormatter.ofPattern("yyyy年M月d日")));
    }

    @Test
    void a_code_is_in_no_address_and_its_cookie_is_this_sites_alone() {
        try (var browsing = new Browsing(port)) {
            browsing.get(base + "/raise");
            var ticket = browsing.valueOn(base + "/raise", "ticket");
            clock.advance(WRITTEN);
            var answer = browsing.postWith("none", base + "/raise", Map.of("text", "路灯不亮", "ticket", ticket));
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(base + "/receipt");
            assertThat(answer.headers().allValues("Set-Cookie")).singleElement().asString()
                    .startsWith("mingbai-receipt=").contains("Max-Age=1800", "Path=" + base, "HttpOnly", "SameSite=Strict");
            assertThat(browsing.get(base + "/receipt").body()).contains(codeOn(browsing.get(base + "/receipt")));
            assertThat(browsing.session()).isEmpty();
        }
    }
}
