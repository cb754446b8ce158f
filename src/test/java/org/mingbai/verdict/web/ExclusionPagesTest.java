package org.mingbai.verdict.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingbai.verdict.VerdictScene.named;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.MingbaiTest;
import org.mingbai.directory.AuditAct;
import org.mingbai.directory.AuditQuestion;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.Line;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Verdict;
import org.mingbai.ledger.store.Replay;
import org.mingbai.ledger.web.LedgerScene;
import org.mingbai.ledger.web.Multipart;
import org.mingbai.library.StoredFile;
import org.mingbai.verdict.Answer;
import org.mingbai.verdict.Formulas;
import org.mingbai.verdict.VerdictScene;
import org.mingbai.verdict.Verdicts;
import org.mingbai.verdict.exclusion.Exclusion;
import org.mingbai.verdict.exclusion.ExclusionAnswer;
import org.mingbai.verdict.exclusion.ExclusionRefusal;
import org.mingbai.verdict.exclusion.Exclusions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Exclusions: asked for with evidence, decided by others, told to the reporter, and never able to hide a figure.
@MingbaiTest
class ExclusionPagesTest {

    @Autowired LedgerScene scene;
    @Autowired SmallTown town;
    @Autowired VerdictScene verdict;
    @Autowired Exclusions exclusions;
    @Autowired Verdicts verdicts;
    @Autowired Formulas formulas;
    @Autowired Ledger ledger;
    @Autowired Replay replay;
    @Autowired AuditTrail audit;
    @LocalServerPort int port;

    private final Map<PersonId, String> logins = new HashMap<>();
    private SmallTown.Cast cast;
    private MatterId id;
    private Answer answer;
    private int evidence;

    @BeforeEach
    void aVerdictAgainstRoads() {
        cast = scene.cast();
        id = verdict.awaiting(cast, named("中山路路灯"));
        verdict.says(cast, id, Verdict.Solved.NOT, Verdict.Satisfied.DISSATISFIED);
        scene.act(cast.roadsHandler(), id, new Act.Note("法院已立案，案号见附件"));
        answer = verdicts.ofMatter(cast.coordinator(), id).getFirst();
        evidence = ledger.journalOf(cast.coordinator(), id).getLast().seq();
    }

    private ExclusionAnswer ask(SignedIn who, int shownBy) {
        return exclusions.ask(who, new Exclusions.Asked(id, answer.askedSeq(), Exclusion.Reason.LEGAL_ROUTE, "反映人已起诉", shownBy, List.of()), UUID.randomUUID());
    }

    private Exclusion asked() {
        return ((ExclusionAnswer.Done) ask(cast.roadsHandler(), evidence)).exclusion();
    }

    private ExclusionAnswer rule(SignedIn who, Exclusion it, Exclusion.State ruling, String told) {
        return exclusions.rule(who, Keeper.of(who, ""), it.id(), new Exclusions.Ruled(ruling, "核对过立案通知书", told), UUID.randomUUID());
    }

    private Browsing browsing(SignedIn who) {
        var browsing = new Browsing(port);
        browsing.signIn(logins.computeIfAbsent(who.person(), _ -> scene.login(who)), Bureau.PASSWORD);
        return browsing;
    }

    private String rates() {
        try (var browsing = browsing(cast.coordinator())) {
            return browsing.get("/rates?month=" + month()).body();
        }
    }

    private YearMonth month() {
        return YearMonth.of(2026, 3);
    }

    private static void refused(ExclusionAnswer answer, Class<? extends ExclusionRefusal> why) {
        assertThat(answer).isInstanceOfSatisfying(ExclusionAnswer.Refused.class, it -> assertThat(it.why()).isInstanceOf(why));
    }

    @Test
    void the_judged_unit_asks_another_agrees_and_both_figures_stand_side_by_side() {
        assertThat(rates()).contains("剔除前后对照", "0.00 → 0.00");
        try (var roads = browsing(cast.roadsHandler())) {
            var form = "/exclusions/new?matter=" + id.value() + "&verdict=" + answer.askedSeq();
            assertThat(roads.get("/matters/" + id.value()).body()).contains(form.replace("&", "&amp;"));
            assertThat(roads.get(form).body()).contains("法院已立案", "诉求不属实", "未解决，不满意");
            var fields = new HashMap<>(Map.of("matter", Long.toString(id.value()), "verdict", Integer.toString(answer.askedSeq()), "reason", "LEGAL_ROUTE",
                    "words", "反映人已起诉", "key", UUID.randomUUID().toString()));
            assertThat(roads.post(form, "/exclusions", fields).statusCode()).as("without evidence").isEqualTo(422);
            fields.put("evidence", Integer.toString(evidence));
            assertThat(roads.post(form, "/exclusions", fields).statusCode()).isEqualTo(303);
        }
        var it = exclusions.latest(cast.coordinator()).getFirst();
        assertThat(rates()).as("counts until it is decided").contains("0.00 → 0.00");
        try (var approver = browsing(cast.approver())) {
            assertThat(approver.get("/exclusions").body()).contains("中山路路灯", "由您决定", "href=\"/exclusions?state=yours\"");
            assertThat(approver.get("/exclusions?state=yours").body()).contains("中山路路灯");
            var here = "/exclusions/" + it.id();
            var fields = new HashMap<>(Map.of("ruling", "AGREED", "words", "立案通知书属实", "key", UUID.randomUUID().toString()));
            var untold = approver.post(here, here + "/rulings", fields);
            assertThat(untold.statusCode()).as("without a word to the reporter").isEqualTo(422);
            assertThat(untold.body()).contains("e-told");
            fields.put("told", "您已起诉，此次评议不计入三率；如有异议可来电。");
            assertThat(approver.post(here, here + "/rulings", fields).statusCode()).isEqualTo(303);
            assertThat(approver.post(here, here + "/rulings", fields).statusCode()).as("sent twice").isEqualTo(303);
        }
        assertThat(rates()).contains("0.00 → 无数据", "of=excluded", "占有效 100.00%");
        try (var browsing = browsing(cast.coordinator())) {
            assertThat(browsing.get("/rates/cases?month=" + month() + "&of=excluded").body()).contains("中山路路灯");
            assertThat(browsing.get("/matters/" + id.value()).body()).contains("同意剔除", "如有异议可来电");
        }
        assertThat(ledger.journalOf(cast.coordinator(), id)).extracting(Line::entry).filteredOn(Entry.ExclusionNoted.class::isInstance)
                .extracting(entry -> ((Entry.ExclusionNoted) entry).how()).containsExactly("ASKED", "AGREED");
        assertThat(audit.lines(cast.tenant(), new AuditQuestion(null, AuditAct.EXCLUSION_RULED, null, null, ""), 5)).hasSize(1);
        assertThat(replay.check(cast.tenant()).differences()).isEmpty();
    }

    @Test
    void files_show_the_reason_to_whoever_sees_the_matter_and_to_nobody_else() {
        var form = "/exclusions/new?matter=" + id.value() + "&verdict=" + answer.askedSeq();
        var paper = "法院立案通知书".getBytes(StandardCharsets.UTF_8);
        try (var roads = browsing(cast.roadsHandler())) {
            var faulty = application(roads.tokenOn(form)).field("words", "").file("files", "立案通知书.txt", paper).send(port, roads, "/exclusions");
            assertThat(faulty.statusCode()).isEqualTo(422);
            var kept = sha256(paper) + " 立案通知书.txt";
            assertThat(faulty.body()).as("what came stays").contains("e-words", kept);
            var empty = application(roads.tokenOn(form)).field("words", "见通知书").file("files", "空.txt", new byte[0]).send(port, roads, "/exclusions");
            assertThat(empty.statusCode()).isEqualTo(422);
            assertThat(empty.body()).contains("e-files", "是空的", "见通知书");
            var done = application(roads.tokenOn(form)).field("words", "见通知书").field("kept", kept).send(port, roads, "/exclusions");
            assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        }
        var it = exclusions.latest(cast.coordinator()).getFirst();
        assertThat(it.evidenceSeq()).isNull();
        assertThat(it.files()).extracting(StoredFile::name).containsExactly("立案通知书.txt");
        var file = "/exclusions/" + it.id() + "/files/" + it.files().getFirst().sha256();
        try (var approver = browsing(cast.approver()); var water = browsing(cast.waterHandler())) {
            assertThat(approver.get("/exclusions/" + it.id()).body()).contains(file);
            assertThat(approver.getBytes(file)).isEqualTo(paper);
            assertThat(approver.get("/exclusions/" + it.id() + "/files/" + "0".repeat(64)).statusCode()).isEqualTo(404);
            assertThat(water.get(file).statusCode()).as("a unit that does not see the matter").isEqualTo(404);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Multipart application(String token) {
        return new Multipart().field("_csrf", token).field("matter", Long.toString(id.value())).field("verdict", Integer.toString(answer.askedSeq()))
                .field("reason", "LEGAL_ROUTE").field("key", UUID.randomUUID().toString());
    }

    @Test
    void a_file_is_laid_before_others_only_by_who_brought_it_and_not_without_end() {
        var strange = new StoredFile("a".repeat(64), "别人的.txt", "text/plain", 3);
        refused(ask(null, List.of(strange)), ExclusionRefusal.NoSuchFile.class);
        refused(ask(null, Collections.nCopies(21, strange)), ExclusionRefusal.TooManyFiles.class);
        refused(ask(null, List.of()), ExclusionRefusal.Missing.class);
        assertThat(exclusions.latest(cast.coordinator())).isEmpty();
    }

    private ExclusionAnswer ask(@Nullable Integer shownBy, List<StoredFile> files) {
        return exclusions.ask(cast.roadsHandler(), new Exclusions.Asked(id, answer.askedSeq(), Exclusion.Reason.LEGAL_ROUTE, "反映人已起诉", shownBy, files),
                UUID.randomUUID());
    }

    @Test
    void what_waits_is_counted_for_those_who_decide_and_for_nobody_else() {
        var it = asked();
        assertThat(exclusions.toDecide(cast.approver())).extracting(Exclusion::id).containsExactly(it.id());
        var ownApprover = town.person(cast.tenant(), "路灯所签发人", cast.roads(), Role.APPROVER);
        for (var other : List.of(cast.roadsHandler(), cast.coordinator(), cast.waterHandler(), ownApprover)) {
            assertThat(exclusions.toDecide(other)).isEmpty();
        }
        rule(cast.approver(), it, Exclusion.State.REFUSED, "");
        assertThat(exclusions.toDecide(cast.approver())).isEmpty();
    }

    @Test
    void neither_who_asked_nor_the_asking_unit_nor_one_below_it_decides() {
        var it = asked();
        refused(rule(cast.roadsHandler(), it, Exclusion.State.AGREED, "不计入"), ExclusionRefusal.NotYoursToDecide.class);
        refused(rule(cast.otherRoadsHandler(), it, Exclusion.State.AGREED, "不计入"), ExclusionRefusal.NotYoursToDecide.class);
        refused(rule(cast.coordinator(), it, Exclusion.State.AGREED, "不计入"), ExclusionRefusal.NotYoursToDecide.class);
        var ownApprover = town.person(cast.tenant(), "路灯所签发人", cast.roads(), Role.APPROVER);
        refused(rule(ownApprover, it, Exclusion.State.AGREED, "不计入"), ExclusionRefusal.NotYoursToDecide.class);
        refused(rule(cast.waterHandler(), it, Exclusion.State.AGREED, "不计入"), ExclusionRefusal.NoSuchExclusion.class);
        assertThat(exclusions.find(cast.coordinator(), it.id()).orElseThrow().state()).isEqualTo(Exclusion.State.ASKED);
    }

    @Test
    void it_is_asked_by_the_judged_unit_once_with_an_entry_that_shows_it() {
        refused(ask(cast.waterHandler(), evidence), ExclusionRefusal.NoSuchVerdict.class);
        refused(ask(cast.coordinator(), evidence), ExclusionRefusal.NotYourUnit.class);
        refused(ask(cast.roadsHandler(), 1), ExclusionRefusal.NoSuchEntry.class);
        asked();
        refused(ask(cast.roadsHandler(), evidence), ExclusionRefusal.AskedAlready.class);
        var open = verdict.awaiting(cast, named("东门井盖"));
        var unasked = verdicts.ofMatter(cast.coordinator(), open).getFirst();
        assertThat(exclusions.whyNot(cast.roadsHandler(), unasked)).containsInstanceOf(ExclusionRefusal.NotJudgedYet.class);
    }

    @Test
    void the_same_form_twice_is_one_and_filled_in_otherwise_it_is_refused() {
        var key = UUID.randomUUID();
        var asked = new Exclusions.Asked(id, answer.askedSeq(), Exclusion.Reason.LEGAL_ROUTE, "反映人已起诉", evidence, List.of());
        assertThat(exclusions.ask(cast.roadsHandler(), asked, key)).isInstanceOf(ExclusionAnswer.Done.class);
        var made = ((ExclusionAnswer.Done) exclusions.ask(cast.roadsHandler(), asked, key)).exclusion();
        refused(exclusions.ask(cast.roadsHandler(), new Exclusions.Asked(id, answer.askedSeq(), Exclusion.Reason.UNTRUE, "反映人已起诉", evidence, List.of()),
                key), ExclusionRefusal.KeyUsedBefore.class);
        var ruling = UUID.randomUUID();
        var by = Keeper.of(cast.approver(), "");
        var refusal = new Exclusions.Ruled(Exclusion.State.REFUSED, "核对过", "");
        assertThat(exclusions.rule(cast.approver(), by, made.id(), refusal, ruling)).isInstanceOf(ExclusionAnswer.Done.class);
        assertThat(exclusions.rule(cast.approver(), by, made.id(), refusal, ruling)).isInstanceOf(ExclusionAnswer.Done.class);
        refused(exclusions.rule(cast.approver(), by, made.id(), new Exclusions.Ruled(Exclusion.State.AGREED, "核对过", "不计入"), ruling),
                ExclusionRefusal.KeyUsedBefore.class);
    }

    @Test
    void what_was_refused_counts_and_what_was_agreed_to_can_be_taken_back() {
        var first = asked();
        assertThat(rule(cast.approver(), first, Exclusion.State.REFUSED, "")).isInstanceOf(ExclusionAnswer.Done.class);
        refused(rule(cast.approver(), first, Exclusion.State.AGREED, "不计入"), ExclusionRefusal.DecidedAlready.class);
        var second = asked();
        assertThat(rule(cast.approver(), second, Exclusion.State.AGREED, "不计入")).isInstanceOf(ExclusionAnswer.Done.class);
        assertThat(exclusions.excluded(cast.coordinator(), List.of(answer))).hasSize(1);
        assertThat(rule(cast.approver(), second, Exclusion.State.WITHDRAWN, "恢复计入")).isInstanceOf(ExclusionAnswer.Done.class);
        assertThat(exclusions.excluded(cast.coordinator(), List.of(answer))).isEmpty();
        assertThat(exclusions.find(cast.coordinator(), second.id()).orElseThrow().rulings()).extracting(Exclusion.Ruling::ruling)
                .containsExactly(Exclusion.State.AGREED, Exclusion.State.WITHDRAWN);
    }

    @Test
    void who_does_not_see_the_matter_sees_no_exclusion_of_it() {
        var it = asked();
        assertThat(exclusions.latest(cast.waterHandler())).isEmpty();
        try (var water = browsing(cast.waterHandler())) {
            assertThat(water.get("/exclusions").body()).doesNotContain("中山路路灯");
            assertThat(water.get("/exclusions/" + it.id()).statusCode()).isEqualTo(404);
        }
    }
}
