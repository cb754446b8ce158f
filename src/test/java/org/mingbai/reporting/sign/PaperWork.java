package org.mingbai.reporting.sign;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.mingbai.SettableClock;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Role;
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
import org.mingbai.library.FileRefused;
import org.mingbai.library.Library;

/// A year of matters of several units, done by the verbs everybody uses. Every unit is careless now and then; some have a habit besides.
final class PaperWork {

    static final int UNITS = 12;
    private static final int LIMIT_DAYS = 15;
    private static final int CARELESS_PERCENT = 4;
    private static final int HABIT_PERCENT = 45;
    private static final List<String> SORTS = List.of("市政设施", "道路交通", "供水", "环境卫生");
    private static final List<String> WHO = List.of("经办两人", "站长带队", "施工队六人", "社区和物业", "抢修班", "管养单位", "志愿者和网格员", "电工和泥瓦工");
    private static final List<String> DID = List.of("换下烧坏的接头", "把塌下去的路面挖开重填", "疏通了堵住的支管", "清走堆了半年的杂物", "补齐缺角的井盖", "重新拉了警戒线并补漆",
            "把松动的扶手焊牢", "更换老化的阀门", "给楼道装上声控灯", "修剪挡住信号灯的树枝");
    private static final List<String> THEN = List.of("傍晚再看一遍没有问题", "下过雨又去看，没有积水", "住户签字认可", "连着三天夜里都亮", "压力表读数恢复正常", "学生放学时试走过",
            "邻近两处一并查过", "拍了远近各一张", "旧件已收回仓库", "约定月底再看");

    private final Random random;
    private final SmallTown town;
    private final SmallTown.Cast cast;
    private final Ledger ledger;
    private final Library library;
    private final SettableClock clock;
    private final List<OrganisationId> units = new ArrayList<>();
    private final List<SignedIn> handlers = new ArrayList<>();
    private final Map<OrganisationId, Set<SignKind>> habits = new HashMap<>();
    private long scene;

    PaperWork(long seed, SmallTown town, Ledger ledger, Library library, SettableClock clock, LocalDate began) {
        this.random = new Random(seed);
        this.scene = seed * 1_000_000;
        this.town = town;
        this.ledger = ledger;
        this.library = library;
        this.clock = clock;
        clock.set(began);
        this.cast = town.layOut();
        for (int i = 0; i < UNITS; i++) {
            units.add(town.unit(cast.tenant(), cast.hall(), "第" + (i + 1) + "站"));
            handlers.add(town.person(cast.tenant(), "经办" + i, units.getLast(), Role.HANDLER));
        }
    }

    SmallTown.Cast cast() {
        return cast;
    }

    /// Each habit has two units that have it.
    Map<OrganisationId, Set<SignKind>> plant() {
        for (var kind : SignKind.values()) {
            for (int i = 0; i < 2; i++) {
                habits.computeIfAbsent(units.get((kind.ordinal() * 2 + i * 5 + 1) % UNITS), _ -> EnumSet.noneOf(SignKind.class)).add(kind);
            }
        }
        return habits;
    }

    void live(LocalDate began, int mattersEach) {
        for (int i = 0; i < mattersEach; i++) {
            for (int unit = 0; unit < UNITS; unit++) {
                matter(unit, began.plusDays(i * 300L / mattersEach + random.nextInt(10)));
            }
        }
    }

    private boolean has(int unit, SignKind kind) {
        return random.nextInt(100) < (habits.getOrDefault(units.get(unit), Set.of()).contains(kind) ? HABIT_PERCENT : CARELESS_PERCENT);
    }

    private void matter(int unit, LocalDate raised) {
        var handler = handlers.get(unit);
        var due = raised.plusDays(LIMIT_DAYS);
        clock.set(raised);
        var sort = one(SORTS);
        var id = ((Answer.Done) ledger.raise(cast.coordinator(), "hotline", new Subject("第 " + scene + " 号来电", "请来看看", null, "群众反映", "热线", sort,
                "南街", null, null, Map.of()), UUID.randomUUID())).matter().id();
        act(cast.coordinator(), id, new Act.PutOnList("属实"));
        act(cast.coordinator(), id, new Act.Assign(new Assignment(units.get(unit), "王镇长", List.of("李明"), List.of(), Deadline.by(due), "按期办结")));
        act(handler, id, new Act.Sign());
        act(handler, id, new Act.Plan(List.of(measure(has(unit, SignKind.SAME_MEASURES) ? "压实责任，加强巡查，建立长效机制" : sort + said(), due),
                measure(sort + said(), due))));
        boolean asks = random.nextInt(3) > 0;
        boolean late = asks && has(unit, SignKind.LAST_DAY);
        var claim = late || has(unit, SignKind.CROWDED) ? due.minusDays(late ? 0 : random.nextInt(2)) : raised.plusDays(7L + random.nextInt(LIMIT_DAYS - 8));
        boolean jump = has(unit, SignKind.JUMP);
        if (!jump) {
            clock.set(raised.plusDays(3));
            act(handler, id, new Act.ReportProgress("已到现场", Map.of(1, 40, 2, 30), List.of()));
        }
        if (asks) {
            var day = late ? due : raised.plusDays(random.nextInt(LIMIT_DAYS - 1));
            clock.set(day.isAfter(claim) ? claim : day.isBefore(clock.today()) ? clock.today() : day);
            act(handler, id, new Act.RequestExtension(due.plusDays(3), "等备件"));
            act(cast.approver(), id, new Act.DecideExtension(false, "先按原定时限办"));
        }
        clock.set(claim);
        act(handler, id, new Act.ReportProgress("做完了", Map.of(1, 100, 2, 100), List.of()));
        act(handler, id, new Act.AttachEvidence(List.of(), List.of(picture(unit, handler, raised)), "办理后"));
        act(handler, id, new Act.ClaimClosure(Outcome.SOLVED, has(unit, SignKind.SAME_WORDS)
                ? "接件后高度重视，立即组织人员到现场处理，问题已经整改到位，群众表示满意。" : said() + said()));
        judged(id, has(unit, SignKind.APART));
    }

    private void judged(MatterId id, boolean apart) {
        for (var checker : List.of(cast.hallChecker(), cast.checker())) {
            ledger.act(checker, id, new Act.PassReview("属实"), UUID.randomUUID(), null);
        }
        act(cast.verdictTaker(), id, new Act.RecordVerdict(apart ? new Verdict(true, Verdict.Solved.NOT, Verdict.Satisfied.DISSATISFIED, "还是老样子", true)
                : new Verdict(true, Verdict.Solved.FULLY, Verdict.Satisfied.SATISFIED, "好了", true)));
    }

    private String said() {
        return one(WHO) + one(DID) + random.nextInt(90) + "处，" + one(THEN) + "。";
    }

    private Measure measure(String text, LocalDate due) {
        return new Measure(0, Measure.Kind.CORRECTIVE, text, null, "李明", Deadline.by(due), 0, null, null);
    }

    /// An old one bears the day of its camera; one that is used again was shrunk and saved anew on the way.
    private Evidence.File picture(int unit, SignedIn handler, LocalDate raised) {
        boolean again = has(unit, SignKind.SAME_PICTURE);
        var image = Photograph.scene(again ? -1 - unit : ++scene);
        var bytes = again ? Photograph.jpeg(Photograph.shrunk(image, 0.4 + random.nextInt(6) * 0.1), 0.6F) : Photograph.jpeg(image, 0.9F);
        var taken = has(unit, SignKind.OLD_EVIDENCE) ? raised.minusDays(1 + random.nextInt(90)) : raised.plusDays(1);
        try {
            var kept = library.keep(cast.tenant(), handler.person(), "现场.jpg",
                    new ByteArrayInputStream(random.nextInt(10) == 0 && !taken.isBefore(raised) ? bytes : Photograph.taken(bytes, taken)));
            return new Evidence.File(kept.sha256(), kept.name(), kept.mediaType(), kept.size());
        } catch (FileRefused e) {
            throw new AssertionError(e);
        }
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private void act(SignedIn who, MatterId id, Act act) {
        if (!(ledger.act(who, id, act, UUID.randomUUID(), null) instanceof Answer.Done)) {
            throw new AssertionError(act + " of " + id + ": " + ledger.act(who, id, act, UUID.randomUUID(), null));
        }
    }
}
