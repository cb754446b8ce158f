package org.mingbai.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
import org.mingbai.intake.Publishing;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.web.LedgerScene;
import org.mingbai.reporting.Catalogue;
import org.mingbai.reporting.Figure;
import org.mingbai.reporting.Figures;
import org.mingbai.reporting.PublicFigures;
import org.mingbai.reporting.Question;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A body's own figures as everybody reads them, and as somebody at the office chooses them.
@MingbaiTest
class PublicFigurePagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KEPT = "路灯所收费不开票";

    @Autowired AuditTrail audit;
    @Autowired LedgerScene scene;
    @Autowired SettableClock clock;
    @Autowired Registers registers;
    @Autowired Publishing publishing;
    @Autowired Figures figures;
    @Autowired PublicFigures chosen;
    @LocalServerPort int port;

    private SmallTown.Cast cast;
    private String site;

    @BeforeEach
    void aTown() {
        cast = scene.cast();
        site = "/p/" + cast.tenant().value();
    }

    private static Subject named(String title) {
        return new Subject(title, "夜里看不清路", null, "群众反映", "来访", "照明", "中山路", null, null, Map.of());
    }

    private Browsing signedIn(SignedIn who) {
        var browsing = new Browsing(port);
        browsing.signIn(scene.login(who), Bureau.PASSWORD);
        return browsing;
    }

    private static String body(HttpResponse<String> page) {
        return HtmlUtils.htmlUnescape(page.body());
    }

    private HttpResponse<String> get(String path) {
        try (var nobody = new Browsing(port)) {
            return nobody.get(site + path);
        }
    }

    private void choose(String... codes) {
        assertThat(chosen.choose(cast.coordinator(), Set.of(codes), chosen.chosen(cast.tenant()).seen())).isInstanceOf(PublicFigures.Answer.Done.class);
        assertThat(audit.lines(cast.tenant(), new AuditQuestion(null, AuditAct.FIGURES_SHOWN, null, null, ""), 9).getFirst().after().get("figures"))
                .contains(codes);
    }

    /// In March two are closed, one goes on, one nobody has and one is kept from the unit it complains of; it is April then.
    private List<MatterId> aMonth() {
        var first = scene.closed(cast, named("一号路灯不亮"));
        var second = scene.closed(cast, named("二号路灯不亮"));
        scene.underWay(cast, named("三号路灯不亮"), clock.today().plusDays(2));
        scene.listed(cast, named("四号路灯不亮"));
        scene.listed(cast, named(KEPT).about(List.of(cast.roads())));
        clock.set(LocalDate.of(2026, 4, 10));
        return List.of(first, second);
    }

    private void release(MatterId id, String title) {
        registers.show(cast.tenant(), "rectification", false, true);
        assertThat(publishing.release(cast.coordinator(), id, new Publishing.Release(title, "灯换好了。", "中山路", List.of(), List.of())))
                .isInstanceOf(VoiceAnswer.Done.class);
    }

    @Test
    void a_figure_is_chosen_read_by_everybody_and_taken_off_and_it_stays_written_down_who_did_it() {
        aMonth();
        try (var coordinator = signedIn(cast.coordinator()); var auditor = signedIn(cast.auditor()); var handler = signedIn(cast.roadsHandler())) {
            assertThat(get("").body()).doesNotContain(site + "/figures");
            assertThat(body(get("/figures"))).contains("还没有公布的数字");
            assertThat(coordinator.get("/figures").body()).contains("href=\"/figures/public\"");
            assertThat(auditor.get("/figures").body()).doesNotContain("/figures/public");
            assertThat(handler.get("/figures/public").statusCode()).isEqualTo(403);

            var done = coordinator.post("/figures/public", "/figures/public", Map.of("seen", "0", "show-closed", "true", "show-open", "true"));
            assertThat(done.statusCode()).isEqualTo(303);
            assertThat(body(coordinator.get("/figures/public"))).contains("协调员", "公布：办结数（定义第 1 版）", "公布：在办数", "name=\"seen\" value=\"2\"");
            assertThat(get("").body()).contains(site + "/figures", site + "/data");
            assertThat(body(get("/figures"))).contains("办结数", "<strong>2</strong>", "在办数", "2026年3月", "不排名").doesNotContain("按期办结率");
            assertThat(body(get("/figures/closed"))).contains("<strong>2</strong>", "第 1 版", "2026年3月31日", "只计数");

            var late = coordinator.post("/figures/public", "/figures/public", Map.of("seen", "0", "show-late", "true"));
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(body(late)).contains("您打开之后别人改过", "name=\"seen\" value=\"2\"");
            assertThat(coordinator.post("/figures/public", "/figures/public", Map.of("seen", "2", "show-nonesuch", "true")).statusCode()).isEqualTo(422);
            assertThat(coordinator.post("/figures/public", "/figures/public", Map.of("seen", "2", "show-open", "true")).statusCode()).isEqualTo(303);
            assertThat(body(coordinator.get("/figures/public"))).contains("撤下：办结数");
            assertThat(body(get("/figures"))).contains("在办数").doesNotContain("办结数");
            assertThat(get("/figures/closed").statusCode()).isEqualTo(404);
            assertThat(get("/data/figures.csv").body()).contains("open").doesNotContain("closed");
        }
    }

    @Test
    void every_figure_is_the_ledgers_own_answer_to_whoever_reads_it_in_a_paper_for_others() {
        aMonth();
        clock.set(LocalDate.of(2026, 5, 20));
        choose(Catalogue.figures().map(Figure::code).toArray(String[]::new));
        var rows = rows("/data/figures.json");
        assertThat(rows).hasSize((int) Catalogue.figures().count() * 2);
        for (var row : rows) {
            var month = YearMonth.parse(row.get("month").asString());
            var figure = Catalogue.figure(row.get("figure").asString()).orElseThrow();
            var asOf = figure.window() == null ? month.atEndOfMonth() : LocalDate.of(2026, 4, 30);
            var answer = figures.answer(cast.auditor(), new Question(figure, month.atDay(1), month.atEndOfMonth(), asOf, List.of(), true));
            var told = row.get("value").isNull() ? Optional.<BigDecimal>empty() : Optional.of(row.get("value").decimalValue());
            if (row.get("state").asString().equals("few")) {
                assertThat(answer.cases()).as(figure.code()).isBetween(1L, PublicFigures.CASES_LEAST - 1L);
                assertThat(told).isEmpty();
                assertThat(row.get("n").isNull()).isTrue();
            } else {
                assertThat(told.map(BigDecimal::stripTrailingZeros)).as(figure.code() + month).isEqualTo(answer.value().map(BigDecimal::stripTrailingZeros));
                assertThat(row.get("n").asLong()).isEqualTo(answer.cases());
            }
        }
        assertThat(rows).filteredOn(row -> row.get("figure").asString().equals("open")).extracting(row -> row.get("value").asInt()).containsExactly(2, 2);
        assertThat(figures.answer(cast.coordinator(), new Question(Catalogue.figure("open").orElseThrow(), LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30),
                LocalDate.of(2026, 4, 30), List.of())).cases()).isEqualTo(3);
    }

    @Test
    void a_share_of_few_is_not_told_and_of_none_there_is_no_data() {
        aMonth();
        choose("on-time", "solution", "relapse-share", "closed");
        assertThat(body(get("/figures/on-time"))).contains("少于 5 件，不公布").doesNotContain("100.00%", "<strong>0");
        assertThat(body(get("/figures/relapse-share"))).contains("无数据").doesNotContain("0.00%", "100.00%");
        assertThat(rows("/data/figures.json?figure=on-time")).singleElement().satisfies(row -> {
            assertThat(row.get("state").asString()).isEqualTo("few");
            assertThat(Stream.of("value", "n", "part").allMatch(it -> row.get(it).isNull())).isTrue();
        });
    }

    @Test
    void a_month_is_told_when_it_is_over_and_then_stays_for_a_month() {
        aMonth();
        choose("raised");
        assertThat(rows("/data/figures.json")).extracting(row -> row.get("month").asString()).containsExactly("2026-03");
        scene.listed(cast, named("四月里的一盏灯"));
        assertThat(rows("/data/figures.json")).hasSize(1).extracting(row -> row.get("value").asInt()).containsExactly(4);
        clock.set(LocalDate.of(2026, 3, 20));
        assertThat(body(get("/figures"))).contains("还没有满一个月");
        assertThat(rows("/data/figures.json")).isEmpty();
    }

    @Test
    void neither_what_is_kept_nor_what_nobody_released_stands_on_any_page_or_in_any_file() throws IOException {
        var closed = aMonth();
        release(closed.getFirst(), "=1+1 号路灯亮了");
        choose(Catalogue.figures().map(Figure::code).toArray(String[]::new));
        for (var path : List.of("", "/figures", "/figures/closed", "/figures/open", "/data", "/data/figures.csv", "/data/figures.json", "/data/outcomes.csv",
                "/data/outcomes.json", "/data/dictionary", "/data/data-dictionary.json")) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(body(answer)).as(path).doesNotContain("路灯不亮", KEPT, "路灯所", "夜里看不清路", "协调员");
        }
        assertThat(body(get("/figures/closed"))).contains("有 1 件已经公开", "=1+1 号路灯亮了", site + "/done?from=" + "2026-03-08." + (closed.getFirst().value() + 1));
        assertThat(body(get("/done?from=2026-03-08." + (closed.getFirst().value() + 1)))).contains("=1+1 号路灯亮了");
        publishing.takeBack(cast.coordinator(), closed.getFirst());
        assertThat(get("/data/outcomes.csv").body()).doesNotContain("号路灯亮了");
        assertThat(body(get("/figures/closed"))).contains("有 0 件已经公开");
    }

    @Test
    void the_two_forms_say_the_same_and_the_dictionary_names_every_column_and_no_other() throws IOException {
        var closed = aMonth();
        release(closed.getFirst(), "=1+1 号路灯，“亮”了");
        release(closed.getLast(), "二号路灯亮了");
        choose("raised", "on-time", "days-median", "satisfaction");
        var dictionary = JSON.readTree(get("/data/data-dictionary.json").body());
        var page = body(get("/data/dictionary"));
        for (var set : dictionary.get("sets")) {
            var name = set.get("name").asString();
            var columns = set.get("columns").valueStream().map(column -> column.get("name").asString()).toList();
            var csv = csv(get("/data/" + name + ".csv").body());
            var json = rows("/data/" + name + ".json");
            assertThat(csv.getFirst()).as(name).isEqualTo(columns);
            assertThat(json).isNotEmpty().allSatisfy(row -> assertThat(List.copyOf(row.propertyNames())).isEqualTo(columns));
            assertThat(csv.stream().skip(1).toList()).isEqualTo(json.stream()
                    .map(row -> columns.stream().map(column -> text(row.get(column))).toList()).toList());
            assertThat(set.get("columns")).allSatisfy(column -> assertThat(Stream.of("means", "source").flatMap(it -> Stream.of("zh", "en")
                    .map(language -> column.get(it).get(language).asString()))).allMatch(it -> !it.isBlank()));
            assertThat(page).contains(columns.stream().map(column -> "<code>" + column + "</code>").toList());
        }
        assertThat(dictionary.get("terms").get("en").asString()).isNotBlank();
        assertThat(get("/data/outcomes.csv").body()).contains("'=1+1");
        assertThat(rows("/data/outcomes.json")).extracting(row -> row.get("title").asString()).containsExactlyInAnyOrder("=1+1 号路灯，“亮”了", "二号路灯亮了");
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.isString() && value.asString().startsWith("=") ? "'" + value.asString()
                : value.isNumber() ? value.decimalValue().toPlainString() : value.asString();
    }

    private List<JsonNode> rows(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body()).valueStream().toList();
    }

    private static List<List<String>> csv(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (char c : text.substring(1).toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n' && !quoted) {
                row.add(cell.toString());
                cell.setLength(0);
                rows.add(List.copyOf(row));
                row.clear();
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }

    @Test
    void a_month_or_figure_there_is_not_is_answered_with_what_there_is() {
        aMonth();
        choose("closed");
        for (var month : List.of("2026-13", "nonsense", "2026-04", "2019-01", "%27%3B--")) {
            var page = get("/figures?month=" + month);
            assertThat(page.statusCode()).as(month).isEqualTo(422);
            assertThat(body(page)).contains("不是可以看的月份。可以看 2026-03 到 2026-03", "href=\"#f-month\"", "<strong>2</strong>");
            assertThat(get("/figures/closed?month=" + month).statusCode()).isEqualTo(422);
            assertThat(get("/data/figures.csv?month=" + month).statusCode()).isEqualTo(422);
        }
        var file = get("/data/figures.json?figure=open");
        assertThat(file.statusCode()).isEqualTo(422);
        assertThat(body(file)).contains("没有公布这个数字", "href=\"#f-figure\"");
        assertThat(get("/figures/open").statusCode()).isEqualTo(404);
        try (var nobody = new Browsing(port)) {
            assertThat(nobody.get("/p/999999999/data/figures.csv").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_file_is_of_one_body_and_one_who_has_it_already_is_told_so() throws Exception {
        aMonth();
        choose("raised");
        var other = scene.cast();
        scene.listed(other, named("别处的灯不亮"));
        clock.set(LocalDate.of(2026, 4, 10));
        assertThat(rows("/data/figures.json")).extracting(row -> row.get("value").asInt()).containsExactly(4);
        var answer = get("/data/figures.csv");
        var etag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(answer.headers().firstValue("Cache-Control")).hasValueSatisfying(it -> assertThat(it).contains("max-age=600", "public"));
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValueSatisfying(it -> assertThat(it).contains("figures.csv"));
        try (var client = HttpClient.newHttpClient()) {
            var again = client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + site + "/data/figures.csv"))
                    .header("If-None-Match", etag).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(again.statusCode()).isEqualTo(304);
        }
    }

    @Test
    void one_address_that_asks_without_end_waits() throws Exception {
        choose("raised");
        try (var client = HttpClient.newBuilder().localAddress(InetAddress.getByName("127.0.0.9")).build()) {
            var asking = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + site + "/data/outcomes.csv")).build();
            HttpResponse<String> answer = client.send(asking, HttpResponse.BodyHandlers.ofString());
            for (int i = 0; i < 400 && answer.statusCode() == 200; i++) {
                answer = client.send(asking, HttpResponse.BodyHandlers.ofString());
            }
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("请慢一点");
        }
        assertThat(get("/data/outcomes.csv").statusCode()).isEqualTo(200);
    }
}
