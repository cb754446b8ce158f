package org.mingbai.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.MingbaiTest;
import org.mingbai.Provokes;
import org.mingbai.SettableClock;
import org.mingbai.directory.SignIn.Attempt;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@Provokes("org.mingbai.directory.UnknownLogins")
@MingbaiTest
class SignInTest {

    @Autowired Bureau bureau;
    @Autowired SignIn signIn;
    @Autowired Accounts accounts;
    @Autowired AccountTable table;
    @Autowired WrongTries tries;
    @Autowired TransactionTemplate transaction;
    @Autowired People people;
    @Autowired Directory directory;
    @Autowired AuditTrail trail;
    @Autowired SettableClock clock;

    private Bureau.Made it;
    private String login;
    private PersonId person;

    @BeforeEach
    void somebody() {
        it = bureau.made();
        login = "u" + UUID.randomUUID().toString().substring(0, 12);
        person = bureau.signingIn(it.keeper(), login, new Seat(it.lamps(), Role.HANDLER));
    }

    @Test
    void the_right_password_lets_in_whatever_the_case_of_the_login() {
        var welcome = welcomed(login.toUpperCase(java.util.Locale.ROOT), Bureau.PASSWORD);
        assertThat(welcome.who().seats()).containsExactly(new Seat(it.lamps(), Role.HANDLER));
        assertThat(signIn.present(welcome.ticket())).hasValueSatisfying(present -> assertThat(present.may(Right.ACT_ON_MATTERS)).isTrue());
    }

    @Test
    void five_failures_lock_for_five_minutes_even_for_the_right_password() {
        IntStream.range(0, 5).forEach(n -> assertThat(attempt("wrong")).isInstanceOf(Attempt.NotTaken.class));
        assertThat(attempt(Bureau.PASSWORD)).isInstanceOf(Attempt.NotTaken.class);
        clock.advance(Duration.ofMinutes(5));
        assertThat(attempt(Bureau.PASSWORD)).isInstanceOf(Attempt.Welcome.class);
        assertThat(trail.lines(it.tenant(), AuditQuestion.everything(), 10)).extracting(AuditLine::act)
                .contains(AuditAct.SIGN_IN_LOCKED, AuditAct.SIGN_IN_FAILED, AuditAct.SIGNED_IN);
    }

    @Test
    void four_failures_are_forgiven_by_one_success() {
        for (int round = 0; round < 2; round++) {
            IntStream.range(0, 4).forEach(n -> attempt("wrong"));
            assertThat(attempt(Bureau.PASSWORD)).isInstanceOf(Attempt.Welcome.class);
        }
    }

    @Test
    void guesses_made_at_once_do_not_outrun_their_count() throws Exception {
        var guesses = new ArrayList<Callable<Attempt>>();
        IntStream.range(0, 12).forEach(n -> guesses.add(() -> attempt(n == 11 ? Bureau.PASSWORD : "guess-" + n)));
        try (var threads = Executors.newFixedThreadPool(12)) {
            threads.invokeAll(guesses.subList(0, 8));
        }
        assertThat(attempt(Bureau.PASSWORD)).isInstanceOf(Attempt.NotTaken.class);
        assertThat(trail.lines(it.tenant(), new AuditQuestion(null, AuditAct.SIGN_IN_FAILED, null, null, ""), 20)).hasSize(5);
    }

    @Test
    void unknown_locked_and_closed_are_one_answer_in_one_time() {
        IntStream.range(0, 5).forEach(n -> attempt("wrong"));
        var closed = "c" + login;
        accounts.close(it.keeper(), bureau.signingIn(it.keeper(), closed)).orThrow();
        for (var one : new String[] {login, closed, "nobody-" + login}) {
            long began = System.nanoTime();
            assertThat(signIn.attempt(one, Bureau.PASSWORD, "")).isEqualTo(new Attempt.NotTaken());
            assertThat(Duration.ofNanos(System.nanoTime() - began)).as(one).isGreaterThanOrEqualTo(Duration.ofMillis(250));
        }
    }

    @Test
    void an_unknown_login_leaves_a_line_without_what_was_typed_and_a_guesser_cannot_fill_the_trail() {
        var address = "10.1." + it.tenant().value() % 250 + ".7";
        IntStream.range(0, 7).forEach(n -> signIn.attempt("Secret-" + n + "@" + it.tenant().value(), "Summer-2026!", address));
        var lines = trail.lines(it.tenant(), new AuditQuestion(null, AuditAct.SIGN_IN_UNKNOWN, null, null, ""), 20);
        assertThat(lines).hasSize(5).allSatisfy(line -> {
            assertThat(line.address()).isEqualTo(address);
            assertThat(line.person()).isEmpty();
            assertThat(line.subjectName()).startsWith("se…(");
            assertThat(line.toString()).doesNotContainIgnoringCase("secret").doesNotContain("Summer");
        });
        clock.advance(Duration.ofMinutes(6));
        signIn.attempt("secret-8@" + it.tenant().value(), "Summer-2026!", address);
        assertThat(trail.lines(it.tenant(), new AuditQuestion(null, AuditAct.SIGN_IN_UNKNOWN, null, null, ""), 20)).hasSize(6);
    }

    @Test
    void whoever_has_a_network_of_addresses_cannot_fill_it_either() {
        IntStream.range(0, 7).forEach(n -> signIn.attempt("nobody@" + it.tenant().value(), "Summer-2026!",
                "2001:db8:%x:7::%x".formatted(it.tenant().value(), n + 1)));
        assertThat(trail.lines(it.tenant(), new AuditQuestion(null, AuditAct.SIGN_IN_UNKNOWN, null, null, ""), 20)).hasSize(5);
    }

    @Test
    void a_try_that_began_before_the_account_was_locked_does_not_open_it() {
        var before = table.locked(it.tenant(), person).orElseThrow();
        IntStream.range(0, 5).forEach(n -> attempt("wrong"));
        Boolean locked = transaction.execute(_ -> tries.count(before, accounts.rulesOf(it.tenant()), it.keeper(), "password", 0));
        assertThat(locked).isTrue();
        assertThat(attempt(Bureau.PASSWORD)).isInstanceOf(Attempt.NotTaken.class);
        clock.advance(Duration.ofMinutes(5));
        assertThat(attempt(Bureau.PASSWORD)).isInstanceOf(Attempt.Welcome.class);
    }

    @Test
    void thirty_logins_tried_in_vain_bar_the_address_and_whoever_mistyped_and_got_in_does_not_count() throws Exception {
        var office = "192.0.2." + it.tenant().value() % 250;
        unknownLogins(28, office);
        assertThat(signIn.attempt(login, "wrong", office)).isInstanceOf(Attempt.NotTaken.class);
        assertThat(signIn.attempt(login, Bureau.PASSWORD, office)).isInstanceOf(Attempt.Welcome.class);
        IntStream.range(0, 3).forEach(n -> assertThat(signIn.attempt("one@" + it.tenant().value(), "wrong", office)).isInstanceOf(Attempt.NotTaken.class));
        assertThat(signIn.attempt(login, "wrong", office)).as("the thirtieth").isInstanceOf(Attempt.NotTaken.class);
        assertThat(signIn.attempt(login, Bureau.PASSWORD, office)).isEqualTo(new Attempt.Barred(clock.instant().plus(Duration.ofMinutes(15))));
        assertThat(attempt(Bureau.PASSWORD)).as("from elsewhere").isInstanceOf(Attempt.Welcome.class);
        assertThat(trail.lines(it.tenant(), new AuditQuestion(null, AuditAct.SIGN_IN_BARRED, null, null, ""), 5)).singleElement().satisfies(line -> {
            assertThat(line.address()).isEqualTo(office);
            assertThat(line.after()).isEqualTo(Map.of("logins", "30", "minutes", "15"));
        });
        clock.advance(Duration.ofMinutes(15));
        assertThat(signIn.attempt(login, Bureau.PASSWORD, office)).isInstanceOf(Attempt.Welcome.class);
    }

    @Test
    void what_is_tried_at_once_is_not_looked_at_before_the_first_of_it_is_counted() throws Exception {
        var address = "198.51.100." + it.tenant().value() % 250;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = threads.invokeAll(IntStream.range(0, 90).<Callable<Attempt>>mapToObj(n ->
                    () -> signIn.attempt("burst" + n + "@" + it.tenant().value(), "wrong", address)).toList());
            int lookedAt = 0;
            for (var attempt : attempts) {
                lookedAt += attempt.get() instanceof Attempt.NotTaken ? 1 : 0;
            }
            assertThat(lookedAt).isBetween(30, 33);
        }
    }

    @Test
    void tries_spread_over_more_than_a_quarter_of_an_hour_bar_nobody_and_a_network_of_the_newer_kind_is_one_address() throws Exception {
        var network = "2001:db8:" + Integer.toHexString(it.tenant().value()) + ":1::";
        unknownLogins(29, network + "7");
        clock.advance(Duration.ofMinutes(16));
        unknownLogins(29, network + "8");
        assertThat(signIn.attempt(login, Bureau.PASSWORD, network + "9")).isInstanceOf(Attempt.Welcome.class);
        signIn.attempt("another@" + it.tenant().value(), "wrong", network + "abcd");
        assertThat(signIn.attempt(login, Bureau.PASSWORD, network + "9")).isInstanceOf(Attempt.Barred.class);
    }

    private void unknownLogins(int number, String address) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(IntStream.range(0, number).<Callable<Attempt>>mapToObj(n ->
                    () -> signIn.attempt("stranger" + n + "@" + it.tenant().value(), "wrong", address)).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Password1!", "P@ssw0rd", "Admin@123", "Huawei@123", "1qaz@WSX", "Qwer!234", "Aa123456", "Abc123!@#", "Woaini1314!", "Iloveyou.520",
        "2026!Summer", "ＡＤＭＩＮ@2026", "AAAAaaaa1", "zhengfu@2026", "Trustno1!"})
    void what_many_have_is_refused_however_it_is_dressed_up(String common) {
        assertThat(change(bureau.as(it.tenant(), person), common).refusals()).contains(new Refusal.PasswordCommon());
    }

    @ParameterizedTest
    @ValueSource(strings = {"New-lamp-0815", "Harbour.2023.stone", "kA7#vmq2Lz", "桥头-Lamp-77", "Four score 7 years", "Zs19840612gz"})
    void what_is_ones_own_is_taken(String own) {
        assertThat(change(bureau.as(it.tenant(), person), own).refusals()).isEmpty();
    }

    @Test
    void words_that_lie_at_hand_are_refused_and_the_security_administrator_adds_more() {
        var who = bureau.as(it.tenant(), person);
        assertThat(change(who, "X7-清河县-Lamp").refusals()).containsExactly(new Refusal.PasswordHoldsWord("清河县"));
        assertThat(change(who, "X7-m1ngba1-Lamp").refusals()).containsExactly(new Refusal.PasswordHoldsWord("mingbai"));
        assertThat(change(who, who.name() + "-Lamp7").refusals()).containsExactly(new Refusal.PasswordHoldsWord(who.name()));
        assertThat(accounts.setPasswordWords(it.keeper(), "qinghe, QHX；江").refusals()).containsExactly(new Refusal.WordTooShort("江"));
        assertThat(accounts.setPasswordWords(it.keeper(), "qinghe, QHX").orThrow()).isEqualTo("qinghe qhx");
        assertThat(change(who, "Q1nghe-lamp-7").refusals()).containsExactly(new Refusal.PasswordHoldsWord("qinghe"));
        assertThat(change(who, "lamp.QHX.post7").refusals()).containsExactly(new Refusal.PasswordHoldsWord("qhx"));
        assertThat(trail.lines(it.tenant(), new AuditQuestion(null, AuditAct.SETTING_CHANGED, null, null, ""), 5)).singleElement()
                .satisfies(line -> assertThat(line.after()).isEqualTo(Map.of("passwordWords", "qinghe qhx")));
    }

    @Test
    void the_present_password_cannot_be_guessed_at_a_screen_left_alone() {
        var who = bureau.as(it.tenant(), person);
        IntStream.range(0, 5).forEach(n -> assertThat(signIn.changePassword(who, "", "wrong-" + n, "New-lamp-0815", "New-lamp-0815").refusals())
                .containsExactly(new Refusal.WrongPassword()));
        assertThat(change(who, "New-lamp-0815").refusals()).containsExactly(new Refusal.TooManyTries(5));
        assertThat(attempt(Bureau.PASSWORD)).as("one lock for both").isInstanceOf(Attempt.NotTaken.class);
        assertThat(trail.lines(it.tenant(), new AuditQuestion(null, AuditAct.SIGN_IN_LOCKED, null, null, ""), 5)).hasSize(1);
        clock.advance(Duration.ofMinutes(5));
        assertThat(change(who, "New-lamp-0815").refusals()).isEmpty();
    }

    @Test
    void an_unlocked_account_opens_before_its_time() {
        IntStream.range(0, 5).forEach(n -> attempt("wrong"));
        accounts.unlock(it.keeper(), person).orThrow();
        assertThat(attempt(Bureau.PASSWORD)).isInstanceOf(Attempt.Welcome.class);
    }

    @Test
    void a_reset_password_ends_sessions_and_has_to_be_changed() {
        var before = welcomed(login, Bureau.PASSWORD).ticket();
        var first = accounts.resetPassword(it.keeper(), person).orThrow();
        assertThat(signIn.present(before)).isEmpty();
        assertThat(attempt(Bureau.PASSWORD)).isInstanceOf(Attempt.NotTaken.class);
        var welcome = welcomed(login, first.password());
        assertThat(welcome.mustChangePassword()).isTrue();
        var changed = signIn.changePassword(welcome.who(), "", first.password(), "New-lamp-0815", "New-lamp-0815").orThrow();
        assertThat(signIn.present(changed).orElseThrow().mustChangePassword()).isFalse();
        assertThat(signIn.present(welcome.ticket())).isEmpty();
    }

    @Test
    void what_a_session_may_do_follows_the_posts_at_once_and_the_day() {
        var ticket = welcomed(login, Bureau.PASSWORD).ticket();
        var today = clock.today();
        people.endPost(it.keeper(), directory.postsOf(it.tenant(), person).getFirst().id(), today).orThrow();
        assertThat(signIn.present(ticket).orElseThrow().may(Right.ACT_ON_MATTERS)).isTrue();
        clock.advance(Duration.ofDays(1));
        assertThat(signIn.present(ticket).orElseThrow().may(Right.ACT_ON_MATTERS)).isFalse();
        accounts.close(it.keeper(), person).orThrow();
        assertThat(signIn.present(ticket)).isEmpty();
    }

    @Test
    void passwords_are_long_mixed_and_not_the_login() {
        var who = bureau.as(it.tenant(), person);
        assertThat(change(who, "Ab1!").refusals()).containsExactly(new Refusal.PasswordTooShort(8));
        assertThat(change(who, "alllowercase").refusals()).containsExactly(new Refusal.PasswordTooPlain(3));
        assertThat(change(who, "A1!" + login).refusals()).containsExactly(new Refusal.PasswordHoldsLogin());
        assertThat(change(who, Bureau.PASSWORD).refusals()).containsExactly(new Refusal.PasswordAsBefore());
        assertThat(change(who, "Aa1" + "lamp-".repeat(40)).refusals()).containsExactly(new Refusal.TooLong("password", 128, 203));
        assertThat(signIn.changePassword(who, "", "wrong", "New-lamp-0815", "other").refusals())
                .containsExactly(new Refusal.WrongPassword(), new Refusal.PasswordsDiffer());
    }

    @Test
    void the_tenants_rules_hold_from_their_change_on() {
        accounts.setRules(it.keeper(), SignInRules.of(Map.of("failuresMax", 3, "passwordLengthMin", 14))).orThrow();
        assertThat(change(bureau.as(it.tenant(), person), "New-lamp-0815").refusals()).containsExactly(new Refusal.PasswordTooShort(14));
        IntStream.range(0, 3).forEach(n -> attempt("wrong"));
        assertThat(attempt(Bureau.PASSWORD)).isInstanceOf(Attempt.NotTaken.class);
        assertThat(accounts.setRules(it.keeper(), SignInRules.of(Map.of("idleMinutes", 0))).refusals())
                .containsExactly(new Refusal.OutOfRange("idleMinutes", 1, 1440));
        assertThat(trail.lines(it.tenant(), new AuditQuestion(null, AuditAct.SETTING_CHANGED, null, null, ""), 5)).singleElement()
                .satisfies(line -> assertThat(line.before()).containsEntry("failuresMax", "5").containsEntry("passwordLengthMin", "8"));
    }

    @Test
    void an_old_password_has_to_be_changed_and_an_unused_account_does_not_open() {
        welcomed(login, Bureau.PASSWORD);
        clock.advance(Duration.ofDays(89));
        assertThat(welcomed(login, Bureau.PASSWORD).mustChangePassword()).isFalse();
        clock.advance(Duration.ofDays(2));
        assertThat(welcomed(login, Bureau.PASSWORD).mustChangePassword()).isTrue();
        clock.advance(Duration.ofDays(91));
        assertThat(attempt(Bureau.PASSWORD)).isInstanceOf(Attempt.NotTaken.class);
        accounts.reopen(it.keeper(), person).orThrow();
        assertThat(attempt(Bureau.PASSWORD)).isInstanceOf(Attempt.Welcome.class);
    }

    @Test
    void a_login_used_in_two_tenants_is_told_apart_by_the_tenants_number() {
        var other = bureau.made();
        bureau.signingIn(other.keeper(), login);
        assertThat(attempt(Bureau.PASSWORD)).isInstanceOf(Attempt.NotTaken.class);
        assertThat(welcomed(login + "@" + it.tenant().value(), Bureau.PASSWORD).who().person()).isEqualTo(person);
    }

    private Answer<Ticket> change(SignedIn who, String password) {
        return signIn.changePassword(who, "", Bureau.PASSWORD, password, password);
    }

    private Attempt attempt(String password) {
        return signIn.attempt(login, password, "10.0.0.9");
    }

    private Attempt.Welcome welcomed(String login, String password) {
        return (Attempt.Welcome) signIn.attempt(login, password, "10.0.0.9");
    }
}
