package org.mingbai.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.BrowserTest;
import org.mingbai.MingbaiTest;
import org.mingbai.Reader;
import org.mingbai.ledger.Ledger;
import org.mingbai.ledger.MatterId;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.StageName;
import org.springframework.beans.factory.annotation.Autowired;

/// The matter page as people meet it; the pictures under target/screens are for looking at.
@MingbaiTest
class MatterLooksTest extends BrowserTest {

    @Autowired MatterScene scene;
    @Autowired Ledger ledger;

    private SmallTown.Cast cast;

    @BeforeEach
    void a_town() {
        scene.startOn(LocalDate.of(2026, 3, 2));
        cast = scene.cast();
    }

    @Test void the_page_fits_and_is_accessible_on_every_screen_in_both_languages_and_on_paper() {
        var id = scene.relapsed(cast);
        var login = scene.login(cast.roadsHandler());
        for (var reader : new Reader[] {Reader.atDesk(), Reader.atDesk().english(), Reader.onPhone(), Reader.onPhone().english(), Reader.wide(1920)
                .inDark(),
            Reader.wide(768)}) {
            var page = signedIn(reader, login, "/matters/" + id.value());
            var name = "matter-" + reader.width() + "-" + reader.locale().substring(0, 2) + (reader.dark() ? "-dark" : "");
            picture(page, name);
            glance(page, name + "-glance");
            fitsItsWidth(page);
            isAccessible(page);
            page.navigate("/matters/" + id.value() + "/acts/plan");
            picture(page, name + "-plan");
            fitsItsWidth(page);
            isAccessible(page);
        }
        var page = signedIn(Reader.atDesk(), login, "/matters/" + id.value());
        assertThat(print(page, "matter")).isNotEmpty();
    }

    @Test void a_claim_is_made_with_the_keyboard_alone() {
        var id = scene.working(cast);
        scene.act(cast.roadsHandler(), id, new org.mingbai.ledger.Act.AttachEvidence(java.util.List.of(1, 2, 3), java.util.List.of(), "都看过"));
        var page = signedIn(Reader.atDesk(), scene.login(cast.roadsHandler()), "/matters/" + id.value());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("申请销号")).focus();
        page.keyboard().press("Enter");
        page.waitForSelector("#act form");
        picture(page, "matter-act-in-place");
        isAccessible(page);
        page.locator("#f-outcome").focus();
        page.keyboard().press("Space");
        page.locator("#f-whatWasDone").focus();
        page.keyboard().type("全部更换完毕");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForSelector(".notice");
        assertThat(stage(id)).isEqualTo(StageName.CLAIMED);
        picture(page, "matter-claimed");
    }

    @Test void without_script_a_unit_is_assigned_and_a_fault_is_told_at_its_field() {
        var id = scene.raised(cast);
        scene.act(cast.coordinator(), id, new org.mingbai.ledger.Act.PutOnList(null));
        var page = signedIn(Reader.onPhone().withoutScript(), scene.login(cast.coordinator()), "/matters/" + id.value());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("交办").setExact(true)).click();
        picture(page, "matter-assign-375");
        page.locator("#f-lead").fill("没有的单位");
        page.locator("#f-leader").fill("王镇长");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("交办")).click();
        assertThat(page.locator(".errors").textContent()).contains("没有的单位");
        assertThat(page.locator("#f-leader").inputValue()).isEqualTo("王镇长");
        picture(page, "matter-assign-refused-375");
        page.locator("#f-lead").fill("路灯所");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("交办")).click();
        assertThat(page.locator(".notice").textContent()).contains("交办");
        assertThat(stage(id)).isEqualTo(StageName.ASSIGNED);
    }

    @Test void a_closed_matter_bears_its_seal_and_a_merge_or_a_raise_finds_its_form() {
        var id = scene.closed(cast);
        var login = scene.login(cast.coordinator());
        var page = signedIn(Reader.atDesk(), login, "/matters/" + id.value());
        assertThat(page.locator(".seal").count()).isEqualTo(1);
        picture(page, "matter-closed");
        page.navigate("/matters/new?register=rectification");
        picture(page, "matter-raise");
        isAccessible(page);
        page.navigate("/matters/" + scene.raised(cast).value() + "/acts/merger");
        picture(page, "matter-merge");
        isAccessible(page);
    }

    private StageName stage(MatterId id) {
        return ledger.matter(cast.coordinator(), id).orElseThrow().stage().named();
    }
}
