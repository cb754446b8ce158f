package org.mingbai.supervision.slip.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.BrowserTest;
import org.mingbai.MingbaiTest;
import org.mingbai.Reader;
import org.mingbai.SettableClock;
import org.mingbai.directory.Keeper;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.supervision.slip.SlipKind;
import org.mingbai.supervision.slip.SlipRule;
import org.mingbai.supervision.slip.SlipRules;
import org.springframework.beans.factory.annotation.Autowired;

/// The slips' pages as people meet them; the pictures under target/screens are for looking at.
@MingbaiTest
class SlipLooksTest extends BrowserTest {

    @Autowired SlipScene scene;
    @Autowired SlipRules rules;
    @Autowired SettableClock clock;

    private SmallTown.Cast cast;
    private MatterId matter;

    @BeforeEach
    void aTown() {
        cast = scene.cast();
        matter = scene.matter(cast);
    }

    @Test
    void every_page_fits_and_is_accessible_on_every_screen_in_both_languages() {
        var prompt = scene.sent(cast, SlipKind.PROMPT, matter);
        var answered = scene.answered(cast, SlipKind.RECTIFICATION, matter);
        scene.drafted(cast, SlipKind.NOTICE, matter);
        assertThat(rules.put(cast.coordinator(), Keeper.of(cast.coordinator(), ""), new SlipRules.Asked("", cast.office(), SlipRule.Occasion.CLOCK_LATE,
                null, null, 5, SlipKind.WARNING, 3, false, "督查督办工作办法第九条：逾期五日的，发预警单", clock.today().plusDays(1)), UUID.randomUUID()))
                .isEmpty();
        clock.set(SlipScene.DAY.plusDays(4));
        var office = scene.login(cast.coordinator());
        var unit = scene.login(cast.roadsHandler());
        for (var reader : new Reader[] {Reader.atDesk(), Reader.onPhone(), Reader.onPhone().english()}) {
            var name = "slip-" + reader.width() + "-" + reader.locale().substring(0, 2) + "-";
            var desk = signedIn(reader, office, "/slips");
            look(desk, name + "register");
            for (var path : new String[] {"/slips/" + answered.id(), "/slips/" + prompt.id(), "/slips/new?matter=" + matter.value(),
                "/slips/new?follows=" + prompt.id(), "/slips/" + answered.id() + "/acts/return", "/slips/settings",
                "/slips/rules", "/matters/" + matter.value()}) {
                desk.navigate(path);
                look(desk, name + path.replaceAll("[^a-z]+", "-").replaceAll("^-", "") + (path.contains(Long.toString(answered.id())) ? "answered" : ""));
            }
            var ours = signedIn(reader, unit, "/slips/ours");
            look(ours, name + "ours");
            ours.navigate("/slips/" + prompt.id() + "/acts/answer");
            look(ours, name + "answer");
        }
        var page = signedIn(Reader.atDesk(), office, "/slips/" + answered.id());
        assertThat(print(page, "slip")).isNotEmpty();
    }

    private void look(Page page, String name) {
        picture(page, name);
        fitsItsWidth(page);
        isAccessible(page);
    }

    @Test
    void a_unit_answers_with_the_keyboard_alone() {
        var slip = scene.sent(cast, SlipKind.PROMPT, matter);
        var page = signedIn(Reader.atDesk(), scene.login(cast.roadsHandler()), "/slips/" + slip.id());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("答复").setExact(true)).focus();
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.endsWith("/acts/answer"));
        page.locator("#f-progress").focus();
        page.keyboard().type("灯亮了");
        page.locator("#f-signer").focus();
        page.keyboard().type("李所长");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.endsWith("/slips/" + slip.id()));
        assertThat(page.locator("#content").innerText()).contains("待认可", "灯亮了");
    }
}
