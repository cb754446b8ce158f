package org.mingbai.directory.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mingbai.BrowserTest;
import org.mingbai.MingbaiTest;
import org.mingbai.Reader;
import org.mingbai.directory.Bureau;
import org.mingbai.directory.Directory;
import org.mingbai.directory.PersonId;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.springframework.beans.factory.annotation.Autowired;

/// The directory's pages as their readers see them, wide and narrow, in both languages.
@MingbaiTest
class DirectoryScreensTest extends BrowserTest {

    @Autowired Bureau bureau;
    @Autowired Directory directory;

    private Bureau.Made it;
    private PersonId clerk;
    private final String name = UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    void aCounty() {
        it = bureau.made();
        bureau.signingIn(it.keeper(), "sys-" + name, new Seat(it.county(), Role.SYSTEM_ADMIN));
        bureau.signingIn(it.keeper(), "sec-" + name, new Seat(it.county(), Role.SECURITY_ADMIN));
        bureau.signingIn(it.keeper(), "aud-" + name, new Seat(it.county(), Role.AUDIT_ADMIN));
        clerk = bureau.signingIn(it.keeper(), "clerk-" + name, new Seat(it.lamps(), Role.HANDLER), new Seat(it.roads(), Role.CHECKER));
        bureau.person(it.keeper(), "沈禾", new Seat(it.roadOffice(), Role.HANDLER), new Seat(it.roadOffice(), Role.APPROVER));
        bureau.person(it.keeper(), "周望", new Seat(it.county(), Role.LEADER));
    }

    private Page signedIn(Reader reader, String who) {
        var page = open(reader, "/sign-in");
        page.locator("#f-login").fill(who + "-" + name);
        page.locator("#f-password").fill(Bureau.PASSWORD);
        page.locator("#f-password").press("Enter");
        page.waitForURL(address -> !address.contains("/sign-in"));
        return page;
    }

    private void looksRight(SoftAssertions all, Page page, String path, String picture) {
        page.navigate(path);
        picture(page, picture);
        all.check(() -> isAccessible(page));
        all.check(() -> fitsItsWidth(page));
    }

    @Test
    void the_sign_in_page_takes_a_login_by_keyboard_alone_and_says_when_it_does_not() {
        for (var reader : List.of(Reader.atDesk(), Reader.onPhone().english())) {
            var page = open(reader, "/sign-in");
            isAccessible(page);
            fitsItsWidth(page);
            picture(page, "sign-in-" + reader.width());
            page.locator("#f-login").fill("clerk-" + name);
            page.keyboard().press("Tab");
            page.keyboard().type("wrong");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
            assertThat(page.locator("#f-login")).hasValue("clerk-" + name);
            isAccessible(page);
            picture(page, "sign-in-refused-" + reader.width());
        }
    }

    @Test
    void every_page_of_the_directory_fits_the_desk_and_the_phone_in_both_languages() {
        var unit = "/directory/organisations/" + it.lamps().value();
        var person = "/directory/people/" + clerk.value();
        var post = "/directory/posts/" + directory.postsOf(it.tenant(), clerk).getFirst().id().value();
        var all = new SoftAssertions();
        for (var reader : List.of(Reader.atDesk(), Reader.onPhone().english())) {
            var system = signedIn(reader, "sys");
            for (var path : List.of("/administration", "/directory", "/directory?q=路灯", unit, unit + "/description", unit + "/superior",
                    unit + "/closing", "/directory/organisations/new", "/directory/people/new", "/administration/directory-imports/new")) {
                looksRight(all, system, path, picture("sys", path, reader));
            }
            var security = signedIn(reader, "sec");
            for (var path : List.of("/administration", person, post + "/ending", post + "/stand-in", "/directory/posts/new",
                    "/administration/accounts", "/administration/accounts/" + clerk.value(), "/administration/sign-in-rules")) {
                looksRight(all, security, path, picture("sec", path, reader));
            }
            looksRight(all, signedIn(reader, "aud"), "/administration/audit", picture("aud", "audit", reader));
            var own = signedIn(reader, "clerk");
            looksRight(all, own, "/me", picture("clerk", "me", reader));
            looksRight(all, own, "/password", picture("clerk", "password", reader));
        }
        all.assertAll();
    }

    private String picture(String who, String path, Reader reader) {
        return "directory-" + who + path.replaceAll("[^a-z]+", "-") + "-" + reader.width();
    }

    @Test
    void a_sheet_shows_its_errors_at_their_cells_and_then_what_it_will_do() {
        var page = signedIn(Reader.atDesk().withoutScript(), "sys");
        bring(page, "单位名称,上级单位,统一社会信用代码\n水务局,清河县人民政府,91350100M000100Y44\n教育局,没有省,\n");
        assertThat(page.locator("main")).containsText("C2");
        assertThat(page.locator("main")).containsText("B3");
        picture(page, "directory-import-errors");
        bring(page, "单位名称,上级单位\n水务局,清河县人民政府\n供水科,水务局\n");
        picture(page, "directory-import-preview");
        page.locator("main button.primary").click();
        picture(page, "directory-import-done");
        assertThat(directory.unitsMeant(it.tenant(), "水务局/供水科")).hasSize(1);
    }

    private static void bring(Page page, String sheet) {
        page.navigate("/administration/directory-imports/new");
        page.locator("#f-file").setInputFiles(new FilePayload("单位.csv", "text/csv", sheet.getBytes(StandardCharsets.UTF_8)));
        page.locator("main button.primary").click();
    }
}
