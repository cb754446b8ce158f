package org.mingbai.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.Happening;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.web.MatterScene;
import org.mingbai.supervision.PauseReason;
import org.mingbai.supervision.RuleAnswer;
import org.mingbai.supervision.RuleDraft;
import org.mingbai.supervision.Step;
import org.mingbai.supervision.TimeRule;
import org.mingbai.supervision.TimeRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Clocks on the matter page, the forms that pause them and set lights, and the desk, as a browser without script meets them.
@MingbaiTest
class WatchPagesTest {

    @Autowired MatterScene scene;
    @Autowired TimeRules rules;
    @Autowired SettableClock clock;
    @LocalServerPort int port;

    private final Map<SignedIn, Browsing> browsers = new HashMap<>();
    private final Map<SignedIn, String> logins = new HashMap<>();
    private SmallTown.Cast cast;
    private MatterId id;

    @BeforeEach
    void a_lamp_with_a_limit_to_sign_and_one_to_handle() {
        clock.set(LocalDate.of(2026, 3, 1));
        cast = scene.cast();
        put(Step.SIGN, "2工作日", Happening.SIGNED, Set.of(), "");
        put(Step.HANDLE, "10工作日", Happening.CLAIMED, Set.of(PauseReason.APPRAISAL), "第四条");
        clock.set(LocalDate.of(2026, 3, 2));
        id = scene.assigned(cast);
    }

    private void put(Step step, String limit, Happening end, Set<PauseReason> pauses, String pauseBasis) {
        assertThat(rules.put(Keeper.program(cast.tenant(), "test"), new RuleDraft("", new TimeRule.Scope("rectification", null, null, null), step, limit,
                Happening.DISPATCHED, Set.of(end), pauses, pauseBasis, "", null, 20, "青榆镇督办办法", "第三条", LocalDate.of(2026, 3, 2), null), 0))
                .isInstanceOf(RuleAnswer.Done.class);
    }

    @AfterEach
    void close() {
        browsers.values().forEach(Browsing::close);
    }

    @Test
    void each_clock_says_how_much_is_left_on_what_it_rests_and_which_days_count() {
        var page = matter(cast.roadsHandler());
        assertThat(page).contains("签收").contains("还有 2 个工作日").contains("《青榆镇督办办法》第三条").contains("逐日说明").contains("不计入：只计工作日");
        assertThat(page).as("who handles it stops no clock").doesNotContain("暂停此时限").doesNotContain("人工定灯");
        clock.set(LocalDateTime.of(2026, 3, 9, 9, 0));
        assertThat(matter(cast.coordinator())).contains("已超 2 个工作日").contains("签收时限到");
        assertThat(english(cast.coordinator(), "/matters/" + id.value())).contains("2 working days late").contains("Basis: 青榆镇督办办法, 第三条");
    }

    @Test
    void a_tray_says_why_a_light_is_lit_where_the_day_beside_it_does_not() {
        clock.set(LocalDate.of(2026, 3, 5));
        assertThat(browsing(cast.roadsHandler()).get("/tray").body()).as("the day it must be done by says nothing of signing")
                .contains("3月23日").contains("签收时限到 2026年3月5日");
    }

    @Test
    void a_clock_is_paused_and_resumed_with_its_reason_and_what_cannot_be_is_said_at_the_place() {
        var form = "/matters/" + id.value() + "/clocks/handle/pause";
        var as = browsing(cast.coordinator());
        assertThat(as.get(form).body()).contains("检验检测鉴定评估").doesNotContain("听证");
        var nothing = as.post(form, form, Map.of());
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("请选一项");
        var wrong = as.post(form, form, Map.of("choice", "HEARING", "words", "听证"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("允许的事由：检验检测鉴定评估").contains("听证");
        assertThat(as.post(form, form, Map.of("choice", "APPRAISAL", "words", " ")).body()).contains("没有理由不能这样做");
        assertThat(as.post(form, "/matters/" + id.value() + "/clocks/review/pause", Map.of("choice", "APPRAISAL", "words", "x")).body())
                .contains("“审核”时限没有在计");
        assertThat(as.post(form, form, Map.of("choice", "APPRAISAL", "words", "送检灯杆")).statusCode()).isEqualTo(303);
        assertThat(as.get("/matters/" + id.value()).body()).contains("暂停中").contains("送检灯杆").contains("协调员批准");
        var resume = "/matters/" + id.value() + "/clocks/handle/resumption";
        assertThat(as.post(resume, resume, Map.of("words", "报告已出")).statusCode()).isEqualTo(303);
        assertThat(as.post(resume, resume, Map.of("words", "报告已出")).statusCode()).as("it stands no more").isEqualTo(409);
        assertThat(as.get("/matters/" + id.value() + "/clocks/nothing/pause").statusCode()).isEqualTo(404);
        var notRunning = as.get("/matters/" + id.value() + "/clocks/review/pause");
        assertThat(notRunning.statusCode()).isEqualTo(409);
        assertThat(notRunning.body()).contains("“审核”时限没有在计");
    }

    @Test
    void whoever_assigns_is_offered_the_day_of_the_rule_with_its_basis() {
        var listed = scene.raised(cast);
        var as = browsing(cast.coordinator());
        var list = "/matters/" + listed.value() + "/acts/listing";
        assertThat(as.post(list, "/matters/" + listed.value() + "/listing", Map.of()).statusCode()).isEqualTo(303);
        var form = as.get("/matters/" + listed.value() + "/acts/assignment").body();
        assertThat(form).contains("value=\"2026-03-17\"").contains("派单起 10 个工作日，依据《青榆镇督办办法》第三条");
    }

    @Test
    void nobody_stops_the_clock_of_his_own_unit_or_of_what_he_may_not_see() {
        var form = "/matters/" + id.value() + "/clocks/handle/pause";
        assertThat(browsing(cast.roadsHandler()).get(form).statusCode()).isEqualTo(403);
        var elsewhere = scene.cast();
        assertThat(browsing(elsewhere.coordinator()).get(form).statusCode()).isEqualTo(404);
        var own = browsing(elsewhere.coordinator());
        assertThat(own.post("/supervision", form, Map.of("choice", "APPRAISAL", "words", "x")).statusCode()).isEqualTo(404);
        assertThat(own.post("/supervision", "/matters/" + id.value() + "/light", Map.of("choice", "LATE", "words", "x", "until", "2026-03-09")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_light_is_set_with_a_last_day_and_released() {
        var form = "/matters/" + id.value() + "/light";
        var as = browsing(cast.leader());
        assertThat(as.get(form).body()).contains("现在应是“正常”");
        var empty = as.post(form, form, Map.of("choice", "", "until", "soon"));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("请选一项").contains("请选日期");
        assertThat(as.post(form, form, Map.of("choice", "LATE", "until", "2026-03-01", "words", "点名")).body()).contains("日期不能早于今天");
        assertThat(as.post(form, form, Map.of("choice", "LATE", "until", "2027-03-01", "words", "点名")).body()).contains("人工定灯最多到");
        assertThat(as.post(form, form, Map.of("choice", "LATE", "until", "2026-03-12", "words", "<b>点名</b>")).statusCode()).isEqualTo(303);
        assertThat(as.get("/matters/" + id.value()).body()).contains("人工定灯：&lt;b&gt;点名&lt;/b&gt;");
        assertThat(as.get("/registers/rectification?light=late").body()).contains("中山路 12 号门前");
        var release = form + "/release";
        assertThat(as.post(release, release, Map.of("words", "已说明")).statusCode()).isEqualTo(303);
        assertThat(as.get("/registers/rectification?light=late").body()).doesNotContain("中山路 12 号门前");
    }

    @Test
    void every_number_of_the_desk_opens_exactly_its_clocks() {
        clock.set(LocalDate.of(2026, 3, 9));
        var as = browsing(cast.coordinator());
        var desk = as.get("/supervision").body();
        assertThat(desk).contains("路灯所").contains("王镇长");
        assertThat(desk).containsPattern("已超期 <strong>1</strong>").containsPattern("七天内到期 <strong>0</strong>");
        assertThat(rows(as.get("/supervision/clocks?when=late").body())).isEqualTo(1);
        clock.set(LocalDate.of(2026, 3, 11));
        close();
        browsers.clear();
        as = browsing(cast.coordinator());
        desk = as.get("/supervision").body();
        assertThat(desk).containsPattern("七天内到期 <strong>1</strong>");
        assertThat(rows(as.get("/supervision/clocks?when=soon&unit=" + cast.roads().value()).body())).isEqualTo(1);
        assertThat(rows(as.get("/supervision/clocks?when=soon&unit=" + cast.water().value()).body())).isZero();
        assertThat(as.get("/supervision/clocks?when=late").body()).contains("共 1 个时限").contains("/slips/new?matter=").contains("写督办单");
        assertThat(as.get("/supervision/clocks?when=never").statusCode()).isEqualTo(404);
        assertThat(as.get("/supervision/clocks?unit=x").statusCode()).isEqualTo(404);
        assertThat(as.get("/supervision/clocks?after=x~y~z").statusCode()).isEqualTo(200);
        assertThat(browsing(cast.roadsHandler()).get("/supervision").statusCode()).isEqualTo(403);
        assertThat(rows(browsing(scene.cast().coordinator()).get("/supervision/clocks?when=late").body())).as("another body's desk").isZero();
    }

    private static long rows(String page) {
        return page.lines().filter(line -> line.contains("<th scope=\"row\"")).count();
    }

    private String matter(SignedIn who) {
        return browsing(who).get("/matters/" + id.value()).body();
    }

    private String english(SignedIn who, String path) {
        return browsing(who).get(path + "?lang=en").body();
    }

    private Browsing browsing(SignedIn who) {
        return browsers.computeIfAbsent(who, person -> {
            var browsing = new Browsing(port);
            browsing.signIn(logins.computeIfAbsent(person, scene::login), MatterScene.PASSWORD);
            return browsing;
        });
    }
}
