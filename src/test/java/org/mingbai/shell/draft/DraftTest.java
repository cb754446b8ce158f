package org.mingbai.shell.draft;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.BrowserTest;
import org.mingbai.Reader;
import org.mingbai.TestDatabase;
import org.mingbai.shell.SampleFrame;
import org.mingbai.shell.Viewer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(classes = DraftTest.ShellWithDatabase.class, properties = "mingbai.style-page=true", webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class DraftTest extends BrowserTest {

    @EnableAutoConfiguration
    @ConfigurationPropertiesScan("org.mingbai.shell")
    @ComponentScan(basePackages = "org.mingbai.shell", excludeFilters =
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
    @Import(SampleFrame.class)
    static class ShellWithDatabase {}

    private static final String FORM = "/shell/style/form";
    private static final String TYPED = "桥头没有护栏 <b> ' 𠮷";

    @Autowired
    DraftTable drafts;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void nothingKept() {
        db.sql("insert into directory.tenant (id, name) values (9001, '样子镇') on conflict do nothing").update();
        drafts.forget(SampleFrame.CLERK, "style-form");
    }

    @Test
    void what_was_typed_is_found_again_on_another_machine() {
        var page = open(Reader.atDesk(), FORM);
        page.fill("#f-title", TYPED);
        page.check("input[name=kind][value=preventive]");
        page.uncheck("#f-public");
        assertThat(page.locator(".draft")).containsText("草稿已存");

        var other = open(Reader.onPhone(), FORM);
        assertThat(other.locator(".draft")).containsText("已取回");
        assertThat(other.locator("#f-title")).hasValue(TYPED);
        assertThat(other.locator("input[name=kind][value=preventive]")).isChecked();
        assertThat(other.locator("#f-public")).not().isChecked();
        isAccessible(other);
    }

    @Test
    void a_draft_can_be_discarded() {
        drafts.keep(SampleFrame.CLERK, "style-form", "[[\"title\",\"old\"]]");
        var page = open(Reader.atDesk(), FORM);
        assertThat(page.locator("#f-title")).hasValue("old");
        page.locator(".draft button").click();
        assertThat(page.locator("#f-title")).hasValue("");
        assertThat(page.locator(".draft")).isHidden();
        assertThat(drafts.find(SampleFrame.CLERK, "style-form")).isEmpty();
    }

    @Test
    void a_form_that_was_taken_leaves_no_draft_and_one_that_was_refused_does() {
        drafts.keep(SampleFrame.CLERK, "style-form", "[[\"title\",\"old\"]]");
        var page = open(Reader.atDesk().withoutScript(), FORM);
        page.locator("form.form button.primary").click();
        assertThat(page.locator(".errors")).isVisible();
        assertThat(drafts.find(SampleFrame.CLERK, "style-form")).isPresent();

        page.fill("#f-title", "桥头没有护栏");
        page.locator("form.form button.primary").click();
        assertThat(page.locator(".notice-done").first()).hasText("已记下。");
        assertThat(drafts.find(SampleFrame.CLERK, "style-form")).isEmpty();
    }

    @Test
    void what_is_sent_while_it_is_being_typed_is_not_kept_beside_the_act() {
        var page = open(Reader.atDesk(), FORM);
        var kept = new ArrayList<String>();
        page.context().onRequest(request -> {
            if (request.method().equals("PUT")) {
                kept.add(request.url());
            }
        });
        page.fill("#f-title", "桥头没有护栏");
        page.locator("form.form button.primary").click();
        assertThat(page.locator(".notice-done").first()).hasText("已记下。");
        assertThat(kept).isEmpty();
        assertThat(drafts.find(SampleFrame.CLERK, "style-form")).isEmpty();
    }

    @Test
    void nobody_finds_anothers_draft() {
        drafts.keep(SampleFrame.CLERK, "style-form", "[]");
        assertThat(drafts.find(new Viewer(9001, 8, "", "", Optional.empty(), Set.of()), "style-form")).isEmpty();
        assertThat(drafts.find(new Viewer(9002, 7, "", "", Optional.empty(), Set.of()), "style-form")).isEmpty();
    }
}
