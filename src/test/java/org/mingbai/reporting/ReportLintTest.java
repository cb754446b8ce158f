package org.mingbai.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingbai.reporting.Doubt.Rule;

class ReportLintTest {

    private static final Path ORIGIN = Path.of("../shared/data/origin");

    @TempDir Path folder;

    private static List<Doubt> doubts(String text) {
        return ReportLint.of(new Report(text));
    }

    @Test
    void a_small_file_that_unpacks_to_more_than_any_report_is_too_large() throws IOException {
        var wide = folder.resolve("wide.xlsx");
        try (var book = new XSSFWorkbook(); var out = Files.newOutputStream(wide)) {
            var sheet = book.createSheet();
            for (int row = 0; row < 400; row++) {
                sheet.createRow(row).createCell(16_383).setCellValue("1");
            }
            book.write(out);
        }
        assertThat(Files.size(wide)).isLessThan(20_000);
        assertThat(ReportFile.read(wide)).isEqualTo(new ReportFile.Read.TooLarge());
        var long61 = folder.resolve("long.docx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(long61))) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(new byte[61 << 20]);
        }
        assertThat(Files.size(long61)).isLessThan(100_000);
        assertThat(ReportFile.read(long61)).isEqualTo(new ReportFile.Read.TooLarge());
    }

    private Path word(String body) throws IOException {
        var file = folder.resolve("word.docx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body + "</w:body></w:document>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static String text(Path file) throws IOException {
        return ((ReportFile.Read.Done) ReportFile.read(file)).report().text();
    }

    @Test
    void millions_of_empty_paragraphs_or_names_are_too_much() throws IOException {
        var names = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            names.append("<w:n").append(i).append("/>");
        }
        for (var body : List.of("<w:p/>".repeat(9_000_000), "<w:p/>".repeat(300_000), names.toString())) {
            var file = word(body);
            assertThat(Files.size(file)).isLessThan(1_000_000);
            assertThat(ReportFile.read(file)).isEqualTo(new ReportFile.Read.TooLarge());
        }
        assertThat(text(word("<w:p/>".repeat(1_000)))).hasSize(999);
    }

    @Test
    void what_stands_in_a_file_beside_its_own_list_is_not_unpacked() throws IOException {
        var hidden = new java.io.ByteArrayOutputStream();
        int lists;
        try (var zip = new ZipOutputStream(hidden)) {
            zip.putNextEntry(new ZipEntry("word/junk.bin"));
            for (int i = 0; i < 120; i++) {
                zip.write(new byte[1 << 20]);
            }
            zip.closeEntry();
            zip.flush();
            lists = hidden.size();
        }
        var whole = new java.io.ByteArrayOutputStream();
        whole.write(hidden.toByteArray(), 0, lists);
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("办结率达到98%。");
            document.write(whole);
        }
        assertThat(text(Files.write(folder.resolve("hidden.docx"), whole.toByteArray()))).isEqualTo("办结率达到98%。");
    }

    @Test
    void a_word_file_is_read_as_it_is_seen() throws IOException {
        assertThat(text(word("""
                <w:sdt><w:sdtContent><w:p><w:r><w:t>目录</w:t></w:r></w:p></w:sdtContent></w:sdt>\
                <w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>一、</w:t><w:tab/><w:t>做法</w:t></w:r>\
                <w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins><w:r><w:t>增</w:t></w:r></w:ins></w:p>\
                <w:tbl><w:tr><w:tc><w:p><w:r><w:t>单位</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc>\
                <w:tc><w:p><w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r></w:p><w:p><w:r><w:t>末</w:t></w:r></w:p></w:tc></w:tr></w:tbl>""")))
                .isEqualTo("一、\t做法增\n单位\t\t上 下 末");
        for (var broken : List.of("<w:p>", "&x;", "<w:r>".repeat(300) + "</w:r>".repeat(300), "<w:p a='1' a='2'/>")) {
            assertThat(ReportFile.read(word(broken))).as(broken).isEqualTo(new ReportFile.Read.Unreadable());
        }
    }

    @Test
    void a_table_is_read_as_it_is_seen() throws IOException {
        var file = folder.resolve("seen.xlsx");
        try (var book = new XSSFWorkbook(); var out = Files.newOutputStream(file)) {
            var percent = book.createCellStyle();
            percent.setDataFormat(book.createDataFormat().getFormat("0.0%"));
            var day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            var row = book.createSheet("一").createRow(0);
            row.createCell(0).setCellValue("办结率\n（全年）");
            row.createCell(2).setCellValue(0.785);
            row.getCell(2).setCellStyle(percent);
            row.createCell(3).setCellValue(LocalDate.of(2026, 3, 2));
            row.getCell(3).setCellStyle(day);
            row.createCell(4).setCellFormula("1+2");
            book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(4));
            row.createCell(5).setCellValue(true);
            book.createSheet("二").createRow(4).createCell(1).setCellValue(1200);
            book.write(out);
        }
        assertThat(text(file)).isEqualTo("办结率 （全年）\t\t78.5%\t2026-03-02\t3\tTRUE\n\t1200");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            RATE_OUT_OF_RANGE    | 785%       | 今年以来，住院医师结业通过率达到785%，比上年有进步。
            RATE_OUT_OF_RANGE    | １３７％     | 群众满意率为１３７％。
            RATE_OUT_OF_RANGE    | 百分之一百二十 | 办结率达到百分之一百二十。
            RATE_OUT_OF_RANGE    | 985%       | 机械化率从67%提高到985%。
            RATE_OUT_OF_RANGE    | 130%       | 会议数量同比减少130%。
            RATE_OUT_OF_RANGE    | 600%       | 超过600%的毕业生留在本地。
            PART_LARGER          | 60个        | 共查摆问题50个，其中班子问题60个。
            PARTS_DO_NOT_ADD_UP  | 50个        | 排查发现问题50个，已整改38个，正在整改10个。
            PARTS_DO_NOT_ADD_UP  | 120件       | 全年受理诉求120件，办结100件，尚未办结30件。
            PARTS_DO_NOT_ADD_UP  | 1.2万条     | 征集意见建议1.2万条，已采纳落实1.1万条，其余500条正在研究。
            SUM_DIFFERS          | 50个        | 查摆问题50个：班子问题20个，个人问题25个。
            SUM_DIFFERS          | 200件       | 全年受理来信来访200件（来信80件、来访70件、网上60件）。
            SUM_DIFFERS          | 20项        | 建章立制20项，其中党建类8项、业务类9项、作风类6项。
            SUM_DIFFERS          | 230件       | 来信80件、来访70件、网上60件，共计230件。
            TOLD_TWICE           | 48个        | 专题会查摆问题50个。⏎对查摆出的48个问题逐一建账。
            DONE_MORE_THAN_FOUND | 52个        | 梳理问题清单48个，已完成整改52个。
            DONE_MORE_THAN_FOUND | 三十六个      | 检视问题三十二个，目前已解决三十六个。
            MORE_BACK_THAN_OUT   | 80张        | 目前下发通知单50张、提示单90张，收到反馈单80张。
            MORE_BACK_THAN_OUT   | 320份       | 发放调查问卷300份，回收有效问卷320份。
            MORE_BACK_THAN_OUT   | 25份        | 向市直部门发出征求意见函20份，收到回函25份。
            RATE_DIFFERS         | 95%        | 共发现问题200个，已整改180个，整改率95%。
            RATE_DIFFERS         | 98.5%      | 受理群众诉求400件，办结390件，办结率98.5%。
            ALL_DONE_BESIDE_OPEN | 6个         | 所有问题均已整改到位。个别历史遗留问题情况复杂，还有6个。
            ALL_DONE_BESIDE_OPEN | 3件         | 整改率100%，剩余3件将于年底前办结。
            TOLD_TWICE           | 46个        | 全镇排查安全隐患问题42个。⏎经汇总，全镇排查安全隐患问题46个，均建账。
            WRONG_WAY            | 92%提升到87% | 满意率由92%提升到87%。
            WRONG_WAY            | 12天压减到15 | 办理时间从12天压减到15天。
            SHARES_OVER_ALL      | 45%、35%、30% | 三类诉求分别占45%、35%、30%。
            NO_SUCH_DAY          | 2026年2月29日 | 会议于2026年2月29日召开。
            NO_SUCH_DAY          | 13月5日      | 自13月5日起施行。
            """)
    void what_cannot_be_right_is_found_where_it_stands(Rule rule, String words, String sentence) {
        var text = "一、基本情况\n" + sentence.replace('⏎', '\n');
        assertThat(doubts(text)).singleElement().satisfies(doubt -> {
            assertThat(doubt.rule()).isEqualTo(rule);
            assertThat(text.substring(doubt.begin(), doubt.end())).startsWith(words);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "满意率达到98.5%，较上年提高8个百分点。",
        "网上办理量同比增长785%，其中手机端增长1200%。",
        "全年投资完成率125.5%，年度任务完成率达120%。",
        "排查发现问题50个，已整改40个，正在整改10个，整改率80%。",
        "受理诉求302件，办结286件，办结率94.7%。",
        "下发通知单50张、提示单90张，收到反馈单48张。",
        "发出征求意见函50份，征求到意见建议120条。",
        "查摆问题50个，制定整改措施100项，其中立行立改8项。",
        "2023年召开座谈会5场，2024年召开座谈会8场。",
        "问题均已整改到位。下一步还有3项制度要修订。",
        "热线12345全年受理，第12期简报〔2026〕12号印发，2月28日开会。",
        "满意率由87%提升到92%，平均用时从12天压缩到9天。",
        "三类诉求分别占45%、35%、20%。",
        "查摆问题50个：班子问题20个，个人问题30个（已整改12个）。",
        "建章立制20项，其中党建类8项、业务类9项。",
        "来信80件、来访70件、网上60件，共计210件。",
        "查摆班子问题20个。个人方面查摆个人问题30个。",
        "一是抓学习，两个维护走在前，三会一课常态化。",
        "新增营造林148万亩、其中绿化工程43万亩，修复治理退化草原517万亩。",
        "支持民间投资的比重分别为99.3%、93.8%、84.6%。"})
    void what_may_be_right_is_left_alone(String sentence) {
        assertThat(doubts(sentence)).isEmpty();
    }

    @Test
    void a_total_of_a_table_is_held_against_its_column() {
        var text = "单位\t发现\t整改\n路灯所\t12\t10\n水务站\t8\t8\n合计\t21\t18";
        assertThat(doubts(text)).singleElement().isEqualTo(new Doubt(Rule.TOTAL_DIFFERS, text.indexOf("21"), text.indexOf("21") + 2, List.of("21", "20")));
    }

    @Test
    void one_file_of_several_texts_holds_none_against_another() {
        var one = "甲镇的汇报\n一、做法\n全镇排查安全隐患问题42个。\n二、下步\n抓好落实。\n";
        assertThat(doubts(one + "乙镇的汇报\n一、做法\n全镇排查安全隐患问题46个。\n二、下步\n抓好落实。\n")).isEmpty();
    }

    @Test
    void a_place_is_told_by_line_and_column() {
        var report = new Report("标题\r\n办结率达到785%。");
        var doubt = ReportLint.of(report).getFirst();
        assertThat(report.line(doubt.begin())).isEqualTo(2);
        assertThat(report.column(doubt.begin())).isEqualTo(6);
    }

    @Test
    void a_report_is_read_as_word_as_a_table_and_as_text_of_either_kind() throws IOException {
        var words = "办结率达到785%。";
        var word = folder.resolve("report.bin");
        try (var document = new XWPFDocument(); var out = Files.newOutputStream(word)) {
            document.createParagraph().createRun().setText(words);
            var table = document.createTable(3, 2);
            for (int row = 0; row < 3; row++) {
                table.getRow(row).getCell(0).setText(row == 2 ? "合计" : "单位" + row);
                table.getRow(row).getCell(1).setText(row == 2 ? "9" : "4");
            }
            document.write(out);
        }
        assertThat(read(word)).extracting(Doubt::rule).containsExactly(Rule.RATE_OUT_OF_RANGE, Rule.TOTAL_DIFFERS);
        var sheet = folder.resolve("table.txt");
        try (var book = new XSSFWorkbook(); var out = Files.newOutputStream(sheet)) {
            var page = book.createSheet();
            for (int row = 0; row < 3; row++) {
                var line = page.createRow(row);
                line.createCell(0).setCellValue(row == 2 ? "合计" : "单位" + row);
                line.createCell(1).setCellValue(row == 2 ? 9 : 4);
            }
            book.write(out);
        }
        assertThat(read(sheet)).extracting(Doubt::rule).containsExactly(Rule.TOTAL_DIFFERS);
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            var plain = Files.writeString(folder.resolve("report.txt"), words, charset);
            assertThat(read(plain)).extracting(Doubt::rule).containsExactly(Rule.RATE_OUT_OF_RANGE);
        }
    }

    @Test
    void what_is_no_report_is_refused_and_not_guessed_at() throws IOException {
        var damaged = Files.write(folder.resolve("a.docx"), new byte[] {'P', 'K', 3, 4, 0, 0, 1, 2, 3});
        assertThat(ReportFile.read(damaged)).isEqualTo(new ReportFile.Read.Unreadable());
        var picture = Files.write(folder.resolve("a.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 1});
        assertThat(ReportFile.read(picture)).isEqualTo(new ReportFile.Read.Unreadable());
        try (var large = new java.io.RandomAccessFile(folder.resolve("b.txt").toFile(), "rw")) {
            large.setLength(ReportFile.BYTES_MAX + 1);
        }
        assertThat(ReportFile.read(folder.resolve("b.txt"))).isEqualTo(new ReportFile.Read.TooLarge());
    }

    @Test
    void in_the_origin_texts_the_two_slips_are_found_and_nothing_else() throws IOException {
        assumeTrue(Files.isDirectory(ORIGIN), "The origin texts are not beside the project");
        try (var files = Files.list(ORIGIN)) {
            for (var file : files.filter(it -> it.toString().endsWith(".txt")).toList()) {
                var found = read(file).stream().map(doubt -> doubt.rule() + " " + doubt.args().getFirst()).toList();
                assertThat(found).as("%s", file).isEqualTo(file.getFileName().toString().startsWith("003")
                        ? List.of("MORE_BACK_THAN_OUT 80张", "RATE_OUT_OF_RANGE 785%") : List.of());
            }
        }
    }

    private static List<Doubt> read(Path file) throws IOException {
        return ReportLint.of(((ReportFile.Read.Done) ReportFile.read(file)).report());
    }
}
