package org.mingbai.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// One matter written over several rows, a row for each of its measures.
class SeveralRowsTest {

    private static final String HEADER = "序号|问题|整改措施|责任单位|责任人|完成时限|进展情况\n";

    @Test
    void a_problem_merged_over_its_measures_is_one_matter() {
        var told = Drawn.sheet(HEADER + """
                1|停车位不足|1.增设车位50个|县医院|李敏|2023.10.31|已完成
                ||2.设置引导牌||||
                2|挂号难|增设窗口|药政科|吴刚|2023.12.31|推进中
                """).merged("A2:A3", "B2:B3", "D2:D3", "E2:E3", "F2:F3", "G2:G3").read();
        assertThat(told.numbers()).containsExactly("1", "2");
        assertThat(told.measures()).containsExactly("增设车位50个 / 设置引导牌", "增设窗口");
        assertThat(told.owners()).containsExactly("李敏", "吴刚");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN");
    }

    @Test
    void blanks_mean_the_same_as_above() {
        var told = Drawn.sheet(HEADER + """
                1|停车位不足|增设车位50个|县医院|李敏|2023.10.31|已完成
                ||设置引导牌||吴刚|2023.11.30|推进中
                2|挂号难|增设窗口|药政科|吴刚|2023.12.31|推进中
                """).read();
        assertThat(told.measures()).containsExactly("增设车位50个 / 设置引导牌", "增设窗口");
        assertThat(told.owners()).containsExactly("李敏 / 吴刚", "吴刚");
        assertThat(told.dues()).containsExactly("2023-11-30", "2023-12-31");
        assertThat(told.states()).containsExactly("OPEN", "OPEN");
        var second = told.matters().getFirst().measures().get(1);
        assertThat(second.owners()).containsExactly("吴刚");
        assertThat(Told.due(second.deadline())).isEqualTo("2023-11-30");
    }

    @Test
    void number_and_problem_repeated_on_every_row_are_one_matter() {
        var told = Drawn.sheet(HEADER + """
                1|停车位不足|增设车位50个|县医院|李敏|2023.10.31|已完成
                1|停车位不足|设置引导牌|县医院|李敏|2023.10.31|已完成
                2|挂号难|增设窗口|药政科|吴刚|2023.12.31|推进中
                """).read();
        assertThat(told.numbers()).containsExactly("1", "2");
        assertThat(told.measures()).containsExactly("增设车位50个 / 设置引导牌", "增设窗口");
    }

    @Test
    void the_same_problem_under_another_number_is_another_matter() {
        var told = Drawn.sheet(HEADER + """
                1|停车位不足|增设车位50个|县医院|李敏|2023.10.31|已完成
                2|停车位不足|设置引导牌|市中医院|吴刚|2023.10.31|推进中
                """).read();
        assertThat(told.numbers()).containsExactly("1", "2");
    }

    @Test
    void the_word_same_as_above_takes_what_stands_above() {
        var told = Drawn.sheet(HEADER + """
                1|停车位不足|增设车位50个|县医院|李敏|2023.10.31|已完成
                2|挂号难|增设窗口|同上|〃|同上|推进中
                """).read();
        assertThat(told.problems()).containsExactly("停车位不足", "挂号难");
        assertThat(told.leads()).containsExactly("县医院", "县医院");
        assertThat(told.owners()).containsExactly("李敏", "李敏");
        assertThat(told.dues()).containsExactly("2023-10-31", "2023-10-31");
    }

    @Test
    void a_unit_merged_over_several_matters_belongs_to_each_of_them() {
        var told = Drawn.sheet(HEADER + """
                1|停车位不足|增设车位50个|县医院|李敏|2023.10.31|已完成
                2|挂号难|增设窗口||吴刚|2023.12.31|推进中
                3|流程繁琐|合并环节||吴刚|2023.12.31|推进中
                4|药品不全|补充药品|药政科|周丽|2023.12.31|推进中
                """).merged("D2:D4").read();
        assertThat(told.leads()).containsExactly("县医院", "县医院", "县医院", "药政科");
    }

    @Test
    void a_category_or_source_merged_over_several_matters_belongs_to_each_of_them() {
        var told = Drawn.sheet("""
                问题来源|序号|问题|整改措施|责任单位
                群众反映|1|停车位不足|增设车位|县医院
                |2|挂号难|增设窗口|药政科
                巡察反馈|3|流程繁琐|合并环节|财务科
                """).merged("A2:A3").read();
        assertThat(told.sources()).containsExactly("群众反映", "群众反映", "巡察反馈");
    }

    @Test
    void measures_merged_over_two_problems_belong_to_both() {
        var told = Drawn.sheet(HEADER + """
                1|停车位不足|统筹规划|县医院|李敏|2023.10.31|已完成
                2|挂号难||县医院|李敏|2023.10.31|已完成
                """).merged("C2:C3").read();
        assertThat(told.measures()).containsExactly("统筹规划", "统筹规划");
    }

    @Test
    void one_open_measure_keeps_the_matter_open() {
        var told = Drawn.sheet("""
                序号|问题|整改措施|责任人|完成时限|是否完成
                1|停车位不足|增设车位50个|李敏|2023.10.31|是
                ||设置引导牌|吴刚|2023.11.30|否
                """).merged("A2:A3", "B2:B3").read();
        assertThat(told.states()).containsExactly("OPEN");
        assertThat(told.dues()).containsExactly("2023-11-30");
    }

    @Test
    void measures_numbered_in_a_column_of_their_own() {
        var told = Drawn.sheet("""
                序号|问题|措施序号|整改措施|责任单位
                1|停车位不足|1|增设车位50个|县医院
                ||2|设置引导牌|
                """).merged("A2:A3", "B2:B3", "E2:E3").read();
        assertThat(told.measures()).containsExactly("增设车位50个 / 设置引导牌");
    }
}
