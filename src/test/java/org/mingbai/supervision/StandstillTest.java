package org.mingbai.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.Keeper;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Happening;
import org.mingbai.ledger.Light;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Refusal;
import org.mingbai.ledger.Worry;

/// What stands still, and what the days it stood still do to clocks and dates.
@MingbaiTest
class StandstillTest extends WatchedTown {

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
}
