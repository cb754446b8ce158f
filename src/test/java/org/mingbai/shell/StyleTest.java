package org.mingbai.shell;

import com.microsoft.playwright.Page;
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
    @CsvSource({"375", "768", "1280", "1920"})
    void every_page_fits_and_is_accessible_at_every_width_in_both_languages_and_lights(int width) {
        var reader = width < 768 ? Reader.onPhone() : Reader.wide(width);
        look(reader, "zh-" + width);
        look(reader.english(), "en-" + width);
        look(reader.inDark(), "dark-" + width);
    }

    @Test
    void every_page_bears_to_be_read_at_twice_its_size() {
        look(Reader.atDesk().zoomed(), "zoomed");
    }

    @Test
    void a_refused_form_leads_to_what_must_be_mended() {
        for (var reader : List.of(Reader.atDesk(), Reader.onPhone().english().inDark())) {
            var page = open(reader, "/shell/style/form");
            page.locator("form.form button.primary").click();
            isAccessible(page);
            fitsItsWidth(page);
            picture(page, "style-refused-" + reader.width());
            page.locator(".errors a").first().click();
            org.assertj.core.api.Assertions.assertThat(page.evaluate("document.activeElement.id")).isEqualTo("f-title");
        }
    }

    @Test
    void registers_and_matters_are_made_for_paper_too() {
        for (var name : List.of("register", "matter")) {
            var pdf = print(open(Reader.atDesk(), "/shell/style/" + name), "style-" + name);
            org.assertj.core.api.Assertions.assertThat(pdf).isNotEmpty();
        }
    }

    private void look(Reader reader, String name) {
        for (var path : PAGES) {
            Page page = open(reader, "/shell/style" + path);
            var file = "style" + path.replace('/', '-') + "-" + name;
            picture(page, file);
            glance(page, file + "-glance");
            fitsItsWidth(page);
            isAccessible(page);
            page.context().close();
        }
    }
}
