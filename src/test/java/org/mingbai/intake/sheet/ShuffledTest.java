package org.mingbai.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One ledger under other headings, its columns in another order, with other rows above, between and below, on one sheet or on two:
/// it means the same.
class ShuffledTest {

    private record Kept(List<String> headings, List<String> cells) {}

    private static final List<Kept> LEDGER = List.of(
            new Kept(List.of("序号", "编号", "问题⏎序号", "项次"), List.of("1", "2", "3", "4", "5", "6")),
            new Kept(List.of("问题", "存在的突出问题", "查摆问题", "问题表现", "检视问题"), List.of("停车位不足（第1项）", "挂号难，排队久（第2项）", "村卫生室药品不全（第3项）", "投诉电话无人接听（第4项）",
                    "公示栏长期未更新（第5项）", "重复检查多（第6项）")),
            new Kept(List.of("整改措施", "工作举措", "具体措施", "解决措施"), List.of("1.增设车位⏎2.设置引导牌", "增设窗口；延长时间", "①补充药品②每周通报", "公开电话", "一是更新；二是专人负责", "互认结果")),
            new Kept(List.of("责任单位", "牵头处室", "主责部门", "整改责任单位"), List.of("县医院", "药政科", "基层卫生科", "综合监督科", "宣传科", "县医院")),
            new Kept(List.of("配合单位", "协办科室", "参与单位"), List.of("财务科", "/", "药政科、财务科", "", "无", "药政科 宣传科")),
            new Kept(List.of("责任领导", "包案领导", "分管领导"), List.of("陈静", "周丽", "陈静", "欧阳明", "周丽", "陈静")),
            new Kept(List.of("责任人", "具体责任人", "经办人"), List.of("李敏、吴刚", "李　敏", "欧阳明 王建国", "吴刚", "周丽/李敏", "吴刚；周丽")),
            new Kept(List.of("整改时限", "整改期限", "完成时限", "计划完成时间"), List.of("10月底前", "立行立改，长期坚持", "２０２３年１２月１日", "立行立改", "四季度", "2023.11.5")),
            new Kept(List.of("进展情况", "落实情况", "目前进展", "整改进展"), List.of("已完成", "已完成80%", "推进中", "已整改到位并公示", "基本完成", "全部完成")),
            new Kept(List.of("是否销号", "销号情况"), List.of("是", "否", "否", "是", "否", "是")),
            new Kept(List.of("备注", "联系电话", "上会时间"), List.of("", "", "", "", "", "")));
    private static final List<String> ABOVE = List.of("某局问题整改台账", "附件2", "填报单位：某局|||填报时间：2023年11月20日", "", "说明：本表每月25日前报送。");
    private static final List<String> BETWEEN = List.of("", "小计|2个", "一、党建方面", "（二）服务方面");
    private static final List<String> BELOW = List.of("合计|6个", "", "填表人：李敏|||审核人：陈静", "注：“立行立改”指一周内完成。");

    static IntStream hands() {
        return IntStream.rangeClosed(1, 80);
    }

    @ParameterizedTest
    @MethodSource("hands")
    void a_ledger_means_the_same_in_any_order_and_dress(int hand) {
        var random = new Random(hand);
        var columns = new ArrayList<>(LEDGER);
        if (hand % 3 != 0) {
            Collections.shuffle(columns, random);
        }
        var headings = new ArrayList<String>();
        columns.forEach(column -> headings.add(any(column.headings(), random)));
        int cut = hand % 4 == 0 ? 1 + random.nextInt(5) : 6;
        var drawn = Drawn.sheet("台账", picture(columns, headings, 0, cut, random));
        if (cut < 6) {
            drawn = drawn.and("续表", picture(columns, headings, cut, 6, random));
        }
        var told = drawn.read();

        assertThat(told.numbers()).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(told.problems()).containsExactlyElementsOf(LEDGER.get(1).cells());
        assertThat(told.measures()).containsExactly("增设车位 / 设置引导牌", "增设窗口 / 延长时间", "补充药品 / 每周通报", "公开电话", "更新 / 专人负责", "互认结果");
        assertThat(told.leads()).containsExactlyElementsOf(LEDGER.get(3).cells());
        assertThat(told.coUnits()).containsExactly("财务科", "", "药政科 / 财务科", "", "", "药政科 / 宣传科");
        assertThat(told.leaders()).containsExactlyElementsOf(LEDGER.get(5).cells());
        assertThat(told.owners()).containsExactly("李敏 / 吴刚", "李敏", "欧阳明 / 王建国", "吴刚", "周丽 / 李敏", "吴刚 / 周丽");
        assertThat(told.dues()).containsExactly("2023-10-31", "LONG_TERM", "2023-12-01", "IMMEDIATE", "2023-12-31", "2023-11-05");
        assertThat(told.progress()).containsExactlyElementsOf(LEDGER.get(8).cells());
        assertThat(told.states()).containsExactly("CLOSED", "OPEN", "OPEN", "CLOSED", "OPEN", "CLOSED");
    }

    private static String picture(List<Kept> columns, List<String> headings, int from, int to, Random random) {
        var lines = new ArrayList<String>();
        for (int above = random.nextInt(4); above > 0; above--) {
            lines.add(any(ABOVE, random));
        }
        lines.add(String.join("|", headings));
        for (int row = from; row < to; row++) {
            if (random.nextInt(4) == 0) {
                lines.add(any(BETWEEN, random));
            }
            if (random.nextInt(8) == 0) {
                lines.add(String.join("|", headings));
            }
            int line = row;
            lines.add(String.join("|", columns.stream().map(column -> column.cells().get(line)).toList()));
        }
        for (int below = random.nextInt(3); below > 0; below--) {
            lines.add(any(BELOW, random));
        }
        return String.join("\n", lines);
    }

    private static String any(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
