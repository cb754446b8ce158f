package org.mingbai.town.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.mingbai.town.cast.Unit;

/// What stands in the blanks of a text, the same throughout one story.
final class Blanks {

    private static final List<String> STREETS = List.of("榆荫路", "河埠街", "学前巷", "染坊弄", "北塘路", "供销路", "码头街", "青石巷", "稻香路", "车站路", "文昌街",
            "柳岸路", "东环路", "菜场街", "桥南路");
    private static final List<String> ESTATES = List.of("春晓苑", "北塘小区", "河埠新村", "榆荫家园", "粮站宿舍", "望河苑", "丝厂公寓", "学府里", "南码头小区");
    private static final Map<Unit, List<String>> HAMLETS = Map.of(
            Unit.BRIDGE, List.of("石桥村桥头组", "石桥村东湾组", "石桥村塘埂组", "石桥村老屋组"),
            Unit.WILLOW, List.of("柳坝村上坝组", "柳坝村渡口组", "柳坝村高岗组", "柳坝村竹园组"));
    private static final List<String> NUMBERS = List.of("两", "三", "四", "五", "六", "七", "八");

    /// The place of what names none.
    static final String NOWHERE = "镇区";

    private final Map<String, String> filled = new LinkedHashMap<>();
    private final Unit village;

    Blanks(Random random) {
        village = random.nextBoolean() ? Unit.BRIDGE : Unit.WILLOW;
        put("{街}", STREETS, random);
        put("{院}", ESTATES, random);
        put("{村}", HAMLETS.get(village), random);
        put("{数}", NUMBERS, random);
        put("{天}", List.of("三", "五", "七", "十", "十二", "二十"), random);
        put("{时}", List.of("晚上七点", "晚上八点", "天黑", "傍晚"), random);
        filled.put("{楼}", Integer.toString(1 + random.nextInt(18)));
    }

    private void put(String blank, List<String> choices, Random random) {
        filled.put(blank, choices.get(random.nextInt(choices.size())));
    }

    /// The village or community in which the named place lies.
    Unit villageOf(String title) {
        return title.contains("{村}") ? village : filled.get("{院}").length() % 2 == 0 ? Unit.ELM : Unit.QUAY;
    }

    String place(String title) {
        return filled.entrySet().stream().filter(entry -> title.contains(entry.getKey()) && "{街}{院}{村}".contains(entry.getKey()))
                .map(Map.Entry::getValue).findFirst().orElse(NOWHERE);
    }

    String fill(String text) {
        var done = text;
        for (var entry : filled.entrySet()) {
            done = done.replace(entry.getKey(), entry.getValue());
        }
        return done;
    }
}
