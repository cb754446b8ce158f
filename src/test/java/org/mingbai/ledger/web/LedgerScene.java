package org.mingbai.ledger.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingbai.SettableClock;
import org.mingbai.directory.Logins;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Evidence;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.Verdict;

/// A small town whose people can sign in, and matters at every stage: late, at risk, parked, closed, declined.
public class LedgerScene {

    public static final LocalDate BEGAN = LocalDate.of(2026, 3, 2);
    public static final LocalDate NOW = BEGAN.plusDays(42);

    private final SmallTown town;
    private final Ledger ledger;
    private final Logins logins;
    private final SettableClock clock;

    LedgerScene(SmallTown town, Ledger ledger, Logins logins, SettableClock clock) {
        this.town = town;
        this.ledger = ledger;
        this.logins = logins;
        this.clock = clock;
    }

    public SmallTown.Cast cast() {
        clock.set(BEGAN);
        return town.layOut();
    }

    /// Opens an account and tells the login.
    public String login(SignedIn who) {
        return logins.of(who);
    }

    public MatterId raised(SmallTown.Cast cast, Subject subject) {
        return raised(cast.coordinator(), "rectification", subject);
    }

    public MatterId raised(SignedIn who, String register, Subject subject) {
        return ((Answer.Done) ledger.raise(who, register, subject, UUID.randomUUID())).matter().id();
    }

    public MatterId listed(SmallTown.Cast cast, Subject subject) {
        var id = raised(cast, subject);
        act(cast.coordinator(), id, new Act.PutOnList(null));
        return id;
    }

    public MatterId assigned(SmallTown.Cast cast, Subject subject, OrganisationId unit, LocalDate due) {
        var id = listed(cast, subject);
        act(cast.coordinator(), id, new Act.Assign(
                new Assignment(unit, "王镇长", List.of("李明", "赵芸"), List.of(), Deadline.by(due), "按期办结")));
        return id;
    }

    public MatterId underWay(SmallTown.Cast cast, Subject subject, LocalDate due) {
        var id = assigned(cast, subject, cast.roads(), due);
        act(cast.roadsHandler(), id, new Act.Sign());
        act(cast.roadsHandler(), id, new Act.Plan(List.of(
                new Measure(0, Measure.Kind.CONTAINMENT, "先设警示牌和临时照明", null, "李明", Deadline.by(due), 0, null, null),
                new Measure(0, Measure.Kind.PREVENTIVE, "每月巡查一次，坏灯三日内修好，巡查记录留存备查", null, "赵芸", Deadline.by(due), 0, null, null))));
        act(cast.roadsHandler(), id, new Act.ReportProgress("临时照明已装好，灯杆已订货", Map.of(1, 100, 2, 20), List.of()));
        return id;
    }

    public MatterId claimed(SmallTown.Cast cast, Subject subject, LocalDate due) {
        var id = underWay(cast, subject, due);
        act(cast.roadsHandler(), id, new Act.AttachEvidence(List.of(), List.<Evidence.File>of(), "换灯前后各看过一次"));
        act(cast.roadsHandler(), id, new Act.ClaimClosure(Outcome.SOLVED, "灯都亮了"));
        return id;
    }

    public MatterId closed(SmallTown.Cast cast, Subject subject) {
        var id = claimed(cast, subject, clock.today().plusDays(30));
        act(cast.hallChecker(), id, new Act.PassReview("属实"));
        act(cast.checker(), id, new Act.PassReview(null));
        clock.set(clock.today().plusDays(6));
        act(cast.coordinator(), id, new Act.EndNotice());
        act(cast.verdictTaker(), id, new Act.RecordVerdict(new Verdict(true, Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED, "亮了")));
        act(cast.approver(), id, new Act.Close(Outcome.SOLVED, "同意销号", "已电话告知"));
        return id;
    }

    public MatterId parked(SmallTown.Cast cast, Subject subject, LocalDate due) {
        var id = underWay(cast, subject, due);
        act(cast.approver(), id, new Act.Park("要等上级管网工程", "明年随管网改造一并解决", "王镇长", clock.today().plusDays(90)));
        return id;
    }

    /// The day on which `someOfEach` is looked at.
    public void restoreToday() {
        clock.set(NOW);
    }

    /// As a year leaves a register behind: 26 matters, some of each kind. Today is then 6 weeks after it began.
    public List<MatterId> someOfEach(SmallTown.Cast cast) {
        var all = new ArrayList<MatterId>();
        var day = clock.today();
        all.add(closed(cast, subject(1)));
        all.add(closed(cast, subject(2)));
        for (int i = 3; i < 7; i++) {
            all.add(underWay(cast, subject(i), day.plusDays(20 + i)));
        }
        for (int i = 7; i < 10; i++) {
            all.add(underWay(cast, subject(i), day.plusDays(43 + i)));
        }
        all.add(claimed(cast, subject(10), day.plusDays(70)));
        all.add(parked(cast, subject(11), day.plusDays(30)));
        for (int i = 12; i < 16; i++) {
            all.add(assigned(cast, subject(i), i % 2 == 0 ? cast.roads() : cast.water(), day.plusDays(60 + i)));
        }
        for (int i = 16; i < 20; i++) {
            all.add(listed(cast, subject(i)));
        }
        var declined = raised(cast, subject(20));
        act(cast.coordinator(), declined, new Act.Decline("属于小区物业的事", "可找物业或业主委员会"));
        all.add(declined);
        for (int i = 21; i < 27; i++) {
            all.add(raised(cast, subject(i)));
        }
        restoreToday();
        return all;
    }

    public void act(SignedIn who, MatterId id, Act act) {
        var answer = ledger.act(who, id, act, UUID.randomUUID(), null);
        if (!(answer instanceof Answer.Done)) {
            throw new AssertionError(act + ": " + answer);
        }
    }

    private static final List<String> TITLES = List.of("中山路第 3 盏路灯不亮", "东门菜市场前井盖松动，车过有响声", "养老补贴迟发两个月", "河西村自来水发黄",
            "镇中心小学门口没有斑马线", "医保窗口中午无人值守，群众跑两趟", "老旧小区消防通道被堆物堵住");

    public static Subject subject(int i) {
        var title = TITLES.get(i % TITLES.size());
        return new Subject(title, title + "，夜里行人看不清路，已有两位老人摔过。附近居民多次反映，希望尽快解决，并说明什么时候能好。",
                "QH-2026-%04d".formatted(i), "群众反映", "来访", i % 3 == 0 ? "市政设施" : i % 3 == 1 ? "民生保障" : "安全生产", "中山路",
                "日常巡查没有落到人", "灯亮、路平、不再摔人", Map.of("difficulties", "灯杆要从外地订货", "remark", "=1+1"));
    }
}
