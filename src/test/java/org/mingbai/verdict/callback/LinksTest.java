package org.mingbai.verdict.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.telling.OutsideMail;
import org.mingbai.directory.telling.PostOffices;
import org.mingbai.directory.telling.TellingSettings;
import org.mingbai.directory.web.Browsing;
import org.mingbai.intake.Identity;
import org.mingbai.intake.Receipt;
import org.mingbai.intake.Receiving;
import org.mingbai.intake.Submission;
import org.mingbai.intake.Vault;
import org.mingbai.intake.VaultAct;
import org.mingbai.intake.VaultFilter;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.vault.VaultLogTable;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Evidence;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.Verdict;
import org.mingbai.ledger.web.LedgerScene;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/// Links to the questions, through a gateway that is really called, to the page they open.
@MingbaiTest
class LinksTest {

    private static final String SECRET = "gateway-secret";
    private static final Pattern LINK = Pattern.compile("https://mingbai\\.example\\.cn(/p/\\d+/a/\\S+)");

    @Autowired LinkTable table;
    @Autowired LinkRules rules;
    @Autowired VoicesAsked asked;
    @Autowired CallBacks callBacks;
    @Autowired Vault vault;
    @Autowired VaultLogTable log;
    @Autowired Receiving receiving;
    @Autowired Ledger ledger;
    @Autowired SmallTown town;
    @Autowired LedgerScene scene;
    @Autowired SettableClock clock;
    @LocalServerPort int port;

    record Got(Map<String, String> headers, String body, Map<?, ?> told) {}

    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final Map<PersonId, String> logins = new HashMap<>();
    private volatile int status = 200;
    private HttpServer server;
    private HttpTextGateway gateway;
    private final GreenMail letters = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
    private OutsideMail mail;
    private Browsing browsing;
    private SmallTown.Cast cast;

    @BeforeEach
    void a_town_and_a_gateway() throws IOException {
        clock.set(LocalDateTime.of(2026, 3, 2, 10, 0));
        cast = town.layOut();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
        gateway = new HttpTextGateway(new TextSettings("http://localhost:" + server.getAddress().getPort() + "/sms", SECRET), clock);
        letters.start();
        mail = PostOffices.at(letters.getSmtp().getPort(), clock);
        browsing = new Browsing(port);
    }

    /// Nothing of this test waits for the next one's gateway.
    @AfterEach
    void stop() {
        clock.advance(Duration.ofDays(1));
        carrier().carry();
        browsing.close();
        gateway.close();
        server.stop(0);
        letters.stop();
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        got.add(new Got(headers, body, JsonMapper.builder().build().readValue(body, Map.class)));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private LinkCarrier carrier() {
        return new LinkCarrier(table, rules, gateway, mail, asked, vault, ledger,
                new TellingSettings(URI.create("https://mingbai.example.cn"), Duration.ofMinutes(2), true, 400, true), clock);
    }

    private void rule(boolean sends, LocalTime from, LocalTime until, int days) {
        var last = rules.of(cast.tenant(), "hotline");
        assertThat(rules.put(Keeper.of(cast.coordinator(), ""), new LinkRule("hotline", last.version(), sends, last.zh(), last.en(), from, until, days,
                "镇政发〔2026〕5号"))).isTrue();
    }

    private void on() {
        rule(true, LocalTime.of(20, 0), LocalTime.of(9, 0), 3);
    }

    private static String linkIn(Got text) {
        var found = LINK.matcher(String.valueOf(text.told().get("text")));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private void carried(int over) {
        assertThat(carrier().carry()).isEqualTo(over);
    }

    private static Map<String, String> answers() {
        return new HashMap<>(Map.of("heard", "yes", "solved", "FULLY", "satisfied", "SATISFIED", "words", "亮了", "key", UUID.randomUUID().toString()));
    }

    @Test
    void no_register_sends_links_before_it_says_so() {
        var receipt = raise("路灯不亮", "13812345678", false);
        awaiting(receipt.matter());
        carried(0);
        assertThat(got).isEmpty();
        assertThat(callBacks.links(cast.verdictTaker(), matter(receipt))).isEmpty();
    }

    @Test
    void a_signed_text_goes_to_the_number_in_the_vault_and_says_nothing_of_the_matter() throws Exception {
        on();
        var receipt = raise("路灯不亮", "138 1234 5678", false);
        awaiting(receipt.matter());
        carried(1);
        carried(0);
        var text = got.getFirst();
        assertThat(got).hasSize(1);
        assertThat(text.told().get("phone")).isEqualTo("13812345678");
        assertThat(text.body()).doesNotContain("路灯", "张守一", receipt.code());
        assertThat(text.headers().get("x-mingbai-letter")).isEqualTo(text.told().get("id"));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(text.headers().get("x-mingbai-signature")).isEqualTo(HexFormat.of().formatHex(
                mac.doFinal((text.headers().get("x-mingbai-timestamp") + "\n" + text.body()).getBytes(StandardCharsets.UTF_8))));
        assertThat(log.lines(cast.tenant(), VaultFilter.ALL, null, 5)).singleElement().satisfies(line -> {
            assertThat(line.act()).isEqualTo(VaultAct.ADDRESSED);
            assertThat(line.by()).isEmpty();
            assertThat(line.matter()).contains(receipt.matter());
        });
    }

    @Test
    void the_link_opens_the_questions_once_names_all_that_is_missing_and_ends_with_the_round() {
        on();
        var receipt = raise("路灯不亮", "13812345678", false);
        awaiting(receipt.matter());
        carried(1);
        var link = linkIn(got.getFirst());
        assertThat(browsing.get(link).body()).contains("事情解决了吗", "路灯不亮").doesNotContain("13812345678", "请处理", receipt.code());
        var nothing = browsing.postWith("", link, Map.of("words", "写了话", "key", UUID.randomUUID().toString()));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("e-heard", "e-solved", "e-satisfied", "写了话");

        var answers = answers();
        assertThat(browsing.postWith("", link, answers).statusCode()).isEqualTo(303);
        assertThat(matter(receipt).stage().named()).isEqualTo(StageName.AWAITING_CLOSURE);
        assertThat(matter(receipt).round().verdict()).isEqualTo(new Verdict(true, Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED, "亮了", true));
        assertThat(asked.of(cast.tenant(), matter(receipt))).singleElement()
                .satisfies(heard -> assertThat(heard.said().orElseThrow().channel()).isEqualTo(Attempt.Channel.LINK));
        assertThat(browsing.get(link).body()).contains("谢谢您的答复").doesNotContain("路灯");
        assertThat(browsing.postWith("", link, answers).statusCode()).as("sent twice").isEqualTo(303);
        assertThat(browsing.postWith("", link, answers()).statusCode()).as("answered twice").isEqualTo(409);
    }

    @Test
    void a_link_of_a_round_that_is_over_and_one_never_sent_and_one_of_another_body_look_the_same() {
        on();
        var receipt = raise("路灯不亮", "13812345678", false);
        awaiting(receipt.matter());
        carried(1);
        var link = linkIn(got.getFirst());
        var other = town.layOut();
        callBacks.fill(cast.verdictTaker(), receipt.matter(), new Filled(Attempt.Channel.VISIT, "zh", true, true, Verdict.Solved.NOT,
                Verdict.Satisfied.DISSATISFIED, "没亮", false), UUID.randomUUID());
        does(cast.coordinator(), receipt.matter(), new Act.Reopen("没有解决", null));
        var ended = browsing.get(link);
        var never = browsing.get(link.substring(0, link.length() - 3) + "abc");
        assertThat(ended.statusCode()).isEqualTo(404);
        assertThat(ended.body()).contains("链接已失效").doesNotContain("路灯");
        assertThat(never.statusCode()).isEqualTo(404);
        assertThat(never.body().replaceAll("/a/[^\"&?]+", "")).isEqualTo(ended.body().replaceAll("/a/[^\"&?]+", ""));
        assertThat(browsing.get(link.replaceFirst("/p/\\d+", "/p/" + other.tenant().value())).statusCode()).isEqualTo(404);
        assertThat(browsing.postWith("", link, answers()).statusCode()).isEqualTo(404);
    }

    @Test
    void whoever_is_confidential_or_left_no_number_that_takes_texts_gets_none() {
        on();
        var confidential = raise("路灯不亮", "13812345678", true);
        var unnamed = raise("井盖没了", null, false);
        var landline = raise("垃圾没收", "0571-88886666", false);
        List.of(confidential, unnamed, landline).forEach(receipt -> awaiting(receipt.matter()));
        carried(0);
        assertThat(got).isEmpty();
        assertThat(log.lines(cast.tenant(), VaultFilter.ALL, null, 5)).as("only the one that had to be looked at").hasSize(1);
        try (var desk = signedIn(cast.verdictTaker())) {
            assertThat(desk.get("/callbacks/" + landline.matter().value()).body()).contains("答复链接没有发出（没有留手机号和邮箱）");
        }
    }

    @Test
    void whoever_left_only_an_address_is_sent_a_letter_that_says_nothing_of_the_matter() throws Exception {
        on();
        var receipt = raiseAs("路灯不亮", new Identity("张守一", "0571-88886666", "someone@example.org", null, null), false);
        awaiting(receipt.matter());
        carried(1);
        assertThat(got).isEmpty();
        var letter = letters.getReceivedMessages();
        assertThat(letter).hasSize(1);
        assertThat(letter[0].getAllRecipients()).extracting(Object::toString).containsExactly("someone@example.org");
        assertThat(letter[0].getSubject()).contains("反映的事情解决了吗");
        var body = String.valueOf(letter[0].getContent());
        assertThat(body).doesNotContain("路灯", "张守一", receipt.code());
        var link = LINK.matcher(body);
        assertThat(link.find()).isTrue();
        assertThat(browsing.get(link.group(1)).body()).contains("事情解决了吗", "路灯不亮");
        assertThat(GreenMailUtil.getHeaders(letter[0])).doesNotContain("someone@example.org>", "张守一");
        assertThat(log.lines(cast.tenant(), VaultFilter.ALL, null, 5)).extracting(line -> line.act()).containsExactly(VaultAct.ADDRESSED);
    }

    @Test
    void a_mail_server_that_is_away_is_tried_again_and_the_desk_reads_that_it_did_not_take_it() {
        on();
        var receipt = raiseAs("路灯不亮", new Identity("张守一", null, "someone@example.org", null, null), false);
        awaiting(receipt.matter());
        letters.stop();
        carried(0);
        try (var desk = signedIn(cast.verdictTaker())) {
            assertThat(desk.get("/callbacks/" + receipt.matter().value()).body()).contains("答复链接还没有发出（邮件服务器没有收）")
                    .doesNotContain("someone@example.org");
        }
        letters.start();
        mail = PostOffices.at(letters.getSmtp().getPort(), clock);
        clock.advance(Duration.ofHours(1));
        carried(1);
        assertThat(letters.getReceivedMessages()).hasSize(1);
    }

    @Test
    void quiet_hours_are_kept_and_what_waits_is_not_sent_once_it_is_answered() {
        on();
        clock.set(LocalDateTime.of(2026, 3, 2, 21, 0));
        var receipt = raise("路灯不亮", "13812345678", false);
        var other = raise("井盖没了", "13987654321", false);
        awaiting(receipt.matter());
        awaiting(other.matter());
        carried(0);
        callBacks.fill(cast.verdictTaker(), other.matter(), new Filled(Attempt.Channel.CALL, "zh", true, true, Verdict.Solved.FULLY,
                Verdict.Satisfied.SATISFIED, "好了", false), UUID.randomUUID());
        clock.set(LocalDateTime.of(2026, 3, 3, 8, 59));
        carried(0);
        clock.set(LocalDateTime.of(2026, 3, 3, 9, 0));
        carried(1);
        assertThat(got).singleElement().satisfies(text -> assertThat(text.told().get("phone")).isEqualTo("13812345678"));
    }

    @Test
    void a_gateway_that_refuses_is_tried_again_under_the_same_mark_and_given_up_on_in_the_end() {
        on();
        var receipt = raise("路灯不亮", "13812345678", false);
        awaiting(receipt.matter());
        status = 503;
        carried(0);
        carried(0);
        assertThat(got).as("not at once").hasSize(1);
        try (var desk = signedIn(cast.verdictTaker())) {
            assertThat(desk.get("/callbacks/" + receipt.matter().value()).body()).contains("答复链接还没有发出（HTTP 503）");
        }
        for (int day = 3; day < 10; day++) {
            clock.set(LocalDateTime.of(2026, 3, day, 12, 0));
            carried(0);
        }
        assertThat(got).hasSize(LinkCarrier.ATTEMPTS_MAX);
        assertThat(got.stream().map(text -> String.valueOf(text.told().get("id"))).distinct()).hasSize(1);
        try (var desk = signedIn(cast.verdictTaker())) {
            assertThat(desk.get("/callbacks/" + receipt.matter().value()).body()).contains("答复链接没有发出（HTTP 503）");
        }
    }

    @Test
    void two_nodes_never_send_one_link_twice() throws Exception {
        on();
        for (int i = 0; i < 6; i++) {
            awaiting(raise("路灯" + i, "1381234567" + i, false).matter());
        }
        try (var both = Executors.newFixedThreadPool(2)) {
            int over = 0;
            for (var done : both.invokeAll(List.<Callable<Integer>>of(() -> carrier().carry(), () -> carrier().carry()))) {
                over += done.get();
            }
            assertThat(over).isEqualTo(6);
        }
        assertThat(got).extracting(text -> text.told().get("phone")).doesNotHaveDuplicates().hasSize(6);
    }

    @Test
    void the_desk_sees_that_a_link_left_and_calls_only_when_the_days_are_over() {
        on();
        var receipt = raise("路灯不亮", "13812345678", false);
        awaiting(receipt.matter());
        carried(1);
        var call = new Filled(Attempt.Channel.CALL, "zh", true, true, Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED, "亮了", false);
        assertThat(callBacks.fill(cast.verdictTaker(), receipt.matter(), call, UUID.randomUUID()))
                .isEqualTo(new CallBackAnswer.Refused(new CallBackRefusal.LinkUnderWay("channel", LocalDate.of(2026, 3, 4))));
        try (var desk = signedIn(cast.verdictTaker())) {
            assertThat(desk.get("/callbacks").body()).contains("已发答复链接，等答复到");
            assertThat(desk.get("/callbacks/" + receipt.matter().value()).body()).contains("已发答复链接，等答复到", "这之前不打电话");
        }
        clock.set(LocalDateTime.of(2026, 3, 5, 9, 0));
        assertThat(callBacks.fill(cast.verdictTaker(), receipt.matter(), call, UUID.randomUUID())).isInstanceOf(CallBackAnswer.Done.class);
    }

    @Test
    void the_rule_is_set_in_versions_by_whoever_coordinates_and_says_what_is_wrong_at_its_field() {
        var fields = new HashMap<>(Map.of("register", "hotline", "version", "1", "sends", "true", "zh", "没有链接", "en", "See {link}", "quietFrom", "8点",
                "quietUntil", "09:00", "days", "31", "basis", ""));
        try (var desk = signedIn(cast.coordinator())) {
            var page = "/callbacks/rules?register=hotline";
            assertThat(desk.get(page).body()).contains("不发答复链接");
            var wrong = desk.post(page, "/callbacks/rules/links", fields);
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("e-link-zh", "e-link-from", "e-link-days", "e-link-basis", "没有链接", "8点");
            fields.putAll(Map.of("zh", "请答复 {link}", "quietFrom", "20:00", "days", "2", "basis", "镇政发〔2026〕5号"));
            assertThat(desk.post(page, "/callbacks/rules/links", fields).statusCode()).isEqualTo(303);
            assertThat(desk.post(page, "/callbacks/rules/links", fields).statusCode()).as("another was quicker").isEqualTo(422);
            assertThat(desk.get(page).body()).contains("第 2 版", "镇政发〔2026〕5号");
        }
        assertThat(rules.of(cast.tenant(), "hotline")).isEqualTo(new LinkRule("hotline", 2, true, "请答复 {link}", "See {link}", LocalTime.of(20, 0),
                LocalTime.of(9, 0), 2, "镇政发〔2026〕5号"));
        try (var desk = signedIn(cast.roadsHandler())) {
            assertThat(desk.post("/messages", "/callbacks/rules/links", fields).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void a_gateway_that_could_be_overheard_or_knows_no_secret_is_refused_at_the_start() {
        assertThatThrownBy(() -> new TextSettings("http://sms.example.cn", SECRET)).hasMessageContaining("mingbai.sms.url");
        assertThatThrownBy(() -> new TextSettings("https://sms.example.cn", "")).hasMessageContaining("mingbai.sms.secret");
        assertThat(new TextSettings("https://sms.example.cn", SECRET)).hasToString("TextSettings[set]");
    }

    private Browsing signedIn(SignedIn who) {
        var desk = new Browsing(port);
        desk.signIn(logins.computeIfAbsent(who.person(), _ -> scene.login(who)), Bureau.PASSWORD);
        return desk;
    }

    private Receipt raise(String title, @Nullable String phone, boolean confidential) {
        return raiseAs(title, phone == null ? Identity.of(null, null) : Identity.of("张守一", phone), confidential);
    }

    private Receipt raiseAs(String title, Identity identity, boolean confidential) {
        var subject = new Subject(title, title + "，请处理", null, null, "网络", null, null, null, null, Map.of());
        return done(receiving.receive(cast.tenant(), new Submission("hotline", subject,
                identity, identity.name() == null, confidential, "zh", List.of(), UUID.randomUUID())));
    }

    private static <T> T done(VoiceAnswer<T> answer) {
        assertThat(answer).isInstanceOf(VoiceAnswer.Done.class);
        return ((VoiceAnswer.Done<T>) answer).value();
    }

    private Matter matter(Receipt receipt) {
        return ledger.matter(cast.coordinator(), receipt.matter()).orElseThrow();
    }

    private void awaiting(MatterId id) {
        does(cast.coordinator(), id, new Act.PutOnList(null));
        again(id);
    }

    private void again(MatterId id) {
        does(cast.coordinator(), id, new Act.Assign(new Assignment(cast.roads(), "王所长", List.of("李师傅"), List.of(),
                Deadline.by(clock.today().plusDays(7)), null)));
        does(cast.roadsHandler(), id, new Act.Sign());
        does(cast.roadsHandler(), id, new Act.Plan(List.of(new Measure(0, Measure.Kind.CONTAINMENT, "换灯", null, "李明", Deadline.by(clock.today().plusDays(3)),
                0, null, null))));
        does(cast.roadsHandler(), id, new Act.AttachEvidence(List.of(), List.<Evidence.File>of(), "换灯前后各看过一次"));
        does(cast.roadsHandler(), id, new Act.ClaimClosure(Outcome.SOLVED, "灯都亮了"));
        does(cast.checker(), id, new Act.PassReview("属实"));
    }

    private void does(SignedIn who, MatterId matter, Act act) {
        assertThat(ledger.act(who, matter, act, UUID.randomUUID(), null)).as(act.toString()).isInstanceOf(Answer.Done.class);
    }
}
