package org.mingbai.bench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.TrayFilter;
import org.mingbai.ledger.Urgency;
import org.mingbai.pattern.Likenesses;
import org.mingbai.shell.page.LightSign;
import org.mingbai.supervision.Endings;

/// What the pages ask of the ledger, each asked alone.
final class ListQuestions {

    private static final int ROWS = 50;

    private final Ledgers.Size size;
    private final Map<String, Callable<?>> questions = new LinkedHashMap<>();

    ListQuestions(Ledgers.Size size) {
        this.size = size;
        var matters = size.bean(Matters.class);
        var town = size.town();
        var office = town.coordinator;
        var bureau = town.handlers.getFirst();
        var lead = town.bureaus.getFirst();
        var today = LocalDate.now(size.bean(Clock.class));
        var newest = MatterFilter.Order.NEWEST;
        questions.put("register, newest", () -> matters.page(office, MatterFilter.all(BenchTown.REGISTER)));
        questions.put("register, open", () -> matters.page(office, new MatterFilter(BenchTown.REGISTER, Set.of(), true, null, null, null, null, null,
                newest, null, ROWS)));
        questions.put("register, one stage", () -> matters.page(office, new MatterFilter(BenchTown.REGISTER, Set.of(StageName.IN_PROGRESS), false, null,
                null, null, null, null, newest, null, ROWS)));
        questions.put("register, led by one unit", () -> matters.page(office, new MatterFilter(BenchTown.REGISTER, Set.of(), false, lead, null, null, null,
                null, newest, null, ROWS)));
        questions.put("register, led by one unit and open", () -> matters.page(office, new MatterFilter(BenchTown.REGISTER, Set.of(), true, lead, null,
                null, null, null, newest, null, ROWS)));
        questions.put("register, late, longest first", () -> matters.page(office, new MatterFilter(BenchTown.REGISTER, Set.of(), false, null, null, today,
                null, null, MatterFilter.Order.DUE, null, ROWS)));
        for (var sign : List.of(LightSign.LATE, LightSign.AT_RISK, LightSign.ON_TRACK)) {
            questions.put("register, light " + sign.css(), () -> matters.page(office, new MatterFilter(BenchTown.REGISTER, Set.of(), false,
                    new MatterFilter.Lit(sign, size.bean(Clock.class).instant()), null, null, null, null, null, newest, null, ROWS)));
        }
        questions.put("tray, late first", () -> matters.tray(bureau, new TrayFilter(null, Urgency.LATE, size.bean(Clock.class).instant(), null, ROWS)));
        questions.put("desk, late and soon by unit and leader", () -> size.bean(Endings.class).sums(office));
        questions.put("desk, the late clocks", () -> size.bean(Endings.class).page(office, Endings.When.LATE, null, null, null));
        questions.put("register, words many say", () -> matters.page(office, saying("路灯 河东")));
        questions.put("register, words one says", () -> matters.page(office, saying("胜利小区" + 123 + "号")));
        var likenesses = size.bean(Likenesses.class);
        questions.put("what is like that which is typed", () -> likenesses.of(town.tenant, "北门市场公示栏没人换", "北门市场的公示栏半年没有更新了，群众意见很大。", "北门市场", 10));
        questions.put("register, as one unit sees it", () -> matters.page(bureau, MatterFilter.all(BenchTown.REGISTER)));
        questions.put("register, open, as one unit sees it", () -> matters.page(bureau, new MatterFilter(BenchTown.REGISTER, Set.of(), true, null, null,
                null, null, null, newest, null, ROWS)));
        questions.put("tray of a unit", () -> matters.tray(bureau, ROWS));
        questions.put("tray counts", () -> matters.trayCounts(bureau));
        questions.put("counts of the register", () -> matters.counts(office, BenchTown.REGISTER));
        questions.put("counts of the register, as one unit sees it", () -> matters.counts(bureau, BenchTown.REGISTER));
    }

    private static MatterFilter saying(String words) {
        return new MatterFilter(BenchTown.REGISTER, Set.of(), false, null, null, null, null, words, MatterFilter.Order.NEWEST, null, ROWS);
    }

    void ask(double seconds, Figures figures) throws Exception {
        for (var question : questions.entrySet()) {
            var sample = Sample.of(1, seconds, watch -> watch.time("asked", question.getValue()));
            figures.note("Lists and counts, µs (p50 / p95 / p99)", question.getKey(), size.matters(), sample.percentiles("asked"));
        }
    }
}
