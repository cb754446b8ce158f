package org.mingbai.directory.telling;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingbai.MingbaiTest;
import org.mingbai.Provokes;
import org.mingbai.SettableClock;
import org.mingbai.directory.Answer;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Refusal;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Letters as a real server outside gets them.
@MingbaiTest
@Provokes("org.mingbai.directory.telling.Carrier")
class WebhookTest {

    private static final TellingSettings TRYING = new TellingSettings(URI.create("https://mingbai.example.cn"), Duration.ofMinutes(2), true, 400, true);

    @Autowired Bureau bureau;
    @Autowired Tellings tellings;
    @Autowired HookTable table;
    @Autowired HookSecrets secrets;
    @Autowired AuditTrail audit;
    @Autowired Deliveries deliveries;
    @Autowired Postbox postbox;
    @Autowired LetterTable letters;
    @Autowired JdbcClient db;
    @Autowired SettableClock clock;
    @Autowired PlatformTransactionManager transactions;

    record Got(String path, Map<String, String> query, Map<String, String> headers, String body) {}

    private final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String answer = "{\"errcode\":0,\"errmsg\":\"ok\"}";
    private HttpServer server;
    private Webhook webhook;
    private Bureau.Made it;
    private Hooks hooks;

    @BeforeEach
    void aServer() throws IOException {
        clock.set(LocalDate.of(2026, 3, 2));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
        webhook = new Webhook(TRYING, clock);
        hooks = new Hooks(table, audit, TRYING, clock, transactions);
        it = bureau.made();
    }

    @AfterEach
    void stop() {
        hooks.all(it.tenant()).forEach(hook -> hooks.remove(it.keeper(), hook.id()));
        webhook.close();
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        var query = Arrays.stream(Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "").split("&")).filter(part -> part.contains("="))
                .collect(Collectors.toMap(part -> part.substring(0, part.indexOf('=')),
                        part -> URLDecoder.decode(part.substring(part.indexOf('=') + 1), StandardCharsets.UTF_8)));
        var headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(header -> header.getKey().toLowerCase(Locale.ROOT), header -> header.getValue().getFirst()));
        got.add(new Got(exchange.getRequestURI().getPath(), query, headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        if (status / 100 == 3) {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
        }
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private long hook(HookKind kind, String path, String secret) {
        return hooks.add(it.keeper(), "路灯所群", kind, Optional.of(it.lamps()), url(path), secret).orThrow();
    }

    private void tell(OrganisationId unit, String cause) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> tellings.tellUnit(it.tenant(), unit,
                Telling.of(cause, cause, "/matters/7", "directory.tell.trial", cause)));
    }

    private void after(Duration pause) {
        clock.advance(pause);
        postbox.write();
        new Carrier(letters, letter -> letter.hook().isPresent() ? webhook.send(letter) : Carried.hopeless("directory.tell.undelivered.not-wanted"), clock)
                .carry();
    }

    private static byte[] hmac(String secret, String text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_robot_of_wecom_gets_one_text_of_all_that_came_together() {
        hook(HookKind.WECOM, "/cgi-bin/webhook/send?key=k-1", "");
        tell(it.lamps(), "甲");
        tell(it.lamps(), "乙");
        after(Duration.ofMinutes(3));
        assertThat(got).singleElement().satisfies(call -> {
            assertThat(call.path()).isEqualTo("/cgi-bin/webhook/send");
            assertThat(call.query()).containsExactly(Map.entry("key", "k-1"));
            var said = JsonMapper.shared().readTree(call.body());
            assertThat(said.path("msgtype").asString()).isEqualTo("text");
            assertThat(said.path("text").path("content").asString()).contains("甲", "乙", "https://mingbai.example.cn/matters/7");
        });
    }

    @Test
    void what_is_too_long_for_a_robot_says_how_many_more_there_are() {
        hook(HookKind.WECOM, "/send?key=k-1", "");
        for (int at = 0; at < 40; at++) {
            tell(it.lamps(), "第" + at + "件" + "长".repeat(20));
        }
        after(Duration.ofMinutes(3));
        var content = JsonMapper.shared().readTree(got.getFirst().body()).path("text").path("content").asString();
        assertThat(content.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(2048);
        assertThat(content).containsPattern("另有 \\d+ 条");
    }

    @Test
    void a_robot_of_dingtalk_is_called_with_its_signature() throws Exception {
        hook(HookKind.DINGTALK, "/robot/send?access_token=t-1", "SEC-1");
        tell(it.lamps(), "甲");
        after(Duration.ofMinutes(3));
        var query = got.getFirst().query();
        var timestamp = Objects.requireNonNull(query.get("timestamp"));
        assertThat(timestamp).isEqualTo(String.valueOf(clock.millis()));
        assertThat(query).containsEntry("access_token", "t-1")
                .containsEntry("sign", Base64.getEncoder().encodeToString(hmac("SEC-1", timestamp + "\nSEC-1")));
    }

    @Test
    void a_program_can_check_time_and_body_and_know_a_second_copy() throws Exception {
        hook(HookKind.JSON, "/in", "s-1");
        tell(it.lamps(), "甲");
        after(Duration.ofMinutes(3));
        var call = got.getFirst();
        var timestamp = call.headers().get("x-mingbai-timestamp");
        assertThat(call.headers()).containsEntry("x-mingbai-signature", HexFormat.of().formatHex(hmac("s-1", timestamp + "\n" + call.body())));
        var said = JsonMapper.shared().readTree(call.body());
        assertThat(said.path("letter").asString()).isEqualTo(call.headers().get("x-mingbai-letter")).startsWith("letter." + it.tenant().value());
        assertThat(said.path("messages").get(0).path("link").asString()).isEqualTo("https://mingbai.example.cn/matters/7");
    }

    @Test
    void a_unit_is_heard_above_it_and_not_beside_it() {
        hook(HookKind.JSON, "/lamps", "s");
        hooks.add(it.keeper(), "县里", HookKind.JSON, Optional.of(it.county()), url("/county"), "s").orThrow();
        hooks.add(it.keeper(), "所有", HookKind.JSON, Optional.empty(), url("/all"), "s").orThrow();
        tell(it.roadOffice(), "甲");
        after(Duration.ofMinutes(3));
        assertThat(got).extracting(Got::path).containsExactlyInAnyOrder("/county", "/all");
    }

    @Test
    void a_redirect_is_not_followed_and_the_letter_waits() {
        hook(HookKind.JSON, "/in", "s");
        status = 302;
        tell(it.lamps(), "甲");
        after(Duration.ofMinutes(3));
        assertThat(got).extracting(Got::path).containsExactly("/in");
        assertThat(deliveries.undelivered(it.tenant(), Long.MAX_VALUE, 9)).singleElement()
                .satisfies(letter -> assertThat(letter.why()).isEqualTo("HTTP 302"));
        status = 204;
        answer = "";
        after(Duration.ofMinutes(1));
        assertThat(deliveries.undelivered(it.tenant(), Long.MAX_VALUE, 9)).isEmpty();
    }

    @Test
    void a_robot_that_answers_200_and_no_has_not_taken_it() {
        hook(HookKind.WECOM, "/send?key=secret-key", "");
        answer = "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}";
        tell(it.lamps(), "甲");
        after(Duration.ofMinutes(3));
        assertThat(deliveries.undelivered(it.tenant(), Long.MAX_VALUE, 9)).singleElement()
                .satisfies(letter -> assertThat(letter.why()).isEqualTo("errcode 45009 api freq out of limit"));
    }

    @Test
    void what_was_removed_gets_nothing_that_still_waited() {
        var hook = hook(HookKind.JSON, "/in", "s");
        tell(it.lamps(), "甲");
        hooks.remove(it.keeper(), hook);
        after(Duration.ofMinutes(3));
        assertThat(got).isEmpty();
        assertThat(hooks.all(it.tenant())).isEmpty();
    }

    @Test
    void a_trial_says_who_tried() {
        long hook = hook(HookKind.WECOM, "/send?key=k", "");
        hooks.tryOut(it.keeper(), hook);
        after(Duration.ZERO);
        assertThat(got.getFirst().body()).contains("这是一条试发的消息：test");
        assertThat(audit.lines(it.tenant(), new AuditQuestion(null, AuditAct.HOOK_TRIED, null, null, ""), 5)).singleElement()
                .satisfies(line -> assertThat(line.subjectName()).isEqualTo("№ " + hook));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://example.com/x            | NOT_HTTPS
            ftp://localhost/x               | NOT_HTTPS
            https://user:word@localhost/x   | NOT_UNDERSTOOD
            https:///x                      | NOT_UNDERSTOOD
            路灯                            | NOT_UNDERSTOOD
            https://no-such-host.invalid/   | UNKNOWN_HOST
            https://169.254.169.254/latest  | THIS_MACHINE
            https://127.0.0.1/x             | THIS_MACHINE
            https://localhost/x             | THIS_MACHINE
            https://[::1]/x                 | THIS_MACHINE
            https://0.0.0.0/x               | THIS_MACHINE
            https://[::ffff:127.0.0.1]/x    | THIS_MACHINE
            """)
    void an_address_that_reaches_what_only_this_machine_can_is_refused(String url, String flaw) {
        var strict = new Hooks(table, audit, new TellingSettings(TRYING.address(), TRYING.gather(), true, 400, false), clock, transactions);
        assertThat(strict.add(it.keeper(), "群", HookKind.WECOM, Optional.empty(), url, ""))
                .isEqualTo(Answer.refused(new Refusal.BadHookAddress(flaw)));
        assertThat(strict.all(it.tenant())).isEmpty();
    }

    @Test
    void what_became_this_machine_since_is_not_called() {
        hook(HookKind.JSON, "/in", "s");
        tell(it.lamps(), "甲");
        try (var strict = new Webhook(new TellingSettings(TRYING.address(), TRYING.gather(), true, 400, false), clock)) {
            clock.advance(Duration.ofMinutes(3));
            postbox.write();
            new Carrier(letters, strict, clock).carry();
        }
        assertThat(got).isEmpty();
    }

    @Test
    void a_program_without_a_secret_is_refused() {
        assertThat(hooks.add(it.keeper(), "系统", HookKind.JSON, Optional.empty(), url("/in"), " ").refusals())
                .containsExactly(new Refusal.SecretNeeded());
    }

    private String rows() {
        return db.sql("select h::text from directory.hook h where tenant = :tenant").param("tenant", it.tenant().value())
                .query(String.class).list().toString();
    }

    @Test
    void whoever_has_the_database_alone_cannot_speak_there() {
        hook(HookKind.DINGTALK, "/robot/send?access_token=token-1", "SEC-key");
        assertThat(rows()).doesNotContain("token-1", "SEC-key", "http");
        tell(it.lamps(), "甲");
        after(Duration.ofMinutes(3));
        assertThat(got).singleElement().satisfies(call -> assertThat(call.query()).containsEntry("access_token", "token-1").containsKey("sign"));
    }

    @Test
    void what_stood_in_clear_before_there_was_sealing_is_sealed_and_goes_on() {
        long id = hook(HookKind.WECOM, "/send?key=other", "");
        db.sql("""
                update directory.hook set url = :url, secret = 's-old', cipher = null, key = null, wrapped = null, sealed = null
                where tenant = :tenant and id = :id
                """).param("url", url("/send?key=k-old")).param("tenant", it.tenant().value()).param("id", id).update();
        secrets.sealAll();
        assertThat(rows()).doesNotContain("k-old", "s-old");
        assertThat(hooks.all(it.tenant())).singleElement().satisfies(hook -> assertThat(hook.secret()).isEqualTo("s-old"));
        tell(it.lamps(), "甲");
        after(Duration.ofMinutes(3));
        assertThat(got).singleElement().satisfies(call -> assertThat(call.query()).containsExactly(Map.entry("key", "k-old")));
    }

    @Test
    void without_its_key_an_address_is_shut_and_the_letter_waits() {
        hook(HookKind.WECOM, "/send?key=k-1", "");
        var key = db.sql("select key from directory.hook where tenant = :tenant").param("tenant", it.tenant().value()).query(String.class).single();
        db.sql("update directory.hook set key = 'lost' where tenant = :tenant").param("tenant", it.tenant().value()).update();
        assertThat(hooks.all(it.tenant())).singleElement().satisfies(hook -> assertThat(hook.shown()).isEqualTo("…"));
        secrets.sealAll();
        tell(it.lamps(), "甲");
        after(Duration.ofMinutes(3));
        assertThat(got).isEmpty();
        assertThat(deliveries.undelivered(it.tenant(), Long.MAX_VALUE, 9)).singleElement()
                .satisfies(letter -> assertThat(letter.why()).isEqualTo("directory.tell.undelivered.keys"));
        db.sql("update directory.hook set key = :key where tenant = :tenant").param("key", key).param("tenant", it.tenant().value()).update();
        after(Duration.ofHours(6));
        assertThat(got).hasSize(1);
    }

    @Test
    void the_secret_is_in_no_words_about_it() {
        hook(HookKind.WECOM, "/send?key=secret-key", "secret-too");
        var hook = hooks.all(it.tenant()).getFirst();
        assertThat(hook.toString() + hook.shown()).doesNotContain("secret-key", "secret-too");
    }

    @Test
    void a_robot_that_repeats_what_it_was_called_with_gives_no_secret_away() {
        answer = "{\"errcode\":310000,\"errmsg\":\"bad token secret-key for secret-too\"}";
        hook(HookKind.DINGTALK, "/send?access_token=secret-key", "secret-too");
        tell(it.lamps(), "甲");
        after(Duration.ofMinutes(3));
        assertThat(deliveries.undelivered(it.tenant(), Long.MAX_VALUE, 9)).singleElement()
                .satisfies(letter -> assertThat(letter.why()).isEqualTo("errcode 310000 bad token … for …"));
    }

    /// Whatever goes wrong with a call: with the name, the wire, the answer, until it is given up.
    @Test
    void no_fault_tells_a_secret_to_the_log_or_the_page_of_what_did_not_arrive() {
        var log = (Logger) LoggerFactory.getLogger("org.mingbai.directory");
        var before = log.getLevel();
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        log.setLevel(Level.TRACE);
        log.addAppender(heard);
        log.setAdditive(false);
        // Silent in this class as a rule.
        var carrying = (Logger) LoggerFactory.getLogger(Carrier.class);
        carrying.addAppender(heard);
        try {
            hook(HookKind.JSON, "/in?key=secret-key", "secret-too");
            hook(HookKind.DINGTALK, "/send?access_token=secret-key", "secret-too");
            tell(it.lamps(), "甲");
            answer = "{\"errcode\":1,\"errmsg\":\"secret-key secret-too\"}";
            status = 500;
            after(Duration.ofMinutes(3));
            status = 200;
            after(Duration.ofMinutes(1));
            answer = "secret-key, secret-too";
            after(Duration.ofMinutes(5));
            server.stop(0);
            for (int attempts = 0; attempts < Carrier.ATTEMPTS_MAX; attempts++) {
                after(Duration.ofHours(12));
            }
        } finally {
            log.detachAppender(heard);
            log.setAdditive(true);
            log.setLevel(before);
            carrying.detachAppender(heard);
        }
        assertThat(heard.list).isNotEmpty().extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(said -> said.contains("secret-"));
        assertThat(deliveries.undelivered(it.tenant(), Long.MAX_VALUE, 9)).isNotEmpty().noneMatch(letter -> letter.toString().contains("secret-"));
    }

    @Test
    void the_audit_trail_knows_neither_secret_nor_address() {
        hook(HookKind.DINGTALK, "/send?access_token=secret-key", "secret-too");
        var written = db.sql("select audit::text from directory.audit where tenant = :tenant").param("tenant", it.tenant().value())
                .query(String.class).list();
        assertThat(written).anyMatch(line -> line.contains("路灯所群")).noneMatch(line -> line.contains("secret-key") || line.contains("secret-too"));
    }
}
