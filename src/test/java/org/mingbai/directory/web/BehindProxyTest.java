package org.mingbai.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiWebTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/// Behind a proxy that speaks TLS and says so.
@MingbaiWebTest
@TestPropertySource(properties = {"server.forward-headers-strategy=native", "server.servlet.session.cookie.name=__Host-mingbai"})
class BehindProxyTest {

    @LocalServerPort int port;

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
