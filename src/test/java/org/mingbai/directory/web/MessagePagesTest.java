package org.mingbai.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.telling.Hooks;
import org.mingbai.directory.telling.Messages;
import org.mingbai.directory.telling.Reaches;
import org.mingbai.directory.telling.Rhythm;
import org.mingbai.directory.telling.Telling;
import org.mingbai.directory.telling.Tellings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What somebody was told, how they want to be told, and where else it goes.
@MingbaiTest
class MessagePagesTest {

    @Autowired Bureau bureau;
    @Autowired Tellings tellings;
    @Autowired Messages messages;
    @Autowired Reaches reaches;
    @Autowired Hooks hooks;
    @Autowired AuditTrail audit;
    @Autowired PlatformTransactionManager transactions;
    @LocalServerPort int port;

    private Bureau.Made it;
    private PersonId person;
    private Browsing browsing;

    @BeforeEach
    void somebody() {
        it = bureau.made();
        signIn(Role.HANDLER);
    }

    private void signIn(Role role) {
        var login = "m" + UUID.randomUUID();
        person = bureau.signingIn(it.keeper(), login, new Seat(it.county(), role));
        browsing = new Browsing(port);
        browsing.signIn(login, Bureau.PASSWORD);
    }

    @AfterEach
    void leave() {
        browsing.close();
    }

    private void tell(String what) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> tellings.tell(it.tenant(), List.of(person),
                Telling.of(what, what, "/me", "directory.tell.trial", what)));
    }

    @Test
    void the_bell_counts_what_is_unread_and_to_follow_a_message_is_to_read_it() {
        tell("<甲>");
        tell("乙");
        var list = browsing.get("/messages").body();
        assertThat(list).contains("消息，2 条未读", "&lt;甲", "未读").doesNotContain("<甲>");
        long first = messages.page(bureau.as(it.tenant(), person), Locale.CHINESE, Long.MAX_VALUE, 2).getLast().id();
        var followed = browsing.get("/messages/" + first);
        assertThat(followed.statusCode()).isEqualTo(303);
        assertThat(followed.headers().firstValue("location")).hasValueSatisfying(to -> assertThat(to).endsWith("/me"));
        assertThat(browsing.get("/me").body()).contains("消息，1 条未读");
    }

    @Test
    void all_are_marked_as_read_by_one_button_without_script() {
        tell("甲");
        tell("乙");
        var last = browsing.valueOn("/messages", "last");
        tell("丙");
        browsing.post("/messages", "/messages/read", Map.of("last", last));
        assertThat(browsing.get("/messages").body()).contains("已把 2 条标为已读", "消息，1 条未读");
    }

    @Test
    void others_messages_are_not_there() {
        tell("甲");
        long id = messages.page(bureau.as(it.tenant(), person), Locale.CHINESE, Long.MAX_VALUE, 1).getFirst().id();
        browsing.close();
        signIn(Role.HANDLER);
        assertThat(browsing.get("/messages/" + id).statusCode()).isEqualTo(404);
        assertThat(browsing.get("/messages").body()).contains("没有消息").doesNotContain("甲");
    }

    @Test
    void a_long_list_goes_on_on_the_next_page() {
        for (int at = 1; at <= 51; at++) {
            tell("第" + at + "条");
        }
        var first = browsing.get("/messages").body();
        assertThat(first).contains("第51条", "第2条").doesNotContain("第1条");
        var older = first.replaceAll("(?s).*href=\"(/messages\\?before=\\d+)\".*", "$1");
        assertThat(browsing.get(older).body()).contains("第1条").doesNotContain("第2条");
    }

    @Test
    void one_says_how_one_wants_to_be_told() {
        var fields = Map.of("rhythm", "AT_ONCE", "address", " wang@example.cn ", "dailyAt", "09:30", "quietFrom", "21:00", "quietUntil", "06:00",
                "language", "en");
        assertThat(browsing.post("/me/reach", "/me/reach", fields).statusCode()).isEqualTo(303);
        var reach = reaches.of(it.tenant(), person);
        assertThat(reach.address()).isEqualTo("wang@example.cn");
        assertThat(reach.rhythm()).isEqualTo(Rhythm.AT_ONCE);
        assertThat(browsing.get("/me/reach").body()).contains("value=\"09:30\"", "value=\"wang@example.cn\"");
        assertThat(browsing.get("/me").body()).contains("href=\"/me/reach\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            AT_ONCE | wang               | 08:00 | f-address | 邮箱地址不对
            AT_ONCE | 王 <w@example.cn>  | 08:00 | f-address | 邮箱地址不对
            AT_ONCE | a@b.cn,c@d.cn      | 08:00 | f-address | 邮箱地址不对
            DAILY   | ''                 | 08:00 | f-address | 请填写
            DAILY   | w@example.cn       | 25:00 | f-dailyAt | 看不明白
            OFTEN   | w@example.cn       | 08:00 | f-rhythm  | 看不明白
            """)
    void what_cannot_be_meant_is_told_at_its_field(String rhythm, String address, String daily, String field, String told) {
        var answer = browsing.post("/me/reach", "/me/reach", Map.of("rhythm", rhythm, "address", address, "dailyAt", daily,
                "quietFrom", "22:00", "quietUntil", "07:00", "language", "zh"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#" + field + "\"", told);
        assertThat(reaches.of(it.tenant(), person).address()).isEmpty();
    }

    @Test
    void the_keeper_of_the_system_names_an_address_outside_and_its_secrets_are_never_shown_again() {
        browsing.close();
        signIn(Role.SYSTEM_ADMIN);
        var refused = browsing.post("/administration/hooks", "/administration/hooks",
                Map.of("name", "群", "kind", "WECOM", "url", "http://example.com/send?key=k-4711", "secret", "s-4711"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("要以 https:// 开头").doesNotContain("4711");
        // An address by number: a name would ask the world for it.
        var added = browsing.post("/administration/hooks", "/administration/hooks",
                Map.of("name", "路灯所群", "kind", "WECOM", "url", "https://10.0.0.8/send?key=k-4711", "secret", "s-4711", "unit", "路灯所"));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
        assertThat(browsing.get("/administration/hooks").body()).contains("路灯所群", "https://10.0.0.8/…", "路灯所").doesNotContain("4711");
        assertThat(audit.lines(it.tenant(), new AuditQuestion(null, AuditAct.HOOK_ADDED, null, null, ""), 5)).singleElement()
                .satisfies(line -> assertThat(line.toString()).contains("路灯所群").doesNotContain("4711"));
        var hook = hooks.all(it.tenant()).getFirst();
        assertThat(hook.unit()).isEqualTo(Optional.of(it.lamps()));
        browsing.post("/administration/hooks", "/administration/hooks/" + hook.id() + "/removal", Map.of());
        assertThat(hooks.all(it.tenant())).isEmpty();
    }

    @Test
    void the_page_of_undelivered_letters_says_when_all_have_arrived() {
        browsing.close();
        signIn(Role.SYSTEM_ADMIN);
        assertThat(browsing.get("/administration/deliveries").body()).contains("都送达了");
        assertThat(browsing.get("/administration").body()).contains("href=\"/administration/deliveries\"", "href=\"/administration/hooks\"");
    }
}
