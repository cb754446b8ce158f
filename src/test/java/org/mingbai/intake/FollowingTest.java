package org.mingbai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingbai.intake.VaultTest.done;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.Access;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.Portal;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Evidence;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.Measure;
import org.mingbai.ledger.Outcome;
import org.mingbai.ledger.Refusal;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.StageName;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.store.Replay;
import org.mingbai.library.StoredFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@MingbaiTest
class FollowingTest {

    @Autowired Following following;
    @Autowired Receiving receiving;
    @Autowired Voices voices;
    @Autowired Vault vault;
    @Autowired Portal portal;
    @Autowired Ledger ledger;
    @Autowired Replay replay;
    @Autowired SmallTown town;
    @Autowired SettableClock clock;
    @Autowired JdbcTemplate db;

    SmallTown.Cast cast;

    @BeforeEach
    void a_town_of_its_own() {
        clock.set(LocalDate.of(2026, 3, 2));
        cast = town.layOut();
    }

    @Test
    void whoever_raises_something_gets_a_code_that_tells_what_became_of_it() {
        var receipt = raise("路灯不亮");
        assertThat(receipt.code()).matches("([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}");
        atRoads(receipt.matter());

        var told = follow(receipt.code());
        assertThat(told.title()).isEqualTo("路灯不亮");
        assertThat(told.stage()).isEqualTo(StageName.ASSIGNED);
        assertThat(told.unit()).isEqualTo("路灯所");
        assertThat(told.byWhen()).isEqualTo(clock.today().plusDays(20));
        assertThat(told.story()).extracting(Told::what).containsExactly(Told.What.RECEIVED, Told.What.ACCEPTED, Told.What.HANDED_OVER);
    }

    @Test
    void a_code_is_read_as_people_copy_it_and_kept_only_as_its_hash() {
        var code = raise("路灯不亮").code();

        assertThat(follow(code.toLowerCase().replace('0', 'o').replace('1', 'l').replace("-", " ")))
                .usingRecursiveComparison().ignoringFields("sealed").isEqualTo(follow(code));
        assertThat(db.queryForList("select t::text from intake.voice t where tenant = ?", String.class, cast.tenant().value()))
                .hasSize(1).noneMatch(row -> row.contains(code) || row.contains(code.replace("-", "")));
        assertThat(new Receipt(code, new MatterId(1), 1, java.time.OffsetDateTime.MIN, false).toString()).doesNotContain(code);
    }

    @Test
    void the_story_holds_no_internal_note_no_persons_name_and_no_other_reporters_words() {
        var receipt = raise("路灯不亮");
        var second = raise("路灯又不亮");
        atRoads(receipt.matter());
        does(cast.coordinator(), second.matter(), new Act.Merge(receipt.matter(), "同一盏灯"));
        does(cast.coordinator(), receipt.matter(), new Act.Note("内部意见"));
        does(cast.roadsHandler(), receipt.matter(), new Act.Sign());
        does(cast.roadsHandler(), receipt.matter(), new Act.Contact(org.mingbai.ledger.ContactBy.CALL, "第一位说在家"));
        done(following.add(cast.tenant(), receipt.code(), "第一位的话", UUID.randomUUID()));
        done(following.add(cast.tenant(), second.code(), "第二位的话", UUID.randomUUID()));

        assertThat(follow(receipt.code()).toString()).contains("第一位的话")
                .doesNotContain("第二位", "内部意见", "在家", "路灯所经办", "协调员", "李师傅", "路灯又不亮");
        assertThat(follow(second.code()).toString()).contains("第二位的话", "路灯又不亮")
                .doesNotContain("第一位", "内部意见", "在家", "路灯所经办", "协调员", "李师傅");
    }

    @Test
    void who_raised_the_same_is_told_what_becomes_of_the_one_it_was_joined_to_and_heard_there() {
        var first = raise("路灯不亮");
        var second = raise("路灯又不亮");
        atRoads(first.matter());
        does(cast.coordinator(), second.matter(), new Act.Merge(first.matter(), "同一盏灯"));
        does(cast.roadsHandler(), first.matter(), new Act.Sign());
        done(following.add(cast.tenant(), second.code(), "旁边那盏也坏了", UUID.randomUUID()));

        var told = follow(second.code());
        assertThat(told.joined()).isTrue();
        assertThat(told.stage()).isEqualTo(StageName.SIGNED);
        assertThat(told.unit()).isEqualTo("路灯所");
        assertThat(told.story()).extracting(Told::what)
                .containsExactly(Told.What.RECEIVED, Told.What.JOINED, Told.What.YOU_ADDED, Told.What.SIGNED_FOR);
        assertThat(ledger.journalOf(cast.roadsHandler(), first.matter())).last()
                .satisfies(line -> assertThat(line.entry()).isEqualTo(new Entry.VoiceAdded(1, "旁边那盏也坏了", second.matter())));
        assertThat(voices.of(cast.roadsHandler(), first.matter())).extracting(seen -> seen.voice().matter()).containsExactly(first.matter(), second.matter());

        does(cast.coordinator(), second.matter(), new Act.Unmerge("不是同一盏"));
        assertThat(follow(second.code()).joined()).isFalse();
        assertThat(follow(second.code()).story()).extracting(Told::what)
                .containsExactly(Told.What.RECEIVED, Told.What.JOINED, Told.What.YOU_ADDED, Told.What.PARTED);
        assertThat(voices.of(cast.tenant(), first.matter())).hasSize(1);
        assertThat(replay.check(cast.tenant()).differences()).isEmpty();
    }

    @Test
    void the_handler_of_the_one_it_was_joined_to_may_look_at_who_raised_it() {
        var first = raise("路灯不亮");
        var second = raise("路灯又不亮");
        atRoads(first.matter());
        does(cast.coordinator(), second.matter(), new Act.Merge(first.matter(), "同一盏灯"));

        assertThat(done(vault.reveal(cast.roadsHandler(), second.matter(), 1, "约时间", UUID.randomUUID())).name()).isEqualTo("张守一");
        assertThat(ledger.journalOf(cast.coordinator(), second.matter())).last()
                .satisfies(line -> assertThat(line.entry()).isInstanceOf(Entry.IdentityRevealed.class));
    }

    @Test
    void unknown_foreign_and_withheld_codes_are_answered_alike_and_write_nothing() {
        var withheld = raise("路灯不亮");
        assertThat(vault.withhold(cast.checker(), withheld.matter(), 1, "拾到")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotYours()));
        done(vault.withhold(cast.coordinator(), withheld.matter(), 1, "回执被他人拿走"));
        var elsewhere = cast;
        var foreign = raise("路灯不亮");
        cast = town.layOut();
        var other = raise("井盖丢失");
        cast = elsewhere;
        var lines = ledger.journalFor(cast.tenant(), foreign.matter()).size();

        for (var code : List.of("0000-0000-0000-0000-0000", "", "not a code; drop", other.code(), withheld.code())) {
            var refused = VoiceAnswer.<Followed>refused(new VoiceRefusal.NoSuchReceipt());
            assertThat(following.follow(cast.tenant(), code)).isEqualTo(refused);
            assertThat(following.add(cast.tenant(), code, "补充", UUID.randomUUID())).isEqualTo(refused);
            assertThat(following.withdraw(cast.tenant(), code, "不要了", UUID.randomUUID())).isEqualTo(refused);
            assertThat(following.object(cast.tenant(), code, "不同意", UUID.randomUUID())).isEqualTo(refused);
        }
        assertThat(ledger.journalFor(cast.tenant(), withheld.matter())).hasSize(lines);
    }

    @Test
    void the_same_form_sent_again_is_one_matter_with_one_receipt_and_other_words_under_it_are_refused() throws Exception {
        var form = submission("路灯不亮", Identity.of("张守一", "13812345678"), List.of(), List.of());
        List<Receipt> receipts;
        try (var pool = Executors.newFixedThreadPool(4)) {
            receipts = pool.invokeAll(java.util.Collections.nCopies(4, (Callable<Receipt>) () -> done(receiving.receive(cast.tenant(), form)))).stream()
                    .map(it -> it.resultNow()).toList();
        }
        var altered = new Submission(form.register(), form.subject(), Identity.of("张守一", "13812345679"), false, false, "zh", List.of(), form.key());

        assertThat(receipts).extracting(Receipt::code).containsOnly(receipts.getFirst().code());
        assertThat(receipts).extracting(Receipt::matter).containsOnly(receipts.getFirst().matter());
        assertThat(receipts).filteredOn(Receipt::again).hasSize(3);
        assertThat(receiving.receive(cast.tenant(), altered)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.KeyUsedBefore()));
        assertThat(db.queryForObject("select count(*) from intake.reporter where tenant = ?", Integer.class, cast.tenant().value())).isOne();
    }

    @Test
    void what_the_ledger_refuses_leaves_neither_voice_nor_identity() {
        var unfit = submission(" ", Identity.of("张守一", null), List.of(), List.of());

        assertThat(receiving.receive(cast.tenant(), unfit)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.OfLedger(new Refusal.Missing("title"))));
        assertThat(db.queryForObject("select count(*) from intake.reporter where tenant = ?", Integer.class, cast.tenant().value())).isZero();
        assertThat(db.queryForObject("select count(*) from intake.voice where tenant = ?", Integer.class, cast.tenant().value())).isZero();
    }

    @Test
    void what_is_wrong_in_a_form_is_said_at_its_field() {
        var good = submission("路灯不亮", null, List.of(), List.of());
        assertThat(refusal(with(good, Identity.of("张守一", "电话"), false, "zh"))).isEqualTo(new VoiceRefusal.NotAPhone("phone"));
        assertThat(refusal(with(good, Identity.of("张守一", null), true, "zh"))).isEqualTo(new VoiceRefusal.AnonymousAndNamed("anonymous"));
        assertThat(refusal(with(good, Identity.of("张".repeat(201), null), false, "zh"))).isEqualTo(new VoiceRefusal.TooLong("name", 200));
        assertThat(refusal(with(good, Identity.of("张\u202e守一", null), false, "zh"))).isEqualTo(new VoiceRefusal.HiddenCharacters("name"));
        assertThat(refusal(with(good, null, false, "zh; drop"))).isEqualTo(new VoiceRefusal.NotALanguage("language"));
        assertThat(refusal(new Submission("rectification", Subject.of("路灯", "灯"), null, true, false, "zh", List.of(), UUID.randomUUID())))
                .isEqualTo(new VoiceRefusal.Missing("channel"));
        assertThat(refusal(new Submission("no-such", good.subject(), null, true, false, "zh", List.of(), UUID.randomUUID())))
                .isEqualTo(new VoiceRefusal.OfLedger(new Refusal.UnknownRegister("no-such")));
    }

    @Test
    void a_file_is_handed_in_only_by_whoever_brought_it() throws Exception {
        var brought = receiving.bring(cast.tenant(), "灯.pdf", new ByteArrayInputStream("%PDF-1.4 startxref".getBytes(StandardCharsets.UTF_8)));
        var guessed = new StoredFile("0".repeat(64), "灯.pdf", brought.mediaType(), brought.size());

        assertThat(receiving.receive(cast.tenant(), submission("路灯不亮", null, List.of(), List.of(guessed))))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotBroughtHere("files")));
        var receipt = done(receiving.receive(cast.tenant(), submission("路灯不亮", null, List.of(), List.of(brought))));
        assertThat(voices.of(cast.coordinator(), receipt.matter())).singleElement().satisfies(seen -> assertThat(seen.files()).containsExactly(brought));
        assertThat(voices.file(cast.coordinator(), receipt.matter(), 1, brought.sha256())).isPresent();
        assertThat(voices.file(cast.coordinator(), receipt.matter(), 1, guessed.sha256())).isEmpty();
        assertThat(voices.file(cast.waterHandler(), receipt.matter(), 1, brought.sha256())).isEmpty();
    }

    @Test
    void a_clerk_writes_down_for_somebody_and_hands_over_the_same_kind_of_receipt() {
        var receipt = done(receiving.receive(cast.coordinator(), submission("路灯不亮", Identity.of("李四", "13900001111"), List.of(), List.of())));

        assertThat(follow(receipt.code()).title()).isEqualTo("路灯不亮");
        assertThat(ledger.matter(cast.coordinator(), receipt.matter()).orElseThrow().raisedBy()).isEqualTo(cast.coordinator().person());
    }

    @Test
    void who_raises_it_on_the_public_side_is_nobody_in_the_house() {
        var receipt = raise("路灯不亮");
        var matter = ledger.matter(cast.coordinator(), receipt.matter()).orElseThrow();
        var program = portal.at(cast.tenant(), cast.office());

        assertThat(matter.raisedBy()).isEqualTo(program.person());
        assertThat(matter.raisedAs()).isEqualTo(new Seat(cast.office(), Role.HANDLER));
        assertThat(matter.turn()).isNotEqualTo(matter.raisedAs());
        assertThat(Access.may(program, org.mingbai.directory.Right.LIST_AND_ASSIGN)).isFalse();
        assertThat(db.queryForObject("select count(*) from directory.post where tenant = ? and person = ?", Integer.class, cast.tenant().value(),
                program.person().value())).isZero();
    }

    @Test
    void a_complaint_about_the_office_is_taken_in_above_it_and_kept_from_it() {
        var mayor = town.person(cast.tenant(), "镇统筹", cast.hall(), Role.COORDINATOR);
        var receipt = done(receiving.receive(cast.tenant(), submission("督查室推诿", Identity.of("张守一", null), List.of(cast.office()), List.of())));

        assertThat(ledger.matter(mayor, receipt.matter()).orElseThrow().raisedAs().unit()).isEqualTo(cast.hall());
        assertThat(ledger.matter(cast.coordinator(), receipt.matter())).isEmpty();
        assertThat(voices.of(cast.coordinator(), receipt.matter())).isEmpty();
        assertThat(vault.reveal(cast.coordinator(), receipt.matter(), 1, "看看", UUID.randomUUID()))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchVoice()));
        assertThat(done(vault.reveal(mayor, receipt.matter(), 1, "核实", UUID.randomUUID())).name()).isEqualTo("张守一");
        assertThat(follow(receipt.code()).title()).isEqualTo("督查室推诿");
        done(following.add(cast.tenant(), receipt.code(), "还有一次", UUID.randomUUID()));
        assertThat(told(cast.coordinator())).isZero();
        assertThat(told(mayor)).isPositive();
        assertThat(receiving.receive(cast.tenant(), submission("镇里推诿", null, List.of(cast.hall(), cast.office()), List.of())))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.OfLedger(new Refusal.NobodyLeftToHandle("about"))));
    }

    @Test
    void taking_it_back_is_an_entry_and_the_office_that_is_told_decides() {
        var receipt = raise("路灯不亮");
        atRoads(receipt.matter());
        int before = told(cast.coordinator());
        var key = UUID.randomUUID();
        var told = done(following.withdraw(cast.tenant(), receipt.code(), "已经亮了", key));

        assertThat(told.withdrawn()).isTrue();
        assertThat(told.stage()).isEqualTo(StageName.ASSIGNED);
        assertThat(told(cast.coordinator())).isEqualTo(before + 1);
        assertThat(following.withdraw(cast.tenant(), receipt.code(), "已经亮了", key)).isEqualTo(VoiceAnswer.done(told));
        assertThat(following.withdraw(cast.tenant(), receipt.code(), "真的", UUID.randomUUID()))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.WithdrawnAlready()));
        assertThat(ledger.journalOf(cast.coordinator(), receipt.matter())).filteredOn(line -> line.entry() instanceof Entry.VoiceWithdrawn).hasSize(1);
    }

    @Test
    void an_addition_sent_twice_is_said_once_and_an_empty_one_not_at_all() {
        var receipt = raise("路灯不亮");
        var key = UUID.randomUUID();
        done(following.add(cast.tenant(), receipt.code(), "又坏一盏", key));

        assertThat(done(following.add(cast.tenant(), receipt.code(), "又坏一盏", key)).story()).filteredOn(it -> it.what() == Told.What.YOU_ADDED).hasSize(1);
        assertThat(following.add(cast.tenant(), receipt.code(), "又坏两盏", key))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.OfLedger(new Refusal.KeyUsedBefore())));
        assertThat(following.add(cast.tenant(), receipt.code(), " ", UUID.randomUUID()))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.OfLedger(new Refusal.Missing("text"))));
    }

    @Test
    void an_objection_belongs_to_the_days_of_notice_and_has_to_be_decided() {
        var receipt = raise("路灯不亮");
        var other = raise("水管漏水");
        atRoads(receipt.matter());
        assertThat(following.object(cast.tenant(), receipt.code(), "没有修", UUID.randomUUID()))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotOnNotice(StageName.ASSIGNED)));
        onNotice(receipt.matter());

        var told = done(following.object(cast.tenant(), receipt.code(), "没有修", UUID.randomUUID()));
        assertThat(told.story()).last().satisfies(it -> assertThat(it.words()).isEqualTo("没有修"));
        does(cast.coordinator(), receipt.matter(), new Act.DecideObjection(true, "派人看过，确实没修"));
        assertThat(follow(receipt.code()).story()).last().satisfies(it -> {
            assertThat(it.what()).isEqualTo(Told.What.OBJECTION_DECIDED);
            assertThat(it.words()).isEqualTo("派人看过，确实没修");
        });
        assertThat(follow(other.code()).toString()).doesNotContain("没有修");
    }

    private void onNotice(MatterId id) {
        does(cast.roadsHandler(), id, new Act.Sign());
        does(cast.roadsHandler(), id, new Act.Plan(List.of(
                new Measure(0, Measure.Kind.CORRECTIVE, "更换灯具", null, "路灯班", Deadline.by(clock.today().plusDays(5)), 0, null, null))));
        does(cast.roadsHandler(), id, new Act.AttachEvidence(List.of(1), List.<Evidence.File>of(), "已更换"));
        does(cast.roadsHandler(), id, new Act.ClaimClosure(Outcome.SOLVED, "已更换"));
        does(cast.hallChecker(), id, new Act.PassReview(null));
        does(cast.checker(), id, new Act.PassReview(null));
        assertThat(ledger.matter(cast.coordinator(), id).orElseThrow().stage().named()).isEqualTo(StageName.ON_NOTICE);
    }

    private int told(SignedIn who) {
        return db.queryForObject("select count(*) from directory.telling where tenant = ? and person = ? and words like 'intake.tell.%'", Integer.class,
                who.tenant().value(), who.person().value());
    }

    private Followed follow(String code) {
        return done(following.follow(cast.tenant(), code));
    }

    private VoiceRefusal refusal(Submission said) {
        return ((VoiceAnswer.Refused<Receipt>) receiving.receive(cast.tenant(), said)).why();
    }

    private Receipt raise(String title) {
        return done(receiving.receive(cast.tenant(), submission(title, Identity.of("张守一", "13812345678"), List.of(), List.of())));
    }

    private static Submission with(Submission good, Identity identity, boolean anonymous, String language) {
        return new Submission(good.register(), good.subject(), identity, anonymous, false, language, good.files(), UUID.randomUUID());
    }

    private static Submission submission(String title, Identity identity, List<OrganisationId> about, List<StoredFile> files) {
        var subject = new Subject(title, title + "，请处理", null, null, "web", null, null, null, null, Map.of()).about(about);
        return new Submission("rectification", subject, identity, false, false, "zh", files, UUID.randomUUID());
    }

    private void atRoads(MatterId matter) {
        does(cast.coordinator(), matter, new Act.PutOnList(null));
        does(cast.coordinator(), matter, new Act.Assign(new Assignment(cast.roads(), "王所长", List.of("李师傅"), List.of(),
                Deadline.by(clock.today().plusDays(20)), null)));
    }

    private void does(SignedIn who, MatterId matter, Act act) {
        assertThat(ledger.act(who, matter, act, UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);
    }
}
