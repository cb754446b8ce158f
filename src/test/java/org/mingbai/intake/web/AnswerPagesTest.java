package org.mingbai.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingbai.BrowserTest;
import org.mingbai.MingbaiTest;
import org.mingbai.Reader;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.web.LedgerScene;
import org.springframework.beans.factory.annotation.Autowired;

/// The answers kept at hand as people write, approve and use them; the pictures under target/screens are for looking at.
@MingbaiTest
class AnswerPagesTest extends BrowserTest {

    private static final Pattern ONE = Pattern.compile("/answers/([0-9]+)");

    @Autowired LedgerScene scene;

    private final Map<SignedIn, String> logins = new HashMap<>();
    private SmallTown.Cast cast;

    @BeforeEach
    void a_town() {
        cast = scene.cast();
    }

    @Test
    void it_is_written_by_one_approved_by_another_and_chosen_at_the_desk_with_one_key() {
        var href = write(cast.coordinator(), form("question", "居民医保缴费截止到什么时候"));
        as(cast.coordinator(), browsing -> assertThat(browsing.post("/answers", href + "/approval", Map.of("version", "1")).statusCode()).isEqualTo(403));
        as(cast.leader(), browsing -> {
            assertThat(browsing.get("/answers").body()).contains("等您核准（1）", href);
            assertThat(browsing.post(href, href + "/approval", Map.of("version", "2")).statusCode()).isEqualTo(409);
            assertThat(browsing.post(href, href + "/approval", Map.of("version", "1")).statusCode()).isEqualTo(303);
            assertThat(browsing.get(href).body()).contains("正在使用", "还没有用过");
        });
        var login = login(cast.coordinator());
        for (var reader : new Reader[] {Reader.onPhone(), Reader.atDesk().english()}) {
            var name = "answers-" + reader.width();
            var page = signedIn(reader, login, "/desk?channel=hotline");
            page.keyboard().type("医保缴费到哪一天");
            page.locator("#athand li").first().waitFor();
            page.keyboard().press("Alt+1");
            assertThat(page.locator("#athand input[name=from]").first().isChecked()).isTrue();
            page.keyboard().type("，能在手机上缴吗");
            page.waitForResponse(answer -> answer.url().endsWith("/desk/likenesses"), () -> page.keyboard().type("？"));
            page.waitForCondition(() -> page.locator("#athand input[name=from]").first().isChecked());
            picture(page, name + "-desk");
            fitsItsWidth(page);
            isAccessible(page);
            page.keyboard().press("Control+Enter");
            page.locator(".receipt-code").waitFor();
            assertThat(page.locator("#answer").innerText()).contains("手机和窗口都可以办");
            picture(page, name + "-receipt");
            page.navigate(href);
            assertThat(page.locator("#uses li").count()).isPositive();
            picture(page, name + "-one");
            fitsItsWidth(page);
            isAccessible(page);
            page.navigate("/answers?q=医保");
            picture(page, name + "-list");
            fitsItsWidth(page);
            isAccessible(page);
        }
    }

    @Test
    void an_answer_and_something_else_at_once_is_asked_about_and_the_choice_stays() {
        var href = write(cast.coordinator(), form("question", "居民医保缴费截止到什么时候"));
        as(cast.leader(), browsing -> browsing.post(href, href + "/approval", Map.of("version", "1")));
        as(cast.coordinator(), browsing -> {
            var from = href.substring("/answers/".length()) + ".1";
            var refused = browsing.post("/desk", "/desk", new HashMap<>(Map.of("channel", "hotline", "language", "zh", "key", UUID.randomUUID().toString(),
                    "text", "完全是另一件事", "from", from, "then", "redirect", "redirection", "REPEATED", "reason", "问过")));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).containsPattern("value=\"" + Pattern.quote(from) + "\" checked");
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            question,   '',         请填写这一项
            question,   ？？,        至少写两个
            answer,     '',         请填写这一项
            basis,      '',         请填写这一项
            unit,       987654321,  请填写这一项
            unit,       x,          请填写这一项
            validFrom,  ever,       写成年-月-日
            validUntil, 2026-02-30, 写成年-月-日
            validUntil, 2020-01-01, 截止的那一天
            """)
    void an_answer_with_a_fault_comes_back_with_it_and_with_all_that_was_typed(String field, String value, String told) {
        as(cast.coordinator(), browsing -> {
            var form = form("question", "居民医保缴费");
            form.put(field, value);
            var refused = browsing.post("/answers/new", "/answers", form);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains(told, field.equals("basis") ? form.get("answer") : form.get("basis"));
            assertThat(browsing.get("/answers").body()).contains("还没有常用答复");
        });
    }

    @Test
    void whoever_wrote_from_an_older_version_reads_what_it_says_now_and_loses_nothing() {
        var href = write(cast.coordinator(), form("question", "居民医保缴费"));
        as(cast.coordinator(), browsing -> {
            var form = form("question", "居民医保缴费");
            form.put("seen", "1");
            assertThat(browsing.post(href, href, form).statusCode()).isEqualTo(303);
            form.put("key", UUID.randomUUID().toString());
            form.put("answer", "另一种说法");
            var late = browsing.post(href, href, form);
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.body()).contains("有人在您之前改写", "另一种说法");
            assertThat(browsing.post(href, href + "/ending", Map.of()).statusCode()).isEqualTo(303);
            assertThat(browsing.get(href).body()).contains("已经停用").doesNotContain("送核准</button>");
            assertThat(browsing.get("/answers/987654321").statusCode()).isEqualTo(404);
        });
        as(town().coordinator(), browsing -> assertThat(browsing.get(href).statusCode()).as("of another tenant").isEqualTo(404));
    }

    private SmallTown.Cast town() {
        return scene.cast();
    }

    private String write(SignedIn who, Map<String, String> form) {
        try (var browsing = new Browsing(port)) {
            browsing.signIn(login(who), Bureau.PASSWORD);
            var written = browsing.post("/answers/new", "/answers", form);
            assertThat(written.statusCode()).isEqualTo(303);
            var href = written.headers().firstValue("Location").orElseThrow();
            var found = ONE.matcher(href);
            assertThat(found.find()).as(href).isTrue();
            return found.group();
        }
    }

    private String login(SignedIn who) {
        return logins.computeIfAbsent(who, scene::login);
    }

    private interface Does {
        void with(Browsing browsing);
    }

    private void as(SignedIn who, Does does) {
        try (var browsing = new Browsing(port)) {
            browsing.signIn(login(who), Bureau.PASSWORD);
            does.with(browsing);
        }
    }

    private Map<String, String> form(String field, String value) {
        var form = new HashMap<>(Map.of("answer", "到三月底，手机和窗口都可以办。", "basis", "镇便民服务办事指南第三条", "unit",
                Long.toString(cast.office().value()), "validFrom", "2026-03-02", "key", UUID.randomUUID().toString()));
        form.put(field, value);
        return form;
    }
}
