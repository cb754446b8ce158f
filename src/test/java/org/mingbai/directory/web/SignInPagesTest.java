package org.mingbai.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.Provokes;
import org.mingbai.SettableClock;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignInRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Provokes("org.mingbai.directory.UnknownLogins")
@MingbaiTest
class SignInPagesTest {

    @Autowired Bureau bureau;
    @Autowired Accounts accounts;
    @Autowired SettableClock clock;
    @LocalServerPort int port;

    private Browsing browsing;
    private Bureau.Made it;
    private String login;
    private PersonId person;

    @BeforeEach
    void somebody() {
        browsing = new Browsing(port);
        it = bureau.made();
        login = "p" + UUID.randomUUID();
        person = bureau.signingIn(it.keeper(), login, new Seat(it.lamps(), Role.HANDLER));
    }

    @AfterEach
    void done() {
        browsing.close();
    }

    @Test
    void signing_in_leads_back_to_the_page_that_was_wanted() {
        var away = browsing.get("/me?from=here");
        assertThat(away.statusCode()).isEqualTo(303);
        assertThat(away.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
        var in = browsing.signIn(login, Bureau.PASSWORD);
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).contains("/me?from=here"));
        assertThat(browsing.get("/me").body()).contains("路灯所").contains("承办");
    }

    @Test
    void what_is_longer_than_an_address_is_not_kept_for_whoever_has_not_signed_in() {
        browsing.get("/me?from=here");
        browsing.get("/me?from=" + "x".repeat(3_000));
        assertThat(browsing.signIn(login, Bureau.PASSWORD).headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).doesNotContain("/me"));
    }

    @Test
    void a_session_planted_before_the_sign_in_is_worth_nothing() {
        browsing.get("/sign-in");
        var planted = browsing.session();
        assertThat(planted).isNotEmpty();
        browsing.signIn(login, Bureau.PASSWORD);
        assertThat(browsing.session()).isNotEmpty().isNotEqualTo(planted);
        try (var thief = new Browsing(port)) {
            thief.bring(planted);
            assertThat(thief.get("/me").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void a_wrong_password_keeps_the_login_and_says_the_same_as_an_unknown_login() {
        var wrong = browsing.signIn(login, "wrong");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"" + login + "\"").contains("登录名或口令不对");
        var unknown = browsing.signIn("x" + login, "wrong");
        assertThat(withoutWhatDiffers(unknown.body(), "x" + login)).isEqualTo(withoutWhatDiffers(wrong.body(), login));
    }

    private static String withoutWhatDiffers(String page, String login) {
        return page.replaceAll("_csrf\"\\s+value=\"[^\"]+", "").replace(login, "");
    }

    @Test
    void a_form_without_its_token_is_refused() {
        browsing.signIn(login, Bureau.PASSWORD);
        assertThat(browsing.postWith("", "/password", Map.of("current", Bureau.PASSWORD)).statusCode()).isEqualTo(403);
    }

    @Test
    void a_session_that_is_gone_is_told_so_and_signing_out_is_said() {
        browsing.bring("0123456789ABCDEF0123456789ABCDEF");
        assertThat(browsing.get("/me").headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in?idle"));
        assertThat(browsing.get("/sign-in?idle").body()).contains("已经自动退出");
        browsing.forgetSession();
        browsing.signIn(login, Bureau.PASSWORD);
        var session = browsing.session();
        assertThat(browsing.post("/me", "/sign-out", Map.of()).headers().firstValue("Location")).contains("/sign-in?out");
        try (var thief = new Browsing(port)) {
            thief.bring(session);
            assertThat(thief.get("/me").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void a_session_ends_after_twelve_hours_however_busy() {
        accounts.setRules(it.keeper(), SignInRules.of(Map.of("idleMinutes", 300))).orThrow();
        browsing.signIn(login, Bureau.PASSWORD);
        for (int n = 0; n < 3; n++) {
            assertThat(browsing.get("/me").statusCode()).isEqualTo(200);
            clock.advance(Duration.ofHours(4));
        }
        assertThat(browsing.get("/me").statusCode()).as("twelve hours are not over yet").isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(browsing.get("/me").headers().firstValue("Location")).contains("/sign-in?long");
        assertThat(browsing.get("/sign-in?long").body()).contains("登录的时间到了上限");
        browsing.signIn(login, Bureau.PASSWORD);
        assertThat(browsing.get("/me").statusCode()).as("and begins anew").isEqualTo(200);
    }

    @Test
    void a_first_password_lets_through_to_its_change_only() {
        var first = accounts.resetPassword(it.keeper(), person).orThrow();
        browsing.signIn(login, first.password());
        assertThat(browsing.get("/directory").headers().firstValue("Location")).contains("/password");
        assertThat(browsing.get("/api/v1/organisations").statusCode()).isEqualTo(403);
        var done = browsing.post("/password", "/password",
                Map.of("current", first.password(), "password", "New-lamp-0815", "again", "New-lamp-0815"));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(browsing.get("/directory").statusCode()).isEqualTo(200);
    }

    @Test
    void a_closed_account_is_out_at_the_next_request_and_told_why() {
        browsing.signIn(login, Bureau.PASSWORD);
        accounts.close(it.keeper(), person).orThrow();
        assertThat(browsing.get("/me").headers().firstValue("Location")).contains("/sign-in?ended");
    }

    @Test
    void an_interface_answers_with_a_problem_in_the_readers_language() {
        var answer = browsing.get("/api/v1/organisations");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains("请先登录").contains("\"reason\":\"signed-out\"");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void a_part_asked_for_by_script_is_led_as_a_whole_page() {
        var answer = browsing.get("/me", "HX-Request", "true");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/sign-in");
    }

    @Test
    void every_answer_carries_the_strict_headers() {
        for (var path : List.of("/sign-in", "/nothing/there", "/api/v1/people", "/assets/nothing.css")) {
            var headers = browsing.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy")).as(path).hasValueSatisfying(policy -> assertThat(policy)
                    .contains("default-src 'self'").contains("frame-ancestors 'none'").doesNotContain("unsafe"));
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("no-referrer");
        }
        var cookie = browsing.get("/sign-in").headers().firstValue("Set-Cookie");
        try (var fresh = new Browsing(port)) {
            assertThat(fresh.get("/sign-in").headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(it -> assertThat(it).contains("HttpOnly").contains("SameSite=Lax"));
        }
        assertThat(cookie).isEmpty();
    }
}
