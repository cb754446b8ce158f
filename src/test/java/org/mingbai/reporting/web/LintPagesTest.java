package org.mingbai.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.web.LedgerScene;
import org.mingbai.ledger.web.Multipart;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

@MingbaiTest
class LintPagesTest {

    @Autowired LedgerScene scene;
    @Autowired SettableClock clock;
    @LocalServerPort int port;

    @Test
    void a_report_is_pasted_or_chosen_and_each_doubt_shows_its_sentence_and_why() {
        try (var browsing = new Browsing(port)) {
            browsing.signIn(scene.login(scene.cast().roadsHandler()), Bureau.PASSWORD);
            assertThat(browsing.get("/tray").body()).contains("href=\"/reports/lint\"");
            var pasted = browsing.post("/reports/lint", "/reports/lint", Map.of("text", "群众满意率达到985%。<b>其余</b>都好。"));
            assertThat(pasted.statusCode()).isEqualTo(200);
            assertThat(pasted.body()).contains("有 1 处请看一眼", "群众满意率达到<mark>985%</mark>", "超过 100%", "第 1 行第 8 字").doesNotContain("<b>其余</b>");
            var none = browsing.post("/reports/lint", "/reports/lint", Map.of("text", "群众满意率达到98.5%。"));
            assertThat(none.body()).contains("没有发现疑点");
            var file = new Multipart().field("_csrf", browsing.tokenOn("/reports/lint")).field("text", "")
                    .file("file", "月报.txt", "收到反馈单8张。下发通知单50张，收到反馈单80张。".getBytes(StandardCharsets.UTF_8)).send(port, browsing, "/reports/lint");
            assertThat(file.body()).contains("月报.txt", "<mark>80张</mark>");
        }
    }

    @Test
    void nothing_and_what_cannot_be_read_is_said_at_its_field() {
        try (var browsing = new Browsing(port)) {
            browsing.signIn(scene.login(scene.cast().coordinator()), Bureau.PASSWORD);
            var nothing = browsing.post("/reports/lint", "/reports/lint", Map.of("text", " "));
            assertThat(nothing.statusCode()).isEqualTo(422);
            assertThat(HtmlUtils.htmlUnescape(nothing.body())).contains("请贴上文字", "href=\"#f-text\"");
            var damaged = new Multipart().field("_csrf", browsing.tokenOn("/reports/lint")).field("text", "先写的话")
                    .file("file", "a.docx", new byte[] {'P', 'K', 3, 4, 0, 0, 1, 2}).send(port, browsing, "/reports/lint");
            assertThat(damaged.statusCode()).isEqualTo(422);
            assertThat(HtmlUtils.htmlUnescape(damaged.body())).contains("读不了", "先写的话", "href=\"#f-file\"");
        }
    }

    /// Two closed, one under way with the lamp unit and one with nobody, and one kept from the lamp unit; all in March.
    private SmallTown.Cast aMonth() {
        var cast = scene.cast();
        scene.closed(cast, LedgerScene.subject(1));
        scene.closed(cast, LedgerScene.subject(2));
        scene.underWay(cast, LedgerScene.subject(3), clock.today().plusDays(2));
        scene.listed(cast, LedgerScene.subject(4));
        scene.listed(cast, LedgerScene.subject(5).about(List.of(cast.roads())));
        clock.set(LocalDate.of(2026, 4, 10));
        return cast;
    }

    private static String held(Browsing browsing, String text, String unit) {
        var answer = browsing.post("/reports/lint", "/reports/lint", Map.of("text", text, "against", "true", "unit", unit, "written", "2026-04-10"));
        assertThat(answer.statusCode()).isEqualTo(200);
        return HtmlUtils.htmlUnescape(answer.body());
    }

    @Test
    void what_a_report_says_of_a_figure_is_held_against_the_ledger_where_that_was_asked() {
        var cast = aMonth();
        try (var browsing = new Browsing(port)) {
            browsing.signIn(scene.login(cast.auditor()), Bureau.PASSWORD);
            var report = "2026年3月，全镇列账5件，办结2件，解决率98.5%。截至2026年3月31日，在办4件，其中超期3件。";
            assertThat(browsing.post("/reports/lint", "/reports/lint", Map.of("text", report)).body()).contains("没有发现疑点").doesNotContain("本账的");
            var page = held(browsing, report, "");
            assertThat(page).contains("和本账对了 5 处", "有 4 处请看一眼",
                    "<mark>5件</mark>", "本账的“列账数”是 4（", "href=\"/figures/listed?from=2026-03-01&to=2026-03-31&asOf=2026-04-10\"",
                    "<mark>98.5%</mark>",
                    "<mark>3件</mark>", "本账的“超期在办数”是 1", "<mark>4件</mark>", "本账的“在办数”是 2", "/figures/late/cases?from=").doesNotContain("<mark>2件</mark>");
            assertThat(held(browsing, "2026年3月，全镇列账4件，办结２件。", "")).contains("和本账对了 2 处", "没有发现疑点");
            assertThat(held(browsing, "2026年3月，路灯所办结9件。水务站办结9件。", "")).contains("和本账对了 0 处", "没有发现疑点");
            var roads = Long.toString(cast.roads().value());
            assertThat(held(browsing, "2026年3月，路灯所办结9件。\n全镇2026年3月办结8件。", roads)).contains("和本账对了 1 处", "<mark>9件</mark>",
                    "f=UNIT_OF~WITHIN~" + roads).doesNotContain("<mark>8件</mark>");
            assertThat(held(browsing, "2025年10月办结9件。", "")).contains("和本账对了 0 处");
        }
    }

    @Test
    void only_units_one_sees_are_compared_and_what_cannot_be_read_is_said() {
        var cast = aMonth();
        try (var browsing = new Browsing(port)) {
            browsing.signIn(scene.login(cast.roadsHandler()), Bureau.PASSWORD);
            assertThat(HtmlUtils.htmlUnescape(browsing.get("/reports/lint").body())).contains("和本账对一对", ">路灯所</option>").doesNotContain(">水务站</option>", "全单位");
            for (var unit : List.of("", Long.toString(cast.water().value()), "x")) {
                var answer = browsing.post("/reports/lint", "/reports/lint", Map.of("text", "2026年3月办结9件。", "against", "true", "unit", unit));
                assertThat(answer.statusCode()).isEqualTo(422);
                assertThat(HtmlUtils.htmlUnescape(answer.body())).contains("请选报告说的是哪个单位", "2026年3月办结9件。").doesNotContain("本账的");
            }
            var roads = Long.toString(cast.roads().value());
            assertThat(held(browsing, "2026年3月办结2件。", roads)).contains("和本账对了 1 处", "没有发现疑点");
            for (var day : List.of("2026-02-30", "2027-01-01")) {
                assertThat(browsing.post("/reports/lint", "/reports/lint", Map.of("text", "好", "against", "true", "unit", roads, "written", day)).statusCode())
                        .isEqualTo(422);
            }
        }
    }
}
