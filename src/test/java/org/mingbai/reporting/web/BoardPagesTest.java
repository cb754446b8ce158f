package org.mingbai.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.web.LedgerScene;
import org.mingbai.reporting.Catalogue;
import org.mingbai.reporting.Condition;
import org.mingbai.reporting.Field;
import org.mingbai.reporting.Figures;
import org.mingbai.reporting.Question;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/// Boards as their readers meet them: every number is a figure's answer and leads to its cases, and nobody counts what they may not open.
@MingbaiTest
class BoardPagesTest {

    /// A number in a tile or a table, with where it leads.
    private static final Pattern LINKED = Pattern.compile("<a href=\"(/figures/([a-z-]+)/cases[^\"]*)\">([^<]+)</a>");
    private static final Pattern COUNTED = Pattern.compile("共 ([\\d,]+) 件");

    @Autowired LedgerScene scene;
    @Autowired SettableClock clock;
    @Autowired Figures figures;
    @LocalServerPort int port;

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

    /// One closed, one late, one not yet given to anybody; then a month goes by.
    private void someLife() {
        scene.closed(cast, named("一号路灯不亮"));
        scene.underWay(cast, named("二号路灯不亮"), clock.today().plusDays(2));
        scene.listed(cast, named("三号路灯不亮"));
        clock.set(LedgerScene.BEGAN.plusDays(40));
        scene.listed(cast, named("四号路灯不亮"));
    }

    @Test
    void a_number_on_a_board_is_the_figures_answer_and_opens_as_many_cases() {
        someLife();
        try (var browsing = signedIn(cast.auditor())) {
            assertThat(body(browsing.get("/tray"))).contains("href=\"/boards\"");
            for (var path : List.of("/boards", "/boards/unit/" + cast.roads().value(), "/boards/wall")) {
                var board = body(browsing.get(path));
                var seen = LINKED.matcher(board);
                int numbers = 0;
                while (seen.find()) {
                    var figure = Catalogue.figure(seen.group(2)).orElseThrow();
                    if (!figure.percent() && !figure.code().equals("days-median") && !seen.group(3).equals("0")) {
                        var cases = COUNTED.matcher(body(browsing.get(seen.group(1))));
                        assertThat(cases.find()).as(seen.group()).isTrue();
                        assertThat(cases.group(1)).as(seen.group()).isEqualTo(seen.group(3));
                        numbers++;
                    }
                }
                assertThat(numbers).as(path).isGreaterThan(3);
                assertThat(board.replaceAll(">\\s+<", "><")).contains(said("open", path.contains("unit")), said("late", path.contains("unit")));
            }
        }
    }

    /// As a tile bears it.
    private String said(String code, boolean ofRoads) {
        var day = clock.today();
        var question = new Question(Catalogue.figure(code).orElseThrow(), day.withDayOfMonth(1), day, day, ofRoads
                ? List.of(Condition.is(Field.UNIT_OF, Long.toString(cast.roads().value()))) : List.of());
        return ">" + FigureWords.value(figures.answer(cast.auditor(), question)) + "</a></dd>";
    }

    @Test
    void without_script_every_chart_is_its_table_and_no_data_is_no_zero() {
        someLife();
        try (var browsing = signedIn(cast.auditor())) {
            var board = body(browsing.get("/boards"));
            assertThat(board).contains("超期在哪些单位", "进来与办结", "<details class=\"chart-table\" open>", "2026年4月", "2025年5月",
                    "href=\"/boards/unit/" + cast.roads().value() + "\"", "路灯所", "未记", "f=UNIT_OF~EMPTY", "<span class=\"board-none\">无数据</span>",
                    "role=\"img\"").doesNotContain("style=\"", "<script>");
            assertThat(board).contains("<div class=\"chart-drawn\" role=\"img\" aria-label=\"图：三率。同样的数字在下面的表里。\" hidden>");
            assertThat(body(browsing.get("/boards?month=2026-03"))).contains("3月31日").doesNotContain("四号");
            assertThat(body(browsing.get("/boards?month=2025-01"))).contains("流水从").doesNotContain("chart-drawn");
            assertThat(body(browsing.get("/boards?month=never"))).contains("2026年4月");
        }
    }

    @Test
    void whoever_may_not_open_a_matter_does_not_count_it_on_any_board() {
        scene.underWay(cast, named("一号路灯不亮"), clock.today().plusDays(5));
        scene.listed(cast, named("路灯所收费不开票").about(List.of(cast.roads())));
        scene.listed(cast, named("三号路灯不亮"));
        try (var all = signedIn(cast.coordinator()); var handler = signedIn(cast.roadsHandler()); var water = signedIn(cast.waterHandler());
                var nobody = signedIn(cast.administrator())) {
            for (var path : List.of("/boards", "/boards/wall")) {
                assertThat(open(all, path)).isEqualTo("3");
                assertThat(open(handler, path)).isEqualTo("1");
                assertThat(open(water, path)).isEqualTo("0");
                assertThat(nobody.get(path).statusCode()).isEqualTo(403);
            }
            var roads = "/boards/unit/" + cast.roads().value();
            assertThat(open(all, roads)).isEqualTo("1");
            assertThat(open(water, roads)).isEqualTo("0");
            assertThat(nobody.get(roads).statusCode()).isEqualTo(403);
        }
    }

    private static String open(Browsing browsing, String path) {
        var tile = Pattern.compile("(?s)board-now\">\\s*<a href=\"/figures/open/cases[^>]*>([^<]+)</a>").matcher(body(browsing.get(path)));
        assertThat(tile.find()).isTrue();
        return tile.group(1);
    }

    @Test
    void a_unit_that_is_not_there_has_no_board() {
        try (var browsing = signedIn(cast.auditor())) {
            assertThat(browsing.get("/boards/unit/999999999").statusCode()).isEqualTo(404);
            assertThat(browsing.get("/boards/unit/roads").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void nobodys_name_and_no_matters_title_hangs_on_the_wall() {
        someLife();
        try (var browsing = signedIn(cast.coordinator())) {
            assertThat(body(browsing.get("/boards/wall"))).contains("路灯所").doesNotContain("号路灯", "王镇长", "李明", cast.coordinator().name());
        }
    }
}
