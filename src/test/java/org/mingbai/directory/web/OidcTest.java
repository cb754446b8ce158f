package org.mingbai.directory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingbai.MingbaiTest;
import org.mingbai.Provokes;
import org.mingbai.SettableClock;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditLine;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Authenticator;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.TenantId;
import org.mingbai.directory.oidc.OidcSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Signing in by way of an identity provider, over real HTTP on both sides.
@Provokes({"org.mingbai.directory.UnknownLogins", "org.mingbai.directory.oidc.Oidc"})
@MingbaiTest
class OidcTest {

    private static final IdentityProvider PROVIDER = new IdentityProvider();
    private static final TenantId FIRST = new TenantId(1);
    private static final String NOT_TRUSTED = "没有通过核对";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        var secret = Files.writeString(Files.createTempFile("oidc", ".secret"), IdentityProvider.SECRET + "\n");
        registry.add("mingbai.oidc.issuer", PROVIDER::issuer);
        registry.add("mingbai.oidc.client-id", () -> IdentityProvider.CLIENT);
        registry.add("mingbai.oidc.client-secret-file", secret::toString);
        registry.add("mingbai.oidc.name-zh", () -> "县政务统一认证");
    }

    @Autowired Bureau bureau;
    @Autowired Accounts accounts;
    @Autowired JdbcClient db;
    @Autowired AuditTrail trail;
    @Autowired SettableClock clock;
    @LocalServerPort int port;

    private final HttpClient outside = HttpClient.newHttpClient();
    private final Keeper keeper = Keeper.program(FIRST, "test");
    private Browsing browsing;
    private String login;
    private PersonId person;

    @BeforeEach
    void somebody_with_an_account_in_the_first_tenant() {
        db.sql("insert into directory.tenant (id, name) values (1, '清河县') on conflict do nothing").update();
        browsing = new Browsing(port);
        login = "o" + UUID.randomUUID();
        var unit = bureau.unit(keeper, null, "信息中心" + login.substring(1, 9));
        person = bureau.person(keeper, "陈明", new Seat(unit, Role.HANDLER));
        accounts.open(keeper, person, login).orThrow();
        PROVIDER.knows(login);
    }

    @AfterEach
    void done() {
        browsing.close();
        outside.close();
    }

    @Test
    void whoever_the_provider_vouches_for_is_in_and_is_asked_for_no_password_they_never_had() {
        assertThat(browsing.get("/sign-in").body()).contains("用县政务统一认证登录", "href=\"/sign-in/oidc\"");
        browsing.get("/me?from=here");
        var before = browsing.session();
        var in = back(begin());
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).contains("/me?from=here"));
        assertThat(browsing.session()).isNotEqualTo(before);
        assertThat(browsing.get("/me").body()).contains("承办");
        assertThat(lines(AuditAct.SIGNED_IN)).first().satisfies(line -> {
            assertThat(line.person()).contains(person);
            assertThat(line.address()).isEqualTo("127.0.0.1");
            assertThat(line.after()).containsEntry("reason", "vouched");
        });
    }

    @Test
    void its_session_ends_like_any_other() {
        back(begin());
        assertThat(browsing.get("/me").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(11));
        assertThat(browsing.get("/me").headers().firstValue("Location")).contains("/sign-in?idle");
        back(begin());
        accounts.close(keeper, person).orThrow();
        assertThat(browsing.get("/me").headers().firstValue("Location")).contains("/sign-in?ended");
    }

    @Test
    void a_second_factor_set_up_here_is_asked_for_here() {
        var known = accounts.resetPassword(keeper, person).orThrow().password();
        back(begin());
        browsing.post("/me/second-factor", "/me/second-factor/secret", Map.of("current", known));
        var app = Authenticator.readingOn(browsing.get("/me/second-factor").body());
        browsing.post("/me/second-factor", "/me/second-factor", Map.of("code", app.code(clock)));
        assertThat(browsing.get("/me").statusCode()).as("no password was asked for, so none is to be changed").isEqualTo(200);
        browsing.forgetSession();
        clock.advance(Duration.ofMinutes(1));
        assertThat(back(begin()).headers().firstValue("Location")).contains("/sign-in/code");
        assertThat(browsing.get("/me").statusCode()).as("half way is not in").isEqualTo(303);
        assertThat(browsing.post("/sign-in/code", "/sign-in/code", Map.of("code", app.code(clock))).statusCode()).isEqualTo(303);
        assertThat(browsing.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void somebody_without_an_account_here_is_not_made_up_nor_found_in_another_tenant() {
        PROVIDER.knows("nobody-" + login);
        assertThat(back(begin()).body()).contains("认得您，但您在这里还没有账号");
        var elsewhere = "e" + UUID.randomUUID();
        var it = bureau.made();
        bureau.signingIn(it.keeper(), elsewhere, new Seat(it.lamps(), Role.HANDLER));
        for (var named : List.of(elsewhere, elsewhere + "@" + it.tenant().value(), "ｏ" + login.substring(1))) {
            PROVIDER.knows(named);
            assertThat(back(begin()).statusCode()).isEqualTo(422);
        }
        assertThat(browsing.get("/me").statusCode()).isEqualTo(303);
        assertThat(accounts.withLogin(FIRST, "nobody-" + login)).isEmpty();
    }

    @Test
    void a_closed_account_does_not_open_and_the_trail_says_why() {
        accounts.close(keeper, person).orThrow();
        assertThat(back(begin()).body()).contains("已停用");
        assertThat(lines(AuditAct.SIGN_IN_FAILED)).first().satisfies(line -> assertThat(line.after()).containsEntry("reason", "closed")
                .containsEntry("issuer", PROVIDER.issuer()));
    }

    static Stream<Arguments> lies() {
        return Stream.of(lie("issuer", it -> it.issuer("https://elsewhere.example")), lie("audience", it -> it.audience("another")),
                lie("nonce", it -> it.claim("nonce", "of another time")), lie("no nonce", it -> it.claim("nonce", null)),
                lie("expired", it -> it.expirationTime(Date.from(Instant.now().minus(Duration.ofHours(1))))),
                lie("not yet", it -> it.notBeforeTime(Date.from(Instant.now().plus(Duration.ofHours(1))))),
                lie("never ends", it -> it.expirationTime(null)),
                lie("from the future", it -> it.issueTime(Date.from(Instant.now().plus(Duration.ofHours(1))))));
    }

    private static Arguments lie(String name, UnaryOperator<JWTClaimsSet.Builder> how) {
        return Arguments.of(name, how);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void an_answer_that_is_not_to_our_question_is_not_believed(String name, UnaryOperator<JWTClaimsSet.Builder> lie) {
        PROVIDER.lies(lie);
        refused(back(begin()), NOT_TRUSTED);
        assertThat(lines(AuditAct.SIGN_IN_FAILED)).first().satisfies(line -> assertThat(line.after()).containsEntry("reason", "provider"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ITS_OWN")
    void nor_one_the_provider_did_not_sign_with_its_own_key(IdentityProvider.Signing how) {
        PROVIDER.signs(how);
        refused(back(begin()), NOT_TRUSTED);
    }

    @Test
    void an_answer_nobody_asked_for_or_late_or_twice_is_not_taken() {
        var sent = begin();
        var theirs = location(sent);
        refused(browsing.get(path(theirs).replaceFirst("state=[^&]+", "state=made-up")), "不是从这里开始的");
        refused(browsing.get(path(theirs)), "不是从这里开始的");

        var late = location(begin());
        clock.advance(Duration.ofMinutes(11));
        refused(browsing.get(path(late)), "等得太久");

        var stolen = path(location(begin()));
        try (var other = new Browsing(port)) {
            refused(other.get(stolen), "不是从这里开始的");
        }
        assertThat(browsing.get(stolen).statusCode()).isEqualTo(303);
        assertThat(browsing.get(stolen).body()).as("once only").contains("不是从这里开始的");
    }

    @Test
    void a_code_that_was_put_in_place_of_ours_is_worth_nothing() {
        String planted;
        try (var attacker = new Browsing(port)) {
            planted = IdentityProvider.asked(location(attacker.get("/sign-in/oidc").headers().firstValue("Location").orElseThrow())).get("code");
        }
        var ours = path(location(begin()));
        refused(browsing.get(ours.replaceFirst("code=[^&]+", "code=" + planted)), NOT_TRUSTED);
    }

    @Test
    void what_the_provider_refuses_or_leaves_out_or_another_one_answers_is_said() {
        var state = IdentityProvider.asked(begin()).get("state");
        refused(browsing.get("/sign-in/oidc/callback?error=access_denied&state=" + state), "没有放行");
        state = IdentityProvider.asked(begin()).get("state");
        refused(browsing.get("/sign-in/oidc/callback?code=%20&state=" + state), "没有放行");
        state = IdentityProvider.asked(begin()).get("state");
        refused(browsing.get("/sign-in/oidc/callback?code=x&iss=https%3A%2F%2Felsewhere.example&state=" + state), NOT_TRUSTED);
        PROVIDER.lies(it -> it.claim("preferred_username", null));
        refused(back(begin()), "没有说明您在这里的登录名");
        PROVIDER.lies(it -> it.claim("preferred_username", List.of(login)));
        refused(back(begin()), "没有说明您在这里的登录名");
    }

    @Test
    void no_other_site_begins_a_session_for_somebody() {
        assertThat(browsing.get("/sign-in/oidc", "Sec-Fetch-Site", "cross-site").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
        assertThat(browsing.get("/sign-in/oidc", "Sec-Fetch-Site", "same-origin").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).startsWith(PROVIDER.issuer()));
    }

    @Test
    void whoever_comes_back_while_it_says_nothing_new_is_let_in() {
        clock.advance(Duration.ofHours(2));
        begin();
        clock.advance(Duration.ofMinutes(59));
        var asked = begin();
        clock.advance(Duration.ofMinutes(2));
        PROVIDER.goesAway();
        assertThat(browsing.get("/sign-in/oidc").statusCode()).isEqualTo(503);
        assertThat(back(asked).statusCode()).isEqualTo(303);
        clock.advance(Duration.ofSeconds(16));
    }

    @Test
    void a_provider_that_is_away_is_said_to_be_and_the_password_still_opens() {
        PROVIDER.goesAway();
        clock.advance(Duration.ofHours(2));
        var away = browsing.get("/sign-in/oidc");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.body()).contains("现在连不上县政务统一认证", "name=\"password\"");

        PROVIDER.knows(login);
        int asked = PROVIDER.timesAsked();
        assertThat(browsing.get("/sign-in/oidc").statusCode()).as("left alone for a moment, so that nobody waits for it in turn").isEqualTo(503);
        assertThat(PROVIDER.timesAsked()).isEqualTo(asked);
        clock.advance(Duration.ofSeconds(16));
        assertThat(browsing.get("/sign-in/oidc").statusCode()).isEqualTo(303);
    }

    @Test
    void half_a_setting_or_an_unsafe_one_does_not_start() {
        var secret = Path.of("secret");
        assertThatThrownBy(() -> settings(URI.create("https://id.example"), null, secret)).hasMessageContaining("client-id");
        assertThatThrownBy(() -> settings(URI.create("https://id.example"), "mingbai", null)).hasMessageContaining("client-secret-file");
        assertThatThrownBy(() -> settings(URI.create("http://id.example"), "mingbai", secret)).hasMessageContaining("https");
        assertThatThrownBy(() -> new OidcSettings(null, null, null, "sub", List.of("profile"), 1, "", "")).hasMessageContaining("openid");
    }

    private static OidcSettings settings(URI issuer, @org.jspecify.annotations.Nullable String client, @org.jspecify.annotations.Nullable Path secret) {
        return new OidcSettings(issuer, client, secret, "sub", List.of("openid"), 1, "", "");
    }

    /// Where the provider is asked.
    private String begin() {
        return browsing.get("/sign-in/oidc").headers().firstValue("Location").orElseThrow();
    }

    /// Where the provider sends the browser back to.
    private String location(String asked) {
        try {
            return outside.send(HttpRequest.newBuilder(URI.create(asked)).build(), HttpResponse.BodyHandlers.discarding()).headers()
                    .firstValue("Location").orElseThrow();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> back(String asked) {
        return browsing.get(path(location(asked)));
    }

    private static String path(String location) {
        var uri = URI.create(location);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private void refused(HttpResponse<String> answer, String why) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(why).doesNotContain("Exception");
        assertThat(browsing.get("/me").statusCode()).isEqualTo(303);
    }

    private List<AuditLine> lines(AuditAct act) {
        return trail.lines(FIRST, new AuditQuestion(null, act, null, null, ""), 3);
    }
}
