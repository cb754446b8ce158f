package org.mingbai.supervision.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.MingbaiTest;
import org.mingbai.ledger.SmallTown;
import org.mingbai.library.Library;
import org.mingbai.supervision.slip.web.SlipScene;
import org.springframework.beans.factory.annotation.Autowired;

/// A slip on paper, in the form of GB/T 9704-2012. The document under target/papers is for looking at.
@MingbaiTest
class SlipPaperTest {

    @Autowired SlipScene scene;
    @Autowired Slips slips;
    @Autowired Library library;

    private SmallTown.Cast cast;

    @BeforeEach
    void aTown() {
        cast = scene.cast();
    }

    private static List<String> lines(byte[] document) throws IOException {
        try (var opened = new XWPFDocument(new ByteArrayInputStream(document))) {
            return opened.getParagraphs().stream().map(XWPFParagraph::getText).filter(text -> !text.isBlank()).toList();
        }
    }

    private static byte[] kept(byte[] document, String name) throws IOException {
        var folder = Files.createDirectories(Path.of("target/papers"));
        return Files.readAllBytes(Files.write(folder.resolve(name), document));
    }

    @Test
    void files_are_named_after_what_goes_along_on_paper() throws Exception {
        var file = library.keep(cast.tenant(), cast.coordinator().person(), "现场照片.pdf", new ByteArrayInputStream(new byte[] {'a'}));
        var slip = scene.drafted(cast, SlipKind.WARNING, scene.matter(cast));
        var changed = scene.act(cast.coordinator(), slip, new SlipAct.Change(slip.content().with(List.of(file))));
        assertThat(lines(slips.paper(cast.tenant(), changed))).containsSequence("附件：1. 路灯排查清单（样式）", "　　　2. 群众反映记录", "　　　3. 现场照片.pdf");
    }

    @Test
    void it_has_its_parts_in_the_order_of_the_standard() throws IOException {
        var slip = scene.answered(cast, SlipKind.WARNING, scene.matter(cast));
        assertThat(lines(kept(slips.paper(cast.tenant(), slip), "warning.docx"))).containsExactly("督查室", "明督〔2026〕1号",
                "尽快修复中山路路灯并排查全镇路灯", "（预警单）", "路灯所：", "一、依据", "《明白镇督查督办工作办法》第十二条；3 月 2 日镇长办公会议定事项。", "二、要求",
                "一是查明路灯不亮的原因，三日内修复。", "二是对全镇路灯排查一遍，列出清单。", "三是说明今后怎样避免。", "三、风险或差距",
                "已有两位老人夜间摔倒，仍有再次发生的风险。", "四、责任和时限", "牵头领导：王镇长。", "配合领导：李副镇长。", "办结时限：2026年3月22日。",
                "请于2026年3月5日前说明原因并报送追赶计划。逾期不答复的，按规定升级督办。", "附件：1. 路灯排查清单（样式）", "　　　2. 群众反映记录", "督查室",
                "2026年3月2日", "（联系人：赵芸，0771-1234567）");
        assertThat(lines(kept(slips.paper(cast.tenant(), slip, slip.feedbacks().getFirst()), "feedback.docx")))
                .startsWith("路灯所", "明督〔2026〕1号反馈1", "关于“尽快修复中山路路灯并排查全镇路灯”", "（反馈单）", "督查室：", "一、进展").endsWith("（签字人：李所长）");
    }

    @Test
    void its_page_is_as_the_standard_measures_it() throws IOException {
        var slip = scene.drafted(cast, SlipKind.NOTICE, scene.matter(cast));
        try (var opened = new XWPFDocument(new ByteArrayInputStream(slips.paper(cast.tenant(), slip)))) {
            var page = opened.getDocument().getBody().getSectPr();
            assertThat(millimetres(page.getPgMar().getTop())).isBetween(36.0, 38.0);
            assertThat(millimetres(page.getPgMar().getLeft())).isBetween(27.0, 29.0);
            assertThat(millimetres(page.getPgMar().getBottom())).isCloseTo(35, org.assertj.core.data.Offset.offset(0.5));
            assertThat(millimetres(page.getPgMar().getRight())).isCloseTo(26, org.assertj.core.data.Offset.offset(0.5));
            int height = 16838 - number(page.getPgMar().getTop()) - number(page.getPgMar().getBottom());
            assertThat(height / number(page.getDocGrid().getLinePitch())).isEqualTo(22);
            int width = 11906 - number(page.getPgMar().getLeft()) - number(page.getPgMar().getRight());
            assertThat(opened.getParagraphs().stream().flatMap(it -> it.getRuns().stream()).filter(run -> run.text().contains("一是查明"))).singleElement()
                    .satisfies(run -> assertThat((int) (width / (run.getFontSizeAsDouble() * 20 + run.getCharacterSpacing()))).isEqualTo(28));
            assertThat(opened.getParagraphs().stream().flatMap(it -> it.getRuns().stream()).filter(run -> !run.text().isBlank()))
                    .allSatisfy(run -> {
                        assertThat(run.getFontFamily(org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange.ascii)).isNotNull();
                        assertThat(run.getFontFamily(org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange.eastAsia)).isIn("方正小标宋简体", "仿宋_GB2312", "黑体");
                    });
        }
    }

    private static int number(Object twips) {
        return ((BigInteger) twips).intValue();
    }

    private static double millimetres(Object twips) {
        return number(twips) / 1440.0 * 25.4;
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{title}}", "{{?sections}}{{heading}}{{/sections}}", "{{@picture}}", "{{+doc}}", "{{#table}}", "<w:p/>", "a\tb",
        "&amp;\uFFFE", "𠮷"})
    void what_looks_like_a_template_is_text(String hostile) throws IOException {
        var content = SlipContent.of("标题" + hostile, hostile, "要求\n" + hostile, SlipScene.DAY);
        var slip = ((SlipAnswer.Done) slips.draft(cast.coordinator(), SlipDraft.of(SlipKind.PROMPT, null, cast.office(), cast.roads(), content),
                java.util.UUID.randomUUID())).slip();
        var text = String.join("\n", lines(slips.paper(cast.tenant(), slip)));
        assertThat(text).contains("标题" + hostile.replace("\uFFFE", text.contains("\uFFFE") ? "\uFFFE" : "?"));
        assertThat(text).contains("二、要求");
    }
}
