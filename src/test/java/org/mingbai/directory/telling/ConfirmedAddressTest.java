package org.mingbai.directory.telling;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.Provokes;
import org.mingbai.SettableClock;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.Answer;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Directory;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Refusal;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.web.Browsing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// No letter goes to an address before somebody who reads there says that it is right.
@MingbaiTest
@Provokes("org.mingbai.directory.telling.Carrier")
class ConfirmedAddressTest {

    private static final TellingSettings SETTINGS = new TellingSettings(URI.create("https://mingbai.example.cn"), Duration.ofMinutes(2), true, 400, false);
    private static final Pattern LINK = Pattern.compile("https://mingbai\\.example\\.cn(/address/[A-Za-z0-9_-]+)");

    @Autowired Bureau bureau;
    @Autowired Tellings tellings;
    @Autowired Messages messages;
    @Autowired Reaches reaches;
    @Autowired ReachTable table;
    @Autowired AddressCodeTable codes;
    @Autowired Deliveries deliveries;
    @Autowired Postbox postbox;
    @Autowired LetterTable letters;
    @Autowired Directory directory;
    @Autowired Accounts accounts;
    @Autowired JdbcClient db;
    @Autowired SettableClock clock;
    @Autowired PlatformTransactionManager transactions;
    @LocalServerPort int port;

    private final GreenMail server = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
    private final String address = UUID.randomUUID() + "@example.cn";
    private Bureau.Made it;
    private PersonId wang;
    private Browsing nobody;

    @BeforeEach
    void somebody() {
        server.start();
        clock.set(LocalDate.of(2026, 3, 2));
        it = bureau.made();
        wang = person();
        nobody = new Browsing(port);
    }

    @AfterEach
    void stop() {
        nobody.close();
        server.stop();
        clock.set(LocalDate.of(2026, 3, 2));
    }

    private PersonId person() {
        return bureau.signingIn(it.keeper(), "c" + UUID.randomUUID(), new Seat(it.lamps(), Role.HANDLER));
    }

    private Answer<Reach> types(PersonId person, String at) {
        return reaches.set(bureau.as(it.tenant(), person),
                new Reach(at, Rhythm.AT_ONCE, LocalTime.of(8, 0), LocalTime.of(22, 0), LocalTime.of(7, 0), "zh"));
    }

    private Answer<Boolean> asksAgain(PersonId person) {
        return reaches.askAgain(bureau.as(it.tenant(), person));
    }

    private boolean isConfirmed(PersonId person) {
        return reaches.of(it.tenant(), person).confirmed();
    }

    private void after(Duration pause) {
        clock.advance(pause);
        postbox.write();
        carrier(server.getSmtp().getPort()).carry();
    }

    private Carrier carrier(int at) {
        var mail = new MailSettings("localhost", at, "", "", "mingbai@example.gov.cn", MailSettings.Encryption.NONE);
        var smtp = new Smtp(table, codes, directory, accounts, mail, SETTINGS, clock);
        return new Carrier(letters, letter -> letter.person().isPresent() ? smtp.send(letter) : Carried.hopeless("directory.tell.undelivered.no-hook"),
                clock);
    }

    private List<MimeMessage> arrived(String at) {
        return Arrays.stream(server.getReceivedMessages()).filter(message -> {
            try {
                return message.getAllRecipients()[0].toString().equals(at);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }).toList();
    }

    /// Where the link in the newest letter to that address leads.
    private String link(String at) {
        var found = LINK.matcher(text(arrived(at).getLast()));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String text(MimeMessage message) {
        try {
            return message.getSubject() + "\n" + message.getContent();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void confirm(String link) {
        assertThat(nobody.post(link, link, Map.of()).statusCode()).isEqualTo(303);
    }

    private void tell(PersonId person, String cause) {
        new TransactionTemplate(transactions).executeWithoutResult(_ ->
                tellings.tell(it.tenant(), List.of(person), Telling.of(cause, cause, "/matters/7", "directory.tell.trial", cause).asUrgent()));
    }

    @Test
    void an_address_that_is_typed_gets_one_letter_with_a_link_and_no_message_before_that_came_back() {
        assertThat(types(wang, address).orThrow().confirmed()).isFalse();
        tell(wang, "甲");
        after(Duration.ZERO);
        assertThat(arrived(address)).singleElement().satisfies(message -> assertThat(text(message)).contains("请确认这个邮箱", "24 小时").doesNotContain("甲"));
        types(wang, address).orThrow();
        after(Duration.ofDays(2));
        assertThat(arrived(address)).hasSize(1);
    }

    @Test
    void once_confirmed_what_is_told_from_then_on_goes_there_and_its_owner_reads_of_it_in_the_pages() {
        types(wang, address).orThrow();
        tell(wang, "甲");
        after(Duration.ZERO);
        confirm(link(address));
        tell(wang, "乙");
        after(Duration.ZERO);
        assertThat(arrived(address)).hasSize(2);
        assertThat(text(arrived(address).getLast())).contains("乙").doesNotContain("甲");
        assertThat(messages.page(bureau.as(it.tenant(), wang), Locale.CHINESE, Long.MAX_VALUE, 9)).extracting(Messages.Message::sentence)
                .anyMatch(sentence -> sentence.contains(address) && sentence.contains("已确认"));
    }

    @Test
    void to_look_at_the_link_confirms_nothing_and_its_button_does_without_signing_in() {
        types(wang, address).orThrow();
        after(Duration.ZERO);
        var link = link(address);
        assertThat(nobody.get(link).body()).contains(address, "确认这个邮箱", "action=\"" + link + "\"");
        nobody.get(link);
        assertThat(isConfirmed(wang)).isFalse();
        var answer = nobody.post(link, link, Map.of());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location")).hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
        assertThat(nobody.get("/sign-in").body()).contains("邮箱 " + address + " 已确认");
        assertThat(isConfirmed(wang)).isTrue();
    }

    @Test
    void unknown_used_and_old_links_look_alike() {
        types(wang, address).orThrow();
        after(Duration.ZERO);
        var used = link(address);
        confirm(used);
        var li = person();
        var other = UUID.randomUUID() + "@example.cn";
        types(li, other).orThrow();
        after(Duration.ZERO);
        var old = link(other);
        clock.advance(Reaches.CODE_HOLDS);
        var unknown = "/address/" + it.tenant().value() + "-" + "A".repeat(43);
        var looks = List.of(used, old, unknown, "/address/x").stream().map(nobody::get).toList();
        assertThat(looks).allSatisfy(look -> assertThat(look.statusCode()).isEqualTo(404));
        assertThat(looks.stream().map(look -> withoutPlace(look.body())).distinct()).singleElement().satisfies(body -> assertThat(body)
                .contains("这个链接不能用", "href=\"/me/reach\"").doesNotContain("<form method=\"post\"", address, other));
        for (var dead : List.of(used, old, unknown, "/address/x")) {
            var answer = nobody.postWith(nobody.tokenOn("/sign-in"), dead, Map.of());
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("这个链接不能用");
        }
        assertThat(isConfirmed(li)).isFalse();
    }

    /// The foot of a page says where it is, for print.
    private static String withoutPlace(String body) {
        return body.replaceAll("/address/[A-Za-z0-9_-]+", "").replaceAll("[A-Za-z0-9_-]{80,}", "");
    }

    @Test
    void a_link_works_until_the_last_moment_of_its_day() {
        types(wang, address).orThrow();
        after(Duration.ZERO);
        clock.advance(Reaches.CODE_HOLDS.minusSeconds(1));
        confirm(link(address));
        assertThat(isConfirmed(wang)).isTrue();
    }

    @Test
    void another_address_begins_anew_and_the_link_of_the_first_confirms_neither() {
        types(wang, address).orThrow();
        after(Duration.ZERO);
        var first = link(address);
        var other = UUID.randomUUID() + "@example.cn";
        types(wang, other).orThrow();
        after(Duration.ZERO);
        assertThat(nobody.get(first).statusCode()).isEqualTo(404);
        assertThat(reaches.confirm(first.substring(first.lastIndexOf('/') + 1))).isEmpty();
        assertThat(isConfirmed(wang)).isFalse();
        confirm(link(other));
        assertThat(isConfirmed(wang)).isTrue();
        clock.advance(Duration.ofHours(1));
        types(wang, address).orThrow();
        assertThat(isConfirmed(wang)).isFalse();
    }

    @Test
    void the_same_address_typed_by_two_is_confirmed_for_the_one_whose_link_it_is() {
        var li = person();
        types(wang, address).orThrow();
        after(Duration.ZERO);
        var ofWang = link(address);
        types(li, address).orThrow();
        confirm(ofWang);
        assertThat(isConfirmed(wang)).isTrue();
        assertThat(isConfirmed(li)).isFalse();
    }

    @Test
    void other_wishes_leave_a_confirmed_address_confirmed() {
        types(wang, address).orThrow();
        after(Duration.ZERO);
        confirm(link(address));
        reaches.set(bureau.as(it.tenant(), wang), new Reach(address, Rhythm.DAILY, LocalTime.of(9, 0), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, "en"))
                .orThrow();
        assertThat(isConfirmed(wang)).isTrue();
    }

    @Test
    void only_a_hash_of_the_link_is_kept() throws Exception {
        types(wang, address).orThrow();
        after(Duration.ZERO);
        var code = link(address).substring("/address/".length());
        var kept = db.sql("select to_jsonb(code)::text from directory.address_code code where person = :person union all "
                        + "select to_jsonb(letter)::text from directory.letter letter where person = :person")
                .param("person", wang.value()).query(String.class).list();
        assertThat(kept).hasSize(2).noneMatch(row -> row.contains(code) || row.contains(code.substring(code.indexOf('-') + 1)));
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.US_ASCII)));
        assertThat(kept).anyMatch(row -> row.contains(hash));
        assertThat(LinkSecret.read(code).orElseThrow().toString()).doesNotContain(code);
    }

    @Test
    void the_letter_is_sent_again_on_request_and_not_too_often() {
        types(wang, address).orThrow();
        after(Duration.ZERO);
        var first = link(address);
        assertThat(asksAgain(wang)).isEqualTo(Answer.refused(new Refusal.LettersTooOften(LocalDateTime.now(clock).plus(Reaches.LETTER_PAUSE))));
        for (int letters = 1; letters < Reaches.LETTERS_A_DAY_MAX; letters++) {
            after(Reaches.LETTER_PAUSE);
            assertThat(asksAgain(wang)).isEqualTo(Answer.done(true));
        }
        after(Reaches.LETTER_PAUSE);
        assertThat(asksAgain(wang).refusals()).hasSize(1);
        assertThat(types(wang, UUID.randomUUID() + "@example.cn").refusals()).hasOnlyElementsOfType(Refusal.LettersTooOften.class);
        assertThat(reaches.of(it.tenant(), wang).address()).isEqualTo(address);
        assertThat(arrived(address)).hasSize(Reaches.LETTERS_A_DAY_MAX);
        confirm(first);
        assertThat(asksAgain(wang)).isEqualTo(Answer.done(false));
        assertThat(nobody.get(link(address)).statusCode()).isEqualTo(404);
    }

    @Test
    void after_a_day_letters_can_be_asked_for_again() {
        for (int letters = 0; letters < Reaches.LETTERS_A_DAY_MAX; letters++) {
            types(wang, UUID.randomUUID() + "@example.cn").orThrow();
        }
        assertThat(types(wang, address).refusals()).hasSize(1);
        clock.advance(Duration.ofDays(1));
        types(wang, address).orThrow();
        after(Duration.ZERO);
        assertThat(arrived(address)).hasSize(1);
    }

    @Test
    void an_address_taken_away_gets_no_letter_that_had_not_left() {
        types(wang, address).orThrow();
        reaches.takeAway(bureau.as(it.tenant(), wang));
        after(Duration.ofDays(1));
        assertThat(arrived(address)).isEmpty();
        assertThat(deliveries.undelivered(it.tenant(), Long.MAX_VALUE, 9)).isEmpty();
        assertThat(reaches.of(it.tenant(), wang).address()).isEmpty();
        assertThat(asksAgain(wang)).isEqualTo(Answer.done(false));
    }

    @Test
    void a_letter_that_fails_at_first_carries_a_link_that_works() {
        types(wang, address).orThrow();
        carrier(1).carry();
        assertThat(arrived(address)).isEmpty();
        after(Carrier.pauseAfter(1));
        confirm(link(address));
        assertThat(isConfirmed(wang)).isTrue();
    }

    @Test
    void the_page_says_that_an_address_waits_and_offers_to_ask_again_or_take_it_away() {
        var login = "c" + UUID.randomUUID();
        var li = bureau.signingIn(it.keeper(), login, new Seat(it.lamps(), Role.HANDLER));
        try (var browsing = new Browsing(port)) {
            browsing.signIn(login, Bureau.PASSWORD);
            browsing.post("/me/reach", "/me/reach", Map.of("rhythm", "AT_ONCE", "address", address, "dailyAt", "08:00", "quietFrom", "22:00",
                    "quietUntil", "07:00", "language", "zh"));
            assertThat(browsing.get("/me/reach").body()).contains(address + " 等待确认", "再发一封确认信", "撤掉这个邮箱");
            var soon = browsing.post("/me/reach", "/me/reach/letter", Map.of());
            assertThat(soon.statusCode()).isEqualTo(422);
            assertThat(soon.body()).contains("确认信发得太勤，请在 2026年3月2日", "href=\"#f-address\"");
            clock.advance(Reaches.LETTER_PAUSE);
            assertThat(browsing.post("/me/reach", "/me/reach/letter", Map.of()).statusCode()).isEqualTo(303);
            after(Duration.ZERO);
            assertThat(arrived(address)).hasSize(2);
            var link = link(address);
            assertThat(browsing.post(link, link, Map.of()).headers().firstValue("location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/me/reach"));
            assertThat(browsing.get("/me/reach").body()).contains("邮箱 " + address + " 已确认").doesNotContain("等待确认", "确认信</button>");
            browsing.post("/me/reach", "/me/reach/removal", Map.of());
            assertThat(browsing.get("/me/reach").body()).doesNotContain(address, "撤掉这个邮箱");
            assertThat(reaches.of(it.tenant(), li).rhythm()).isEqualTo(Rhythm.PAGES_ONLY);
        }
    }

    /// As one was kept before addresses were confirmed.
    @Test
    void an_address_from_before_waits_and_a_letter_can_be_asked_for() {
        db.sql("insert into directory.reach (tenant, person, address, rhythm, daily_at, quiet_from, quiet_until, language) "
                        + "values (:tenant, :person, :address, 'AT_ONCE', '08:00', '22:00', '07:00', 'zh')")
                .param("tenant", it.tenant().value()).param("person", wang.value()).param("address", address).update();
        tell(wang, "甲");
        after(Duration.ZERO);
        assertThat(arrived(address)).isEmpty();
        assertThat(asksAgain(wang)).isEqualTo(Answer.done(true));
        after(Duration.ZERO);
        confirm(link(address));
        assertThat(isConfirmed(wang)).isTrue();
    }
}
