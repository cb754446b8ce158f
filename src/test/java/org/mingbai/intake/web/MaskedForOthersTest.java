package org.mingbai.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.BrowserTest;
import org.mingbai.MingbaiTest;
import org.mingbai.Reader;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.intake.AsTyped;
import org.mingbai.intake.Following;
import org.mingbai.intake.Identity;
import org.mingbai.intake.Receipt;
import org.mingbai.intake.Receiving;
import org.mingbai.intake.Submission;
import org.mingbai.intake.Vault;
import org.mingbai.intake.VaultAct;
import org.mingbai.intake.VaultLine;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Assignment;
import org.mingbai.ledger.Deadline;
import org.mingbai.ledger.Hidden;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.store.WordIndex;
import org.mingbai.ledger.web.LedgerScene;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// What one unit took down, as other units read it.
@MingbaiTest
class MaskedForOthersTest extends BrowserTest {

    private static final String TEXT = "中山路路灯不亮，请打139 8765 4321，证号11010519491231002X";
    private static final String[] TYPED = {"139 8765 4321", "11010519491231002X", "13987654321"};

    @Autowired WordIndex words;
    @Autowired LedgerScene scene;
    @Autowired Receiving receiving;
    @Autowired Following following;
    @Autowired Ledger ledger;
    @Autowired AsTyped texts;
    @Autowired Vault vault;
    @Autowired JdbcTemplate db;

    private SmallTown.Cast cast;
    private Receipt receipt;
    private MatterId matter;

    @BeforeEach
    void a_matter_with_numbers_in_it_goes_to_another_unit() {
        cast = scene.cast();
        receipt = raised(false);
        matter = receipt.matter();
        toRoads(matter);
    }

    @Test
    void pages_lists_searches_files_and_the_interface_show_it_masked_to_the_unit_that_handles_it() {
        try (var browsing = new Browsing(port)) {
            browsing.signIn(scene.login(cast.roadsHandler()), Bureau.PASSWORD);
            for (var path : List.of("/matters/" + matter.value(), "/api/v1/matters/" + matter.value(), "/api/v1/matters/" + matter.value() + "/journal",
                    "/registers/rectification/export.csv")) {
                assertThat(browsing.get(path).body()).as(path).contains("139****4321").doesNotContain(TYPED);
            }
            while (words.catchUp() > 0) { }
            for (var path : List.of("/tray", "/registers/rectification", "/search?q=路灯", "/matters/" + matter.value() + "/acts/correction")) {
                assertThat(browsing.get(path.replace("路灯", "%E8%B7%AF%E7%81%AF")).body()).as(path).contains("139****4321").doesNotContain(TYPED);
            }
            assertThat(new String(browsing.getBytes("/registers/rectification/export.csv"), StandardCharsets.UTF_8)).doesNotContain(TYPED);
        }
        assertThat(told()).isNotEmpty().allSatisfy(row -> assertThat(row).doesNotContain(TYPED));
    }

    @Test
    void the_unit_that_took_it_down_reads_what_it_typed() {
        assertThat(ledger.matter(cast.coordinator(), matter)).hasValueSatisfying(it -> assertThat(it.subject().text()).isEqualTo(TEXT));
        assertThat(texts.mayOpen(cast.coordinator(), matter)).isFalse();
        assertThat(texts.open(cast.coordinator(), matter, "核对")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NothingMasked()));
    }

    @Test
    void whoever_handles_it_opens_it_for_a_purpose_that_stands_in_the_log() {
        assertThat(texts.open(cast.roadsHandler(), matter, "约时间看现场")).isInstanceOfSatisfying(VoiceAnswer.Done.class, done ->
                assertThat(((List<?>) done.value())).extracting(it -> ((Hidden) it).text()).containsExactly("路灯不亮 13987654321", TEXT));
        assertThat(vault.log(cast.auditor(), Optional.empty(), 10)).first().satisfies(line -> {
            assertThat(line.act()).isEqualTo(VaultAct.UNMASKED);
            assertThat(line.matter()).contains(matter);
            assertThat(line.purpose()).isEqualTo("约时间看现场");
        });
    }

    @Test
    void nobody_opens_it_without_a_purpose_or_with_a_number_in_it() {
        assertThat(opened(cast.roadsHandler(), " ")).isEqualTo(new VoiceRefusal.Missing("purpose"));
        assertThat(opened(cast.roadsHandler(), "\u200B")).isEqualTo(new VoiceRefusal.Missing("purpose"));
        assertThat(opened(cast.roadsHandler(), "约".repeat(201))).isEqualTo(new VoiceRefusal.TooLong("purpose", 200));
        assertThat(opened(cast.roadsHandler(), "打13987654321")).isEqualTo(new VoiceRefusal.PurposeNamesReporter("purpose"));
        assertThat(vault.log(cast.auditor(), Optional.empty(), 10)).isEmpty();
    }

    @Test
    void who_has_no_part_in_it_opens_nothing_and_the_trying_of_others_is_on_record() {
        assertThat(opened(cast.waterHandler(), "看看")).isEqualTo(new VoiceRefusal.NothingMasked());
        assertThat(opened(cast.hallChecker(), "看看")).isEqualTo(new VoiceRefusal.NotYours());
        assertThat(vault.log(cast.auditor(), Optional.empty(), 10)).extracting(VaultLine::act).containsExactly(VaultAct.REFUSED);
    }

    @Test
    void where_the_reporter_asked_to_be_confidential_the_handling_unit_does_not_open_it() {
        var guarded = raised(true).matter();
        toRoads(guarded);

        assertThat(texts.mayOpen(cast.roadsHandler(), guarded)).isFalse();
        assertThat(texts.open(cast.roadsHandler(), guarded, "约时间")).isEqualTo(VoiceAnswer.refused(new VoiceRefusal.NotYours()));
    }

    @Test
    void what_the_reporter_adds_later_is_masked_too() {
        following.add(cast.tenant(), receipt.code(), "换号了：１３９－８７６５－４３２１", UUID.randomUUID());

        var seen = ledger.journalOf(cast.roadsHandler(), matter).toString();
        assertThat(seen).contains("换号了：139****4321").doesNotContain("８７６５");
        assertThat(ledger.journalOf(cast.coordinator(), matter).toString()).contains("１３９－８７６５－４３２１");
    }

    @Test
    void a_correction_that_leaves_the_mask_keeps_the_number_and_shows_it_to_nobody_new() {
        assertThat(ledger.act(cast.coordinator(), matter, new Act.Correct(1, Subject.Item.TITLE, "路灯全不亮 139****4321", "写漏了"), UUID.randomUUID(), null))
                .isInstanceOf(Answer.Done.class);

        assertThat(ledger.matter(cast.coordinator(), matter).orElseThrow().subject().title()).isEqualTo("路灯全不亮 13987654321");
        assertThat(ledger.matter(cast.roadsHandler(), matter).orElseThrow().subject().title()).isEqualTo("路灯全不亮 139****4321");
    }

    @Test
    void the_way_to_the_text_leads_from_the_matter_on_every_screen_in_both_languages() {
        var login = scene.login(cast.roadsHandler());
        for (var reader : new Reader[] {Reader.onPhone(), Reader.atDesk().english()}) {
            var name = "unmask-" + reader.width() + "-" + reader.locale().substring(0, 2);
            var page = open(reader, "/sign-in");
            page.getByRole(com.microsoft.playwright.options.AriaRole.TEXTBOX).first().fill(login);
            page.locator("input[type=password]").fill(Bureau.PASSWORD);
            page.locator("input[type=password]").press("Enter");
            page.waitForURL(url -> !url.contains("sign-in"));
            page.navigate("/matters/" + matter.value());
            look(page, name + "-matter");
            page.locator("a[href$='/as-typed']").click();
            page.locator("button.primary").click();
            look(page, name + "-refused");
            page.locator("#f-purpose").fill("约时间看现场");
            page.locator("#f-purpose").press("Enter");
            page.getByText("11010519491231002X").waitFor();
            look(page, name + "-opened");
        }
    }

    private void look(com.microsoft.playwright.Page page, String name) {
        picture(page, name);
        fitsItsWidth(page);
        isAccessible(page);
    }

    private VoiceRefusal opened(SignedIn who, String purpose) {
        return ((VoiceAnswer.Refused<?>) texts.open(who, matter, purpose)).why();
    }

    private List<String> told() {
        return db.queryForList("select t::text from directory.telling t where tenant = ?", String.class, cast.tenant().value());
    }

    private Receipt raised(boolean confidential) {
        var subject = new Subject("路灯不亮 13987654321", TEXT, null, null, "网络", null, null, null, null, Map.of());
        return ((VoiceAnswer.Done<Receipt>) receiving.receive(cast.tenant(), new Submission("rectification", subject, Identity.of("张守一", "13900000000"), false,
                confidential, "zh", List.of(), UUID.randomUUID()))).value();
    }

    private void toRoads(MatterId id) {
        does(id, new Act.PutOnList(null));
        does(id, new Act.Assign(new Assignment(cast.roads(), null, List.of(), List.of(), Deadline.by(LedgerScene.BEGAN.plusDays(20)), null)));
    }

    private void does(MatterId id, Act act) {
        assertThat(ledger.act(cast.coordinator(), id, act, UUID.randomUUID(), null)).isInstanceOf(Answer.Done.class);
    }
}
