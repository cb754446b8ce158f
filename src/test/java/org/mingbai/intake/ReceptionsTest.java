package org.mingbai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingbai.intake.VaultTest.done;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.OrganisationId;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.springframework.beans.factory.annotation.Autowired;

@MingbaiTest
class ReceptionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate DAY = TODAY.plusDays(3);
    private static final LocalTime NINE = LocalTime.of(9, 0);

    @Autowired Receptions receptions;
    @Autowired Receiving receiving;
    @Autowired Following following;
    @Autowired Ledger ledger;
    @Autowired SmallTown town;
    @Autowired SettableClock clock;

    private SmallTown.Cast cast;

    @BeforeEach
    void a_town_of_its_own() {
        clock.set(TODAY);
        cast = town.layOut();
    }

    @Test
    void what_is_arranged_is_booked_with_the_receipt_and_what_was_said_stands_in_the_journal() {
        var day = done(receptions.announce(cast.coordinator(), draft()));
        assertThat(receptions.open(cast.tenant())).extracting(Receptions.Free::slot).containsExactly(NINE, LocalTime.of(9, 20), LocalTime.of(9, 40));
        var receipt = raise(List.of());
        var own = done(receptions.book(cast.tenant(), receipt.code(), day.no(), NINE));
        assertThat(own.booked()).singleElement().satisfies(it -> assertThat(it.booking().isOpen()).isTrue());
        assertThat(done(receptions.book(cast.tenant(), receipt.code(), day.no(), NINE)).booked()).as("pressed twice").hasSize(1);
        assertThat(receptions.book(cast.tenant(), receipt.code(), day.no(), LocalTime.of(9, 20)))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.BookedAlready()));
        assertThat(receptions.open(cast.tenant())).extracting(Receptions.Free::slot).doesNotContain(NINE);

        var booking = receptions.guests(cast.coordinator(), day).getFirst().booking();
        assertThat(receptions.record(cast.coordinator(), booking.no(), true, "先修灯杆")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotYet("came")));
        clock.set(DAY);
        assertThat(receptions.record(cast.coordinator(), booking.no(), null, "")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("came")));
        for (var nothing : List.of(" ", "\u200B", "\u3164")) {
            assertThat(receptions.record(cast.coordinator(), booking.no(), true, nothing)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("words")));
        }
        done(receptions.record(cast.coordinator(), booking.no(), true, "先修灯杆"));
        done(receptions.record(cast.coordinator(), booking.no(), true, "先修灯杆"));
        assertThat(receptions.record(cast.coordinator(), booking.no(), false, "")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.RecordedAlready()));

        assertThat(ledger.journalOf(cast.coordinator(), receipt.matter()).stream().map(line -> line.entry()).filter(Entry.Noted.class::isInstance).toList())
                .singleElement().satisfies(it -> assertThat(it.toString()).contains("镇长 韩立夏", "先修灯杆"));
        assertThat(done(receptions.own(cast.tenant(), receipt.code())).booked().getFirst().booking().came()).isTrue();
    }

    @Test
    void who_is_quicker_has_the_last_place_and_the_other_is_told() throws Exception {
        var day = done(receptions.announce(cast.coordinator(), draft()));
        var codes = new ArrayList<String>();
        for (int at = 0; at < 4; at++) {
            codes.add(raise(List.of()).code());
        }
        try (var all = Executors.newFixedThreadPool(4)) {
            var answers = all.invokeAll(codes.stream().<Callable<VoiceAnswer<Receptions.Own>>>map(code ->
                    () -> receptions.book(cast.tenant(), code, day.no(), NINE)).toList());
            int booked = 0;
            for (var answer : answers) {
                if (answer.get() instanceof VoiceAnswer.Refused<Receptions.Own>(var why)) {
                    assertThat(why).isEqualTo(new VoiceRefusal.SlotTaken("slot"));
                } else {
                    booked++;
                }
            }
            assertThat(booked).isEqualTo(1);
        }
        assertThat(receptions.guests(cast.coordinator(), day)).hasSize(1);
    }

    @Test
    void a_booking_called_off_leaves_its_place_and_a_day_called_off_says_why() {
        var day = done(receptions.announce(cast.coordinator(), draft()));
        var first = raise(List.of());
        var second = raise(List.of());
        done(receptions.book(cast.tenant(), first.code(), day.no(), NINE));
        done(receptions.cancel(cast.tenant(), first.code()));
        done(receptions.cancel(cast.tenant(), first.code()));
        done(receptions.book(cast.tenant(), second.code(), day.no(), NINE));
        assertThat(receptions.callOff(cast.coordinator(), day.no(), "")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("why")));
        done(receptions.callOff(cast.coordinator(), day.no(), "防汛会议"));
        done(receptions.callOff(cast.coordinator(), day.no(), "防汛会议"));
        assertThat(receptions.callOff(cast.coordinator(), day.no(), "别的")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.CalledOffAlready()));

        assertThat(done(receptions.own(cast.tenant(), second.code())).booked()).singleElement()
                .satisfies(it -> assertThat(it.day().calledOff()).isEqualTo("防汛会议"));
        assertThat(receptions.open(cast.tenant())).isEmpty();
        assertThat(receptions.book(cast.tenant(), second.code(), day.no(), NINE)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.SlotTaken("slot")));
        done(receptions.announce(cast.coordinator(), draft()));
    }

    @Test
    void the_counter_books_after_the_last_day_to_book_and_nobody_what_has_begun() {
        var day = done(receptions.announce(cast.coordinator(), draft()));
        var receipt = raise(List.of());
        clock.set(LocalDateTime.of(DAY, LocalTime.of(8, 0)));
        assertThat(receptions.open(cast.tenant())).isEmpty();
        assertThat(receptions.book(cast.tenant(), receipt.code(), day.no(), NINE)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.SlotTaken("slot")));
        done(receptions.book(cast.coordinator(), receipt.matter(), 1, day.no(), NINE));
        clock.set(LocalDateTime.of(DAY, LocalTime.of(9, 30)));
        assertThat(receptions.cancel(cast.tenant(), receipt.code())).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.ReceptionBegun()));
        var late = raise(List.of());
        assertThat(receptions.book(cast.coordinator(), late.matter(), 1, day.no(), NINE)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.SlotTaken("slot")));
        assertThat(receptions.book(cast.coordinator(), late.matter(), 1, day.no(), null)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("slot")));
        done(receptions.book(cast.coordinator(), late.matter(), 1, day.no(), LocalTime.of(9, 40)));
        var booking = receptions.guests(cast.coordinator(), day).getFirst().booking();
        done(receptions.record(cast.coordinator(), booking.no(), false, ""));
        assertThat(receptions.callOff(cast.coordinator(), day.no(), "晚了")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.ReceptionBegun()));
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_arranges_nothing() {
        var good = draft();
        for (var wrong : Map.<Receptions.Draft, VoiceRefusal>of(
                with(null, NINE, LocalTime.of(10, 0), 20, 1), new VoiceRefusal.Missing("day"),
                with(DAY, null, LocalTime.of(10, 0), 20, 1), new VoiceRefusal.NotATime("starts"),
                with(DAY, NINE, null, 20, 1), new VoiceRefusal.NotATime("ends"),
                with(TODAY.minusDays(1), NINE, LocalTime.of(10, 0), 20, 1), new VoiceRefusal.NotToCome("day", 365),
                with(TODAY.plusDays(366), NINE, LocalTime.of(10, 0), 20, 1), new VoiceRefusal.NotToCome("day", 365),
                with(DAY, NINE, NINE, 20, 1), new VoiceRefusal.OverBefore("ends"),
                with(DAY, NINE, LocalTime.of(9, 10), 20, 1), new VoiceRefusal.NoSlot("slotMinutes", 5, 240),
                with(DAY, NINE, LocalTime.of(10, 0), 4, 1), new VoiceRefusal.NoSlot("slotMinutes", 5, 240),
                with(DAY, NINE, LocalTime.of(10, 0), 20, 21), new VoiceRefusal.NotACount("perSlot", 20)).entrySet()) {
            assertThat(receptions.announce(cast.coordinator(), wrong.getKey())).isEqualTo(VoiceAnswer.refused(wrong.getValue()));
        }
        assertThat(receptions.announce(cast.coordinator(), new Receptions.Draft(DAY, NINE, LocalTime.of(10, 0), 20, 1, "", "镇长", "", null,
                UUID.randomUUID()))).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("place")));
        assertThat(receptions.announce(cast.coordinator(), new Receptions.Draft(DAY, NINE, LocalTime.of(10, 0), 20, 1, "楼", "镇长", "", DAY.plusDays(1),
                UUID.randomUUID()))).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.OverBefore("bookUntil")));
        assertThat(receptions.coming(cast.coordinator())).isEmpty();

        assertThat(done(receptions.announce(cast.coordinator(), good))).isEqualTo(done(receptions.announce(cast.coordinator(), good)));
        assertThat(receptions.announce(cast.coordinator(), draft())).as("at the same time").isEqualTo(
                VoiceAnswer.refused(new VoiceRefusal.ReceivesElsewhere("receiver")));
        assertThat(receptions.coming(cast.coordinator())).hasSize(1);
    }

    @Test
    void who_has_nothing_to_do_with_it_neither_arranges_sees_nor_books() {
        for (var who : List.of(cast.roadsHandler(), cast.checker(), cast.auditor(), cast.verdictTaker(), cast.administrator())) {
            assertThat(receptions.announce(who, draft())).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotYours()));
        }
        var day = done(receptions.announce(cast.coordinator(), draft()));
        var about = raise(List.of(cast.office()));
        assertThat(done(receptions.own(cast.tenant(), about.code())).free()).as("not before those it complains of").isEmpty();
        assertThat(receptions.book(cast.tenant(), about.code(), day.no(), NINE)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.SlotTaken("slot")));
        var later = raise(List.of());
        done(receptions.book(cast.tenant(), later.code(), day.no(), NINE));
        var booking = receptions.guests(cast.coordinator(), day).getFirst().booking();
        assertThat(ledger.act(cast.coordinator(), later.matter(), new Act.NameConcerned(List.of(cast.office()), "反映的是督查室"), UUID.randomUUID(), null))
                .isInstanceOf(Answer.Done.class);
        assertThat(receptions.guests(cast.coordinator(), day)).as("that somebody comes to complain of the office is kept from it").isEmpty();
        assertThat(receptions.record(cast.coordinator(), booking.no(), true, "好")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchReception()));
        var other = town.layOut();
        assertThat(receptions.coming(other.coordinator())).isEmpty();
        assertThat(receptions.day(other.coordinator(), day.no())).isEmpty();
        assertThat(receptions.callOff(other.coordinator(), day.no(), "好")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchReception()));
        assertThat(receptions.own(other.tenant(), about.code())).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchReceipt()));
        assertThat(receptions.book(other.tenant(), about.code(), day.no(), NINE)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchReceipt()));
        assertThat(receptions.own(cast.waterHandler(), about.matter(), 1)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchVoice()));
        var handled = raise(List.of());
        assign(handled);
        done(receptions.book(cast.tenant(), handled.code(), day.no(), LocalTime.of(9, 40)));
        assertThat(receptions.cancel(cast.roadsHandler(), handled.matter(), 1)).as("whoever handles it would rather not be talked of")
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchVoice()));
        var taken = raise(List.of());
        done(following.withdraw(cast.tenant(), taken.code(), "不用了", UUID.randomUUID()));
        assertThat(receptions.book(cast.tenant(), taken.code(), day.no(), LocalTime.of(9, 20)))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.WithdrawnAlready()));
    }

    @Test
    void who_was_joined_to_another_reads_their_own_words_and_not_the_others() {
        var first = raise(List.of());
        var second = done(receiving.receive(cast.tenant(), new Submission("rectification", new Subject("巷口太黑", "巷口太黑", null, null, "网络", null, null,
                null, null, Map.of()), null, true, false, "zh", List.of(), UUID.randomUUID())));
        assertThat(ledger.act(cast.coordinator(), second.matter(), new Act.Merge(first.matter(), "同一盏灯"), UUID.randomUUID(), null))
                .isInstanceOf(Answer.Done.class);
        assertThat(done(receptions.own(cast.tenant(), second.code())).title()).isEqualTo("巷口太黑");
    }

    private void assign(Receipt receipt) {
        var to = new Assignment(cast.roads(), null, List.of(), List.of(), Deadline.by(TODAY.plusDays(20)), null);
        for (var act : List.of(new Act.PutOnList(null), new Act.Assign(to))) {
            assertThat(ledger.act(cast.coordinator(), receipt.matter(), act, UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);
        }
    }

    private static Receptions.Draft draft() {
        return with(DAY, NINE, LocalTime.of(10, 0), 20, 1);
    }

    private static Receptions.Draft with(LocalDate day, LocalTime starts, LocalTime ends, int minutes, int perSlot) {
        return new Receptions.Draft(day, starts, ends, minutes, perSlot, "镇政府一楼接待室", "镇长 韩立夏", "", null, UUID.randomUUID());
    }

    private Receipt raise(List<OrganisationId> about) {
        var subject = new Subject("路灯不亮", "中山路路灯不亮", null, null, "网络", null, null, null, null, Map.of()).about(about);
        return done(receiving.receive(cast.tenant(), new Submission("rectification", subject, Identity.of("张守一", "13812345678"), false, false, "zh",
                List.of(), UUID.randomUUID())));
    }
}
