package org.mingbai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingbai.intake.VaultTest.done;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Role;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Matter;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.springframework.beans.factory.annotation.Autowired;

@MingbaiTest
class OpinionLettersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired OpinionLetters letters;
    @Autowired ClerkDesk desk;
    @Autowired Ledger ledger;
    @Autowired SmallTown town;
    @Autowired SettableClock clock;

    SmallTown.Cast cast;

    @BeforeEach
    void a_town_of_its_own() {
        clock.set(TODAY);
        cast = town.layOut();
    }

    @Test
    void one_form_is_a_letter_to_each_body_and_sent_again_it_is_the_same_letters() {
        var draft = draft("第一轮", "镇总工会", "水务站");
        var sent = done(letters.send(cast.coordinator(), draft));

        assertThat(sent).extracting(OpinionLetter::body).containsExactly("镇总工会", "水务站");
        assertThat(sent).extracting(OpinionLetter::bodyUnit).containsExactly(null, cast.water());
        assertThat(done(letters.send(cast.coordinator(), draft))).isEqualTo(sent);
        assertThat(letters.send(cast.coordinator(), new OpinionLetterDraft("另一轮", draft.bodies(), draft.subject(), draft.sentOn(), draft.dueOn(),
                draft.dueBasis(), draft.key()))).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.KeyUsedBefore()));
        assertThat(letters.page(cast.coordinator(), OpinionLetterFilter.all(), Long.MAX_VALUE, 10)).hasSize(2);
    }

    @Test
    void the_last_day_is_in_time_and_silence_is_neither_an_answer_nor_an_opinion() {
        var sent = done(letters.send(cast.coordinator(), draft("第一轮", "镇总工会", "镇妇联", "镇商会", "镇医院")));
        note(sent.get(0), new OpinionLetterAct.Reply(TODAY, 2));
        note(sent.get(1), new OpinionLetterAct.Reply(TODAY, 0));
        note(sent.get(3), new OpinionLetterAct.CallOff("发错了"));

        assertThat(letters.byRound(cast.coordinator())).containsExactly(new OpinionLetterFigure("第一轮", 3, 2, 1, 0, 1));
        assertThat(letters.byRound(cast.coordinator()).getFirst().rate()).as("what is still in time is not counted").contains(new BigDecimal("100.0"));
        clock.set(TODAY.plusDays(10));
        assertThat(letters.byRound(cast.coordinator()).getFirst().waiting()).isEqualTo(1);
        clock.set(TODAY.plusDays(11));
        var late = letters.byRound(cast.coordinator()).getFirst();
        assertThat(late).isEqualTo(new OpinionLetterFigure("第一轮", 3, 2, 1, 1, 0));
        assertThat(late.rate()).contains(new BigDecimal("66.7"));
        assertThat(late.counted()).isEqualTo(3);
        assertThat(letters.byBody(cast.coordinator())).filteredOn(it -> it.of().equals("镇医院")).singleElement()
                .satisfies(it -> assertThat(it.rate()).as("of nothing there is no rate").isEmpty());
    }

    @Test
    void each_figure_opens_as_many_letters_as_it_says() {
        var sent = done(letters.send(cast.coordinator(), draft("第一轮", "甲", "乙", "丙", "丁", "戊")));
        done(letters.send(cast.coordinator(), draft("第二轮", "甲")));
        note(sent.get(0), new OpinionLetterAct.Reply(TODAY, 2));
        note(sent.get(1), new OpinionLetterAct.Reply(TODAY, 0));
        note(sent.get(2), new OpinionLetterAct.CallOff("发错了"));
        clock.set(TODAY.plusDays(11));
        var figure = letters.byRound(cast.coordinator()).stream().filter(it -> it.of().equals("第一轮")).findFirst().orElseThrow();

        assertThat(Map.of("SENT", figure.sent(), "REPLIED", figure.replied(), "NONE", figure.none(), "OVERDUE", figure.overdue(), "WAITING",
                figure.waiting())).allSatisfy((which, number) -> assertThat(letters.page(cast.coordinator(),
                        new OpinionLetterFilter("第一轮", "", OpinionLetterFilter.Which.valueOf(which)), Long.MAX_VALUE, 10)).as(which).hasSize(number));
        assertThat(letters.page(cast.coordinator(), new OpinionLetterFilter("", "甲", OpinionLetterFilter.Which.ALL), Long.MAX_VALUE, 10)).hasSize(2);
    }

    @Test
    void what_the_reply_raises_is_a_matter_that_names_the_letter_and_is_listed_with_it() {
        var letter = done(letters.send(cast.coordinator(), draft("第一轮", "镇总工会"))).getFirst();
        var said = said("路灯所夜里不接电话", List.of());
        var matter = take(cast.coordinator(), said, letter);

        assertThat(matter.subject().source()).isEqualTo("征求意见函第 " + letter.no() + " 号");
        assertThat(matter.subject().channel()).isEqualTo("征求意见函");
        assertThat(letters.raised(cast.coordinator(), letter)).extracting(Matter::id).containsExactly(matter.id());
        assertThat(letters.of(cast.coordinator(), matter.id())).contains(letter);
        assertThat(letters.raisedBy(cast.coordinator(), false)).isEqualTo(Map.of("第一轮", 1));
        assertThat(take(cast.coordinator(), said, letter).id()).as("the same form again").isEqualTo(matter.id());
        assertThat(letters.raised(cast.coordinator(), letter)).hasSize(1);
    }

    @Test
    void a_letter_called_off_or_of_others_raises_nothing_and_nothing_is_half_written() {
        var letter = done(letters.send(cast.coordinator(), draft("第一轮", "镇总工会"))).getFirst();
        var no = VoiceAnswer.refused(new VoiceRefusal.NoSuchLetter(""));

        assertThat(desk.take(cast.roadsHandler(), "opinion-letter", said("甲", List.of()), false, new Then.ToTheOffice(),
                new ArisenFrom.Letter(letter.no()))).isEqualTo(no);
        note(letter, new OpinionLetterAct.CallOff("发错了"));
        assertThat(desk.take(cast.coordinator(), "opinion-letter", said("乙", List.of()), false, new Then.ToTheOffice(),
                new ArisenFrom.Letter(letter.no()))).isEqualTo(no);
        assertThat(desk.take(town.layOut().coordinator(), "opinion-letter", said("丙", List.of()), false, new Then.ToTheOffice(),
                new ArisenFrom.Letter(letter.no()))).as("another tenant").isEqualTo(no);
        assertThat(letters.raised(cast.coordinator(), letter)).isEmpty();
    }

    @Test
    void what_complains_of_a_unit_is_neither_listed_nor_counted_for_it() {
        var letter = done(letters.send(cast.coordinator(), draft("第一轮", "镇总工会"))).getFirst();
        take(cast.coordinator(), said("说的是大院", List.of(cast.hall())), letter);
        var hallAuditor = cast.auditor();

        assertThat(letters.letter(hallAuditor, letter.no())).isPresent();
        assertThat(letters.raised(hallAuditor, letter)).isEmpty();
        assertThat(letters.raised(hallAuditor, OpinionLetterFilter.all())).isEmpty();
        assertThat(letters.raisedBy(hallAuditor, true)).isEmpty();
    }

    @Test
    void another_unit_does_not_see_the_letters_and_who_only_sees_them_writes_nothing() {
        var letter = done(letters.send(cast.coordinator(), draft("第一轮", "水务站"))).getFirst();
        var roadsLeader = town.person(cast.tenant(), "所长", cast.roads(), Role.LEADER);
        var waterCoordinator = town.person(cast.tenant(), "站内协调", cast.water(), Role.COORDINATOR);
        var reply = new OpinionLetterAct.Reply(TODAY, 1);

        for (var other : List.of(roadsLeader, waterCoordinator, cast.roadsHandler(), town.layOut().coordinator())) {
            assertThat(letters.letter(other, letter.no())).isEmpty();
            assertThat(letters.page(other, OpinionLetterFilter.all(), Long.MAX_VALUE, 10)).isEmpty();
            assertThat(letters.byRound(other)).isEmpty();
            assertThat(letters.note(other, letter.no(), reply, UUID.randomUUID())).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchLetter("")));
        }
        assertThat(letters.letter(cast.leader(), letter.no())).isPresent();
        assertThat(letters.note(cast.leader(), letter.no(), reply, UUID.randomUUID())).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotYourLetters()));
        assertThat(letters.send(cast.leader(), draft("第二轮", "甲"))).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotYourLetters()));
    }

    @Test
    void a_reply_is_noted_once_and_a_wrong_one_is_struck_out_and_stays_in_what_happened() {
        var letter = done(letters.send(cast.coordinator(), draft("第一轮", "镇总工会"))).getFirst();
        var key = UUID.randomUUID();
        var reply = new OpinionLetterAct.Reply(TODAY, 3);
        var stands = VoiceAnswer.refused(new VoiceRefusal.LetterStandsOtherwise());

        assertThat(letters.note(cast.coordinator(), letter.no(), new OpinionLetterAct.StrikeReply("?"), UUID.randomUUID())).isEqualTo(stands);
        note(letter, new OpinionLetterAct.Remind(TODAY, "电话"));
        var replied = done(letters.note(cast.coordinator(), letter.no(), reply, key));
        assertThat(done(letters.note(cast.coordinator(), letter.no(), reply, key))).as("sent twice").isEqualTo(replied);
        assertThat(letters.note(cast.coordinator(), letter.no(), new OpinionLetterAct.Reply(TODAY, 4), key))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.KeyUsedBefore()));
        assertThat(letters.note(cast.coordinator(), letter.no(), reply, UUID.randomUUID())).isEqualTo(stands);
        assertThat(letters.note(cast.coordinator(), letter.no(), new OpinionLetterAct.CallOff("?"), UUID.randomUUID())).isEqualTo(stands);
        var waiting = note(letter, new OpinionLetterAct.StrikeReply("记错了函"));

        assertThat(waiting.standing(TODAY)).isEqualTo(OpinionLetter.Standing.WAITING);
        assertThat(waiting.opinions()).isNull();
        assertThat(waiting.reminders()).isEqualTo(1);
        assertThat(letters.events(cast.coordinator(), letter)).extracting(OpinionLetterEvent::kind).containsExactly(OpinionLetterEvent.Kind.REMINDED,
                OpinionLetterEvent.Kind.REPLIED, OpinionLetterEvent.Kind.REPLY_STRUCK);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            '',  甲,     问, 2026-03-02, 2026-03-12, 函,  Missing,          round
            轮,  '',     问, 2026-03-02, 2026-03-12, 函,  Missing,          bodies
            轮,  甲;甲,  问, 2026-03-02, 2026-03-12, 函,  BodyTwice,        bodies
            轮,  甲\u200b, 问, 2026-03-02, 2026-03-12, 函, HiddenCharacters, bodies
            轮,  甲,     '', 2026-03-02, 2026-03-12, 函,  Missing,          subject
            轮,  甲,     问, -,          2026-03-12, 函,  Missing,          sentOn
            轮,  甲,     问, 2026-03-03, 2026-03-12, 函,  NotYet,           sentOn
            轮,  甲,     问, 2026-03-02, -,          函,  Missing,          dueOn
            轮,  甲,     问, 2026-03-02, 2026-03-01, 函,  BeforeItWasSent,  dueOn
            轮,  甲,     问, 2026-03-02, 2026-03-12, '',  Missing,          dueBasis
            """)
    void a_letter_that_says_not_enough_is_refused_at_its_field(String round, String bodies, String subject, LocalDate sentOn, LocalDate dueOn, String basis,
            String why, String field) {
        var draft = new OpinionLetterDraft(round, Arrays.stream(bodies.split(";")).filter(it -> !it.isEmpty()).toList(), subject, sentOn, dueOn, basis,
                UUID.randomUUID());
        assertThat(letters.send(cast.coordinator(), draft)).isInstanceOfSatisfying(VoiceAnswer.Refused.class, refused -> {
            assertThat(refused.why().getClass().getSimpleName()).isEqualTo(why);
            assertThat(refused.why().field()).isEqualTo(field);
        });
        assertThat(letters.page(cast.coordinator(), OpinionLetterFilter.all(), Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void a_day_before_the_letter_or_to_come_and_a_count_that_is_none_are_refused() {
        var letter = done(letters.send(cast.coordinator(), draft("第一轮", "镇总工会"))).getFirst();

        assertThat(refusal(letter, new OpinionLetterAct.Reply(TODAY.minusDays(1), 1))).isEqualTo(new VoiceRefusal.BeforeItWasSent("repliedOn"));
        assertThat(refusal(letter, new OpinionLetterAct.Reply(TODAY.plusDays(1), 1))).isEqualTo(new VoiceRefusal.NotYet("repliedOn"));
        assertThat(refusal(letter, new OpinionLetterAct.Reply(null, 1))).isEqualTo(new VoiceRefusal.Missing("repliedOn"));
        assertThat(refusal(letter, new OpinionLetterAct.Reply(TODAY, null))).isEqualTo(new VoiceRefusal.NotACount("opinions", 999));
        assertThat(refusal(letter, new OpinionLetterAct.Remind(TODAY, " "))).isEqualTo(new VoiceRefusal.Missing("how"));
        assertThat(refusal(letter, new OpinionLetterAct.CallOff(""))).isEqualTo(new VoiceRefusal.Missing("calledOffWhy"));
        assertThat(letters.events(cast.coordinator(), letter)).isEmpty();
    }

    private VoiceRefusal refusal(OpinionLetter letter, OpinionLetterAct act) {
        return ((VoiceAnswer.Refused<OpinionLetter>) letters.note(cast.coordinator(), letter.no(), act, UUID.randomUUID())).why();
    }

    private OpinionLetter note(OpinionLetter letter, OpinionLetterAct act) {
        return done(letters.note(cast.coordinator(), letter.no(), act, UUID.randomUUID()));
    }

    private Matter take(SignedIn who, Submission said, OpinionLetter letter) {
        return done(desk.take(who, "opinion-letter", said, false, new Then.ToTheOffice(), new ArisenFrom.Letter(letter.no()))).matter();
    }

    private static Submission said(String text, List<OrganisationId> about) {
        return new Submission("problem", Subject.of(text, text + "。").about(about), null, false, false, "zh", List.of(), UUID.randomUUID());
    }

    private static OpinionLetterDraft draft(String round, String... bodies) {
        return new OpinionLetterDraft(round, List.of(bodies), "对便民服务的意见", TODAY, TODAY.plusDays(10), "函中写明", UUID.randomUUID());
    }
}
