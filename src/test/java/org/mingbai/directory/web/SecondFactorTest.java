package org.mingbai.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditLine;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Authenticator;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.telling.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The second step of signing in, as a browser without script goes through it.
@MingbaiTest
class SecondFactorTest {

    private static final String PAGE = "/me/second-factor";
    private static final String STEP = "/sign-in/code";
    private static final Pattern RECOVERY = Pattern.compile("<li>([A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4})</li>");

    @Autowired Bureau bureau;
    @Autowired Accounts accounts;
    @Autowired AuditTrail trail;
    @Autowired Messages messages;
    @Autowired JdbcClient db;
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
        login = "f" + UUID.randomUUID();
        person = bureau.signingIn(it.keeper(), login, new Seat(it.lamps(), Role.HANDLER));
    }

    @AfterEach
    void done() {
        browsing.close();
    }

    private record SetUp(Authenticator app, List<String> codes) {}

    @Test
    void after_the_password_a_code_is_asked_for_and_leads_to_the_page_that_was_wanted() {
        var app = setUp().app();
        browsing.forgetSession();
        browsing.get("/me?from=here");
        assertThat(browsing.signIn(login, Bureau.PASSWORD)).satisfies(answer -> leads(answer, STEP));
        assertThat(browsing.get("/api/v1/organisations").statusCode()).as("half way is not in").isEqualTo(401);
        assertThat(browsing.get(STEP).body()).contains("autocomplete=\"one-time-code\"").contains("inputmode=\"numeric\"");
        leads(give(nextCode(app)), "/me?from=here");
        assertThat(browsing.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void the_session_has_another_id_after_the_password_and_another_after_the_code() {
        var app = setUp().app();
        browsing.forgetSession();
        browsing.get("/sign-in");
        var planted = browsing.session();
        browsing.signIn(login, Bureau.PASSWORD);
        var halfway = browsing.session();
        give(nextCode(app));
        assertThat(browsing.session()).isNotEmpty().isNotEqualTo(halfway);
        assertThat(halfway).isNotEqualTo(planted);
        for (var old : List.of(planted, halfway)) {
            try (var thief = new Browsing(port)) {
                thief.bring(old);
                assertThat(thief.get("/me").statusCode()).isEqualTo(303);
            }
        }
    }

    @Test
    void a_code_is_taken_once() {
        var app = setUp().app();
        var code = nextCode(app);
        leads(signInWith(code), "/");
        assertThat(signInWith(code).statusCode()).isEqualTo(422);
        clock.advance(Duration.ofSeconds(30));
        assertThat(give(app.code(clock, Duration.ofSeconds(-30))).statusCode()).as("the step before").isEqualTo(422);
        leads(give(app.code(clock)), "/");
    }

    @Test
    void a_telephone_may_go_half_a_minute_wrong_and_no_more() {
        var app = setUp().app();
        clock.advance(Duration.ofMinutes(5));
        assertThat(signInWith(app.code(clock, Duration.ofSeconds(-60))).statusCode()).isEqualTo(422);
        assertThat(give(app.code(clock, Duration.ofSeconds(60))).statusCode()).isEqualTo(422);
        leads(give(app.code(clock, Duration.ofSeconds(-30))), "/");
        clock.advance(Duration.ofMinutes(5));
        leads(signInWith(app.code(clock, Duration.ofSeconds(30))), "/");
    }

    @Test
    void wrong_codes_lock_as_wrong_passwords_do_each_time_twice_as_long_and_the_person_is_told() {
        var app = setUp().app();
        browsing.forgetSession();
        browsing.signIn(login, Bureau.PASSWORD);
        for (int n = 0; n < 4; n++) {
            assertThat(give("000000").body()).contains("验证码不对");
        }
        assertThat(give("000000").body()).contains("登录名或口令不对，或者连续输错已暂时锁定");
        leads(browsing.get(STEP), "/sign-in?late");
        assertThat(browsing.signIn(login, Bureau.PASSWORD).statusCode()).as("locked, even with the right password").isEqualTo(422);
        clock.advance(Duration.ofMinutes(5));
        browsing.signIn(login, Bureau.PASSWORD);
        for (int n = 0; n < 5; n++) {
            give("000000");
        }
        clock.advance(Duration.ofMinutes(9));
        assertThat(browsing.signIn(login, Bureau.PASSWORD).statusCode()).as("ten minutes the second time").isEqualTo(422);
        clock.advance(Duration.ofMinutes(1));
        leads(signInWith(app.code(clock)), "/");
        assertThat(told()).anyMatch(sentence -> sentence.startsWith("有人用对了您的口令，但验证码连续输错"));
        assertThat(acts()).contains(AuditAct.SIGN_IN_LOCKED, AuditAct.SIGN_IN_FAILED);
    }

    @Test
    void a_right_password_forgives_no_wrong_code() {
        setUp();
        for (int n = 0; n < 4; n++) {
            signInWith("000000");
        }
        browsing.forgetSession();
        leads(browsing.signIn(login, Bureau.PASSWORD), STEP);
        assertThat(give("000000").body()).contains("已暂时锁定");
    }

    @Test
    void a_recovery_code_lets_in_once_and_is_told_and_written_down() {
        var codes = setUp().codes();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        var code = codes.getFirst();
        leads(signInWith(code.replace("-", " ").toLowerCase(Locale.ROOT)), "/");
        assertThat(browsing.get(PAGE).body()).contains("还有 9 个没有用");
        assertThat(signInWith(code).statusCode()).as("a second time").isEqualTo(422);
        leads(give(codes.get(1)), "/");
        assertThat(acts()).filteredOn(AuditAct.RECOVERY_CODE_USED::equals).hasSize(2);
        assertThat(told()).anyMatch(sentence -> sentence.startsWith("有人用您的恢复码登录了，还剩 9 个"));
    }

    @Test
    void new_recovery_codes_end_those_before_and_take_a_code() {
        var set = setUp();
        assertThat(browsing.post(PAGE, PAGE + "/recovery-codes", Map.of("code", "000000")).statusCode()).isEqualTo(422);
        clock.advance(Duration.ofSeconds(60));
        var renewed = recoveryOn(browsing.post(PAGE, PAGE + "/recovery-codes", Map.of("code", set.app().code(clock))).body());
        assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(set.codes());
        assertThat(signInWith(set.codes().getFirst()).statusCode()).isEqualTo(422);
        leads(give(renewed.getFirst()), "/");
    }

    @Test
    void setting_up_asks_for_the_password_and_counts_wrong_ones() {
        browsing.signIn(login, Bureau.PASSWORD);
        for (int n = 0; n < 5; n++) {
            assertThat(browsing.post(PAGE, PAGE + "/secret", Map.of("current", "guess-" + n)).body()).contains("现在的口令不对");
        }
        assertThat(browsing.post(PAGE, PAGE + "/secret", Map.of("current", Bureau.PASSWORD)).body()).contains("请 5 分钟后再试");
        clock.advance(Duration.ofMinutes(5));
        leads(browsing.post(PAGE, PAGE + "/secret", Map.of("current", Bureau.PASSWORD)), PAGE);
    }

    @Test
    void a_secret_nobody_confirmed_asks_for_no_code() {
        browsing.signIn(login, Bureau.PASSWORD);
        browsing.post(PAGE, PAGE + "/secret", Map.of("current", Bureau.PASSWORD));
        assertThat(browsing.post(PAGE, PAGE, Map.of("code", "000000")).statusCode()).isEqualTo(422);
        browsing.forgetSession();
        leads(browsing.signIn(login, Bureau.PASSWORD), "/");
    }

    @Test
    void setting_it_up_ends_the_sessions_elsewhere_and_goes_on_in_this_one() {
        try (var elsewhere = new Browsing(port)) {
            elsewhere.signIn(login, Bureau.PASSWORD);
            setUp();
            leads(elsewhere.get("/me"), "/sign-in?ended");
        }
        assertThat(browsing.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void a_role_that_needs_it_sets_it_up_before_anything_else() {
        browsing.signIn(login, Bureau.PASSWORD);
        require(Role.HANDLER);
        leads(browsing.get("/directory"), PAGE);
        assertThat(browsing.get("/api/v1/organisations")).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("\"reason\":\"must-set-up\"");
        });
        browsing.forgetSession();
        leads(browsing.signIn(login, Bureau.PASSWORD), "/");
        leads(browsing.get("/tray"), PAGE);
        assertThat(browsing.get(PAGE).body()).contains("请先设好");
        begin();
        assertThat(browsing.get("/directory").statusCode()).isEqualTo(200);
        require();
        assertThat(trail.lines(it.tenant(), new AuditQuestion(null, AuditAct.SETTING_CHANGED, null, null, ""), 5)).first()
                .satisfies(line -> assertThat(line.before()).containsEntry("secondFactorFor", "HANDLER"));
    }

    @Test
    void whoever_switches_off_what_is_required_sets_it_up_anew() {
        var app = setUp().app();
        require(Role.HANDLER);
        leads(browsing.post(PAGE, PAGE + "/removal", Map.of("code", nextCode(app))), PAGE);
        leads(browsing.get("/directory"), PAGE);
        assertThat(acts()).contains(AuditAct.SECOND_FACTOR_REMOVED);
    }

    @Test
    void the_security_administrator_takes_a_lost_one_away_and_the_person_is_told() {
        setUp();
        var keeperLogin = "k" + UUID.randomUUID();
        var keeper = bureau.signingIn(it.keeper(), keeperLogin, new Seat(it.county(), Role.SECURITY_ADMIN));
        try (var desk = new Browsing(port)) {
            desk.signIn(keeperLogin, Bureau.PASSWORD);
            var page = "/administration/accounts/" + person.value();
            assertThat(desk.get(page).body()).contains("清除二次验证");
            leads(desk.post(page, page + "/second-factor-reset", Map.of()), page);
            assertThat(desk.get(page).body()).contains("没有启用");
            assertThat(desk.post(page, page + "/second-factor-reset", Map.of()).body()).contains("没有启用二次验证");
            var own = "/administration/accounts/" + keeper.value();
            assertThat(desk.post(own, own + "/second-factor-reset", Map.of()).body()).contains("请另一位安全管理员清除");
        }
        leads(browsing.get("/me"), "/sign-in?ended");
        browsing.forgetSession();
        leads(browsing.signIn(login, Bureau.PASSWORD), "/");
        assertThat(told()).anyMatch(sentence -> sentence.contains("已清除您的二次验证"));
        assertThat(acts()).contains(AuditAct.SECOND_FACTOR_RESET);
    }

    @Test
    void another_password_leaves_the_second_factor() {
        var app = setUp().app();
        var first = accounts.resetPassword(it.keeper(), person).orThrow();
        browsing.forgetSession();
        leads(browsing.signIn(login, first.password()), STEP);
        leads(give(nextCode(app)), "/");
    }

    @Test
    void half_way_is_left_open_for_five_minutes_and_ends_with_the_password_it_was_gone_with() {
        var app = setUp().app();
        browsing.forgetSession();
        browsing.signIn(login, Bureau.PASSWORD);
        clock.advance(Duration.ofMinutes(5));
        leads(browsing.get(STEP), "/sign-in?late");
        browsing.signIn(login, Bureau.PASSWORD);
        var token = browsing.tokenOn(STEP);
        accounts.resetPassword(it.keeper(), person).orThrow();
        assertThat(browsing.postWith(token, STEP, Map.of("code", app.code(clock))).statusCode()).isEqualTo(422);
        assertThat(browsing.get("/me").statusCode()).isEqualTo(303);
    }

    @Test
    void nobody_is_asked_for_a_code_who_gave_no_right_password() {
        setUp();
        browsing.forgetSession();
        leads(browsing.get(STEP), "/sign-in?late");
        assertThat(browsing.signIn(login, "wrong").body()).contains("登录名或口令不对").doesNotContain("验证码");
        leads(browsing.postWith(browsing.tokenOn("/sign-in"), STEP, Map.of("code", "123456")), "/sign-in?late");
    }

    @Test
    void neither_the_secret_nor_a_recovery_code_stands_in_the_database_in_clear() {
        var set = setUp();
        var rows = db.sql("""
                select f::text || coalesce((select string_agg(c::text, '') from directory.recovery_code c where c.tenant = f.tenant), '')
                from directory.second_factor f where f.tenant = :tenant
                """).param("tenant", it.tenant().value()).query(String.class).single();
        assertThat(rows).doesNotContain(HexFormat.of().formatHex(set.app().secret()));
        assertThat(set.codes()).allSatisfy(code -> assertThat(rows)
                .doesNotContain(HexFormat.of().formatHex(code.replace("-", "").getBytes(StandardCharsets.US_ASCII))));
    }

    private SetUp setUp() {
        browsing.signIn(login, Bureau.PASSWORD);
        return begin();
    }

    private SetUp begin() {
        leads(browsing.post(PAGE, PAGE + "/secret", Map.of("current", Bureau.PASSWORD)), PAGE);
        var app = Authenticator.readingOn(browsing.get(PAGE).body());
        var done = browsing.post(PAGE, PAGE, Map.of("code", app.code(clock)));
        assertThat(done.statusCode()).isEqualTo(200);
        return new SetUp(app, recoveryOn(done.body()));
    }

    /// A code not shown before.
    private String nextCode(Authenticator app) {
        clock.advance(Duration.ofSeconds(30));
        return app.code(clock);
    }

    private HttpResponse<String> signInWith(String code) {
        browsing.forgetSession();
        leads(browsing.signIn(login, Bureau.PASSWORD), STEP);
        return give(code);
    }

    private HttpResponse<String> give(String code) {
        return browsing.post(STEP, STEP, Map.of("code", code));
    }

    private void require(Role... roles) {
        accounts.requireSecondFactor(it.keeper(), Set.of(roles)).orThrow();
    }

    private List<AuditAct> acts() {
        return trail.lines(it.tenant(), AuditQuestion.everything(), 100).stream().map(AuditLine::act).toList();
    }

    private List<String> told() {
        return messages.page(bureau.as(it.tenant(), person), Locale.CHINESE, Long.MAX_VALUE, 20).stream().map(Messages.Message::sentence).toList();
    }

    private static List<String> recoveryOn(String page) {
        return RECOVERY.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static void leads(HttpResponse<String> answer, String to) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(it -> assertThat(it.replaceAll("^https?://[^/]+", "")).isEqualTo(to));
    }
}
