package org.mingbai.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// One form per problem instead of a table.
class FormsTest {

    @Test
    void labels_left_and_values_right() {
        var told = Drawn.sheet("""
                问题整改情况登记表
                序号|1
                存在问题|停车位不足
                问题来源|群众反映
                整改目标|问题清零
                整改措施|1.增设车位50个⏎2.设置引导牌
                责任单位|县医院
                责任人|李敏、吴刚
                整改时限|2023年10月底前
                整改进展|已完成
                """).merged("A1:B1").read();
        var only = told.only();
        assertThat(only.number()).isEqualTo("1");
        assertThat(only.problem()).isEqualTo("停车位不足");
        assertThat(only.source()).isEqualTo("群众反映");
        assertThat(only.goal()).isEqualTo("问题清零");
        assertThat(told.measures()).containsExactly("增设车位50个 / 设置引导牌");
        assertThat(only.leadUnit()).isEqualTo("县医院");
        assertThat(only.owners()).containsExactly("李敏", "吴刚");
        assertThat(told.dues()).containsExactly("2023-10-31");
        assertThat(told.states()).containsExactly("CLOSED");
    }

    @Test
    void two_pairs_to_a_row_with_merged_values() {
        var told = Drawn.sheet("""
                整改销号表
                问题编号|12|问题来源|巡察反馈
                问题描述|停车位不足||
                整改措施|增设车位；设置引导牌||
                牵头单位|县医院|配合单位|药政科、财务科
                分管领导|陈静|责任人|李敏
                完成时限|2023.12.31|是否销号|否
                """).merged("A1:D1", "B3:D3", "B4:D4").read();
        assertThat(told.numbers()).containsExactly("12");
        assertThat(told.sources()).containsExactly("巡察反馈");
        assertThat(told.measures()).containsExactly("增设车位 / 设置引导牌");
        assertThat(told.coUnits()).containsExactly("药政科 / 财务科");
        assertThat(told.leaders()).containsExactly("陈静");
        assertThat(told.owners()).containsExactly("李敏");
        assertThat(told.dues()).containsExactly("2023-12-31");
        assertThat(told.states()).containsExactly("OPEN");
    }

    @Test
    void forms_one_below_the_other() {
        var told = Drawn.sheet("""
                整改登记表
                序号|1|责任单位|县医院
                存在问题|停车位不足||
                整改措施|增设车位||
                整改时限|2023.10.31|完成情况|已完成

                整改登记表
                序号|2|责任单位|药政科
                存在问题|挂号难||
                整改措施|增设窗口||
                整改时限|2023.12.31|完成情况|推进中
                """).read();
        assertThat(told.numbers()).containsExactly("1", "2");
        assertThat(told.problems()).containsExactly("停车位不足", "挂号难");
        assertThat(told.leads()).containsExactly("县医院", "药政科");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN");
    }

    @Test
    void a_form_on_each_sheet() {
        var told = Drawn.sheet("问题1", "存在问题|停车位不足\n整改措施|增设车位\n责任单位|县医院\n整改时限|立行立改\n")
                .and("问题2", "存在问题|挂号难\n整改措施|增设窗口\n责任单位|药政科\n整改时限|长期坚持\n").read();
        assertThat(told.problems()).containsExactly("停车位不足", "挂号难");
        assertThat(told.dues()).containsExactly("IMMEDIATE", "LONG_TERM");
    }

    @Test
    void measures_on_several_rows_beside_one_merged_label() {
        var told = Drawn.sheet("""
                问题编号|3
                存在问题|停车位不足
                整改措施|1.增设车位50个
                |2.设置引导牌
                |3.错峰就诊
                责任单位|县医院
                整改时限|2023.10.31
                填表说明|本表由责任单位填写
                """).merged("A3:A5").read();
        assertThat(told.measures()).containsExactly("增设车位50个 / 设置引导牌 / 错峰就诊");
        assertThat(told.leads()).containsExactly("县医院");
    }

    @Test
    void a_label_with_a_colon_in_the_cell_of_its_value() {
        var told = Drawn.sheet("""
                问题整改单
                序号：1
                存在问题：停车位不足
                整改措施：增设车位
                责任单位：县医院
                责任人：李敏
                整改时限：2023年10月31日
                """).read();
        assertThat(told.numbers()).containsExactly("1");
        assertThat(told.problems()).containsExactly("停车位不足");
        assertThat(told.owners()).containsExactly("李敏");
        assertThat(told.dues()).containsExactly("2023-10-31");
    }

    @Test
    void an_empty_value_is_not_taken_from_the_next_label() {
        var told = Drawn.sheet("""
                存在问题|停车位不足||
                整改措施|增设车位||
                责任单位||责任人|李敏
                整改时限|2023.10.31|联系电话|
                """).read();
        assertThat(told.leads()).containsExactly("-");
        assertThat(told.owners()).containsExactly("李敏");
    }

    @Test
    void labels_spaced_wide_and_marked_are_labels() {
        var told = Drawn.sheet("""
                序　　号：|1
                存 在 问 题：|停车位不足
                整改⏎措施|增设车位
                *责任单位|县医院
                责 任 人|李 敏
                整改时限（年月日）|2023-10-31
                """).read();
        assertThat(told.numbers()).containsExactly("1");
        assertThat(told.owners()).containsExactly("李敏");
        assertThat(told.dues()).containsExactly("2023-10-31");
    }

    @Test
    void an_english_form() {
        var told = Drawn.sheet("""
                Issue record
                Issue No.|7
                Issue|Car park full
                Corrective action|1. Add spaces⏎2. Put up signs
                Lead unit|Estates Department
                Owner|John Smith
                Due date|31 October 2023
                Status|Closed
                """).read();
        assertThat(told.numbers()).containsExactly("7");
        assertThat(told.measures()).containsExactly("Add spaces / Put up signs");
        assertThat(told.dues()).containsExactly("2023-10-31");
        assertThat(told.states()).containsExactly("CLOSED");
    }
}
