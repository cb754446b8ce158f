package org.mingbai.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Role;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.web.LedgerScene;
import org.mingbai.ledger.web.Multipart;
import org.mingbai.reporting.brief.BriefCheck;
import org.mingbai.reporting.brief.Briefs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/// A report from its first words to its number, and what is found when somebody changes the Word file afterwards.
@MingbaiTest
class BriefPagesTest {

    private static final String TEXT = """
            一、基本情况
            本期列账【列账数】件，在办【在办数】件。去年同期报的是35件，今年投入12.5万元。
            【在办数·按单位·图】
            二、办结情况
            （一）办结
            办结【办结数】件，按期办结率【按期办结率】，上期办结【办结数·上期】件。
            1.下一步再办3件。
            """;

    @Autowired LedgerScene scene;
    @Autowired SmallTown town;
    @Autowired SettableClock clock;
    @Autowired Briefs briefs;
    @Autowired BriefCheck check;
    @Autowired JdbcClient db;
    @LocalServerPort int port;
    @TempDir Path folder;

    private SmallTown.Cast cast;

    @BeforeEach
    void aTown() {
        cast = scene.cast();
        scene.closed(cast, named("一号路灯不亮"));
        scene.underWay(cast, named("二号路灯不亮"), clock.today().plusDays(5));
        scene.listed(cast, named("三号路灯不亮"));
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

    private Map<String, String> form(String... more) {
        var all = new HashMap<>(Map.of("id", "0", "version", "0", "unit", Long.toString(cast.office().value()), "title", "三月份整改进展", "from", "2026-03-01",
                "to", clock.today().toString(), "asOf", clock.today().toString(), "text", TEXT));
        all.putAll(Map.of("issuer", "明白镇督查室", "code", "明督报", "recipient", "镇党委", "copies", "各站所", "printer", "督查室"));
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    /// @return where it stands
    private String written(Browsing browsing, String... more) {
        var answer = browsing.post("/briefs/new", "/briefs", form(more));
        assertThat(answer.statusCode()).as(body(answer)).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private byte[] paper(SignedIn who, String at) {
        var id = Long.parseLong(at.substring(at.lastIndexOf('/') + 1));
        return briefs.paper(who, briefs.brief(who, id).orElseThrow(), "http://localhost");
    }

    private static void act(Browsing browsing, String at, String act) {
        assertThat(acted(browsing, at, act).statusCode()).as(act).isEqualTo(303);
    }

    /// As the page offers it, with the version one looks at.
    private static HttpResponse<String> acted(Browsing browsing, String at, String act) {
        var version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(browsing.get(at).body());
        assertThat(version.find()).isTrue();
        return browsing.post(at, at + "/" + act, Map.of("version", version.group(1)));
    }

    @Test
    void a_report_is_drafted_frozen_and_issued_with_a_number_and_then_stays() {
        try (var office = signedIn(cast.coordinator()); var auditor = signedIn(cast.auditor())) {
            assertThat(body(office.get("/briefs"))).contains("阶段性进展情况汇报", "热线月报", "还没有报告");
            assertThat(body(office.get("/briefs/new?skeleton=STAGE"))).contains("【按期办结率】", "三、存在问题");
            var at = written(office);
            assertThat(body(office.get(at))).contains("草稿", "本期列账<a", "在办数（按单位）", "路灯所", "数字来源");
            assertThat(auditor.get(at).statusCode()).as("a draft is its unit's").isEqualTo(404);
            scene.listed(cast, named("四号路灯不亮"));
            act(office, at, "freezing");
            scene.listed(cast, named("五号路灯不亮"));
            assertThat(body(office.get(at))).contains("数字已冻结", ">3</a>件");
            assertThat(office.get(at + "/edit").statusCode()).isEqualTo(404);
            act(office, at, "thawing");
            assertThat(body(office.get(at))).contains(">4</a>件");
            act(office, at, "freezing");
            act(office, at, "issue");
            assertThat(body(office.get(at))).contains("已印发", "明督报〔2026〕1号").doesNotContain("/thawing");
            assertThat(body(auditor.get(at))).contains("明督报〔2026〕1号");
            var second = written(office, "title", "第二份");
            act(office, second, "freezing");
            act(office, second, "issue");
            assertThat(body(office.get("/briefs"))).contains("明督报〔2026〕2号");
            assertThat(office.post(second, at + "/thawing", Map.of()).statusCode()).isEqualTo(409);
            assertThat(db.sql("select count(*) from reporting.brief where tenant = :tenant").param("tenant", cast.tenant().value()).query(Long.class).single())
                    .isEqualTo(2);
            assertThat(catchThrowable(() -> db.sql("update reporting.brief set body = '{}' where tenant = :tenant")
                    .param("tenant", cast.tenant().value()).update())).hasMessageContaining("issued stays");
        }
    }

    @Test
    void a_code_word_is_the_unit_s_that_issued_under_it_first() {
        var roads = town.person(cast.tenant(), "路灯所统筹", cast.roads(), Role.COORDINATOR);
        try (var office = signedIn(cast.coordinator()); var other = signedIn(roads)) {
            var first = written(office);
            act(office, first, "freezing");
            act(office, first, "issue");
            var second = written(other, "unit", Long.toString(cast.roads().value()));
            act(other, second, "freezing");
            var refused = acted(other, second, "issue");
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(body(refused)).contains("机关代字“明督报”是另一个单位的", "数字已冻结");
            act(other, second, "thawing");
            assertThat(body(other.get(second))).doesNotContain("明督报〔2026〕2号");
        }
    }

    @Test
    void every_figure_in_the_word_file_leads_back_to_its_cases() throws IOException {
        try (var office = signedIn(cast.coordinator())) {
            var at = written(office);
            act(office, at, "freezing");
            var file = paper(cast.coordinator(), at);
            try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
                var text = document.getParagraphs().stream().map(paragraph -> paragraph.getText()).toList();
                assertThat(text).contains("（草稿，未印发）", "明白镇督查室", "三月份整改进展", "镇党委：", "一、基本情况", "数字来源");
                assertThat(String.join("\n", text)).contains("抄送：各站所", "所涉事项：明-rectification-").doesNotContain("【");
                var page = document.getDocument().getBody().getSectPr().getPgSz();
                assertThat(page.getW().toString() + "x" + page.getH()).isEqualTo("11906x16838");
                assertThat(document.getCharts()).hasSize(1);
            }
            assertThat(part(file, "word/_rels/document.xml.rels")).contains("http://localhost" + at + "/figures/1");
            var link = office.get(at + "/figures/2");
            assertThat(link.statusCode()).isEqualTo(303);
            assertThat(body(office.get(link.headers().firstValue("Location").orElseThrow()))).contains("在办数", "<strong>2</strong>");
            assertThat(office.get(at + "/figures/99").statusCode()).isEqualTo(404);
        }
    }

    private static String part(byte[] file, String name) throws IOException {
        var parts = parts(file);
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> parts(byte[] file) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    /// The same file with other words in it.
    private byte[] changed(byte[] file, UnaryOperator<String> change) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts(file).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getKey().equals("word/document.xml")
                        ? change.apply(new String(part.getValue(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8) : part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private List<BriefCheck.Finding> findings(byte[] file) throws IOException {
        var at = Files.write(folder.resolve("paper.docx"), file);
        return ((BriefCheck.Result.Checked) check.check(Optional.of(cast.tenant()), at)).findings();
    }

    /// One after the other, each by itself: 20 ways to change a paper.
    @Test
    void each_of_twenty_changes_in_word_is_found_and_an_unchanged_file_is_clean() throws IOException {
        try (var office = signedIn(cast.coordinator())) {
            var at = written(office);
            act(office, at, "freezing");
            var draft = paper(cast.coordinator(), at);
            act(office, at, "issue");
            var file = paper(cast.coordinator(), at);
            assertThat(findings(file)).isEmpty();
            assertThat(findings(draft)).as("what was printed before it was issued").isEmpty();
            int planted = 0;
            for (int no = 1; no <= 7; no++) {
                var tag = "mingbai-figure-" + no + "\"";
                var typed = changed(file, text -> inFigure(text, tag, "77"));
                assertThat(findings(typed)).as("figure %d changed", no).extracting(BriefCheck.Finding::kind).containsExactly(BriefCheck.Kind.CHANGED);
                planted++;
                if (no <= 5) {
                    var gone = changed(file, text -> withoutFigure(text, tag));
                    assertThat(findings(gone)).as("figure %d typed over", no).extracting(BriefCheck.Finding::kind).contains(BriefCheck.Kind.TYPED_OVER);
                    planted++;
                }
            }
            for (var change : List.of(Map.entry("35件", "36件"), Map.entry("12.5万", "125万"), Map.entry("再办3件", "再办8件"), Map.entry("2026〕1号", "2026〕2号"),
                    Map.entry("一、基本情况", "一、基本情况共7条"), Map.entry("今年投入", "今年拟投入"), Map.entry("二、办结情况", "二、全部办结"),
                    Map.entry("各站所", "各站所、县督查室"))) {
                var other = changed(file, text -> text.replace(change.getKey(), change.getValue()));
                assertThat(findings(other)).as(change.toString()).isNotEmpty().extracting(BriefCheck.Finding::kind)
                        .isSubsetOf(BriefCheck.Kind.NO_SOURCE, BriefCheck.Kind.WORDS_CHANGED);
                planted++;
            }
            assertThat(planted).isEqualTo(20);
        }
    }

    private static String inFigure(String text, String tag, String number) {
        int at = text.indexOf(tag);
        int from = text.indexOf("<w:t", at);
        from = text.indexOf('>', from) + 1;
        return text.substring(0, from) + number + text.substring(text.indexOf("</w:t>", from));
    }

    /// A plain number in the place of the field, as somebody would type it.
    private static String withoutFigure(String text, String tag) {
        int at = text.indexOf(tag);
        int from = text.lastIndexOf("<w:sdt>", at);
        int to = text.indexOf("</w:sdt>", at) + "</w:sdt>".length();
        return text.substring(0, from) + "<w:r><w:t>77</w:t></w:r>" + text.substring(to);
    }

    @Test
    void what_the_ledger_says_otherwise_today_is_told_and_an_old_day_is_not() throws IOException {
        try (var office = signedIn(cast.coordinator())) {
            var at = written(office);
            act(office, at, "freezing");
            var file = paper(cast.coordinator(), at);
            clock.set(clock.today().plusDays(2));
            scene.listed(cast, named("六号路灯不亮"));
            assertThat(findings(file)).as("what came later does not count for that day").isEmpty();
            db.sql("update reporting.case_span set outcome = 'EXPLAINED' where tenant = :tenant and outcome = 'SOLVED'").param("tenant", cast.tenant().value())
                    .update();
            db.sql("delete from reporting.case_span where tenant = :tenant and kind = 'ROUND' and open").param("tenant", cast.tenant().value()).update();
            assertThat(findings(file)).extracting(BriefCheck.Finding::kind).contains(BriefCheck.Kind.MOVED);
        }
    }

    @Test
    void what_cannot_be_read_in_a_draft_is_told_with_its_line_and_nothing_is_frozen() {
        try (var office = signedIn(cast.coordinator())) {
            var at = written(office, "text", "一、情况\n在办【在办书】件，【在办数·无此所】，其中【在办数·按单位】。");
            assertThat(body(office.get(at))).contains("第 2 行 【在办书】：没有叫“在办书”的数字", "认不得“无此所”", "表和图要单独占一行");
            var frozen = acted(office, at, "freezing");
            assertThat(frozen.statusCode()).isEqualTo(422);
            assertThat(body(office.get(at))).contains("草稿").doesNotContain("/issue\"");
            var wrong = office.post("/briefs/new", "/briefs", form("title", "", "from", "x"));
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(body(wrong)).contains("不是一个日期", "【按期办结率】");
            assertThat(body(office.post("/briefs/new", "/briefs", form("title", " ", "text", "")))).contains("请写标题", "请写正文");
            assertThat(body(office.post("/briefs/new", "/briefs", form("from", "2026-09-01", "to", "2026-08-01")))).contains("开始日期晚于结束日期");
            var unnamed = written(office, "code", "");
            act(office, unnamed, "freezing");
            assertThat(body(acted(office, unnamed, "issue"))).contains("印发前要写机关代字");
            assertThat(office.post("/briefs/new", "/briefs", form("id", at.substring(at.lastIndexOf('/') + 1), "version", "9")).statusCode()).isEqualTo(409);
        }
    }

    @Test
    void what_is_kept_from_those_it_complains_of_is_in_no_paper() throws IOException {
        scene.listed(cast, named("路灯所收费不开票").about(List.of(cast.roads())));
        try (var office = signedIn(cast.coordinator())) {
            assertThat(body(office.get("/figures/open"))).contains("<strong>3</strong>");
            var at = written(office);
            assertThat(body(office.get(at))).contains("在办<a", ">2</a>件");
            act(office, at, "freezing");
            assertThat(findings(paper(cast.coordinator(), at))).isEmpty();
            var known = db.sql("select id from ledger.matter where tenant = :tenant and about is null and stage = 'LISTED' limit 1")
                    .param("tenant", cast.tenant().value()).query(Long.class).single();
            scene.act(cast.coordinator(), new MatterId(known), new Act.NameConcerned(List.of(cast.water()), "说的是他们"));
            var late = acted(office, at, "issue");
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(body(late)).contains("退回草稿重新冻结");
            act(office, at, "thawing");
            act(office, at, "freezing");
            assertThat(office.post(at, at + "/issue", Map.of("version", "1")).statusCode()).as("as it no longer is").isEqualTo(409);
            act(office, at, "issue");
        }
    }

    @Test
    void only_whoever_froze_it_is_told_by_the_page_what_the_ledger_says_today() throws IOException {
        try (var office = signedIn(cast.coordinator()); var auditor = signedIn(cast.auditor())) {
            var at = written(office);
            act(office, at, "freezing");
            act(office, at, "issue");
            var file = paper(cast.coordinator(), at);
            db.sql("delete from reporting.case_span where tenant = :tenant and kind = 'ROUND' and open").param("tenant", cast.tenant().value()).update();
            assertThat(body(sent(office, "c.docx", file))).contains("账上今天不是这样");
            assertThat(body(sent(auditor, "c.docx", file))).contains("只有冻结的人问得到").doesNotContain("账上今天不是这样");
        }
    }

    /// Small on the wire and huge unfolded, or with more strange numbers than anybody would read.
    @Test
    void a_file_made_to_burst_is_refused_and_a_thousand_strange_numbers_are_told_in_short() throws IOException {
        try (var office = signedIn(cast.coordinator())) {
            var at = written(office);
            act(office, at, "freezing");
            var file = paper(cast.coordinator(), at);
            var bomb = changed(file, text -> text.replace("35件", "9".repeat(20 << 20)));
            assertThat(check.check(Optional.of(cast.tenant()), Files.write(folder.resolve("bomb.docx"), bomb))).isInstanceOf(BriefCheck.Result.NotAPaper.class);
            var many = changed(file, text -> text.replace("35件", "7 ".repeat(50_000)));
            assertThat(findings(many)).hasSizeLessThan(60).allSatisfy(one -> assertThat(one.says()).hasSizeLessThan(400));
        }
    }

    @Test
    void who_may_not_write_reports_cannot_and_a_file_from_elsewhere_is_refused() throws IOException {
        try (var handler = signedIn(cast.roadsHandler()); var auditor = signedIn(cast.auditor()); var office = signedIn(cast.coordinator())) {
            assertThat(handler.get("/briefs").statusCode()).isEqualTo(403);
            assertThat(auditor.get("/briefs/new").statusCode()).isEqualTo(403);
            assertThat(body(auditor.get("/briefs"))).doesNotContain("写一份报告");
            var at = written(office);
            assertThat(auditor.get(at + "/paper").statusCode()).isEqualTo(404);
            assertThat(body(sent(office, "a.docx", "PK not a zip".getBytes(StandardCharsets.UTF_8)))).contains("不是 Word 文件");
            var out = new ByteArrayOutputStream();
            try (var other = new XWPFDocument()) {
                other.createParagraph().createRun().setText("在办3件");
                other.write(out);
            }
            assertThat(body(sent(office, "b.docx", out.toByteArray()))).contains("认不出是这里哪份报告");
            act(office, at, "freezing");
            var file = paper(cast.coordinator(), at);
            assertThat(body(sent(office, "c.docx", file))).contains("都和冻结时一样");
            assertThat(body(sent(office, "c.docx", changed(file, text -> text.replace("35件", "53件"))))).contains("数字没有来处", "53");
            assertThat(body(sent(auditor, "c.docx", file))).as("a draft of others is not told of").contains("认不出是这里哪份报告");
        }
    }

    private HttpResponse<String> sent(Browsing browsing, String name, byte[] file) {
        return new Multipart().field("_csrf", browsing.tokenOn("/briefs/check")).file("file", name, file).send(port, browsing, "/briefs/check");
    }
}
