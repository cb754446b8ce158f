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
import org.mingbai.intake.Identity;
import org.mingbai.intake.Receipt;
import org.mingbai.intake.Receiving;
import org.mingbai.intake.Receptions;
import org.mingbai.intake.Submission;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.web.LedgerScene;
import org.springframework.beans.factory.annotation.Autowired;

/// A reception day from being arranged to what was said on it, as the office and the one who comes see it.
@MingbaiTest
class ReceptionPagesTest extends BrowserTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate DAY = TODAY.plusDays(3);

    @Autowired LedgerScene scene;
    @Autowired Receptions receptions;
    @Autowired Receiving receiving;
    @Autowired SettableClock clock;

    private SmallTown.Cast cast;

    @BeforeEach
    void a_town_of_its_own() {
        clock.set(TODAY);
        cast = scene.cast();
    }

    @Test
    void the_office_arranges_it_the_resident_books_and_what_was_said_is_written_down() {
        var login = scene.login(cast.coordinator());
        var site = "/p/" + cast.tenant().value();
        for (var reader : new Reader[] {Reader.onPhone(), Reader.atDesk().english()}) {
            clock.set(TODAY);
            var name = "reception-" + reader.width() + "-" + reader.locale().substring(0, 2);
            var office = signedIn(reader, login, "/receptions");
            office.locator("#f-receiver").fill("镇长 韩立夏 " + reader.width());
            office.locator("#announce button.primary").click();
            assertThat(office.locator(".field-wrong").count()).isEqualTo(1);
            look(office, name + "-refused");
            office.locator("#f-place").fill("镇政府一楼接待室");
            office.locator("#f-day").fill(DAY.toString());
            office.locator("#announce button.primary").click();
            office.locator(".notice-done").waitFor();
            look(office, name + "-arranged");

            var receipt = raise();
            var resident = open(reader, site + "/receptions");
            assertThat(resident.content()).contains("韩立夏");
            look(resident, name + "-open");
            resident.navigate(site + "/r");
            resident.locator("#f-code").fill(receipt.code());
            resident.locator("button.primary").click();
            resident.locator("a[href='" + site + "/r/reception']").click();
            resident.locator("button.primary").click();
            assertThat(resident.locator("#e-slot").isVisible()).isTrue();
            look(resident, name + "-choose");
            resident.locator("input[name=slot]").last().check();
            resident.locator("button.primary").click();
            resident.locator(".notice-done").waitFor();
            look(resident, name + "-booked");

            clock.set(DAY);
            var there = signedIn(reader, login, "/receptions");
            look(there, name + "-list");
            there.locator("th a").last().click();
            there.locator("#guests button").first().click();
            assertThat(there.locator("#guests .field-wrong").count()).isEqualTo(1);
            there.locator("#guests input[value=yes]").first().check();
            there.locator("#guests textarea").first().fill("先修灯杆，月底前换灯头。");
            look(there, name + "-day");
            there.locator("#guests button").first().click();
            there.locator(".notice-done").waitFor();
            there.locator("#guests a").first().click();
            assertThat(there.content()).contains("月底前换灯头");
        }
    }

    @Test
    void others_find_no_such_page_and_forged_forms_write_nothing() {
        var receipt = raise();
        var site = "/p/" + cast.tenant().value();
        try (var browsing = as(cast.checker())) {
            assertThat(browsing.get("/receptions").statusCode()).isEqualTo(403);
            assertThat(browsing.post("/tray", "/receptions", Map.of("place", "x")).statusCode()).isEqualTo(403);
            assertThat(browsing.get("/receptions/1").statusCode()).isEqualTo(403);
        }
        try (var browsing = as(cast.coordinator())) {
            var form = Map.of("receiver", "镇长", "place", "楼\"><b>", "day", DAY.toString(), "starts", "9时", "ends", "10:00", "slotMinutes", "二十",
                    "perSlot", "1");
            var refused = browsing.post("/receptions", "/receptions", form);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("9时", "二十").doesNotContain("楼\"><b>");
            assertThat(browsing.get("/receptions/999999").statusCode()).isEqualTo(404);
            assertThat(browsing.post("/receptions", "/receptions/999999/calling-off", Map.of("why", "x")).statusCode()).isEqualTo(404);
            var own = "/matters/" + receipt.matter().value() + "/voices/1/reception";
            assertThat(browsing.get(own).body()).contains("现在没有可以约的时间");
            for (var slot : List.of("", "x", "1-09:00", "1-25:00", "99999999999999999999-09:00")) {
                assertThat(browsing.post(own, own, Map.of("slot", slot)).statusCode()).as(slot).isEqualTo(422);
            }
            assertThat(browsing.get("/matters/" + receipt.matter().value() + "/voices/9/reception").statusCode()).isEqualTo(404);
        }
        try (var browsing = new Browsing(port)) {
            assertThat(browsing.get(site + "/receptions").body()).contains("现在没有可以约的时间");
            assertThat(browsing.get(site + "/r/reception").statusCode()).isEqualTo(303);
            assertThat(browsing.get("/p/99999999/receptions").statusCode()).isEqualTo(404);
        }
        assertThat(receptions.coming(cast.coordinator())).isEmpty();
    }

    private Browsing as(SignedIn who) {
        var browsing = new Browsing(port);
        browsing.signIn(scene.login(who), Bureau.PASSWORD);
        return browsing;
    }

    private Receipt raise() {
        var subject = new Subject("路灯不亮", "中山路路灯不亮", null, null, "网络", null, null, null, null, Map.of());
        return ((VoiceAnswer.Done<Receipt>) receiving.receive(cast.tenant(), new Submission("rectification", subject,
                Identity.of("张守一", "13812345678"), false, false, "zh", List.of(), UUID.randomUUID()))).value();
    }

    private void look(Page page, String name) {
        assertThat(page.content()).doesNotContain("{0}");
        picture(page, name);
        fitsItsWidth(page);
        isAccessible(page);
    }
}
