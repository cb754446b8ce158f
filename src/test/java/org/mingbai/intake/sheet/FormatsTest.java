package org.mingbai.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {

    private static final String CSV = """
            序号,问题描述,整改措施,责任单位,责任人,完成时限,整改状态
            1,停车位不足,"1、增设车位50个
            2、设置""引导""牌",县医院,"李敏,吴刚",2023/10/31,已销号
            2,挂号难𠮷,增设窗口,药政科,周丽,2023/12/31,整改中
            """;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void a_csv_in_any_encoding_is_understood(String charset) throws IOException {
        var text = (charset.endsWith("E") ? "\uFEFF" : "") + CSV.replace("\n", "\r\n");
        understood(Told.ofText(".csv", text, Charset.forName(charset)));
    }

    @Test
    void a_csv_with_byte_order_mark_title_and_other_separators_is_understood() throws IOException {
        understood(Told.ofText(".csv", "\uFEFF" + CSV, StandardCharsets.UTF_8));
        understood(Told.ofText(".csv", "问题整改台账,,,,,,\n填报单位：办公室,,,,,,\n" + CSV, StandardCharsets.UTF_8));
        understood(Told.ofText(".txt", tabbed(CSV, "\t"), StandardCharsets.UTF_8));
        understood(Told.ofText(".csv", tabbed(CSV, ";"), StandardCharsets.UTF_8));
        understood(Told.ofText(".csv", tabbed(CSV, "|"), StandardCharsets.UTF_8));
    }

    private static String tabbed(String csv, String separator) {
        return csv.replace("\"李敏,吴刚\"", "李敏、吴刚").replace(",", separator);
    }

    private static void understood(Told told) {
        assertThat(told.numbers()).containsExactly("1", "2");
        assertThat(told.problems()).containsExactly("停车位不足", "挂号难𠮷");
        assertThat(told.measures()).containsExactly("增设车位50个 / 设置\"引导\"牌", "增设窗口");
        assertThat(told.owners()).containsExactly("李敏 / 吴刚", "周丽");
        assertThat(told.dues()).containsExactly("2023-10-31", "2023-12-31");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN");
    }

    @Test
    void a_page_saved_as_xls_is_understood() throws IOException {
        var told = Told.ofText(".xls", """
                <html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
                <style>td{border:1px solid}</style><script>var a = "<td>no</td>";</script></head><body><table>
                <tr><th colspan=5>问题台账</th></tr>
                <tr><th>序号</th><th>问题</th><th>整改措施</th><th>责任单位</th><th>办结时限</th></tr>
                <tr><td rowspan=2>1</td><td rowspan=2>停车位不足</td><td>增设车位</td><td rowspan=2>县医院</td><td rowspan=2>2023-10-31</td></tr>
                <tr><td>设置引导牌</td></tr>
                <tr><td>2</td><td>挂号难&nbsp;&amp;&#39640;峰</td><td>增设窗口<br>延长时间</td><td>药政科</td><td>2023-12-31</td></tr>
                </table></body></html>
                """, Charset.forName("GB18030"));
        assertThat(told.problems()).containsExactly("停车位不足", "挂号难 &高峰");
        assertThat(told.measures()).containsExactly("增设车位 / 设置引导牌", "增设窗口 / 延长时间");
        assertThat(told.dues()).containsExactly("2023-10-31", "2023-12-31");
    }

    @Test
    void an_old_xls_keeps_merges_colours_strikes_hidden_rows_and_dates() {
        var told = Drawn.sheet("""
                台账
                序号|问题|整改措施|责任单位|完成时限|亮灯
                1|停车位不足|增设车位50个|县医院||
                ||设置引导牌|||
                2|旧问题|旧措施|药政科|2023.12.31|
                3|隐藏的|旧措施|药政科|2023.12.31|
                4|挂号难|增设窗口|药政科|四季度|
                """).merged("A1:F1", "A3:A4", "B3:B4", "D3:D4", "E3:E4", "F3:F4").dated("E3", "2023-10-31", "yyyy\"年\"m\"月\"d\"日\"")
                .filledIndexed("F3", IndexedColors.GREEN).filledIndexed("F7", IndexedColors.RED).struck("A5:E5").hiddenRows(6).readAsXls();
        assertThat(told.numbers()).containsExactly("1", "4");
        assertThat(told.measures()).containsExactly("增设车位50个 / 设置引导牌", "增设窗口");
        assertThat(told.dues()).containsExactly("2023-10-31", "2023-12-31");
        assertThat(told.lights()).containsExactly("GREEN", "RED");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN");
    }

    @Test
    void excel_dates_formulas_and_shares_are_read_as_shown() {
        var told = Drawn.sheet("""
                序号|问题|整改措施|责任单位|完成时限|完成率
                |停车位不足|增设车位|县医院||
                |挂号难|增设窗口|药政科||
                |流程繁琐|合并环节|财务科|45291|
                """).number("A2", 1, "0").formula("A3", "A2+1").formula("A4", "ROW()-1").dated("E2", "2023-10-31", "yyyy.mm.dd")
                        .dated("E3", "2023-12-15", "m/d/yy")
                .number("F2", 1, "0%").number("F3", 0.8, "0%").number("F4", 0.5, "0%").read();
        assertThat(told.numbers()).containsExactly("1", "2", "3");
        assertThat(told.dues()).containsExactly("2023-10-31", "2023-12-15", "2023-12-31");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN", "OPEN");
        assertThat(told.doubts()).containsExactly("E4 serialDate");
    }

    @Test
    void dates_of_a_book_that_counts_from_1904_are_the_same_days() throws IOException {
        try (var book = new org.apache.poi.xssf.usermodel.XSSFWorkbook()) {
            book.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            var sheet = book.createSheet();
            var style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            var head = sheet.createRow(0);
            head.createCell(0).setCellValue("问题");
            head.createCell(1).setCellValue("整改措施");
            head.createCell(2).setCellValue("完成时限");
            var row = sheet.createRow(1);
            row.createCell(0).setCellValue("停车位不足");
            row.createCell(1).setCellValue("增设车位");
            row.createCell(2).setCellValue(45230 - 1462);
            row.getCell(2).setCellStyle(style);
            var told = Told.of(".xlsx", ReadingOptions.asOf(java.time.LocalDate.of(2023, 11, 20)), book::write);
            assertThat(told.dues()).containsExactly("2023-10-31");
        }
    }
}
