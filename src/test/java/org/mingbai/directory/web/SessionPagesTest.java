package org.mingbai.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.catalina.Context;
import org.apache.catalina.session.StandardManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditLine;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

@MingbaiTest
class SessionPagesTest {

    private static final String DESK = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
    private static final String PHONE = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0";
    private static final Pattern ENDING = Pattern.compile("/me/sessions/([0-9a-f-]{36})/end");

    @Autowired Bureau bureau;
    @Autowired AuditTrail trail;
    @Autowired SettableClock clock;
    @Autowired WebServerApplicationContext server;
    @LocalServerPort int port;

    private Bureau.Made it;
    private String login;
    private PersonId person;
    private Browsing desk;
    private Browsing phone;

    @BeforeEach
    void somebody_at_a_desk_and_on_a_phone() {
        it = bureau.made();
        login = "s" + UUID.randomUUID();
        person = bureau.signingIn(it.keeper(), login, new Seat(it.lamps(), Role.HANDLER));
        desk = new Browsing(port, Map.of("User-Agent", DESK));
        phone = new Browsing(port, Map.of("User-Agent", PHONE));
        desk.signIn(login, Bureau.PASSWORD);
        clock.advance(Duration.ofMinutes(3));
        phone.signIn(login, Bureau.PASSWORD);
    }

    @Test
    void when_strangers_have_taken_all_room_others_come_again_later_and_whoever_is_signed_in_goes_on() {
        var context = (Context) ((TomcatWebServer) server.getWebServer()).getTomcat().getHost().findChildren()[0];
        var manager = (StandardManager) context.getManager();
        int room = manager.getMaxActiveSessions();
        assertThat(room).isPositive();
        manager.setMaxActiveSessions(manager.getActiveSessions());
        try (var stranger = new Browsing(port)) {
            for (var path : List.of("/sign-in", "/me")) {
                var told = stranger.get(path);
                assertThat(told.statusCode()).as(path).isEqualTo(503);
                assertThat(told.headers().firstValue("Retry-After")).as(path).isPresent();
                assertThat(told.body()).as(path).contains("<h1").doesNotContain("\tat ");
            }
            assertThat(desk.get("/me").statusCode()).isEqualTo(200);
        } finally {
            manager.setMaxActiveSessions(room);
        }
    }

    @AfterEach
    void done() {
        desk.close();
        phone.close();
    }

    @Test
    void each_is_told_with_where_it_is_from_and_this_one_is_marked() {
        var page = desk.get("/me/sessions").body();
        assertThat(page).containsSubsequence("Chrome · Windows", "127.0.0.1", "就是这里", "微信 · Android", "127.0.0.1", "结束其他所有登录");
        assertThat(ENDING.matcher(page).results()).hasSize(1);
        assertThat(page).doesNotContain(desk.session()).doesNotContain(phone.session()).doesNotContain("AppleWebKit");
        assertThat(desk.get("/me").body()).contains("/me/sessions");
    }

    @Test
    void one_that_is_ended_has_to_sign_in_again_and_the_trail_says_so() {
        assertThat(desk.post("/me/sessions", "/me/sessions/" + other(desk) + "/end", Map.of()).statusCode()).isEqualTo(303);
        assertThat(phone.get("/me").statusCode()).isEqualTo(303);
        assertThat(desk.get("/me/sessions").body()).doesNotContain("微信").doesNotContain("结束其他所有登录");
        assertThat(acts()).startsWith(AuditAct.SESSION_ENDED);
    }

    @Test
    void all_others_are_ended_and_this_one_goes_on_under_a_new_id() {
        var before = desk.session();
        assertThat(desk.post("/me/sessions", "/me/sessions/others/end", Map.of()).statusCode()).isEqualTo(303);
        assertThat(phone.get("/me").statusCode()).isEqualTo(303);
        assertThat(desk.get("/me/sessions").body()).contains("就是这里").doesNotContain("微信");
        assertThat(desk.session()).isNotEqualTo(before);
        assertThat(acts()).startsWith(AuditAct.SESSIONS_ENDED);
    }

    @Test
    void to_end_all_others_does_not_make_this_one_last_longer() {
        for (int i = 0; i < 11 * 60; i += 9) {
            clock.advance(Duration.ofMinutes(9));
            assertThat(desk.get("/me").statusCode()).isEqualTo(200);
        }
        assertThat(desk.post("/me/sessions", "/me/sessions/others/end", Map.of()).statusCode()).isEqualTo(303);
        assertThat(desk.get("/me").statusCode()).isEqualTo(200);
        for (int i = 0; i < 90; i += 9) {
            clock.advance(Duration.ofMinutes(9));
            desk.get("/me");
        }
        assertThat(desk.get("/me").statusCode()).as("after twelve hours in any case").isEqualTo(303);
    }

    @Test
    void nobody_ends_or_sees_anothers() {
        var theirs = other(desk);
        var another = "t" + UUID.randomUUID();
        bureau.signingIn(it.keeper(), another, new Seat(it.lamps(), Role.HANDLER));
        try (var stranger = new Browsing(port)) {
            stranger.signIn(another, Bureau.PASSWORD);
            assertThat(stranger.get("/me/sessions").body()).contains("认不出的浏览器").doesNotContain("微信").doesNotContain("Windows");
            stranger.post("/me/sessions", "/me/sessions/" + theirs + "/end", Map.of());
            assertThat(stranger.get("/me/sessions").body()).contains("它已经不在了");
        }
        assertThat(phone.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void one_that_was_signed_out_is_listed_no_more() {
        phone.post("/me", "/sign-out", Map.of());
        assertThat(desk.get("/me/sessions").body()).doesNotContain("微信");
    }

    @Test
    void the_security_administrator_ends_all_of_somebody_and_nobody_else_does() {
        var keeper = "k" + UUID.randomUUID();
        bureau.signingIn(it.keeper(), keeper, new Seat(it.county(), Role.SECURITY_ADMIN));
        var end = "/administration/accounts/" + person.value() + "/sessions-end";
        assertThat(desk.post("/me", end, Map.of()).statusCode()).isEqualTo(403);
        try (var security = new Browsing(port)) {
            security.signIn(keeper, Bureau.PASSWORD);
            assertThat(security.post("/administration/accounts/" + person.value(), end, Map.of()).statusCode()).isEqualTo(303);
        }
        for (var browser : List.of(desk, phone)) {
            assertThat(browser.get("/me").headers().firstValue("Location")).contains("/sign-in?ended");
        }
        assertThat(acts()).contains(AuditAct.SESSIONS_ENDED);
    }

    @Test
    void words_no_password_holds_are_kept_by_the_security_administrator() {
        var keeper = "k" + UUID.randomUUID();
        bureau.signingIn(it.keeper(), keeper, new Seat(it.county(), Role.SECURITY_ADMIN));
        try (var security = new Browsing(port)) {
            security.signIn(keeper, Bureau.PASSWORD);
            var short1 = security.post("/administration/sign-in-rules", "/administration/password-words", Map.of("passwordWords", "qinghe 江"));
            assertThat(short1.statusCode()).isEqualTo(422);
            assertThat(short1.body()).contains("“江”太短").contains("value=\"qinghe 江\"");
            security.post("/administration/sign-in-rules", "/administration/password-words", Map.of("passwordWords", "qinghe"));
            assertThat(security.valueOn("/administration/sign-in-rules", "passwordWords")).isEqualTo("qinghe");
        }
        var refused = desk.post("/password", "/password", Map.of("current", Bureau.PASSWORD, "password", "Qinghe-lamp-7", "again", "Qinghe-lamp-7"));
        assertThat(refused.body()).contains("口令里不能含“qinghe”");
        var common = desk.post("/password", "/password", Map.of("current", Bureau.PASSWORD, "password", "Admin@123", "again", "Admin@123"));
        assertThat(common.body()).contains("这是常见的口令");
    }

    private static String other(Browsing browsing) {
        return ENDING.matcher(browsing.get("/me/sessions").body()).results().findFirst().orElseThrow().group(1);
    }

    private List<AuditAct> acts() {
        return trail.lines(it.tenant(), AuditQuestion.everything(), 3).stream().map(AuditLine::act).toList();
    }
}
