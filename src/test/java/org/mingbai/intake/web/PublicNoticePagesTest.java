package org.mingbai.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.HashMap;
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
import org.mingbai.intake.Notices;
import org.mingbai.intake.Receipt;
import org.mingbai.intake.Receiving;
import org.mingbai.intake.Submission;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.web.LedgerScene;
import org.springframework.beans.factory.annotation.Autowired;

/// The notice to the public, from the form to the page everybody reads.
@MingbaiTest
class PublicNoticePagesTest extends BrowserTest {

    private static final String ALL = "/rights/notice";

    @Autowired LedgerScene scene;
    @Autowired Notices notices;
    @Autowired Receiving receiving;

    private SmallTown.Cast cast;

    @BeforeEach
    void a_town_of_its_own() {
        cast = scene.cast();
    }

    @Test
    void a_new_version_is_mended_looked_at_and_issued_and_an_older_receipt_leads_to_the_older_one() {
        var receipt = raise();
        var site = "/p/" + cast.tenant().value();
        var login = scene.login(cast.coordinator());
        for (var reader : new Reader[] {Reader.onPhone(), Reader.atDesk().english()}) {
            var name = "notice-" + reader.width() + "-" + reader.locale().substring(0, 2);
            var page = signedIn(reader, login, "/rights");
            page.locator("a[href='" + ALL + "']").click();
            page.locator("#f-zhHeading1").fill("谁负责");
            page.locator("#f-enText1").fill("");
            page.locator("#write button.primary").click();
            assertThat(page.locator("#f-zhHeading1").inputValue()).isEqualTo("谁负责");
            look(page, name + "-refused");
            page.locator("#f-enText1").fill("The supervision office.\nAsk at its counter.");
            page.locator("#write button.primary").click();
            look(page, name + "-preview");
            page.locator("button[value=edit]").click();
            assertThat(page.locator("#f-enText1").inputValue()).isEqualTo("The supervision office.\nAsk at its counter.");
            page.locator("#write button.primary").click();
            page.locator("button[value=put]").click();
            page.locator(".notice-done").waitFor();
            page.navigate(site + "/notice");
            assertThat(page.content()).contains(reader.width() > 1000 ? "Ask at its counter." : "谁负责");
            look(page, name + "-public");
            page.navigate(site + "/notice/1");
            look(page, name + "-earlier");
            page.navigate(site + "/r");
            page.locator("#f-code").fill(receipt.code());
            page.locator("button.primary").click();
            page.locator("a[href='" + site + "/notice/1']").click();
            assertThat(page.content()).doesNotContain("谁负责");
        }
        assertThat(notices.of(cast.tenant())).hasSize(3);
    }

    @Test
    void the_form_sent_twice_is_one_version_what_was_typed_stays_and_others_find_no_such_page() {
        var site = "/p/" + cast.tenant().value() + "/notice/";
        try (var browsing = new Browsing(port)) {
            browsing.signIn(scene.login(cast.coordinator()), Bureau.PASSWORD);
            var sent = new HashMap<>(Map.of("zhHeading1", "标题", "zhText1", "内容", "enHeading1", "Heading", "enText1", "Text <b>", "validFrom",
                    LocalDate.now().plusYears(20).toString(), "key", UUID.randomUUID().toString(), "step", "put"));
            assertThat(browsing.post(ALL, ALL, sent).statusCode()).isEqualTo(303);
            assertThat(browsing.post(ALL, ALL, sent).statusCode()).isEqualTo(303);
            assertThat(notices.of(cast.tenant())).hasSize(2);
            sent.put("zhText1", "别的");
            assertThat(browsing.post(ALL, ALL, sent).statusCode()).isEqualTo(409);
            sent.put("key", UUID.randomUUID().toString());
            sent.put("validFrom", "2026-13-45");
            var refused = browsing.post(ALL, ALL, sent);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("2026-13-45", "Text &lt;b&gt;", "别的");
            assertThat(browsing.get(ALL + "/2").statusCode()).isEqualTo(200);
            assertThat(browsing.get(ALL + "/3").statusCode()).isEqualTo(404);
        }
        try (var browsing = new Browsing(port)) {
            assertThat(browsing.get(site + "1").statusCode()).isEqualTo(200);
            for (var none : List.of("2", "0", "x", "99999999")) {
                assertThat(browsing.get(site + none).statusCode()).as(none).isEqualTo(404);
            }
            browsing.signIn(scene.login(cast.checker()), Bureau.PASSWORD);
            assertThat(browsing.get(ALL).statusCode()).isEqualTo(403);
            assertThat(browsing.get(ALL + "/1").statusCode()).isEqualTo(403);
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
