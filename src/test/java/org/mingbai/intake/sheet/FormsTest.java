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

    @Test
    void a_label_not_known_word_for_word_counts_among_labels_that_are() {
        var told = Drawn.sheet("""
                问题序号|1
                存在的主要问题|停车位不足
                整改措施及办法|增设车位
                责任单位|县医院
                当前进展情况|已完成
                """).read();
        assertThat(told.measures()).containsExactly("增设车位");
        assertThat(told.progress()).containsExactly("已完成");
    }

    @Test
    void numbered_labels_begin_forms_of_their_own() {
        var told = Drawn.sheet("""
                问题一|停车位不足
                整改措施|增设车位
                责任单位|县医院
                整改时限|10月底前
                问题二|挂号难
                整改措施|增设窗口
                责任单位|药政科
                整改时限|12月底前
                """).read();
        assertThat(told.problems()).containsExactly("停车位不足", "挂号难");
        assertThat(told.leads()).containsExactly("县医院", "药政科");
        assertThat(told.dues()).containsExactly("2023-10-31", "2023-12-31");
    }

    @Test
    void a_label_that_comes_twice_within_one_form_begins_no_other() {
        var told = Drawn.sheet("""
                序号|1||
                存在问题|停车位不足||
                整改措施|增设车位|完成时限|2023.10.31
                整改措施|设置引导牌|完成时限|2023.11.30
                责任人|李敏|联系电话|13800000001
                经办人|吴刚|联系电话|13800000002
                """).read();
        assertThat(told.measures()).containsExactly("增设车位 / 设置引导牌");
        assertThat(told.dues()).containsExactly("2023-11-30");
    }

    @Test
    void forms_that_begin_with_another_label_than_the_number_stay_apart() {
        var told = Drawn.sheet("""
                整改情况表（1）|||
                状态|否|项次|1
                责任单位|县医院|分管领导|陈静
                问题内容|投诉电话无人接听||
                整改情况表（2）|||
                状态|是|项次|2
                责任单位|药政科|分管领导|陈静
                问题内容|挂号难||
                """).merged("A1:D1", "A5:D5").read();
        assertThat(told.numbers()).containsExactly("1", "2");
        assertThat(told.states()).containsExactly("OPEN", "CLOSED");
        assertThat(told.leads()).containsExactly("县医院", "药政科");
    }

    @Test
    void a_form_whose_best_known_line_is_not_its_first_is_a_form() {
        var told = Drawn.sheet("""
                问题整改登记表
                问题来源：|群众反映|是否完成：|是
                牵头负责人：|欧阳明|项次：|1
                完成情况：|已完成||
                目标：|问题清零||
                存在问题：|村卫生室药品不全||
                配合科室：|财务科||
                """).merged("A1:D1", "B4:D4", "B5:D5", "B6:D6").read();
        assertThat(told.problems()).containsExactly("村卫生室药品不全");
        assertThat(told.goals()).containsExactly("问题清零");
        assertThat(told.coUnits()).containsExactly("财务科");
    }

    @Test
    void rows_beside_forms_are_told_with_why() {
        var told = Drawn.sheet("""
                问题整改登记表
                存在问题|停车位不足
                整改措施|增设车位
                责任单位|县医院
                备注：本表一式两份
                填表人：李敏

                整改措施|增设窗口
                责任单位|药政科
                整改时限|2023.12.31
                """).read();
        assertThat(told.problems()).containsExactly("停车位不足");
        assertThat(told.skipped()).containsExactly("1 BESIDE_FORMS", "5 NOTE", "6 SIGNATURE", "8 NO_SUBJECT", "9 NO_SUBJECT", "10 NO_SUBJECT");
    }

    @Test
    void measures_in_columns_of_their_own_within_a_form() {
        var told = Drawn.sheet("""
                问题整改登记表
                序号|1|问题来源|巡察反馈
                存在问题|停车位不足||
                整改措施|责任人|完成时限|进展情况
                1.增设车位|李敏|2023.10.31|已完成
                2.设置引导牌|吴刚|2023.11.30|推进中
                """).merged("A1:D1", "B3:D3").read();
        assertThat(told.problems()).containsExactly("停车位不足");
        assertThat(told.measures()).containsExactly("增设车位 / 设置引导牌");
        assertThat(told.owners()).containsExactly("李敏 / 吴刚");
        assertThat(told.dues()).containsExactly("2023-11-30");
        assertThat(told.states()).containsExactly("OPEN");
    }

    @Test
    void several_labels_with_their_values_in_one_cell() {
        var told = Drawn.sheet("""
                问题一：停车位不足
                整改措施：1.增设车位；2.设置引导牌
                责任单位：县医院    责任人：李敏
                整改时限：2023年10月底前    完成情况：已完成

                问题二：挂号难
                整改措施：1.增设窗口⏎2.延长时间
                责任单位：药政科    责任人：吴刚
                整改时限：长期坚持    完成情况：推进中
                """).read();
        assertThat(told.problems()).containsExactly("停车位不足", "挂号难");
        assertThat(told.measures()).containsExactly("增设车位 / 设置引导牌", "增设窗口 / 延长时间");
        assertThat(told.leads()).containsExactly("县医院", "药政科");
        assertThat(told.owners()).containsExactly("李敏", "吴刚");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN");
    }

    @Test
    void a_table_on_its_side_has_a_problem_in_every_column() {
        var told = Drawn.sheet("""
                序号|1|2|3
                存在问题|停车难|挂号难|缴费难
                整改措施|扩车位|增窗口|增窗口
                责任单位|县医院|药政科|财务科
                整改时限|10月底|11月底|长期坚持
                进展情况|已完成|推进中|已完成
                """).read();
        assertThat(told.numbers()).containsExactly("1", "2", "3");
        assertThat(told.problems()).containsExactly("停车难", "挂号难", "缴费难");
        assertThat(told.leads()).containsExactly("县医院", "药政科", "财务科");
        assertThat(told.dues()).containsExactly("2023-10-31", "2023-11-30", "LONG_TERM");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN", "CLOSED");
    }

    @Test
    void a_column_of_hints_beside_the_values_is_no_second_form() {
        var told = Drawn.sheet("""
                序号|1|填写序号
                存在问题|停车难|请简要描述
                整改措施|扩车位|逐条填写
                责任单位|县医院|填写全称
                """).read();
        assertThat(told.problems()).containsExactly("停车难");
    }

    @Test
    void short_problems_beside_other_pairs_are_one_form() {
        var told = Drawn.sheet("""
                序号|1|责任单位|县医院
                存在问题|停车难|问题来源|巡察反馈
                整改措施|扩车位|整改时限|10月底前
                分管领导|陈静|责任人|李敏
                """).read();
        assertThat(told.problems()).containsExactly("停车难");
        assertThat(told.sources()).containsExactly("巡察反馈");
    }
}
