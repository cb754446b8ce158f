package org.mingbai.town;

import java.math.BigDecimal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Drawing;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.Verdict;
import org.mingbai.town.cast.Cast;
import org.mingbai.town.cast.Figure;
import org.mingbai.library.FileRefused;
import org.mingbai.library.Library;
import org.mingbai.library.StoredFile;
import org.mingbai.verdict.Answer;
import org.mingbai.verdict.Verdicts;
import org.mingbai.verdict.callback.Attempt;
import org.mingbai.verdict.callback.CallBackAnswer;
import org.mingbai.verdict.callback.CallBacks;
import org.mingbai.verdict.callback.Filled;
import org.mingbai.verdict.draw.Draws;
import org.mingbai.verdict.draw.Sampling;
import org.mingbai.verdict.exclusion.Exclusion;
import org.mingbai.verdict.exclusion.ExclusionAnswer;
import org.mingbai.verdict.exclusion.Exclusions;

/// What the call-back desk has done lately: people it could not reach, a sample it will take from next month on, and exclusions in every state.
/// It writes about closed matters in which nothing has happened since, so that every journal stays in the order of time.
final class Asking {

    private static final String CALLS = "call1";
    private static final String SIGNS = "sign";
    private static final String BASIS = "《青榆镇群众诉求回访办法》第六条：件数多的清单可以抽样，比例不低于三成";
    private static final int TRIED = 3;
    private static final int NOON = 12;
    private static final int PAGE = 300;

    private final CallBacks callBacks;
    private final Exclusions exclusions;
    private final Library library;
    private final Verdicts verdicts;
    private final Draws draws;
    private final Matters matters;
    private final Registers registers;
    private final Company company;
    private final Cast cast;
    private final LocalDateTime now;
    private final LocalDateTime yesterday;
    private final ZoneId zone;
    private int said;

    Asking(Verbs verbs, Company company, Cast cast, LocalDateTime now, ZoneId zone) {
        this.callBacks = verbs.get(CallBacks.class);
        this.exclusions = verbs.get(Exclusions.class);
        this.library = verbs.get(Library.class);
        this.verdicts = verbs.get(Verdicts.class);
        this.draws = verbs.get(Draws.class);
        this.matters = verbs.get(Matters.class);
        this.registers = verbs.get(Registers.class);
        this.company = company;
        this.cast = cast;
        this.now = now;
        this.yesterday = now.toLocalDate().minusDays(1).atTime(NOON, 0);
        this.zone = zone;
    }

    void ask() {
        sample();
        tryInVain();
        exclude();
    }

    private void sample() {
        for (var of : Drawing.values()) {
            boolean put = company.as(Watching.DESK, yesterday, who -> draws.put(Keeper.of(who, ""), new Sampling(of,
                    of == Drawing.VERDICT ? "hotline" : "rectification", 2, new BigDecimal("0.3"), BASIS, YearMonth.from(now).plusMonths(1))));
            if (!put) {
                throw new IllegalStateException("The town's sample was refused: " + of);
            }
        }
    }

    /// The first was tried once, the second twice.
    private void tryInVain() {
        var waiting = company.as(CALLS, now, callBacks::waiting).stream().filter(one -> changedBefore(one.matter(), yesterday)).toList();
        for (int i = 0; i < Math.min(TRIED, waiting.size()); i++) {
            var id = waiting.get(i).matter().id();
            for (int tries = 0; tries <= i % 2; tries++) {
                var filled = new Filled(Attempt.Channel.CALL, "zh", false, null, null, null, tries == 0 ? "无人接听。" : "已关机。", false);
                if (company.as(CALLS, yesterday.plusHours(tries), who -> callBacks.fill(who, id, filled, key())) instanceof CallBackAnswer.Refused(var why)) {
                    throw new IllegalStateException("The town's call-back was refused: " + why);
                }
            }
        }
    }

    /// One stands, one is agreed to, one refused, one taken back.
    private void exclude() {
        var chosen = judged();
        var states = Exclusion.State.values();
        for (int i = 0; i < Math.min(states.length, chosen.size()); i++) {
            var it = asked(chosen.get(i), i);
            switch (states[i]) {
                case ASKED -> { }
                case AGREED -> rule(SIGNS, it, states[i], "核对了法院立案通知书，属实。",
                        "您反映的事已进入诉讼，这次评议不计入三率；您有异议，可以再来电。");
                case REFUSED -> rule(SIGNS, it, states[i], "佐证看不出反映人拒绝配合，照常计入。", "");
                case WITHDRAWN -> rule(handlerOf(chosen.get(i)), it, states[i], "核对后与另一件不是同一处，撤回申请。", "");
            }
        }
    }

    private Exclusion asked(Answer answer, int at) {
        var reasons = List.of(Exclusion.Reason.BEYOND_POLICY, Exclusion.Reason.LEGAL_ROUTE, Exclusion.Reason.NO_COOPERATION, Exclusion.Reason.DUPLICATE);
        var words = List.of("反映人要求按规定以外的标准补助，已当面说明政策。", "反映人已就同一事起诉，法院已立案。",
                "三次约见，反映人均未到场。", "与另一件是同一处同一事。");
        var papers = List.of("政策说明记录.txt", "立案通知书摘录.txt", "三次约见记录.txt", "两件比对.txt");
        return done(company.as(handlerOf(answer), yesterday, who -> exclusions.ask(who, new Exclusions.Asked(answer.matter(), answer.askedSeq(),
                reasons.get(at), words.get(at), evidence(who, answer), List.of(paper(who, papers.get(at), words.get(at)))), key())));
    }

    private StoredFile paper(SignedIn who, String name, String words) {
        try {
            return library.keep(who.tenant(), who.person(), name, new ByteArrayInputStream((words + "\n经办人签字，原件存卷。\n").getBytes(StandardCharsets.UTF_8)));
        } catch (FileRefused e) {
            throw new IllegalStateException(e);
        }
    }

    private int evidence(SignedIn who, Answer answer) {
        return exclusions.evidence(who, answer.matter()).getLast().seq();
    }

    private void rule(String code, Exclusion it, Exclusion.State ruling, String words, String told) {
        done(company.as(code, yesterday.plusHours(2), who -> exclusions.rule(who, Keeper.of(who, ""), it.id(), new Exclusions.Ruled(ruling, words, told),
                key())));
    }

    /// The latest verdicts on closed matters, those that were not glad first.
    private List<Answer> judged() {
        var found = new ArrayList<Answer>();
        company.as(SIGNS, now, who -> {
            for (var register : registers.of(who.tenant())) {
                var all = MatterFilter.all(register.code());
                matters.page(who, new MatterFilter(register.code(), all.stages(), false, null, null, null, null, null, MatterFilter.Order.NEWEST, null, PAGE))
                        .matters().stream().filter(matter -> !matter.open() && changedBefore(matter, yesterday))
                        .flatMap(matter -> verdicts.ofMatter(who, matter.id()).stream().reduce((_, last) -> last).stream())
                        .filter(answer -> answer.said() != null && answer.said().contacted() && handler(answer) != null
                                && !exclusions.evidence(who, answer.matter()).isEmpty())
                        .forEach(found::add);
            }
            return null;
        });
        found.sort(Comparator.comparing(Asking::glad).thenComparing(Answer::askedOn, Comparator.reverseOrder())
                .thenComparing(answer -> answer.matter().value()));
        return found;
    }

    private static boolean glad(Answer answer) {
        return Objects.requireNonNull(answer.said()).solved() == Verdict.Solved.FULLY;
    }

    private boolean changedBefore(Matter matter, LocalDateTime moment) {
        return matter.changedAt().isBefore(moment.atZone(zone).toOffsetDateTime());
    }

    private String handlerOf(Answer answer) {
        return Objects.requireNonNull(handler(answer)).code();
    }

    private @Nullable Figure handler(Answer answer) {
        return cast.units().entrySet().stream().filter(entry -> entry.getValue().equals(answer.lead()))
                .flatMap(entry -> Figure.handlersOf(entry.getKey()).stream()).filter(figure -> !figure.code().equals(Figure.GONE)).findFirst().orElse(null);
    }

    private UUID key() {
        return UUID.nameUUIDFromBytes((cast.tenant().value() + "/asking/" + ++said).getBytes(StandardCharsets.US_ASCII));
    }

    private static Exclusion done(ExclusionAnswer answer) {
        return switch (answer) {
            case ExclusionAnswer.Done(var it) -> it;
            case ExclusionAnswer.Refused(var why) -> throw new IllegalStateException("The town's exclusion was refused: " + why);
        };
    }
}
