package org.mingbai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingbai.intake.VaultTest.done;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.SettableClock;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.SignedIn;
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
import org.springframework.jdbc.core.JdbcTemplate;

@MingbaiTest
class RightsRequestsTest {

    private static final Identity ZHANG = Identity.of("张守一", "13812345678");
    private static final String LAW = "《信访工作条例》第三十条";

    @Autowired AuditTrail audit;
    @Autowired RightsRequests requests;
    @Autowired RightsLimits limits;
    @Autowired Receiving receiving;
    @Autowired Following following;
    @Autowired Vault vault;
    @Autowired Voices voices;
    @Autowired Ledger ledger;
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
    void what_is_asked_with_the_code_waits_for_who_keeps_requests_until_the_day_of_the_limit_in_force() {
        var receipt = raise(ZHANG, false);
        done(requests.ask(cast.tenant(), receipt.code(), asked(Wish.ACCESS, null)));

        assertThat(requests.waiting(cast.coordinator())).singleElement().satisfies(it -> {
            assertThat(it.wish()).isEqualTo(Wish.ACCESS);
            assertThat(it.due()).isEqualTo(LocalDate.of(2026, 3, 17));
            assertThat(it.limitVersion()).isZero();
            assertThat(it.checked()).isNull();
        });
        assertThat(acts()).containsExactly(VaultAct.REQUESTED);
    }

    @Test
    void nobody_else_sees_or_decides_what_is_asked() {
        var about = raise(ZHANG, false, List.of(cast.roads()));
        done(requests.ask(cast.tenant(), about.code(), asked(Wish.ACCESS, null)));
        long no = requests.waiting(cast.coordinator()).getFirst().no();

        for (var who : List.of(cast.roadsHandler(), cast.waterHandler(), cast.checker(), cast.auditor(), cast.administrator(), cast.verdictTaker())) {
            assertThat(requests.waiting(who)).isEmpty();
            assertThat(requests.find(who, no)).isEmpty();
            assertThat(requests.decide(who, no, Outcome.GRANTED, "可以", "")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchRequest()));
        }
        assertThat(requests.ask(cast.roadsHandler(), about.matter(), 1, asked(Wish.ACCESS, null), "看了身份证"))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchVoice()));
        assertThat(requests.decide(cast.coordinator(), no + 1_000_000, Outcome.GRANTED, "可以", ""))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchRequest()));
    }

    @Test
    void granted_it_shows_them_what_they_said_who_they_are_and_which_unit_looked_what_for_but_no_name() {
        var receipt = raise(ZHANG, false);
        atRoads(receipt.matter());
        done(vault.reveal(cast.roadsHandler(), receipt.matter(), 1, "约时间看现场", UUID.randomUUID()));
        done(vault.byPhone(cast.coordinator(), "13812345678", "找上次的反映"));
        done(following.add(cast.tenant(), receipt.code(), "旁边那盏也坏了", UUID.randomUUID()));
        long no = asks(receipt, Wish.ACCESS);
        assertThat(requests.open(cast.tenant(), receipt.code(), no)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchRequest()));
        done(requests.decide(cast.coordinator(), no, Outcome.GRANTED, "是本人", ""));

        var held = done(requests.open(cast.tenant(), receipt.code(), no));
        assertThat(held.identity()).isEqualTo(ZHANG);
        assertThat(held.told().text()).isEqualTo("中山路路灯不亮");
        assertThat(held.told().story()).anyMatch(told -> "旁边那盏也坏了".equals(told.words()));
        assertThat(held.looks()).extracting(OwnData.Look::unit, OwnData.Look::searched, OwnData.Look::purpose).contains(
                org.assertj.core.groups.Tuple.tuple("路灯所", false, "约时间看现场"));
        assertThat(held.looks()).hasSize(2).anyMatch(OwnData.Look::searched);
        assertThat(held.looks().toString()).doesNotContain("协调员", "路灯所经办");
        assertThat(acts()).contains(VaultAct.REQUESTED, VaultAct.GRANTED, VaultAct.DISCLOSED);
    }

    @Test
    void another_receipt_opens_nothing_of_it_and_a_wrong_code_looks_like_any_other() {
        var receipt = raise(ZHANG, true);
        var other = raise(Identity.of("李四维", "13900000000"), false);
        long no = asks(receipt, Wish.COPY);
        done(requests.decide(cast.coordinator(), no, Outcome.GRANTED, "是本人", ""));
        done(vault.withhold(cast.coordinator(), receipt.matter(), 1, "回执丢了"));

        assertThat(requests.open(cast.tenant(), other.code(), no)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoSuchRequest()));
        var nothing = VoiceAnswer.refused(new VoiceRefusal.NoSuchReceipt());
        for (var code : List.of("", "0000-0000-0000-0000-0000", receipt.code())) {
            assertThat(requests.own(cast.tenant(), code)).isEqualTo(nothing);
            assertThat(requests.ask(cast.tenant(), code, asked(Wish.ACCESS, null))).isEqualTo(nothing);
            assertThat(requests.open(cast.tenant(), code, no)).isEqualTo(nothing);
        }
        assertThat(requests.own(town.layOut().tenant(), other.code())).isEqualTo(nothing);
    }

    @Test
    void a_correction_is_sealed_until_it_is_decided_and_then_takes_the_place_of_the_old_record() {
        var receipt = raise(ZHANG, false);
        done(requests.ask(cast.tenant(), receipt.code(), asked(Wish.CORRECTION, Identity.of(null, "13900001111"))));
        var request = requests.waiting(cast.coordinator()).getFirst();

        assertThat(db.queryForList("select t::text from intake.rights_request t where tenant = ?", String.class, cast.tenant().value()))
                .noneMatch(row -> row.contains("13900001111"));
        assertThat(requests.proposed(cast.coordinator(), request)).isEqualTo(new MaskedIdentity("张**", "139****1111"));
        assertThat(reveal(receipt)).isEqualTo(VoiceAnswer.done(ZHANG));
        done(requests.decide(cast.coordinator(), request.no(), Outcome.GRANTED, "核对过", ""));

        assertThat(reveal(receipt)).isEqualTo(VoiceAnswer.done(Identity.of("张守一", "13900001111")));
        assertThat(done(vault.byPhone(cast.coordinator(), "13812345678", "回电"))).isEmpty();
        assertThat(done(vault.byPhone(cast.coordinator(), "13900001111", "回电"))).hasSize(1);
        assertThat(sealedRecords()).isEqualTo(1);
        assertThat(acts()).contains(VaultAct.CORRECTED, VaultAct.GRANTED);
    }

    @Test
    void a_correction_that_is_refused_leaves_the_old_record_and_destroys_what_was_proposed() {
        var receipt = raise(ZHANG, false);
        done(requests.ask(cast.tenant(), receipt.code(), asked(Wish.CORRECTION, Identity.of("王五一", null))));
        done(requests.decide(cast.coordinator(), requests.waiting(cast.coordinator()).getFirst().no(), Outcome.REFUSED, "不是本人", ""));

        assertThat(reveal(receipt)).isEqualTo(VoiceAnswer.done(ZHANG));
        assertThat(sealedRecords()).isEqualTo(1);
    }

    @Test
    void a_deletion_that_is_granted_destroys_the_key_and_the_matter_goes_on() {
        var receipt = raise(ZHANG, false);
        long no = asks(receipt, Wish.DELETION);
        done(requests.decide(cast.coordinator(), no, Outcome.GRANTED, "本人要求", ""));

        assertThat(reveal(receipt)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NobodyKept()));
        assertThat(ledger.journalOf(cast.coordinator(), receipt.matter())).last()
                .satisfies(line -> assertThat(line.entry()).isEqualTo(new Entry.IdentityDestroyed(1, "本人要求")));
        assertThat(acts()).contains(VaultAct.DESTROYED, VaultAct.GRANTED);
        assertThat(done(following.follow(cast.tenant(), receipt.code())).title()).isEqualTo("路灯不亮");
        assertThat(requests.ask(cast.tenant(), receipt.code(), asked(Wish.DELETION, null)))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NobodyKept()));
    }

    @Test
    void nothing_is_deleted_while_a_correction_holds_a_copy_of_it() {
        var receipt = raise(ZHANG, false);
        done(requests.ask(cast.tenant(), receipt.code(), asked(Wish.CORRECTION, Identity.of(null, "13900001111"))));
        long correction = requests.waiting(cast.coordinator()).getFirst().no();
        long deletion = asks(receipt, Wish.DELETION);
        for (var outcome : List.of(Outcome.GRANTED, Outcome.STORED_ONLY)) {
            assertThat(requests.decide(cast.coordinator(), deletion, outcome, "本人要求", LAW))
                    .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.CorrectionOpen()));
        }
        done(requests.decide(cast.coordinator(), correction, Outcome.REFUSED, "本人要求删除", ""));
        done(requests.decide(cast.coordinator(), deletion, Outcome.GRANTED, "本人要求", ""));
        assertThat(sealedRecords()).isZero();
    }

    @Test
    void where_a_law_has_it_kept_it_is_stored_and_no_more_and_they_read_which_law() {
        var receipt = raise(ZHANG, false);
        long no = asks(receipt, Wish.DELETION);
        assertThat(requests.decide(cast.coordinator(), no, Outcome.STORED_ONLY, "还在保存期内", ""))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("law")));
        assertThat(requests.decide(cast.coordinator(), no, Outcome.STORED_ONLY, "还在保存期内", "法律规定"))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoLawNamed("law")));
        done(requests.decide(cast.coordinator(), no, Outcome.STORED_ONLY, "还在保存期内", LAW));

        assertThat(reveal(receipt)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.OnlyStored()));
        var voice = voices.of(cast.coordinator(), receipt.matter()).getFirst().voice();
        assertThat(vault.address(cast.tenant(), voice, true, true)).as("nor written to").isEqualTo(new Vault.Address.None());
        assertThat(done(vault.byPhone(cast.coordinator(), "13812345678", "回电"))).isEmpty();
        assertThat(voices.of(cast.coordinator(), receipt.matter())).extracting(Voices.Seen::masked).containsExactly(MaskedIdentity.NOTHING);
        assertThat(done(requests.own(cast.tenant(), receipt.code())).requests()).singleElement().satisfies(it -> {
            assertThat(it.law()).isEqualTo(LAW);
            assertThat(it.reason()).isEqualTo("还在保存期内");
        });
        assertThat(sealedRecords()).isEqualTo(1);
        assertThat(acts()).contains(VaultAct.RESTRICTED, VaultAct.DECLINED);
    }

    @Test
    void only_a_deletion_can_be_answered_by_storing_only() {
        var receipt = raise(ZHANG, false);

        assertThat(requests.decide(cast.coordinator(), asks(receipt, Wish.ACCESS), Outcome.STORED_ONLY, "不行", LAW))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("outcome")));
    }

    @Test
    void a_decision_gives_its_reason_and_is_made_once() {
        var receipt = raise(ZHANG, false);
        long no = asks(receipt, Wish.ACCESS);
        assertThat(requests.decide(cast.coordinator(), no, Outcome.GRANTED, " ", "")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("reason")));
        assertThat(requests.decide(cast.coordinator(), no, Outcome.GRANTED, "\u200B", ""))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("reason")));
        assertThat(requests.decide(cast.coordinator(), no, null, "可以", "")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("outcome")));
        assertThat(requests.decide(cast.coordinator(), no, Outcome.GRANTED, "张守一本人", ""))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NamedInRequest("reason")));
        done(requests.decide(cast.coordinator(), no, Outcome.GRANTED, "可以", ""));

        assertThat(requests.decide(cast.coordinator(), no, Outcome.GRANTED, "可以", "")).isInstanceOf(VoiceAnswer.Done.class);
        assertThat(requests.decide(cast.coordinator(), no, Outcome.REFUSED, "不行", "")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.DecidedAlready()));
        assertThat(acts().stream().filter(VaultAct.GRANTED::equals)).hasSize(1);
    }

    @Test
    void the_same_form_sent_twice_asks_once_and_with_other_words_is_refused() {
        var receipt = raise(ZHANG, false);
        var asked = asked(Wish.CORRECTION, Identity.of(null, "13900001111"));
        done(requests.ask(cast.tenant(), receipt.code(), asked));
        done(requests.ask(cast.tenant(), receipt.code(), asked));

        assertThat(requests.waiting(cast.coordinator())).hasSize(1);
        assertThat(requests.ask(cast.tenant(), receipt.code(), new RightsRequests.Asked(Wish.COPY, "", null, asked.key())))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.KeyUsedBefore()));
        assertThat(requests.ask(cast.tenant(), receipt.code(), asked(Wish.CORRECTION, Identity.of("王五一", null))))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.WaitsForAnswer("wish")));
    }

    @Test
    void what_is_asked_is_refused_at_the_field_that_is_wrong() {
        var receipt = raise(ZHANG, false);
        assertThat(refusal(receipt, null, "", null)).isEqualTo(new VoiceRefusal.Missing("wish"));
        assertThat(refusal(receipt, Wish.CORRECTION, "", null)).isEqualTo(new VoiceRefusal.Missing("name"));
        assertThat(refusal(receipt, Wish.CORRECTION, "", Identity.of(null, "不是号码"))).isEqualTo(new VoiceRefusal.NotAPhone("phone"));
        assertThat(refusal(receipt, Wish.CORRECTION, "", Identity.of("张".repeat(201), null))).isEqualTo(new VoiceRefusal.TooLong("name", 200));
        assertThat(refusal(receipt, Wish.CORRECTION, "改成王五一", Identity.of("王五一", null))).isEqualTo(new VoiceRefusal.NamedInRequest("words"));
        assertThat(refusal(receipt, Wish.ACCESS, "打 13700000000", null)).isEqualTo(new VoiceRefusal.NamedInRequest("words"));
        assertThat(refusal(receipt, Wish.ACCESS, "长".repeat(501), null)).isEqualTo(new VoiceRefusal.TooLong("words", 500));
        assertThat(refusal(receipt, Wish.ACCESS, "看不见\u200b的", null)).isEqualTo(new VoiceRefusal.HiddenCharacters("words"));
        assertThat(refusal(anonymous(), Wish.DELETION, "", null)).isEqualTo(new VoiceRefusal.RaisedAnonymously("wish"));
        assertThat(requests.waiting(cast.coordinator())).isEmpty();
        assertThat(sealedRecords()).isEqualTo(1);
    }

    @Test
    void at_the_desk_it_is_written_down_how_it_was_made_sure_who_asks() {
        var receipt = raise(ZHANG, false);
        atRoads(receipt.matter());

        assertThat(requests.ask(cast.roadsHandler(), receipt.matter(), 1, asked(Wish.ACCESS, null), ""))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("checked")));
        assertThat(requests.ask(cast.checker(), receipt.matter(), 1, asked(Wish.ACCESS, null), "看了身份证"))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotYours()));
        var taken = done(requests.ask(cast.roadsHandler(), receipt.matter(), 1, asked(Wish.ACCESS, null), "看了身份证"));
        assertThat(taken.checked()).isEqualTo("看了身份证");
        assertThat(done(requests.own(cast.tenant(), receipt.code())).requests()).extracting(RightsRequest::no).containsExactly(taken.no());
    }

    @Test
    void whoever_tries_by_words_who_raised_it_leaves_a_line_for_each_hit_and_a_request_for_each_miss() {
        var receipt = raise(ZHANG, false);
        atRoads(receipt.matter());
        var who = cast.roadsHandler();
        assertThat(requests.ask(who, receipt.matter(), 1, asked(null, null), "是张守一吗")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("wish")));
        assertThat(refusedLooks()).isEmpty();
        assertThat(requests.ask(who, receipt.matter(), 1, asked(Wish.ACCESS, null), "王五一、张守一、李六"))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NamedInRequest("checked")));
        assertThat(refusedLooks()).singleElement().satisfies(line -> assertThat(line.by()).contains(who.person()));
        done(requests.ask(who, receipt.matter(), 1, asked(Wish.ACCESS, null), "看了身份证"));
        assertThat(refusedLooks()).hasSize(1);
        assertThat(refusal(receipt, Wish.COPY, "我是张守一", null)).as("their own words are no look").isEqualTo(new VoiceRefusal.NamedInRequest("words"));
        assertThat(refusedLooks()).hasSize(1);
    }

    @Test
    void where_something_else_stands_against_it_nobody_is_told_whether_a_name_was_the_right_one() {
        var receipt = raise(ZHANG, false);
        atRoads(receipt.matter());
        var who = cast.roadsHandler();
        asks(receipt, Wish.ACCESS);
        done(requests.ask(cast.tenant(), receipt.code(), asked(Wish.CORRECTION, Identity.of(null, "13900001111"))));
        long access = asks(receipt, Wish.COPY);
        long deletion = asks(receipt, Wish.DELETION);
        for (var name : List.of("张守一", "王五一")) {
            assertThat(requests.ask(who, receipt.matter(), 1, asked(Wish.ACCESS, null), name)).as(name)
                    .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.WaitsForAnswer("wish")));
            assertThat(requests.ask(who, receipt.matter(), 1, new RightsRequests.Asked(Wish.ACCESS, name, null, UUID.randomUUID()), "看了身份证")).as(name)
                    .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.WaitsForAnswer("wish")));
            assertThat(requests.decide(cast.coordinator(), access, Outcome.STORED_ONLY, name, LAW)).as(name)
                    .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("outcome")));
            for (var outcome : List.of(Outcome.GRANTED, Outcome.STORED_ONLY)) {
                assertThat(requests.decide(cast.coordinator(), deletion, outcome, name, name + LAW)).as(name)
                        .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.CorrectionOpen()));
            }
            assertThat(requests.decide(cast.coordinator(), deletion, Outcome.STORED_ONLY, name, "法律规定")).as(name)
                    .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NoLawNamed("law")));
        }
        var without = raise(ZHANG, false);
        atRoads(without.matter());
        for (var name : List.of("张守一", "王五一")) {
            assertThat(requests.ask(who, without.matter(), 1, asked(Wish.CORRECTION, null), name)).as(name)
                    .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("name")));
        }
        assertThat(refusedLooks()).isEmpty();
    }

    private List<VaultLine> refusedLooks() {
        return vault.log(cast.auditor(), Optional.empty(), 100).stream().filter(line -> line.act() == VaultAct.REFUSED).toList();
    }

    @Test
    void a_body_sets_its_own_limit_with_its_basis_for_what_is_asked_from_that_day_on() {
        var early = raise(ZHANG, false);
        asks(early, Wish.ACCESS);
        var key = UUID.randomUUID();
        var from = clock.today().plusDays(3);
        done(limits.write(cast.coordinator(), 7, "本局个人信息保护办法第九条", from, key));
        done(limits.write(cast.coordinator(), 7, "本局个人信息保护办法第九条", from, key));
        assertThat(limits.of(cast.tenant())).extracting(RightsLimit::version).containsExactly(1, 0);
        assertThat(audit.lines(cast.tenant(), new AuditQuestion(null, AuditAct.RIGHTS_LIMIT_SET, null, null, ""), 9)).singleElement()
                .satisfies(line -> assertThat(line.after()).containsEntry("days", "7"));
        assertThat(limits.inForce(cast.tenant()).version()).isZero();
        clock.set(from);
        asks(early, Wish.COPY);

        assertThat(requests.waiting(cast.coordinator())).extracting(RightsRequest::due).containsExactly(from.plusDays(7), LocalDate.of(2026, 3, 17));
        assertThat(limits.write(cast.coordinator(), 7, "别的", from, key)).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.KeyUsedBefore()));
        assertThat(limits.write(cast.roadsHandler(), 7, "办法", from, UUID.randomUUID())).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotYours()));
        assertThat(limits.write(cast.coordinator(), 0, "办法", from, UUID.randomUUID())).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotDays("days", 365)));
        assertThat(limits.write(cast.coordinator(), 7, " ", from, UUID.randomUUID())).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("basis")));
        assertThat(limits.write(cast.coordinator(), 7, "\u200B", from, UUID.randomUUID())).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("basis")));
        assertThat(limits.write(cast.coordinator(), 7, "办法", null, UUID.randomUUID())).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.Missing("validFrom")));
        assertThat(limits.write(cast.coordinator(), 7, "办法", from.minusDays(1), UUID.randomUUID()))
                .isEqualTo(VoiceAnswer.refused(new VoiceRefusal.BegunBefore("validFrom")));
    }

    private long asks(Receipt receipt, Wish wish) {
        done(requests.ask(cast.tenant(), receipt.code(), asked(wish, null)));
        return done(requests.own(cast.tenant(), receipt.code())).requests().getFirst().no();
    }

    private static RightsRequests.Asked asked(Wish wish, Identity right) {
        return new RightsRequests.Asked(wish, "", right, UUID.randomUUID());
    }

    private VoiceRefusal refusal(Receipt receipt, Wish wish, String words, Identity right) {
        return ((VoiceAnswer.Refused<?>) requests.ask(cast.tenant(), receipt.code(), new RightsRequests.Asked(wish, words, right, UUID.randomUUID()))).why();
    }

    private VoiceAnswer<Identity> reveal(Receipt receipt) {
        return vault.reveal(cast.coordinator(), receipt.matter(), 1, "核对", UUID.randomUUID());
    }

    private List<VaultAct> acts() {
        return vault.log(cast.auditor(), Optional.empty(), 100).stream().map(VaultLine::act).toList();
    }

    private int sealedRecords() {
        return db.queryForObject("select count(*) from intake.reporter where tenant = ? and sealed is not null", Integer.class, cast.tenant().value());
    }

    private Receipt raise(Identity identity, boolean confidential) {
        return done(receiving.receive(cast.tenant(), submission(identity, false, confidential, List.of())));
    }

    private Receipt raise(Identity identity, boolean confidential, List<OrganisationId> about) {
        return done(receiving.receive(cast.tenant(), submission(identity, false, confidential, about)));
    }

    private Receipt anonymous() {
        return done(receiving.receive(cast.tenant(), submission(null, true, false, List.of())));
    }

    private static Submission submission(Identity identity, boolean anonymous, boolean confidential, List<OrganisationId> about) {
        var subject = new Subject("路灯不亮", "中山路路灯不亮", null, null, "网络", null, null, null, null, Map.of()).about(about);
        return new Submission("rectification", subject, identity, anonymous, confidential, "zh", List.of(), UUID.randomUUID());
    }

    private void atRoads(MatterId matter) {
        does(cast.coordinator(), matter, new Act.PutOnList(null));
        does(cast.coordinator(), matter, new Act.Assign(new Assignment(cast.roads(), null, List.of(), List.of(),
                Deadline.by(clock.today().plusDays(20)), null)));
    }

    private void does(SignedIn who, MatterId matter, Act act) {
        assertThat(ledger.act(who, matter, act, UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);
    }
}
