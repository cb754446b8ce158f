package org.mingbai.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SheetsTest {

    private static final String ONE = "序号|问题|整改措施|责任人|完成时限\n1|停车位不足|增设车位|李敏|2023.10.31\n";
    private static final String TWO = "序号|问题|整改措施|责任人|完成时限\n1|挂号难|增设窗口|吴刚|2023.12.31\n";

    @Test
    void a_sheet_named_after_a_unit_holds_that_units_matters() {
        var told = Drawn.sheet("县医院", ONE).and("药政科", TWO).read();
        assertThat(told.leads()).containsExactly("县医院", "药政科");
        assertThat(told.matters()).extracting(ReadMatter::sheet).containsExactly("县医院", "药政科");
    }

    @Test
    void cover_instructions_dictionary_and_hidden_sheets_hold_no_matters() {
        var told = Drawn.sheet("封面", "某市卫生健康委\n\n问题整改台账\n\n2023年11月\n")
                .and("填表说明", "一、本台账由各单位填报，每月25日前报送。\n二、“整改时限”填写到日。\n三、“是否销号”填是或否。\n")
                .and("台账", ONE)
                .and("字典", "问题来源|责任单位|是否销号|红黄绿\n群众反映|县医院|是|红\n巡察反馈|药政科|否|黄\n调研发现|财务科||绿\n")
                .and("去年", TWO).hiddenSheet().read();
        assertThat(told.problems()).containsExactly("停车位不足");
        assertThat(told.sheets()).extracting(SheetReport::kind).containsExactly(SheetReport.Kind.NO_TABLE, SheetReport.Kind.NO_TABLE,
                SheetReport.Kind.TABLE, SheetReport.Kind.NO_TABLE, SheetReport.Kind.HIDDEN);
    }

    @Test
    void a_summary_of_counts_by_unit_is_no_ledger() {
        var told = Drawn.sheet("汇总", """
                整改情况统计表
                序号|责任单位|问题数|已完成|推进中|完成率
                1|县医院|5|3|2|60%
                2|药政科|4|4|0|100%
                合计||9|7|2|77.8%
                """).and("台账", ONE).read();
        assertThat(told.problems()).containsExactly("停车位不足");
    }

    @Test
    void a_list_of_codes_beside_the_table_is_not_read() {
        var told = Drawn.sheet("""
                序号|问题|整改措施|责任人|是否销号|||选项
                1|停车位不足|增设车位|李敏|是|||是
                2|挂号难|增设窗口|吴刚|否|||否
                |||||||长期坚持
                """).read();
        assertThat(told.problems()).containsExactly("停车位不足", "挂号难");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN");
    }

    @Test
    void an_empty_sheet_is_said_to_be_empty() {
        var told = Drawn.sheet("台账", ONE).and("Sheet2", "").read();
        assertThat(told.sheets()).extracting(SheetReport::kind).containsExactly(SheetReport.Kind.TABLE, SheetReport.Kind.EMPTY);
    }
}
