package org.mingbai.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.MingbaiTest;
import org.mingbai.Provokes;
import org.mingbai.SettableClock;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The forms as somebody without script, or with bad intent, sends them.
@Provokes("org.mingbai.directory.UnknownLogins")
@MingbaiTest
class DirectoryPagesTest {

    @Autowired Bureau bureau;
    @Autowired Directory directory;
    @Autowired SettableClock clock;
    @LocalServerPort int port;

    private Bureau.Made it;
    private Browsing system;
    private Browsing security;

    @BeforeEach
    void administrators() {
        it = bureau.made();
        system = signedIn(Role.SYSTEM_ADMIN);
        security = signedIn(Role.SECURITY_ADMIN);
    }

    @AfterEach
    void done() {
        system.close();
        security.close();
    }

    private Browsing signedIn(Role role) {
        var login = "d" + UUID.randomUUID();
        bureau.signingIn(it.keeper(), login, new Seat(it.county(), role));
        var browsing = new Browsing(port);
        browsing.signIn(login, Bureau.PASSWORD);
        return browsing;
    }

    @Test
    void each_administrator_begins_at_the_desk_of_their_kind() {
        assertThat(system.get("/").headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/directory"));
        assertThat(security.get("/").headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/administration/accounts"));
        try (var audit = signedIn(Role.AUDIT_ADMIN)) {
            assertThat(audit.get("/").headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/administration/audit"));
        }
    }

    @Test
    void a_character_the_database_does_not_take_finds_nobody_and_breaks_nothing() {
        assertThat(system.get("/directory?q=a%00b").statusCode()).isEqualTo(200);
        assertThat(security.get("/administration/accounts?q=a%00b").statusCode()).isEqualTo(200);
        var given = security.post("/directory/posts/new", "/directory/posts", Map.of("person", "a\0b", "unit", "c\0d", "role", "HANDLER", "title", "",
                "first", "2026-03-01", "last", "", "key", UUID.randomUUID().toString()));
        assertThat(given.statusCode()).isEqualTo(422);
        assertThat(given.body()).contains("人：没有找到这个人", "单位：没有找到这个单位");
        try (var nobody = new Browsing(port)) {
            assertThat(nobody.signIn("a\0b", "x").statusCode()).isEqualTo(422);
        }
    }

    @Test
    void a_unit_a_person_a_post_and_an_account_are_made_in_the_forms_of_two_administrators() {
        var founded = system.post("/directory/organisations/new", "/directory/organisations", unit("水务局"));
        assertThat(founded.statusCode()).isEqualTo(303);
        var added = system.post("/directory/people/new", "/directory/people", Map.of("name", "沈禾", "key", UUID.randomUUID().toString()));
        var person = added.headers().firstValue("Location").orElseThrow();
        assertThat(system.get(person).body()).contains("沈禾").contains("人员已新增");
        var given = security.post("/directory/posts/new", "/directory/posts", Map.of("person", "沈禾", "unit", "水务局", "role", "HANDLER",
                "title", "科员", "first", "2026-03-01", "last", "", "key", UUID.randomUUID().toString()));
        assertThat(given.statusCode()).isEqualTo(303);
        var id = person.replaceAll("\\D", "");
        var login = "n" + UUID.randomUUID();
        var opened = security.post("/administration/accounts/" + id + "/opening", "/administration/accounts/" + id + "/opening", Map.of("login", login));
        var first = opened.body().replaceAll("(?s).*class=\"first-password\">([^<]+)<.*", "$1");
        try (var fresh = new Browsing(port)) {
            assertThat(fresh.signIn(login, first).statusCode()).isEqualTo(303);
        }
        assertThat(security.get("/administration/accounts/" + id).body()).doesNotContain(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "=HYPERLINK(\"x\")", "水\u202e务局", "水务局😀", "水\u0000务局"})
    void hostile_text_is_refused_at_its_field_and_kept_without_harm(String name) {
        var answer = system.post("/directory/organisations/new", "/directory/organisations", unit(name));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#f-name\"").doesNotContain("<script>alert");
        assertThat(directory.organisations(it.tenant())).hasSize(4);
    }

    @Test
    void a_rare_character_of_a_real_name_is_taken() {
        var added = system.post("/directory/people/new", "/directory/people", Map.of("name", "𠮷田茂", "key", ""));
        assertThat(system.get(added.headers().firstValue("Location").orElseThrow()).body()).contains("𠮷田茂");
    }

    @Test
    void a_text_too_long_is_told_its_length_even_when_it_is_a_book() {
        for (int length : new int[] {101, 5000, 10_000_000}) {
            var answer = system.post("/directory/organisations/new", "/directory/organisations", unit("a".repeat(length)));
            assertThat(answer.statusCode()).as("%d characters", length).isEqualTo(422);
            assertThat(answer.body()).contains("最多 100 个字，现在有 " + length + " 个").hasSizeLessThan(100_000);
        }
        assertThat(directory.organisations(it.tenant())).hasSize(4);
    }

    @Test
    void what_is_missing_wrong_or_unknown_is_told_at_each_field_and_the_rest_is_kept() {
        var answer = security.post("/directory/posts/new", "/directory/posts", Map.of("person", "没有人", "unit", "没有局",
                "role", "KING", "title", "所长", "first", "2026-02-31"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("#f-person", "#f-unit", "#f-role", "#f-first").contains("value=\"所长\"").contains("value=\"没有局\"");
    }

    @Test
    void the_second_of_two_editors_sees_what_the_first_did_and_keeps_what_he_wrote() {
        var path = "/directory/organisations/" + it.lamps().value() + "/description";
        var version = system.valueOn(path, "version");
        try (var other = signedIn(Role.SYSTEM_ADMIN)) {
            var first = new HashMap<>(unit("路灯管理所"));
            first.put("version", version);
            assertThat(other.post(path, path, first).statusCode()).isEqualTo(303);
        }
        var second = new HashMap<>(unit("城市照明所"));
        second.put("version", version);
        var answer = system.post(path, path, second);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("别人刚刚改过").contains("路灯管理所").contains("value=\"城市照明所\"");
        second.put("version", "2");
        assertThat(system.post(path, path, second).statusCode()).isEqualTo(303);
        assertThat(directory.organisation(it.tenant(), it.lamps()).orElseThrow().name()).isEqualTo("城市照明所");
    }

    @Test
    void the_same_form_sent_twice_makes_one_unit() {
        var form = unit("水务局");
        var first = system.post("/directory/organisations/new", "/directory/organisations", form);
        var second = system.post("/directory/organisations/new", "/directory/organisations", form);
        assertThat(second.headers().firstValue("Location")).isEqualTo(first.headers().firstValue("Location"));
        assertThat(directory.organisations(it.tenant())).hasSize(5);
    }

    @Test
    void another_tenants_unit_and_person_are_not_there() {
        var other = bureau.made();
        var stranger = bureau.person(other.keeper(), "何川", new Seat(other.lamps(), Role.HANDLER));
        var post = directory.postsOf(other.tenant(), stranger).getFirst().id().value();
        for (var path : new String[] {"/directory/organisations/" + other.lamps().value(), "/directory/people/" + stranger.value(),
                "/api/v1/organisations/" + other.lamps().value(), "/api/v1/people/" + stranger.value()}) {
            assertThat(system.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(security.get("/directory/posts/" + post + "/ending").statusCode()).isEqualTo(404);
        assertThat(security.get("/directory/posts/" + post + "/stand-in").statusCode()).isEqualTo(404);
        assertThat(security.get("/administration/accounts/" + stranger.value()).statusCode()).isEqualTo(404);
    }

    @Test
    void one_lends_ones_own_post_and_nobody_elses() {
        var login = "o" + UUID.randomUUID();
        var own = bureau.signingIn(it.keeper(), login, new Seat(it.lamps(), Role.HANDLER));
        bureau.person(it.keeper(), "沈禾");
        var others = bureau.person(it.keeper(), "何川", new Seat(it.roads(), Role.HANDLER));
        try (var clerk = new Browsing(port)) {
            clerk.signIn(login, Bureau.PASSWORD);
            var path = "/directory/posts/" + directory.postsOf(it.tenant(), own).getFirst().id().value() + "/stand-in";
            var answer = clerk.post(path, path, Map.of("person", "沈禾", "first", "2030-03-02", "last", "2030-03-03"));
            assertThat(answer.headers().firstValue("Location")).contains("/me");
            assertThat(clerk.get("/me").body()).contains("沈禾");
            var foreign = "/directory/posts/" + directory.postsOf(it.tenant(), others).getFirst().id().value() + "/stand-in";
            assertThat(clerk.get(foreign).statusCode()).isEqualTo(404);
            assertThat(clerk.post("/me", foreign, Map.of("person", "沈禾", "first", "2030-03-02", "last", "2030-03-03")).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void whoever_stands_in_reads_above_every_page_for_whom_and_until_which_day_without_its_year() {
        var owner = "o" + UUID.randomUUID();
        var deputy = "d" + UUID.randomUUID();
        var own = bureau.signingIn(it.keeper(), owner, new Seat(it.lamps(), Role.HANDLER));
        var other = directory.personName(it.tenant(), bureau.signingIn(it.keeper(), deputy, new Seat(it.roads(), Role.HANDLER)));
        var today = clock.today();
        try (var lends = new Browsing(port); var stands = new Browsing(port)) {
            lends.signIn(owner, Bureau.PASSWORD);
            var path = "/directory/posts/" + directory.postsOf(it.tenant(), own).getFirst().id().value() + "/stand-in";
            lends.post(path, path, Map.of("person", other, "first", today.toString(), "last", today.plusDays(20).toString()));
            stands.signIn(deputy, Bureau.PASSWORD);
            var last = today.plusDays(20);
            assertThat(stands.get("/tray").body())
                    .contains("代 " + directory.personName(it.tenant(), own) + "（至 " + last.getMonthValue() + "月" + last.getDayOfMonth() + "日）");
        }
    }

    @Test
    void a_program_reads_the_directory_page_by_page() {
        var page = system.get("/api/v1/organisations?limit=2");
        assertThat(page.body()).contains("清河县人民政府").contains("\"next\":").doesNotContain("养护科");
        var next = page.body().replaceAll("(?s).*\"next\":(\\d+).*", "$1");
        assertThat(system.get("/api/v1/organisations?limit=2&after=" + next).body()).contains("养护科").doesNotContain("\"next\":");
        var tag = system.get("/api/v1/organisations/" + it.lamps().value()).headers().firstValue("ETag").orElseThrow();
        assertThat(system.get("/api/v1/organisations/" + it.lamps().value(), "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(system.get("/api/v1/organisations/abc").statusCode()).isEqualTo(400);
    }

    private static Map<String, String> unit(String name) {
        return Map.of("name", name, "shortName", "", "kind", "DEPARTMENT", "creditCode", "", "parent", "清河县人民政府",
                "first", "2026-03-01", "predecessor", "", "key", UUID.randomUUID().toString());
    }
}
