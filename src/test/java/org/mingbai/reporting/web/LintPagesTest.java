package org.mingbai.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiWebTest;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.web.LedgerScene;
import org.mingbai.ledger.web.Multipart;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.util.HtmlUtils;

@MingbaiWebTest
@Import({SmallTown.class, LedgerScene.class})
class LintPagesTest {

    @Autowired LedgerScene scene;
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
}
