package org.mingbai.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mingbai.supervision.AMatter.ROADS;
import static org.mingbai.supervision.AMatter.WATER;
import static org.mingbai.supervision.AMatter.ZONE;
import static org.mingbai.supervision.AMatter.raised;
import static org.mingbai.supervision.AMatter.to;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Happening;
import org.mingbai.ledger.Onward;
import org.mingbai.ledger.Origin;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.Taken;
import org.mingbai.supervision.CountedDay.Why;

/// I6: a clock starts when something happened, stands still only for reasons its rule knows, and nothing else moves it.
class ClocksTest {

    private static final WorkingCalendar CALENDAR = Calendars.shipped();
    private static final TimeRule.Basis BASIS = new TimeRule.Basis("路灯管理办法", "第三条");

    private static final TimeRule SIGN = rule("sign", Step.SIGN, "2工作日", Happening.DISPATCHED, Happening.SIGNED);
    private static final TimeRule HANDLE = new TimeRule("handle", 1, TimeRule.Scope.ALL, Step.HANDLE, limit("10工作日"), Happening.DISPATCHED,
            EnumSet.of(Happening.CLAIMED), EnumSet.of(PauseReason.HEARING, PauseReason.PARKED), limit("5日"), null, 20, BASIS, day("2020-01-01"), null);
    private static final TimeRule REVIEW = rule("review", Step.REVIEW, "5工作日", Happening.CLAIMED, Happening.SENT_BACK, Happening.VERDICT_AWAITED,
            Happening.SIGNATURE_AWAITED);
    private static final TimeRule CO_HANDLE = rule("co-handle", Step.CO_HANDLE, "3工作日", Happening.CO_HANDLER_CALLED, Happening.CO_HANDLER_REPORTED);
    private static final TimeRule ARRIVE = rule("arrive", Step.ARRIVE, "30分钟", Happening.CO_HANDLER_CALLED, Happening.CO_HANDLER_ARRIVED);
    private static final RuleBook BOOK = new RuleBook(List.of(SIGN, HANDLE, REVIEW, CO_HANDLE, ARRIVE), List.of());

    @Test
    void a_clock_starts_at_the_dispatch_and_not_when_it_is_signed_for() {
        var clocks = clocks(raised("2026-03-02T09:00").then("2026-03-02T10:00", new Entry.Listed(null)).assigned("2026-03-02T10:05", ROADS, "2026-04-01")
                .then("2026-03-04T08:30", new Entry.Signed()));
        assertThat(one(clocks, Step.HANDLE).startedAt().toLocalDateTime()).isEqualTo("2026-03-02T10:05");
        assertThat(one(clocks, Step.HANDLE).due().at().toLocalDate()).isEqualTo("2026-03-16");
        assertThat(one(clocks, Step.SIGN).ended()).hasValueSatisfying(end -> assertThat(end.done()).isTrue());
        assertThat(one(clocks, Step.SIGN).lateAt(at("2026-09-01T00:00"), ZONE)).isFalse();
        assertThat(one(clocks, Step.DEADLINE).due().at().toLocalDate()).isEqualTo("2026-04-01");
    }

    @Test
    void another_unit_gets_its_own_days_to_sign_while_the_handling_runs_on() {
        var clocks = clocks(raised("2026-03-02T09:00").assigned("2026-03-02T10:05", ROADS, "2026-04-01")
                .then("2026-03-03T10:05", new Entry.Signed())
                .then("2026-03-10T09:00", new Entry.Reassigned(to(WATER, "2026-04-01"), "theirs")));
        assertThat(all(clocks, Step.SIGN)).extracting(RunningClock::unit).containsExactly(ROADS, WATER);
        assertThat(all(clocks, Step.SIGN).getLast().due().at().toLocalDate()).isEqualTo("2026-03-12");
        assertThat(one(clocks, Step.HANDLE).startedAt().toLocalDate()).isEqualTo("2026-03-02");
        assertThat(one(clocks, Step.HANDLE).unit()).isEqualTo(WATER);
    }

    @Test
    void what_a_check_sends_back_was_not_done_and_its_clock_never_ended() {
        var claimed = raised("2026-03-02T09:00").assigned("2026-03-02T10:05", ROADS, "2026-04-01")
                .then("2026-03-10T10:05", new Entry.ClosureClaimed(Outcome.SOLVED, "lit"));
        assertThat(one(clocks(claimed), Step.HANDLE).runs()).isFalse();
        assertThat(one(clocks(claimed), Step.REVIEW).runs()).isTrue();
        var back = clocks(claimed.then("2026-03-12T10:05", new Entry.SentBack(0, "dark still")));
        assertThat(one(back, Step.HANDLE).runs()).isTrue();
        assertThat(one(back, Step.HANDLE).due().at().toLocalDate()).isEqualTo("2026-03-16");
        assertThat(one(back, Step.DEADLINE).runs()).isTrue();
        assertThat(one(back, Step.REVIEW).runs()).isFalse();
    }

    @Test
    void an_objection_upheld_ends_the_notice_and_has_the_claim_checked_anew() {
        var book = new RuleBook(List.of(HANDLE, rule("review", Step.REVIEW, "5工作日", Happening.CLAIMED, Happening.NOTICE_BEGUN, Happening.SENT_BACK),
                rule("notice", Step.NOTICE, "10工作日", Happening.NOTICE_BEGUN, Happening.NOTICE_ENDED, Happening.SENT_BACK)), List.of());
        var objected = raised("2026-03-02T09:00").assigned("2026-03-02T10:05", ROADS, "2026-04-01")
                .then("2026-03-04T10:05", new Entry.ClosureClaimed(Outcome.SOLVED, "lit"))
                .then("2026-03-05T10:05", new Entry.ReviewPassed(0, Onward.NOTICE, day("2026-03-15"), null))
                .then("2026-03-09T10:05", new Entry.ObjectionRaised("dark again"));
        var refused = Clocks.of(objected.matter(), book, CALENDAR, ZONE);
        assertThat(one(refused, Step.NOTICE).runs()).isTrue();
        assertThat(all(refused, Step.REVIEW)).noneMatch(RunningClock::runs);
        var upheld = Clocks.of(objected.then("2026-03-10T10:05", new Entry.ObjectionDecided(true, "it is")).matter(), book, CALENDAR, ZONE);
        assertThat(one(upheld, Step.NOTICE).ended()).hasValueSatisfying(end -> {
            assertThat(end.done()).as("the notice was not brought to its end").isFalse();
            assertThat(end.at().toLocalDate()).isEqualTo("2026-03-10");
        });
        assertThat(all(upheld, Step.REVIEW)).extracting(RunningClock::runs, clock -> clock.due().at().toLocalDate())
                .containsExactly(tuple(false, day("2026-03-11")), tuple(true, day("2026-03-17")));
        assertThat(one(upheld, Step.HANDLE).runs()).as("what was handled stays handled").isFalse();
        var again = Clocks.of(objected.then("2026-03-11T10:05", new Entry.ReviewPassed(0, Onward.NOTICE, day("2026-03-21"), null)).matter(), book, CALENDAR,
                ZONE);
        assertThat(all(again, Step.NOTICE)).extracting(RunningClock::runs).containsExactly(false, true);
    }

    @Test
    void an_objection_that_is_refused_leaves_the_notice_running() {
        var book = new RuleBook(List.of(rule("notice", Step.NOTICE, "10工作日", Happening.NOTICE_BEGUN, Happening.NOTICE_ENDED)), List.of());
        var clocks = Clocks.of(raised("2026-03-02T09:00").assigned("2026-03-02T10:05", ROADS, "2026-04-01")
                .then("2026-03-04T10:05", new Entry.ClosureClaimed(Outcome.SOLVED, "lit"))
                .then("2026-03-05T10:05", new Entry.ReviewPassed(0, Onward.NOTICE, day("2026-03-15"), null))
                .then("2026-03-09T10:05", new Entry.ObjectionRaised("dark again")).then("2026-03-10T10:05", new Entry.ObjectionDecided(false, "another lamp"))
                .matter(), book, CALENDAR, ZONE);
        assertThat(one(clocks, Step.NOTICE).runs()).isTrue();
    }

    @Test
    void where_handling_again_has_a_limit_of_its_own_the_first_clock_keeps_its_end() {
        var book = new RuleBook(List.of(HANDLE, rule("rework", Step.REWORK, "3工作日", Happening.SENT_BACK, Happening.CLAIMED)), List.of());
        var clocks = Clocks.of(raised("2026-03-02T09:00").assigned("2026-03-02T10:05", ROADS, "2026-04-01")
                .then("2026-03-10T10:05", new Entry.ClosureClaimed(Outcome.SOLVED, "lit")).then("2026-03-12T10:05", new Entry.SentBack(0, "dark still"))
                .matter(), book, CALENDAR, ZONE);
        assertThat(one(clocks, Step.HANDLE).runs()).isFalse();
        assertThat(one(clocks, Step.REWORK).due().at().toLocalDate()).isEqualTo("2026-03-17");
    }

    @Test
    void it_stands_still_while_it_is_parked_and_for_no_reason_its_rule_does_not_know() {
        var parked = raised("2026-03-02T09:00").assigned("2026-03-02T10:05", ROADS, "2026-04-01")
                .then("2026-03-04T10:00", new Entry.Parked("no parts", "wait", "Wang", day("2026-06-01")));
        assertThat(one(clocks(parked), Step.HANDLE).paused()).isTrue();
        assertThat(one(clocks(parked), Step.HANDLE).lateAt(at("2026-12-01T00:00"), ZONE)).isFalse();
        var resumed = one(clocks(parked.then("2026-03-11T10:00", new Entry.Resumed("parts came"))), Step.HANDLE);
        assertThat(resumed.first().at().toLocalDate()).isEqualTo("2026-03-16");
        assertThat(resumed.due().at().toLocalDate()).isEqualTo("2026-03-20");
        assertThat(resumed.due().days()).filteredOn(counted -> counted.why() == Why.PAUSED).extracting(counted -> counted.day().date())
                .containsExactly(day("2026-03-05"), day("2026-03-06"), day("2026-03-07"), day("2026-03-08"), day("2026-03-09"), day("2026-03-10"));
        var other = one(clocks(raised("2026-03-02T09:00").assigned("2026-03-02T10:05", ROADS, "2026-04-01")
                .then("2026-03-04T10:00", new Entry.ClockPaused("HANDLE", "FORCE_MAJEURE", "flood"))), Step.HANDLE);
        assertThat(other.pauses()).isEmpty();
        var hearing = one(clocks(raised("2026-03-02T09:00").assigned("2026-03-02T10:05", ROADS, "2026-04-01")
                .then("2026-03-04T10:00", new Entry.ClockPaused("HANDLE", "HEARING", "heard")).then("2026-03-06T10:00", new Entry.ClockResumed("HANDLE", "x"))),
                Step.HANDLE);
        assertThat(hearing.pauses()).hasSize(1);
        assertThat(hearing.due().at().toLocalDate()).isEqualTo("2026-03-17");
    }

    @Test
    void stopped_by_hand_and_parked_at_once_it_shows_both_and_counts_their_days_once() {
        var dispatched = "2026-03-02T10:05";
        var first = one(clocks(raised("2026-03-02T09:00").assigned(dispatched, ROADS, "2026-04-01")
                .then("2026-03-04T10:00", new Entry.ClockPaused("HANDLE", "HEARING", "heard"))
                .then("2026-03-05T10:00", new Entry.Parked("no parts", "wait", "Wang", day("2026-06-01")))
                .then("2026-03-09T10:00", new Entry.ClockResumed("HANDLE", "x"))), Step.HANDLE);
        assertThat(first.pauses()).extracting(RunningClock.Pause::reason).containsExactly(PauseReason.HEARING, PauseReason.PARKED);
        assertThat(first.paused()).as("it is parked still").isTrue();
        assertThat(first.pausedByHand()).isFalse();
        var parked = raised("2026-03-02T09:00").assigned(dispatched, ROADS, "2026-04-01")
                .then("2026-03-04T10:00", new Entry.Parked("no parts", "wait", "Wang", day("2026-06-01")))
                .then("2026-03-06T10:00", new Entry.ClockPaused("HANDLE", "HEARING", "heard"))
                .then("2026-03-11T10:00", new Entry.Resumed("parts came"));
        assertThat(one(clocks(parked), Step.HANDLE).pausedByHand()).as("the hearing goes on").isTrue();
        var both = one(clocks(parked.then("2026-03-13T10:00", new Entry.ClockResumed("HANDLE", "x"))), Step.HANDLE);
        assertThat(both.pauses()).extracting(pause -> pause.from().toLocalDate(), pause -> pause.to().orElseThrow().toLocalDate()).containsExactly(
                tuple(day("2026-03-04"), day("2026-03-11")), tuple(day("2026-03-06"), day("2026-03-13")));
        assertThat(both.due().days()).filteredOn(counted -> counted.why() == Why.PAUSED).extracting(counted -> counted.day().date())
                .containsExactlyElementsOf(day("2026-03-05").datesUntil(day("2026-03-13")).toList());
        assertThat(both.due().at().toLocalDate()).isEqualTo("2026-03-24");
    }

    @Test
    void a_time_one_may_use_and_need_not_ends_by_itself_and_nobody_is_late() {
        var book = new RuleBook(List.of(rule("object", Step.OBJECT, "5工作日", Happening.DISPATCHED, Happening.RETURN_ASKED)), List.of());
        var window = one(Clocks.of(raised("2026-03-02T09:00").assigned("2026-03-02T10:05", ROADS, "2026-04-01").matter(), book, CALENDAR, ZONE), Step.OBJECT);
        assertThat(window.overAt(at("2026-03-09T23:59"), ZONE)).isFalse();
        assertThat(window.overAt(at("2026-03-10T00:00"), ZONE)).isTrue();
        assertThat(window.lateAt(at("2026-09-10T00:00"), ZONE)).isFalse();
    }

    @Test
    void an_extension_goes_no_further_than_its_rule_and_leaves_the_first_day_readable() {
        var asked = raised("2026-03-02T09:00").assigned("2026-03-02T10:05", ROADS, "2026-04-01")
                .then("2026-03-10T10:00", new Entry.ExtensionRequested(day("2026-03-18"), "rain"));
        assertThat(one(clocks(asked), Step.HANDLE).extension()).isEmpty();
        var granted = one(clocks(asked.then("2026-03-11T10:00", new Entry.ExtensionDecided(true, day("2026-03-18"), "yes"))), Step.HANDLE);
        assertThat(granted.first().at().toLocalDate()).isEqualTo("2026-03-16");
        assertThat(granted.due().at().toLocalDate()).isEqualTo("2026-03-18");
        var much = one(clocks(asked.then("2026-03-12T10:00", new Entry.ExtensionDecided(true, day("2026-12-31"), "yes"))), Step.HANDLE);
        assertThat(much.due().at().toLocalDate()).as("no more than five days").isEqualTo("2026-03-23");
    }

    @Test
    void asking_for_still_more_time_moves_nothing_and_what_is_granted_counts_from_the_end_then_in_force() {
        var granted = raised("2026-03-02T09:00").assigned("2026-03-02T10:05", ROADS, "2026-04-01")
                .then("2026-03-10T10:00", new Entry.ExtensionRequested(day("2026-03-18"), "rain"))
                .then("2026-03-11T10:00", new Entry.ExtensionDecided(true, day("2026-03-18"), "yes"));
        assertThat(one(clocks(granted.then("2026-03-17T10:00", new Entry.ExtensionRequested(day("2026-03-20"), "rain again"))), Step.HANDLE)
                .due().at().toLocalDate()).as("asked, after the first end").isEqualTo("2026-03-18");
        assertThat(one(clocks(granted.then("2026-03-18T10:00", new Entry.ExtensionDecided(true, day("2026-03-20"), "yes"))), Step.HANDLE)
                .due().at().toLocalDate()).as("granted before the end then in force").isEqualTo("2026-03-20");
        assertThat(one(clocks(granted.then("2026-03-24T10:00", new Entry.ExtensionRequested(day("2026-03-30"), "rain"))
                .then("2026-03-24T11:00", new Entry.ExtensionDecided(true, day("2026-03-30"), "yes"))), Step.HANDLE)
                .due().at().toLocalDate()).as("asked too late").isEqualTo("2026-03-20");
    }

    @Test
    void what_is_asked_for_when_the_time_is_over_does_not_bring_it_back() {
        var late = one(clocks(raised("2026-03-02T09:00").assigned("2026-03-02T10:05", ROADS, "2026-06-01")
                .then("2026-03-17T09:00", new Entry.ExtensionRequested(day("2026-04-15"), "rain"))
                .then("2026-03-18T09:00", new Entry.ExtensionDecided(true, day("2026-04-15"), "yes"))), Step.HANDLE);
        assertThat(late.due().at().toLocalDate()).isEqualTo("2026-03-16");
        assertThat(late.lateAt(at("2026-03-19T00:00"), ZONE)).isTrue();
    }

    @Test
    void a_co_handler_that_is_taken_off_owes_nothing_more_and_begins_anew_when_called_again() {
        var called = raised("2026-03-02T09:00").then("2026-03-02T10:05", new Entry.Assigned(to(ROADS, "2026-04-01", WATER)));
        var off = called.then("2026-03-03T10:05", new Entry.Reassigned(to(ROADS, "2026-04-01"), "not needed"));
        assertThat(one(clocks(off), Step.CO_HANDLE).runs()).isFalse();
        assertThat(all(clocks(off.then("2026-03-20T10:05", new Entry.CoHandlersCalled(List.of(WATER), null))), Step.CO_HANDLE))
                .extracting(clock -> clock.startedAt().toLocalDate(), RunningClock::runs)
                .containsExactly(tuple(day("2026-03-02"), false), tuple(day("2026-03-20"), true));
        assertThat(one(clocks(raised("2026-03-02T09:00").then("2026-03-02T10:05", new Entry.Assigned(to(ROADS, "2026-04-01", WATER)))
                .then("2026-03-03T10:05", new Entry.ReturnRequested("not ours", "x")).then("2026-03-04T10:05", new Entry.ReturnDecided(true, "right"))),
                Step.CO_HANDLE).runs()).isFalse();
    }

    private static AMatter calledTwice() {
        return raised("2026-03-02T09:00").assigned("2026-03-02T10:05", ROADS, "2026-04-01")
                .then("2026-03-03T10:05", new Entry.CoHandlersCalled(List.of(WATER), null, null, true))
                .then("2026-03-04T10:05", new Entry.CoHandlersCalled(List.of(WATER), "又漏水", List.of(WATER), true));
    }

    @Test
    void every_call_starts_a_clock_which_only_its_own_end_ends() {
        assertThat(all(clocks(calledTwice()), Step.ARRIVE)).extracting(clock -> clock.startedAt().toLocalDate(), RunningClock::runs)
                .containsExactly(tuple(day("2026-03-03"), true), tuple(day("2026-03-04"), true));
        assertThat(all(clocks(calledTwice().then("2026-03-04T10:15", new Entry.CoHandlerArrived(WATER, null, 3))), Step.ARRIVE))
                .extracting(RunningClock::runs).containsExactly(false, true);
        assertThat(all(clocks(calledTwice().then("2026-03-04T10:15", new Entry.CoHandlerArrived(WATER, null, 4))), Step.ARRIVE))
                .extracting(RunningClock::runs).containsExactly(false, false);
        assertThat(all(clocks(calledTwice().then("2026-03-04T10:15", new Entry.CallOutEnded(List.of(WATER), "好了", 4))), Step.ARRIVE))
                .extracting(RunningClock::runs).containsExactly(true, false);
    }

    @Test
    void who_is_called_once_more_handles_its_part_under_the_clock_it_had() {
        assertThat(one(clocks(calledTwice()), Step.CO_HANDLE).startedAt().toLocalDate()).isEqualTo("2026-03-03");
        var reported = calledTwice().then("2026-03-04T11:00", new Entry.CoHandlerReported(WATER, "dry"));
        assertThat(all(clocks(reported.then("2026-03-05T10:05", new Entry.CoHandlersCalled(List.of(WATER), "又漏水", List.of(WATER), true))), Step.CO_HANDLE))
                .extracting(clock -> clock.startedAt().toLocalDate(), RunningClock::runs)
                .containsExactly(tuple(day("2026-03-03"), false), tuple(day("2026-03-05"), true));
    }

    @Test
    void who_only_helps_owes_no_arrival_until_it_is_called_to_the_spot() {
        var helping = raised("2026-03-02T09:00").then("2026-03-02T10:05", new Entry.Assigned(to(ROADS, "2026-04-01", WATER)))
                .then("2026-03-02T11:05", new Entry.CoHandlersCalled(List.of(WATER, new OrganisationId(4)), null));
        assertThat(all(clocks(helping), Step.ARRIVE)).isEmpty();
        var called = helping.then("2026-03-03T10:05", new Entry.CoHandlersCalled(List.of(WATER, new OrganisationId(4)), "漏水", List.of(WATER), true));
        assertThat(one(clocks(called), Step.ARRIVE).unit()).isEqualTo(WATER);
        assertThat(one(clocks(called.then("2026-03-03T12:05", new Entry.CallOutEnded(List.of(WATER), "好了", 4))), Step.ARRIVE).runs()).isFalse();
    }

    @Test
    void what_an_older_ledger_had_given_to_nobody_is_dispatched_here_from_the_day_it_was_taken_over() {
        var dispatch = rule("dispatch", Step.DISPATCH, "1工作日", Happening.LISTED, Happening.DISPATCHED);
        var book = new RuleBook(List.of(dispatch, SIGN, HANDLE), List.of());
        var origin = new Origin("旧台账.xlsx", "Sheet1", 3);
        var lamp = Subject.of("Lamp 14 is dark", "Since Sunday.");
        var waits = new Taken(null, null, List.of(), null, false);
        var given = new Taken(to(ROADS, "2026-04-01"), null, List.of(), null, false);
        var taken = new AMatter().then("2026-03-02T09:00", new Entry.TakenOver("hotline", 1, lamp, origin, waits));
        var waiting = Clocks.of(taken.matter(), book, CALENDAR, ZONE);
        assertThat(waiting).extracting(clock -> clock.step()).containsExactly(Step.DISPATCH);
        assertThat(waiting.getFirst().due().at().toLocalDate()).isEqualTo("2026-03-03");

        var elsewhere = Clocks.of(taken.then("2026-03-02T15:00", new Entry.TakenOverAgain(lamp, origin, waits))
                .then("2026-03-02T16:00", new Entry.TakenOverAgain(lamp, origin, given)).matter(), book, CALENDAR, ZONE);
        assertThat(elsewhere).filteredOn(clock -> clock.step() == Step.DISPATCH).extracting(RunningClock::runs).containsExactly(false);
        assertThat(Clocks.of(new AMatter().then("2026-03-02T09:00", new Entry.TakenOver("hotline", 1, lamp, origin, given)).matter(), book, CALENDAR, ZONE))
                .as("given by somebody else, on a day nobody knows here").noneMatch(clock -> clock.step() != Step.DEADLINE);
    }

    @Test
    void every_co_handler_has_its_own_clock() {
        var clocks = clocks(raised("2026-03-02T09:00").then("2026-03-02T10:05", new Entry.Assigned(to(ROADS, "2026-04-01", WATER)))
                .then("2026-03-03T10:05", new Entry.CoHandlersCalled(List.of(WATER, new OrganisationId(4)), null))
                .then("2026-03-04T10:05", new Entry.CoHandlerReported(WATER, "dry")));
        assertThat(all(clocks, Step.CO_HANDLE)).extracting(RunningClock::unit, RunningClock::runs)
                .containsExactly(tuple(WATER, false), tuple(new OrganisationId(4), true));
    }

    @Test
    void a_clock_stays_under_the_rule_that_was_in_force_when_it_started_and_for_what_the_matter_was_then() {
        var narrow = new TimeRule("handle", 1, new TimeRule.Scope("hotline", null, "照明", null), Step.HANDLE, limit("3工作日"), Happening.DISPATCHED,
                EnumSet.of(Happening.CLAIMED), Set.of(), null, null, 20, BASIS, day("2020-01-01"), day("2026-03-31"));
        var later = new TimeRule("handle", 2, narrow.scope(), Step.HANDLE, limit("1工作日"), Happening.DISPATCHED,
                EnumSet.of(Happening.CLAIMED), Set.of(), null, null, 20, BASIS, day("2026-04-01"), null);
        var book = new RuleBook(List.of(HANDLE, narrow, later), List.of());
        var lamp = new Subject("Lamp", "Dark", null, null, null, "照明", null, null, null, Map.of());
        var matter = raised("2026-03-30T09:00", lamp).assigned("2026-03-30T10:05", ROADS, "2026-05-01")
                .then("2026-04-02T10:05", new Entry.Corrected(1, Subject.Item.CATEGORY, "供水", "misread")).matter();
        var handle = one(Clocks.of(matter, book, CALENDAR, ZONE), Step.HANDLE);
        assertThat(handle.rule()).isEqualTo(narrow);
        assertThat(handle.due().at().toLocalDate()).isEqualTo("2026-04-02");
    }

    @Test
    void what_comes_after_office_hours_counts_from_the_next_working_day() {
        var late = new TimeRule("handle", 1, TimeRule.Scope.ALL, Step.HANDLE, limit("1工作日"), Happening.DISPATCHED, EnumSet.of(Happening.CLAIMED),
                Set.of(), null, LocalTime.of(17, 30), 20, BASIS, day("2020-01-01"), null);
        var clocks = Clocks.of(raised("2026-03-06T09:00").assigned("2026-03-06T18:00", ROADS, "2026-05-01").matter(),
                new RuleBook(List.of(late), List.of()), CALENDAR, ZONE);
        assertThat(one(clocks, Step.HANDLE).due().at().toLocalDate()).isEqualTo("2026-03-10");
    }

    @Test
    void hours_run_through_the_night_and_stand_still_to_the_minute() {
        var hours = new TimeRule("handle", 1, TimeRule.Scope.ALL, Step.HANDLE, limit("24小时"), Happening.DISPATCHED, EnumSet.of(Happening.CLAIMED),
                EnumSet.of(PauseReason.SUPPLEMENT), null, null, 25, BASIS, day("2020-01-01"), null);
        var clocks = Clocks.of(raised("2026-03-06T09:00").assigned("2026-03-06T18:00", ROADS, "2026-05-01")
                .then("2026-03-06T20:00", new Entry.ClockPaused("HANDLE", "SUPPLEMENT", "where?"))
                .then("2026-03-06T23:30", new Entry.ClockResumed("HANDLE", "x"))
                .matter(), new RuleBook(List.of(hours), List.of()), CALENDAR, ZONE);
        var handle = one(clocks, Step.HANDLE);
        assertThat(handle.lateFrom(ZONE).toLocalDateTime()).isEqualTo("2026-03-07T21:30");
        assertThat(handle.firstEnd(ZONE).toLocalDateTime()).isEqualTo("2026-03-07T18:00");
        assertThat(handle.lateAt(at("2026-03-07T21:29"), ZONE)).isFalse();
        assertThat(handle.lateAt(at("2026-03-07T21:30"), ZONE)).isTrue();
    }

    @Test
    void a_merged_matter_owes_nothing_and_all_of_it_again_when_it_is_parted() {
        var merged = raised("2026-03-02T09:00").assigned("2026-03-02T10:05", ROADS, "2026-04-01")
                .then("2026-03-03T10:05", new Entry.Merged(new org.mingbai.ledger.MatterId(9), "same"));
        assertThat(clocks(merged)).noneMatch(RunningClock::runs);
        assertThat(clocks(merged.then("2026-03-09T10:05", new Entry.Unmerged("another lamp")))).allMatch(RunningClock::runs)
                .filteredOn(clock -> clock.step() == Step.HANDLE).extracting(clock -> clock.due().at().toLocalDate()).containsExactly(day("2026-03-16"));
    }

    @Test
    void a_return_that_is_agreed_ends_the_first_units_clock_and_the_next_dispatch_begins_another() {
        var clocks = clocks(raised("2026-03-02T09:00").assigned("2026-03-02T10:05", ROADS, "2026-04-01")
                .then("2026-03-03T10:05", new Entry.ReturnRequested("not ours", "三定方案")).then("2026-03-04T10:05", new Entry.ReturnDecided(true, "right"))
                .assigned("2026-03-05T10:05", WATER, "2026-04-05"));
        assertThat(all(clocks, Step.HANDLE)).extracting(RunningClock::unit, RunningClock::runs)
                .containsExactly(tuple(ROADS, false), tuple(WATER, true));
    }

    /// Talk, edits, evidence, progress and another hand in the same unit.
    @Property(tries = 300)
    void nothing_said_or_corrected_moves_a_clock(@ForAll long seed) {
        var random = new Random(seed);
        var told = raised("2026-03-02T09:00").then("2026-03-02T10:00", new Entry.Listed(null)).assigned("2026-03-03T10:05", ROADS, "2026-04-01")
                .then("2026-03-04T08:30", new Entry.Signed()).then("2026-03-05T10:00", new Entry.ClockPaused("HANDLE", "HEARING", "heard"))
                .then("2026-03-09T10:00", new Entry.ClockResumed("HANDLE", "x"))
                .then("2026-03-10T10:00", new Entry.ExtensionRequested(day("2026-03-20"), "rain"))
                .then("2026-03-11T10:00", new Entry.ExtensionDecided(true, day("2026-03-20"), "yes"))
                .then("2026-03-18T10:05", new Entry.ClosureClaimed(Outcome.SOLVED, "lit")).then("2026-03-19T10:05", new Entry.SentBack(0, "dark"))
                .then("2026-03-23T10:05", new Entry.ClosureClaimed(Outcome.SOLVED, "lit"))
                .then("2026-03-25T10:05", new Entry.ReviewPassed(0, Onward.VERDICT, null, null));
        var noisy = new AMatter();
        LocalDateTime before = null;
        for (var line : told.journal()) {
            var at = line.at().atZoneSameInstant(ZONE).toLocalDateTime();
            for (int n = before == null ? 0 : random.nextInt(3); n > 0; n--) {
                noisy.then(between(before, at, random), noise(random));
            }
            noisy.then(at, line.entry());
            before = at;
        }
        assertThat(shown(clocks(noisy))).isEqualTo(shown(clocks(told)));
    }

    private static Entry noise(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Entry.Noted("why so long?");
            case 1 -> new Entry.Corrected(1, Subject.Item.CATEGORY, "供水", "misread");
            case 2 -> new Entry.Corrected(1, null, "seven lamps", "miscounted");
            case 3 -> new Entry.ProgressReported("half", Map.of(), List.of());
            case 4 -> new Entry.EvidenceAttached(List.of(), List.of(), "seen");
            default -> new Entry.SlipSent(random.nextInt(), "督〔2026〕1号", "PROMPT", ROADS, day("2026-03-30"));
        };
    }

    private static LocalDateTime between(LocalDateTime from, LocalDateTime to, Random random) {
        long seconds = java.time.Duration.between(from, to).toSeconds();
        return from.plusSeconds(seconds == 0 ? 0 : random.nextLong(seconds));
    }

    /// All of a clock but the numbers of the entries.
    private static List<String> shown(List<RunningClock> clocks) {
        var shown = new ArrayList<String>();
        clocks.forEach(clock -> shown.add("%s %s %s %s %s %s %s".formatted(clock.step(), clock.unit(), clock.startedAt(), clock.first(), clock.due(),
                clock.pauses().stream().map(pause -> pause.from() + "-" + pause.to()).toList(), clock.ended())));
        return shown;
    }

    private static List<RunningClock> clocks(AMatter matter) {
        return Clocks.of(matter.matter(), BOOK, CALENDAR, ZONE);
    }

    private static List<RunningClock> all(List<RunningClock> clocks, Step step) {
        return clocks.stream().filter(clock -> clock.step() == step).toList();
    }

    private static RunningClock one(List<RunningClock> clocks, Step step) {
        assertThat(all(clocks, step)).hasSize(1);
        return all(clocks, step).getFirst();
    }

    private static TimeRule rule(String code, Step step, String limit, Happening starts, Happening... ends) {
        return new TimeRule(code, 1, TimeRule.Scope.ALL, step, limit(limit), starts, Set.of(ends), Set.of(), null, null, 20, BASIS, day("2020-01-01"), null);
    }

    private static Limit limit(String text) {
        return Limit.parse(text).orElseThrow();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static OffsetDateTime at(String text) {
        return LocalDateTime.parse(text).atZone(ZONE).toOffsetDateTime();
    }
}
