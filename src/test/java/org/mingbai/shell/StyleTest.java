package org.mingbai.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingbai.BrowserTest;
import org.mingbai.Reader;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/// The pictures of this test are for looking at: `target/screens/style-*.png`.
@SpringBootTest(classes = ShellAlone.class, properties = "mingbai.style-page=true", webEnvironment = WebEnvironment.RANDOM_PORT)
class StyleTest extends BrowserTest {

    private static final List<String> PAGES = List.of("", "/register", "/matter", "/form", "/confirm");

    @ParameterizedTest
    @CsvSource({"768, zh", "768, en", "1280, zh", "1920, en"})
    void every_page_fits_every_width(int width, String language) {
        var reader = Reader.wide(width);
        look(language.equals("zh") ? reader : reader.english(), language + "-" + width, false);
    }

    @Test
    void the_check_for_accessibility_finds_a_fault() {
        var page = open(Reader.atDesk(), "/shell/style");
        page.evaluate("document.querySelector('main').append(new Image())");
        assertThatThrownBy(() -> isAccessible(page)).isInstanceOf(AssertionError.class).hasMessageContaining("image-alt");
    }

    @Test
    void every_page_is_accessible_on_a_phone() {
        look(Reader.onPhone(), "zh-375", true);
        look(Reader.onPhone().english().inDark(), "dark-en-375", true);
    }

    @Test
    void every_page_is_accessible_at_a_desk_in_the_dark() {
        look(Reader.atDesk().inDark(), "dark-1280", true);
    }

    @Test
    void every_page_bears_to_be_read_at_twice_its_size() {
        look(Reader.atDesk().zoomed(), "zoomed", true);
    }

    @Test
    void what_sticks_to_the_edges_leaves_most_of_the_window_free() {
        for (var reader : List.of(Reader.atDesk(), Reader.onPhone(), Reader.onPhone().english(), Reader.atDesk().zoomed())) {
            var page = open(reader, "/shell/style/matter");
            var stuck = (Number) page.evaluate("""
                    [...document.querySelectorAll(".acts, .places, .top")].filter(it => ["sticky", "fixed"].includes(getComputedStyle(it).position))
                        .reduce((sum, it) => sum + (it.offsetWidth > innerWidth / 2 ? it.offsetHeight : 0), 0) / innerHeight""");
            assertThat(stuck.doubleValue()).as(reader.toString()).isLessThan(0.28);
        }
    }

    @Test
    void whatever_can_be_touched_is_large_enough_for_a_thumb() {
        var page = open(Reader.onPhone(), "/shell/style/form");
        var small = page.evaluate("""
                [...document.querySelectorAll(`button, .button, input:not([type=hidden], [type=checkbox], [type=radio]), select, textarea,
                        label:has(input), .place, summary`)]
                    .filter(it => it.checkVisibility() && it.getBoundingClientRect().height < 43.5 && !it.matches(".plain"))
                    .map(it => it.outerHTML.slice(0, 120))""");
        assertThat((List<?>) small).isEmpty();
    }

    @Test
    void the_keyboard_reaches_the_content_first_and_sees_where_it_is() {
        var page = open(Reader.atDesk(), "/shell/style/register");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("content");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).isEqualTo("solid");
    }

    @Test
    void a_refused_form_leads_to_what_must_be_mended() {
        for (var reader : List.of(Reader.atDesk(), Reader.onPhone().english().inDark(), Reader.atDesk().withoutScript())) {
            var page = open(reader, "/shell/style/form");
            page.locator("form.form button.primary").click();
            page.locator(".errors a").first().click();
            assertThat(page.url()).endsWith("#f-title");
            if (reader.script()) {
                assertThat(page.evaluate("document.activeElement.id")).isEqualTo("f-title");
                isAccessible(page);
            }
            fitsItsWidth(page);
            picture(page, "style-refused-" + reader.width());
        }
    }

    @Test
    void an_act_that_was_done_is_said_once_on_the_next_page() {
        var page = open(Reader.atDesk(), "/shell/style/confirm");
        page.locator("button.primary").click();
        assertThat(page.locator("main > .notice-done").textContent().strip()).isEqualTo("已导入 121 件。");
        page.reload();
        assertThat(page.locator("main > .notice-done").count()).isZero();
    }

    @Test
    void the_frame_without_a_reader_known_and_the_pages_of_errors_are_accessible() {
        var page = open(Reader.onPhone(), "/nowhere");
        isAccessible(page);
        picture(page, "error-404");
    }

    @Test
    void registers_and_matters_are_made_for_paper_too() {
        for (var name : List.of("register", "matter")) {
            var page = open(Reader.atDesk(), "/shell/style/" + name);
            var pdf = new String(print(page, "style-" + name), StandardCharsets.ISO_8859_1);
            assertThat(pdf).contains(name.equals("register") ? "/MediaBox [0 0 841." : "/MediaBox [0 0 595.");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            picture(page, "style-print-" + name);
            assertThat(page.locator(".places, .acts, .top").all()).noneMatch(part -> part.isVisible());
        }
    }

    private void look(Reader reader, String name, boolean accessible) {
        var page = visit(reader).newPage();
        for (var path : PAGES) {
            page.navigate("/shell/style" + path);
            var file = "style" + path.replace('/', '-') + "-" + name;
            glance(page, file);
            fitsItsWidth(page);
            if (accessible) {
                isAccessible(page);
            }
        }
    }
}
