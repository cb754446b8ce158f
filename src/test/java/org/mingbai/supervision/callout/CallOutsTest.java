package org.mingbai.supervision.callout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.telling.Messages;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Happening;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Moment;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.springframework.beans.factory.annotation.Autowired;

@MingbaiTest
class CallOutsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Autowired SmallTown town;
    @Autowired Ledger ledger;
    @Autowired CallOuts callOuts;
    @Autowired Messages messages;
    @Autowired SettableClock clock;

    private SmallTown.Cast cast;
    private MatterId matter;

    @BeforeEach
    void aMatterInHand() {
        clock.set(DAY.atTime(9, 0));
        cast = town.layOut();
        matter = ((Answer.Done) ledger.raise(cast.coordinator(), "rectification", new Subject("路灯不亮", "夜里看不清路", null, "群众反映", "来访", null, null,
                null, null, Map.of()), UUID.randomUUID())).matter().id();
        does(cast.coordinator(), new Act.PutOnList(null));
        does(cast.coordinator(), new Act.Assign(new Assignment(cast.roads(), "王镇长", List.of(), List.of(), Deadline.by(DAY.plusDays(20)), "修好")));
        does(cast.roadsHandler(), new Act.Sign());
    }

    private void does(SignedIn who, Act act) {
        assertThat(ledger.act(who, matter, act, UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);
    }

    private CallAnswer calls(SignedIn who, OrganisationId... units) {
        return callOuts.call(who, matter, "EMERGENCY", "电杆倾斜，压着水管", List.of(units), 30, UUID.randomUUID());
    }

    private CallOut called() {
        return done(calls(cast.roadsHandler(), cast.water()));
    }

    private static CallOut done(CallAnswer answer) {
        return switch (answer) {
            case CallAnswer.Done(var call) -> call;
            case CallAnswer.Refused(var why) -> throw new AssertionError(why.toString());
        };
    }

    private CallAnswer arrives(SignedIn who, CallOut call) {
        return callOuts.arrive(who, call.id(), cast.water(), "两人到场", UUID.randomUUID());
    }

    private CallOut.Standing standing(CallOut call) {
        var now = callOuts.find(cast.coordinator(), call.id()).orElseThrow();
        return now.standing(now.called().getFirst(), java.time.OffsetDateTime.now(clock));
    }

    private static void refused(CallAnswer answer, CallRefusal why) {
        assertThat(answer).isEqualTo(new CallAnswer.Refused(why));
    }

    @Test
    void whoever_is_called_is_a_co_handler_and_its_arrival_stands_in_the_journal() {
        var call = called();
        assertThat(ledger.matter(cast.waterHandler(), matter).orElseThrow().assignment().coHandlers()).containsExactly(cast.water());
        clock.advance(java.time.Duration.ofMinutes(20));
        done(arrives(cast.waterHandler(), call));
        assertThat(standing(call)).isEqualTo(CallOut.Standing.IN_TIME);
        var lines = ledger.journalOf(cast.coordinator(), matter);
        assertThat(lines.getLast().entry()).isEqualTo(new Entry.CoHandlerArrived(cast.water(), "两人到场", call.calledSeq()));
        assertThat(ledger.matter(cast.coordinator(), matter).orElseThrow().watching().moments()).extracting(Moment::what)
                .endsWith(Happening.CO_HANDLER_CALLED, Happening.CO_HANDLER_ARRIVED);
    }

    private List<String> unread(SignedIn who) {
        return messages.page(who, Locale.CHINESE, Long.MAX_VALUE, 50).stream().filter(message -> !message.read()).map(Messages.Message::sentence)
                .filter(sentence -> sentence.contains("到场")).toList();
    }

    @Test
    void the_called_are_told_at_once_and_no_more_when_they_are_there() {
        var call = called();
        assertThat(unread(cast.waterHandler())).singleElement().asString().contains("吹哨，请于 03-02 09:30 前到场：路灯不亮");
        assertThat(unread(cast.roadsHandler())).isEmpty();
        done(arrives(cast.waterHandler(), call));
        assertThat(unread(cast.waterHandler())).isEmpty();
        clock.advance(java.time.Duration.ofMinutes(31));
        callOuts.tellLate();
        assertThat(unread(cast.roadsHandler())).isEmpty();
    }

    @Test
    void whoever_is_not_there_when_the_time_is_over_is_told_with_those_who_called_once() {
        var call = called();
        clock.advance(java.time.Duration.ofMinutes(30));
        callOuts.tellLate();
        assertThat(unread(cast.roadsHandler())).isEmpty();
        clock.advance(java.time.Duration.ofMinutes(1));
        callOuts.tellLate();
        callOuts.tellLate();
        assertThat(unread(cast.roadsHandler())).singleElement().asString().endsWith("未在 03-02 09:30 前到场");
        assertThat(unread(cast.coordinator())).hasSize(1);
        assertThat(unread(cast.waterHandler())).hasSize(2);
        done(callOuts.end(cast.roadsHandler(), call.id(), "水管已由别的队伍护住"));
        assertThat(unread(cast.roadsHandler())).isEmpty();
        assertThat(unread(cast.waterHandler())).isEmpty();
    }

    @Test
    void what_no_page_can_show_is_refused_and_never_breaks_the_page() {
        var call = called();
        refused(callOuts.arrive(cast.waterHandler(), call.id(), cast.water(), "到\0场", UUID.randomUUID()), new CallRefusal.HiddenCharacters("words"));
        refused(callOuts.end(cast.roadsHandler(), call.id(), "修\u202E好"), new CallRefusal.HiddenCharacters("result"));
        done(callOuts.end(cast.roadsHandler(), call.id(), "修好\n两处"));
        refused(callOuts.rate(cast.waterHandler(), call.id(), cast.water(), 4, "\0"), new CallRefusal.HiddenCharacters("words"));
    }

    @Test
    void to_the_minute_it_is_in_time_and_after_it_late_or_not_there() {
        var call = called();
        assertThat(standing(call)).isEqualTo(CallOut.Standing.CALLED);
        clock.advance(java.time.Duration.ofMinutes(30));
        assertThat(standing(call)).isEqualTo(CallOut.Standing.CALLED);
        clock.advance(java.time.Duration.ofMinutes(1));
        assertThat(standing(call)).isEqualTo(CallOut.Standing.NOT);
        done(arrives(cast.roadsHandler(), call));
        assertThat(standing(call)).isEqualTo(CallOut.Standing.LATE);
        assertThat(callOuts.find(cast.coordinator(), call.id()).orElseThrow().called().getFirst().byCaller()).isTrue();
        refused(arrives(cast.waterHandler(), call), new CallRefusal.ArrivedAlready(cast.water()));
    }

    @Test
    void whoever_is_still_on_the_way_when_the_call_ends_before_its_time_was_not_absent() {
        var call = called();
        clock.advance(java.time.Duration.ofMinutes(5));
        done(callOuts.end(cast.roadsHandler(), call.id(), "电杆已由路灯所扶正"));
        done(callOuts.end(cast.roadsHandler(), call.id(), "电杆已由路灯所扶正"));
        assertThat(ledger.journalOf(cast.coordinator(), matter)).extracting(line -> line.entry()).filteredOn(Entry.CallOutEnded.class::isInstance)
                .containsExactly(new Entry.CallOutEnded(List.of(cast.water()), "电杆已由路灯所扶正", call.calledSeq()));
        clock.advance(java.time.Duration.ofHours(1));
        assertThat(standing(call)).isEqualTo(CallOut.Standing.RELEASED);
        assertThat(callOuts.rates(cast.waterHandler()).getFirst()).isEqualTo(new CallRate(cast.water(), 1, 0, 0, 0, 1));
        assertThat(callOuts.list(cast.coordinator(), new CallFilter(cast.water(), CallOut.Standing.NOT))).isEmpty();
        assertThat(callOuts.list(cast.coordinator(), new CallFilter(cast.water(), CallOut.Standing.RELEASED))).hasSize(1);
    }

    private List<Moment> happened(Happening what) {
        return ledger.matter(cast.coordinator(), matter).orElseThrow().watching().moments().stream().filter(moment -> moment.what() == what).toList();
    }

    @Test
    void who_is_called_twice_has_two_entries_and_each_ends_by_itself() {
        var first = called();
        var second = called();
        assertThat(happened(Happening.CO_HANDLER_CALLED)).extracting(Moment::seq).containsExactly(first.calledSeq(), second.calledSeq());
        assertThat(ledger.journalOf(cast.coordinator(), matter).getLast().entry())
                .isEqualTo(new Entry.CoHandlersCalled(List.of(cast.water()), "电杆倾斜，压着水管", List.of(cast.water()), true));
        done(callOuts.end(cast.roadsHandler(), first.id(), "电杆已扶正"));
        assertThat(happened(Happening.CALL_OUT_OVER)).extracting(Moment::code).containsExactly(String.valueOf(first.calledSeq()));
        done(callOuts.end(cast.roadsHandler(), second.id(), "水管无损"));
        assertThat(ledger.journalOf(cast.coordinator(), matter)).extracting(line -> line.entry()).filteredOn(Entry.CallOutEnded.class::isInstance)
                .containsExactly(new Entry.CallOutEnded(List.of(cast.water()), "电杆已扶正", first.calledSeq()),
                        new Entry.CallOutEnded(List.of(cast.water()), "水管无损", second.calledSeq()));
    }

    @Test
    void both_sides_say_how_it_went_once_and_only_when_it_is_over() {
        var call = called();
        refused(callOuts.rate(cast.waterHandler(), call.id(), cast.water(), 4, null), new CallRefusal.NotEndedYet());
        refused(callOuts.end(cast.waterHandler(), call.id(), "修好"), new CallRefusal.NotYours());
        refused(callOuts.end(cast.roadsHandler(), call.id(), " "), new CallRefusal.Missing("result"));
        refused(callOuts.end(cast.roadsHandler(), call.id(), "\u200B"), new CallRefusal.Missing("result"));
        done(callOuts.end(cast.roadsHandler(), call.id(), "扶正电杆，水管无损"));
        refused(callOuts.end(cast.roadsHandler(), call.id(), "再说一次"), new CallRefusal.EndedAlready());
        refused(arrives(cast.waterHandler(), call), new CallRefusal.EndedAlready());
        refused(callOuts.rate(cast.roadsHandler(), call.id(), cast.water(), 6, null), new CallRefusal.GradeOutOfRange("grade"));
        refused(callOuts.rate(cast.approver(), call.id(), cast.water(), 3, null), new CallRefusal.NotYours());
        done(callOuts.rate(cast.roadsHandler(), call.id(), cast.water(), 2, "没有来"));
        var after = done(callOuts.rate(cast.waterHandler(), call.id(), cast.water(), 3, null));
        assertThat(after.called().getFirst().ofCalled()).isEqualTo(new CallOut.Rating(2, "没有来"));
        assertThat(after.called().getFirst().ofCaller()).isEqualTo(new CallOut.Rating(3, null));
        refused(callOuts.rate(cast.waterHandler(), call.id(), cast.water(), 5, null), new CallRefusal.RatedAlready());
        assertThat(ledger.journalOf(cast.coordinator(), matter)).extracting(line -> line.entry()).endsWith(
                new Entry.CallOutRated(cast.water(), false, 2, "没有来", call.calledSeq()),
                new Entry.CallOutRated(cast.water(), true, 3, null, call.calledSeq()));
    }

    @Test
    void only_the_lead_unit_and_the_office_call_and_only_what_makes_sense() {
        assertThat(calls(cast.waterHandler(), cast.water())).isInstanceOf(CallAnswer.Refused.class);
        refused(calls(cast.roadsHandler(), cast.roads()), new CallRefusal.CallsItself("units"));
        refused(calls(cast.roadsHandler(), new OrganisationId(Long.MAX_VALUE)), new CallRefusal.NoSuchUnit("units"));
        refused(calls(cast.roadsHandler()), new CallRefusal.Missing("units"));
        refused(callOuts.call(cast.roadsHandler(), matter, "PARTY", "x", List.of(cast.water()), 30, UUID.randomUUID()), new CallRefusal.NoSuchKind("kind"));
        refused(callOuts.call(cast.roadsHandler(), matter, "PRIORITY", "x", List.of(cast.water()), 0, UUID.randomUUID()),
                new CallRefusal.LimitOutOfRange("minutes", CallOuts.MINUTES_MAX));
        assertThat(callOuts.list(cast.coordinator(), CallFilter.ALL)).isEmpty();
        assertThat(ledger.matter(cast.coordinator(), matter).orElseThrow().assignment().coHandlers()).isEmpty();
        done(calls(cast.coordinator(), cast.water()));
        done(calls(cast.roadsHandler(), cast.water()));
    }

    @Test
    void the_same_form_twice_is_one_call() {
        var key = UUID.randomUUID();
        var one = done(callOuts.call(cast.roadsHandler(), matter, "PRIORITY", "x", List.of(cast.water()), 30, key));
        var again = done(callOuts.call(cast.roadsHandler(), matter, "PRIORITY", "x", List.of(cast.water()), 30, key));
        assertThat(again).isEqualTo(one);
        refused(callOuts.call(cast.roadsHandler(), matter, "PRIORITY", "另一件事", List.of(cast.water()), 30, key), new CallRefusal.KeyUsedBefore());
        refused(callOuts.call(cast.roadsHandler(), matter, "PRIORITY", "x", List.of(cast.water()), 60, key), new CallRefusal.KeyUsedBefore());
        refused(callOuts.call(cast.coordinator(), matter, "PRIORITY", "x", List.of(cast.water()), 30, key), new CallRefusal.KeyUsedBefore());
        assertThat(callOuts.list(cast.roadsHandler(), CallFilter.ALL)).hasSize(1);
    }

    @Test
    void every_number_of_a_unit_is_the_size_of_a_list_and_others_calls_stay_unseen() {
        done(arrives(cast.waterHandler(), called()));
        clock.advance(java.time.Duration.ofMinutes(1));
        var late = called();
        clock.advance(java.time.Duration.ofHours(1));
        done(arrives(cast.waterHandler(), late));
        called();
        clock.advance(java.time.Duration.ofHours(1));
        var rate = callOuts.rates(cast.waterHandler()).getFirst();
        assertThat(rate).isEqualTo(new CallRate(cast.water(), 3, 1, 1, 1, 0));
        for (var standing : List.of(CallOut.Standing.IN_TIME, CallOut.Standing.LATE, CallOut.Standing.NOT)) {
            assertThat(callOuts.list(cast.coordinator(), new CallFilter(cast.water(), standing))).as("%s", standing).hasSize(1);
        }
        var stranger = town.layOut();
        assertThat(callOuts.list(stranger.coordinator(), CallFilter.ALL)).isEmpty();
        var library = town.person(cast.tenant(), "图书员", town.unit(cast.tenant(), cast.hall(), "图书馆"), org.mingbai.directory.Role.HANDLER);
        assertThat(callOuts.list(library, CallFilter.ALL)).isEmpty();
        assertThat(callOuts.find(library, late.id())).isEmpty();
    }
}
