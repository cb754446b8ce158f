package org.mingbai.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.Provokes;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Provokes("org.apache.catalina.core")
@SpringBootTest(classes = {ShellAlone.class, ErrorPagesTest.Broken.class}, webEnvironment = WebEnvironment.RANDOM_PORT)
class ErrorPagesTest {

    @RestController
    static class Broken {

        @GetMapping({"/status/{code}", "/api/v1/status/{code}"})
        void status(@PathVariable int code, HttpServletResponse response) throws IOException {
            response.sendError(code);
        }

        @GetMapping({"/fault", "/api/v1/fault"})
        void fault() {
            throw new IllegalStateException("secret of the house");
        }

        @GetMapping({"/sql/{state}", "/api/v1/sql/{state}"})
        void sql(@PathVariable String state) {
            throw new CannotGetJdbcConnectionException("asked", new SQLException("secret of the house", state.equals("none") ? null : state));
        }

        @GetMapping("/number")
        void number(@RequestParam int of) {}

        @PostMapping("/form")
        void form() {}
    }

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503})
    void a_reader_is_told_what_happened_why_and_what_now_in_his_language(int status) throws Exception {
        var chinese = get("/status/" + status, "text/html", "zh");
        var english = get("/status/" + status, "text/html", "en");
        assertThat(chinese.statusCode()).isEqualTo(status);
        for (var part : new String[] {"what", "why", "now"}) {
            var key = "shell.error." + status + "." + part;
            assertThat(chinese.body()).contains(Words.in(Locale.CHINESE).of(key));
            assertThat(english.body()).contains(Words.in(Locale.ENGLISH).of(key));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 409, 413, 500})
    void a_program_is_told_the_same_as_problem_json(int status) throws Exception {
        var answer = get("/api/v1/status/" + status, "*/*", "en");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status).contains(Words.in(Locale.ENGLISH).of("shell.error." + status + ".what"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fault", "/api/v1/fault"})
    void a_fault_of_ours_never_shows_how_the_program_looks_inside(String path) throws Exception {
        var answer = get(path, path.startsWith("/api") ? "*/*" : "text/html", "en");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("Something broke on our side").doesNotContain("secret", "Exception", "at org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "57P01", "57P03", "53100", "53300", "58030", "none"})
    void a_database_that_does_not_answer_is_told_apart_from_a_fault_of_ours(String state) throws Exception {
        var answer = get("/sql/" + state, "text/html", "zh");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("30");
        assertThat(answer.body()).contains("存放账目的数据库这会儿没有应答", "也只算一次").doesNotContain("secret", "Exception");
        assertThat(get("/api/v1/sql/" + state, "*/*", "en").body()).contains("\"status\":503", "does not answer just now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "22001"})
    void what_was_asked_wrongly_of_the_database_stays_a_fault_of_ours(String state) throws Exception {
        var answer = get("/sql/" + state, "text/html", "zh");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void what_the_framework_refuses_is_told_in_the_same_words() throws Exception {
        assertThat(get("/number?of=many", "text/html", "en").body()).contains("This request cannot be understood").doesNotContain("Method parameter");
        assertThat(get("/nowhere", "text/html", "en").body()).contains("There is no such page");
        assertThat(get("/form", "text/html", "en").body()).contains("It cannot be opened like this");
        assertThat(get("/nowhere;a=b", "text/html", "en").statusCode()).isEqualTo(400);
    }

    @Test
    void a_form_with_a_token_that_is_no_longer_good_is_told_from_a_missing_right() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/form")).header("Accept", "text/html")
                .header("Accept-Language", "en").POST(BodyPublishers.ofString("_csrf=old")).build();
        var answer = send(request);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This page was open for too long");
    }

    /// More than `server.tomcat.max-http-form-post-size`.
    @Test
    void a_form_that_brings_too_much_is_told_so_in_the_readers_language_whatever_it_is_written_in() throws Exception {
        var text = "x".repeat(17 << 20);
        var plain = send(form("/form", "application/x-www-form-urlencoded", "text=" + text));
        var parts = send(form("/p/form", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n" + text
                + "\r\n--b--\r\n"));
        for (var answer : java.util.List.of(plain, parts)) {
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("Too much at once").doesNotContain("Exception");
        }
    }

    @Test
    void a_form_written_in_no_letters_is_told_from_one_that_is_too_long() throws Exception {
        var answer = send(form("/form", "application/x-www-form-urlencoded", "text=%ff%fe%zz"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("This request cannot be understood");
    }

    private HttpRequest form(String path, String type, String body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Accept", "text/html")
                .header("Accept-Language", "en").header("Content-Type", type).POST(BodyPublishers.ofString(body)).build();
    }

    @Test
    void the_page_after_a_fault_of_ours_asks_nothing_of_the_other_modules() throws Exception {
        assertThat(get("/fault", "text/html", "zh").body()).doesNotContain("class=\"places");
        assertThat(get("/nowhere", "text/html", "zh").body()).contains("class=\"places");
    }

    @Test
    void a_page_without_a_form_begins_no_session() throws Exception {
        assertThat(get("/fault", "text/html", "zh").headers().firstValue("Set-Cookie")).isEmpty();
    }

    private HttpResponse<String> get(String path, String accept, String language) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Accept", accept)
                .header("Accept-Language", language).build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
