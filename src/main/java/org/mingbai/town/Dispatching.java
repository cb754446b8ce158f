package org.mingbai.town;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.mingbai.directory.Keeper;
import org.mingbai.pattern.dispatch.DispatchRules;
import org.mingbai.town.cast.Cast;
import org.mingbai.town.cast.Figure;
import org.mingbai.town.cast.Unit;

/// The dispatch catalogue of the town: written ten months ago from the duties of its stations, and adjusted once since.
final class Dispatching {

    private static final int WRITTEN_DAYS_AGO = 300;
    private static final int ADJUSTED_DAYS_AGO = 75;
    private static final String DUTIES = "青榆镇机构职能配置规定";
    private static final String SHARED = "青榆镇派单工作会商纪要";

    private final DispatchRules rules;
    private final TownClock clock;
    private final Keeper by;

    private Dispatching(DispatchRules rules, TownClock clock, Keeper by) {
        this.rules = rules;
        this.clock = clock;
        this.by = by;
    }

    static void write(DispatchRules rules, TownClock clock, Cast cast, LocalDateTime now) {
        var keeper = Figure.ALL.stream().filter(figure -> figure.code().equals(Watching.DESK)).findFirst().orElseThrow();
        new Dispatching(rules, clock, new Keeper(cast.tenant(), Optional.of(cast.people().get(keeper.code())), keeper.name(), "")).write(now);
    }

    private void write(LocalDateTime now) {
        var written = now.minusDays(WRITTEN_DAYS_AGO);
        put(written, "市政设施", "", "", Unit.URBAN, List.of(), DUTIES, "第七条第（一）项：市政设施维护");
        put(written, "停车秩序", "", "", Unit.URBAN, List.of(), DUTIES, "第七条第（四）项：停车泊位管理");
        put(written, "道路交通", "", "", Unit.ROADS, List.of(), DUTIES, "第八条第（一）项：镇村道路养护");
        put(written, "公共交通", "", "", Unit.ROADS, List.of(), DUTIES, "第八条第（三）项：客运协调");
        put(written, "农村公路", "", "", Unit.ROADS, List.of(Unit.FARM), DUTIES, "第八条第（二）项：农村公路");
        put(written, "供水保障", "", "", Unit.WATER, List.of(), DUTIES, "第九条第（一）项：供水");
        put(written, "排水防涝", "", "", Unit.WATER, List.of(Unit.URBAN), SHARED, "第二条：积水由水务站牵头");
        put(written, "环境卫生", "", "", Unit.CLEAN, List.of(), DUTIES, "第十条第（一）项：清扫保洁");
        put(written, "", "", "噪声、广场舞、施工扰民", Unit.URBAN, List.of(), SHARED, "第三条：噪声由城建站牵头");
        put(written, "物业管理", "", "", Unit.HOUSING, List.of(), DUTIES, "第十一条第（二）项：物业指导");
        put(written, "电梯维修", "", "", Unit.HOUSING, List.of(Unit.SAFETY), SHARED, "第五条：电梯");
        put(written, "消防安全", "", "", Unit.SAFETY, List.of(), DUTIES, "第十二条第（一）项：消防");
        put(written, "餐饮油烟", "", "", Unit.MARKET, List.of(Unit.URBAN), SHARED, "第四条：油烟由市场所牵头");
        put(written, "食品安全", "", "", Unit.MARKET, List.of(), DUTIES, "第十三条第（一）项：食品安全");
        put(now.minusDays(ADJUSTED_DAYS_AGO), "", "", "噪声、广场舞、施工扰民", Unit.CLEAN, List.of(Unit.URBAN), SHARED, "第二次会商第一条：噪声改由环卫所牵头");
    }

    private void put(LocalDateTime at, String category, String place, String words, Unit lead, List<Unit> coHandlers, String title, String article) {
        LocalDate from = at.toLocalDate();
        var draft = new DispatchRules.Draft(category, place, "", words, lead.title(), coHandlers.stream().map(Unit::title).toList(), title,
                article, from, null);
        var read = clock.at(at, () -> rules.put(by, draft));
        if (!read.why().isEmpty()) {
            throw new IllegalStateException("The town's dispatch catalogue was refused: " + read.why());
        }
    }
}
