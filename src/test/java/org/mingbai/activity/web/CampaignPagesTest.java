package org.mingbai.activity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.activity.Campaign;
import org.mingbai.activity.CampaignAnswer;
import org.mingbai.activity.CampaignRefusal;
import org.mingbai.activity.Campaigns;
import org.mingbai.activity.Milestone;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.web.LedgerScene;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/// Campaigns as people meet them: begun, changed, marked and ended by the office that keeps them, read by everybody, and nothing ever overwritten.
@MingbaiTest
class CampaignPagesTest {

    private static final LocalDate BEGAN = LedgerScene.BEGAN;

    @Autowired AuditTrail audit;
    @Autowired LedgerScene scene;
    @Autowired SettableClock clock;
    @Autowired Campaigns campaigns;
    @Autowired JdbcClient db;
    @LocalServerPort int port;

    private SmallTown.Cast cast;

    @BeforeEach
    void aTown() {
        cast = scene.cast();
    }

    private Browsing signedIn(SignedIn who) {
        var browsing = new Browsing(port);
        browsing.signIn(scene.login(who), Bureau.PASSWORD);
        return browsing;
    }

    private static String body(HttpResponse<String> page) {
        return HtmlUtils.htmlUnescape(page.body());
    }

    private static Map<String, String> form() {
        var form = new HashMap<String, String>();
        form.put("name", "路灯百日整治");
        form.put("basis", "热线来电最多，镇长办公会议定");
        form.put("from", BEGAN.toString());
        form.put("to", BEGAN.plusDays(99).toString());
        form.put("registers", "rectification");
        form.put("kinds", "照明、道路");
        form.put("lead", "路灯所");
        form.put("goal", "每盏都亮");
        form.put("figure", "on-time");
        form.put("bound", "LEAST");
        form.put("target", "95");
        form.put("words1", "逐盏登记");
        form.put("due1", BEGAN.plusDays(20).toString());
        form.put("owner1", "路灯所");
        form.put("words2", "清单公布");
        form.put("due2", BEGAN.plusDays(30).toString());
        form.put("owner2", "督查室");
        form.put("key", UUID.randomUUID().toString());
        return form;
    }

    private static Map<String, String> formWith(String name, String value) {
        var form = form();
        form.put(name, value);
        return form;
    }

    private static Map<String, String> without(String... names) {
        var form = form();
        List.of(names).forEach(form::remove);
        return form;
    }

    private Campaign begun() {
        var plan = new Campaign.Plan("路灯百日整治", "来电最多", BEGAN, BEGAN.plusDays(99), List.of("rectification"), List.of(), cast.roads(), "每盏都亮",
                new Campaign.Target("on-time", BigDecimal.valueOf(95), false));
        return done(campaigns.begin(cast.coordinator(), cast.office(), plan, List.of(new Campaigns.Asked(0, "逐盏登记", BEGAN.plusDays(20), cast.roads()),
                new Campaigns.Asked(0, "清单公布", BEGAN.plusDays(30), cast.office())), UUID.randomUUID()));
    }

    private static Campaign done(CampaignAnswer answer) {
        assertThat(answer).isInstanceOf(CampaignAnswer.Done.class);
        return ((CampaignAnswer.Done) answer).campaign();
    }

    private Campaign now(Campaign before) {
        return campaigns.campaign(cast.auditor(), before.id()).orElseThrow();
    }

    @Test
    void a_coordinator_begins_one_and_everybody_of_the_body_reads_it() {
        try (var office = signedIn(cast.coordinator()); var handler = signedIn(cast.waterHandler()); var admin = signedIn(cast.administrator())) {
            assertThat(body(office.get("/campaigns"))).contains("还没有专项行动", "href=\"/campaigns/new\"");
            assertThat(body(office.get("/tray"))).contains("href=\"/campaigns\"");
            var answer = office.post("/campaigns/new", "/campaigns", form());
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(audit.lines(cast.tenant(), new AuditQuestion(null, AuditAct.CAMPAIGN_BEGUN, null, null, ""), 9)).singleElement()
                    .satisfies(line -> assertThat(line.subjectName()).isEqualTo("路灯百日整治"));
            var at = answer.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", "");
            for (var reader : List.of(office, handler)) {
                assertThat(body(reader.get("/campaigns"))).contains("路灯百日整治", "进行中", "节点 2 个，已到 0 个");
                assertThat(body(reader.get(at))).contains("路灯百日整治", "热线来电最多", "路灯所", "照明、道路", "每盏都亮", "不少于 95%", "逐盏登记",
                        "清单公布", "发起", "/boards/campaign/");
            }
            assertThat(body(office.get(at))).contains("标为已到", "结束行动");
            assertThat(body(handler.get(at))).doesNotContain("标为已到", "结束行动");
            assertThat(handler.get("/campaigns/new").statusCode()).isEqualTo(403);
            assertThat(handler.get(at + "/edit").statusCode()).isEqualTo(403);
            assertThat(admin.get(at).statusCode()).isEqualTo(403);
            assertThat(office.get("/campaigns/999999999").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void another_body_knows_nothing_of_it() {
        var mine = begun();
        var other = scene.cast();
        assertThat(campaigns.campaign(other.coordinator(), mine.id())).isEmpty();
        assertThat(campaigns.of(other.coordinator())).isEmpty();
    }

    @Test
    void what_cannot_be_begun_is_said_at_its_field_and_nothing_typed_is_lost() {
        try (var office = signedIn(cast.coordinator())) {
            var wrong = Map.ofEntries(
                    Map.entry(formWith("name", " "), "这里要写"),
                    Map.entry(formWith("name", "很".repeat(101)), "最多 100 个字"),
                    Map.entry(formWith("goal", "看不见\u202e的"), "看不见的字符"),
                    Map.entry(formWith("to", BEGAN.minusDays(1).toString()), "不能早于"),
                    Map.entry(formWith("to", BEGAN.plusYears(4).toString()), "最长 3 年"),
                    Map.entry(formWith("from", "后天"), "日期看不懂"),
                    Map.entry(without("to"), "请写日期"),
                    Map.entry(without("registers"), "这里要写"),
                    Map.entry(formWith("registers", "no-such"), "没有“no-such”"),
                    Map.entry(formWith("lead", "没有的所"), "没有叫“没有的所”"),
                    Map.entry(without("lead"), "请写一个单位"),
                    Map.entry(formWith("figure", "no-such"), "没有这个数字"),
                    Map.entry(formWith("target", "101"), "0 到 100"),
                    Map.entry(formWith("target", "很多"), "请写一个数"),
                    Map.entry(without("figure"), "请选用哪个数字"),
                    Map.entry(formWith("due1", BEGAN.plusDays(200).toString()), "起止之间"),
                    Map.entry(formWith("owner2", "没有的所"), "没有叫“没有的所”"),
                    Map.entry(without("words2"), "这里要写"));
            wrong.forEach((form, said) -> {
                var answer = office.post("/campaigns/new", "/campaigns", form);
                assertThat(answer.statusCode()).as(said).isEqualTo(422);
                assertThat(body(answer)).as(said).contains(said, "逐盏登记");
            });
            assertThat(campaigns.of(cast.coordinator())).isEmpty();
        }
    }

    @Test
    void the_same_form_twice_begins_one_and_with_other_content_none() {
        try (var office = signedIn(cast.coordinator())) {
            var form = form();
            var first = office.post("/campaigns/new", "/campaigns", form);
            assertThat(office.post("/campaigns/new", "/campaigns", form).headers().firstValue("Location")).isEqualTo(first.headers().firstValue("Location"));
            form.put("goal", "别的目标");
            assertThat(office.post("/campaigns/new", "/campaigns", form).statusCode()).isEqualTo(409);
            assertThat(campaigns.of(cast.coordinator())).hasSize(1);
        }
    }

    @Test
    void a_change_is_a_further_version_with_its_reason_and_the_first_day_stays_shown() {
        var campaign = begun();
        try (var office = signedIn(cast.coordinator())) {
            var at = "/campaigns/" + campaign.id();
            var form = form();
            form.put("id", Long.toString(campaign.id()));
            form.put("version", "1");
            form.put("no1", "1");
            form.put("no2", "2");
            form.put("due2", BEGAN.plusDays(60).toString());
            assertThat(body(office.post(at + "/edit", "/campaigns", form))).contains("这里要写");
            form.put("why", "等新灯到货");
            assertThat(office.post(at + "/edit", "/campaigns", form).statusCode()).isEqualTo(303);
            assertThat(body(office.get(at))).contains("等新灯到货", "节点", "（原定 4月1日）");
            form.put("key", UUID.randomUUID().toString());
            var late = office.post(at + "/edit", "/campaigns", form);
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(body(late)).contains("有人改过", "等新灯到货");
        }
        assertThat(now(campaign).version()).isEqualTo(2);
        assertThat(campaigns.acts(cast.auditor(), campaign).getLast().after()).isEqualTo(campaign);
        assertThatThrownBy(() -> db.sql("update activity.campaign set remark = 'x' where tenant = :t").param("t", cast.tenant().value()).update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> db.sql("delete from activity.campaign where tenant = :t").param("t", cast.tenant().value()).update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_milestone_is_marked_by_the_office_that_keeps_it_once_with_a_note_on_a_day_that_has_come() {
        var campaign = begun();
        clock.set(BEGAN.plusDays(25));
        var at = "/campaigns/" + campaign.id();
        try (var office = signedIn(cast.coordinator()); var handler = signedIn(cast.roadsHandler())) {
            assertThat(body(office.get("/campaigns"))).contains("落后 1 个");
            assertThat(handler.post("/campaigns", at + "/milestones/1", Map.of("on1", "2026-03-20", "note1", "好了", "version", "1")).statusCode())
                    .isEqualTo(403);
            var token = at;
            assertThat(body(office.post(token, at + "/milestones/1", Map.of("on1", "2026-03-20", "note1", " ", "version", "1")))).contains("这里要写");
            assertThat(body(office.post(token, at + "/milestones/1", Map.of("on1", "2026-04-20", "note1", "看过", "version", "1")))).contains("到的日子要在", "看过");
            assertThat(body(office.post(token, at + "/milestones/1", Map.of("on1", "后天", "note1", "看过", "version", "1")))).contains("日期看不懂", "看过");
            assertThat(office.post(token, at + "/milestones/9", Map.of("on9", "2026-03-20", "note9", "看过", "version", "1")).statusCode()).isEqualTo(422);
            assertThat(office.post(token, at + "/milestones/1", Map.of("on1", "2026-03-24", "note1", "看过登记册", "version", "1")).statusCode()).isEqualTo(303);
            assertThat(office.post(token, at + "/milestones/1", Map.of("on1", "2026-03-24", "note1", "又看过", "version", "2")).statusCode()).isEqualTo(409);
            assertThat(office.post(token, at + "/milestones/2", Map.of("on2", "2026-03-24", "note2", "没看到新的", "version", "1")).statusCode()).isEqualTo(409);
            assertThat(body(office.get(at))).contains("迟到", "3月24日 才到", "看过登记册", "标节点“逐盏登记”已到", "节点 2 个，已到 1 个");
        }
        var milestone = now(campaign).milestones().getFirst();
        assertThat(now(campaign).stateOf(milestone, clock.today())).isEqualTo(Milestone.State.REACHED_LATE);
    }

    @Test
    void what_was_reached_is_neither_changed_nor_dropped_and_no_number_is_given_twice() {
        var campaign = begun();
        clock.set(BEGAN.plusDays(25));
        campaign = done(campaigns.reach(cast.coordinator(), campaign, 1, BEGAN.plusDays(19), "看过", UUID.randomUUID()));
        campaign = done(campaigns.change(cast.coordinator(), campaign, campaign.plan(),
                List.of(new Campaigns.Asked(1, "改头换面", BEGAN.plusDays(40), cast.roads())), "试试", UUID.randomUUID()));
        assertThat(campaign.milestones()).extracting(Milestone::no).containsExactly(1, 3);
        for (var act : List.of(AuditAct.CAMPAIGN_REACHED, AuditAct.CAMPAIGN_CHANGED)) {
            assertThat(audit.lines(cast.tenant(), new AuditQuestion(null, act, null, null, ""), 9)).as(act.name()).hasSize(1);
        }
        assertThat(campaign.milestones().getFirst().words()).isEqualTo("逐盏登记");
    }

    @Test
    void an_ended_campaign_stays_as_it_is() {
        var campaign = begun();
        try (var office = signedIn(cast.coordinator())) {
            var at = "/campaigns/" + campaign.id();
            assertThat(office.post(at, at + "/ending", Map.of("words", "", "version", "1")).statusCode()).isEqualTo(422);
            assertThat(office.post(at, at + "/ending", Map.of("words", "灯都亮了", "version", "1")).statusCode()).isEqualTo(303);
            assertThat(body(office.get(at))).contains("已结束", "灯都亮了", "未完成").doesNotContain("标为已到");
            assertThat(office.get(at + "/edit").statusCode()).isEqualTo(409);
            assertThat(office.post("/campaigns", at + "/ending", Map.of("words", "再来", "version", "2")).statusCode()).isEqualTo(409);
        }
        assertThat(audit.lines(cast.tenant(), new AuditQuestion(null, AuditAct.CAMPAIGN_ENDED, null, null, ""), 9)).hasSize(1);
        assertThat(campaigns.change(cast.coordinator(), now(campaign), campaign.plan(), List.of(), "改", UUID.randomUUID()))
                .isEqualTo(new CampaignAnswer.Refused(new CampaignRefusal.Ended()));
    }

    @Test
    void only_the_office_that_keeps_it_changes_it() {
        var campaign = begun();
        for (var who : List.of(cast.roadsHandler(), cast.leader(), cast.approver(), cast.auditor(), cast.verdictTaker())) {
            assertThat(campaigns.end(who, campaign, "完", UUID.randomUUID())).isEqualTo(new CampaignAnswer.Refused(new CampaignRefusal.NotYours()));
            assertThat(campaigns.begin(who, cast.office(), campaign.plan(), List.of(), UUID.randomUUID()))
                    .isEqualTo(new CampaignAnswer.Refused(new CampaignRefusal.NotYours()));
        }
    }
}
