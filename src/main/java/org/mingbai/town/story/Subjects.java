package org.mingbai.town.story;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.mingbai.ledger.Subject;

/// What a matter says of itself, register by register.
final class Subjects {

    private static final List<String> CHANNELS = List.of("12345热线", "12345热线", "12345热线", "网上留言", "来访", "居民议事会", "随手拍");

    private Subjects() {}

    static Subject of(String register, Kind kind, Blanks blanks, LocalDateTime at, Random random) {
        var title = kind.titles().getFirst();
        return new Subject(blanks.fill(title), blanks.fill(one(kind.texts(), random)), null, source(register, random),
                register.equals("hotline") ? one(CHANNELS, random) : null, kind.category(), blanks.place(title),
                register.equals("hotline") ? null : blanks.fill(kind.cause()), goal(register), fields(register, blanks.place(title), at, random));
    }

    /// With the number it bears on paper: the hotline's orders by day, the others' by year.
    static Subject numbered(Story story, int number) {
        var it = story.subject();
        var day = story.raisedAt().toLocalDate();
        var said = story.register().equals("hotline") ? day.toString().replace("-", "") + "%04d".formatted(number)
                : "〔" + day.getYear() + "〕" + number + "号";
        return new Subject(it.title(), it.text(), said, it.source(), it.channel(), it.category(), it.place(), it.cause(), it.goal(), it.fields());
    }

    private static String source(String register, Random random) {
        return switch (register) {
            case "hotline" -> "群众来电来信";
            case "problem" -> one(List.of("入户走访", "居民议事会", "干部下沉", "明察暗访"), random);
            case "rectification" -> one(List.of("上级巡察反馈", "年度自查", "专项检查", "人大代表建议"), random);
            case "livelihood" -> "居民票选";
            case "research" -> "驻村调研";
            default -> "年度工作安排";
        };
    }

    private static String goal(String register) {
        return switch (register) {
            case "hotline" -> "反映人认可，现场复看合格";
            case "problem", "rectification" -> "问题消除，同类点位一并看过，三个月后不反弹";
            default -> "按期完成，受益群众看得见、说得出";
        };
    }

    private static Map<String, String> fields(String register, String place, LocalDateTime at, Random random) {
        return switch (register) {
            case "hotline" -> Map.of("orderKind", one(List.of("求助", "求助", "投诉", "建议", "咨询"), random), "spot", place);
            case "problem" -> Map.of("foundHow", one(List.of("个别访谈", "实地查看", "座谈", "查阅资料"), random), "foundOn", at.toLocalDate().toString(),
                    "common", random.nextInt(3) == 0 ? "是" : "否");
            case "livelihood" -> Map.of("beneficiaries", place + "及周边居民", "investment", 8 + random.nextInt(90) + "万元", "publicity", "公开栏、居民群");
            case "research" -> Map.of("topic", "老百姓身边的小事怎么办好", "form", one(List.of("试点", "制度", "项目", "建议"), random));
            case "responsibility" -> Map.of("boundary", "以现场划定的线为准，线内归牵头单位，线外归协办单位");
            case "task" -> Map.of("product", one(List.of("台账", "图表", "报告", "设施"), random));
            case "rules" -> Map.of("change", one(List.of("新立", "修订"), random));
            default -> Map.of();
        };
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
