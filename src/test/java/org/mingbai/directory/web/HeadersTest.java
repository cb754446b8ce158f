package org.mingbai.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Right;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;

/// What every answer carries, whoever asks and whatever comes of it. A new route is in it by being there.
@MingbaiTest
class HeadersTest {

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");
    private static final Set<String> POLICY = Set.of("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'",
            "form-action 'self'");
    private static final Set<String> TELLING_TOO_MUCH = Set.of("Server", "X-Powered-By", "Via");
    private static final Pattern INNER = Pattern.compile("\\bat (?:org|java|jakarta)\\.[\\w.$]+\\(|Exception:|org\\.(?:springframework|postgresql)\\.");
    private static final Pattern INLINE = Pattern.compile(
            "<script(?![^>]*\\bsrc=)(?![^>]*type=\"application/json\")|\\sstyle=\"|\\son[a-z]+=\"|javascript:|<style");

    @Autowired Routes routes;
    @Autowired Bureau bureau;
    @LocalServerPort int port;

    @Test
    void every_answer_to_somebody_who_is_not_signed_in_carries_them() {
        try (var browsing = new Browsing(port)) {
            assertThat(wrong(browsing, false)).isEmpty();
        }
    }

    @Test
    void every_answer_to_somebody_signed_in_carries_them_and_is_kept_nowhere() {
        var it = bureau.made();
        var wrong = new ArrayList<String>();
        for (var role : List.of(Role.AUDITOR, Role.COORDINATOR, Role.SECURITY_ADMIN)) {
            var login = "h" + UUID.randomUUID();
            bureau.signingIn(it.keeper(), login, new Seat(it.county(), role));
            try (var browsing = new Browsing(port)) {
                browsing.signIn(login, Bureau.PASSWORD);
                wrong.addAll(wrong(browsing, true));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothing_is_changed_without_the_token_of_a_form() {
        var it = bureau.made();
        var login = "t" + UUID.randomUUID();
        bureau.signingIn(it.keeper(), login, new Seat(it.county(), Role.COORDINATOR));
        var wrong = new ArrayList<String>();
        try (var browsing = new Browsing(port)) {
            browsing.signIn(login, Bureau.PASSWORD);
            routes.all().forEach((route, handler) -> {
                var type = route.getConsumesCondition().getConsumableMediaTypes().stream().findFirst().orElse(MediaType.APPLICATION_FORM_URLENCODED);
                route.getMethodsCondition().getMethods().stream().filter(HeadersTest::changes).forEach(method -> paths(route.getPatternValues())
                        .filter(path -> !withoutSession(path)).forEach(path -> {
                            int status = browsing.send(method.name(), path, type.toString(), "none").statusCode();
                            if (status != 403) {
                                wrong.add(method + " " + path + ": " + status);
                            }
                        }));
            });
            assertThat(browsing.get("/me").statusCode()).as("still signed in").isEqualTo(200);
        }
        assertThat(wrong).isEmpty();
    }

    /// The public site knows no session; its forms carry a ticket of their own.
    private static boolean withoutSession(String path) {
        return path.equals("/p") || path.startsWith("/p/") || path.startsWith("/log/") || path.startsWith("/open311/v2/");
    }

    private static boolean changes(RequestMethod method) {
        return !Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS).contains(method);
    }

    /// Those pages are told before any chain begins.
    @Test
    void what_is_refused_at_the_door_has_them_too() {
        try (var browsing = new Browsing(port)) {
            var token = browsing.tokenOn("/sign-in");
            var tooMuch = browsing.postWith(token, "/sign-in", Map.of("login", "x".repeat(17 << 20)));
            assertThat(tooMuch.statusCode()).isEqualTo(413);
            assertThat(flawsOf(tooMuch, true)).isEmpty();
            for (var outOfShape : List.of("//x", "/a;b", "/me?x=%ED%A0%80", "/%2e%2e/", "/a%00b")) {
                var refused = browsing.get(outOfShape);
                assertThat(refused.statusCode()).as(outOfShape).isBetween(400, 404);
                assertThat(flawsOf(refused, false)).as(outOfShape).isEmpty();
            }
        }
    }

    /// What a stranger sends is held in memory before anybody asks who they are.
    @Test
    void strangers_send_no_longer_forms_than_there_are_and_files_to_the_public_site_alone() {
        var it = bureau.made();
        var login = "f" + UUID.randomUUID();
        bureau.signingIn(it.keeper(), login, new Seat(it.county(), Role.COORDINATOR));
        var form = MediaType.APPLICATION_FORM_URLENCODED_VALUE;
        var files = "multipart/form-data; boundary=x";
        try (var stranger = new Browsing(port); var somebody = new Browsing(port)) {
            var token = stranger.tokenOn("/sign-in");
            assertThat(stranger.postWith(token, "/password", Map.of("now", "x".repeat(513 << 10))).statusCode()).isEqualTo(413);
            assertThat(stranger.postWith(token, "/p/" + it.tenant().value() + "/raise", Map.of("text", "x".repeat(513 << 10))).statusCode()).isEqualTo(413);
            for (var method : List.of("POST", "PUT", "GET")) {
                assertThat(stranger.send(method, "/sign-in", files, token).statusCode()).as(method).isEqualTo(401);
            }
            somebody.signIn(login, Bureau.PASSWORD);
            assertThat(somebody.postWith(somebody.tokenOn("/password"), "/password", Map.of("now", "x".repeat(513 << 10))).statusCode()).isNotIn(401, 413);
            assertThat(somebody.send("POST", "/password", form, "none").statusCode()).isEqualTo(403);
        }
    }

    private List<String> wrong(Browsing browsing, boolean signedIn) {
        var wrong = new ArrayList<String>();
        routes.all().forEach((route, handler) -> {
            var methods = route.getMethodsCondition().getMethods();
            if (!methods.isEmpty() && !methods.contains(RequestMethod.GET)) {
                return;
            }
            boolean kept = signedIn && Routes.needOf(handler).orElseThrow() != Right.PUBLIC;
            paths(route.getPatternValues()).forEach(path -> flawsOf(browsing.get(path), kept).forEach(flaw -> wrong.add(path + ": " + flaw)));
        });
        return wrong;
    }

    private static Stream<String> paths(Set<String> patterns) {
        return patterns.stream().map(pattern -> pattern.replaceAll("\\{\\*[^}]*}", "a").replaceAll("\\{[^}]*}", "999999999"));
    }

    private static List<String> flawsOf(HttpResponse<String> answer, boolean keptNowhere) {
        var flaws = new ArrayList<String>();
        var headers = answer.headers();
        ALWAYS.forEach((name, value) -> {
            if (!headers.allValues(name).equals(List.of(value))) {
                flaws.add(name + " " + headers.allValues(name));
            }
        });
        var policy = headers.firstValue("Content-Security-Policy").orElse("");
        POLICY.stream().filter(part -> !policy.contains(part)).forEach(part -> flaws.add("policy without " + part));
        if (policy.contains("unsafe")) {
            flaws.add("policy " + policy);
        }
        if (headers.firstValue("Permissions-Policy").isEmpty()) {
            flaws.add("no Permissions-Policy");
        }
        if (keptNowhere && !cache(headers).contains("no-store")) {
            flaws.add("may be kept: " + cache(headers));
        }
        TELLING_TOO_MUCH.stream().filter(name -> headers.firstValue(name).isPresent()).forEach(flaws::add);
        if (answer.statusCode() >= 500) {
            flaws.add("status " + answer.statusCode());
        }
        if (INNER.matcher(answer.body()).find()) {
            flaws.add("tells how the program looks inside");
        }
        boolean page = headers.firstValue("Content-Type").orElse("").startsWith("text/html");
        if (page && INLINE.matcher(answer.body()).find()) {
            flaws.add("script or style within the page");
        }
        return flaws;
    }

    private static String cache(HttpHeaders headers) {
        return String.join(", ", headers.allValues("Cache-Control"));
    }
}
