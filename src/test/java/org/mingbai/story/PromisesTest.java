package org.mingbai.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.BrowserTest;
import org.mingbai.MingbaiTest;
import org.mingbai.Reader;
import org.mingbai.SettableClock;
import org.mingbai.directory.Directory;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.People;
import org.mingbai.directory.Role;
import org.mingbai.directory.Seat;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.Span;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.web.MatterScene;
import org.springframework.beans.factory.annotation.Autowired;

/// What the product promises, as those see it whom it binds.
@MingbaiTest
class PromisesTest extends BrowserTest {

    private static final String LAMP = "中山路 12 号门前路灯不亮已有两周";

    @Autowired MatterScene scene;
    @Autowired People people;
    @Autowired Directory directory;
    @Autowired SettableClock clock;

    private SmallTown.Cast cast;

    @BeforeEach
    void a_town() {
        clock.set(LocalDate.of(2026, 3, 2));
        cast = scene.cast();
    }

    @Test
    void nobody_checks_his_own_work_whatever_posts_he_holds_and_the_page_says_who_may_and_why_not() {
        scene.claimed(cast);
        var both = cast.roadsHandler();
        people.givePost(keeper(), both.person(), new Seat(cast.hall(), Role.CHECKER), "", Span.from(LocalDate.of(2025, 1, 1))).orThrow();
        var page = opened(both);
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("初审员");
        assertThat(act(page, "审核通过")).hasCount(0);
        page.getByText("为什么有的事不能做").click();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("您在本轮已经承办，不能再审核：承办、审核、签发、评议须是不同的人");
        picture(page, "promise-own-case");

        var other = opened(directory.actingAs(cast.tenant(), cast.hallChecker().person()).orElseThrow());
        assertThat(act(other, "审核通过")).isVisible();
    }

    @Test
    void what_waits_for_a_post_that_nobody_holds_is_on_the_list_of_what_nobody_takes() {
        scene.assigned(cast);
        var coordinator = signedIn(cast.coordinator());
        assertThat(coordinator.getByRole(AriaRole.MAIN)).containsText("每一件都有人接着");
        for (var leaving : new SignedIn[] {cast.roadsHandler(), cast.otherRoadsHandler()}) {
            directory.postsOf(cast.tenant(), leaving.person()).forEach(post -> people.endPost(keeper(), post.id(), clock.today()).orThrow());
        }
        clock.set(clock.today().plusDays(1));
        coordinator = signedIn(cast.coordinator());
        assertThat(coordinator.getByRole(AriaRole.MAIN)).containsText("没有人接的事项");
        coordinator.getByRole(AriaRole.MAIN).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(LAMP)).first().click();
        assertThat(coordinator.getByRole(AriaRole.MAIN)).containsText("这个岗位现在没有人");
        picture(coordinator, "promise-nothing-silent");
    }

    @Test
    void what_was_written_and_closed_stays_to_be_read_beside_what_corrected_and_reopened_it() {
        scene.relapsed(cast);
        var page = opened(cast.coordinator());
        var main = page.getByRole(AriaRole.MAIN);
        assertThat(main).containsText("条更正为");
        assertThat(main).containsText("中山路 8 号至 20 号");
        assertThat(main).containsText("第 2 轮");
        page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("以前的轮次")).getByText("第 1 轮").first().click();
        assertThat(main).containsText("更换损坏的灯泡 6 只");
        assertThat(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("准予销号")).first()).isVisible();
        picture(page, "promise-nothing-overwritten");
    }

    /// From the first page to the matter, by its register.
    private Page opened(SignedIn who) {
        var page = signedIn(who);
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("去处"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("台账").setExact(true)).click();
        page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText("整改台账")).first().click();
        page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(LAMP)).first().click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText(LAMP);
        return page;
    }

    private static Locator act(Page page, String verb) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("现在可以做的事"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(verb).setExact(true));
    }

    private Page signedIn(SignedIn who) {
        var page = open(Reader.atDesk(), "/");
        page.getByLabel("登录名").fill(scene.login(who));
        page.getByLabel("口令").fill(MatterScene.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录").setExact(true)).click();
        return page;
    }

    private Keeper keeper() {
        return Keeper.program(cast.tenant(), "test");
    }
}
