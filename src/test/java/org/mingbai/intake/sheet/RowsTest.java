package org.mingbai.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowsTest {

    private static final String HEADER = "序号|问题|整改措施|责任单位|责任人|完成时限|进展情况\n";

    @Test
    void totals_signatures_and_notes_are_no_matters() {
        var told = Drawn.sheet(HEADER + """
                1|停车位不足|增设车位|县医院|李敏|2023.10.31|已完成
                小计|1项||||
                2|挂号难|增设窗口|药政科|吴刚|2023.12.31|推进中
                合计|共2项||||
                填表人：王芳||审核人：陈静||联系电话：0571-87654321
                备注：本表一式两份。
                注：1.“完成时限”请填写到日；2.本表每月25日前报送。
                """).merged("A7:G7", "A8:G8").read();
        assertThat(told.problems()).containsExactly("停车位不足", "挂号难");
        assertThat(told.skipped()).containsExactly("3 TOTAL", "5 TOTAL", "6 SIGNATURE", "7 NOTE", "8 NOTE");
    }

    @Test
    void a_total_may_stand_in_any_column() {
        var told = Drawn.sheet(HEADER + """
                1|停车位不足|增设车位|县医院|李敏|2023.10.31|已完成
                |合计|1|||
                |小计：1项
                总计|1|1|1
                """).read();
        assertThat(told.problems()).containsExactly("停车位不足");
    }

    @Test
    void sections_head_the_matters_below_them() {
        var told = Drawn.sheet(HEADER + """
                一、体制机制方面
                1|停车位不足|增设车位|县医院|李敏|2023.10.31|已完成
                （二）作风建设方面（共1项）
                2|挂号难|增设窗口|药政科|吴刚|2023.12.31|推进中
                """).merged("A2:G2", "A4:G4").read();
        assertThat(told.problems()).containsExactly("停车位不足", "挂号难");
        assertThat(told.matters()).extracting(ReadMatter::section).containsExactly("体制机制方面", "作风建设方面（共1项）");
    }

    @Test
    void the_header_repeated_on_every_page_is_no_matter() {
        var told = Drawn.sheet(HEADER + "1|停车位不足|增设车位|县医院|李敏|2023.10.31|已完成\n" + HEADER
                + "2|挂号难|增设窗口|药政科|吴刚|2023.12.31|推进中\n").read();
        assertThat(told.problems()).containsExactly("停车位不足", "挂号难");
        assertThat(told.skipped()).containsExactly("3 HEADER_AGAIN");
    }

    @Test
    void a_row_of_column_numbers_below_the_header_is_no_matter() {
        var told = Drawn.sheet(HEADER + "1|2|3|4|5|6|7\n1|停车位不足|增设车位|县医院|李敏|2023.10.31|已完成\n").read();
        assertThat(told.problems()).containsExactly("停车位不足");
    }

    @Test
    void hidden_rows_are_left_out() {
        var told = Drawn.sheet(HEADER + """
                1|停车位不足|增设车位|县医院|李敏|2023.10.31|已完成
                2|旧问题|旧措施|药政科|吴刚|2023.12.31|推进中
                3|挂号难|增设窗口|药政科|吴刚|2023.12.31|推进中
                """).hiddenRows(3).read();
        assertThat(told.numbers()).containsExactly("1", "3");
        assertThat(told.skipped()).containsExactly("3 HIDDEN");
    }

    @Test
    void struck_rows_are_left_out_and_struck_words_too() {
        var told = Drawn.sheet(HEADER + """
                1|停车位不足|增设车位50个|县医院|李敏|2023.10.31|已完成
                2|旧问题|旧措施|药政科|吴刚|2023.12.31|推进中
                """).struck("A3:G3").partlyStruck("C2", "50个").read();
        assertThat(told.problems()).containsExactly("停车位不足");
        assertThat(told.measures()).containsExactly("增设车位");
        assertThat(told.skipped()).containsExactly("3 STRUCK");
    }

    @Test
    void a_corrected_deadline_beside_a_struck_one_counts() {
        var told = Drawn.sheet(HEADER + "1|停车位不足|增设车位|县医院|李敏|2023.12.31 2023.10.31|推进中\n").partlyStruck("F2", "2023.12.31").read();
        assertThat(told.dues()).containsExactly("2023-10-31");
    }

    @Test
    void an_example_row_is_no_matter() {
        var told = Drawn.sheet(HEADER + "例|窗口态度差|开展培训|办公室|张三|2023.9.30|已完成\n1|停车位不足|增设车位|县医院|李敏|2023.10.31|已完成\n").read();
        assertThat(told.problems()).containsExactly("停车位不足");
    }

    @Test
    void numbers_of_every_style_are_kept_as_text() {
        var told = Drawn.sheet(HEADER + """
                1-1|甲问题|措施|县医院|李敏|2023.10.31|已完成
                1.2|乙问题|措施|县医院|李敏|2023.10.31|已完成
                （3）|丙问题|措施|县医院|李敏|2023.10.31|已完成
                四|丁问题|措施|县医院|李敏|2023.10.31|已完成
                XC-2023-005|戊问题|措施|县医院|李敏|2023.10.31|已完成
                006|己问题|措施|县医院|李敏|2023.10.31|已完成
                """).read();
        assertThat(told.numbers()).containsExactly("1-1", "1.2", "（3）", "四", "XC-2023-005", "006");
    }

    @Test
    void empty_numbered_rows_left_for_later_are_no_matters() {
        var told = Drawn.sheet(HEADER + """
                1|停车位不足|增设车位|县医院|李敏|2023.10.31|已完成
                2||||||
                3||||||
                """).read();
        assertThat(told.problems()).containsExactly("停车位不足");
        assertThat(told.skipped()).containsExactly("3 ONLY_A_NUMBER", "4 ONLY_A_NUMBER");
    }

    @Test
    void rows_without_a_number_are_matters_all_the_same() {
        var told = Drawn.sheet("""
                问题|整改措施|责任单位|完成时限
                停车位不足|增设车位|县医院|2023.10.31
                挂号难|增设窗口|药政科|2023.12.31
                """).read();
        assertThat(told.numbers()).containsExactly("-", "-");
        assertThat(told.problems()).containsExactly("停车位不足", "挂号难");
    }

    @Test
    void problems_that_begin_like_a_total_or_a_note_are_matters() {
        var told = Drawn.sheet(HEADER + """
                1|总量控制不严|措施|县医院|李敏|2023.10.31|已完成
                2|注册流程繁琐|措施|县医院|李敏|2023.10.31|已完成
                3|说明书不清|措施|县医院|李敏|2023.10.31|已完成
                4|合计金额填写错误|措施|县医院|李敏|2023.10.31|已完成
                5|审核时间长|措施|县医院|李敏|2023.10.31|已完成
                """).read();
        assertThat(told.numbers()).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void thousands_of_formatted_empty_rows_cost_nothing_and_say_nothing() {
        var told = Drawn.sheet(HEADER + "1|停车位不足|增设车位|县医院|李敏|2023.10.31|已完成\n").filledIndexed("A3:G800",
                org.apache.poi.ss.usermodel.IndexedColors.WHITE).read();
        assertThat(told.problems()).containsExactly("停车位不足");
        assertThat(told.skipped()).isEmpty();
    }
}
