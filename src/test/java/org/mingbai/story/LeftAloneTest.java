package org.mingbai.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.BrowserTest;
import org.mingbai.MingbaiTest;
import org.mingbai.Reader;
import org.mingbai.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/// A screen left alone for longer than the tenant allows shows nothing more, and what was being written is not lost.
@MingbaiTest
class LeftAloneTest extends BrowserTest {

    private static final String WORDS = "门诊楼东侧没有停车的地方，病人把车停在马路上。";

    @Autowired HealthOffice office;
    @Autowired SettableClock clock;

    private HealthOffice.Staff staff;

    @BeforeEach
    void an_office() {
        clock.set(LocalDate.of(2026, 3, 2));
        staff = office.opened();
    }

    @Test
    void after_the_idle_time_one_signs_in_again_and_is_back_at_the_page_with_the_draft() {
        var page = writing();
        page.getByLabel("具体表现").fill(WORDS);
        assertThat(page.getByText("草稿已存")).isVisible();
        var before = page.url();

        clock.advance(Duration.ofMinutes(9));
        page.reload();
        assertThat(page).hasURL(before);
        clock.advance(Duration.ofMinutes(11));
        page.reload();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("已经自动退出");
        picture(page, "left-alone");
        signIn(page);
        assertThat(page).hasURL(before);
        assertThat(page.getByLabel("具体表现")).hasValue(WORDS);
        assertThat(page.getByText("已取回")).isVisible();
        picture(page, "left-alone-back");
    }

    @Test
    void what_is_written_after_it_is_not_called_kept() {
        var page = writing();
        clock.advance(Duration.ofMinutes(11));
        page.getByLabel("具体表现").fill(WORDS);
        assertThat(page.getByText("没有存下")).isVisible();
        assertThat(page.getByText("草稿已存")).isHidden();
        picture(page, "left-alone-not-kept");
        isAccessible(page);
    }

    private Page writing() {
        var page = open(Reader.atDesk(), "/");
        signIn(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("台账").setExact(true)).first().click();
        page.getByRole(AriaRole.MAIN).getByText("整改台账").first().click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("登一件事项")).first().click();
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).waitFor();
        return page;
    }

    private void signIn(Page page) {
        page.getByLabel("登录名").fill(staff.coordinator());
        page.getByLabel("口令").fill(HealthOffice.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录").setExact(true)).click();
    }
}
