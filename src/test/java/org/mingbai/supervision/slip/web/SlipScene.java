package org.mingbai.supervision.slip.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingbai.SettableClock;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Logins;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.supervision.slip.Feedback;
import org.mingbai.supervision.slip.Slip;
import org.mingbai.supervision.slip.SlipAct;
import org.mingbai.supervision.slip.SlipAnswer;
import org.mingbai.supervision.slip.SlipContent;
import org.mingbai.supervision.slip.SlipDraft;
import org.mingbai.supervision.slip.SlipKind;
import org.mingbai.supervision.slip.SlipSettings;
import org.mingbai.supervision.slip.Slips;

/// A small town whose office supervises a lamp, and sign-ins for those concerned.
public class SlipScene {

    public static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final SmallTown town;
    private final Ledger ledger;
    private final Slips slips;
    private final SlipSettings slipSettings;
    private final Logins logins;
    private final SettableClock clock;

    SlipScene(SmallTown town, Ledger ledger, Slips slips, SlipSettings slipSettings, Logins logins, SettableClock clock) {
        this.town = town;
        this.ledger = ledger;
        this.slips = slips;
        this.slipSettings = slipSettings;
        this.logins = logins;
        this.clock = clock;
    }

    public SmallTown.Cast cast() {
        clock.set(DAY);
        var cast = town.layOut();
        slipSettings.setCodeWord(cast.coordinator(), Keeper.of(cast.coordinator(), ""), cast.office(), null, "明督");
        return cast;
    }

    public String login(SignedIn who) {
        return logins.of(who);
    }

    public MatterId matter(SmallTown.Cast cast) {
        var id = ((Answer.Done) ledger.raise(cast.coordinator(), "rectification", new Subject("中山路 12 号门前路灯不亮", "夜里看不清路，已有两位老人摔过",
                null, "群众反映", "来访", null, null, null, null, Map.of()), UUID.randomUUID())).matter().id();
        ledger.act(cast.coordinator(), id, new Act.PutOnList(null), UUID.randomUUID(), null);
        ledger.act(cast.coordinator(), id, new Act.Assign(new Assignment(cast.roads(), "王镇长", List.of("李明"), List.of(cast.water()),
                Deadline.by(DAY.plusDays(20)), "查明原因，按期修好")), UUID.randomUUID(), null);
        return id;
    }

    public static SlipContent content(String title) {
        return new SlipContent(title, "《明白镇督查督办工作办法》第十二条；3 月 2 日镇长办公会议定事项。",
                "一是查明路灯不亮的原因，三日内修复。\n二是对全镇路灯排查一遍，列出清单。\n三是说明今后怎样避免。", "已有两位老人夜间摔倒，仍有再次发生的风险。", "王镇长", "李副镇长",
                List.of(), DAY.plusDays(20), null, "赵芸，0771-1234567", "路灯排查清单（样式）\n群众反映记录", DAY.plusDays(3));
    }

    public Slip drafted(SmallTown.Cast cast, SlipKind kind, MatterId matter) {
        return done(slips.draft(cast.coordinator(), new SlipDraft(kind, matter, cast.office(), cast.roads(), null, "涉及安全",
                content("尽快修复中山路路灯并排查全镇路灯")), UUID.randomUUID()));
    }

    public Slip sent(SmallTown.Cast cast, SlipKind kind, MatterId matter) {
        return act(cast.leader(), drafted(cast, kind, matter), new SlipAct.Sign(true));
    }

    public Slip answered(SmallTown.Cast cast, SlipKind kind, MatterId matter) {
        return act(cast.roadsHandler(), sent(cast, kind, matter), new SlipAct.Answer(new Feedback.Report(Feedback.For.FINAL,
                "灯泡和线路均已更换，当晚试亮正常。\n全镇 312 盏路灯已排查，另有 4 盏不亮，已列入明日计划。", "照片两张，见事项佐证材料", "灯杆要从外地订货", "3 月 6 日前换完 4 盏",
                "请协调供电所配合停电半小时", "李所长")));
    }

    public Slip act(SignedIn who, Slip slip, SlipAct act) {
        return done(slips.act(who, slip.id(), act, UUID.randomUUID(), null));
    }

    private static Slip done(SlipAnswer answer) {
        return switch (answer) {
            case SlipAnswer.Done(var slip, _) -> slip;
            case SlipAnswer.Refused(var why) -> throw new AssertionError(why.toString());
        };
    }
}
