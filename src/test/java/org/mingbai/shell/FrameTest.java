package org.mingbai.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mingbai.shell.page.ConfirmPage;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

@SpringBootTest(classes = {ShellAlone.class, FrameTest.Hello.class}, webEnvironment = WebEnvironment.RANDOM_PORT)
class FrameTest {

    @Controller
    static class Hello {
        @GetMapping("/hello")
        ModelAndView hello() {
            return View.of("shell/confirm", new ConfirmPage("<script>", List.of(), List.of(), "/hello", Map.of(), "<b>", "/"));
        }
    }

    @LocalServerPort
    int port;

    @Test
    void the_language_asked_for_wins_and_is_remembered() throws Exception {
        var answer = get("/hello?lang=en", "Accept-Language", "zh-CN");
        assertThat(answer.body()).contains("lang=\"en\"").contains("Mingbai");
        assertThat(answer.headers().firstValue("Set-Cookie")).hasValueSatisfying(cookie ->
                assertThat(cookie).contains("lang=en").contains("SameSite=Lax").contains("HttpOnly"));
        assertThat(get("/hello", "Cookie", "lang=en").body()).contains("lang=\"en\"");
    }

    @Test
    void the_browsers_language_counts_when_it_is_spoken_here_else_chinese() throws Exception {
        assertThat(get("/hello", "Accept-Language", "fr,en;q=0.5,zh;q=0.1").body()).contains("lang=\"en\"");
        assertThat(get("/hello", "Accept-Language", "fr").body()).contains("lang=\"zh-CN\"");
        assertThat(get("/hello?lang=fr", "X-Nothing", "").body()).contains("lang=\"zh-CN\"");
    }

    @Test
    void what_a_page_is_given_is_escaped() throws Exception {
        assertThat(get("/hello", "X-Nothing", "").body()).contains("&lt;script&gt;").contains("&lt;b&gt;").doesNotContain("<script>");
    }

    @Test
    void assets_are_named_by_their_content_and_kept_for_ever() throws Exception {
        var page = get("/hello", "X-Nothing", "").body();
        var hrefs = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"").matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(hrefs).hasSizeGreaterThanOrEqualTo(4).allMatch(href -> href.matches(".*-[0-9a-f]{32}\\.\\w+"));
        for (var href : hrefs) {
            var asset = get(href, "X-Nothing", "");
            assertThat(asset.statusCode()).as(href).isEqualTo(200);
            assertThat(asset.headers().firstValue("Cache-Control")).hasValueSatisfying(kept -> assertThat(kept).contains("immutable"));
            assertThat(asset.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    private HttpResponse<String> get(String path, String header, String value) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header(header, value).build();
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
