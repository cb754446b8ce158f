package org.mingbai.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
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
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Outcome;
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

/// Clocks and lights as the office meets them, on the database.
@MingbaiTest
class SupervisionTest {

    private static final String REGISTER = "rectification";

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

    private SmallTown.Cast cast;

    @BeforeEach
    void a_town_with_limits_for_signing_and_handling() {
        clock.set(LocalDate.of(2026, 3, 1));
        cast = town.layOut();
        put(Step.SIGN, "2工作日", Happening.SIGNED, Set.of(), "");
        put(Step.HANDLE, "10工作日", Happening.CLAIMED, Set.of(PauseReason.APPRAISAL), "第四条");
        clock.set(LocalDate.of(2026, 3, 2));
    }

    private void put(Step step, String limit, Happening end, Set<PauseReason> pauses, String pauseBasis) {
        var answer = rules.put(Keeper.program(cast.tenant(), "test"), new RuleDraft("", new TimeRule.Scope(REGISTER, null, null, null), step, limit,
                Happening.DISPATCHED, Set.of(end), pauses, pauseBasis, "", null, 20, "青榆镇督办办法", "第三条", LocalDate.of(2026, 3, 2), null), 0);
        assertThat(answer).isInstanceOf(RuleAnswer.Done.class);
    }

    @Test
    void a_dispatch_starts_its_clocks_with_the_entry_and_the_signature_ends_the_one_it_is_for() {
        var id = dispatched();
        assertThat(clocks.of(cast.tenant(), id)).extracting(ClockRow::step, row -> row.endedAt() == null)
                .containsExactlyInAnyOrder(running(Step.SIGN, true), running(Step.HANDLE, true), running(Step.DEADLINE, true));
        clock.set(LocalDate.of(2026, 3, 4));
        act(cast.roadsHandler(), id, new Act.Sign());
        assertThat(clocks.of(cast.tenant(), id)).extracting(ClockRow::step, row -> row.endedAt() == null)
                .containsExactlyInAnyOrder(running(Step.SIGN, false), running(Step.HANDLE, true), running(Step.DEADLINE, true));
        noDifference();
    }

    private static org.assertj.core.groups.Tuple running(Step step, boolean runs) {
        return org.assertj.core.groups.Tuple.tuple(step, runs);
    }

    @Test
    void a_missing_signature_makes_it_late_long_before_its_deadline_and_says_so() {
        var id = dispatched();
        assertThat(light(id).sign()).isEqualTo(Light.Sign.ON_TRACK);
        clock.set(LocalDateTime.of(2026, 3, 5, 0, 0));
        assertThat(light(id).sign()).isEqualTo(Light.Sign.LATE);
        assertThat(light(id).reason()).isEqualTo("supervision.worry.clock");
        listsAndCountsAgree();
        act(cast.roadsHandler(), id, new Act.Sign());
        assertThat(light(id).sign()).isEqualTo(Light.Sign.ON_TRACK);
        listsAndCountsAgree();
        noDifference();
    }

    @Test
    void a_clock_is_paused_only_for_a_reason_of_its_rule_by_somebody_above_and_with_words() {
        var id = dispatched();
        assertThat(pause(cast.coordinator(), id, Step.HANDLE, PauseReason.HEARING, "听证"))
                .contains(new WatchRefusal.NotForThisReason(Step.HANDLE, Set.of(PauseReason.APPRAISAL)));
        assertThat(pause(cast.coordinator(), id, Step.SIGN, PauseReason.APPRAISAL, "检测"))
                .contains(new WatchRefusal.NotForThisReason(Step.SIGN, Set.of()));
        assertThat(pause(cast.coordinator(), id, Step.HANDLE, PauseReason.APPRAISAL, " ")).contains(new WatchRefusal.NoReason());
        assertThat(pause(cast.roadsHandler(), id, Step.HANDLE, PauseReason.APPRAISAL, "检测")).contains(new WatchRefusal.NotYours());
        assertThat(pause(cast.waterHandler(), id, Step.HANDLE, PauseReason.APPRAISAL, "检测")).contains(new WatchRefusal.NoSuchMatter());
        assertThat(pause(cast.coordinator(), id, Step.REVIEW, PauseReason.APPRAISAL, "检测")).contains(new WatchRefusal.NotRunning(Step.REVIEW));
        assertThat(pause(cast.coordinator(), id, Step.HANDLE, PauseReason.PARKED, "挂账")).contains(new WatchRefusal.ByParking());
        assertThat(supervision.resume(cast.coordinator(), id, Step.HANDLE, null, "好了", UUID.randomUUID())).contains(new WatchRefusal.StandsNot(Step.HANDLE));
        assertThat(pause(cast.coordinator(), id, Step.HANDLE, PauseReason.APPRAISAL, "送检灯杆")).isEmpty();
        assertThat(pause(cast.coordinator(), id, Step.HANDLE, PauseReason.APPRAISAL, "送检灯杆")).contains(new WatchRefusal.StandsAlready(Step.HANDLE));
        assertThat(clocks.of(cast.tenant(), id)).filteredOn(row -> row.step() == Step.HANDLE).singleElement().matches(ClockRow::paused);
        clock.set(LocalDate.of(2026, 3, 9));
        assertThat(supervision.resume(cast.leader(), id, Step.HANDLE, null, "报告已出", UUID.randomUUID())).isEmpty();
        var handle = supervision.clocksOf(cast.tenant(), matter(id)).stream().filter(one -> one.step() == Step.HANDLE).findFirst().orElseThrow();
        assertThat(handle.first().at().toLocalDate()).isEqualTo("2026-03-16");
        assertThat(handle.due().at().toLocalDate()).isEqualTo("2026-03-20");
        assertThat(ledger.journalOf(cast.coordinator(), id)).extracting(line -> line.entry().getClass().getSimpleName())
                .endsWith("ClockPaused", "ClockResumed");
        noDifference();
    }

    @Test
    void what_comes_after_its_window_has_closed_is_refused_with_the_day_and_the_basis() {
        clock.set(LocalDate.of(2026, 3, 1));
        put(Step.OBJECT, "5工作日", Happening.RETURN_ASKED, Set.of(), "");
        clock.set(LocalDate.of(2026, 3, 2));
        var id = dispatched();
        clock.set(LocalDateTime.of(2026, 3, 9, 23, 59));
        assertThat(acts(id)).as("the last day is one of them").isEmpty();
        assertThat(light(id).worries()).noneMatch(worry -> worry.args().contains(new org.mingbai.ledger.Worry.Word("ledger.step.OBJECT")));
        clock.set(LocalDate.of(2026, 3, 10));
        var late = new Refusal.WindowClosed(ActKind.REQUEST_RETURN, LocalDate.of(2026, 3, 9), "青榆镇督办办法", "第三条");
        assertThat(acts(id)).contains(late);
        var answer = ledger.act(cast.roadsHandler(), id, new Act.RequestReturn("不归我管", "三定方案"), UUID.randomUUID(), null);
        assertThat(answer).isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.why()).isEqualTo(late));
        assertThat(light(id).worries()).noneMatch(worry -> worry.args().contains(new org.mingbai.ledger.Worry.Word("ledger.step.OBJECT")));
        noDifference();
    }

    private Optional<Refusal> acts(MatterId id) {
        return ledger.acts(cast.roadsHandler(), matter(id)).get(ActKind.REQUEST_RETURN);
    }

    @Test
    void a_review_is_asked_for_in_time_and_a_re_examination_has_a_time_of_its_own() {
        clock.set(LocalDate.of(2026, 3, 1));
        putFor("hotline", Step.ASK_REVIEW, "30日", Happening.CLOSED, Happening.REVIEW_ASKED);
        putFor("hotline", Step.ASK_REEXAMINATION, "30日", Happening.REVIEW_ANSWERED, Happening.REEXAMINATION_ASKED);
        var closed = AMatter.raised("2026-03-02T09:00").assigned("2026-03-02T10:00", AMatter.ROADS, "2026-04-01")
                .then("2026-03-10T09:00", new Entry.Closed(Outcome.EXPLAINED, "x", "x", null));
        assertThat(closed(closed, "2026-04-09T23:59")).isEmpty();
        assertThat(closed(closed, "2026-04-10T00:00")).contains(new Watch.Closed(LocalDate.of(2026, 4, 9), "青榆镇督办办法", "第三条"));
        var answered = closed.then("2026-04-09T09:00", new Entry.ReviewAsked(org.mingbai.ledger.Appeal.Level.REVIEW, "x"))
                .then("2026-05-08T09:00", new Entry.ReviewAnswered(org.mingbai.ledger.Appeal.Level.REVIEW, false, "县", "x"));
        assertThat(closed(answered, "2026-06-08T12:00")).isEmpty();
        assertThat(closed(answered, "2026-06-09T00:00")).contains(new Watch.Closed(LocalDate.of(2026, 6, 8), "青榆镇督办办法", "第三条"));
    }

    @Test
    void more_time_by_a_legal_limit_is_a_worry_until_those_who_raised_it_were_told() {
        clock.set(LocalDate.of(2026, 3, 1));
        assertThat(rules.put(Keeper.program(cast.tenant(), "test"), new RuleDraft("", new TimeRule.Scope("hotline", null, null, null), Step.HANDLE, "60日",
                Happening.DISPATCHED, Set.of(Happening.CLAIMED), Set.of(), "", "30日", null, 20, "信访工作条例", "第三十四条", LocalDate.of(2026, 3, 2), null), 0))
                .isInstanceOf(RuleAnswer.Done.class);
        var granted = AMatter.raised("2026-03-02T09:00").assigned("2026-03-02T10:00", AMatter.ROADS, "2026-05-01")
                .then("2026-04-20T09:00", new Entry.ExtensionRequested(LocalDate.of(2026, 5, 20), "雨季"))
                .then("2026-04-21T09:00", new Entry.ExtensionDecided(true, LocalDate.of(2026, 5, 20), "可"));
        assertThat(watch.worries(cast.tenant(), granted.matter())).filteredOn(worry -> worry.reason().equals("supervision.worry.untold")).hasSize(1)
                .first().satisfies(worry -> assertThat(worry.sign()).isEqualTo(Light.Sign.AT_RISK));
        assertThat(watch.worries(cast.tenant(), granted.then("2026-04-22T09:00", new Entry.Told("路灯", "延至 5 月 20 日，因雨季")).matter()))
                .noneMatch(worry -> worry.reason().equals("supervision.worry.untold"));
    }

    private Optional<Watch.Closed> closed(AMatter matter, String at) {
        return watch.closed(cast.tenant(), matter.matter(), ActKind.ASK_REVIEW, LocalDateTime.parse(at).atZone(AMatter.ZONE).toOffsetDateTime());
    }

    private void putFor(String register, Step step, String limit, Happening start, Happening end) {
        var answer = rules.put(Keeper.program(cast.tenant(), "test"), new RuleDraft("", new TimeRule.Scope(register, null, null, null), step, limit,
                start, Set.of(end), Set.of(), "", "", null, 20, "青榆镇督办办法", "第三条", LocalDate.of(2026, 3, 2), null), 0);
        assertThat(answer).isInstanceOf(RuleAnswer.Done.class);
    }

    @Test
    void the_same_form_sent_twice_is_one_pause_and_another_under_its_name_is_refused() {
        var id = dispatched();
        var key = UUID.randomUUID();
        assertThat(supervision.pause(cast.coordinator(), id, Step.HANDLE, null, PauseReason.APPRAISAL, "送检", key)).isEmpty();
        assertThat(supervision.pause(cast.coordinator(), id, Step.HANDLE, null, PauseReason.APPRAISAL, "送检", key)).isEmpty();
        assertThat(supervision.pause(cast.coordinator(), id, Step.HANDLE, null, PauseReason.APPRAISAL, "别的", key))
                .contains(new WatchRefusal.OfLedger(new org.mingbai.ledger.Refusal.KeyUsedBefore()));
        assertThat(ledger.journalOf(cast.coordinator(), id)).filteredOn(line -> line.entry() instanceof Entry.ClockPaused).hasSize(1);
    }

    @Test
    void a_unit_nobody_waits_for_any_more_owes_no_arrival() {
        assertThat(rules.put(Keeper.program(cast.tenant(), "test"), new RuleDraft("", new TimeRule.Scope(REGISTER, null, null, null), Step.ARRIVE,
                "30分钟", Happening.CO_HANDLER_CALLED, Set.of(Happening.CO_HANDLER_ARRIVED), Set.of(), "", "", null, 20, "青榆镇吹哨报到办法", "第三条",
                LocalDate.of(2026, 3, 3), null), 0)).isInstanceOf(RuleAnswer.Done.class);
        clock.set(LocalDate.of(2026, 3, 3));
        var id = dispatched();
        act(cast.coordinator(), id, new Act.CallCoHandlers(List.of(cast.water(), cast.hall()), "一起到现场", true));
        assertThat(ledger.record(cast.coordinator(), new Seat(cast.office(), Role.COORDINATOR), id,
                new Entry.CallOutEnded(List.of(cast.water()), "已处置"), UUID.randomUUID())).isInstanceOf(Answer.Done.class);
        assertThat(clocks.of(cast.tenant(), id)).filteredOn(row -> row.step() == Step.ARRIVE)
                .extracting(ClockRow::unit, row -> row.endedAt() == null).containsExactlyInAnyOrder(tuple(cast.water(), false), tuple(cast.hall(), true));
        noDifference();
    }

    @Test
    void one_co_handlers_clock_stands_still_and_the_others_go_on() {
        assertThat(rules.put(Keeper.program(cast.tenant(), "test"), new RuleDraft("", new TimeRule.Scope(REGISTER, null, null, null), Step.CO_HANDLE,
                "5工作日", Happening.CO_HANDLER_CALLED, Set.of(Happening.CO_HANDLER_REPORTED), Set.of(PauseReason.APPRAISAL), "第四条", "", null, 20,
                "青榆镇督办办法", "第三条", LocalDate.of(2026, 3, 3), null), 0)).isInstanceOf(RuleAnswer.Done.class);
        clock.set(LocalDate.of(2026, 3, 3));
        var id = dispatched();
        act(cast.coordinator(), id, new Act.CallCoHandlers(List.of(cast.water(), cast.hall()), "一起到现场"));
        assertThat(pause(cast.coordinator(), id, Step.CO_HANDLE, PauseReason.APPRAISAL, "送检")).contains(new WatchRefusal.WhichUnit(Step.CO_HANDLE));
        assertThat(supervision.pause(cast.coordinator(), id, Step.CO_HANDLE, cast.roads(), PauseReason.APPRAISAL, "送检", UUID.randomUUID()))
                .contains(new WatchRefusal.NotRunning(Step.CO_HANDLE));
        assertThat(supervision.pause(cast.coordinator(), id, Step.CO_HANDLE, cast.water(), PauseReason.APPRAISAL, "送检", UUID.randomUUID())).isEmpty();
        assertThat(clocks.of(cast.tenant(), id)).filteredOn(row -> row.step() == Step.CO_HANDLE)
                .extracting(ClockRow::unit, ClockRow::paused).containsExactlyInAnyOrder(tuple(cast.water(), true), tuple(cast.hall(), false));
        assertThat(supervision.resume(cast.coordinator(), id, Step.CO_HANDLE, cast.hall(), "好了", UUID.randomUUID()))
                .contains(new WatchRefusal.StandsNot(Step.CO_HANDLE));
        assertThat(supervision.resume(cast.coordinator(), id, Step.CO_HANDLE, cast.water(), "报告已出", UUID.randomUUID())).isEmpty();
        assertThat(clocks.of(cast.tenant(), id)).noneMatch(ClockRow::paused);
        noDifference();
    }

    private Optional<WatchRefusal> pause(SignedIn who, MatterId id, Step step, PauseReason reason, String words) {
        return supervision.pause(who, id, step, null, reason, words, UUID.randomUUID());
    }

    @Test
    void parking_hides_no_clock_that_its_rule_does_not_stop() {
        var id = dispatched();
        act(cast.roadsHandler(), id, new Act.Sign());
        act(cast.approver(), id, new Act.Park("缺备件", "等备件", "王工", LocalDate.of(2026, 5, 1)));
        assertThat(light(id).sign()).isEqualTo(Light.Sign.PARKED);
        listsAndCountsAgree();
        noDifference();
        for (var day : List.of("2026-03-16", "2026-03-17", "2026-05-02")) {
            clock.set(LocalDate.parse(day));
            assertThat(light(id).sign()).as(day).isEqualTo(day.equals("2026-03-16") ? Light.Sign.AT_RISK : Light.Sign.LATE);
            assertThat(light(id).reason()).isEqualTo("supervision.worry.clock");
            listsAndCountsAgree();
        }
        noDifference();
    }

    private LocalDate due(MatterId id) {
        return matter(id).round().due().date();
    }

    @Test
    void the_day_given_moves_by_the_days_it_was_parked_and_the_first_one_stays_readable() {
        var id = dispatched();
        var first = due(id);
        act(cast.roadsHandler(), id, new Act.Sign());
        clock.set(LocalDate.of(2026, 3, 4));
        act(cast.approver(), id, new Act.Park("缺备件", "等备件", "王工", first.plusDays(30)));
        clock.set(first.plusDays(20));
        act(cast.coordinator(), id, new Act.Resume("备件到了"));
        var stood = ChronoUnit.DAYS.between(LocalDate.of(2026, 3, 4), first.plusDays(20));
        assertThat(due(id)).isEqualTo(first.plusDays(stood));
        assertThat(matter(id).round().firstDue().date()).isEqualTo(first);
        var given = supervision.clocksOf(cast.tenant(), matter(id)).getLast();
        assertThat(given.step()).isEqualTo(Step.DEADLINE);
        assertThat(given.first().at().toLocalDate()).isEqualTo(first);
        assertThat(given.due().at().toLocalDate()).isEqualTo(due(id));
        assertThat(given.pauses()).singleElement().satisfies(pause -> assertThat(pause.reason()).isEqualTo(PauseReason.PARKED));
        assertThat(light(id).worries()).filteredOn(worry -> worry.sign() == Light.Sign.LATE).extracting(Worry::reason)
                .as("the legal clock alone, which its rule does not let stand still for this").containsOnly("supervision.worry.clock");
        assertThat(ledger.act(cast.roadsHandler(), id, new Act.RequestExtension(due(id).plusDays(5), "还差一盏"), UUID.randomUUID(), null))
                .as("more time can be asked for again").isInstanceOf(Answer.Done.class);
        listsAndCountsAgree();
        noDifference();
    }

    @Test
    void the_day_given_moves_by_the_days_its_handling_was_paused_and_once_where_both_held_it() {
        var id = dispatched();
        var first = due(id);
        act(cast.roadsHandler(), id, new Act.Sign());
        assertThat(pause(cast.coordinator(), id, Step.HANDLE, PauseReason.APPRAISAL, "送检")).isEmpty();
        clock.set(LocalDate.of(2026, 3, 5));
        act(cast.approver(), id, new Act.Park("缺备件", "等备件", "王工", LocalDate.of(2026, 5, 1)));
        clock.set(LocalDate.of(2026, 3, 8));
        act(cast.coordinator(), id, new Act.Resume("备件到了"));
        assertThat(due(id)).as("the appraisal still holds it").isEqualTo(first);
        clock.set(LocalDate.of(2026, 3, 12));
        var key = UUID.randomUUID();
        assertThat(supervision.resume(cast.coordinator(), id, Step.HANDLE, null, "报告已出", key)).isEmpty();
        assertThat(due(id)).isEqualTo(first.plusDays(10));
        clock.set(LocalDate.of(2026, 3, 14));
        assertThat(supervision.resume(cast.coordinator(), id, Step.HANDLE, null, "报告已出", key)).as("the same form again").isEmpty();
        assertThat(due(id)).isEqualTo(first.plusDays(10));
        listsAndCountsAgree();
        noDifference();
    }

    @Test
    void whoever_gets_it_while_its_handling_is_paused_gets_all_the_days_back() {
        var id = dispatched();
        var first = due(id);
        assertThat(pause(cast.coordinator(), id, Step.HANDLE, PauseReason.APPRAISAL, "送检")).isEmpty();
        clock.set(LocalDate.of(2026, 3, 5));
        act(cast.coordinator(), id, new Act.Reassign(to(cast.water(), first), "归水务", null));
        assertThat(due(id)).as("another unit gets the day there is").isEqualTo(first);
        clock.set(LocalDate.of(2026, 3, 12));
        assertThat(supervision.resume(cast.coordinator(), id, Step.HANDLE, null, "报告已出", UUID.randomUUID())).isEmpty();
        assertThat(due(id)).isEqualTo(first.plusDays(10));
        listsAndCountsAgree();
        noDifference();
    }

    @Test
    void what_is_claimed_while_its_handling_is_paused_is_claimed_in_time_and_what_is_sent_back_stands_still_no_more() {
        var id = dispatched(LocalDate.of(2026, 3, 10));
        act(cast.roadsHandler(), id, new Act.Sign());
        act(cast.roadsHandler(), id, new Act.Plan(List.of(new Measure(0, Measure.Kind.CORRECTIVE, "换灯", null, null, null, 0, null, null))));
        act(cast.roadsHandler(), id, new Act.AttachEvidence(List.of(1), List.of(), "已换"));
        assertThat(pause(cast.coordinator(), id, Step.HANDLE, PauseReason.APPRAISAL, "送检")).isEmpty();
        clock.set(LocalDate.of(2026, 3, 16));
        act(cast.roadsHandler(), id, new Act.ClaimClosure(Outcome.SOLVED, "换了"));
        assertThat(due(id)).isEqualTo("2026-03-24");
        assertThat(given(id).ended()).isPresent();
        assertThat(given(id).lateAt(clock.instant().atZone(clock.getZone()).toOffsetDateTime(), clock.getZone())).isFalse();
        act(cast.hallChecker(), id, new Act.SendBack("没亮"));
        assertThat(given(id).paused()).isFalse();
        assertThat(supervision.resume(cast.coordinator(), id, Step.HANDLE, null, "报告已出", UUID.randomUUID())).contains(new WatchRefusal.StandsNot(Step.HANDLE));
        clock.set(LocalDate.of(2026, 3, 25));
        assertThat(light(id).worries()).anyMatch(worry -> worry.reason().equals(Worry.DEADLINE) && worry.sign() == Light.Sign.LATE);
        listsAndCountsAgree();
        noDifference();
    }

    @Test
    void what_is_given_back_while_its_handling_is_paused_runs_at_the_next_unit() {
        var id = dispatched();
        assertThat(pause(cast.coordinator(), id, Step.HANDLE, PauseReason.APPRAISAL, "送检")).isEmpty();
        act(cast.roadsHandler(), id, new Act.RequestReturn("不归我管", "三定方案"));
        act(cast.coordinator(), id, new Act.DecideReturn(true, "可"));
        clock.set(LocalDate.of(2026, 3, 5));
        act(cast.coordinator(), id, new Act.Assign(to(cast.water(), LocalDate.of(2026, 6, 1))));
        assertThat(given(id).paused()).isFalse();
        assertThat(pause(cast.coordinator(), id, Step.HANDLE, PauseReason.APPRAISAL, "再送检")).isEmpty();
        assertThat(given(id).paused()).isTrue();
        clock.set(LocalDate.of(2026, 3, 7));
        assertThat(supervision.resume(cast.coordinator(), id, Step.HANDLE, null, "报告已出", UUID.randomUUID())).isEmpty();
        assertThat(due(id)).isEqualTo("2026-06-03");
        noDifference();
    }

    @Test
    void more_time_that_was_asked_for_before_it_stood_still_takes_no_day_away_when_it_is_granted() {
        var id = dispatched();
        var first = due(id);
        act(cast.roadsHandler(), id, new Act.Sign());
        act(cast.roadsHandler(), id, new Act.RequestExtension(first.plusDays(5), "还差一盏"));
        assertThat(pause(cast.coordinator(), id, Step.HANDLE, PauseReason.APPRAISAL, "送检")).isEmpty();
        clock.set(LocalDate.of(2026, 3, 12));
        assertThat(supervision.resume(cast.coordinator(), id, Step.HANDLE, null, "报告已出", UUID.randomUUID())).isEmpty();
        assertThat(due(id)).isEqualTo(first.plusDays(10));
        act(cast.approver(), id, new Act.DecideExtension(true, "可"));
        assertThat(due(id)).isEqualTo(first.plusDays(15));
        noDifference();
    }

    @Test
    void no_plan_falls_behind_while_the_matter_stands_still_nor_by_those_days_afterwards() {
        clock.set(LocalDate.of(2026, 3, 1));
        assertThat(progress.put(Keeper.program(cast.tenant(), "test"), new ProgressRules.Draft(REGISTER, 10, 30, "青榆镇督办办法", "第五条",
                LocalDate.of(2026, 3, 2)))).isEmpty();
        clock.set(LocalDate.of(2026, 3, 2));
        var id = dispatched(LocalDate.of(2026, 3, 21));
        act(cast.roadsHandler(), id, new Act.Sign());
        act(cast.roadsHandler(), id, new Act.Plan(List.of(new Measure(0, Measure.Kind.CORRECTIVE, "换灯", null, null, null, 0, null, null))));
        clock.set(LocalDate.of(2026, 3, 3));
        assertThat(behind(id)).isEmpty();
        assertThat(pause(cast.coordinator(), id, Step.HANDLE, PauseReason.APPRAISAL, "送检")).isEmpty();
        clock.set(LocalDate.of(2026, 3, 20));
        assertThat(behind(id)).as("it stands still").isEmpty();
        listsAndCountsAgree();
        assertThat(supervision.resume(cast.coordinator(), id, Step.HANDLE, null, "报告已出", UUID.randomUUID())).isEmpty();
        assertThat(due(id)).isEqualTo("2026-04-07");
        assertThat(behind(id)).as("two days of twenty are gone").isEmpty();
        clock.set(LocalDate.of(2026, 3, 22));
        assertThat(behind(id)).as("after a fifth of its days").containsExactly(Light.Sign.AT_RISK);
        clock.set(LocalDate.of(2026, 3, 27));
        assertThat(behind(id)).containsExactlyInAnyOrder(Light.Sign.AT_RISK, Light.Sign.LATE);
        listsAndCountsAgree();
        noDifference();
    }

    private List<Light.Sign> behind(MatterId id) {
        return watch.worries(cast.tenant(), matter(id)).stream().filter(worry -> worry.reason().equals("supervision.worry.behind"))
                .filter(worry -> !worry.from().toInstant().isAfter(clock.instant())).map(Worry::sign).toList();
    }

    private RunningClock given(MatterId id) {
        return supervision.clocksOf(cast.tenant(), matter(id)).getLast();
    }

    @Test
    void a_light_set_by_hand_runs_out_by_itself_in_lists_and_counts_alike() {
        var id = dispatched();
        dispatched();
        clock.set(LocalDate.of(2026, 3, 10));
        assertThat(set(Light.Sign.ON_TRACK, "", LocalDate.of(2026, 3, 12), id)).contains(new WatchRefusal.NoReason());
        assertThat(set(Light.Sign.ON_TRACK, "灯已订", LocalDate.of(2026, 3, 9), id)).contains(new WatchRefusal.DayBeforeToday());
        assertThat(set(Light.Sign.ON_TRACK, "灯已订", LocalDate.of(2026, 6, 9), id)).contains(new WatchRefusal.DayTooFar(LocalDate.of(2026, 4, 10)));
        assertThat(set(Light.Sign.CLOSED, "灯已订", LocalDate.of(2026, 3, 12), id)).contains(new WatchRefusal.NoLight());
        assertThat(supervision.releaseLight(cast.coordinator(), id, "x", UUID.randomUUID())).contains(new WatchRefusal.NotSet());
        assertThat(set(Light.Sign.ON_TRACK, "灯已订", LocalDate.of(2026, 3, 12), id)).isEmpty();
        for (var day : List.of("2026-03-10", "2026-03-12", "2026-03-13")) {
            clock.set(LocalDate.parse(day));
            boolean stands = !day.equals("2026-03-13");
            assertThat(light(id).sign()).isEqualTo(stands ? Light.Sign.ON_TRACK : Light.Sign.LATE);
            assertThat(light(id).worries()).as("what the dates say stays readable").isNotEmpty();
            listsAndCountsAgree();
            tallies.sum();
            listsAndCountsAgree();
        }
        noDifference();
    }

    private Optional<WatchRefusal> set(Light.Sign sign, String reason, LocalDate until, MatterId id) {
        return supervision.setLight(cast.coordinator(), id, sign, reason, until, UUID.randomUUID());
    }

    @Test
    void a_warning_that_waits_for_its_answer_shows_until_it_is_answered() {
        var id = dispatched();
        act(cast.roadsHandler(), id, new Act.Sign());
        assertThat(light(id).sign()).isEqualTo(Light.Sign.ON_TRACK);
        record(id, new Entry.SlipSent(7, "督〔2026〕7号", "WARNING", cast.roads(), LocalDate.of(2026, 3, 5)));
        assertThat(light(id).sign()).isEqualTo(Light.Sign.AT_RISK);
        listsAndCountsAgree();
        clock.set(LocalDate.of(2026, 3, 6));
        assertThat(light(id).sign()).isEqualTo(Light.Sign.LATE);
        record(id, new Entry.SlipAnswered(7, "督〔2026〕7号", cast.roads()));
        assertThat(light(id).sign()).isEqualTo(Light.Sign.ON_TRACK);
        listsAndCountsAgree();
        noDifference();
    }

    private void record(MatterId id, Entry entry) {
        assertThat(ledger.record(cast.coordinator(), new Seat(cast.office(), Role.COORDINATOR), id, entry, UUID.randomUUID()))
                .isInstanceOf(Answer.Done.class);
    }

    @Test
    void a_notice_that_comes_later_moves_running_clocks_once_and_every_journal_says_so() {
        clock.set(LocalDate.of(2026, 12, 28));
        var id = dispatched(LocalDate.of(2027, 3, 1));
        var untouched = dispatched(LocalDate.of(2027, 3, 1));
        act(cast.roadsHandler(), untouched, new Act.Sign());
        var provisional = clocks.of(cast.tenant(), id).stream().filter(row -> row.step() == Step.HANDLE).findFirst().orElseThrow();
        assertThat(provisional.provisional()).isTrue();
        var days = LocalDate.of(2027, 1, 1).datesUntil(LocalDate.of(2027, 1, 9)).map(day -> new Notice.ListedDay(day, "元旦", true)).toList();
        var keeper = new Keeper(cast.tenant(), Optional.of(cast.coordinator().person()), "协调员", "");
        assertThat(calendars.take(keeper, Calendars.EVERYWHERE, new Notice(2027, List.of("国办发明电〔2026〕9号"), days))).isTrue();

        assertThat(pause(cast.coordinator(), id, Step.HANDLE, PauseReason.APPRAISAL, "送检")).as("an act between the notice and the counting").isEmpty();
        assertThat(supervision.resume(cast.coordinator(), id, Step.HANDLE, null, "同日取回", UUID.randomUUID())).isEmpty();
        assertThat(recounting.recount()).isPositive();
        assertThat(recounting.recount()).isZero();

        var counted = clocks.of(cast.tenant(), id).stream().filter(row -> row.step() == Step.HANDLE).findFirst().orElseThrow();
        assertThat(counted.provisional()).isFalse();
        assertThat(counted.lateFrom()).isAfter(provisional.lateFrom());
        assertThat(ledger.journalOf(cast.coordinator(), id))
                .filteredOn(line -> line.entry() instanceof Entry.ClockRecounted told && told.step().equals("HANDLE")).hasSize(1)
                .first().satisfies(line -> assertThat(line.by()).isEqualTo(cast.coordinator().person()));
        noDifference();
    }

    @Test
    void the_days_of_the_tenants_own_region_move_its_clocks_and_a_complaint_about_the_office_is_no_exception() {
        clock.set(LocalDate.of(2026, 3, 2));
        var id = dispatched(LocalDate.of(2026, 5, 1));
        var before = handling(id);
        var keeper = new Keeper(cast.tenant(), Optional.of(cast.coordinator().person()), "协调员", "");
        var days = before.lateFrom().atZone(clock.getZone()).toLocalDate().minusDays(1);
        assertThat(calendars.take(keeper, "33", new Notice(2026, List.of("本省通知"), List.of(new Notice.ListedDay(days, "三月三", true))))).isTrue();
        recounting.recount();
        assertThat(handling(id)).as("another region's day").isEqualTo(before);
        ledger.act(cast.coordinator(), id, new Act.NameConcerned(List.of(cast.office()), "来信写明"), UUID.randomUUID(), null);

        calendars.setHome(keeper, "3301");
        assertThat(recounting.recount()).isPositive();
        assertThat(recounting.recount()).isZero();
        assertThat(handling(id).lateFrom()).isAfter(before.lateFrom());
        noDifference();
        calendars.setHome(keeper, "");
        recounting.recount();
        assertThat(handling(id).lateFrom()).isEqualTo(before.lateFrom());
        noDifference();
    }

    @Test
    void a_clock_of_what_complains_of_those_above_is_in_no_number_they_see() {
        clock.set(LocalDate.of(2026, 3, 1));
        putFor("hotline", Step.REGISTER, "15日", Happening.RAISED, Happening.LISTED);
        clock.set(LocalDate.of(2026, 3, 2));
        for (var about : List.of(List.<org.mingbai.directory.OrganisationId>of(), List.of(cast.hall()))) {
            var subject = org.mingbai.ledger.Subject.of("路灯款去向不明", "账目对不上").about(about);
            assertThat(ledger.raise(cast.coordinator(), "hotline", subject, UUID.randomUUID())).isInstanceOf(Answer.Done.class);
        }
        clock.set(LocalDate.of(2026, 4, 2));
        assertThat(endings.sums(cast.coordinator())).extracting(Endings.Sum::late).containsExactly(2L);
        assertThat(endings.sums(cast.hallChecker())).extracting(Endings.Sum::late).containsExactly(1L);
        assertThat(endings.page(cast.hallChecker(), Endings.When.LATE, null, null, null).endings()).hasSize(1);
    }

    private ClockRow handling(MatterId id) {
        return clocks.of(cast.tenant(), id).stream().filter(row -> row.step() == Step.HANDLE).findFirst().orElseThrow();
    }

    @Test
    void lists_and_counts_by_light_agree_whatever_the_hour() {
        for (int n = 0; n < 6; n++) {
            clock.set(LocalDate.of(2026, 3, 2).plusDays(n));
            var id = dispatched(LocalDate.of(2026, 3, 20).plusDays(n * 3L));
            if (n % 2 == 0) {
                act(cast.roadsHandler(), id, new Act.Sign());
                act(cast.roadsHandler(), id, new Act.Plan(List.of(new Measure(0, Measure.Kind.CORRECTIVE, "换灯", null, null, null, 0, null, null))));
            }
        }
        for (int day = 0; day < 40; day += 3) {
            clock.set(LocalDateTime.of(2026, 3, 8, 0, 0).plusDays(day).minusSeconds(day % 2));
            listsAndCountsAgree();
        }
        noDifference();
    }

    /// Every list by light has exactly the matters whose page shows it, and the count beside it is its length.
    private void listsAndCountsAgree() {
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

    private LightSign sign(Matters.Count count) {
        Turning turning = count.turning();
        if (turning.parkedAt(count.stage(), clock.instant())) {
            return LightSign.PARKED;
        }
        var set = turning.setAt(clock.instant());
        return set != null ? LightSign.valueOf(set.name()) : turning.lateAt(clock.instant()) ? LightSign.LATE
                : turning.atRiskAt(clock.instant()) ? LightSign.AT_RISK : LightSign.ON_TRACK;
    }

    private void noDifference() {
        assertThat(replay.check(cast.tenant()).differences()).isEmpty();
    }

    private MatterId dispatched() {
        return dispatched(LocalDate.of(2026, 6, 1));
    }

    private MatterId dispatched(LocalDate due) {
        var raised = (Answer.Done) ledger.raise(cast.coordinator(), REGISTER, Subject.of("路灯不亮", "中山路路灯不亮"), UUID.randomUUID());
        var id = raised.matter().id();
        act(cast.coordinator(), id, new Act.PutOnList(null));
        act(cast.coordinator(), id, new Act.Assign(to(cast.roads(), due)));
        return id;
    }

    private static Assignment to(OrganisationId lead, LocalDate due) {
        return new Assignment(lead, null, List.of(), List.of(), Deadline.by(due), null);
    }

    private Light light(MatterId id) {
        return lamps.light(cast.tenant(), matter(id));
    }

    private Matter matter(MatterId id) {
        return ledger.matter(cast.coordinator(), id).orElseThrow();
    }

    private void act(SignedIn who, MatterId id, Act act) {
        assertThat(ledger.act(who, id, act, UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);
    }
}
