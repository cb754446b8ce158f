package org.mingbai.town;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.mingbai.activity.Campaign;
import org.mingbai.activity.CampaignAnswer;
import org.mingbai.activity.Campaigns;
import org.mingbai.town.cast.Cast;
import org.mingbai.town.cast.Unit;

/// A campaign of the town: most of its milestones lie behind, one is late, and one was given another day.
final class Campaigning {

    private static final int BEGAN_DAYS = 75;
    private static final int GOES_ON_DAYS = 25;
    private static final int MOVED_DAYS = 15;
    private static final BigDecimal ON_TIME_PERCENT = BigDecimal.valueOf(95);

    private final Campaigns campaigns;
    private final Company company;
    private final Cast cast;
    private final LocalDateTime now;

    Campaigning(Verbs verbs, Company company, Cast cast, LocalDateTime now) {
        this.campaigns = verbs.get(Campaigns.class);
        this.company = company;
        this.cast = cast;
        this.now = now;
    }

    void run() {
        var plan = new Campaign.Plan("“亮灯平路”百日整治", "热线里路灯、井盖、路面的来电连着三个月最多。镇长办公会议定，集中一百天办。", day(-BEGAN_DAYS), day(GOES_ON_DAYS),
                List.of("hotline", "problem", "rectification"), List.of("市政设施", "道路交通"), cast.id(Unit.URBAN),
                "来电反映的都按时办完，办完的夜里去看过；同一处不再坏第二次。", new Campaign.Target("on-time", ON_TIME_PERCENT, false));
        var asked = List.of(
                asked("全镇路灯、井盖、路面逐处登记", -62, Unit.URBAN),
                asked("整治清单上墙公布", -54, Unit.OFFICE),
                asked("不亮的路灯全部修好", -24, Unit.URBAN),
                asked("破损路面铣刨重铺完", -9, Unit.ROADS),
                asked("井盖产权逐个核明、编号上牌", -4, Unit.WATER),
                asked("夜间抽查两轮，查出的当周改完", 6, Unit.OFFICE),
                asked("社区、村每周巡灯一次，记在册上", 10, Unit.ELM),
                asked("开挖回填质保金办法印发", 12, Unit.ROADS));
        var campaign = done(company.as(Watching.DESK, at(-BEGAN_DAYS), who -> campaigns.begin(who, cast.id(Unit.OFFICE), plan, asked, UUID.randomUUID())));
        campaign = reached(campaign, 1, -63, "登记表三本，抽看了榆荫社区和石桥村，与现场相符。");
        campaign = reached(campaign, 2, -50, "公示栏照片四张；河埠社区晚了四天才贴。");
        campaign = reached(campaign, 3, -26, "夜里走了三条街，逐盏看过。");
        var before = campaign;
        var moved = before.milestones().stream().filter(one -> one.reached() == null)
                .map(one -> new Campaigns.Asked(one.no(), one.words(), one.no() == 8 ? day(20) : one.due(), one.owner())).toList();
        campaign = done(company.as(Watching.DESK, at(-MOVED_DAYS), who -> campaigns.change(who, before, plan, moved, "质保金办法要先征求各管线单位意见，推后八天。",
                UUID.randomUUID())));
        reached(campaign, 5, -5, "核对产权清册，现场抽了二十个井盖，牌子都在。");
    }

    private Campaigns.Asked asked(String words, int days, Unit owner) {
        return new Campaigns.Asked(0, words, day(days), cast.id(owner));
    }

    private Campaign reached(Campaign campaign, int no, int days, String note) {
        return done(company.as(Watching.DESK, at(days), who -> campaigns.reach(who, campaign, no, day(days), note, UUID.randomUUID())));
    }

    private static Campaign done(CampaignAnswer answer) {
        return switch (answer) {
            case CampaignAnswer.Done(var campaign) -> campaign;
            case CampaignAnswer.Refused(var why) -> throw new IllegalStateException("The town's campaign was refused: " + why);
        };
    }

    private LocalDate day(int days) {
        return now.toLocalDate().plusDays(days);
    }

    private LocalDateTime at(int days) {
        return day(days).atTime(10, 0);
    }
}
