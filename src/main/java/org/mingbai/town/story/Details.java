package org.mingbai.town.story;

import java.util.List;
import java.util.Random;

/// What only this one matter had: nobody who was there tells it in the words of another.
final class Details {

    private static final List<String> WHO = List.of("经办人带两名工人", "班组五人分两班", "站里派车一辆", "和社区网格员一起", "连同物业值班人员", "请施工队连夜", "会同村小组长", "维修班三人");
    private static final List<String> HOW = List.of("先断电挂牌再动手", "避开上下学时间", "趁雨停抢出两小时", "等材料到齐后一次做完", "先做样板一段再铺开", "边做边请住户看", "夜里车少时封半幅路", "从早上六点做起",
            "中途加换了一批配件", "按老图纸找准位置后");
    private static final List<String> SEEN = List.of("第二天早上又去看过", "隔壁两家都说可以", "下过一场雨再看没有反复", "把用过的旧料当天清走", "和反映人当面对了照片", "做完量了尺寸记在本上", "顺带看了前后两处",
            "留了电话，三天没有再报", "请楼栋长签了字", "试用一周没有异常");

    private Details() {}

    static String of(long seed) {
        var random = new Random(~seed);
        return Phrases.one(WHO, random) + Phrases.one(HOW, random) + "，用了" + (2 + random.nextInt(38)) + "个工时，" + Phrases.one(SEEN, random) + "。";
    }
}
