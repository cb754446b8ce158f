package org.mingbai.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mingbai.BrowserTest;
import org.mingbai.MingbaiTest;
import org.mingbai.Reader;
import org.mingbai.SettableClock;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.Subject;
import org.mingbai.ledger.web.LedgerScene;
import org.mingbai.reporting.PublicFigures;
import org.springframework.beans.factory.annotation.Autowired;

/// A body's own figures in a browser: on a phone, without script, in both languages, and for whoever chooses them.
@MingbaiTest
class PublicFigureLooksTest extends BrowserTest {

    private static final List<Reader> READERS = List.of(Reader.onPhone(), Reader.atDesk(), Reader.onPhone().english().inDark(), Reader.atDesk().english());

    @Autowired LedgerScene scene;
    @Autowired SettableClock clock;
    @Autowired PublicFigures figures;

    private static Subject named(String title) {
        return new Subject(title, "夜里看不清路", null, "群众反映", "来访", "照明", null, null, null, Map.of());
    }

    private SmallTown.Cast aSpring() {
        var cast = scene.cast();
        for (int month = 3; month < 6; month++) {
            clock.set(LocalDate.of(2026, month, 2));
            for (int i = 0; i < month; i++) {
                scene.listed(cast, named("路灯不亮 " + month + "." + i));
            }
            scene.closed(cast, named("路灯亮了 " + month));
        }
        clock.set(LocalDate.of(2026, 6, 10));
        figures.choose(cast.coordinator(), Set.of("raised", "closed", "on-time", "open"), 0);
        return cast;
    }

    @Test
    void every_page_fits_and_is_accessible_on_every_screen_in_both_languages() {
        var cast = aSpring();
        var login = scene.login(cast.coordinator());
        var site = "/p/" + cast.tenant().value();
        for (var reader : READERS) {
            var name = "-" + reader.width() + "-" + reader.locale().substring(0, 2);
            var page = open(reader, site);
            for (var path : List.of("", "/figures", "/figures/raised", "/figures/on-time", "/figures?month=1999-01", "/data", "/data/dictionary")) {
                page.navigate(site + path);
                picture(page, "public" + path.replaceAll("[^a-z]+", "-") + name);
                fitsItsWidth(page);
                isAccessible(page);
            }
            var office = signedIn(reader, login, "/figures/public");
            for (var path : List.of("/figures/public", "/reports/lint")) {
                office.navigate(path);
                picture(office, "public-office" + path.replaceAll("[^a-z]+", "-") + name);
                fitsItsWidth(office);
                isAccessible(office);
            }
        }
    }

    @Test
    void a_month_is_chosen_and_the_figure_opened_without_script() {
        var site = "/p/" + aSpring().tenant().value();
        var page = open(Reader.onPhone().withoutScript(), site);
        page.getByText("我们办得怎么样").click();
        page.getByLabel("月份").selectOption("2026-04");
        page.getByText("查看", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.url()).endsWith("/figures?month=2026-04");
        page.getByText("提出数", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".public-value").innerText()).contains("5", "2026年4月");
        assertThat(page.locator("tbody tr")).satisfies(rows -> assertThat(rows.count()).isEqualTo(2));
    }
}
