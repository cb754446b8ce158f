package org.mingbai.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.BrowserTest;
import org.mingbai.MingbaiTest;
import org.mingbai.Reader;
import org.mingbai.SettableClock;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.web.Browsing;
import org.mingbai.intake.Destructions;
import org.mingbai.intake.Identity;
import org.mingbai.intake.Receipt;
import org.mingbai.intake.Receiving;
import org.mingbai.intake.Retentions;
import org.mingbai.intake.Submission;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.Answer;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.web.LedgerScene;
import org.springframework.beans.factory.annotation.Autowired;

/// From the time somebody is kept to the day two people destroy who it was.
@MingbaiTest
class DestructionPagesTest extends BrowserTest {

    private static final String RETENTION = "/rights/retention";
    private static final String DESTRUCTION = "/rights/destruction";

    @Autowired LedgerScene scene;
    @Autowired Retentions retentions;
    @Autowired Destructions destructions;
    @Autowired Receiving receiving;
    @Autowired Ledger ledger;
    @Autowired SettableClock clock;

    private SmallTown.Cast cast;

    @BeforeEach
    void a_town_of_its_own() {
        clock.set(LocalDate.of(2026, 3, 2));
        cast = scene.cast();
    }

    @Test
    void one_person_finds_who_is_kept_too_long_and_proposes_another_destroys() {
        List.of(true, false, true).forEach(this::raised);
        clock.set(LocalDate.of(2029, 3, 2));
        var first = scene.login(cast.coordinator());
        var other = scene.login(cast.approver());
        for (var reader : new Reader[] {Reader.onPhone(), Reader.atDesk().english()}) {
            var name = "destruction-" + reader.width() + "-" + reader.locale().substring(0, 2);
            var page = signedIn(reader, first, "/rights");
            look(page, name + "-rights");
            page.locator("main a[href='" + DESTRUCTION + "']").click();
            assertThat(page.locator("#f-chosen").count()).isEqualTo(1);
            page.locator("#overdue button.primary").click();
            assertThat(page.locator("#e-chosen").count()).isEqualTo(1);
            look(page, name + "-refused");
            page.locator("#overdue input[type=checkbox]:enabled").first().check();
            page.locator("#overdue button.primary").click();
            page.locator(".notice-done").waitFor();
            look(page, name + "-proposed");
            assertThat(page.locator("#waiting button").count()).as("not by who proposed it").isZero();

            var second = signedIn(reader, other, DESTRUCTION);
            second.locator("#waiting summary").click();
            second.locator("#waiting details button").click();
            assertThat(second.locator("#waiting details .error").isVisible()).isTrue();
            look(second, name + "-why-not");
            second.locator("#waiting button.primary").click();
            second.locator(".notice-done").waitFor();
            look(second, name + "-destroyed");
        }
        assertThat(destructions.decided(cast.approver(), 10)).hasSize(2);
    }

    @Test
    void how_long_is_kept_is_set_by_channel_with_what_it_rests_on() {
        var login = scene.login(cast.coordinator());
        for (var reader : new Reader[] {Reader.onPhone(), Reader.atDesk().english()}) {
            var name = "retention-" + reader.width() + "-" + reader.locale().substring(0, 2);
            var page = signedIn(reader, login, "/rights");
            page.locator("main a[href='" + RETENTION + "']").click();
            page.locator("#f-channel").selectOption("letter");
            page.locator("#f-days").fill("730");
            page.locator("#f-basis").fill("领导要求");
            page.locator("#write button.primary").click();
            assertThat(page.locator("#f-days").inputValue()).isEqualTo("730");
            assertThat(page.locator("#e-basis").count()).isEqualTo(1);
            look(page, name + "-refused");
            page.locator("#f-basis").fill("《明白镇档案管理办法》第三条");
            page.locator("#write button.primary").click();
            page.locator(".notice-done").waitFor();
            look(page, name);
            page.navigate("/rights/notice");
            assertThat(page.content()).contains("1095");
        }
        assertThat(retentions.of(cast.tenant())).hasSize(3);
    }

    @Test
    void others_find_no_such_pages_and_forged_forms_write_nothing() {
        raised(true);
        clock.set(LocalDate.of(2029, 3, 2));
        try (var browsing = as(cast.checker())) {
            for (var page : List.of(RETENTION, DESTRUCTION)) {
                assertThat(browsing.get(page).statusCode()).as(page).isEqualTo(403);
            }
            assertThat(browsing.post("/tray", DESTRUCTION, Map.of("chosen", "1-1", "reason", "x")).statusCode()).isEqualTo(403);
            assertThat(browsing.post("/tray", RETENTION, Map.of("days", "1")).statusCode()).isEqualTo(403);
        }
        try (var browsing = as(cast.coordinator())) {
            for (var chosen : List.of("", "x", "1", "1-", "-1", "99999999999999999999-1", "1-99999999999")) {
                assertThat(browsing.post(DESTRUCTION, DESTRUCTION, Map.of("chosen", chosen, "reason", "x")).statusCode()).as(chosen).isEqualTo(422);
            }
            assertThat(browsing.post(DESTRUCTION, DESTRUCTION, Map.of("chosen", "999999-1", "reason", "《个人信息保护法》第四十七条")).statusCode()).isEqualTo(409);
            assertThat(browsing.post(DESTRUCTION, DESTRUCTION + "/999999/destroyed", Map.of()).statusCode()).isEqualTo(409);
            assertThat(browsing.post(DESTRUCTION, DESTRUCTION + "/999999/refused", Map.of("decision999999", "x")).statusCode()).isEqualTo(409);
            assertThat(browsing.post(RETENTION, RETENTION, Map.of("days", "一年", "basis", "<b>", "validFrom", "2029-13-01")).body())
                    .contains("&lt;b&gt;").contains("2029-13-01");
        }
        assertThat(destructions.waiting(cast.approver())).isEmpty();
        assertThat(retentions.of(cast.tenant())).hasSize(1);
    }

    private Browsing as(SignedIn who) {
        var browsing = new Browsing(port);
        browsing.signIn(scene.login(who), Bureau.PASSWORD);
        return browsing;
    }

    private void raised(boolean ended) {
        var subject = new Subject("路灯不亮", "中山路路灯不亮", null, null, "网络", null, null, null, null, Map.of());
        var receipt = ((VoiceAnswer.Done<Receipt>) receiving.receive(cast.tenant(), new Submission("rectification", subject,
                Identity.of("张守一", "13812345678"), false, false, "zh", List.of(), UUID.randomUUID()))).value();
        if (ended) {
            assertThat(ledger.act(cast.coordinator(), receipt.matter(), new Act.Decline("不在本镇辖区。", "已告知所在地的受理电话。"), UUID.randomUUID(), null))
                    .isInstanceOf(Answer.Done.class);
        }
    }

    private void look(Page page, String name) {
        assertThat(page.content()).doesNotContain("{0}");
        picture(page, name);
        fitsItsWidth(page);
        isAccessible(page);
    }
}
