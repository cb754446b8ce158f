package org.mingbai.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.poi.ss.usermodel.IndexedColors;
import org.junit.jupiter.api.Test;

class ColoursTest {

    private static final String BARE = """
            序号|问题|整改措施|责任单位|亮灯
            1|停车位不足|增设车位|县医院|
            2|挂号难|增设窗口|药政科|
            3|流程繁琐|合并环节|财务科|
            """;

    @Test
    void the_fill_of_the_light_column_tells_light_and_state() {
        var told = Drawn.sheet(BARE).filled("E2", 0x00B050).filled("E3", 0xFFFF00).filled("E4", 0xFF0000).read();
        assertThat(told.lights()).containsExactly("GREEN", "YELLOW", "RED");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN", "OPEN");
        assertThat(told.doubts()).hasSize(1);
    }

    @Test
    void a_coloured_row_or_number_tells_as_much() {
        var table = "序号|问题|整改措施|责任单位\n1|停车位不足|增设车位|县医院\n2|挂号难|增设窗口|药政科\n3|流程繁琐|合并环节|财务科\n";
        var rows = Drawn.sheet(table).filled("A2:D2", 0x92D050).filled("A3:D3", 0xFFC000).filled("A4:D4", 0xFF7C80).read();
        assertThat(rows.lights()).containsExactly("GREEN", "YELLOW", "RED");
        assertThat(rows.states()).containsExactly("CLOSED", "OPEN", "OPEN");
        var numbers = Drawn.sheet(table).filled("A2", 0x92D050).filled("A3", 0xFFC000).filled("A4", 0xFF0000).read();
        assertThat(numbers.lights()).containsExactly("GREEN", "YELLOW", "RED");
    }

    @Test
    void only_the_done_ones_may_be_green() {
        var told = Drawn.sheet("""
                序号|问题|整改措施|责任单位
                1|停车位不足|增设车位|县医院
                2|挂号难|增设窗口|药政科
                3|流程繁琐|合并环节|财务科
                4|药品不全|补充药品|药政科
                """).filled("A2:D2", 0x00B050).filled("A3:D3", 0x00B050).read();
        assertThat(told.lights()).containsExactly("GREEN", "GREEN", "-", "-");
        assertThat(told.states()).containsExactly("CLOSED", "CLOSED", "OPEN", "OPEN");
    }

    @Test
    void a_word_of_state_goes_before_the_colour() {
        var told = Drawn.sheet("""
                序号|问题|整改措施|是否销号|亮灯
                1|停车位不足|增设车位|否|
                2|挂号难|增设窗口|是|
                """).filled("E2", 0x00B050).filled("E3", 0xFF0000).read();
        assertThat(told.states()).containsExactly("OPEN", "CLOSED");
        assertThat(told.lights()).containsExactly("GREEN", "RED");
    }

    @Test
    void theme_colours_with_tint_and_palette_colours_are_understood() {
        var told = Drawn.sheet(BARE).filledTheme("E2", 6, 0).filledTheme("E3", 9, 0.4).filledIndexed("E4", IndexedColors.RED).read();
        assertThat(told.lights()).containsExactly("GREEN", "YELLOW", "RED");
    }

    @Test
    void words_signs_and_emoji_tell_the_light() {
        var told = Drawn.sheet("""
                序号|问题|整改措施|亮灯情况|进展情况
                1|甲|措施|绿灯|已完成
                2|乙|措施|黄|推进中
                3|丙|措施|🔴|推进中
                4|丁|措施|●|推进中
                5|戊|措施|绿色|推进中
                """).inked("D5", 0xFF0000).read();
        assertThat(told.lights()).containsExactly("GREEN", "YELLOW", "RED", "RED", "GREEN");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN", "OPEN", "OPEN", "OPEN");
    }

    @Test
    void coloured_heads_zebra_stripes_and_one_marked_cell_are_no_lights() {
        var told = Drawn.sheet("""
                序号|问题|整改措施|责任单位|是否完成
                1|停车位不足|增设车位|县医院|是
                2|挂号难|增设窗口|药政科|否
                3|流程繁琐|合并环节|财务科|否
                4|药品不全|补充药品|药政科|否
                """).filled("A1:E1", 0xFFC000).filled("A2:E2", 0xC6E0B4).filled("A4:E4", 0xC6E0B4).filled("C3", 0xFFFF00).read();
        assertThat(told.lights()).containsOnly("-");
    }

    @Test
    void a_legend_says_what_the_colours_mean() {
        var told = Drawn.sheet("""
                整改台账（红色：已完成；绿色：推进中；黄色：未启动）
                序号|问题|整改措施|责任单位|颜色
                1|停车位不足|增设车位|县医院|
                2|挂号难|增设窗口|药政科|
                3|流程繁琐|合并环节|财务科|
                """).filled("E3", 0xFF0000).filled("E4", 0x00B050).filled("E5", 0xFFFF00).read();
        assertThat(told.lights()).containsExactly("RED", "GREEN", "YELLOW");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN", "OPEN");
    }

    @Test
    void ink_alone_tells_where_nothing_else_does() {
        var told = Drawn.sheet("""
                序号|问题|整改措施|责任单位
                1|停车位不足|增设车位|县医院
                2|挂号难|增设窗口|药政科
                3|流程繁琐|合并环节|财务科
                """).inked("A2:D2", 0x00B050).inked("A4:D4", 0xFF0000).read();
        assertThat(told.lights()).containsExactly("GREEN", "-", "RED");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN", "OPEN");
    }

    @Test
    void a_green_row_without_a_tick_in_a_column_of_ticks_is_not_done() {
        var told = Drawn.sheet("""
                序号|问题|措施|责任单位|是否销号
                1|停车位不足|增设车位|县医院|√
                2|挂号难|增设窗口|药政科|
                3|流程繁琐|合并环节|财务科|
                """).filled("A2:A3", 0x00B050).filled("A4", 0xFF0000).read();
        assertThat(told.lights()).containsExactly("GREEN", "GREEN", "RED");
        assertThat(told.states()).containsExactly("CLOSED", "OPEN", "OPEN");
    }
}
