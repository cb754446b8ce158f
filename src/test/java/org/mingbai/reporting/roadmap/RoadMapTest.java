package org.mingbai.reporting.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.mingbai.reporting.roadmap.RoadMap.State;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Road maps as they come out, whatever is in them. The pictures of this test are for looking at: `target/screens/map-*.png`.
class RoadMapTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);
    private static final String LONG = "把全镇三千二百一十六盏路灯的线路接头逐盏检查更换并在夜里复查两遍都亮才算完成记入台账"; // 40 and a few
    private static final MapPicture HERE = new MapPicture();

    private static RoadMap map(String title, LocalDate from, LocalDate to, List<RoadMap.Lane> lanes) {
        return new RoadMap(title, from + " 至 " + to, from, to, TODAY, OptionalInt.of(40), lanes);
    }

    private static RoadMap.Node node(String words, LocalDate on, State state) {
        return new RoadMap.Node(words, on, null, state == State.DONE ? on.minusDays(1) : state == State.DONE_LATE ? on.plusDays(6) : null, state, on + " 到期");
    }

    private static RoadMap crowded(int nodes, int lanes, int daysBetween) {
        var all = new ArrayList<RoadMap.Lane>();
        for (int lane = 0; lane < lanes; lane++) {
            int mine = lane;
            all.add(new RoadMap.Lane("第" + lane + "城镇建设和市容环境卫生管理中心站", IntStream.range(0, nodes).filter(i -> i % lanes == mine)
                    .mapToObj(i -> node(LONG.substring(0, 40), TODAY.minusDays(90).plusDays((long) i * daysBetween), State.values()[i % 6])).toList()));
        }
        return map(LONG + "百日整治专项行动路线图", TODAY.minusDays(100), TODAY.plusDays(100), all);
    }

    private static Document read(String svg) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(String svg) throws Exception {
        var texts = read(svg).getElementsByTagName("text");
        return String.join("", IntStream.range(0, texts.getLength()).mapToObj(i -> texts.item(i).getTextContent()).toList());
    }

    private static void look(String name, RoadMap map, Locale locale) throws IOException {
        var at = Files.createDirectories(Path.of("target/screens"));
        Files.write(at.resolve("map-" + name + ".png"), HERE.png(map, locale).orElseThrow());
        Files.writeString(at.resolve("map-" + name + ".svg"), HERE.svg(map, locale));
    }

    @Test
    void sixty_nodes_of_forty_characters_stand_on_one_sheet_and_cover_nothing() throws Exception {
        for (var map : List.of(crowded(60, 6, 3), crowded(60, 1, 2), crowded(60, 3, 0), crowded(60, 12, 3))) {
            look("crowded-" + map.lanes().size() + "-" + map.lanes().getFirst().nodes().getLast().on(), map, Locale.CHINESE);
            var svg = HERE.svg(map, Locale.CHINESE);
            assertThat(text(svg)).doesNotContain("画不下");
            var marks = MapLayout.of(map, Locale.CHINESE).marks().stream().filter(Drawing.Mark.Text.class::isInstance)
                    .map(Drawing.Mark.Text.class::cast).toList();
            assertThat(marks).allSatisfy(it -> {
                double wide = Type.width(it.text(), it.size());
                double left = it.end() ? it.x() - wide : it.x();
                assertThat(left).as(it.text()).isGreaterThan(0);
                assertThat(left + wide).as(it.text()).isLessThan(MapLayout.WIDTH + 1.0);
                assertThat(it.y()).as(it.text()).isBetween(0.0, (double) MapLayout.HEIGHT);
            });
            for (int i = 0; i < marks.size(); i++) {
                for (int j = i + 1; j < marks.size(); j++) {
                    assertThat(cover(marks.get(i), marks.get(j))).as(marks.get(i) + " and " + marks.get(j)).isFalse();
                }
            }
        }
    }

    private static boolean cover(Drawing.Mark.Text one, Drawing.Mark.Text other) {
        double wide = Type.width(one.text(), one.size());
        double otherWide = Type.width(other.text(), other.size());
        double left = one.end() ? one.x() - wide : one.x();
        double otherLeft = other.end() ? other.x() - otherWide : other.x();
        return left + 1 < otherLeft + otherWide && otherLeft + 1 < left + wide
                && Math.abs(one.y() - other.y()) < Math.min(one.size(), other.size()) * 0.85;
    }

    @Test
    void all_words_of_a_node_are_on_the_sheet_and_wrap() throws Exception {
        var map = map("路灯整治", TODAY.minusDays(30), TODAY.plusDays(30), List.of(new RoadMap.Lane("城建站", List.of(
                node(LONG, TODAY.plusDays(29), State.AHEAD), node("done by the roads team before the rain season begins", TODAY.minusDays(29), State.DONE)))));
        look("wrapped", map, Locale.ENGLISH);
        assertThat(text(HERE.svg(map, Locale.CHINESE))).contains(LONG).contains("今天", "完成", "未到期");
        assertThat(text(HERE.svg(map, Locale.ENGLISH)).replace(" ", "")).contains("beforetherainseasonbegins", "today", "Ahead", "Done");
    }

    @Test
    void a_brieftime_is_told_in_days_and_a_long_one_in_months_and_years() throws Exception {
        var brief = map("短", TODAY, TODAY.plusDays(9), List.of(new RoadMap.Lane("城建站", List.of(node("办", TODAY.plusDays(5), State.AHEAD)))));
        look("short", brief, Locale.CHINESE);
        assertThat(text(HERE.svg(brief, Locale.CHINESE))).contains("3月4日", "3月6日").doesNotContain("2026年");
        assertThat(text(HERE.svg(brief, Locale.ENGLISH))).contains("4 Mar");
        var ages = map("长", TODAY, LocalDate.of(2199, 12, 31), List.of(new RoadMap.Lane("城建站", List.of(node("办", TODAY.plusYears(99), State.AHEAD)))));
        assertThat(text(HERE.svg(ages, Locale.CHINESE))).contains("2026年3月", "2100年1月");
    }

    @Test
    void no_sign_stands_alone_in_the_last_line() {
        assertThat(Type.lines("全镇路灯井盖路面逐处登记", 10, 110, 6)).hasSize(2).allMatch(line -> line.length() > 1);
        assertThat(Type.lines("在上坝组试行邻里结对（葛秀兰）", 10, 110, 6)).noneMatch(line -> line.endsWith("（")).noneMatch(line -> line.startsWith("）"));
        assertThat(String.join("", Type.lines("（（“a（", 10, 20, 9))).isEqualTo("（（“a（");
        assertThat(Type.lines("，，，", 10, 5, 2)).hasSizeLessThanOrEqualTo(2);
        assertThat(Type.lines("", 10, 100, 2)).isEmpty();
    }

    @Test
    void more_nodes_than_a_sheet_holds_are_counted_and_those_still_owed_are_kept() throws Exception {
        var nodes = new ArrayList<RoadMap.Node>();
        for (int i = 0; i < 90; i++) {
            nodes.add(node("第" + i + "件旧事", TODAY.minusDays(200 - i), State.DONE));
        }
        nodes.addFirst(node("还没办的一件", TODAY.minusDays(300), State.BEHIND));
        var svg = HERE.svg(map("多", TODAY.minusDays(300), TODAY, List.of(new RoadMap.Lane("城建站", nodes))), Locale.CHINESE);
        assertThat(text(svg)).contains("另有 31 个画不下", "还没办的一件").doesNotContain("第0件旧事");
    }

    @Test
    void without_a_node_the_sheet_says_so() throws Exception {
        var map = map("空", TODAY, TODAY, List.of());
        look("empty", map, Locale.CHINESE);
        assertThat(text(HERE.svg(map, Locale.CHINESE))).contains("没有节点");
        assertThat(HERE.word(map, Locale.ENGLISH)).isNotEmpty();
    }

    @Test
    void what_lies_wholly_in_the_past_or_ahead_has_no_line_of_today() throws Exception {
        for (long days : List.of(-400L, 400L)) {
            var from = TODAY.plusDays(days);
            var map = map("别的时候", from, from.plusDays(90), List.of(new RoadMap.Lane("城建站", List.of(
                    node("一", from.plusDays(3), days < 0 ? State.DONE : State.AHEAD), node("二", from.plusDays(80), days < 0 ? State.LEFT : State.AHEAD)))));
            look("other" + days, map, Locale.CHINESE);
            assertThat(text(HERE.svg(map, Locale.CHINESE))).doesNotContain("今天").contains("一", "二");
        }
    }

    @Test
    void what_is_behind_drags_on_to_today_and_a_moved_day_shows_the_first_one() throws Exception {
        var map = map("拖", TODAY.minusDays(60), TODAY.plusDays(30), List.of(new RoadMap.Lane("城建站", List.of(
                node("落后的", TODAY.minusDays(20), State.BEHIND), node("迟到的", TODAY.minusDays(40), State.DONE_LATE),
                new RoadMap.Node("推后的", TODAY.plusDays(20), TODAY.plusDays(5), null, State.AHEAD, "到期")))));
        look("drags", map, Locale.CHINESE);
        assertThat(MapLayout.of(map, Locale.CHINESE).marks().stream()
                .filter(it -> it instanceof Drawing.Mark.Line line && line.ink() == Ink.LATE && !line.dashed())).hasSize(6);
        assertThat(text(HERE.svg(map, Locale.CHINESE))).contains("落后", "迟完成", "未到期");
    }

    @Test
    void hostile_words_stay_words() throws Exception {
        var bad = "<script>alert(1)</script> ]]> &amp; \" ' \u0000\u0008 " + (char) 0xD800 + "𠮷 <!-- x";
        var map = map(bad, TODAY, TODAY.plusDays(9), List.of(new RoadMap.Lane(bad, List.of(node(bad, TODAY.plusDays(2), State.AHEAD)))));
        var svg = HERE.svg(map, Locale.CHINESE);
        var document = read(svg);
        var names = document.getElementsByTagName("*");
        for (int i = 0; i < names.getLength(); i++) {
            assertThat(((Element) names.item(i)).getTagName()).isIn("svg", "title", "desc", "text", "rect", "line", "path");
        }
        assertThat(svg).doesNotContain("<script", "]]>", "<!--", "style=", "href", "onload");
        assertThat(document.getElementsByTagName("title").item(0).getTextContent()).contains("<script>alert(1)</script> ]]> &amp;");
        assertThat(ImageIO.read(new ByteArrayInputStream(HERE.png(map, Locale.CHINESE).orElseThrow()))).isNotNull();
        try (var word = new XWPFDocument(new ByteArrayInputStream(HERE.word(map, Locale.CHINESE)))) {
            assertThat(word.getTables().getFirst().getText()).contains("<script>alert(1)</script> ]]> &amp;");
        }
    }

    @Test
    void the_picture_is_an_A4_sheet_across_at_twice_the_dots() throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(HERE.png(crowded(8, 3, 20), Locale.CHINESE).orElseThrow()));
        assertThat(image.getWidth()).isEqualTo(2246);
        assertThat(image.getHeight()).isEqualTo(1588);
    }

    @Test
    void word_holds_the_picture_on_a_sheet_across_and_the_table_behind_it() throws Exception {
        var file = HERE.word(crowded(8, 3, 20), Locale.CHINESE);
        Files.write(Files.createDirectories(Path.of("target/screens")).resolve("map.docx"), file);
        try (var word = new XWPFDocument(new ByteArrayInputStream(file))) {
            assertThat(word.getAllPictures()).hasSize(1);
            assertThat(word.getDocument().getBody().getSectPr().getPgSz().getOrient().toString()).isEqualTo("landscape");
            assertThat(word.getTables().getFirst().getNumberOfRows()).isEqualTo(9);
            assertThat(word.getTables().getFirst().getText()).contains(LONG.substring(0, 40), "城镇建设和市容环境");
        }
    }

    @Test
    void without_a_chinese_font_there_is_no_picture_and_the_paper_says_why() throws Exception {
        var there = MapPicture.withFonts(List.of("DejaVu Sans", "Liberation Mono"));
        var map = crowded(4, 2, 20);
        assertThat(there.drawsPng()).isFalse();
        assertThat(there.png(map, Locale.CHINESE)).isEmpty();
        assertThat(text(there.svg(map, Locale.CHINESE))).contains("把全镇");
        try (var word = new XWPFDocument(new ByteArrayInputStream(there.word(map, Locale.CHINESE)))) {
            assertThat(word.getAllPictures()).isEmpty();
            assertThat(word.getParagraphs().getFirst().getText()).contains("没有中文字体");
            assertThat(word.getTables()).hasSize(1);
        }
    }
}
