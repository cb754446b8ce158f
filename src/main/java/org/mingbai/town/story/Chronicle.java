package org.mingbai.town.story;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Role;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Policy;
import org.mingbai.ledger.StageName;
import org.mingbai.town.cast.Cast;
import org.mingbai.town.cast.Figure;
import org.mingbai.town.cast.Unit;

/// All the stories of the town up to now, in the order in which they began.
public final class Chronicle {

    /// Fourteen months.
    private static final int DAYS = 425;
    private static final int WAITING_DAYS_MAX = 200;
    private static final int TWINS = 6;
    private static final int TRIES_MAX = 200;
    /// Where something stands in every register that goes through it, so that no tray is empty.
    private static final List<StageName> WAITING = List.of(StageName.RAISED, StageName.LISTED, StageName.ASSIGNED, StageName.RETURN_REQUESTED,
            StageName.SIGNED, StageName.IN_PROGRESS, StageName.CLAIMED, StageName.IN_REVIEW, StageName.ON_NOTICE, StageName.AWAITING_VERDICT,
            StageName.AWAITING_CLOSURE, StageName.REFUTED, StageName.RELAPSED, StageName.ESCALATED, StageName.UNDER_REVIEW, StageName.REVIEW_UPHELD);
    private static final Map<String, Integer> SHARES = new LinkedHashMap<>();

    static {
        SHARES.put("hotline", 580);
        SHARES.put("problem", 130);
        SHARES.put("rectification", 100);
        SHARES.put("task", 90);
        SHARES.put("responsibility", 50);
        SHARES.put("livelihood", 35);
        SHARES.put("research", 35);
        SHARES.put("development", 30);
        SHARES.put("rules", 30);
    }

    private final Cast cast;
    private final Map<String, Policy> policies;
    private final LocalDateTime now;
    private final double share;
    private final Random random;
    private final List<Kind> kinds = Kind.all();
    private final List<Story> told = new ArrayList<>();

    private Chronicle(Cast cast, Map<String, Policy> policies, LocalDateTime now, double share, long seed) {
        this.cast = cast;
        this.policies = policies;
        this.now = now;
        this.share = share;
        this.random = new Random(seed);
    }

    /// @param policies the rules in force, by register
    /// @param share of what usually happens in such a town; 1 for all of it
    public static List<Story> of(Cast cast, Map<String, Policy> policies, LocalDateTime now, double share, long seed) {
        return new Chronicle(cast, policies, now, share, seed).all();
    }

    private List<Story> all() {
        SHARES.forEach((register, number) -> {
            for (int i = 0; i < number * share; i++) {
                ordinary(register);
            }
            for (var stage : WAITING) {
                for (int i = 0; i < (register.equals("hotline") ? 3 : 1); i++) {
                    waitingAt(register, stage);
                }
            }
        });
        Figure.ALL.stream().filter(figure -> figure.login().isPresent() && figure.role() == Role.HANDLER).map(Figure::unit).forEach(unit -> {
            waitingFor(unit, StageName.ASSIGNED);
            waitingFor(unit, StageName.IN_PROGRESS);
        });
        waitingFor(goneFrom(), StageName.ASSIGNED);
        for (int i = 0; i < TWINS; i++) {
            twins();
        }
        return numbered();
    }

    private static Unit goneFrom() {
        return Figure.ALL.stream().filter(figure -> figure.code().equals(Figure.GONE)).findFirst().orElseThrow().unit();
    }

    private void ordinary(String register) {
        var day = now.toLocalDate().minusDays(random.nextInt(DAYS));
        told.add(new Telling(new Plot(register, kindFor(register), day, fateFor(register), null, random.nextLong(1L << 40)),
                policies.get(register), cast, now).told());
    }

    /// One that stands at this stage now, and came to it as lately as its way allows.
    private void waitingAt(String register, StageName stage) {
        var policy = policies.get(register);
        var plot = new Plot(register, kindFor(register), now.toLocalDate(), fateTo(stage, policy), stage, random.nextLong(1L << 40));
        for (int ago = 1; ago < WAITING_DAYS_MAX; ago++) {
            var telling = new Telling(plot.on(now.toLocalDate().minusDays(ago)), policy, cast, now);
            var story = telling.told();
            if (telling.stopped()) {
                told.add(story);
                return;
            }
        }
    }

    /// Something for each handler whom a visitor may be.
    private void waitingFor(Unit unit, StageName stage) {
        var fitting = kinds.stream()
                .filter(kind -> kind.registers().contains("hotline") && List.of(unit.name(), Kind.VILLAGE).contains(kind.unit()))
                .toList();
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            var plot = new Plot("hotline", fitting.get(random.nextInt(fitting.size())), now.toLocalDate().minusDays(6L + tries % 4), Fate.NORMAL, stage,
                    random.nextLong(1L << 40));
            var telling = new Telling(plot, policies.get("hotline"), cast, now);
            var story = telling.told();
            if (telling.stopped() && telling.lead() == unit) {
                told.add(story);
                return;
            }
        }
    }

    private static Fate fateTo(StageName stage, Policy policy) {
        return switch (stage) {
            case RETURN_REQUESTED -> Fate.KEPT;
            case ESCALATED -> Fate.ESCALATED;
            case UNDER_REVIEW, REVIEW_UPHELD -> policy.reviewable() ? Fate.APPEALED : Fate.NORMAL;
            case REFUTED -> policy.verdict() ? Fate.REFUTED : Fate.NORMAL;
            case RELAPSED -> policy.lookBackDays() > 0 ? Fate.RELAPSED : Fate.NORMAL;
            default -> Fate.NORMAL;
        };
    }

    /// The same thing raised a second time while the first is being worked on.
    private void twins() {
        var kind = kindFor("hotline");
        var policy = policies.get("hotline");
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            var plot = new Plot("hotline", kind, now.toLocalDate().minusDays(5 + random.nextInt(200)), Fate.LATE, null, random.nextLong(1L << 40));
            var first = new Telling(plot, policy, cast, now).told();
            var signed = momentOf(first, Act.Sign.class);
            var claimed = momentOf(first, Act.ClaimClosure.class);
            if (signed == null || claimed == null || !signed.plusDays(4).isBefore(claimed)) {
                continue;
            }
            var raised = signed.plusDays(1).plusMinutes(40);
            var merged = WorkingTime.after(raised, 0, random);
            if (merged.isBefore(claimed)) {
                told.add(first);
                told.add(new Story(told.size() - 1, "hotline", raised, "service2", first.subject(),
                        List.of(new Step.Joins(merged, "desk1", -1, "同一地点同一问题，与在办的一件合并，两位反映人都会回访。"))));
                return;
            }
        }
    }

    private static @Nullable LocalDateTime momentOf(Story story, Class<? extends Act> act) {
        return story.steps().stream().filter(step -> step instanceof Step.Does(_, _, var done) && act.isInstance(done)).map(Step::at).findFirst().orElse(null);
    }

    private Kind kindFor(String register) {
        var fitting = kinds.stream().filter(kind -> kind.registers().contains(register)).toList();
        return fitting.get(random.nextInt(fitting.size()));
    }

    private Fate fateFor(String register) {
        var fates = java.util.Arrays.stream(Fate.values()).filter(fate -> fate.fits(policies.get(register))).toList();
        int pick = random.nextInt(fates.stream().mapToInt(Fate::share).sum());
        for (var fate : fates) {
            pick -= fate.share();
            if (pick < 0) {
                return fate;
            }
        }
        return Fate.NORMAL;
    }

    private List<Story> numbered() {
        var order = told.stream().sorted(Comparator.comparing(Story::raisedAt)).toList();
        var places = new IdentityHashMap<Story, Integer>();
        order.forEach(story -> places.put(story, places.size()));
        return order.stream().map(story -> numbered(story, places)).toList();
    }

    private Story numbered(Story story, Map<Story, Integer> places) {
        var steps = story.steps().stream().map(step -> step instanceof Step.Joins(var at, var who, _, var reason)
                ? new Step.Joins(at, who, places.get(told.get(story.number())), reason) : step).toList();
        return new Story(places.get(story), story.register(), story.raisedAt(), story.raisedBy(), Subjects.numbered(story, places.get(story) + 1), steps);
    }
}
