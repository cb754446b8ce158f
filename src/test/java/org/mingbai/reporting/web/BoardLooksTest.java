package org.mingbai.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingbai.BrowserTest;
import org.mingbai.MingbaiTest;
import org.mingbai.Reader;
import org.mingbai.SettableClock;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.web.LedgerScene;
import org.springframework.beans.factory.annotation.Autowired;

/// Boards in a browser: the charts are drawn under the content policy, lead on, come out as pictures, and fit every screen.
@MingbaiTest
class BoardLooksTest extends BrowserTest {

    @Autowired LedgerScene scene;
    @Autowired SettableClock clock;

    private SmallTown.Cast someLife() {
        var cast = scene.cast();
        scene.closed(cast, named("一号路灯不亮"));
        clock.set(LedgerScene.BEGAN);
        scene.underWay(cast, named("二号路灯不亮"), clock.today().plusDays(2));
        scene.listed(cast, named("三号路灯不亮"));
        scene.restoreToday();
        return cast;
    }

    private static Subject named(String title) {
        return new Subject(title, "夜里看不清路", null, "群众反映", "来访", "照明", null, null, null, Map.of());
    }

    @Test
    void every_board_fits_and_is_accessible_on_every_screen_in_both_languages() {
        var cast = someLife();
        var login = scene.login(cast.auditor());
        for (var reader : List.of(Reader.atDesk(), Reader.onPhone(), Reader.onPhone().english(), Reader.wide(1920).english().inDark(),
                Reader.atDesk().withoutScript())) {
            var page = signedIn(reader, login, "/boards");
            for (var path : List.of("/boards", "/boards/unit/" + cast.roads().value(), "/boards/wall")) {
                page.navigate(path);
                if (reader.script()) {
                    page.waitForSelector(".chart-drawn svg");
                }
                picture(page, "boards-" + reader.width() + (reader.script() ? "" : "-without-script") + path.replaceAll("[^a-z]+", "-"));
                fitsItsWidth(page);
                if (reader.script()) {
                    isAccessible(page);
                }
            }
        }
    }

    @Test
    void without_script_the_tables_are_open_and_nothing_is_offered_that_would_not_work() {
        var page = signedIn(Reader.atDesk().withoutScript(), scene.login(someLife().auditor()), "/boards");
        assertThat(page.locator("#units table").isVisible()).isTrue();
        assertThat(page.locator(".chart-drawn").first().isVisible()).isFalse();
        assertThat(page.locator("[data-save]").first().isVisible()).isFalse();
    }

    @Test
    void a_mark_leads_where_its_number_in_the_table_leads() {
        var page = signedIn(Reader.atDesk(), scene.login(someLife().auditor()), "/boards");
        page.waitForSelector("#units .chart-drawn svg");
        assertThat(page.locator("#units table").isVisible()).isFalse();
        page.locator("#units summary").press("Enter");
        var number = page.locator("#units td[data-number='1'] a").first();
        var leads = number.getAttribute("href");
        assertThat(leads).contains("/figures/late-share/cases", "portion=PART");
        var late = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--late').trim()");
        var bar = page.locator("#units .chart-drawn svg path[fill='" + late + "']");
        bar.first().click(new Locator.ClickOptions().setForce(true));
        page.waitForURL(url -> url.endsWith(leads));
        assertThat(page.locator("main").innerText()).contains("二号路灯不亮").doesNotContain("三号");
    }

    @Test
    void a_chart_comes_out_as_a_picture_with_its_title() throws IOException {
        var page = signedIn(Reader.atDesk(), scene.login(someLife().auditor()), "/boards");
        page.waitForSelector("#months .chart-drawn svg");
        var svg = Files.readString(saved(page, "svg"));
        assertThat(svg).startsWith("<svg").contains("进来与办结", "列账数");
        assertThat(Files.readAllBytes(saved(page, "png"))).startsWith(0x89, 'P', 'N', 'G').hasSizeGreaterThan(5000);
        assertThat(print(page, "boards")).hasSizeGreaterThan(10_000);
    }

    private static Path saved(Page page, String as) {
        return page.waitForDownload(() -> page.locator("#months [data-save=" + as + "]").click()).path();
    }
}
