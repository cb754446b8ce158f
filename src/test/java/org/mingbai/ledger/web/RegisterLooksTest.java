package org.mingbai.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mingbai.BrowserTest;
import org.mingbai.MingbaiTest;
import org.mingbai.Reader;
import org.mingbai.directory.Bureau;
import org.mingbai.ledger.SmallTown;
import org.springframework.beans.factory.annotation.Autowired;

/// Tray and registers as people see them: `target/screens/ledger-*.png`.
@MingbaiTest
class RegisterLooksTest extends BrowserTest {

    @Autowired LedgerScene scene;

    private SmallTown.Cast cast;
    private String coordinator;
    private String handler;

    @BeforeAll
    void aTownAtWork() {
        cast = scene.cast();
        scene.someOfEach(cast);
        coordinator = scene.login(cast.coordinator());
        handler = scene.login(cast.roadsHandler());
    }

    @Test
    void registers_and_trays_fit_every_reader_and_are_accessible() {
        for (var reader : List.of(Reader.onPhone(), Reader.wide(1280), Reader.onPhone().english(), Reader.wide(1280).english().inDark(),
                Reader.wide(1280).withoutScript())) {
            var name = reader.width() + "-" + reader.locale().substring(0, 2) + (reader.script() ? "" : "-noscript");
            var page = signedIn(reader, coordinator);
            for (var path : PATHS) {
                page.navigate(path);
                var file = "ledger" + path.replaceAll("[^a-z]+", "-") + "-" + name;
                glance(page, file);
                fitsItsWidth(page);
                if (reader.script()) {
                    isAccessible(page);
                }
            }
            page.context().close();
        }
    }

    private static final List<String> PATHS = List.of("/tray", "/registers", "/registers/rectification", "/registers/rectification/policy",
            "/registers/rectification?light=late&group=unit&height=low", "/registers/rectification?words=%E6%B2%A1%E6%9C%89%E8%BF%99%E6%A0%B7",
            "/search?q=%E8%B7%AF%E7%81%AF");

    @Test
    void several_are_chosen_and_put_on_the_list_without_script() {
        for (var reader : List.of(Reader.wide(1280).withoutScript(), Reader.onPhone())) {
            var page = signedIn(reader, coordinator);
            page.navigate("/registers/rectification?stage=raised&all");
            page.locator("#f-act").selectOption("put-on-list");
            page.locator(".bulk button").click();
            picture(page, "ledger-bulk-" + reader.width());
            if (!reader.script()) {
                page.locator("[name=matter]").nth(1).uncheck();
                page.locator("[name=matter]").nth(2).uncheck();
            }
            page.locator("main button.primary").click();
            assertThat(page.locator(".notice-done").textContent()).contains("件已办");
            picture(page, "ledger-bulk-done-" + reader.width());
            if (reader.script()) {
                isAccessible(page);
            }
        }
    }

    @Test
    void the_search_box_answers_while_somebody_types() {
        var page = signedIn(Reader.wide(1280), coordinator);
        page.locator("#q").pressSequentially("路灯所");
        page.locator("#answers .found a").first().waitFor();
        assertThat(page.locator("#answers").textContent()).contains("路灯所");
        glance(page, "ledger-search-typing");
        isAccessible(page);
    }

    @Test
    void a_register_prints_with_its_head_on_every_sheet() {
        assertThat(print(signedInAt(Reader.wide(1280), coordinator, "/registers/rectification"), "ledger-register")).isNotEmpty();
    }

    private Page signedInAt(Reader reader, String login, String path) {
        var page = signedIn(reader, login);
        page.navigate(path);
        return page;
    }

    @Test
    void a_handler_sees_his_own() {
        for (var reader : List.of(Reader.onPhone(), Reader.wide(1280))) {
            var page = signedIn(reader, handler);
            page.navigate("/tray");
            picture(page, "ledger-tray-handler-" + reader.width());
            assertThat(page.content()).contains("路灯所");
        }
    }

    private Page signedIn(Reader reader, String login) {
        var page = open(reader, "/sign-in");
        page.locator("[name=login]").fill(login);
        page.locator("[name=password]").fill(Bureau.PASSWORD);
        page.locator("main form button.primary").click();
        page.waitForURL(url -> !url.contains("sign-in"));
        return page;
    }
}
