package org.mingbai.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.Role;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.ActKind;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.panel.MatterPanel;
import org.mingbai.shell.page.Pager;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The matter page and its forms as a browser without script sends them.
@MingbaiTest
@Import(MatterFormsTest.Another.class)
class MatterFormsTest {

    @Autowired MatterScene scene;
    @Autowired SmallTown town;
    @Autowired Ledger ledger;
    @Autowired SettableClock clock;
    @LocalServerPort int port;

    private final Map<SignedIn, Browsing> browsers = new HashMap<>();
    private SmallTown.Cast cast;

    @TestConfiguration(proxyBeanMethods = false)
    static class Another {

        @Bean
        MatterPanel panelOfAnother() {
            return new MatterPanel() {
                @Override
                public String key() {
                    return "ledger.matter.clock";
                }

                @Override
                public int order() {
                    return 20;
                }

                @Override
                public java.util.Optional<Content> of(SignedIn who, org.mingbai.ledger.Matter matter) {
                    return matter.open()
                            ? java.util.Optional.of(new Content("shell/pager",
                                    new Pager(java.util.Optional.empty(), java.util.Optional.empty(), "三张督办单")))
                            : java.util.Optional.empty();
                }
            };
        }
    }

    @BeforeEach
    void a_town() {
        scene.startOn(LocalDate.of(2026, 3, 2));
        cast = scene.cast();
    }

    @AfterEach
    void close() {
        browsers.values().forEach(Browsing::close);
    }

    @Test void a_matter_goes_its_whole_way_by_forms() {
        var raised = as(cast.coordinator()).post("/matters/new?register=rectification", "/matters", Map.of("register", "rectification",
                "title", "路灯不亮", "text", "晚上全黑", "key", UUID.randomUUID().toString()));
        assertThat(raised.statusCode()).isEqualTo(303);
        var path = raised.headers().firstValue("Location").orElseThrow();
        var id = new MatterId(Long.parseLong(path.replaceAll("\\D", "")));

        done(cast.coordinator(), id, ActKind.PUT_ON_LIST, Map.of("remark", "属实"));
        done(cast.coordinator(), id, ActKind.ASSIGN, Map.of("lead", "路灯所", "leader", "王镇长", "owners", "李明、张丽", "due", "BY_DATE",
                "dueDate", "2026-04-01"));
        done(cast.roadsHandler(), id, ActKind.SIGN, Map.of());
        done(cast.roadsHandler(), id, ActKind.PLAN, Map.of("m0.text", "换灯", "m0.kind", "CORRECTIVE", "m1.text", "", "m1.kind", "CORRECTIVE"));
        done(cast.roadsHandler(), id, ActKind.REPORT_PROGRESS, Map.of("text", "一半", "percent1", "50"));
        done(cast.roadsHandler(), id, ActKind.REQUEST_EXTENSION, Map.of("to", "2026-04-10", "reason", "缺料"));
        done(cast.approver(), id, ActKind.DECIDE_EXTENSION, Map.of("granted", "true", "reason", "可以"));
        assertThat(page(cast.roadsHandler(), id)).contains("原定").contains("三张督办单");
        done(cast.roadsHandler(), id, ActKind.ATTACH_EVIDENCE, Map.of("measures", "1", "note", "看过"));
        done(cast.roadsHandler(), id, ActKind.CLAIM_CLOSURE, Map.of("outcome", "SOLVED", "whatWasDone", "换了"));
        done(cast.hallChecker(), id, ActKind.PASS_REVIEW, Map.of());
        done(cast.checker(), id, ActKind.PASS_REVIEW, Map.of());
        done(cast.roadsHandler(), id, ActKind.RAISE_OBJECTION, Map.of("text", "请再看"));
        done(cast.coordinator(), id, ActKind.DECIDE_OBJECTION, Map.of("upheld", "false", "reason", "看过"));
        clock.set(clock.today().plusDays(6));
        // Sessions do not last for days.
        browsers.values().forEach(Browsing::close);
        browsers.clear();
        done(cast.coordinator(), id, ActKind.END_NOTICE, Map.of());
        done(cast.verdictTaker(), id, ActKind.RECORD_VERDICT, Map.of("contacted", "true", "solved", "FULLY", "satisfied", "SATISFIED"));
        done(cast.approver(), id, ActKind.CLOSE, Map.of("outcome", "SOLVED", "words", "同意"));
        clock.set(clock.today().plusDays(91));
        // Nobody's password of March is good in June.
        var taker = town.person(cast.tenant(), "后来的评议员", cast.office(), Role.VERDICT_TAKER);
        var coordinator = town.person(cast.tenant(), "后来的协调员", cast.office(), Role.COORDINATOR);
        done(taker, id, ActKind.LOOK_BACK, Map.of("held", "false", "method", "CALL", "findings", "又黑了"));
        done(coordinator, id, ActKind.REOPEN, Map.of("reason", "反弹"));

        assertThat(ledger.matter(coordinator, id).orElseThrow().round().number()).isEqualTo(2);
        assertThat(page(coordinator, id)).contains("seal-cracked", "第 1 轮", "回头看（电话回访）：又反弹了");
    }

    @Test void a_second_round_stands_open_beside_the_whole_seal_of_the_first_and_its_crack() {
        var page = page(cast.roadsHandler(), scene.relapsed(cast));
        var lead = page.substring(page.indexOf("class=\"lead\""), page.indexOf("id=\"rounds\""));
        assertThat(lead).contains("第 2 轮", "class=\"unsealed\"", "准予销号", "反弹重开");
        assertThat(lead.split("class=\"seal[ \"]", -1)).hasSize(3);
        assertThat(lead.split("seal-cracked\"", -1)).hasSize(2);
        assertThat(page.indexOf("class=\"due\"")).isPositive().isLessThan(page.indexOf("class=\"words\""));
    }

    @Test void what_is_parked_shows_its_review_and_the_old_deadline_as_such() {
        var id = scene.working(cast);
        scene.act(cast.approver(), id, new Act.Park("缺资金", "列入明年", "李局长", LocalDate.of(2026, 9, 1)));
        clock.set(LocalDate.of(2026, 6, 1));
        var page = page(town.person(cast.tenant(), "后来的协调员", cast.office(), Role.COORDINATOR), id);
        var lead = page.substring(page.indexOf("class=\"lead\""), page.indexOf("class=\"next\""));
        assertThat(lead).contains("light-parked", "2026-09-01", "原期限", "2026-03-23").doesNotContain("已超");
        assertThat(page).doesNotContain("light-late");
    }

    @Test void a_measure_that_outlasts_its_matter_is_told_at_its_own_row() {
        var id = scene.assigned(cast);
        scene.act(cast.roadsHandler(), id, new Act.Sign());
        var plan = send(cast.roadsHandler(), id, ActKind.PLAN, Map.of("m0.text", "换灯", "m0.due", "2026-03-20", "m1.text", "换线", "m1.due", "2026-04-20"),
                0);
        assertThat(plan.statusCode()).isEqualTo(422);
        assertThat(plan.body()).contains("href=\"#f-m1.due\"", "3月23日", "申请延期", "换线");
    }

    @Test void a_joined_matter_says_where_its_answer_is_asked_and_the_other_one_asks_for_it() {
        var main = scene.working(cast);
        var joined = scene.raised(cast);
        scene.act(cast.coordinator(), joined, new Act.Merge(main, "同一盏灯"));
        assertThat(page(cast.coordinator(), joined)).contains("已并入", "随主件一并评议");
    }

    @Test void every_act_has_a_form_that_opens_or_says_why_not() {
        var id = scene.working(cast);
        for (var kind : ActKind.values()) {
            var answer = as(cast.coordinator()).get(form(id, kind));
            assertThat(answer.statusCode()).as(kind.name()).isIn(200, 409);
            assertThat(answer.body()).as(kind.name()).doesNotContain("ledger.field.", "ledger.refusal.", "ledger.effect.");
        }
    }

    @Test void who_may_not_is_told_who_does() {
        var id = scene.claimed(cast);
        assertThat(page(cast.roadsHandler(), id)).contains("初审员").contains("“审核通过”由");
        var answer = send(cast.roadsHandler(), id, ActKind.PASS_REVIEW, Map.of("remark", "自己看过"), 0);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("初审员", "自己看过");
        assertThat(stage(id)).isEqualTo(StageName.CLAIMED);
    }

    @Test void what_is_missing_is_said_at_its_field_and_what_was_typed_stays() {
        var id = scene.working(cast);
        var plan = send(cast.roadsHandler(), id, ActKind.PLAN, Map.of("m0.text", "", "m0.goal", "不再黑", "m0.due", "2026-13-45"), 0);
        assertThat(plan.statusCode()).isEqualTo(422);
        assertThat(plan.body()).contains("href=\"#f-m0.text\"", "href=\"#f-m0.due\"", "不再黑");
        var park = send(cast.approver(), id, ActKind.PARK, Map.of("reason", "缺钱", "plan", "等", "owner", "张", "reviewOn", "2020-01-01"), 0);
        assertThat(park.statusCode()).isEqualTo(422);
        assertThat(park.body()).contains("href=\"#f-reviewOn\"", "缺钱");
    }

    @Test void more_rows_are_given_without_script_and_nothing_is_planned_by_it() {
        var id = scene.assigned(cast);
        scene.act(cast.roadsHandler(), id, new Act.Sign());
        var answer = send(cast.roadsHandler(), id, ActKind.PLAN, Map.of("m0.text", "换灯", "m1.text", "", "more", "3"), 0);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("换灯", "f-m4.text");
        assertThat(stage(id)).isEqualTo(StageName.SIGNED);
    }

    @Test void of_two_at_once_the_second_sees_what_the_first_did_and_keeps_his_text() {
        var id = scene.claimed(cast);
        int seen = seq(id);
        scene.act(cast.hallChecker(), id, new Act.PassReview("先看过了"));
        scene.act(cast.checker(), id, new Act.Note("等一下"));
        var late = send(cast.checker(), id, ActKind.SEND_BACK, Map.of("reasons", "照片不清"), seen);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("您打开之后", "初审员", "先看过了", "照片不清", "name=\"seen\" value=\"" + (seen + 2) + "\"");
        assertThat(send(cast.checker(), id, ActKind.SEND_BACK, Map.of("reasons", "照片不清"), seen + 2).statusCode()).isEqualTo(303);
    }

    @Test void sent_twice_is_done_once() {
        var id = scene.raised(cast);
        var note = Map.of("text", "看过", "key", UUID.randomUUID().toString());
        assertThat(send(cast.coordinator(), id, ActKind.NOTE, note, 0).statusCode()).isEqualTo(303);
        assertThat(send(cast.coordinator(), id, ActKind.NOTE, note, 0).statusCode()).isEqualTo(303);
        assertThat(seq(id)).isEqualTo(2);
        var other = send(cast.coordinator(), id, ActKind.NOTE, Map.of("text", "没看过", "key", note.get("key")), 0);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("没看过").doesNotContain(note.get("key"));
    }

    @Test void hostile_text_is_shown_as_text_or_refused_at_its_field_with_nothing_written() {
        var id = scene.raised(cast);
        for (var text : List.of("<script>alert(1)</script>", "=1+1|cmd", "\"><img src=x onerror=alert(1)>", "𠮷野家 😀", "${7*7}", "{0}")) {
            assertThat(send(cast.coordinator(), id, ActKind.NOTE, Map.of("text", text), 0).statusCode()).as(text).isEqualTo(303);
        }
        int seq = seq(id);
        var page = page(cast.coordinator(), id);
        assertThat(page).doesNotContain("<script>alert", "<img src=x").contains("&lt;script&gt;alert(1)", "=1+1|cmd", "𠮷野家 😀", "${7*7}", "{0}");
        for (var text : List.of("\u202Egnp.exe", "a\u0000b", "\u2066x", "长".repeat(20_001), "x".repeat(10 << 20))) {
            var answer = send(cast.coordinator(), id, ActKind.NOTE, Map.of("text", text), 0);
            assertThat(answer.statusCode()).as("%.20s", text).isEqualTo(422);
            assertThat(answer.body()).contains("href=\"#f-text\"");
        }
        assertThat(seq(id)).isEqualTo(seq);
        assertThat(send(cast.coordinator(), id, ActKind.NOTE, Map.of("text", "   "), 0).statusCode()).isEqualTo(422);
    }

    @Test void a_file_survives_a_refusal_and_is_given_out_under_its_harmless_name() {
        var id = scene.working(cast);
        var browser = as(cast.roadsHandler());
        var token = browser.tokenOn(form(id, ActKind.REPORT_PROGRESS));
        var content = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        var refused = new Multipart().field("_csrf", token).field("text", "").file("files", "../../etc/\u202Egpj.照片 \"1\".html", content)
                .send(port, browser, "/matters/" + id.value() + "/progress");
        assertThat(refused.statusCode()).isEqualTo(422);
        var kept = Pattern.compile("name=\"kept\" value=\"([0-9a-f]{64} [^\"]*)\"").matcher(refused.body());
        assertThat(kept.find()).isTrue();
        assertThat(kept.group(1)).doesNotContain("/", "\u202E");

        var value = org.springframework.web.util.HtmlUtils.htmlUnescape(kept.group(1));
        var done = new Multipart().field("_csrf", token).field("text", "见附件").field("kept", value)
                .send(port, browser, "/matters/" + id.value() + "/progress");
        assertThat(done.statusCode()).isEqualTo(303);

        var file = "/matters/" + id.value() + "/files/" + value.substring(0, 64);
        var got = browser.get(file);
        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(got.headers().firstValue("Content-Security-Policy").orElse("")).contains("sandbox");
        assertThat(got.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(got.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(got.headers().firstValue("Content-Disposition").orElse("")).startsWith("inline").contains("filename*=UTF-8''");
        assertThat(as(cast.auditor()).get(file).statusCode()).isEqualTo(200);
        assertThat(as(cast.administrator()).get(file).statusCode()).isIn(403, 404);
        assertThat(browser.get("/matters/" + scene.raised(cast).value() + "/files/" + value.substring(0, 64)).statusCode()).isEqualTo(404);
        assertThat(browser.get("/matters/" + id.value() + "/files/..%2F..%2Fetc%2Fpasswd").statusCode()).isIn(400, 404);
    }

    @Test void a_matter_one_may_not_know_of_is_not_found_anywhere() {
        var id = scene.working(cast);
        var strangers = List.of(scene.cast().coordinator(), scene.cast().roadsHandler());
        for (var stranger : strangers) {
            var browser = as(stranger);
            for (var path : List.of("/matters/" + id.value(), form(id, ActKind.NOTE), "/matters/" + id.value() + "/files/" + "0".repeat(64),
                    "/api/v1/matters/" + id.value(), "/api/v1/matters/" + id.value() + "/journal")) {
                assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(browser.postWith(browser.tokenOn("/me"), "/matters/" + id.value() + "/note", Map.of("text", "偷看")).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test void the_journal_is_filtered_by_unit_and_by_what_was_done() {
        var id = scene.claimed(cast);
        var work = as(cast.coordinator()).get("/matters/" + id.value() + "?what=WORK").body();
        assertThat(work).contains("申请销号：已解决").doesNotContain("提出这一件");
        var roads = as(cast.coordinator()).get("/matters/" + id.value() + "?by=" + cast.roads().value()).body();
        assertThat(roads).contains("签收").doesNotContain("提出这一件");
    }

    private void done(SignedIn who, MatterId id, ActKind kind, Map<String, String> fields) {
        var opened = as(who).get(form(id, kind));
        assertThat(opened.statusCode()).as(kind + " " + opened.body()).isEqualTo(200);
        var all = new HashMap<>(fields);
        all.put("key", value(opened, "key"));
        var answer = send(who, id, kind, all, Integer.parseInt(value(opened, "seen")));
        assertThat(answer.statusCode()).as(kind + " " + answer.body()).isEqualTo(303);
    }

    private HttpResponse<String> send(SignedIn who, MatterId id, ActKind kind, Map<String, String> fields, int seen) {
        var all = new HashMap<>(fields);
        all.putIfAbsent("key", UUID.randomUUID().toString());
        if (seen > 0) {
            all.put("seen", String.valueOf(seen));
        }
        return as(who).postWith(as(who).tokenOn("/me"), "/matters/" + id.value() + "/" + ActNoun.of(kind), all);
    }

    private static String value(HttpResponse<String> page, String field) {
        var found = Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"").matcher(page.body());
        assertThat(found.find()).as(field).isTrue();
        return found.group(1);
    }

    private String page(SignedIn who, MatterId id) {
        return as(who).get("/matters/" + id.value()).body();
    }

    private static String form(MatterId id, ActKind kind) {
        return "/matters/" + id.value() + "/acts/" + ActNoun.of(kind);
    }

    private StageName stage(MatterId id) {
        return ledger.matter(cast.coordinator(), id).orElseThrow().stage().named();
    }

    private int seq(MatterId id) {
        return ledger.matter(cast.coordinator(), id).orElseThrow().seq();
    }

    private Browsing as(SignedIn who) {
        return browsers.computeIfAbsent(who, someone -> {
            var browsing = new Browsing(port);
            assertThat(browsing.signIn(scene.login(someone), MatterScene.PASSWORD).statusCode()).isEqualTo(303);
            return browsing;
        });
    }
}
