package org.mingbai.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.ActKind;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Happening;
import org.mingbai.ledger.Light;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Refusal;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.Watch;
import org.mingbai.ledger.Worry;

/// Clocks and lights as the office meets them, on the database.
@MingbaiTest
class SupervisionTest extends WatchedTown {

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
}
