package org.mingbai.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What hands do to a ledger over the months they keep it.
class HabitsTest {

    @Test
    void a_title_and_a_header_again_on_the_next_printed_page() {
        var told = Drawn.sheet("""
                某局问题整改台账
                序号|问题|整改措施|责任单位|完成时限|进展情况
                1|停车位不足|增设车位|县医院|10月底前|已完成
                2|挂号难|增设窗口|药政科|年底前|推进中
                某局问题整改台账（续表）
                序号|问题|整改措施|责任单位|完成时限|进展情况
                3|流程繁琐|合并环节|财务科|四季度|推进中
                """).merged("A1:F1", "A5:F5").read();
        assertThat(told.numbers()).containsExactly("1", "2", "3");
        assertThat(told.measures()).containsExactly("增设车位", "增设窗口", "合并环节");
        assertThat(told.dues()).containsExactly("2023-10-31", "2023-12-31", "2023-12-31");
    }

    @Test
    void a_unit_and_a_leader_merged_over_several_problems() {
        var told = Drawn.sheet("""
                序号|责任单位|包案领导|存在的突出问题|工作举措|整改期限|是否销号
                1|县医院|陈静|停车位不足|增设车位|2023.10.31|是
                2|||挂号难|增设窗口|2023.11.30|否
                3|药政科|周丽|流程繁琐|合并环节|2023.12.31|否
                """).merged("B2:B3", "C2:C3").read();
        assertThat(told.leads()).containsExactly("县医院", "县医院", "药政科");
        assertThat(told.leaders()).containsExactly("陈静", "陈静", "周丽");
        assertThat(told.measures()).containsExactly("增设车位", "增设窗口", "合并环节");
    }

    @Test
    void one_problem_over_rows_of_measures_each_with_unit_owner_and_deadline() {
        var told = Drawn.sheet("""
                序号|问题|整改措施|责任单位|责任人|完成时限|完成情况
                1|停车位不足|1.增设车位|县医院|李敏|2023.10.31|已完成
                ||2.设置引导牌|后勤科|吴刚|2023.12.31|已完成
                2|挂号难|增设窗口|药政科|周丽|立行立改|已完成
                """).merged("A2:A3", "B2:B3").read();
        assertThat(told.measures()).containsExactly("增设车位 / 设置引导牌", "增设窗口");
        assertThat(told.leads()).containsExactly("县医院", "药政科");
        assertThat(told.coUnits()).containsExactly("后勤科", "");
        assertThat(told.owners()).containsExactly("李敏 / 吴刚", "周丽");
        assertThat(told.dues()).containsExactly("2023-12-31", "IMMEDIATE");
        assertThat(told.states()).containsExactly("CLOSED", "CLOSED");
    }

    @Test
    void who_supervises_and_where_the_matter_belongs_do_not_help() {
        var told = Drawn.sheet("""
                序号|单位|问题|整改措施|责任部门|督办单位|验收单位|整改时限
                1|某县|停车位不足|增设车位|县医院|县委督查室|县纪委|10月底前
                """).read();
        assertThat(told.leads()).containsExactly("县医院");
        assertThat(told.coUnits()).containsExactly("");
        assertThat(told.only().rest()).containsEntry("单位", "某县").containsEntry("督办单位", "县委督查室");
    }

    @Test
    void next_steps_are_no_measures_where_measures_are_told() {
        var told = Drawn.sheet("""
                序号|问题|整改措施|进展情况|下一步措施|办理结果
                1|停车位不足|增设车位|推进中|加快施工|已答复
                """).read();
        assertThat(told.measures()).containsExactly("增设车位");
        assertThat(told.only().rest()).containsEntry("下一步措施", "加快施工").containsEntry("办理结果", "已答复");
    }

    @Test
    void one_cell_tells_who_leads_and_who_helps() {
        var told = Drawn.sheet("""
                序号|问题|措施|牵头单位、配合单位|时限
                1|停车位不足|增设车位|牵头：县医院；配合：药政科、财务科|2023.10.31
                2|挂号难|增设窗口|药政科牵头，财务科配合|2023.12.31
                """).read();
        assertThat(told.leads()).containsExactly("县医院", "药政科");
        assertThat(told.coUnits()).containsExactly("药政科 / 财务科", "财务科");
    }

    @Test
    void errors_and_broken_formulas_are_doubts_and_lose_no_row() {
        var told = Drawn.sheet("""
                序号|问题|整改措施|责任单位|完成时限
                1|停车位不足|增设车位|#REF!|#N/A
                2|挂号难|增设窗口|药政科|2023.13.40
                """).read();
        assertThat(told.problems()).containsExactly("停车位不足", "挂号难");
        assertThat(told.dues()).containsExactly("-", "-");
        assertThat(told.doubts()).anyMatch(doubt -> doubt.startsWith("E3 "));
    }

    @Test
    void numbers_made_by_a_formula_and_shares_as_shown() {
        var told = Drawn.sheet("""
                序号|问题|整改措施|责任单位|完成率|完成时限
                |停车位不足|增设车位|县医院||2023.10.31
                |挂号难|增设窗口|药政科||2023.12.31
                """).formula("A2", "ROW()-1").formula("A3", "ROW()-1").number("E2", 1, "0%").number("E3", 0.8, "0%").read();
        assertThat(told.numbers()).containsExactly("1", "2");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN");
    }

    @Test
    void dates_in_every_number_format_are_days() {
        var told = Drawn.sheet("""
                序号|问题|措施|时限
                1|甲问题|措施|
                2|乙问题|措施|
                3|丙问题|措施|
                4|丁问题|措施|
                5|戊问题|措施|
                """).dated("D2", "2023-10-31", "yyyy\"年\"m\"月\"d\"日\";@").dated("D3", "2023-10-31", "m/d/yy").dated("D4", "2023-10-31",
                "[$-804]yyyy\"年\"m\"月\"").dated("D5", "2023-10-31", "mmm-yy").dated("D6", "2023-10-31", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"").read();
        assertThat(told.dues()).containsOnly("2023-10-31");
    }

    @Test
    void struck_numbers_alone_strike_nothing_and_struck_problems_strike_the_row() {
        var told = Drawn.sheet("""
                序号|问题|整改措施|责任单位|进展情况
                1|停车位不足|增设车位|县医院|已完成
                2|挂号难|增设窗口|药政科|推进中
                3|流程繁琐|合并环节|财务科|推进中
                """).struck("A2:A2").struck("A3:E3").read();
        assertThat(told.problems()).containsExactly("停车位不足", "流程繁琐");
        assertThat(told.skipped()).contains("3 STRUCK");
    }

    @Test
    void a_column_left_empty_between_and_another_before_the_table() {
        var told = Drawn.sheet("""
                |序号||问题|措施||责任单位|期限
                |1||停车位不足|增设车位||县医院|10月底前
                |2||挂号难|增设窗口||药政科|12月底前
                """).read();
        assertThat(told.numbers()).containsExactly("1", "2");
        assertThat(told.leads()).containsExactly("县医院", "药政科");
        assertThat(told.dues()).containsExactly("2023-10-31", "2023-12-31");
    }

    @Test
    void subtotals_behind_each_unit_and_a_grand_total() {
        var told = Drawn.sheet("""
                序号|问题|措施|责任单位|时限|完成情况
                1|停车位不足|增设车位|县医院|10月底前|已完成
                县医院小计|1个|||||
                2|挂号难|增设窗口|药政科|12月底前|推进中
                |小计：1个||||
                总计|2|||||完成1个
                合 计：共2个问题，已完成1个，完成率50%
                """).merged("A7:F7").read();
        assertThat(told.problems()).containsExactly("停车位不足", "挂号难");
    }

    @Test
    void notes_and_signatures_below_take_many_forms() {
        var told = Drawn.sheet("""
                序号|问题|措施|责任单位|时限|完成情况
                1|停车位不足|增设车位|县医院|10月底前|已完成

                备注：1.红色表示逾期；2.每月25日前报送。
                2.电子版同步报送。
                主要负责人（签字）：|||分管负责人（签字）：||
                填报人：李敏|联系电话：0000-1234567||填报日期：2023年11月20日||
                （盖章）
                2023年11月20日
                抄送：市委办公室
                """).read();
        assertThat(told.problems()).containsExactly("停车位不足");
        assertThat(told.skipped()).hasSize(7);
    }

    @Test
    void a_section_row_counts_the_problems_below_it() {
        var told = Drawn.sheet("""
                序号|问题|措施|责任单位|时限
                一、党建方面（共2个问题）
                1|停车位不足|增设车位|县医院|10月底前
                2|挂号难|增设窗口|药政科|12月底前
                （二）服务方面
                3|流程繁琐|合并环节|财务科|四季度
                第三部分 作风方面
                4|重复检查|互认结果|宣传科|四季度
                """).read();
        assertThat(told.numbers()).containsExactly("1", "2", "3", "4");
        assertThat(told.matters()).extracting(ReadMatter::section).containsExactly("党建方面（共2个问题）", "党建方面（共2个问题）", "服务方面", "第三部分 作风方面");
    }

    @Test
    void sections_that_stand_in_a_column_of_their_own_are_kinds() {
        var told = Drawn.sheet("""
                类别|序号|问题|措施|责任单位|时限
                党建方面|1|停车位不足|增设车位|县医院|10月底前
                |2|挂号难|增设窗口|药政科|12月底前
                服务方面|3|流程繁琐|合并环节|财务科|四季度
                """).merged("A2:A3").read();
        assertThat(told.matters()).extracting(ReadMatter::category).containsExactly("党建方面", "党建方面", "服务方面");
    }

    @Test
    void chinese_numbers_subnumbers_and_decimals_are_numbers() {
        var told = Drawn.sheet("""
                序号|问题|措施|责任单位
                一|停车位不足|增设车位|县医院
                1-1|挂号难|增设窗口|药政科
                1.2|流程繁琐|合并环节|财务科
                03|重复检查|互认结果|宣传科
                （五）|体检报告慢|限时出具|县医院
                """).number("A7", 6, "0.0").read();
        assertThat(told.numbers()).containsExactly("一", "1-1", "1.2", "03", "（五）");
    }

    @Test
    void a_status_of_boxes_and_one_of_letters() {
        var told = Drawn.sheet("""
                序号|问题|措施|是否完成|亮灯
                1|甲问题|措施|☑是 □否|绿灯
                2|乙问题|措施|□是 ☑否|黄灯
                3|丙问题|措施|√|绿
                4|丁问题|措施|×|红
                5|戊问题|措施|Y|G
                6|己问题|措施|N|R
                """).read();
        assertThat(told.states()).containsExactly("CLOSED", "OPEN", "CLOSED", "OPEN", "CLOSED", "OPEN");
        assertThat(told.lights()).containsExactly("GREEN", "YELLOW", "GREEN", "RED", "GREEN", "RED");
    }

    @Test
    void the_state_by_the_ink_of_a_mark() {
        var told = Drawn.sheet("""
                序号|问题|措施|责任单位|亮灯
                1|停车位不足|增设车位|县医院|●
                2|挂号难|增设窗口|药政科|●
                3|流程繁琐|合并环节|财务科|●
                """).inked("E2", 0x00B050).inked("E3", 0xFFC000).inked("E4", 0xFF0000).read();
        assertThat(told.lights()).containsExactly("GREEN", "YELLOW", "RED");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN", "OPEN");
    }

    @Test
    void a_legend_in_cells_of_its_own_is_no_matter() {
        var told = Drawn.sheet("""
                序号|问题|措施|责任单位|时限
                1|停车位不足|增设车位|县医院|10月底前
                2|挂号难|增设窗口|药政科|12月底前
                3|流程繁琐|合并环节|财务科|四季度
                图例：||
                |已完成
                |推进中
                |逾期
                """).filled("A2", 0x00B050).filled("A3", 0xFFFF00).filled("A4", 0xFF0000).filled("A6", 0x00B050).filled("A7", 0xFFFF00)
                .filled("A8", 0xFF0000).read();
        assertThat(told.problems()).containsExactly("停车位不足", "挂号难", "流程繁琐");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN", "OPEN");
    }

    @Test
    void a_number_without_a_problem_is_told_as_such() {
        var told = Drawn.sheet("""
                序号|问题|措施
                1||
                2|挂号难|增窗口
                3||
                """).read();
        assertThat(told.skipped()).containsExactly("2 ONLY_A_NUMBER", "4 ONLY_A_NUMBER");
    }

    @Test
    void a_legend_of_coloured_cells_tells_what_the_colours_mean() {
        var told = Drawn.sheet("""
                问题台账||||
                |正常推进||已完成|
                序号|问题|措施|责任单位|时限
                1|停车位不足|增设车位|县医院|10月底前
                2|挂号难|增设窗口|药政科|12月底前
                """).filled("A2", 0x00B050).filled("D2", 0xFFFF00).filled("A4", 0x00B050).filled("A5", 0xFFFF00).read();
        assertThat(told.lights()).containsExactly("GREEN", "YELLOW");
        assertThat(told.states()).containsExactly("OPEN", "CLOSED");
    }

    @Test
    void a_header_with_units_of_measure_stars_and_hints() {
        var told = Drawn.sheet("""
                *序号|*存在的突出问题⏎（简明扼要）|工作举措★|牵头处室⏎(填全称)|包案领导[姓名]|整改期限⏎年/月/日|整改进展⏎（截至11月20日）|是否⏎销号
                1|停车位不足|增设车位|县医院|陈静|2023/10/31|已完成|是
                """).read();
        assertThat(told.leads()).containsExactly("县医院");
        assertThat(told.leaders()).containsExactly("陈静");
        assertThat(told.dues()).containsExactly("2023-10-31");
        assertThat(told.states()).containsExactly("CLOSED");
    }

    @Test
    void two_tables_side_by_side_of_which_one_only_counts() {
        var told = Drawn.sheet("""
                序号|问题|措施|责任单位|时限|||单位|数量
                1|停车位不足|增设车位|县医院|10月底前|||县医院|1
                2|挂号难|增设窗口|药政科|12月底前|||药政科|1
                """).read();
        assertThat(told.problems()).containsExactly("停车位不足", "挂号难");
        assertThat(told.leads()).containsExactly("县医院", "药政科");
        assertThat(told.coUnits()).containsExactly("", "");
    }

    @Test
    void a_form_row_above_the_header_is_no_part_of_it() {
        var told = Drawn.sheet("""
                问题整改清单
                牵头单位：药政科|||分管领导：陈静||
                序号|问题|措施|责任人|时限|进展
                1|停车位不足|增设车位|李敏|10月底|已完成
                2|挂号难|增设窗口|吴刚|11月底|推进中
                """).read();
        assertThat(told.leads()).containsExactly("药政科", "药政科");
        assertThat(told.leaders()).containsExactly("陈静", "陈静");
        assertThat(told.skipped()).containsExactly("1 ABOVE_TABLE", "2 ABOVE_TABLE");
    }

    @Test
    void problems_below_the_name_of_a_unit_are_that_units() {
        var told = Drawn.sheet("""
                序号|问题|措施|责任人|时限|进展
                县医院（2个）
                1|停车难|扩车位|李敏|10月底|已完成
                2|挂号难|增窗口|李敏|11月底|推进中
                药政科
                3|缴费难|增窗口|吴刚|12月底|推进中
                """).merged("A2:F2", "A5:F5").read();
        assertThat(told.leads()).containsExactly("县医院", "县医院", "药政科");
    }

    @Test
    void a_numbered_row_that_only_names_what_follows_is_a_heading() {
        var told = Drawn.sheet("""
                序号|问题|措施|责任单位|时限|进展
                1|服务方面：||||
                (1)|停车难|扩车位|县医院|10月底|已完成
                (2)|挂号难|增窗口|药政科|11月底|推进中
                """).read();
        assertThat(told.numbers()).containsExactly("(1)", "(2)");
        assertThat(told.skipped()).containsExactly("2 SECTION");
    }

    @Test
    void people_named_in_a_column_of_units_answer_for_the_matter() {
        var told = Drawn.sheet("""
                序号|问题|整改措施|责任单位|完成时限
                1|停车难|扩车位|县医院（李敏）|10月底
                2|挂号难|增窗口|药政科 吴刚|10月底
                3|缴费难|增窗口|财务科:周丽|10月底
                4|取药难|增窗口|市中医院 宣传科|10月底
                5|取药慢|增窗口|机关党委（人事处）|10月底
                """).read();
        assertThat(told.leads()).containsExactly("县医院", "药政科", "财务科", "市中医院", "机关党委（人事处）");
        assertThat(told.owners()).containsExactly("李敏", "吴刚", "周丽", "", "");
        assertThat(told.coUnits()).containsExactly("", "", "", "宣传科", "");
    }

    @Test
    void done_above_yes_and_no_is_taken_for_the_state_and_marked() {
        var told = Drawn.sheet("""
                问题|措施|责任人|时限|完成
                停车难|扩车位|李敏|10月底|是，已公示
                挂号难|增窗口|吴刚|11月底|否（缺资金）
                """).read();
        assertThat(told.states()).containsExactly("CLOSED", "OPEN");
        assertThat(told.doubts()).contains("E1 guessedColumn");
    }
}
