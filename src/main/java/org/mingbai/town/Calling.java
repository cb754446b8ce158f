package org.mingbai.town;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.AnswerAtHand;
import org.mingbai.intake.AnswerDraft;
import org.mingbai.intake.AnswersAtHand;
import org.mingbai.intake.ArisenFrom;
import org.mingbai.intake.ClerkDesk;
import org.mingbai.intake.Identity;
import org.mingbai.intake.OpinionLetter;
import org.mingbai.intake.OpinionLetterAct;
import org.mingbai.intake.OpinionLetterDraft;
import org.mingbai.intake.OpinionLetters;
import org.mingbai.intake.Receptions;
import org.mingbai.intake.Submission;
import org.mingbai.intake.TakenDown;
import org.mingbai.intake.Then;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.ledger.Redirection;
import org.mingbai.ledger.Subject;
import org.mingbai.town.cast.Cast;
import org.mingbai.town.cast.Unit;

/// What people said within the last hour, by whichever way, as the clerks took it down. Nobody here is anybody: names and numbers are made up.
final class Calling {

    private static final String HOTLINE = "service1";
    private static final String WINDOW = "service2";
    private static final String SIGNER = "sign";
    private static final int BEGAN_MINUTES_AGO = 50;
    private static final int EACH_MINUTES = 5;

    private final ClerkDesk desk;
    private final AnswersAtHand answers;
    private final OpinionLetters letters;
    private final Receptions receptions;
    private final Company company;
    private final Cast cast;
    private final LocalDateTime now;
    private int taken;

    Calling(Verbs verbs, Company company, Cast cast, LocalDateTime now) {
        this.desk = verbs.get(ClerkDesk.class);
        this.answers = verbs.get(AnswersAtHand.class);
        this.letters = verbs.get(OpinionLetters.class);
        this.receptions = verbs.get(Receptions.class);
        this.company = company;
        this.cast = cast;
        this.now = now;
    }

    /// How somebody said it.
    private record Said(String channel, String register, Subject subject, @Nullable Identity identity, boolean anonymous, boolean confidential) {}

    void call() {
        var lamp = take(HOTLINE, named("hotline", "hotline", order("求助", "三号楼二单元路灯不亮", "三号楼二单元门口的路灯不亮有四五天了，晚上接孩子全靠手机照。",
                "榆荫社区三号楼"), "何桂枝", "13800000001"), new Then.ToTheOffice());
        take(WINDOW, named("window", "hotline", order("求助", "给独居老人装扶手", "母亲八十二岁一个人住，想问社区能不能在楼梯口加一段扶手。", "河埠社区五号楼"),
                "鲁文娟", "13800000002"), new Then.ToTheOffice());
        take(Watching.DESK, named("hotline", "hotline", order("求助", "三号楼路灯坏了", "三号楼门口的路灯坏了，老人夜里下楼摔了一跤。", "榆荫社区三号楼"), "孔庆和",
                "13800000003"), new Then.Joined(lamp.matter().id()));
        take(HOTLINE, named("hotline", "hotline", order("求助", "老街北口配电箱冒浓烟", "老街北口的配电箱在冒浓烟，旁边停了十几辆电动车。", "老街北口"), "褚大勇",
                "13800000004"), new Then.ToTheOffice());
        take(Watching.DESK, named("letter", "hotline", order("投诉", "物业费从一元二涨到一元八", "我们小区的物业费一下涨了六毛，请政府出面降下来。", "青榆花园"), "乐思远",
                "13800000005"), new Then.Redirected(Redirection.MARKET_OR_SOCIAL, "物业服务收费由业主和物业公司按合同约定，小区已成立业主委员会。",
                "请先向业主委员会提出，由它与物业公司协商；协商不成的，房管站可以组织调解。"));
        take(Watching.DESK, named("hotline", "hotline", order("咨询", "医保缴费到哪一天", "今年的居民医保还能缴吗，到哪一天为止？", null), null, "13800000006"),
                atHand());
        asking();
        received(lamp);
        take(Watching.DESK, new Said("walk-through", "problem", new Subject("敬老卡取号机只认身份证", "扮作办事老人走了一遍，取号机不认老年证，排了四十分钟才有人帮。", null, null, null, null,
                "便民服务中心", null, null, Map.of("走的事项", "办理敬老优待卡", "由谁走", "分管副镇长", "卡在哪一步", "大厅取号")), null, false, false),
                new Then.ToTheOffice());
        take(HOTLINE, new Said("suggestion-box", "problem", new Subject("三份表填的是同样的内容", "同一件事一周里填了三份表，能不能只填一次？", null, null, null, null, null,
                null, null, Map.of()), null, true, false), new Then.ToTheOffice());
        take(HOTLINE, new Said("hotline", "hotline", order("投诉", "收了清运费没有开票", "收了两百元建筑垃圾清运费，问了几次都不给开票。", "桥东路")
                .about(List.of(cast.id(Unit.URBAN))), Identity.of("闻人安", "13800000007"), false, true), new Then.ToTheOffice());
    }

    /// One round of opinion letters: answered with and without an opinion, overdue though reminded of, and still in time.
    private void asking() {
        var today = now.toLocalDate();
        var late = sent(today.minusDays(21), today.minusDays(7), "青榆镇个体劳动者协会", "青榆中学", "榆荫社区居民委员会");
        sent(today.minusDays(3), today.plusDays(11), "青榆镇志愿服务队", "河埠社区老年协会");
        noted(late.get(0), new OpinionLetterAct.Reply(today.minusDays(9), 1));
        noted(late.get(1), new OpinionLetterAct.Reply(today.minusDays(8), 0));
        noted(late.get(2), new OpinionLetterAct.Remind(today.minusDays(2), "电话，答应本周回"));
        var subject = new Subject("开店要跑三个窗口", "会员反映，办一张食品经营的证要在三个窗口各交一遍同样的材料。", null, null, null, null, null, null, null, Map.of());
        var form = new Submission("problem", subject, null, false, false, "zh", List.of(), key("sample/letter/raised"));
        done(company.as(Watching.DESK, now.minusMinutes(BEGAN_MINUTES_AGO), who -> desk.take(who, "opinion-letter", form, false, new Then.ToTheOffice(),
                new ArisenFrom.Letter(late.get(0).no()))));
    }

    /// A reception day to come, with one who wants to talk over what they raised.
    private void received(TakenDown guest) {
        var nine = LocalTime.of(9, 0);
        var draft = new Receptions.Draft(now.toLocalDate().plusDays(6), nine, nine.plusHours(2), 20, 1, "镇政府一楼接待室", "副镇长 魏长河", "", null,
                key("sample/reception"));
        var day = done(company.as(Watching.DESK, now.minusMinutes(2), who -> receptions.announce(who, draft)));
        done(company.as(Watching.DESK, now.minusMinutes(1), who -> receptions.book(who, guest.matter().id(), 1, day.no(), nine)));
    }

    private List<OpinionLetter> sent(LocalDate on, LocalDate due, String... bodies) {
        var draft = new OpinionLetterDraft("上半年便民服务", List.of(bodies), "便民服务还有哪些不方便", on, due, "函中写明的日期", key("sample/letter/" + on));
        return done(company.as(Watching.DESK, now.minusMinutes(BEGAN_MINUTES_AGO), who -> letters.send(who, draft)));
    }

    private void noted(OpinionLetter letter, OpinionLetterAct act) {
        done(company.as(Watching.DESK, now.minusMinutes(BEGAN_MINUTES_AGO), who -> letters.note(who, letter.no(), act, key("sample/letter/" + letter.body()))));
    }

    private static UUID key(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /// Three answers kept at hand, one of them still to be approved, and the one that fits.
    private Then.AnsweredFrom atHand() {
        var insurance = written("居民医保缴费截止到哪一天，在哪里缴", "集中缴费期到月底，便民服务中心二号窗口和手机都能缴。", "青榆镇便民服务办事指南“居民医保参保缴费”",
                Unit.SERVICE, now.toLocalDate().plusDays(40));
        var lamp = written("小区路灯坏了多久能修好", "公共路灯报修后一般三个工作日内修好；小区里由物业管的灯，请先找物业。", "青榆镇路灯维护办法第六条", Unit.URBAN, null);
        List.of(insurance, lamp).forEach(it -> done(company.as(SIGNER, now.minusMinutes(BEGAN_MINUTES_AGO),
                who -> answers.approve(who, it.no(), it.version()))));
        written("老人补贴怎么申请", "满八十周岁的，带身份证到社区填一张表，次月起发放。", "青榆镇高龄津贴发放办法第四条", Unit.CIVIL, null);
        return new Then.AnsweredFrom(insurance.no(), insurance.version());
    }

    private AnswerAtHand written(String question, String answer, String basis, Unit unit, @Nullable LocalDate until) {
        var draft = new AnswerDraft(question, answer, basis, cast.id(unit), now.toLocalDate().minusDays(20), until,
                key("sample/answer/" + question));
        return done(company.as(Watching.DESK, now.minusMinutes(BEGAN_MINUTES_AGO), who -> answers.write(who, draft)));
    }

    private static <T> T done(VoiceAnswer<T> answer) {
        return switch (answer) {
            case VoiceAnswer.Done(var it) -> it;
            case VoiceAnswer.Refused(var why) -> throw new IllegalStateException("At the sample desk: " + why);
        };
    }

    private static Subject order(String kind, String title, String text, @Nullable String place) {
        return new Subject(title, text, null, null, null, null, place, null, null, Map.of("orderKind", kind));
    }

    private static Said named(String channel, String register, Subject subject, @Nullable String name, String phone) {
        return new Said(channel, register, subject, Identity.of(name, phone), false, false);
    }

    private TakenDown take(String clerk, Said said, Then then) {
        var moment = now.minusMinutes(BEGAN_MINUTES_AGO - (long) taken++ * EACH_MINUTES);
        var form = new Submission(said.register(), said.subject(), said.identity(), said.anonymous(), said.confidential(), "zh", List.of(),
                UUID.nameUUIDFromBytes(("sample/voice/" + taken).getBytes(StandardCharsets.US_ASCII)));
        return switch (company.as(clerk, moment, who -> desk.take(who, said.channel(), form, false, then))) {
            case VoiceAnswer.Done(var done) when done.notThen().isEmpty() -> done;
            case VoiceAnswer.Done(var done) -> throw new IllegalStateException("At the sample desk: " + done.notThen());
            case VoiceAnswer.Refused(var why) -> throw new IllegalStateException("At the sample desk: " + why);
        };
    }
}
