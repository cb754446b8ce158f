package org.mingbai.supervision.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mingbai.BrowserTest;
import org.mingbai.MingbaiTest;
import org.mingbai.Reader;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Keeper;
import org.mingbai.ledger.web.LedgerScene;
import org.mingbai.supervision.RulePack;
import org.mingbai.supervision.TimeRules;
import org.springframework.beans.factory.annotation.Autowired;

/// The limits as their readers see them: `target/screens/limits-*.png`.
@MingbaiTest
class LimitScreensTest extends BrowserTest {

    private static final List<Reader> READERS = List.of(Reader.atDesk(), Reader.onPhone(), Reader.onPhone().english(),
            Reader.atDesk().english().inDark());

    @Autowired LedgerScene scene;
    @Autowired TimeRules rules;

    private String login;

    @BeforeAll
    void aTownAtWork() {
        var cast = scene.cast();
        var by = Keeper.program(cast.tenant(), "test");
        for (var pack : List.of("rectification", "beijing")) {
            rules.found(by, RulePack.shipped(pack).orElseThrow(), LedgerScene.BEGAN.minusDays(30));
        }
        scene.someOfEach(cast);
        scene.restoreToday();
        login = scene.login(cast.coordinator());
    }

    private Page signedIn(Reader reader) {
        var page = open(reader, "/sign-in");
        page.locator("#f-login").fill(login);
        page.locator("#f-password").fill(Bureau.PASSWORD);
        page.locator("#f-password").press("Enter");
        page.waitForURL(address -> !address.contains("/sign-in"));
        return page;
    }

    private void looksRight(SoftAssertions all, Page page, Reader reader, String picture) {
        var name = "limits-" + picture + "-" + reader.width() + "-" + reader.locale().substring(0, 2);
        picture(page, name);
        all.check(() -> isAccessible(page));
        all.check(() -> fitsItsWidth(page));
    }

    @Test
    void every_page_fits_the_desk_and_the_phone_in_both_languages() {
        var all = new SoftAssertions();
        for (var reader : READERS) {
            var page = signedIn(reader);
            page.navigate("/limits?register=rectification");
            looksRight(all, page, reader, "list");
            page.navigate("/limits/rectification.sign");
            looksRight(all, page, reader, "one");
            page.navigate("/limits/packs");
            looksRight(all, page, reader, "packs");
            page.navigate("/limits/packs/petition");
            looksRight(all, page, reader, "pack");
            page.navigate("/limits/packs/jinan");
            looksRight(all, page, reader, "pack-other");
            page.navigate("/limits/lights?set=blue");
            looksRight(all, page, reader, "lights");
            page.navigate("/limits/new");
            page.locator("#f-limit").fill("0日");
            page.locator("#limit button.primary").click();
            looksRight(all, page, reader, "wrong");
            page.navigate("/limits/rectification.sign/versions/new");
            page.locator("#f-limit").fill("300日");
            page.locator("#limit button.primary").click();
            looksRight(all, page, reader, "tried");
            page.context().close();
        }
        all.assertAll();
    }

    @Test
    void a_version_is_written_tried_and_put_in_force_without_script_and_by_keyboard() {
        var page = signedIn(Reader.atDesk().withoutScript());
        page.navigate("/limits/task.sign/versions/new");
        page.locator("#f-limit").fill("1工作日");
        page.locator("#f-basisTitle").fill("青榆镇督办办法");
        page.locator("#f-basisArticle").fill("第三条");
        page.locator("#f-basisArticle").press("Enter");
        assertThat(page.locator(".limit-sentence")).containsText("签收：派单起 1 个工作日，依据《青榆镇督办办法》第三条");
        page.locator(".limit-tried button.primary").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice-done")).containsText("第 2 版将从");
        assertThat(page.locator(".limit-versions")).containsText("尚未生效");
    }

    @Test
    void on_a_phone_the_desk_takes_two_lines_for_a_unit() {
        for (var reader : List.of(Reader.onPhone(), Reader.onPhone().english())) {
            var page = signedIn(reader);
            page.navigate("/supervision");
            picture(page, "desk-units-" + reader.width() + "-" + reader.locale().substring(0, 2));
            var unit = page.locator(".desk-units tbody tr").first();
            assertThat(unit).isVisible();
            org.assertj.core.api.Assertions.assertThat(unit.boundingBox().height).as(reader.locale()).isLessThan(120);
            fitsItsWidth(page);
            page.context().close();
        }
    }
}
