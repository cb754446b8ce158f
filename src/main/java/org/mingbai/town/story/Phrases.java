package org.mingbai.town.story;

import java.util.List;
import java.util.Random;

/// What people write when the kind of matter does not matter.
final class Phrases {

    static final List<String> LISTED = List.of("情况属实，列入台账。", "核对无误，不与在办事项重复。", "属镇级职责，列单办理。", "已电话向反映人核实时间地点。");
    static final List<String> VERIFIED = List.of("现场看过，属实。", "同意列入，原因再写具体些。", "同类问题合并看。", "问题准，时限按规定。");
    static final List<String> REQUIREMENT = List.of("先到现场，再定措施；办前办后照片齐全。", "主动联系反映人，说清办理时间。", "举一反三，同类点位一并看。", "能当天办的不过夜。");
    static final List<String> PASSED = List.of("照片与现场一致，通过。", "措施与佐证逐条对应，通过。", "电话抽查反映人，属实。", "材料齐全，同意。");
    static final List<String> BACK = List.of("第二条措施只有一张近照，看不出位置，请补远近对照。", "写“已整改”没有说怎么改，退回补充。", "佐证日期早于措施时间，请核对后重报。",
            "现场抽查与所报不符：");
    static final List<String> GOOD = List.of("办得快，谢谢。", "第二天就来人了，没想到。", "弄好了，比原来还好。", "态度好，还留了电话。", "解决了，希望能一直保持。", "来看过两次，放心了。",
            "孩子上学方便多了。", "老人说亮堂了。");
    static final List<String> FAIR = List.of("问题解决了，就是时间长了点。", "比以前好，还能再细一点。", "可以，主要是反复打电话才来。");
    static final List<String> SIGNED_OFF = List.of("程序完备，同意销号。", "三方意见一致，同意办结。", "同意。做法请转给其他站所参考。", "同意销号，按期回头看。");
    static final List<String> TOLD = List.of("已电话告知反映人办理结果和回头看时间。", "已短信告知结果，附监督电话。", "已当面告知。");
    static final List<String> HELD = List.of("现场再看，保持良好。", "随机问了三位居民，都说没有再发生。", "电话回访，反映人说一直正常。", "问卷收回二十一份，无反弹反映。");
    static final List<String> EXTEND = List.of("备件由厂家定制，到货比预计晚，请延期。", "连日降雨无法施工，需顺延。", "业主表决票数差少许，需再上门征求。", "与相邻地块施工冲突，需错开。");
    static final List<String> GRANTED = List.of("理由成立，先把进展告知反映人。", "同意，期间每周报一次进展。");
    static final List<String> NOT_GRANTED = List.of("已有一半时间没有动作，不同意延期。", "备件可以从邻近站所调，不同意。");
    static final List<String> RETURN = List.of("该处属另一单位管养，附管养名录。", "经核实权属不在本单位，附现场照片和移交文件。");
    static final List<String> CONTACTED = List.of("电话联系上反映人，约好明天上午现场看。", "反映人补充说晚上更明显，已记下。", "已说明由谁办、多久答复，反映人认可。");
    static final List<String> ESCALATE = List.of("涉及管线产权单位和三个村，多次协调意见不一。", "所需资金超出本单位年度安排，站里解决不了。", "需调用外单位设备，本站无权调度。");
    static final List<String> COORDINATED = List.of("已召集会商：费用按管养长度分摊，你单位牵头继续办。", "已协调借用设备，下周一到场，你单位继续办。");
    static final List<String> NOT_COORDINATED = List.of("属你单位职责内事项，请先与相邻单位书面商定，不予提级。", "年初预算已列，不予提级，请抓紧实施。");
    static final List<String> CALLED = List.of("请到现场一起看，三天内报各自部分。", "涉及贵单位管线，请协助核对图纸。", "请协助做好沿线住户解释。");
    static final List<String> HELPED = List.of("本单位负责部分已完成，图纸已移交主办单位。", "已派两人到场配合，住户解释到位。", "管线位置已标出，可以施工。");
    static final List<String> NOTES = List.of("反映人来电补充：白天也可以联系。", "同一片区还有两处类似情况，已一并看。", "村里帮忙通知了沿线住户。");

    private Phrases() {}

    static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
