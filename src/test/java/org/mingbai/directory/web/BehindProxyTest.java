package org.mingbai.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.Provokes;
import org.mingbai.SettableClock;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/// Behind a proxy that speaks TLS and says so.
@Provokes("org.mingbai.directory.UnknownLogins")
@MingbaiTest
@TestPropertySource(properties = {"server.forward-headers-strategy=native", "server.servlet.session.cookie.name=__Host-mingbai",
    "mingbai.sign-in.logins-per-address=3", "mingbai.sign-in.asks-per-hour=40"})
class BehindProxyTest {

    @LocalServerPort int port;
    @Autowired SettableClock clock;
    @Autowired Bureau bureau;

    @Test
    void an_address_that_tries_one_login_after_the_other_is_told_when_it_may_again_and_no_other_is_held_up() {
        try (var guesser = from("203.0.113.77"); var other = from("203.0.113.78")) {
            for (var login : List.of("a.zhang", "b.wang", "c.li")) {
                assertThat(guesser.signIn(login, "Harbour-2023-stone").statusCode()).isEqualTo(422);
            }
            var barred = guesser.signIn("d.zhao", "Harbour-2023-stone");
            assertThat(barred.statusCode()).isEqualTo(429);
            assertThat(barred.headers().firstValue("Retry-After")).contains("900");
            assertThat(barred.body()).contains("请在 15 分钟后").contains("value=\"d.zhao\"");
            assertThat(other.signIn("d.zhao", "Harbour-2023-stone").statusCode()).isEqualTo(422);
            clock.advance(Duration.ofMinutes(15));
            assertThat(guesser.signIn("d.zhao", "Harbour-2023-stone").statusCode()).isEqualTo(422);
        }
    }

    @Test
    void one_person_asks_for_so_much_an_hour_wherever_they_sit_and_is_told_how_long_to_wait() {
        var it = bureau.made();
        for (var login : List.of("eager." + it.tenant().value(), "calm." + it.tenant().value())) {
            bureau.signingIn(it.keeper(), login, new Seat(it.county(), Role.COORDINATOR));
        }
        try (var eager = from("203.0.113.79"); var elsewhere = from("203.0.113.80"); var calm = from("203.0.113.79")) {
            eager.signIn("eager." + it.tenant().value(), Bureau.PASSWORD);
            elsewhere.signIn("eager." + it.tenant().value(), Bureau.PASSWORD);
            calm.signIn("calm." + it.tenant().value(), Bureau.PASSWORD);
            assertThat(Stream.generate(() -> eager.get("/me").statusCode()).limit(41)).startsWith(200, 200, 200).endsWith(429).containsOnly(200, 429);
            var page = elsewhere.get("/me");
            assertThat(page.statusCode()).isEqualTo(429);
            assertThat(page.headers().firstValue("Retry-After")).contains("91");
            assertThat(page.body()).contains("请慢一点").doesNotContain("\tat ");
            var program = elsewhere.get("/api/v1/organisations");
            assertThat(program.statusCode()).isEqualTo(429);
            assertThat(program.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(calm.get("/me").statusCode()).isEqualTo(200);
            clock.advance(Duration.ofSeconds(90));
            assertThat(elsewhere.get("/me").statusCode()).isEqualTo(200);
            assertThat(eager.get("/me").statusCode()).isEqualTo(429);
        }
    }

    private Browsing from(String address) {
        return new Browsing(port, Map.of("X-Forwarded-For", address));
    }

    @Test
    void over_tls_the_cookie_is_sent_over_tls_only_and_the_browser_comes_back_over_it() {
        try (var browsing = new Browsing(port)) {
            var answer = browsing.get("/sign-in", "X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.9");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValueSatisfying(it -> assertThat(it).contains("max-age=31536000"));
            assertThat(answer.headers().allValues("Set-Cookie")).singleElement()
                    .satisfies(it -> assertThat(it).startsWith("__Host-mingbai=").contains("Path=/;").doesNotContain("Domain").contains("Secure")
                            .contains("HttpOnly").contains("SameSite=Lax"));
        }
    }

    @Test
    void without_tls_neither_is_promised() {
        try (var browsing = new Browsing(port)) {
            var answer = browsing.get("/sign-in");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
            assertThat(answer.headers().allValues("Set-Cookie")).singleElement().satisfies(it -> assertThat(it).doesNotContain("Secure"));
        }
    }

    @Test
    void a_double_slash_that_would_lead_to_another_host_is_refused() {
        try (var browsing = new Browsing(port)) {
            assertThat(browsing.get("//evil.example/me").statusCode()).isEqualTo(400);
            assertThat(browsing.get("/me/..;/administration").statusCode()).isEqualTo(400);
        }
    }
}
