package org.mingbai.supervision.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
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
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.springframework.beans.factory.annotation.Autowired;

/// The calendar as its readers see it: `target/screens/calendar-*.png`.
@MingbaiTest
class CalendarScreensTest extends BrowserTest {

    private static final List<Reader> READERS = List.of(Reader.atDesk(), Reader.onPhone(), Reader.onPhone().english(),
            Reader.atDesk().english().inDark());

    @Autowired Bureau bureau;

    private final String login = "k" + UUID.randomUUID();

    @BeforeAll
    void aCoordinator() {
        var it = bureau.made();
        bureau.signingIn(it.keeper(), login, new Seat(it.county(), Role.COORDINATOR));
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
        var name = "calendar-" + picture + "-" + reader.width() + "-" + reader.locale().substring(0, 2);
        picture(page, name);
        glance(page, name + "-glance");
        all.check(() -> isAccessible(page));
        all.check(() -> fitsItsWidth(page));
    }

    @Test
    void every_page_fits_the_desk_and_the_phone_in_both_languages() {
        var all = new SoftAssertions();
        for (var reader : READERS) {
            var page = signedIn(reader);
            page.navigate("/calendar?year=2025");
            looksRight(all, page, reader, "known");
            page.navigate("/calendar?year=2027&from=2027-09-20&limit=100%E6%97%A5#count");
            looksRight(all, page, reader, "counted");
            page.navigate("/calendar?from=2025-09-20&limit=15");
            looksRight(all, page, reader, "wrong");
            page.navigate("/calendar/notices/new");
            looksRight(all, page, reader, "notice");
        }
        all.assertAll();
    }

    @Test
    void a_limit_is_counted_without_script_and_by_keyboard() {
        var page = signedIn(Reader.atDesk().withoutScript());
        page.navigate("/calendar");
        page.locator("#f-from").fill("2025-09-20");
        page.locator("#f-limit").fill("15日");
        page.locator("#f-limit").press("Enter");
        assertThat(page.locator(".count-due strong")).hasText("2025年10月9日 星期四");
        assertThat(page.locator("#f-limit")).hasValue("15日");
    }

    @Test
    void a_notice_is_looked_at_before_it_is_taken() {
        var all = new SoftAssertions();
        for (var reader : READERS) {
            var page = signedIn(reader);
            bring(page, "{\"year\": 2027, \"days\": [{\"date\": \"2027-13-01\"}]}");
            looksRight(all, page, reader, "notice-wrong");
            bring(page, """
                    {"year": 2027, "papers": ["https://a.example/%E5%9B%BD%E5%8A%A1%E9%99%A2%E5%8A%9E%E5%85%AC%E5%8E%85"], "days": [
                      {"date": "2027-02-05", "name": "春节", "isOffDay": true}, {"date": "2027-02-20", "name": "春节", "isOffDay": false},
                      {"date": "2027-06-21", "name": "仲夏", "isOffDay": true}]}
                    """);
            looksRight(all, page, reader, "notice-preview");
        }
        var page = signedIn(READERS.getFirst());
        bring(page, "{\"year\": 2028, \"days\": [{\"date\": \"2028-06-19\", \"name\": \"仲夏\", \"isOffDay\": true}]}");
        page.locator("main button.primary").click();
        assertThat(page.locator(".notice-done")).containsText("已采用");
        all.assertAll();
    }

    private static void bring(Page page, String notice) {
        page.navigate("/calendar/notices/new");
        page.locator("#f-file").setInputFiles(new FilePayload("2027.json", "application/json", notice.getBytes(StandardCharsets.UTF_8)));
        page.locator("main button.primary").click();
    }
}
