package org.mingbai.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.mingbai.SettableClock;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.ActKind;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.LookBackMethod;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.Verdict;

/// Matters of a small town that live at random, by the verbs everybody uses, over many days.
final class AnyLife {

    private static final List<String> CHANNELS = List.of("热线", "来访", "网上", "走访");
    private static final List<String> KINDS = List.of("照明", "供水", "道路", "物业");
    private static final List<String> REGISTERS = List.of("rectification", "hotline");
    private static final int RAISED_A_DAY_MAX = 3;
    private static final int ACTS_A_DAY = 30;

    private final Random random;
    private final Ledger ledger;
    private final SettableClock clock;
    private final SmallTown.Cast cast;
    private final List<SignedIn> people;
    private final List<MatterId> matters = new ArrayList<>();
    private long slips;

    AnyLife(long seed, Ledger ledger, SettableClock clock, SmallTown.Cast cast) {
        this.random = new Random(seed);
        this.ledger = ledger;
        this.clock = clock;
        this.cast = cast;
        this.people = List.of(cast.coordinator(), cast.hallChecker(), cast.checker(), cast.approver(), cast.verdictTaker(), cast.leader(), cast.roadsHandler(),
                cast.waterHandler());
    }

    /// So many days from now on.
    List<MatterId> live(int days) {
        for (int day = 0; day < days; day++) {
            for (int i = random.nextInt(RAISED_A_DAY_MAX + 1); i > 0; i--) {
                raise();
            }
            for (int i = 0; i < ACTS_A_DAY && !matters.isEmpty(); i++) {
                act(matters.get(random.nextInt(matters.size())));
            }
            clock.set(clock.today().plusDays(1));
        }
        return List.copyOf(matters);
    }

    private void raise() {
        var about = random.nextInt(8) == 0 ? List.of(unit()) : List.<OrganisationId>of();
        var subject = new Subject("路灯不亮 " + matters.size(), "晚上看不清路", null, one(CHANNELS), one(CHANNELS), one(KINDS), "南街 " + random.nextInt(3), null, null,
                Map.of(), about);
        if (ledger.raise(cast.coordinator(), one(REGISTERS), subject, UUID.randomUUID()) instanceof Answer.Done(var matter, var _)) {
            matters.add(matter.id());
        }
    }

    private void act(MatterId id) {
        var matter = ledger.kept(cast.tenant(), id).orElseThrow();
        if (random.nextInt(12) == 0) {
            slip(id);
            return;
        }
        var turn = matter.turn();
        var whose = people.stream().filter(one -> turn != null && one.holds(turn)).toList();
        var who = whose.isEmpty() || random.nextInt(6) == 0 ? one(people) : one(whose);
        ledger.matter(who, id).ifPresent(seen -> {
            var open = ledger.acts(who, seen).entrySet().stream().filter(act -> act.getValue().isEmpty() && random.nextInt(weight(act.getKey())) == 0)
                    .map(Map.Entry::getKey).toList();
            if (!open.isEmpty()) {
                sensible(one(open), matter.round().measures().size()).ifPresent(act -> ledger.act(who, id, act, UUID.randomUUID(), null));
            }
        });
    }

    /// How seldom: that most matters come to an end, and some come back.
    private static int weight(ActKind kind) {
        return switch (kind) {
            case DECLINE, REDIRECT, ANSWER_AT_ONCE, WITHDRAW, REQUEST_RETURN, PARK, CORRECT, ESCALATE, REASSIGN -> 25;
            case SEND_BACK, REQUEST_EXTENSION, RAISE_OBJECTION, SCHEDULE_LOOK_BACK, DROP_MEASURE, NAME_CONCERNED, ASK_REVIEW -> 8;
            case NOTE, CONTACT, TELL, CALL_CO_HANDLERS -> 20;
            default -> 1;
        };
    }

    private Optional<Act> sensible(ActKind kind, int measures) {
        return Optional.ofNullable(switch (kind) {
            case VERIFY -> new Act.Verify("属实");
            case PUT_ON_LIST -> new Act.PutOnList(null);
            case DECLINE -> new Act.Decline("不属本级", "请向县里反映");
            case ANSWER_AT_ONCE -> new Act.AnswerAtOnce("已经通知", "条例");
            case ASSIGN -> new Act.Assign(assignment());
            case REASSIGN -> new Act.Reassign(assignment(), "分工变了");
            case SIGN -> new Act.Sign();
            case REQUEST_RETURN -> new Act.RequestReturn("不归我们管", "三定方案");
            case DECIDE_RETURN -> new Act.DecideReturn(random.nextBoolean(), "看过了");
            case PLAN -> measures > 2 ? null : new Act.Plan(List.of(new Measure(0, Measure.Kind.values()[random.nextInt(3)], "换灯", null, null,
                    random.nextBoolean() ? null : Deadline.by(clock.today().plusDays(1 + random.nextInt(15))), 0, null, null)));
            case DROP_MEASURE -> measures == 0 ? null : new Act.DropMeasure(1 + random.nextInt(measures), "不需要了");
            case REPORT_PROGRESS -> measures == 0 ? null
                    : new Act.ReportProgress("有进展", Map.of(1 + random.nextInt(measures), 50 * random.nextInt(3)), List.of());
            case ATTACH_EVIDENCE -> new Act.AttachEvidence(List.of(), List.of(), "现场看过");
            case REQUEST_EXTENSION -> new Act.RequestExtension(clock.today().plusDays(20 + random.nextInt(20)), "灯杆未到货");
            case DECIDE_EXTENSION -> new Act.DecideExtension(random.nextBoolean(), "看过了");
            case PARK -> new Act.Park("要等工程", "随工程解决", "王镇长", clock.today().plusDays(10));
            case RESUME -> new Act.Resume("工程到了");
            case CLAIM_CLOSURE -> new Act.ClaimClosure(Outcome.values()[random.nextInt(3)], "灯都亮了");
            case PASS_REVIEW -> new Act.PassReview("属实");
            case SEND_BACK -> new Act.SendBack("还差一盏");
            case RAISE_OBJECTION -> new Act.RaiseObjection("没有亮");
            case DECIDE_OBJECTION -> new Act.DecideObjection(random.nextBoolean(), "看过了");
            case END_NOTICE -> new Act.EndNotice();
            case RECORD_VERDICT -> new Act.RecordVerdict(verdict());
            case CLOSE -> new Act.Close(Outcome.values()[random.nextInt(3)], "同意销号", "已电话告知");
            case SCHEDULE_LOOK_BACK -> new Act.ScheduleLookBack(clock.today().plusDays(1 + random.nextInt(5)));
            case LOOK_BACK -> new Act.LookBack(random.nextInt(3) > 0, LookBackMethod.values()[0], "去看过");
            case REOPEN -> new Act.Reopen("又坏了");
            case ESCALATE, ANSWER_ESCALATION, REDIRECT, MERGE, UNMERGE, CALL_CO_HANDLERS, REPORT_AS_CO_HANDLER, CONTACT, TELL, PROMISE_INTERIM -> null;
            case WITHDRAW -> new Act.Withdraw("自己修好了");
            case CORRECT -> new Act.Correct(1, Subject.Item.CATEGORY, one(KINDS), "归类归错了");
            case NOTE -> new Act.Note("记一笔");
            case NAME_CONCERNED -> new Act.NameConcerned(List.of(unit()), "说的是他们");
            case ASK_DISCLOSURE, DECIDE_DISCLOSURE -> null;
            case ASK_REVIEW -> new Act.AskReview("不服");
            case ANSWER_REVIEW -> new Act.AnswerReview(random.nextBoolean(), "县政府", "看过了");
        });
    }

    private Verdict verdict() {
        return random.nextInt(5) == 0 ? new Verdict(false, null, null, "没有人接")
                : new Verdict(true, Verdict.Solved.values()[Math.max(0, random.nextInt(6) - 3)], Verdict.Satisfied.values()[Math.max(0, random.nextInt(8) - 3)],
                        "说了", random.nextInt(3) == 0 ? null : random.nextInt(4) > 0);
    }

    private Assignment assignment() {
        return new Assignment(unit(), one(List.of("王镇长", "李镇长")), List.of("李明"), List.of(), Deadline.by(clock.today().plusDays(3 + random.nextInt(15))), null);
    }

    /// As supervision tells the journal of them.
    private void slip(MatterId id) {
        if (ledger.kept(cast.tenant(), id).orElseThrow().stage().named() == StageName.MERGED) {
            return;
        }
        var watching = ledger.kept(cast.tenant(), id).orElseThrow().watching();
        var open = watching.slips().isEmpty() ? 0 : watching.slips().getFirst().slip();
        var entry = switch (random.nextInt(3)) {
            case 0 -> new Entry.SlipSent(++slips, "明督〔2026〕" + slips + "号", "WARNING", unit(), clock.today().plusDays(3));
            case 1 -> open == 0 ? null : new Entry.SlipAnswered(open, "明督〔2026〕" + open + "号", unit());
            default -> open == 0 ? null : new Entry.SlipEnded(open, "明督〔2026〕" + open + "号", random.nextBoolean() ? "ACCEPTED" : "LAPSED");
        };
        if (entry != null) {
            ledger.record(cast.coordinator(), new Seat(cast.office(), Role.COORDINATOR), id, entry, UUID.randomUUID());
        }
    }

    private OrganisationId unit() {
        return random.nextBoolean() ? cast.roads() : cast.water();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    LocalDate anyDay(LocalDate from, LocalDate to) {
        return from.plusDays(random.nextInt((int) (to.toEpochDay() - from.toEpochDay()) + 1));
    }
}
