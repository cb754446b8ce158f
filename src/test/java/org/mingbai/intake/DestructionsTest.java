package org.mingbai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingbai.intake.VaultTest.done;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.Role;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.telling.Messages;
import org.mingbai.intake.RightsRequest.Outcome;
import org.mingbai.intake.RightsRequest.Wish;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MingbaiTest
class DestructionsTest {

    private static final LocalDate LONG_AFTER = LocalDate.of(2029, 3, 2);
    private static final String REASON = "保存期限已届满（《个人信息保护法》第四十七条）";

    @Autowired Destructions destructions;
    @Autowired DestructionsDue due;
    @Autowired Messages messages;
    @Autowired RightsRequests requests;
    @Autowired Receiving receiving;
    @Autowired Vault vault;
    @Autowired Voices voices;
    @Autowired Ledger ledger;
    @Autowired SmallTown town;
    @Autowired JdbcClient db;
    @Autowired SettableClock clock;

    private SmallTown.Cast cast;

    @BeforeEach
    void a_town_of_its_own() {
        clock.set(LocalDate.of(2026, 3, 2));
        cast = town.layOut();
    }

    @Test
    void one_person_proposes_another_destroys_and_every_step_is_in_the_log() {
        var receipt = ended();
        clock.set(LONG_AFTER);
        assertThat(destructions.overdue(cast.coordinator())).singleElement().satisfies(it -> assertThat(it.hindrance()).isEmpty());
        assertThat(propose(receipt.matter())).isEqualTo(VoiceAnswer.done(1));
        assertThat(destructions.overdue(cast.coordinator())).isEmpty();
        long no = destructions.waiting(cast.approver()).getFirst().no();

        assertThat(destructions.carryOut(cast.coordinator(), no)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.ProposedByYou()));
        assertThat(destructions.refuse(cast.coordinator(), no, "再留一阵")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.ProposedByYou()));
        assertThat(done(destructions.carryOut(cast.approver(), no)).outcome()).isEqualTo(Destruction.Outcome.DESTROYED);

        assertThat(vault.reveal(cast.coordinator(), receipt.matter(), 1, "回访", UUID.randomUUID())).isInstanceOf(VoiceAnswer.Refused.class);
        assertThat(voices.of(cast.coordinator(), receipt.matter())).singleElement().satisfies(it -> assertThat(it.masked()).isEqualTo(MaskedIdentity.NOTHING));
        assertThat(ledger.journalOf(cast.coordinator(), receipt.matter())).last()
                .satisfies(line -> assertThat(line.entry()).isEqualTo(new Entry.IdentityDestroyed(1, REASON)));
        assertThat(acts()).containsSubsequence(VaultAct.DESTROYED, VaultAct.DESTRUCTION_PROPOSED);
        assertThat(destructions.waiting(cast.approver())).isEmpty();
        assertThat(destructions.decided(cast.approver(), 10)).extracting(Destruction::no).containsExactly(no);
        assertThat(done(destructions.carryOut(cast.approver(), no)).no()).as("pressed twice").isEqualTo(no);
        assertThat(destructions.refuse(cast.approver(), no, "晚了")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.DecidedAlready()));
    }

    @Test
    void who_is_to_be_kept_after_all_stays_and_can_be_proposed_again() {
        var receipt = ended();
        clock.set(LONG_AFTER);
        done(propose(receipt.matter()));
        long no = destructions.waiting(cast.approver()).getFirst().no();
        assertThat(destructions.refuse(cast.approver(), no, " ")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("decision")));
        assertThat(destructions.refuse(cast.approver(), no, "\u3164\u2800")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("decision")));
        assertThat(destructions.refuse(cast.approver(), no, "张守一还在打官司")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.PurposeNamesReporter("decision")));
        assertThat(done(destructions.refuse(cast.approver(), no, "诉讼中，需要留存")).decision()).isEqualTo("诉讼中，需要留存");

        assertThat(destructions.overdue(cast.coordinator())).hasSize(1);
        assertThat(acts()).contains(VaultAct.DESTRUCTION_REFUSED).doesNotContain(VaultAct.DESTROYED);
        done(propose(receipt.matter()));
        assertThat(destructions.waiting(cast.approver())).hasSize(1);
    }

    @Test
    void without_its_key_nothing_is_written_that_might_name_the_reporter() {
        var proposed = ended();
        var receipt = ended();
        clock.set(LONG_AFTER);
        done(propose(proposed.matter()));
        long no = destructions.waiting(cast.approver()).getFirst().no();
        db.sql("insert into intake.vault_key (tenant, key, first_used) values (:tenant, 'lost', now())").param("tenant", cast.tenant().value()).update();
        db.sql("update intake.reporter set key = 'lost' where tenant = :tenant").param("tenant", cast.tenant().value()).update();

        assertThat(propose(receipt.matter())).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.KeysMissing()));
        assertThat(destructions.refuse(cast.approver(), no, "张守一还在打官司")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.KeysMissing()));
        assertThat(destructions.carryOut(cast.approver(), no)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.KeysMissing()));
        assertThat(destructions.waiting(cast.approver())).hasSize(1);
    }

    @Test
    void what_stands_against_it_is_said_and_nothing_is_proposed() {
        var early = ended();
        assertThat(propose(early.matter())).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotOverdue()));
        var open = raise();
        var asking = ended();
        clock.set(LONG_AFTER);
        assertThat(propose(open.matter())).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.MatterOpen()));
        done(requests.ask(cast.tenant(), asking.code(), new RightsRequests.Asked(Wish.ACCESS, "", null, UUID.randomUUID())));
        assertThat(propose(asking.matter())).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.RequestOpen()));
        assertThat(destructions.overdue(cast.coordinator())).filteredOn(it -> it.hindrance().isEmpty()).extracting(it -> it.voice().matter())
                .containsExactly(early.matter());

        assertThat(destructions.propose(cast.coordinator(), Set.of(), REASON)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("chosen")));
        assertThat(destructions.propose(cast.coordinator(), which(early.matter()), "")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("reason")));
        assertThat(destructions.propose(cast.coordinator(), which(early.matter()), "太久了")).isEqualTo(
                VoiceAnswer.refused(new VoiceRefusal.NoLawNamed("reason")));
        assertThat(destructions.propose(cast.coordinator(), which(early.matter()), "长".repeat(501)))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.TooLong("reason", 500)));
        assertThat(destructions.propose(cast.coordinator(), which(early.matter()), "张守一的，" + REASON)).isEqualTo(
                VoiceAnswer.refused(new VoiceRefusal.PurposeNamesReporter("reason")));
        var one = new Destructions.Which(early.matter(), 1);
        assertThat(destructions.propose(cast.coordinator(), Set.of(one, new Destructions.Which(open.matter(), 1)), REASON)).as("all or none")
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.MatterOpen()));
        assertThat(destructions.waiting(cast.approver())).isEmpty();
        done(propose(early.matter()));
        assertThat(propose(early.matter())).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.ProposedAlready()));
    }

    @Test
    void where_one_of_several_cannot_be_proposed_nobody_is_told_whether_a_name_was_the_right_one() {
        var early = ended();
        var open = raise();
        clock.set(LONG_AFTER);
        for (var name : List.of("张守一", "王五一")) {
            assertThat(destructions.propose(cast.coordinator(), Set.of(new Destructions.Which(early.matter(), 1), new Destructions.Which(open.matter(), 1)),
                    name + "的，" + REASON)).as(name).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.MatterOpen()));
        }
        assertThat(acts()).isEmpty();
        assertThat(destructions.propose(cast.coordinator(), which(early.matter()), "张守一的，" + REASON))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.PurposeNamesReporter("reason")));
        assertThat(acts()).containsExactly(VaultAct.REFUSED);
        assertThat(destructions.waiting(cast.approver())).isEmpty();
    }

    @Test
    void what_came_up_since_it_was_proposed_stands_against_it_too() {
        var asking = ended();
        var stored = ended();
        clock.set(LONG_AFTER);
        done(destructions.propose(cast.coordinator(), Set.of(new Destructions.Which(asking.matter(), 1), new Destructions.Which(stored.matter(), 1)), REASON));
        done(requests.ask(cast.tenant(), asking.code(), new RightsRequests.Asked(Wish.COPY, "", null, UUID.randomUUID())));
        done(requests.ask(cast.tenant(), stored.code(), new RightsRequests.Asked(Wish.DELETION, "", null, UUID.randomUUID())));
        long deletion = requests.waiting(cast.approver()).stream().filter(it -> it.wish() == Wish.DELETION).findFirst().orElseThrow().no();
        done(requests.decide(cast.approver(), deletion, Outcome.STORED_ONLY, "案件未结", "《信访工作条例》第三十条"));

        assertThat(destructions.carryOut(cast.approver(), waiting(asking.matter()))).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.RequestOpen()));
        assertThat(destructions.carryOut(cast.approver(), waiting(stored.matter()))).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.OnlyStored()));
        assertThat(destructions.waiting(cast.approver())).hasSize(2);
    }

    @Test
    void nobody_else_sees_proposes_or_decides() {
        var receipt = ended();
        clock.set(LONG_AFTER);
        for (var who : List.of(cast.roadsHandler(), cast.checker(), cast.leader(), cast.auditor(), cast.verdictTaker(), cast.administrator())) {
            assertThat(destructions.overdue(who)).isEmpty();
            assertThat(destructions.propose(who, which(receipt.matter()), REASON)).isInstanceOf(VoiceAnswer.Refused.class);
        }
        assertThat(destructions.propose(town.layOut().coordinator(), which(receipt.matter()), REASON))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchVoice()));
        done(propose(receipt.matter()));
        long no = waiting(receipt.matter());
        for (var who : List.of(cast.roadsHandler(), cast.checker(), cast.auditor(), cast.administrator(), town.layOut().approver())) {
            assertThat(destructions.waiting(who)).isEmpty();
            assertThat(destructions.carryOut(who, no)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchDestruction()));
            assertThat(destructions.refuse(who, no, "不")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchDestruction()));
        }
        assertThat(acts()).doesNotContain(VaultAct.DESTROYED);
    }

    @Test
    void two_who_propose_at_once_leave_one_proposal() throws Exception {
        var receipt = ended();
        clock.set(LONG_AFTER);
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(List.<Callable<VoiceAnswer<Integer>>>of(
                    () -> destructions.propose(cast.coordinator(), which(receipt.matter()), REASON),
                    () -> destructions.propose(cast.approver(), which(receipt.matter()), REASON)));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                    .containsExactlyInAnyOrder(VoiceAnswer.done(1), VoiceAnswer.refused(new VoiceRefusal.ProposedAlready()));
        }
        assertThat(destructions.waiting(cast.approver())).hasSize(1);
    }

    @Test
    void two_who_decide_at_once_decide_once() throws Exception {
        var receipt = ended();
        clock.set(LONG_AFTER);
        done(propose(receipt.matter()));
        long no = waiting(receipt.matter());
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(List.<Callable<VoiceAnswer<Destruction>>>of(() -> destructions.carryOut(cast.approver(), no),
                    () -> destructions.refuse(cast.approver(), no, "诉讼中，需要留存")));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).filteredOn(VoiceAnswer.Done.class::isInstance).hasSize(1);
        }
        assertThat(destructions.decided(cast.approver(), 10)).hasSize(1);
    }

    @Test
    void who_may_propose_or_decide_is_told_once_a_week_while_there_is_something_to_do() {
        var receipt = ended();
        due.look(cast.tenant());
        assertThat(told(cast.coordinator())).isEmpty();
        clock.set(LONG_AFTER);
        due.look(cast.tenant());
        due.look(cast.tenant());
        assertThat(told(cast.coordinator())).singleElement().asString().contains("可以提请销毁的提出人资料 1 份");
        assertThat(told(cast.roadsHandler())).isEmpty();
        assertThat(told(cast.auditor())).isEmpty();

        done(propose(receipt.matter()));
        clock.advance(Duration.ofDays(7));
        due.look(cast.tenant());
        assertThat(told(cast.coordinator())).as("nothing for who proposed it").hasSize(1);
        assertThat(told(cast.approver())).anySatisfy(it -> assertThat(it).contains("等您复核的 1 份"));

        done(destructions.carryOut(cast.approver(), waiting(receipt.matter())));
        due.look(cast.tenant());
        assertThat(messages.page(cast.approver(), Locale.CHINESE, Long.MAX_VALUE, 50)).as("there is nothing left to do").allMatch(Messages.Message::read);
    }

    @Test
    void a_hundred_against_which_something_stands_hide_none_of_the_others() {
        for (int n = 0; n < 101; n++) {
            raise();
        }
        clock.advance(Duration.ofDays(1));
        var receipt = ended();
        clock.set(LONG_AFTER.plusDays(1));
        assertThat(destructions.overdue(cast.coordinator())).hasSize(101).filteredOn(it -> it.hindrance().isEmpty())
                .singleElement().satisfies(it -> assertThat(it.voice().matter()).isEqualTo(receipt.matter()));
        due.look(cast.tenant());
        assertThat(told(cast.coordinator())).singleElement().asString().contains("1 份");
    }

    /// What the office led itself is decided on above it.
    @Test
    void the_superiors_of_an_office_are_told_what_is_theirs_to_decide() {
        var above = town.person(cast.tenant(), "镇领导", cast.hall(), Role.APPROVER);
        var receipt = raise();
        does(cast.coordinator(), receipt.matter(), new Act.PutOnList("属实"));
        does(cast.coordinator(), receipt.matter(), new Act.Assign(new Assignment(cast.office(), "主任", List.of(), List.of(),
                Deadline.by(clock.today().plusDays(20)), null)));
        does(above, receipt.matter(), new Act.Withdraw("反映人撤回。"));
        clock.set(LONG_AFTER);
        done(propose(receipt.matter()));
        due.look(cast.tenant());
        assertThat(told(above)).singleElement().asString().contains("等您复核的 1 份");
    }

    private void does(SignedIn who, MatterId matter, Act act) {
        assertThat(ledger.act(who, matter, act, UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);
    }

    private List<String> told(SignedIn who) {
        return messages.page(who, Locale.CHINESE, Long.MAX_VALUE, 50).stream().map(Messages.Message::sentence).filter(it -> it.contains("销毁")).toList();
    }

    private long waiting(MatterId matter) {
        return destructions.waiting(cast.approver()).stream().filter(it -> it.matter().equals(matter)).findFirst().orElseThrow().no();
    }

    private VoiceAnswer<Integer> propose(MatterId matter) {
        return destructions.propose(cast.coordinator(), which(matter), REASON);
    }

    private static Set<Destructions.Which> which(MatterId matter) {
        return Set.of(new Destructions.Which(matter, 1));
    }

    private List<VaultAct> acts() {
        return vault.log(cast.auditor(), Optional.empty(), 100).stream().map(VaultLine::act).toList();
    }

    private Receipt ended() {
        var receipt = raise();
        assertThat(ledger.act(cast.coordinator(), receipt.matter(), new Act.Decline("不在本镇辖区。", "已告知所在地的受理电话。"), UUID.randomUUID(), null))
                .isInstanceOf(Answer.Done.class);
        return receipt;
    }

    private Receipt raise() {
        var subject = new Subject("路灯不亮", "中山路路灯不亮", null, null, "网络", null, null, null, null, Map.of());
        return done(receiving.receive(cast.tenant(), new Submission("rectification", subject, Identity.of("张守一", "13812345678"), false, false, "zh",
                List.of(), UUID.randomUUID())));
    }
}
