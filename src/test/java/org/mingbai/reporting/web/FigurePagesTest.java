package org.mingbai.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.web.LedgerScene;
import org.mingbai.reporting.Catalogue;
import org.mingbai.reporting.FigureAnswer;
import org.mingbai.reporting.Question;
import org.mingbai.reporting.SizeGroups;
import org.mingbai.verdict.Rates;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/// Figures as a reader meets them: from the catalogue to the number, from the number to its cases, and the ones people make.
@MingbaiTest
class FigurePagesTest {

    @Autowired AuditTrail audit;
    @Autowired LedgerScene scene;
    @Autowired SettableClock clock;
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
        return HtmlUtils.htmlUnescape(page.body());
    }

    @Test
    void a_number_opens_exactly_the_cases_it_counts() {
        scene.closed(cast, named("一号路灯不亮"));
        scene.underWay(cast, named("二号路灯不亮"), clock.today().plusDays(5));
        scene.listed(cast, named("三号路灯不亮"));
        try (var browsing = signedIn(cast.auditor())) {
            assertThat(browsing.get("/tray").body()).contains("href=\"/figures\"");
            assertThat(body(browsing.get("/figures?from=2026-01-01"))).contains("在办数", "办结数", "/figures/open/cases?from=2026-01-01");
            var open = body(browsing.get("/figures/open"));
            assertThat(open).contains("<strong>2</strong>", "打开 2 件", "第 1 版", "截止那一刻的状况");
            assertThat(body(browsing.get("/figures/open/cases"))).contains("二号路灯不亮", "三号路灯不亮").doesNotContain("一号路灯不亮");
            var byUnit = body(browsing.get("/figures/open?by=UNIT_OF"));
            assertThat(byUnit).contains("路灯所", "未记", "f=UNIT_OF~IS~" + cast.roads().value(), "f=UNIT_OF~EMPTY");
            assertThat(body(browsing.get("/figures/open/cases?f=UNIT_OF~IS~" + cast.roads().value()))).contains("二号路灯不亮", "单位是路灯所")
                    .doesNotContain("三号路灯不亮");
        }
    }

    @Test
    void an_old_day_is_answered_as_it_was_then() {
        var began = clock.today();
        var id = scene.underWay(cast, named("一号路灯不亮"), began.plusDays(5));
        clock.set(began.plusDays(3));
        scene.act(cast.coordinator(), id, new Act.Correct(1, Subject.Item.CATEGORY, "道路", "归类归错了"));
        try (var browsing = signedIn(cast.auditor())) {
            assertThat(body(browsing.get("/figures/open?by=CATEGORY&asOf=" + began))).contains("照明").doesNotContain("道路");
            assertThat(body(browsing.get("/figures/open?by=CATEGORY"))).contains("道路").doesNotContain(">照明<");
            assertThat(body(browsing.get("/figures/open?asOf=" + began.minusDays(1)))).contains("流水从", "还没有任何记录").doesNotContain("<strong>0</strong>");
            assertThat(body(browsing.get("/figures/open?asOf=" + clock.today().plusDays(1)))).contains("还没有到");
        }
    }

    /// Nobody was asked: neither 0 nor 100.
    @Test
    void a_share_of_none_is_no_data() {
        scene.listed(cast, named("一号路灯不亮"));
        try (var browsing = signedIn(cast.auditor())) {
            assertThat(body(browsing.get("/figures/solution"))).contains("<strong>无数据</strong>").doesNotContain("%</strong>");
            assertThat(body(browsing.get("/figures/solution/cases"))).contains("没有案例");
        }
    }

    @Test
    void whoever_may_not_open_a_matter_does_not_count_it() {
        scene.underWay(cast, named("一号路灯不亮"), clock.today().plusDays(5));
        scene.listed(cast, named("路灯所收费不开票").about(List.of(cast.roads())));
        scene.listed(cast, named("三号路灯不亮"));
        try (var handler = signedIn(cast.roadsHandler()); var water = signedIn(cast.waterHandler()); var all = signedIn(cast.coordinator());
                var nobody = signedIn(cast.administrator())) {
            assertThat(body(all.get("/figures/open"))).contains("<strong>3</strong>");
            assertThat(body(handler.get("/figures/open"))).contains("<strong>1</strong>");
            assertThat(body(handler.get("/figures/open/cases"))).contains("一号路灯不亮").doesNotContain("收费", "三号");
            assertThat(handler.get("/figures/open/cases.csv").body()).contains("一号路灯不亮").doesNotContain("收费", "三号");
            assertThat(body(water.get("/figures/open"))).contains("<strong>0</strong>");
            assertThat(nobody.get("/figures").statusCode()).isEqualTo(403);
            assertThat(nobody.get("/figures/open/cases.csv").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void the_file_holds_the_same_cases_and_no_formula() {
        scene.listed(cast, named("=1+1 号路灯"));
        try (var browsing = signedIn(cast.auditor())) {
            var file = browsing.get("/figures/open/cases.csv");
            assertThat(audit.lines(cast.tenant(), new AuditQuestion(null, AuditAct.FIGURE_EXPORTED, null, null, ""), 9)).singleElement().satisfies(line -> {
                assertThat(line.subjectName()).isEqualTo("open");
                assertThat(line.person()).contains(cast.auditor().person());
                assertThat(line.address()).isNotEmpty();
            });
            assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("open.csv");
            assertThat(file.body()).contains("编号,事项", "明-rectification-", "'=1+1 号路灯");
        }
    }

    @Test
    void what_cannot_be_read_is_said_where_it_was_typed() {
        scene.listed(cast, named("一号路灯不亮"));
        try (var browsing = signedIn(cast.auditor())) {
            var wrong = browsing.get("/figures?from=2026-13-01");
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(body(wrong)).contains("不是一个日期", "href=\"#f-from\"");
            assertThat(body(browsing.get("/figures?from=2026-03-09&to=2026-03-01"))).contains("开始日期晚于结束日期");
            assertThat(body(browsing.get("/figures/open?f=REPORTER~IS~x"))).contains("认不得这个筛选");
            assertThat(body(browsing.get("/figures/open?f=LATE_FROM~FILLED"))).contains("认不得这个筛选");
            assertThat(browsing.get("/figures/open/cases?f=REPORTER~IS~x").statusCode()).isEqualTo(400);
            assertThat(browsing.get("/figures/nonesuch").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_leaders_name_is_a_filter_for_those_who_supervise_and_nobody_else() {
        scene.underWay(cast, named("一号路灯不亮"), clock.today().plusDays(5));
        try (var handler = signedIn(cast.roadsHandler()); var coordinator = signedIn(cast.coordinator())) {
            assertThat(body(coordinator.get("/figures/open?f=LEADER~IS~" + "%E7%8E%8B%E9%95%87%E9%95%BF"))).contains("<strong>1</strong>", "责任领导是王镇长");
            assertThat(body(handler.get("/figures/open?f=LEADER~FILLED"))).contains("不能由您筛选").doesNotContain("<strong>1</strong>");
            assertThat(body(handler.get("/figures/open?by=LEADER"))).doesNotContain("王镇长");
            assertThat(handler.get("/figures/open/cases?f=LEADER~FILLED").statusCode()).isEqualTo(404);
            var made = handler.post("/figures/new", "/figures", filled("name", "王镇长的", "field1", "LEADER", "op1", "FILLED"));
            assertThat(made.statusCode()).isEqualTo(422);
        }
    }

    /// @param more names and values in turn
    private static Map<String, String> filled(String... more) {
        var all = new HashMap<>(Map.of("of", "ROUND", "name", "照明在办", "means", "照明类在办的轮次", "tally", "COUNT"));
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    @Test
    void a_figure_of_ones_own_is_made_changed_shared_and_dropped() {
        scene.underWay(cast, named("一号路灯不亮"), clock.today().plusDays(5));
        scene.listed(cast, named("二号路灯不亮"));
        try (var mine = signedIn(cast.coordinator()); var other = signedIn(cast.auditor())) {
            var made = mine.post("/figures/new", "/figures", filled("field1", "OPEN", "op1", "IS", "value1", "是", "field2", "UNIT_OF", "op2", "IS",
                    "value2", "路灯所、水务站"));
            assertThat(made.statusCode()).isEqualTo(303);
            var at = made.headers().firstValue("Location").orElseThrow();
            assertThat(body(mine.get(at))).contains("照明在办", "<strong>1</strong>", "单位是路灯所或水务站", "第 1 版");
            assertThat(body(mine.get("/figures"))).contains("照明在办");
            assertThat(body(other.get("/figures"))).doesNotContain("照明在办");
            assertThat(other.get(at).statusCode()).isEqualTo(404);
            var code = at.substring(at.lastIndexOf('/') + 1);
            var edit = body(mine.get(at + "/edit"));
            assertThat(edit).contains("value=\"路灯所、水务站\"", "name=\"version\" value=\"1\"");
            var changed = mine.post(at + "/edit", "/figures", filled("code", code, "version", "1", "tally", "SHARE", "shared", "true",
                    "field1", "OPEN", "op1", "IS", "value1", "是", "partfield1", "UNIT_OF", "partop1", "FILLED"));
            assertThat(changed.statusCode()).isEqualTo(303);
            assertThat(body(other.get(at))).contains("<strong>50.00%</strong>", "第 2 版").doesNotContain("/edit");
            assertThat(other.get(at + "/edit").statusCode()).isEqualTo(404);
            var late = mine.post(at + "/edit", "/figures", filled("code", code, "version", "1"));
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(body(late)).contains("有人刚改过");
            assertThat(mine.post(at + "/edit", at + "/drop", Map.of()).statusCode()).isEqualTo(303);
            assertThat(body(mine.get("/figures"))).contains("已不再列出").doesNotContain("照明类在办的轮次");
        }
    }

    @Test
    void each_thing_wrong_in_a_figure_of_ones_own_is_said_at_its_field() {
        try (var mine = signedIn(cast.coordinator())) {
            var wrong = mine.post("/figures/new", "/figures", filled("name", "", "field1", "OUTCOME", "op1", "IS", "value1", "圆满", "field2", "DUE",
                    "op2", "SAYS", "value2", "x", "field3", "UNIT_OF", "op3", "IS", "value3", "无此所", "tally", "MEDIAN"));
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(body(wrong)).contains("请写名称", "“圆满”不是“结果”的值", "“期限”不能这样比", "不知道哪个单位叫“无此所”", "请选两个日期",
                    "href=\"#f-value1\"", "href=\"#f-op2\"", "value=\"无此所\"");
            assertThat(body(mine.post("/figures/new", "/figures", filled("tally", "SHARE")))).contains("请填分子的条件");
            assertThat(body(mine.post("/figures/new", "/figures", filled("tally", "ALL")))).contains("请选怎么算");
            assertThat(body(mine.post("/figures/new", "/figures", filled("of", "SLIP", "window", "ENDED_ON")))).contains("这一类没有这个日期");
        }
    }

    @Test
    void units_are_in_an_order_only_among_their_like_and_never_by_chance() {
        var many = List.of(share("1", 90, 100), share("2", 88, 100), share("3", 10, 120), share("4", 5, 12), share("5", 3, 4));
        var groups = SizeGroups.of(many);
        assertThat(groups).extracting(SizeGroups.Group::from).containsExactly(100, 10);
        assertThat(groups.getFirst().sides()).extracting(placed -> placed.side().key() + ":" + placed.place()).containsExactly("1:1", "2:1", "3:3");
        assertThat(SizeGroups.tooFew(many)).extracting(side -> side.key()).containsExactly("5");
    }

    private static FigureAnswer.Side share(String unit, int part, int of) {
        var figure = Catalogue.figure("on-time").orElseThrow();
        var day = LedgerScene.BEGAN;
        return new FigureAnswer.Side(unit, new FigureAnswer(
                new Question(figure, day, day, day, List.of()),
                Optional.of(BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(of), 2, RoundingMode.HALF_UP)), of, part,
                Optional.of(Rates.share(part, of)), day.atStartOfDay().atOffset(ZoneOffset.UTC), true, Optional.empty()));
    }
}
