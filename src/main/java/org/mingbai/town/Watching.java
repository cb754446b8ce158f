package org.mingbai.town;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.telling.Messages;
import org.mingbai.ledger.Light;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.StageName;
import org.mingbai.supervision.Demand;
import org.mingbai.supervision.DemandKind;
import org.mingbai.supervision.Demands;
import org.mingbai.supervision.PauseReason;
import org.mingbai.supervision.RunningClock;
import org.mingbai.supervision.Supervision;
import org.mingbai.supervision.callout.CallAnswer;
import org.mingbai.supervision.callout.CallOut;
import org.mingbai.supervision.callout.CallOuts;
import org.mingbai.supervision.slip.Feedback;
import org.mingbai.supervision.slip.Slip;
import org.mingbai.supervision.slip.SlipAct;
import org.mingbai.supervision.slip.SlipAnswer;
import org.mingbai.supervision.slip.SlipContent;
import org.mingbai.supervision.slip.SlipDraft;
import org.mingbai.supervision.slip.SlipKind;
import org.mingbai.supervision.slip.SlipRule;
import org.mingbai.supervision.slip.SlipRules;
import org.mingbai.supervision.slip.SlipSettings;
import org.mingbai.supervision.slip.Slips;
import org.mingbai.town.cast.Cast;
import org.mingbai.town.cast.Figure;
import org.mingbai.town.cast.Unit;

/// What the office that supervises has done in the last weeks: slips in every state, rules, demands, a light set by hand, a clock stopped,
/// units called to the spot.
/// It writes about matters in which nothing has happened since, so that every journal stays in the order of time.
final class Watching {

    static final String DESK = "desk1";
    private static final String SIGNS = "sign";
    private static final String BASIS = "《青榆镇督查督办工作办法》";
    private static final int CEILING_MINUTES = 600;
    private static final int MORNING = 9;
    private static final int EVENING = 17;
    private static final int PAGE = 500;

    private final Slips slips;
    private final SlipSettings slipSettings;
    private final SlipRules rules;
    private final Supervision supervision;
    private final Demands demands;
    private final CallOuts callOuts;
    private final Messages messages;
    private final Matters matters;
    private final Registers registers;
    private final Company company;
    private final Cast cast;
    private final LocalDateTime now;
    private final ZoneId zone;
    private final List<Matter> open = new ArrayList<>();
    private int said;

    Watching(Verbs verbs, Company company, Cast cast, LocalDateTime now, ZoneId zone) {
        this.slips = verbs.get(Slips.class);
        this.slipSettings = verbs.get(SlipSettings.class);
        this.rules = verbs.get(SlipRules.class);
        this.supervision = verbs.get(Supervision.class);
        this.demands = verbs.get(Demands.class);
        this.callOuts = verbs.get(CallOuts.class);
        this.messages = verbs.get(Messages.class);
        this.matters = verbs.get(Matters.class);
        this.registers = verbs.get(Registers.class);
        this.company = company;
        this.cast = cast;
        this.now = now;
        this.zone = zone;
    }

    void watch() {
        company.as(DESK, now, who -> {
            for (var register : registers.of(who.tenant())) {
                var all = MatterFilter.all(register.code());
                matters.page(who, new MatterFilter(register.code(), all.stages(), true, null, null, null, null, null, MatterFilter.Order.OLDEST, null,
                        MatterFilter.LIMIT_MAX)).matters().forEach(open::add);
            }
            return null;
        });
        open.sort(Comparator.comparing(Matter::changedAt));
        set();
        writeSlips();
        setLight();
        pause();
        callOut();
        ask();
        company.as(DESK, ago(0, MORNING), who -> rules.draft(who.tenant()));
        read();
    }

    private void set() {
        var day = ago(60, MORNING);
        refused(company.as(DESK, day, who -> slipSettings.setCodeWord(who, Keeper.of(who, ""), office(), null, "青督")));
        rule(day, SlipRule.Occasion.CLOCK_LATE, "rectification", 5, SlipKind.WARNING, "第九条：整改事项逾期5日的，发预警单");
        rule(day, SlipRule.Occasion.SLIP_UNANSWERED, null, 3, SlipKind.URGING, "第十一条：督办单据逾期3日未反馈的，升一级再发");
        rule(day, SlipRule.Occasion.CLOCK_AT_RISK, "development", 0, SlipKind.PROMPT, "第八条：重点项目临近期限的，先发提示单");
    }

    private void rule(LocalDateTime at, SlipRule.Occasion occasion, @Nullable String register, int days, SlipKind kind, String article) {
        refused(company.as(DESK, at, who -> rules.put(who, Keeper.of(who, ""), new SlipRules.Asked("", office(), occasion, register, null, days, kind, 3,
                false, BASIS + article, at.toLocalDate().plusDays(1)), UUID.randomUUID())));
    }

    private void writeSlips() {
        var late = quiet(ago(14, MORNING), matter -> overdue(matter) && !parked(matter) && !matter.register().equals("rectification"));
        var first = late == null ? sent(SlipKind.PROMPT, Unit.URBAN, "主街路灯夜间巡查", ago(14, 10), 3) : sent(late, ago(14, 10), 3);
        var lapsed = sent(SlipKind.PROMPT, Unit.FARM, "秋播农资台账核对", ago(13, 10), 3);
        var good = sent(SlipKind.PROMPT, Unit.CIVIL, "低保复核临近截止", ago(12, 10), 4);
        var often = draft(SlipDraft.of(SlipKind.NOTICE, null, office(), cast.id(Unit.ROADS), new SlipContent("桥东路段修补分段完成", BASIS + "第六条",
                "分三段修补，每周报一次进度。", null, "魏长河", null, List.of(cast.id(Unit.URBAN)), day(-20), 7, "沈若溪", null, day(4))), ago(10, 9));
        act(SIGNS, often, new SlipAct.Sign(true), ago(10, 14));
        var second = draft(new SlipDraft(SlipKind.WARNING, first.matter(), office(), first.to(), first.id(), null, content(SlipKind.WARNING,
                first.content().title(), day(6), "提示单到期未见反馈，进度落后")), ago(10, 10));
        act(SIGNS, second, new SlipAct.Sign(true), ago(9, 15));
        answer(good, Feedback.For.FINAL, "应复核 46 户，已复核 46 户，2 户调整，名单已公示。", ago(9, 10));
        act(DESK, good, new SlipAct.Accept("核对名单无误。", null), ago(8, 15));

        var near = quiet(ago(8, MORNING), matter -> overdue(matter) && !parked(matter) && isLedBy(matter, Unit.WATER, Unit.ELM, Unit.URBAN));
        var answered = near == null ? sent(SlipKind.PROMPT, Unit.WATER, "老旧支管漏点排查", ago(8, 10), 4) : sent(near, ago(8, 10), 4);
        var back = sent(SlipKind.PROMPT, Unit.SERVICE, "热线来电回访记录不全", ago(7, 10), 3);
        act(DESK, lapsed, new SlipAct.LetLapse("农服站已在例会上当面说明，不再追发。"), ago(7, 10));
        var withdrawn = sent(SlipKind.PROMPT, Unit.SAFETY, "消防栓月检表", ago(6, 10), 4);
        act(DESK, withdrawn, new SlipAct.Withdraw("月检表前一日已交，发重了。"), ago(6, 14));
        answer(back, Feedback.For.FINAL, "已补录。", ago(5, 9));
        answer(answered, Feedback.For.FINAL, "已到现场逐处核实，能当场办的办了，其余三处备料后本周完成。", ago(5, 11));
        answer(often, Feedback.For.PERIOD, "第一段 400 米已完成，第二段备料。", ago(4, 10));
        act(DESK, often, new SlipAct.Accept(null, day(-3)), ago(3, 10));
        act(DESK, back, new SlipAct.Return("只说已补录，没有说补了哪些、缺了几条，请逐条列出。", day(-2)), ago(3, 16));

        var due = quiet(ago(2, MORNING), matter -> !parked(matter) && isLedBy(matter, Unit.ELM, Unit.WATER, Unit.URBAN));
        if (due != null) {
            receive(sent(due, ago(2, 10), 4), ago(2, 15));
        }
        var signed = draft(SlipDraft.of(SlipKind.RECTIFICATION, null, office(), cast.id(Unit.HOUSING), content(SlipKind.RECTIFICATION,
                "两处电梯困人应急电话无人接听", day(-5), "现场拨打三次，均无人接听")), ago(2, 10));
        sent(SlipKind.PROMPT, Unit.CLEAN, "清运车辆调度表未报", ago(1, 10), 4);
        act(SIGNS, signed, new SlipAct.Sign(false), ago(1, 11));
        draft(SlipDraft.of(SlipKind.PROMPT, null, office(), cast.id(Unit.MARKET), content(SlipKind.PROMPT, "集市计量器具检定临近", day(-4), null)), ago(1, 15));
    }

    private Slip sent(Matter matter, LocalDateTime at, int days) {
        var asked = SlipDraft.of(SlipKind.PROMPT, matter.id(), office(), Objects.requireNonNull(matter.lead()),
                content(SlipKind.PROMPT, matter.subject().title(), after(at, days), null));
        return act(SIGNS, draft(asked, at), new SlipAct.Sign(true), at.plusHours(1));
    }

    private Slip sent(SlipKind kind, Unit to, String title, LocalDateTime at, int days) {
        var slip = draft(SlipDraft.of(kind, null, office(), cast.id(to), content(kind, title, after(at, days), null)), at);
        return act(SIGNS, slip, new SlipAct.Sign(true), at.plusHours(1));
    }

    private static SlipContent content(SlipKind kind, String title, LocalDate answerBy, @Nullable String gap) {
        var requirement = kind == SlipKind.PROMPT ? "请说明进展，确有困难的写明需要谁支持。" : "请写明落后的原因、补救的办法和办结的日子。";
        return new SlipContent(title, BASIS + "第八条", requirement, gap, "魏长河", null, List.of(), null, null, "沈若溪", null, answerBy);
    }

    private Slip draft(SlipDraft asked, LocalDateTime at) {
        return done(company.as(DESK, at, who -> slips.draft(who, asked, key())), asked.content().title());
    }

    private Slip act(String code, Slip slip, SlipAct act, LocalDateTime at) {
        return done(company.as(code, at, who -> slips.act(who, slip.id(), act, key(), null)), slip.content().title() + ", " + act);
    }

    private void receive(Slip slip, LocalDateTime at) {
        act(handlerOf(slip.to()), slip, new SlipAct.Receive(), at);
    }

    private void answer(Slip slip, Feedback.For what, String progress, LocalDateTime at) {
        receive(slip, at);
        act(handlerOf(slip.to()), slip, new SlipAct.Answer(new Feedback.Report(what, progress, null, null, null, null, "站长")), at.plusHours(1));
    }

    private void setLight() {
        var matter = quiet(ago(2, MORNING), one -> !overdue(one) && one.lead() != null && !parked(one));
        if (matter != null) {
            refused(company.as(DESK, ago(2, 16), who -> supervision.setLight(who, matter.id(), Light.Sign.AT_RISK,
                    "供货商来函称设备晚到，期限虽未近，先按有风险盯。", now.toLocalDate().plusDays(10), key())));
        }
    }

    private void pause() {
        for (var matter : List.copyOf(open)) {
            var clock = changedBefore(matter, ago(3, MORNING)) ? stoppable(matter) : Optional.<RunningClock>empty();
            if (clock.isPresent()) {
                var reason = Supervision.pausesOf(clock.get()).iterator().next();
                refused(company.as(DESK, ago(3, 11), who -> supervision.pause(who, matter.id(), clock.get().step(), null, reason, words(reason), key())));
                open.remove(matter);
                return;
            }
        }
    }

    /// One call that is over, one to which all have come but one of them late, one to which not all have come.
    private void callOut() {
        var over = called("ENFORCEMENT", "光靠一家处理不了，请执法和应急一起到现场处置。", 60, ago(3, 9), Unit.MARKET, Unit.SAFETY);
        if (over != null) {
            arrive(over, Unit.MARKET, "两人到场。", ago(3, 9).plusMinutes(35));
            arrive(over, Unit.SAFETY, "带检查记录到场。", ago(3, 9).plusMinutes(50));
            called(company.as(handlerOf(over.caller()), ago(3, 12), who -> callOuts.end(who, over.id(), "三家当场分工，能办的当场办了，其余写进整改清单。")));
            rate(handlerOf(over.caller()), over, Unit.MARKET, 5, "来得快，分工清楚。");
            rate(handlerOf(over.caller()), over, Unit.SAFETY, 4, null);
            rate(handlerOf(cast.id(Unit.MARKET)), over, Unit.MARKET, 4, "现场情况说得清楚。");
            rate(handlerOf(cast.id(Unit.SAFETY)), over, Unit.SAFETY, 5, null);
        }
        var there = called("PRIORITY", "现场要几家一起看，请到场会商谁做什么。", 120, ago(2, 14), Unit.HOUSING, Unit.CLEAN);
        if (there != null) {
            arrive(there, Unit.HOUSING, "一人到场。", ago(2, 14).plusMinutes(40));
            arrive(there, Unit.CLEAN, "路上堵车，两人到场，带了工具。", ago(2, 14).plusMinutes(150));
        }
        var waits = called("EMERGENCY", "现场有安全隐患，请先到场看护，再一起排查。", CallOuts.MINUTES_SHIPPED, ago(1, 15), Unit.SAFETY, Unit.CLEAN);
        if (waits != null) {
            arrive(waits, Unit.SAFETY, "已到场看护。", ago(1, 15).plusMinutes(20));
        }
    }

    /// Its lead calls on a matter that it has in hand and that nobody has touched since.
    private @Nullable CallOut called(String kind, String reason, int minutes, LocalDateTime at, Unit... units) {
        var ids = Stream.of(units).map(cast::id).toList();
        var matter = quiet(at, one -> inHand(one) && !ids.contains(one.lead()));
        return matter == null ? null : called(company.as(handlerOf(Objects.requireNonNull(matter.lead())), at,
                who -> callOuts.call(who, matter.id(), kind, reason, ids, minutes, key())));
    }

    private void arrive(CallOut call, Unit unit, String words, LocalDateTime at) {
        var id = cast.id(unit);
        called(company.as(handlerOf(id), at, who -> callOuts.arrive(who, call.id(), id, words, key())));
    }

    private void rate(String code, CallOut call, Unit unit, int grade, @Nullable String words) {
        called(company.as(code, ago(3, EVENING), who -> callOuts.rate(who, call.id(), cast.id(unit), grade, words)));
    }

    private static boolean inHand(Matter matter) {
        return matter.stage().named() == StageName.SIGNED || matter.stage().named() == StageName.IN_PROGRESS;
    }

    private Optional<RunningClock> stoppable(Matter matter) {
        return supervision.clocksOf(cast.tenant(), matter).stream().filter(clock -> clock.runs() && !clock.paused() && clock.rule() != null
                && !Supervision.pausesOf(clock).isEmpty()).findFirst();
    }

    private static String words(PauseReason reason) {
        return switch (reason) {
            case HEARING -> "反映人申请听证，已定下周三举行。";
            case APPRAISAL -> "送区检测中心检测，约需十天。";
            case THIRD_PARTY -> "征求相邻住户意见，回函前不计。";
            case SUPPLEMENT -> "请反映人补交产权证明。";
            case FORCE_MAJEURE -> "道路因大雪封闭，无法进场。";
            case PARKED -> throw new IllegalStateException("parking is an act of its own");
        };
    }

    /// One unit is asked for more this week than is allowed, the others for less.
    private void ask() {
        company.as(DESK, ago(40, MORNING), who -> {
            demands.setCeiling(Keeper.of(who, ""), new Demands.Ceiling(CEILING_MINUTES, "《青榆镇为基层减负若干措施》第三条"));
            return null;
        });
        demand(DemandKind.FORM, Unit.ELM, "居民养犬情况摸底表", 240, null);
        demand(DemandKind.REPORT, Unit.ELM, "物业矛盾纠纷排查小结", 180, null);
        demand(DemandKind.MEETING, Unit.ELM, "文明创建推进会", 120, null);
        demand(DemandKind.VISIT, Unit.ELM, "市里调研组实地走访", 150, "调研日期由市里定，不能改到下周。");
        demand(DemandKind.FORM, Unit.QUAY, "居民养犬情况摸底表", 240, null);
        demand(DemandKind.REPORT, Unit.BRIDGE, "春季防火值守安排", 60, null);
    }

    private void demand(DemandKind kind, Unit to, String subject, int minutes, @Nullable String despite) {
        company.as(DESK, ago(1, EVENING), who -> demands.record(who.tenant(), who.person(), new Demand(0, kind, cast.id(to), office(), subject,
                "镇党政办工作安排", minutes, now.toLocalDate(), null, null, despite, null)));
    }

    /// What was told before today has been read.
    private void read() {
        var today = now.toLocalDate().atStartOfDay(zone).toOffsetDateTime();
        for (var figure : Figure.ALL) {
            company.as(figure.code(), now, who -> {
                for (var next = messages.page(who, Locale.CHINESE, Long.MAX_VALUE, PAGE); !next.isEmpty();
                        next = messages.page(who, Locale.CHINESE, next.getLast().id(), PAGE)) {
                    next.stream().filter(one -> !one.read() && one.toldAt().isBefore(today)).forEach(one -> messages.open(who, one.id()));
                }
                return null;
            });
        }
    }

    /// The matter that has been quiet longest, if it has been since then; it is not given a second time.
    private @Nullable Matter quiet(LocalDateTime since, Predicate<Matter> which) {
        var found = open.stream().filter(matter -> matter.lead() != null && !handlers(matter.lead()).isEmpty() && changedBefore(matter, since))
                .filter(which).findFirst();
        found.ifPresent(open::remove);
        return found.orElse(null);
    }

    private boolean changedBefore(Matter matter, LocalDateTime moment) {
        return matter.changedAt().isBefore(moment.atZone(zone).toOffsetDateTime());
    }

    private boolean overdue(Matter matter) {
        return matter.round().due() != null && matter.round().due().passedOn(now.toLocalDate());
    }

    private static boolean parked(Matter matter) {
        return matter.stage().named() == StageName.PARKED;
    }

    private boolean isLedBy(Matter matter, Unit... some) {
        return Stream.of(some).map(cast::id).anyMatch(id -> id.equals(matter.lead()));
    }

    private List<Figure> handlers(OrganisationId unit) {
        return cast.units().entrySet().stream().filter(entry -> entry.getValue().equals(unit))
                .flatMap(entry -> Figure.handlersOf(entry.getKey()).stream()).filter(figure -> !figure.code().equals(Figure.GONE)).toList();
    }

    private String handlerOf(OrganisationId unit) {
        return handlers(unit).getFirst().code();
    }

    private OrganisationId office() {
        return cast.id(Unit.OFFICE);
    }

    /// So many days of work before today; today itself before anything of today happens.
    private LocalDateTime ago(int days, int hour) {
        var day = day(days);
        var at = day.atTime(hour, 0);
        return at.isAfter(now) ? now : at;
    }

    /// @param days before today; of work, as most weeks have them
    private LocalDate day(int days) {
        return after(now, -days);
    }

    private static LocalDate after(LocalDateTime at, int days) {
        var day = at.toLocalDate();
        for (int left = Math.abs(days); left > 0;) {
            day = day.plusDays(Integer.signum(days));
            left -= day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY ? 0 : 1;
        }
        return day;
    }

    private UUID key() {
        return UUID.nameUUIDFromBytes((cast.tenant().value() + "/watching/" + ++said).getBytes(StandardCharsets.US_ASCII));
    }

    private static Slip done(SlipAnswer answer, String what) {
        return switch (answer) {
            case SlipAnswer.Done(var slip, _) -> slip;
            case SlipAnswer.Refused(var why) -> throw new IllegalStateException("The town's slip was refused: " + why + " at " + what);
        };
    }

    private static CallOut called(CallAnswer answer) {
        return switch (answer) {
            case CallAnswer.Done(var call) -> call;
            case CallAnswer.Refused(var why) -> throw new IllegalStateException("The town's call was refused: " + why);
        };
    }

    private static void refused(Optional<?> why) {
        why.ifPresent(it -> {
            throw new IllegalStateException("The town's office was refused: " + it);
        });
    }
}
