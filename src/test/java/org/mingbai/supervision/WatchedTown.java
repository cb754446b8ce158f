package org.mingbai.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.mingbai.SettableClock;
import org.mingbai.directory.Keeper;
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
import org.mingbai.ledger.Happening;
import org.mingbai.ledger.Lamps;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Light;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Refusal;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.Turning;
import org.mingbai.ledger.Watch;
import org.mingbai.ledger.Worry;
import org.mingbai.ledger.store.Replay;
import org.mingbai.ledger.store.Tallies;
import org.mingbai.shell.page.LightSign;
import org.mingbai.supervision.clock.ClockTable;
import org.springframework.beans.factory.annotation.Autowired;

/// A town with limits for signing and handling, new for each test.
abstract class WatchedTown {

    static final String REGISTER = "rectification";

    @Autowired Supervision supervision;
    @Autowired Watch watch;
    @Autowired Recounting recounting;
    @Autowired TimeRules rules;
    @Autowired ProgressRules progress;
    @Autowired Calendars calendars;
    @Autowired ClockTable clocks;
    @Autowired Endings endings;
    @Autowired Ledger ledger;
    @Autowired Matters matters;
    @Autowired Lamps lamps;
    @Autowired Replay replay;
    @Autowired Tallies tallies;
    @Autowired SmallTown town;
    @Autowired SettableClock clock;

    SmallTown.Cast cast;

    @BeforeEach
    void a_town_with_limits_for_signing_and_handling() {
        clock.set(LocalDate.of(2026, 3, 1));
        cast = town.layOut();
        put(Step.SIGN, "2工作日", Happening.SIGNED, Set.of(), "");
        put(Step.HANDLE, "10工作日", Happening.CLAIMED, Set.of(PauseReason.APPRAISAL), "第四条");
        clock.set(LocalDate.of(2026, 3, 2));
    }

    void put(Step step, String limit, Happening end, Set<PauseReason> pauses, String pauseBasis) {
        var answer = rules.put(Keeper.program(cast.tenant(), "test"), new RuleDraft("", new TimeRule.Scope(REGISTER, null, null, null), step, limit,
                Happening.DISPATCHED, Set.of(end), pauses, pauseBasis, "", null, 20, "青榆镇督办办法", "第三条", LocalDate.of(2026, 3, 2), null), 0);
        assertThat(answer).isInstanceOf(RuleAnswer.Done.class);
    }

    static org.assertj.core.groups.Tuple running(Step step, boolean runs) {
        return org.assertj.core.groups.Tuple.tuple(step, runs);
    }

    Optional<Refusal> acts(MatterId id) {
        return ledger.acts(cast.roadsHandler(), matter(id)).get(ActKind.REQUEST_RETURN);
    }

    Optional<Watch.Closed> closed(AMatter matter, String at) {
        return watch.closed(cast.tenant(), matter.matter(), ActKind.ASK_REVIEW, LocalDateTime.parse(at).atZone(AMatter.ZONE).toOffsetDateTime());
    }

    void putFor(String register, Step step, String limit, Happening start, Happening end) {
        var answer = rules.put(Keeper.program(cast.tenant(), "test"), new RuleDraft("", new TimeRule.Scope(register, null, null, null), step, limit,
                start, Set.of(end), Set.of(), "", "", null, 20, "青榆镇督办办法", "第三条", LocalDate.of(2026, 3, 2), null), 0);
        assertThat(answer).isInstanceOf(RuleAnswer.Done.class);
    }

    Optional<WatchRefusal> pause(SignedIn who, MatterId id, Step step, PauseReason reason, String words) {
        return supervision.pause(who, id, step, null, reason, words, UUID.randomUUID());
    }

    LocalDate due(MatterId id) {
        return matter(id).round().due().date();
    }

    List<Light.Sign> behind(MatterId id) {
        return watch.worries(cast.tenant(), matter(id)).stream().filter(worry -> worry.reason().equals("supervision.worry.behind"))
                .filter(worry -> !worry.from().toInstant().isAfter(clock.instant())).map(Worry::sign).toList();
    }

    RunningClock given(MatterId id) {
        return supervision.clocksOf(cast.tenant(), matter(id)).getLast();
    }

    Optional<WatchRefusal> set(Light.Sign sign, String reason, LocalDate until, MatterId id) {
        return supervision.setLight(cast.coordinator(), id, sign, reason, until, UUID.randomUUID());
    }

    void record(MatterId id, Entry entry) {
        assertThat(ledger.record(cast.coordinator(), new Seat(cast.office(), Role.COORDINATOR), id, entry, UUID.randomUUID()))
                .isInstanceOf(Answer.Done.class);
    }

    ClockRow handling(MatterId id) {
        return clocks.of(cast.tenant(), id).stream().filter(row -> row.step() == Step.HANDLE).findFirst().orElseThrow();
    }

    /// Every list by light has exactly the matters whose page shows it, and the count beside it is its length.
    void listsAndCountsAgree() {
        var shown = new EnumMap<LightSign, Long>(LightSign.class);
        for (var sign : LightSign.values()) {
            var filter = new MatterFilter(REGISTER, Set.of(), false, new MatterFilter.Lit(sign, clock.instant()), null, null, null, null, null,
                    MatterFilter.Order.NEWEST, null, 200);
            var page = matters.page(cast.coordinator(), filter);
            assertThat(page.matters()).allSatisfy(matter ->
                    assertThat(lamps.light(cast.tenant(), matter).sign().name()).isEqualTo(sign.name()));
            shown.put(sign, (long) page.matters().size());
        }
        Map<LightSign, Long> counted = new EnumMap<>(LightSign.class);
        for (var count : matters.counts(cast.coordinator(), REGISTER)) {
            counted.merge(sign(count), count.number(), Long::sum);
        }
        shown.values().removeIf(number -> number == 0);
        counted.values().removeIf(number -> number == 0);
        assertThat(counted).isEqualTo(shown);
    }

    LightSign sign(Matters.Count count) {
        Turning turning = count.turning();
        if (turning.parkedAt(count.stage(), clock.instant())) {
            return LightSign.PARKED;
        }
        var set = turning.setAt(clock.instant());
        return set != null ? LightSign.valueOf(set.name()) : turning.lateAt(clock.instant()) ? LightSign.LATE
                : turning.atRiskAt(clock.instant()) ? LightSign.AT_RISK : LightSign.ON_TRACK;
    }

    void noDifference() {
        assertThat(replay.check(cast.tenant()).differences()).isEmpty();
    }

    MatterId dispatched() {
        return dispatched(LocalDate.of(2026, 6, 1));
    }

    MatterId dispatched(LocalDate due) {
        var raised = (Answer.Done) ledger.raise(cast.coordinator(), REGISTER, Subject.of("路灯不亮", "中山路路灯不亮"), UUID.randomUUID());
        var id = raised.matter().id();
        act(cast.coordinator(), id, new Act.PutOnList(null));
        act(cast.coordinator(), id, new Act.Assign(to(cast.roads(), due)));
        return id;
    }

    static Assignment to(OrganisationId lead, LocalDate due) {
        return new Assignment(lead, null, List.of(), List.of(), Deadline.by(due), null);
    }

    Light light(MatterId id) {
        return lamps.light(cast.tenant(), matter(id));
    }

    Matter matter(MatterId id) {
        return ledger.matter(cast.coordinator(), id).orElseThrow();
    }

    void act(SignedIn who, MatterId id, Act act) {
        assertThat(ledger.act(who, id, act, UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);
    }
}
