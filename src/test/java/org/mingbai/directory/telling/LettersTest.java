package org.mingbai.directory.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.Provokes;
import org.mingbai.SettableClock;
import org.mingbai.directory.Accounts;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Directory;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Letters as a real mail server gets them.
@MingbaiTest
@Provokes("org.mingbai.directory.telling.Carrier")
class LettersTest {

    private static final TellingSettings SETTINGS = new TellingSettings(URI.create("https://mingbai.example.cn/"), Duration.ofMinutes(2), true, 400, false);

    @Autowired AuditTrail trail;
    @Autowired Bureau bureau;
    @Autowired Tellings tellings;
    @Autowired Messages messages;
    @Autowired Deliveries deliveries;
    @Autowired Postbox postbox;
    @Autowired LetterTable letters;
    @Autowired Reaches reaches;
    @Autowired ReachTable table;
    @Autowired AddressCodeTable codes;
    @Autowired Directory directory;
    @Autowired Accounts accounts;
    @Autowired JdbcClient db;
    @Autowired SettableClock clock;
    @Autowired PlatformTransactionManager transactions;

    private final GreenMail server = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
    private Bureau.Made it;
    private String address = "";
    private PersonId wang;

    @BeforeEach
    void somebodyWithAnAddress() {
        server.start();
        clock.set(LocalDate.of(2026, 3, 2));
        it = bureau.made();
        wang = somebody(Rhythm.AT_ONCE, "zh");
        address = reaches.of(it.tenant(), wang).address();
    }

    @AfterEach
    void stop() {
        server.stop();
        clock.set(LocalDate.of(2026, 3, 2));
    }

    private PersonId somebody(Rhythm rhythm, String language) {
        var person = bureau.signingIn(it.keeper(), "l" + UUID.randomUUID(), new Seat(it.lamps(), Role.HANDLER));
        var wanted = wanting(UUID.randomUUID() + "@example.cn", rhythm, language);
        table.put(it.tenant(), person, wanted);
        table.confirm(it.tenant(), person, wanted.address(), OffsetDateTime.now(clock));
        return person;
    }

    private static Reach wanting(String address, Rhythm rhythm, String language) {
        return new Reach(address, rhythm, LocalTime.of(8, 0), LocalTime.of(22, 0), LocalTime.of(7, 0), language);
    }

    private void tell(PersonId person, String cause, boolean urgent) {
        var telling = Telling.of(cause, cause, "/matters/7", "directory.tell.trial", cause);
        new TransactionTemplate(transactions).executeWithoutResult(_ ->
                tellings.tell(it.tenant(), List.of(person), urgent ? telling.asUrgent() : telling));
    }

    private Sender smtp() {
        return smtp(server.getSmtp().getPort());
    }

    private Sender smtp(int port) {
        var mail = new MailSettings("localhost", port, "", "", "明白账 <mingbai@example.gov.cn>", MailSettings.Encryption.NONE);
        var smtp = new Smtp(table, codes, directory, accounts, mail, SETTINGS, clock);
        return letter -> letter.person().isPresent() ? smtp.send(letter) : Carried.hopeless("directory.tell.undelivered.no-hook");
    }

    private Carrier carrier() {
        return new Carrier(letters, smtp(), clock);
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

    private void after(Duration pause) {
        clock.advance(pause);
        postbox.write();
        carrier().carry();
    }

    @Test
    void what_came_together_is_one_letter_with_the_way_to_each() throws MessagingException, IOException {
        tell(wang, "甲", false);
        clock.advance(Duration.ofSeconds(30));
        tell(wang, "乙", false);
        after(Duration.ofMinutes(1));
        assertThat(arrived(address)).isEmpty();
        after(Duration.ofMinutes(1));
        assertThat(arrived(address)).singleElement().satisfies(message -> {
            assertThat(message.getSubject()).isEqualTo("【明白账】有 2 条消息");
            assertThat(message.getFrom()[0].toString()).contains("mingbai@example.gov.cn");
            assertThat(message.getContent().toString()).contains("甲", "乙", "https://mingbai.example.cn/messages/", "https://mingbai.example.cn/me/reach");
        });
        after(Duration.ofDays(1));
        assertThat(arrived(address)).hasSize(1);
    }

    @Test
    void each_gets_it_in_their_language() throws MessagingException {
        var smith = somebody(Rhythm.AT_ONCE, "en");
        tell(smith, "lamp", false);
        after(Duration.ofMinutes(3));
        assertThat(arrived(reaches.of(it.tenant(), smith).address()).getFirst().getSubject()).startsWith("[Mingbai] This is a trial message: lamp");
    }

    @Test
    void once_a_day_means_one_letter_at_that_hour_and_only_what_is_urgent_before() {
        var li = somebody(Rhythm.DAILY, "zh");
        var to = reaches.of(it.tenant(), li).address();
        tell(li, "甲", false);
        tell(li, "乙", false);
        after(Duration.ofHours(22));
        assertThat(arrived(to)).isEmpty();
        after(Duration.ofHours(1));
        assertThat(arrived(to)).hasSize(1);
        tell(li, "丙", true);
        after(Duration.ZERO);
        assertThat(arrived(to)).hasSize(2);
    }

    @Test
    void at_night_only_what_is_urgent_goes() {
        clock.set(LocalDate.of(2026, 3, 2).atTime(23, 0));
        tell(wang, "甲", false);
        after(Duration.ofHours(7));
        assertThat(arrived(address)).isEmpty();
        tell(wang, "乙", true);
        after(Duration.ZERO);
        assertThat(arrived(address)).hasSize(1);
    }

    @Test
    void a_letter_that_was_written_when_the_address_was_changed_waits_until_the_new_one_is_confirmed() {
        tell(wang, "甲", false);
        clock.advance(Duration.ofMinutes(3));
        postbox.write();
        var other = UUID.randomUUID() + "@example.cn";
        table.put(it.tenant(), wang, wanting(other, Rhythm.AT_ONCE, "zh"));
        after(Duration.ZERO);
        assertThat(arrived(address)).isEmpty();
        assertThat(arrived(other)).isEmpty();
        assertThat(deliveries.undelivered(it.tenant(), Long.MAX_VALUE, 9)).singleElement()
                .satisfies(letter -> assertThat(letter.why()).isEqualTo("directory.tell.undelivered.unconfirmed"));
        table.confirm(it.tenant(), wang, other, OffsetDateTime.now(clock));
        after(Duration.ofMinutes(1));
        assertThat(arrived(other)).hasSize(1);
    }

    @Test
    void what_was_read_in_the_pages_is_not_sent() {
        tell(wang, "甲", false);
        var who = bureau.as(it.tenant(), wang);
        messages.readUpTo(who, messages.page(who, Locale.CHINESE, Long.MAX_VALUE, 1).getFirst().id());
        after(Duration.ofMinutes(3));
        assertThat(arrived(address)).isEmpty();
    }

    @Test
    void who_holds_no_post_any_more_gets_no_letter() {
        tell(wang, "甲", false);
        accounts.close(it.keeper(), wang).orThrow();
        after(Duration.ofMinutes(3));
        assertThat(arrived(address)).isEmpty();
        assertThat(deliveries.undelivered(it.tenant(), Long.MAX_VALUE, 9)).singleElement().satisfies(letter -> {
            assertThat(letter.givenUp()).isTrue();
            assertThat(letter.why()).isEqualTo("directory.tell.undelivered.gone");
        });
    }

    /// The letters of two senders, each on a thread of its own with connections of its own, as two nodes are.
    @Test
    void two_senders_over_one_database_send_each_letter_once() throws Exception {
        var people = IntStream.range(0, 60).mapToObj(_ -> somebody(Rhythm.AT_ONCE, "zh")).toList();
        people.forEach(person -> tell(person, "甲", false));
        clock.advance(Duration.ofMinutes(3));
        try (var nodes = Executors.newFixedThreadPool(2)) {
            var running = List.of(nodes.submit(this::node), nodes.submit(this::node));
            for (Future<Integer> node : running) {
                node.get();
            }
        }
        for (var person : people) {
            assertThat(arrived(reaches.of(it.tenant(), person).address())).hasSize(1);
        }
    }

    private int node() {
        int over = 0;
        while (postbox.write() > 0 || over == 0) {
            over += 1 + carrier().carry();
        }
        return over;
    }

    /// What cannot be had: a letter that is neither lost nor doubled whenever its sender dies. It is doubled, and can be known as the same.
    @Test
    void a_sender_that_dies_after_sending_leaves_a_second_copy_with_the_same_mark() throws MessagingException {
        tell(wang, "甲", false);
        clock.advance(Duration.ofMinutes(3));
        postbox.write();
        var dying = new Carrier(letters, letter -> {
            smtp().send(letter);
            throw new Gone();
        }, clock);
        assertThatThrownBy(dying::carry).isInstanceOf(Gone.class);
        after(Carrier.LEASE.minusSeconds(1));
        assertThat(arrived(address)).hasSize(1);
        after(Duration.ofSeconds(1));
        var copies = arrived(address);
        assertThat(copies).hasSize(2);
        assertThat(copies.get(0).getMessageID()).isEqualTo(copies.get(1).getMessageID()).endsWith("@example.gov.cn>");
        assertThat(GreenMailUtil.getBody(copies.get(0))).isEqualTo(GreenMailUtil.getBody(copies.get(1)));
        after(Duration.ofDays(1));
        assertThat(arrived(address)).hasSize(2);
    }

    /// As if the machine went: no handler of exceptions is to see it.
    private static final class Gone extends Error {}

    @Test
    void a_server_that_is_down_is_asked_again_with_growing_pauses_until_it_is_given_up_and_somebody_says_again() {
        tell(wang, "甲", false);
        clock.advance(Duration.ofMinutes(3));
        postbox.write();
        var down = new Carrier(letters, smtp(1), clock);
        down.carry();
        assertThat(deliveries.undelivered(it.tenant(), Long.MAX_VALUE, 9)).singleElement().satisfies(letter -> {
            assertThat(letter.attempts()).isEqualTo(1);
            assertThat(letter.givenUp()).isFalse();
            assertThat(letter.next()).isEqualTo(OffsetDateTime.now(clock).plusMinutes(1));
            assertThat(letter.why()).isNotBlank();
        });
        for (int attempts = 1; attempts < Carrier.ATTEMPTS_MAX; attempts++) {
            clock.advance(Carrier.pauseAfter(attempts).minusSeconds(1));
            assertThat(tried(down)).isEqualTo(attempts);
            clock.advance(Duration.ofSeconds(1));
            assertThat(tried(down)).isEqualTo(attempts + 1);
        }
        var given = deliveries.undelivered(it.tenant(), Long.MAX_VALUE, 9).getFirst();
        assertThat(given.givenUp()).isTrue();
        after(Duration.ofDays(30));
        assertThat(arrived(address)).isEmpty();
        assertThat(deliveries.again(it.keeper(), given.id())).isTrue();
        after(Duration.ZERO);
        assertThat(arrived(address)).hasSize(1);
        assertThat(deliveries.undelivered(it.tenant(), Long.MAX_VALUE, 9)).isEmpty();
        assertThat(deliveries.again(it.keeper(), given.id())).isFalse();
        assertThat(trail.lines(it.tenant(), new AuditQuestion(null, AuditAct.LETTER_SENT_AGAIN, null, null, ""), 5)).singleElement()
                .satisfies(line -> assertThat(line.subjectName()).isEqualTo("№ " + given.id()));
    }

    private int tried(Carrier carrier) {
        carrier.carry();
        return deliveries.undelivered(it.tenant(), Long.MAX_VALUE, 9).getFirst().attempts();
    }

    @Test
    void the_pauses_grow_to_half_a_day() {
        assertThat(IntStream.rangeClosed(1, 7).mapToObj(Carrier::pauseAfter).map(Duration::toMinutes))
                .containsExactly(1L, 4L, 16L, 64L, 256L, 720L, 720L);
    }

    @Test
    void a_wrong_address_is_not_tried_twice() {
        var li = bureau.signingIn(it.keeper(), "l" + UUID.randomUUID(), new Seat(it.lamps(), Role.HANDLER));
        table.put(it.tenant(), li, wanting("a b@@c", Rhythm.AT_ONCE, "zh"));
        table.confirm(it.tenant(), li, "a b@@c", OffsetDateTime.now(clock));
        tell(li, "甲", false);
        after(Duration.ofMinutes(3));
        assertThat(deliveries.undelivered(it.tenant(), Long.MAX_VALUE, 9).getFirst().givenUp()).isTrue();
    }

    @Test
    void what_was_told_goes_after_its_time_and_nothing_before() {
        var reader = bureau.as(it.tenant(), wang);
        tell(wang, "旧", false);
        after(Duration.ofMinutes(3));
        var old = new OldPost(new TellingTable(db), letters, transactions, SETTINGS, clock);
        clock.advance(Duration.ofDays(399));
        tell(wang, "新", false);
        clearAll(old);
        assertThat(told(reader)).containsExactly("新", "旧");
        clock.advance(Duration.ofDays(2));
        clearAll(old);
        assertThat(told(reader)).containsExactly("新");
        assertThat(lettersTo(wang)).isZero();
    }

    @Test
    void what_has_not_arrived_stays_until_it_is_given_up() {
        tell(wang, "甲", false);
        clock.advance(Duration.ofMinutes(3));
        postbox.write();
        var old = new OldPost(new TellingTable(db), letters, transactions, SETTINGS, clock);
        clock.advance(Duration.ofDays(500));
        clearAll(old);
        assertThat(lettersTo(wang)).isOne();
        after(Duration.ZERO);
        assertThat(arrived(address)).hasSize(1);
        clearAll(old);
        assertThat(lettersTo(wang)).isZero();
    }

    @Test
    void one_letter_is_taken_at_a_time_however_the_database_looks_for_it() {
        tell(wang, "甲", false);
        for (int another = 0; another < 6; another++) {
            tell(somebody(Rhythm.AT_ONCE, "zh"), "乙", false);
        }
        clock.advance(Duration.ofMinutes(3));
        postbox.write();
        var now = OffsetDateTime.now(clock);
        new TransactionTemplate(transactions).executeWithoutResult(undone -> {
            for (var way : List.of("hashjoin", "mergejoin", "hashagg", "sort", "material")) {
                db.sql("set local enable_" + way + " = off").update();
            }
            db.sql("discard plans").update();
            db.sql("update directory.letter set given_up_at = :now where tenant <> :tenant").param("now", now).param("tenant", it.tenant().value())
                    .update();
            var first = letters.claim(now, Carrier.LEASE).orElseThrow();
            assertThat(letters.claim(now, Carrier.LEASE)).hasValueSatisfying(second -> assertThat(second.mark()).isNotEqualTo(first.mark()));
            undone.setRollbackOnly();
        });
    }

    /// Other tests left old messages in the same database, and a round takes only so many.
    private static void clearAll(OldPost old) {
        for (int round = 0; round < 200; round++) {
            old.clear();
        }
    }

    private List<String> told(SignedIn who) {
        return db.sql("select topic from directory.telling where tenant = :tenant and person = :person order by id desc")
                .param("tenant", who.tenant().value()).param("person", who.person().value()).query(String.class).list();
    }

    private long lettersTo(PersonId person) {
        return db.sql("select count(*) from directory.letter where tenant = :tenant and person = :person")
                .param("tenant", it.tenant().value()).param("person", person.value()).query(Long.class).single();
    }
}
