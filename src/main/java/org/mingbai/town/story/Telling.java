package org.mingbai.town.story;

import static org.mingbai.town.story.Phrases.one;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.ContactBy;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.EscalationAnswer;
import org.mingbai.ledger.EscalationGround;
import org.mingbai.ledger.LookBackMethod;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Policy;
import org.mingbai.ledger.Redirection;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.Verdict;
import org.mingbai.town.cast.Cast;
import org.mingbai.town.cast.Figure;
import org.mingbai.town.cast.Unit;
import org.mingbai.town.picture.Shot;

/// Tells one story from the beginning until its end, its stop, or now.
final class Telling {

    private static final int VARIANTS = 3;
    private static final int ALL_DONE = 100;
    private static final int STALLED_DAYS_MAX = 25;

    private final Plot plot;
    private final Policy policy;
    private final Cast cast;
    private final LocalDateTime now;
    private final Random random;
    private final Blanks blanks;
    private final Kind kind;
    private final Unit lead;
    private final String handler;
    private final List<Step> steps = new ArrayList<>();

    private LocalDateTime at;
    private boolean over;
    private boolean stopped;
    private LocalDate due;
    private int planned;

    Telling(Plot plot, Policy policy, Cast cast, LocalDateTime now) {
        this.plot = plot;
        this.policy = policy;
        this.cast = cast;
        this.now = now;
        this.random = new Random(plot.seed());
        this.blanks = new Blanks(random);
        this.kind = plot.kind().titled(random.nextInt(plot.kind().titles().size()));
        this.lead = kind.unit().equals(Kind.VILLAGE) ? blanks.villageOf(kind.titles().getFirst()) : Unit.valueOf(kind.unit());
        this.handler = any(Figure.handlersOf(lead)).code();
        this.at = raisedAt();
        this.due = plot.day().plusDays(policy.limitDays());
    }

    /// Whether it came to the stop that was asked for.
    boolean stopped() {
        return stopped;
    }

    Unit lead() {
        return lead;
    }

    Story told() {
        var raised = at;
        var by = raiser();
        lifeOf(by);
        return new Story(0, plot.register(), raised, by, Subjects.of(plot.register(), kind, blanks, raised, random), List.copyOf(steps));
    }

    private void lifeOf(String raiser) {
        stop(StageName.RAISED);
        for (var layer : policy.verification()) {
            does(later(0), layer.name().equals("layer.line-leader") ? "mayor" : desk(), new Act.Verify(one(Phrases.VERIFIED, random)));
        }
        if (plot.fate() == Fate.DECLINED || plot.fate() == Fate.REDIRECTED) {
            goAnotherWay();
            return;
        }
        does(later(0), desk(), new Act.PutOnList(one(Phrases.LISTED, random)));
        if (asked() && random.nextInt(3) == 0) {
            does(later(0), desk(), new Act.Tell("已收到您反映的“" + blanks.fill(kind.titles().getFirst()) + "”，已登记列账。",
                    "由" + lead.title() + "按程序办理，" + policy.limitDays() + "日内答复" + (policy.reviewable() ? "；对答复不服可以申请复查。" : "。")));
        }
        stop(StageName.LISTED);
        if (plot.fate() == Fate.CORRECTED) {
            does(later(0), desk(), new Act.Correct(1, Subject.Item.PLACE, blanks.place(kind.titles().getFirst()) + "北段", "反映人来电更正位置。"));
        }
        if (plot.fate() == Fate.WITHDRAWN) {
            does(later(1), raiser, new Act.Withdraw("反映人来电说自行解决，要求撤回。"));
            over = true;
            return;
        }
        round(1);
    }

    private void goAnotherWay() {
        if (plot.fate() == Fate.DECLINED) {
            does(later(0), desk(), new Act.Decline("所说地点不在本镇辖区，经与反映人核实无误。", "已把受理电话告诉反映人，可向所在地镇政府反映。"));
        } else {
            boolean legal = random.nextBoolean();
            does(later(0), desk(), legal
                    ? new Act.Redirect(Redirection.LEGAL_ROUTE, "双方已就此提起诉讼，法院已受理。", "请按诉讼程序主张，需要法律援助可到便民服务中心三号窗口。")
                    : new Act.Redirect(Redirection.MARKET_OR_SOCIAL, "属于个人之间的买卖纠纷，不在镇政府职责内。", "可请社区调解委员会调解，或向消费者组织反映。"));
        }
        over = true;
    }

    private void round(int number) {
        boolean first = number == 1;
        if (first && plot.fate() == Fate.RETURNED) {
            giveBack();
        }
        assign(lead, first && plot.fate() == Fate.CALLED_IN ? helpers() : List.of());
        stop(StageName.ASSIGNED);
        if (first && plot.fate() == Fate.KEPT) {
            does(later(0), handler, new Act.RequestReturn(one(Phrases.RETURN, random), "《镇级管养职责名录》"));
            stop(StageName.RETURN_REQUESTED);
            does(later(1), desk(), new Act.DecideReturn(false, "名录以最近一次移交为准，该处已移交你单位，请抓紧办理。"));
        }
        does(later(random.nextInt(2)), handler, new Act.Sign());
        stop(StageName.SIGNED);
        if (asked() && random.nextInt(3) > 0) {
            does(later(0), handler, random.nextInt(4) == 0 ? new Act.Contact(ContactBy.VISIT, "上门见到反映人，当面看了现场。")
                    : new Act.Contact(ContactBy.CALL, one(Phrases.CONTACTED, random)));
        }
        plan(first);
        if (plot.stop() != StageName.IN_PROGRESS && first) {
            turns();
        }
        work(first);
        claim(first);
        checks(first);
        end(number);
    }

    private void giveBack() {
        var wrong = lead == Unit.URBAN ? Unit.ROADS : Unit.URBAN;
        var other = any(Figure.handlersOf(wrong)).code();
        assign(wrong, List.of());
        does(later(0), other, new Act.RequestReturn(one(Phrases.RETURN, random), "《镇级管养职责名录》"));
        stop(StageName.RETURN_REQUESTED);
        does(later(1), desk(), new Act.DecideReturn(true, "核对名录，确属" + lead.title() + "，退回后改派。"));
    }

    private void assign(Unit to, List<Unit> helping) {
        var moment = later(0);
        int limit = policy.limitDays() > 200 ? policy.limitDays() / 2 + random.nextInt(policy.limitDays() / 2) : policy.limitDays();
        due = moment.toLocalDate().plusDays(limit);
        does(moment, desk(), new Act.Assign(new Assignment(cast.id(to), "魏长河", List.of(nameOf(to)), cast.ids(helping), Deadline.by(due),
                one(Phrases.REQUIREMENT, random))));
    }

    private void plan(boolean first) {
        var moment = later(random.nextInt(2));
        var day = moment.toLocalDate();
        var all = new ArrayList<Measure>();
        int count = plot.register().equals("hotline") && random.nextInt(3) > 0 ? 1 + random.nextInt(2) : 3;
        for (int i = 0; i < count; i++) {
            var deadline = i == 0 ? Deadline.immediate() : Deadline.by(max(i == 1 ? day.plusDays(ChronoUnit.DAYS.between(day, due) * 2 / 3) : due, day));
            all.add(new Measure(i + 1, Measure.Kind.values()[i], (first ? "" : "返工：") + blanks.fill(kind.measures().get(i)),
                    i == 1 ? "反映人认可，现场复看合格" : null, nameOf(lead), deadline, 0, null, null));
        }
        planned = does(moment, handler, new Act.Plan(all)) ? count : planned;
    }

    /// What may come between the plan and the claim.
    private void turns() {
        switch (plot.fate()) {
            case CALLED_IN -> helpers().forEach(unit ->
                    does(later(1), any(Figure.handlersOf(unit)).code(), new Act.ReportAsCoHandler(one(Phrases.HELPED, random))));
            case PROMISED -> does(later(1), handler, new Act.PromiseInterim(due.isAfter(at.toLocalDate().plusDays(1)) ? due : at.toLocalDate().plusDays(9),
                    "备件已订，" + due.getMonthValue() + "月" + due.getDayOfMonth() + "日前办好，其间有问题可直接打经办人电话。"));
            case EXTENDED, NOT_EXTENDED -> askForTime();
            case PARKED, RESUMED -> park();
            case ESCALATED -> escalate();
            default -> { }
        }
    }

    /// The school and the hospital have nobody above their own units who could answer: that goes to the office.
    private void escalate() {
        does(later(1), handler, new Act.Escalate(random.nextBoolean() ? EscalationGround.SEVERAL_UNITS : EscalationGround.MEANS,
                one(Phrases.ESCALATE, random), "请召集相关单位会商，明确各自承担的部分。"));
        stop(StageName.ESCALATED);
        boolean refused = random.nextInt(4) == 0;
        does(later(2), lead.superior() == Unit.HALL ? "head" : desk(), new Act.AnswerEscalation(
                refused ? EscalationAnswer.REFUSES : EscalationAnswer.COORDINATES, one(refused ? Phrases.NOT_COORDINATED : Phrases.COORDINATED, random)));
    }

    /// Whether somebody outside waits to hear of it.
    private boolean asked() {
        return plot.register().equals("hotline") || plot.register().equals("problem");
    }

    private void askForTime() {
        var moment = later(1);
        if (moment.toLocalDate().isAfter(due)) {
            return;
        }
        var to = due.plusDays(Math.min(policy.extensionDaysMax(), 5 + policy.extensionDaysMax() / 3));
        does(moment, handler, new Act.RequestExtension(to, one(Phrases.EXTEND, random)));
        boolean granted = plot.fate() == Fate.EXTENDED;
        if (does(later(0), approver(), new Act.DecideExtension(granted, one(granted ? Phrases.GRANTED : Phrases.NOT_GRANTED, random))) && granted) {
            due = to;
        }
    }

    private void park() {
        var moment = later(2);
        var review = moment.toLocalDate().plusDays(90L + random.nextInt(120));
        if (plot.fate() == Fate.PARKED && review.isBefore(now.toLocalDate())) {
            review = now.toLocalDate().plusDays(random.nextInt(90) - 5L);
        }
        does(moment, approver(), new Act.Park("涉及上级年度计划，本镇暂无资金，现阶段确不能办。", "列入下一年度申报，其间做好临时防护，每季度看一次。", nameOf(lead), review));
        if (plot.fate() == Fate.PARKED) {
            does(later(20), handler, new Act.ReportProgress("挂账期间看过一次，临时防护完好。", java.util.Map.of(), List.of()));
            over = true;
        } else {
            does(on(review), desk(), new Act.Resume("资金已下达，恢复办理，原时限照旧显示。"));
        }
    }

    private void work(boolean first) {
        var began = at.toLocalDate();
        long span = Math.max(1, ChronoUnit.DAYS.between(began, due));
        double pace = plot.stop() != null ? 0.1 + random.nextDouble() * 0.2
                : first && plot.fate() == Fate.LATE ? 1.1 + random.nextDouble() * 0.6 : 0.25 + random.nextDouble() * 0.6;
        int reports = span < 20 ? 1 + random.nextInt(2) : 2;
        for (int i = 0; i < reports; i++) {
            int percent = first && shows(Habit.SILENT_UNTIL_DONE) ? 0 : (i + 1) * 80 / reports;
            var moment = on(began.plusDays((long) (span * pace * (i + 1) / (reports + 1))));
            reports(moment, blanks.fill(kind.progress().get(Math.min(i, 1))), percent, i == 0 && first);
            if (i == 0 && random.nextInt(5) == 0) {
                does(later(0), desk(), new Act.Note(one(Phrases.NOTES, random)));
            }
            if (i == 0) {
                stop(StageName.IN_PROGRESS);
                over = over || first && plot.fate() == Fate.STALLED && isLately();
            }
        }
        boolean lastMoment = first && asked() && plot.stop() == null && plot.fate() != Fate.LATE && shows(Habit.LAST_MOMENT);
        var last = on(lastMoment ? WorkingTime.lastBefore(due) : began.plusDays((long) (span * pace)));
        reports(last, "措施逐项做完，自查合格", ALL_DONE, false);
        prove(later(0));
    }

    /// Nobody leaves a thing lying for a year.
    private boolean isLately() {
        return plot.day().isAfter(now.toLocalDate().minusDays(policy.limitDays() + STALLED_DAYS_MAX));
    }

    private void reports(LocalDateTime moment, String text, int percent, boolean pictured) {
        var percents = java.util.stream.IntStream.range(0, planned).map(i -> percent == ALL_DONE ? ALL_DONE : Math.max(0, percent - i * 20)).boxed().toList();
        take(new Step.Reports(moment, handler, text + "。", percents, pictured ? List.of(photo(false, "办理前")) : List.of()));
    }

    private void prove(LocalDateTime moment) {
        var shots = new ArrayList<>(List.of(photo(true, "办理后")));
        if (random.nextInt(8) == 0) {
            shots.add(Shot.note("现场核查记录", "现场核查记录\n\n地点：" + spot() + "\n单位：" + lead.title()
                    + "\n核查：" + blanks.fill(kind.done()) + "\n在场：经办人一名、居民代表两名\n"));
        }
        take(new Step.Proves(moment, handler, List.of(), shots, "办理后照片，与措施逐条对应。"));
    }

    private void claim(boolean first) {
        var explained = first && plot.fate() == Fate.EXPLAINED;
        does(later(0), handler, new Act.ClaimClosure(explained ? Outcome.EXPLAINED : Outcome.SOLVED, explained
                ? "所提要求超出现行规定，已当面说明依据和可以办到的部分，并给了替代办法。" : shows(Habit.STOCK_PHRASE) ? Habit.PHRASE : blanks.fill(kind.done()) + Details.of(plot.seed())));
        stop(StageName.CLAIMED);
    }

    private void checks(boolean first) {
        for (int step = 0; step < policy.review().size(); step++) {
            var checker = policy.review().get(step).at() == Policy.At.OFFICE ? either("check1", "check2") : superior();
            if (first && plot.fate() == Fate.SENT_BACK && step == policy.review().size() - 1) {
                var reason = one(Phrases.BACK, random);
                does(later(1), checker, new Act.SendBack(reason.endsWith("：") ? reason + blanks.fill(kind.wrong()) : reason));
                does(later(1), handler, new Act.ReportProgress("按退回意见补做，逐条对照。", java.util.Map.of(), List.of()));
                prove(later(0));
                claim(true);
                checks(false);
                return;
            }
            does(later(random.nextInt(3)), checker, new Act.PassReview(one(Phrases.PASSED, random)));
            stop(step + 1 < policy.review().size() ? StageName.IN_REVIEW : policy.noticeDays() > 0 ? StageName.ON_NOTICE
                    : policy.verdict() ? StageName.AWAITING_VERDICT : StageName.AWAITING_CLOSURE);
        }
        if (policy.noticeDays() > 0) {
            notice(first);
        }
    }

    private void notice(boolean first) {
        var until = at.toLocalDate().plusDays(policy.noticeDays());
        if (first && plot.fate() == Fate.OBJECTED) {
            does(later(1), desk(), new Act.RaiseObjection("有居民看到公示后说边角还没有做完，请再核一次。"));
            does(later(1), desk(), new Act.DecideObjection(false, "现场复核，所说位置不在本事项范围内，已另列一件办理并告知本人。"));
        }
        does(on(until.plusDays(1)), desk(), new Act.EndNotice());
        stop(policy.verdict() ? StageName.AWAITING_VERDICT : StageName.AWAITING_CLOSURE);
    }

    private void end(int number) {
        var outcome = plot.fate() == Fate.EXPLAINED && number == 1 ? Outcome.EXPLAINED : Outcome.SOLVED;
        if (policy.verdict()) {
            boolean refuted = number == 1 && plot.fate() == Fate.REFUTED;
            does(later(random.nextInt(3)), caller(), new Act.RecordVerdict(verdict(number)));
            if (number == 1 && plot.fate() == Fate.SILENT && !policy.unreachedMaySolve()) {
                stop(StageName.AWAITING_CLOSURE);
                does(later(2), caller(), new Act.RecordVerdict(verdict(0)));
            }
            if (refuted) {
                stop(StageName.REFUTED);
                does(later(1), desk(), new Act.Reopen("反映人不认可：" + blanks.fill(kind.wrong())));
                round(2);
                return;
            }
            stop(StageName.AWAITING_CLOSURE);
            outcome = number == 1 && plot.fate() == Fate.PARTLY ? Outcome.PARTLY_SOLVED : outcome;
        }
        does(later(random.nextInt(2)), approver(), new Act.Close(outcome, one(Phrases.SIGNED_OFF, random), one(Phrases.TOLD, random)));
        if (number == 1 && plot.fate() == Fate.APPEALED && appeal()) {
            round(2);
            return;
        }
        if (policy.lookBackDays() > 0 && outcome != Outcome.EXPLAINED) {
            lookBack(number);
        }
    }

    /// Whether the body above found for those who asked.
    private boolean appeal() {
        does(later(4 + random.nextInt(10)), desk(), new Act.AskReview("反映人对处理意见不服：" + blanks.fill(kind.wrong())));
        stop(StageName.UNDER_REVIEW);
        boolean upheld = plot.stop() == StageName.REVIEW_UPHELD || random.nextBoolean();
        does(later(8 + random.nextInt(8)), desk(), new Act.AnswerReview(upheld, "县人民政府办公室", upheld
                ? "现场复核与处理意见不符，责成重新办理。" : "处理意见认定事实清楚、依据充分，予以维持。"));
        if (upheld) {
            stop(StageName.REVIEW_UPHELD);
            does(later(1), desk(), new Act.Reopen("按复查意见重新办理，上一轮记录保留。"));
        }
        return upheld;
    }

    private Verdict verdict(int number) {
        return switch (number == 1 ? plot.fate() : Fate.NORMAL) {
            case REFUTED -> new Verdict(true, Verdict.Solved.NOT, Verdict.Satisfied.DISSATISFIED, blanks.fill(kind.wrong()), false);
            case PARTLY -> new Verdict(true, Verdict.Solved.PARTLY, Verdict.Satisfied.FAIRLY_SATISFIED, "大部分好了，" + blanks.fill(kind.wrong()), true);
            case EXPLAINED -> new Verdict(true, Verdict.Solved.NOT, Verdict.Satisfied.FAIRLY_SATISFIED, "办不了也说清楚了，能理解。", true);
            case SILENT -> new Verdict(false, null, null, "三次拨打无人接听，已发短信说明结果。");
            default -> random.nextInt(4) == 0
                    ? new Verdict(true, Verdict.Solved.FULLY, Verdict.Satisfied.FAIRLY_SATISFIED, one(Phrases.FAIR, random), true)
                    : new Verdict(true, Verdict.Solved.FULLY, random.nextBoolean() ? Verdict.Satisfied.VERY_SATISFIED : Verdict.Satisfied.SATISFIED,
                            one(Phrases.GOOD, random), true);
        };
    }

    private void lookBack(int number) {
        var moment = on(at.toLocalDate().plusDays(policy.lookBackDays() + (long) random.nextInt(9)));
        boolean relapsed = number == 1 && plot.fate() == Fate.RELAPSED;
        var method = LookBackMethod.values()[random.nextInt(3)];
        does(moment, caller(), new Act.LookBack(!relapsed, method, relapsed ? "又出现了：" + blanks.fill(kind.wrong()) : one(Phrases.HELD, random)));
        if (relapsed) {
            stop(StageName.RELAPSED);
            does(later(1), desk(), new Act.Reopen("回头看发现反弹，重新办理，上一轮记录保留。"));
            round(2);
        }
    }

    private boolean does(LocalDateTime moment, String who, Act act) {
        return take(new Step.Does(moment, who, act));
    }

    private boolean take(Step step) {
        boolean gone = step.who().equals(Figure.GONE) && step.at().toLocalDate().isAfter(now.toLocalDate().minusDays(Figure.GONE_DAYS));
        over = over || gone || step.at().isAfter(now);
        if (!over) {
            steps.add(step);
            at = step.at();
        }
        return !over;
    }

    private void stop(StageName stage) {
        if (!over && plot.stop() == stage) {
            over = true;
            stopped = true;
        }
    }

    private LocalDateTime later(int workingDays) {
        return WorkingTime.after(at, workingDays, random);
    }

    private LocalDateTime on(LocalDate day) {
        var moment = WorkingTime.on(WorkingTime.workingDay(day), random);
        return moment.isAfter(at) ? moment : later(0);
    }

    private LocalDateTime raisedAt() {
        var moment = plot.register().equals("hotline")
                ? plot.day().atTime(7, 0).plusMinutes(random.nextInt(14 * 60)).plusSeconds(random.nextInt(60))
                : WorkingTime.on(WorkingTime.workingDay(plot.day()), random);
        return moment.isBefore(now) ? moment : moment.minusWeeks(1);
    }

    private Shot photo(boolean after, String name) {
        boolean old = after && shows(Habit.OLD_PICTURE);
        return Shot.photo(kind.scene(), after, old ? 0 : (int) (plot.seed() % VARIANTS), old ? 0 : (int) (plot.seed() % Integer.MAX_VALUE), spot() + name);
    }

    private boolean shows(Habit habit) {
        return habit.shows(lead, plot.seed());
    }

    private String spot() {
        var place = blanks.place(kind.titles().getFirst());
        return place.equals(Blanks.NOWHERE) ? lead.shortly() : place;
    }

    private String raiser() {
        return switch (plot.register()) {
            case "hotline" -> either("service1", "service2");
            case "problem" -> any(List.of(figure("elm1"), figure("quay1"), figure("bridge1"), figure("hall1"), figure("hall2"))).code();
            default -> desk();
        };
    }

    private String superior() {
        return switch (lead) {
            case KINDERGARTEN -> "schoolcheck";
            case CLINIC -> "doctorcheck";
            default -> either("hall1", "hall2");
        };
    }

    private List<Unit> helpers() {
        return lead == Unit.SAFETY ? List.of(Unit.HOUSING) : List.of(Unit.SAFETY);
    }

    private String desk() {
        return either("desk1", "desk2");
    }

    private String caller() {
        return either("call1", "call2");
    }

    private String approver() {
        return either("sign", "sign2");
    }

    private String nameOf(Unit unit) {
        return unit == lead ? figure(handler).name() : Figure.handlersOf(unit).getFirst().name();
    }

    private String either(String one, String other) {
        return random.nextInt(5) < 3 ? one : other;
    }

    private Figure any(List<Figure> figures) {
        return figures.get(random.nextInt(figures.size()));
    }

    private static Figure figure(String code) {
        return Figure.ALL.stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow();
    }

    private static LocalDate max(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
