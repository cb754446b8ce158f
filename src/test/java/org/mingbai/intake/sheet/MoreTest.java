package org.mingbai.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Ledgers with several traits at once, as they come in.
class MoreTest {

    @Test
    void measures_merged_problem_with_own_state_and_light_per_row() {
        var told = Drawn.sheet("""
                县医院主题教育查摆问题整改清单
                单位（盖章）：县医院　　　　填表日期：2023年11月18日
                序⏎号|查摆出的问题|整 改 措 施|责任处室及责任人|整改时限|完成情况|亮灯
                1|⏎停车位不足⏎|（1）增设车位50个；|后勤处 李敏|2023年10月|已完成|绿
                ||（2）设置引导牌。|后勤处 吴刚|2023年11月|正在推进|黄
                2|挂号难|（1）增设窗口|门诊部 周丽|长期|持续推进|黄
                """).merged("A1:G1", "A2:G2", "A4:A5", "B4:B5").read();
        assertThat(told.numbers()).containsExactly("1", "2");
        assertThat(told.problems()).containsExactly("停车位不足", "挂号难");
        assertThat(told.measures()).containsExactly("增设车位50个 / 设置引导牌", "增设窗口");
        assertThat(told.leads()).containsExactly("后勤处", "门诊部");
        assertThat(told.owners()).containsExactly("李敏 / 吴刚", "周丽");
        assertThat(told.dues()).containsExactly("2023-11-30", "LONG_TERM");
        assertThat(told.states()).containsExactly("OPEN", "OPEN");
    }

    @Test
    void a_problem_that_runs_over_two_cells_of_title_and_text() {
        var told = Drawn.sheet("""
                序号|问题类别|具体问题|整改举措|牵头领导|牵头处室|责任处室|责任人及电话|完成时限|目前进展|是否销号|备注
                1|服务方面|停车位不足|一是增设车位；二是错峰|王建国副院长|后勤处|保卫处|李敏 13800138000|2023年12月底前|已完成增设车位30个，剩余20个|否|
                2|管理方面|挂号难|1.增设窗口2.延长时间|王建国、陈静|门诊部||周丽/13900139000|立行立改|已整改到位|是|
                """).read();
        assertThat(told.leaders()).containsExactly("王建国", "王建国、陈静");
        assertThat(told.coUnits()).containsExactly("保卫处", "");
        assertThat(told.owners()).containsExactly("李敏", "周丽");
        assertThat(told.measures()).containsExactly("增设车位 / 错峰", "增设窗口 / 延长时间");
        assertThat(told.dues()).containsExactly("2023-12-31", "IMMEDIATE");
        assertThat(told.states()).containsExactly("OPEN", "CLOSED");
    }

    @Test
    void filtered_rows_a_frozen_header_and_a_total_above_the_table() {
        var told = Drawn.sheet("""
                整改台账
                问题总数：3|已完成：1|推进中：2
                序号|问题|措施|责任部门|期限|状态
                1|停车位不足|增设车位|后勤处|10月31日|已完成
                2|挂号难|增设窗口|门诊部|11月30日|推进中
                3|流程繁琐|合并环节|办公室|12月31日|推进中
                """).read();
        assertThat(told.numbers()).containsExactly("1", "2", "3");
        assertThat(told.dues()).containsExactly("2023-10-31", "2023-11-30", "2023-12-31");
    }

    @Test
    void section_texts_in_the_first_column_only() {
        var told = Drawn.sheet("""
                序号|问题|措施|责任部门|期限|状态
                一、理论学习方面
                1|停车位不足|增设车位|后勤处|10月31日|已完成
                二、政治素质方面
                2|挂号难|增设窗口|门诊部|11月30日|推进中
                小计：2个
                领导签字：            日期：
                """).read();
        assertThat(told.numbers()).containsExactly("1", "2");
        assertThat(told.matters()).extracting(ReadMatter::section).containsExactly("理论学习方面", "政治素质方面");
    }

    @Test
    void ticks_and_crosses_tell_the_state() {
        var told = Drawn.sheet("""
                序号|存在问题|工作举措|包案领导|承办科室|整改期限|是否完成整改（√/×）
                1|停车位不足|增设车位|陈静|后勤科|2023/10/31|√
                2|挂号难|增设窗口|陈静|门诊科|2023/11/30|×
                3|流程繁琐|合并环节|陈静|办公室|2023/12/31|
                """).read();
        assertThat(told.states()).containsExactly("CLOSED", "OPEN", "OPEN");
        assertThat(told.leaders()).containsExactly("陈静", "陈静", "陈静");
    }

    @Test
    void the_state_by_colour_of_the_number_cell_alone() {
        var told = Drawn.sheet("""
                序号|问题|整改措施|责任单位|完成时限
                1|停车位不足|增设车位|县医院|2023.10.31
                2|挂号难|增设窗口|药政科|2023.11.30
                3|流程繁琐|合并环节|财务科|2023.12.31
                合计|3
                """).filled("A2", 0x00FF00).filled("A3", 0xFFFF00).filled("A4", 0xFF0000).filled("A5:E5", 0xD9D9D9).read();
        assertThat(told.lights()).containsExactly("GREEN", "YELLOW", "RED");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN", "OPEN");
    }

    @Test
    void merged_matter_with_light_on_the_merged_cell() {
        var told = Drawn.sheet("""
                序号|问题|整改措施|责任单位|进度
                1|停车位不足|增设车位|县医院|
                ||设置引导牌||
                2|挂号难|增设窗口|药政科|
                """).merged("A2:A3", "B2:B3", "D2:D3", "E2:E3").filled("E2:E3", 0x00B050).filled("E4", 0xFFC000).read();
        assertThat(told.lights()).containsExactly("GREEN", "YELLOW");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN");
    }

    @Test
    void a_sheet_per_unit_with_titles_and_a_summary() {
        var told = Drawn.sheet("汇总表", "单位|问题数|已销号|未销号\n县医院|1|1|0\n药政科|1|0|1\n合计|2|1|1\n")
                .and("1.县医院", "县医院问题整改台账\n序号|问题|整改措施|责任人|完成时限|是否销号\n1|停车位不足|增设车位|李敏|2023.10.31|是\n")
                .and("2、药政科", "药政科问题整改台账\n序号|问题|整改措施|责任人|完成时限|是否销号\n1|挂号难|增设窗口|吴刚|2023.12.31|否\n").read();
        assertThat(told.leads()).containsExactly("县医院", "药政科");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN");
    }

    @Test
    void the_form_with_grouped_labels() {
        var told = Drawn.sheet("""
                问 题 整 改 销 号 单
                编号：2023-08||填报时间：2023年11月10日|
                问题情况|问题描述|停车位不足|
                |问题来源|群众反映|
                整改情况|整改目标|新增50个|
                |整改措施|1.增设车位⏎2.设置引导牌|
                |责任单位|县医院|
                |责任人|李敏|
                |整改时限|2023年12月|
                |整改进展|已完成|
                审核意见|同意销号||
                """).merged("A1:D1", "A3:A4", "A5:A10").read();
        assertThat(told.numbers()).containsExactly("2023-08");
        assertThat(told.problems()).containsExactly("停车位不足");
        assertThat(told.sources()).containsExactly("群众反映");
        assertThat(told.measures()).containsExactly("增设车位 / 设置引导牌");
        assertThat(told.dues()).containsExactly("2023-12-31");
        assertThat(told.states()).containsExactly("CLOSED");
    }

    @Test
    void forms_side_by_side_in_columns_label_above_value_are_a_table() {
        var told = Drawn.sheet("""
                编号|2023-001
                问题|停车位不足
                措施一|增设车位
                措施二|设置引导牌
                责任单位|县医院
                责任人|李敏
                完成时限|年底前
                状态|整改中
                """).read();
        assertThat(told.measures()).containsExactly("增设车位 / 设置引导牌");
        assertThat(told.states()).containsExactly("OPEN");
        assertThat(told.dues()).containsExactly("2023-12-31");
    }

    @Test
    void partly_struck_number_and_added_words_keep_the_rest() {
        var told = Drawn.sheet("序号|问题|整改措施|责任单位|完成时限\n1|停车位严重不足|增设车位|县医院药政科|2023.10.31\n").partlyStruck("B2", "严重").partlyStruck("D2", "县医院").read();
        assertThat(told.problems()).containsExactly("停车位不足");
        assertThat(told.leads()).containsExactly("药政科");
    }

    @Test
    void two_progress_columns_by_month_and_remarks() {
        var told = Drawn.sheet("""
                序号|问题|整改措施|责任单位|完成时限|整改进展||
                |||||9月|10月|11月
                1|停车位不足|增设车位|县医院|2023.10.31|已启动|已完成50%|已完成
                2|挂号难|增设窗口|药政科|2023.12.31|已启动|推进中|推进中
                """).merged("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:E2", "F1:H1").read();
        assertThat(told.states()).containsExactly("CLOSED", "OPEN");
    }

    @Test
    void an_english_register_with_merged_header_and_colour() {
        var told = Drawn.sheet("Register", """
                Corrective action register
                Ref|Issue description|Action plan|Responsibility||Timeline||Light
                |||Department|Person|Start|Due|
                1|Car park full|1) Add spaces; 2) Put up signs|Estates|John Smith|1 Sep 2023|31 Oct 2023|
                2|Long queues|Add a counter|Outpatients|Mary Jones|1 Sep 2023|Dec 15, 2023|
                """).merged("A1:H1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:G2", "H2:H3").filled("H4", 0x00B050).filled("H5", 0xFF0000).read();
        assertThat(told.leads()).containsExactly("Estates", "Outpatients");
        assertThat(told.owners()).containsExactly("John Smith", "Mary Jones");
        assertThat(told.dues()).containsExactly("2023-10-31", "2023-12-15");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN");
    }

    @Test
    void numbers_that_start_again_below_each_section() {
        var told = Drawn.sheet("""
                序号|问题|措施|责任部门|期限
                （一）服务方面（1个）
                1|停车位不足|增设车位|后勤处|10月31日
                （二）管理方面（1个）
                1|停车位不足|增设车位|后勤处|10月31日
                """).merged("A2:E2", "A4:E4").read();
        assertThat(told.numbers()).containsExactly("1", "1");
    }

    @Test
    void rows_signed_in_any_column_and_blank_rows_between() {
        var told = Drawn.sheet("""
                序号|问题|措施|责任部门|期限|进展

                1|停车位不足|增设车位|后勤处|10月31日|已完成

                2|挂号难|增设窗口|门诊部|11月30日|推进中

                ||||制表人：王芳|
                ||审核：陈静|||2023年11月20日
                ||||2023年11月20日|
                """).read();
        assertThat(told.numbers()).containsExactly("1", "2");
        assertThat(told.measures()).containsExactly("增设车位", "增设窗口");
        assertThat(told.dues()).containsExactly("2023-10-31", "2023-11-30");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN");
    }
}
