package org.mingbai.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.BrowserTest;
import org.mingbai.MingbaiTest;
import org.mingbai.Reader;
import org.mingbai.SettableClock;
import org.mingbai.activity.Campaign;
import org.mingbai.activity.CampaignAnswer;
import org.mingbai.activity.Campaigns;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.web.LedgerScene;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/// The board of a campaign and the road maps: every number opens its cases, and whoever may not read a matter neither counts it nor has its map.
@MingbaiTest
class CampaignBoardTest extends BrowserTest {

    private static final LocalDate BEGAN = LedgerScene.BEGAN;
    private static final Pattern COUNTED = Pattern.compile("共 ([\\d,]+) 件");

    @Autowired LedgerScene scene;
    @Autowired SettableClock clock;
    @Autowired Campaigns campaigns;

    private SmallTown.Cast cast;

    @BeforeEach
    void aTown() {
        cast = scene.cast();
    }

    private static Subject named(String title) {
        return new Subject(title, "夜里看不清路", null, "群众反映", "来访", "照明", null, null, null, Map.of());
    }

    private Browsing signedIn(SignedIn who) {
        var browsing = new Browsing(port);
        browsing.signIn(scene.login(who), Bureau.PASSWORD);
        return browsing;
    }

    private static String body(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        return HtmlUtils.htmlUnescape(page.body());
    }

    private Campaign campaign(LocalDate from, List<String> kinds, Campaign.Target target) {
        var plan = new Campaign.Plan("路灯<script>alert(1)</script>]]>百日整治", "来电最多", from, from.plusDays(99), List.of("rectification"), kinds, cast.roads(),
                "每盏都亮", target);
        return done(campaigns.begin(cast.coordinator(), cast.office(), plan, List.of(new Campaigns.Asked(0, "逐盏登记", from.plusDays(20), cast.roads()),
                new Campaigns.Asked(0, "清单公布", from.plusDays(30), cast.office()), new Campaigns.Asked(0, "夜里抽查", from.plusDays(90), cast.office())),
                UUID.randomUUID()));
    }

    private static Campaign done(CampaignAnswer answer) {
        return ((CampaignAnswer.Done) answer).campaign();
    }

    /// One closed, one late, one listed; of another kind one more; then forty days have gone by.
    private void someLife() {
        scene.closed(cast, named("一号路灯不亮"));
        clock.set(BEGAN);
        scene.underWay(cast, named("二号路灯不亮"), BEGAN.plusDays(2));
        scene.listed(cast, named("三号路灯不亮"));
        scene.listed(cast, new Subject("路面有坑", "积水", null, "群众反映", "来访", "道路", null, null, null, Map.of()));
        clock.set(BEGAN.plusDays(40));
    }

    @Test
    void the_board_counts_its_days_registers_and_kinds_and_each_number_opens_its_cases() {
        someLife();
        var campaign = campaign(BEGAN, List.of("照明"), new Campaign.Target("closed", BigDecimal.valueOf(4), false));
        done(campaigns.reach(cast.coordinator(), campaign, 1, BEGAN.plusDays(19), "看过册子", UUID.randomUUID()));
        try (var reader = signedIn(cast.auditor())) {
            var at = "/boards/campaign/" + campaign.id();
            assertThat(body(reader.get("/boards"))).contains("href=\"" + at + "\"");
            assertThat(body(reader.get("/campaigns/" + campaign.id()))).contains("href=\"" + at + "\"", "href=\"" + at + "/map\"", "现在 1，还差 3");
            var board = body(reader.get(at));
            assertThat(board).contains("每盏都亮", "不少于 4", "现在 1，还差 3", "逐盏登记", "落后", "已超 10 天", "路灯所", "2026年4月", "<details class=\"chart-table\" open>")
                    .doesNotContain("李明", "王镇长", "上月");
            assertThat(reader.get(at).body()).doesNotContain("<script>alert");
            opensAsMany(reader, board, "open", "2");
            opensAsMany(reader, board, "late", "1");
            opensAsMany(reader, board, "closed", "1");
            opensAsMany(reader, board, "listed", "3");
        }
    }

    private static void opensAsMany(Browsing reader, String board, String code, String number) {
        var tile = Pattern.compile("(?s)board-now\">\\s*<a href=\"(/figures/" + code + "/cases[^\"]*)\">([^<]+)</a>").matcher(board);
        assertThat(tile.find()).as(code).isTrue();
        assertThat(tile.group(2)).as(code).isEqualTo(number);
        var cases = COUNTED.matcher(body(reader.get(tile.group(1))));
        assertThat(cases.find()).as(code).isTrue();
        assertThat(cases.group(1)).as(code).isEqualTo(number);
    }

    @Test
    void what_is_kept_from_a_reader_does_not_count_on_the_board_for_them() {
        someLife();
        scene.listed(cast, named("路灯所乱收费").about(List.of(cast.roads())));
        var campaign = campaign(BEGAN, List.of("照明"), new Campaign.Target("listed", BigDecimal.valueOf(100), false));
        try (var office = signedIn(cast.coordinator()); var roads = signedIn(cast.roadsHandler()); var water = signedIn(cast.waterHandler())) {
            var at = "/boards/campaign/" + campaign.id();
            opensAsMany(office, body(office.get(at)), "listed", "4");
            opensAsMany(roads, body(roads.get(at)), "listed", "2");
            assertThat(body(roads.get(at))).contains("现在 2，还差 98");
            assertThat(body(roads.get("/campaigns/" + campaign.id()))).contains("现在 2，还差 98").doesNotContain("乱收费");
            assertThat(body(water.get(at))).contains("现在 0，还差 100");
        }
    }

    @Test
    void before_its_first_day_a_campaign_has_a_plan_and_no_numbers_and_afterwards_those_of_its_last_day() {
        someLife();
        var ahead = campaign(BEGAN.plusDays(60), List.of(), new Campaign.Target("late", BigDecimal.ZERO, true));
        try (var reader = signedIn(cast.auditor())) {
            assertThat(body(reader.get("/boards/campaign/" + ahead.id()))).contains("到那天才有数字", "逐盏登记", "还没有数字").doesNotContain("board-now");
            assertThat(body(reader.get("/boards/campaign/" + ahead.id() + "/map"))).contains("未到期");
        }
        var over = campaign(BEGAN.minusDays(1), List.of(), new Campaign.Target("late", BigDecimal.ZERO, true));
        clock.set(BEGAN.plusDays(300));
        try (var reader = signedIn(cast.checker())) {
            assertThat(body(reader.get("/boards/campaign/" + over.id()))).contains("asOf=" + BEGAN.plusDays(98), "现在 ", "落后");
            assertThat(reader.get("/boards/campaign/999999999").statusCode()).isEqualTo(404);
            assertThat(reader.get("/boards/campaign/999999999/map.png").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void the_road_map_of_a_campaign_comes_as_page_svg_png_and_word() throws IOException {
        someLife();
        var campaign = campaign(BEGAN, List.of(), null);
        try (var reader = signedIn(cast.waterHandler())) {
            var at = "/boards/campaign/" + campaign.id() + "/map";
            var page = reader.get(at).body();
            assertThat(page).contains("<svg", "map-title", at.substring(1) + ".docx", "逐盏登记", "落后", "督查室").doesNotContain("<script>alert", "style=\"");
            assertThat(reader.get(at + ".svg").headers().firstValue("Content-Type").orElseThrow()).startsWith("image/svg+xml");
            assertThat(ImageIO.read(new ByteArrayInputStream(reader.getBytes(at + ".png"))).getWidth()).isGreaterThan(2000);
            try (var word = new XWPFDocument(new ByteArrayInputStream(reader.getBytes(at + ".docx")))) {
                assertThat(word.getAllPictures()).hasSize(1);
                assertThat(word.getTables().getFirst().getText()).contains("逐盏登记", "路灯所");
            }
        }
    }

    /// Under way, sent back to work after a relapse of nobody's making: a round that is over and one that runs.
    private MatterId hard() {
        var id = scene.closed(cast, named("四号路灯不亮"));
        scene.act(cast.coordinator(), id, new Act.Reopen("又不亮了", "夜里去看过"));
        return id;
    }

    @Test
    void the_road_map_of_a_matter_tells_its_rounds_limits_and_measures_and_is_linked_from_it() throws IOException {
        var id = scene.underWay(cast, named("二号路灯不亮"), BEGAN.plusDays(10));
        clock.set(BEGAN.plusDays(40));
        try (var office = signedIn(cast.coordinator())) {
            var at = "/boards/matter/" + id.value() + "/map";
            assertThat(body(office.get("/matters/" + id.value()))).contains("一图读懂", "href=\"" + at + "\"");
            var page = body(office.get(at));
            assertThat(page).contains("第 1 轮开始", "第 1 轮期限", "先设警示牌和临时照明（李明）", "每月巡查一次", "2026-03-12 到期，落后（30 天）", "措施 2 项，做完 1 项", "路灯所");
            assertThat(office.get(at + ".svg").statusCode()).isEqualTo(200);
            try (var word = new XWPFDocument(new ByteArrayInputStream(office.getBytes(at + ".docx")))) {
                assertThat(word.getAllPictures()).hasSize(1);
            }
        }
    }

    @Test
    void a_round_that_is_over_stays_on_the_map_beside_the_one_that_runs() {
        var id = hard();
        try (var office = signedIn(cast.coordinator())) {
            assertThat(body(office.get("/boards/matter/" + id.value() + "/map"))).contains("第 1 轮：已解决", "第 2 轮开始", "第 2 轮；");
        }
    }

    @Test
    void whoever_is_kept_from_a_matter_has_no_map_of_it_in_any_form() {
        var id = scene.assigned(cast, named("路灯所乱收费").about(List.of(cast.roads())), cast.water(), BEGAN.plusDays(20));
        try (var office = signedIn(cast.coordinator()); var roads = signedIn(cast.roadsHandler()); var water = signedIn(cast.waterHandler())) {
            for (var form : List.of("", ".svg", ".png", ".docx")) {
                var at = "/boards/matter/" + id.value() + "/map" + form;
                assertThat(office.get(at).statusCode()).as(at).isEqualTo(200);
                assertThat(water.get(at).statusCode()).as(at).isEqualTo(200);
                assertThat(roads.get(at).statusCode()).as(at).isEqualTo(404);
            }
        }
    }

    @Test
    void boards_maps_and_campaigns_fit_and_are_accessible_on_every_screen_in_both_languages() {
        someLife();
        var campaign = campaign(BEGAN, List.of(), new Campaign.Target("closed", BigDecimal.valueOf(4), false));
        done(campaigns.reach(cast.coordinator(), campaign, 1, BEGAN.plusDays(25), "看过册子", UUID.randomUUID()));
        var matter = "/boards/matter/" + scene.underWay(cast, named("五号路灯不亮"), clock.today().plusDays(9)).value() + "/map";
        var login = scene.login(cast.coordinator());
        for (var reader : List.of(Reader.atDesk(), Reader.onPhone().english(), Reader.wide(1920).english().inDark(), Reader.atDesk().withoutScript())) {
            var page = signedIn(reader, login, "/campaigns");
            for (var path : List.of("/campaigns", "/campaigns/" + campaign.id(), "/campaigns/new", "/campaigns/" + campaign.id() + "/edit",
                    "/boards/campaign/" + campaign.id(), "/boards/campaign/" + campaign.id() + "/map", matter)) {
                page.navigate(path);
                picture(page, "campaign-" + reader.width() + (reader.script() ? "" : "-without-script") + path.replaceAll("[^a-z]+", "-"));
                fitsItsWidth(page);
                if (reader.script()) {
                    isAccessible(page);
                }
            }
            assertThat(page.locator("#table").innerText()).contains(reader.locale().startsWith("en") ? "Round 1 begins" : "第 1 轮开始");
        }
    }

    @Test
    void on_a_phone_the_names_of_the_months_stand_apart_and_within_the_picture() {
        someLife();
        var login = scene.login(cast.auditor());
        for (var reader : List.of(Reader.onPhone(), Reader.onPhone().english())) {
            var page = signedIn(reader, login, "/boards");
            page.waitForSelector("#months .chart-drawn svg");
            var wrong = page.evaluate("""
                    [...document.querySelectorAll("#months, #rates, #relapses")].filter(chart => chart.querySelector(".chart-drawn svg")).flatMap(chart => {
                        const sheet = chart.querySelector(".chart-drawn svg").getBoundingClientRect();
                        const briefs = new Set([...chart.querySelectorAll("th[data-brief]")].map(it => it.dataset.brief));
                        const names = [...chart.querySelectorAll(".chart-drawn svg text")].filter(it => briefs.has(it.textContent.trim()))
                            .map(it => it.getBoundingClientRect()).sort((one, other) => one.left - other.left);
                        return [...names.filter(it => it.bottom > sheet.bottom + 0.5 || it.right > sheet.right + 0.5).map(it => "outside " + it.bottom),
                            ...names.slice(1).filter((it, at) => it.left < names[at].right + 3).map(it => "crowded at " + it.left),
                            ...(names.length < 3 ? ["too few"] : [])];
                    })""");
            assertThat((List<?>) wrong).isEmpty();
        }
    }
}
