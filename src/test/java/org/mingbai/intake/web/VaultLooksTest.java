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
import org.mingbai.intake.Receiving;
import org.mingbai.intake.Submission;
import org.mingbai.intake.VoiceAnswer;
import org.mingbai.ledger.Entry;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.web.LedgerScene;
import org.springframework.beans.factory.annotation.Autowired;

/// Looking at who raised a matter, as people meet it; the pictures under target/screens are for looking at.
@MingbaiTest
class VaultLooksTest extends BrowserTest {

    @Autowired LedgerScene scene;
    @Autowired Receiving receiving;
    @Autowired Ledger ledger;

    private SmallTown.Cast cast;
    private MatterId matter;

    @BeforeEach
    void somebody_raised_something() {
        cast = scene.cast();
        var subject = new Subject("路灯不亮", "中山路路灯不亮", null, null, "网络", null, null, null, null, Map.of());
        matter = ((VoiceAnswer.Done<org.mingbai.intake.Receipt>) receiving.receive(cast.tenant(), new Submission("rectification", subject,
                Identity.of("张守一", "13812345678"), false, false, "zh", List.of(), UUID.randomUUID()))).value().matter();
    }

    @Test
    void a_coordinator_says_what_for_and_sees_who_it_was_once_on_every_screen_in_both_languages() {
        var login = scene.login(cast.coordinator());
        var auditor = scene.login(cast.auditor());
        for (var reader : new Reader[] {Reader.onPhone(), Reader.atDesk().english()}) {
            var name = "vault-" + reader.width() + "-" + reader.locale().substring(0, 2);
            var page = signedIn(reader, login, "/matters/" + matter.value());
            assertThat(page.content()).contains("138****5678").doesNotContain("张守一");
            look(page, name + "-matter");
            page.navigate("/matters/" + matter.value() + "/voices/1/identity");
            page.locator("button.primary").click();
            look(page, name + "-refused");
            page.locator("#f-purpose").fill("核对地点");
            page.locator("#f-purpose").press("Enter");
            page.getByText("张守一").waitFor();
            look(page, name + "-revealed");

            var log = signedIn(reader, auditor, "/vault-log");
            assertThat(log.content()).contains("核对地点").doesNotContain("张守一", "{0}");
            look(log, name + "-log");
            log.navigate("/vault-log?act=REVEALED&from=2020-01-01");
            assertThat(log.content()).contains("核对地点");
            look(log, name + "-filtered");
            log.navigate("/vault-log?act=DESTROYED&from=2020-13-01");
            assertThat(log.content()).contains("2020-13-01").doesNotContain("核对地点");
        }
    }

    @Test
    void without_script_a_form_shows_it_once_and_a_second_sending_is_refused() {
        try (var browsing = new Browsing(port)) {
            browsing.signIn(scene.login(cast.coordinator()), Bureau.PASSWORD);
            var form = "/matters/" + matter.value() + "/voices/1/identity";
            var sent = Map.of("purpose", "核对地点", "key", UUID.randomUUID().toString());

            var shown = browsing.post(form, form, sent);
            assertThat(shown.body()).contains("张守一", "13812345678");
            assertThat(shown.headers().firstValue("Cache-Control")).hasValueSatisfying(it -> assertThat(it).contains("no-store"));
            assertThat(browsing.post(form, form, sent).statusCode()).isEqualTo(409);
            assertThat(browsing.post(form, form, Map.of("purpose", "问张守一", "key", UUID.randomUUID().toString())).statusCode()).isEqualTo(422);
            assertThat(browsing.get("/matters/" + matter.value() + "/voices/2/identity").statusCode()).isEqualTo(404);
        }
        assertThat(ledger.journalOf(cast.coordinator(), matter)).filteredOn(line -> line.entry() instanceof Entry.IdentityRevealed).hasSize(1);
    }

    private void look(Page page, String name) {
        picture(page, name);
        fitsItsWidth(page);
        isAccessible(page);
    }
}
