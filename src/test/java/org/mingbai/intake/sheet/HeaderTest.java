package org.mingbai.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingbai.intake.sheet.words.Field;

class HeaderTest {

    @Test
    void a_title_and_form_rows_stand_above_the_header() {
        var told = Drawn.sheet("""
                某市卫生健康委主题教育检视问题整改台账
                填报单位：（盖章） ||||| 填报日期：2023年11月15日
                单位：个
                序号|存在的突出问题|整改措施|责任单位|责任人|整改期限|整改进展
                1|停车位不足|增设车位50个|县医院|李敏|10月底前|已完成
                2|挂号排队时间长|增设窗口|药政科|吴刚|2023年底|推进中
                """).merged("A1:G1", "A2:D2").read();
        assertThat(told.numbers()).containsExactly("1", "2");
        assertThat(told.problems()).containsExactly("停车位不足", "挂号排队时间长");
        assertThat(told.measures()).containsExactly("增设车位50个", "增设窗口");
        assertThat(told.leads()).containsExactly("县医院", "药政科");
        assertThat(told.owners()).containsExactly("李敏", "吴刚");
        assertThat(told.dues()).containsExactly("2023-10-31", "2023-12-31");
        assertThat(told.progress()).containsExactly("已完成", "推进中");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN");
        assertThat(told.lights()).containsExactly("-", "-");
        assertThat(told.skipped()).containsExactly("1 ABOVE_TABLE", "2 ABOVE_TABLE", "3 ABOVE_TABLE");
    }

    @Test
    void the_table_may_begin_right_of_and_below_empty_cells() {
        var told = Drawn.sheet("""


                ||序号|问题|措施|时限
                ||1|停车位不足|增设车位|2023.10.31
                """).read();
        assertThat(told.only().problem()).isEqualTo("停车位不足");
        assertThat(told.dues()).containsExactly("2023-10-31");
    }

    @Test
    void blanks_and_line_breaks_within_a_heading_do_not_matter() {
        var told = Drawn.sheet("""
                序⏎号|存 在 问 题|整改⏎措施|牵头　单位|责 任 人|完成⏎时限
                1|停车位不足|增设车位|县医院|李敏|2023.10.31
                """).read();
        assertThat(told.numbers()).containsExactly("1");
        assertThat(told.leads()).containsExactly("县医院");
        assertThat(told.owners()).containsExactly("李敏");
        assertThat(told.dues()).containsExactly("2023-10-31");
    }

    @Test
    void two_header_rows_with_merged_groups() {
        var told = Drawn.sheet("""
                序号|问题|责任分工||||整改情况|
                ||牵头单位|配合单位|分管领导|责任人|完成时限|是否销号
                1|停车位不足|县医院|药政科|陈静|李敏|2023.10.31|是
                """).merged("A1:A2", "B1:B2", "C1:F1", "G1:H1").read();
        assertThat(told.leads()).containsExactly("县医院");
        assertThat(told.coUnits()).containsExactly("药政科");
        assertThat(told.leaders()).containsExactly("陈静");
        assertThat(told.owners()).containsExactly("李敏");
        assertThat(told.dues()).containsExactly("2023-10-31");
        assertThat(told.states()).containsExactly("CLOSED");
    }

    @Test
    void two_header_rows_without_merges() {
        var told = Drawn.sheet("""
                序号|问题|责任||时间|
                ||单位|人员|开始|完成
                1|停车位不足|县医院|李敏|2023.9.1|2023.10.31
                """).read();
        assertThat(told.leads()).containsExactly("县医院");
        assertThat(told.owners()).containsExactly("李敏");
        assertThat(told.dues()).containsExactly("2023-10-31");
    }

    @Test
    void three_header_rows() {
        var told = Drawn.sheet("""
                序号|问题情况||整改情况||||
                |问题描述|问题来源|整改措施|责任落实|||完成时限
                ||||责任单位|责任领导|责任人|
                1|停车位不足|群众反映|增设车位|县医院|陈静|李敏|2023.10.31
                """).merged("A1:A3", "B1:C1", "B2:B3", "C2:C3", "D1:H1", "D2:D3", "E2:G2", "H2:H3").read();
        assertThat(told.problems()).containsExactly("停车位不足");
        assertThat(told.sources()).containsExactly("群众反映");
        assertThat(told.leads()).containsExactly("县医院");
        assertThat(told.leaders()).containsExactly("陈静");
        assertThat(told.owners()).containsExactly("李敏");
        assertThat(told.dues()).containsExactly("2023-10-31");
    }

    @Test
    void ticks_under_a_group_of_states_or_kinds_are_read() {
        var told = Drawn.sheet("""
                序号|问题|整改时限|||完成情况|
                ||立行立改|限期整改|长期坚持|已完成|未完成
                1|停车位不足|√|||√|
                2|挂号难|||√||√
                3|流程繁琐||2023.12.15|||√
                """).merged("A1:A2", "B1:B2", "C1:E1", "F1:G1").read();
        assertThat(told.dues()).containsExactly("IMMEDIATE", "LONG_TERM", "2023-12-15");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN", "OPEN");
    }

    @Test
    void leading_and_responsible_and_helping_units_stand_side_by_side() {
        var told = Drawn.sheet("""
                序号|问题|牵头单位|责任单位|协办单位|责任人
                1|停车位不足|市卫健委|县医院、市中医院|公安局|李敏
                """).read();
        assertThat(told.leads()).containsExactly("市卫健委");
        assertThat(told.coUnits()).containsExactly("县医院 / 市中医院 / 公安局");
    }

    @Test
    void a_heading_not_known_by_its_words_is_guessed_from_what_stands_below_and_marked() {
        var told = Drawn.sheet("""
                序号|问题|怎么改|谁来管|啥时候
                1|停车位不足|1.增设车位；2.设置引导牌|县医院|2023.10.31
                2|挂号排队时间长|1.增设窗口；2.延长时间|药政科|2023年11月底
                3|流程繁琐|1.合并环节；2.公开流程|财务科|2023-12-15
                """).read();
        assertThat(told.dues()).containsExactly("2023-10-31", "2023-11-30", "2023-12-15");
        assertThat(told.leads()).containsExactly("县医院", "药政科", "财务科");
        assertThat(told.measures().getFirst()).isEqualTo("增设车位 / 设置引导牌");
        assertThat(told.doubts()).contains("C1 guessedColumn", "D1 guessedColumn", "E1 guessedColumn");
    }

    @Test
    void a_heading_in_a_known_ledger_stays_unguessed_where_its_field_is_there_already() {
        var told = Drawn.sheet("""
                序号|问题|措施|责任单位|完成时限|上会
                1|停车位不足|增设车位|县医院|2023.10.31|2023.9.1
                2|挂号难|增设窗口|药政科|2023.11.30|2023.9.2
                """).read();
        assertThat(told.dues()).containsExactly("2023-10-31", "2023-11-30");
        assertThat(told.matters().getFirst().rest()).containsEntry("上会", "2023.9.1");
        assertThat(told.doubts()).isEmpty();
    }

    @Test
    void what_the_tenant_says_a_heading_means_goes_before_what_is_known() {
        var told = Drawn.sheet("""
                序号|事件|问题|谁来管
                1|停车位不足|交通|县医院
                """).mapped(new ColumnMapping(Map.of("事件", Field.PROBLEM, "问题", Field.CATEGORY, "谁来管", Field.LEAD_UNIT))).read();
        assertThat(told.problems()).containsExactly("停车位不足");
        assertThat(told.leads()).containsExactly("县医院");
        assertThat(told.only().category()).isEqualTo("交通");
    }

    @Test
    void a_second_table_below_with_other_columns_is_read_by_its_own_header() {
        var told = Drawn.sheet("""
                一、巡察反馈问题
                序号|问题|整改措施|责任单位|完成时限
                1|停车位不足|增设车位|县医院|2023.10.31

                二、群众反映问题
                序号|反映问题|来源|承办单位|责任人|办理时限|办理情况
                1|挂号难|热线|药政科|李敏|2023.12.1|已办结
                """).read();
        assertThat(told.problems()).containsExactly("停车位不足", "挂号难");
        assertThat(told.sources()).containsExactly("-", "热线");
        assertThat(told.leads()).containsExactly("县医院", "药政科");
        assertThat(told.owners()).containsExactly("", "李敏");
        assertThat(told.dues()).containsExactly("2023-10-31", "2023-12-01");
        assertThat(told.states()).containsExactly("OPEN", "CLOSED");
    }

    @Test
    void the_unit_that_fills_the_sheet_in_leads_where_no_column_says_who_does() {
        var told = Drawn.sheet("""
                问题整改台账
                填报单位：县医院
                序号|问题|措施|责任人
                1|停车位不足|增设车位|李敏
                """).read();
        assertThat(told.leads()).containsExactly("县医院");
    }

    @Test
    void the_year_in_a_heading_or_title_is_that_of_dates_without_one() {
        var told = Drawn.sheet("""
                2022年度问题整改台账
                序号|问题|措施|完成时限
                1|停车位不足|增设车位|10月底前
                """).read();
        assertThat(told.dues()).containsExactly("2022-10-31");
    }

    @Test
    void a_group_merged_over_several_columns_counts_once() {
        var told = Drawn.sheet("""
                编号|问题||整改任务||责任单位|整改进展情况
                |反馈问题|发现途径|工作目标|整改措施及办法||
                ||||||
                01|停车位不足|自查|问题清零|增设车位|县医院|推进中
                """).merged("A1:A3", "B1:C1", "D1:E1", "B2:B3", "C2:C3", "D2:D3", "E2:E3", "F1:F3", "G1:G3").read();
        assertThat(told.numbers()).containsExactly("01");
        assertThat(told.leads()).containsExactly("县医院");
        assertThat(told.progress()).containsExactly("推进中");
    }

    @Test
    void a_sign_may_head_the_numbers() {
        var told = Drawn.sheet("""
                #|Problem|Action|Lead unit|Due
                1|Car park full|Add spaces|Estates Department|2023-10-31
                """).read();
        assertThat(told.numbers()).containsExactly("1");
    }
}
