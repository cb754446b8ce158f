package org.mingbai.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.BrowserTest;
import org.mingbai.MingbaiTest;
import org.mingbai.Reader;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.web.Browsing;
import org.mingbai.intake.Identity;
import org.mingbai.intake.Receipt;
import org.mingbai.intake.Receiving;
import org.mingbai.intake.RightsRequest;
import org.mingbai.intake.RightsRequests;
import org.mingbai.intake.Submission;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.web.LedgerScene;
import org.springframework.beans.factory.annotation.Autowired;

/// What persons ask of their own data, as those meet it who decide; the pictures under target/screens are for looking at.
@MingbaiTest
class RightsPagesTest extends BrowserTest {

    @Autowired LedgerScene scene;
    @Autowired Receiving receiving;
    @Autowired RightsRequests requests;

    private SmallTown.Cast cast;
    private Receipt receipt;

    @BeforeEach
    void somebody_raised_something() {
        cast = scene.cast();
        receipt = raise();
    }

    @Test
    void whoever_keeps_requests_takes_one_down_finds_it_by_its_day_and_decides_on_every_screen_in_both_languages() {
        var login = scene.login(cast.coordinator());
        for (var reader : new Reader[] {Reader.onPhone(), Reader.atDesk().english()}) {
            receipt = raise();
            var name = "rights-" + reader.width() + "-" + reader.locale().substring(0, 2);
            var page = signedIn(reader, login, "/matters/" + receipt.matter().value());
            page.locator("a[href$='/voices/1/rights']").click();
            page.locator("button.primary").click();
            look(page, name + "-refused");
            page.locator("input[name=wish][value=DELETION]").check();
            page.locator("#f-checked").fill("看了身份证");
            page.locator("button.primary").click();
            page.locator("#decide").waitFor();
            look(page, name + "-one");
            page.navigate("/rights");
            look(page, name + "-list");
            page.locator("a[href='/rights/" + requests.waiting(cast.coordinator()).getLast().no() + "']").click();
            page.locator("input[name=outcome][value=STORED_ONLY]").check();
            page.locator("#f-reason").fill("还在保存期内");
            page.locator("button.primary").click();
            assertThat(page.locator("#f-reason").inputValue()).isEqualTo("还在保存期内");
            page.locator("#f-law").fill("《档案法》第三十条");
            page.locator("button.primary").click();
            page.getByText("《档案法》第三十条").first().waitFor();
            look(page, name + "-decided");
            page.navigate("/rights/limit");
            look(page, name + "-limit");
        }
    }

    @Test
    void the_person_asks_and_opens_what_is_held_on_every_screen() {
        for (var reader : new Reader[] {Reader.onPhone(), Reader.atDesk().english()}) {
            receipt = raise();
            var name = "rights-" + reader.width() + "-" + reader.locale().substring(0, 2) + "-own";
            var site = "/p/" + cast.tenant().value();
            var page = open(reader, site + "/r");
            page.locator("#f-code").fill(receipt.code());
            page.locator("button.primary").click();
            page.locator("a[href='" + site + "/r/rights']").click();
            page.locator("input[name=wish][value=ACCESS]").check();
            look(page, name + "-ask");
            page.locator("button.primary").click();
            var no = requests.waiting(cast.coordinator()).getLast().no();
            requests.decide(cast.coordinator(), no, RightsRequest.Outcome.GRANTED, "持有回执码", "");
            page.navigate(site + "/r/rights");
            look(page, name + "-answered");
            page.locator("form[action$='/data'] button").click();
            page.getByText("13812345678").waitFor();
            look(page, name + "-held");
        }
    }

    @Test
    void others_find_no_such_page_and_a_form_sent_twice_is_one_request() {
        var taking = "/matters/" + receipt.matter().value() + "/voices/1/rights";
        try (var browsing = new Browsing(port)) {
            browsing.signIn(scene.login(cast.coordinator()), Bureau.PASSWORD);
            var sent = Map.of("wish", "ACCESS", "checked", "看了身份证", "key", UUID.randomUUID().toString());
            assertThat(browsing.post(taking, taking, sent).statusCode()).isEqualTo(303);
            assertThat(browsing.post(taking, taking, sent).statusCode()).isEqualTo(303);
            assertThat(requests.waiting(cast.coordinator())).hasSize(1);
            var limit = browsing.post("/rights/limit", "/rights/limit", Map.of("days", "abc", "basis", "本局办法", "validFrom", "2026-13-45"));
            assertThat(limit.statusCode()).isEqualTo(422);
            assertThat(limit.body()).contains("1 到 365", "本局办法", "abc");
            assertThat(browsing.get("/rights/999999999").statusCode()).isEqualTo(404);
        }
        try (var browsing = new Browsing(port)) {
            browsing.signIn(scene.login(cast.checker()), Bureau.PASSWORD);
            assertThat(browsing.get(taking).statusCode()).isEqualTo(404);
            assertThat(browsing.get("/rights").statusCode()).isEqualTo(403);
        }
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
