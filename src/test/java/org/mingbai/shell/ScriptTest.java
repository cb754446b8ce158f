package org.mingbai.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.mingbai.BrowserTest;
import org.mingbai.Reader;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(classes = {ShellAlone.class, ScriptTest.Answers.class}, properties = "mingbai.style-page=true",
        webEnvironment = WebEnvironment.RANDOM_PORT)
class ScriptTest extends BrowserTest {

    @RestController
    static class Answers {

        @PostMapping("/answer/{status}")
        ResponseEntity<String> answer(@PathVariable int status) {
            return ResponseEntity.status(status).contentType(MediaType.TEXT_HTML).body("""
                    <main id="content"><div class="errors" tabindex="-1"><h2>answer %d</h2></div></main>""".formatted(status));
        }

        @GetMapping("/search")
        ResponseEntity<String> search(@RequestParam String q) {
            return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body("""
                    <p>around</p><div id="found"><a href="/">%d</a></div>""".formatted(q.length()));
        }
    }

    @Test
    void a_refusal_is_shown_in_its_place_and_takes_the_reader_to_it() {
        for (int status : new int[] {409, 422}) {
            var page = open(Reader.atDesk(), "/shell/style");
            post(page, status);
            assertThat(page.locator("#content h2")).hasText("answer " + status);
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("errors");
        }
    }

    @Test
    void another_error_is_shown_as_its_page_and_never_inside_a_part() {
        var page = open(Reader.atDesk(), "/shell/style");
        page.evaluate("""
                () => {
                    const link = document.querySelector("#lights h2");
                    link.setAttribute("hx-get", "/nowhere");
                    link.setAttribute("hx-target", "#lights");
                    link.setAttribute("hx-select", "#lights");
                    link.setAttribute("hx-swap", "innerHTML");
                    htmx.process(link);
                }""");
        page.locator("#lights h2").click();
        assertThat(page.locator("#content h1")).hasText("没有这一页");
    }

    @Test
    void the_token_against_forged_requests_goes_along_without_a_form() {
        var page = open(Reader.atDesk(), "/shell/style");
        post(page, 422);
        assertThat(page.locator("#content h2")).hasText("answer 422");
        page.reload();
        page.evaluate("document.querySelector('meta[name=csrf]').content = 'forged'");
        post(page, 422);
        assertThat(page.locator("#content h1")).hasText("这一页放得太久了");
    }

    @Test
    void without_the_server_the_reader_is_told_and_keeps_what_is_there() {
        var page = open(Reader.atDesk(), "/shell/style/form");
        page.fill("#f-title", "桥头没有护栏");
        page.route("**/answer/**", route -> route.abort("internetdisconnected"));
        post(page, 422);
        assertThat(page.locator(".offline")).containsText("没有连上服务器");
        assertThat(page.locator("#f-title")).hasValue("桥头没有护栏");
    }

    @Test
    void search_answers_while_typing() {
        var page = open(Reader.atDesk(), "/shell/style");
        page.locator("#q").pressSequentially("路灯");
        assertThat(page.locator("#answers a")).hasText("2");
        assertThat(page.locator("#answers")).not().containsText("around");
    }

    @Test
    void a_menu_closes_by_escape_and_gives_the_focus_back() {
        var page = open(Reader.onPhone(), "/shell/style");
        page.locator(".more summary").click();
        assertThat(page.locator(".more a").last()).isVisible();
        isAccessible(page);
        page.locator(".more a.place").last().focus();
        page.keyboard().press("Escape");
        assertThat(page.locator(".more a").last()).isHidden();
        assertThat(page.locator(".more summary")).isFocused();
    }

    @Test
    void the_browser_keeps_no_copy_of_pages_behind() {
        var page = open(Reader.atDesk(), "/shell/style");
        post(page, 422);
        assertThat(page.locator("#content h2")).hasText("answer 422");
        var kept = page.evaluate("JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])").toString();
        assertThat(kept).doesNotContain("<").doesNotContain("answer");
    }

    private static void post(Page page, int status) {
        page.evaluate("htmx.ajax('POST', '/answer/" + status + "', {target: '#content', select: '#content', swap: 'outerHTML'})"
                + ".catch(() => {})");
    }
}
