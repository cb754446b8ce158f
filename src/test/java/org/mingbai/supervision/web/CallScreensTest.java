package org.mingbai.supervision.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.BrowserTest;
import org.mingbai.MingbaiTest;
import org.mingbai.Reader;
import org.mingbai.SettableClock;
import org.mingbai.ledger.Act;
import org.mingbai.ledger.EscalationGround;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.web.MatterScene;
import org.springframework.beans.factory.annotation.Autowired;

/// Going across and up, as caller, called and coordinator see it: `target/screens/call-*.png`.
@MingbaiTest
class CallScreensTest extends BrowserTest {

    private static final List<Reader> READERS = List.of(Reader.atDesk(), Reader.onPhone(), Reader.atDesk().english(), Reader.onPhone().english());

    @Autowired MatterScene scene;
    @Autowired SmallTown town;
    @Autowired SettableClock clock;

    private SmallTown.Cast cast;

    @BeforeEach
    void aTown() {
        scene.startOn(LocalDate.of(2026, 3, 2));
        cast = town.layOut();
    }

    private Page as(Reader reader, String login, String path) {
        var page = open(reader, "/sign-in");
        page.locator("#f-login").fill(login);
        page.locator("#f-password").fill(MatterScene.PASSWORD);
        page.locator("form.form button.primary").click();
        page.navigate(path);
        return page;
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
    }

    private void looksRight(SoftAssertions all, Page page, String name) {
        picture(page, name);
        all.check(() -> isAccessible(page));
        all.check(() -> fitsItsWidth(page));
    }

    @Test
    void without_script_a_unit_is_called_says_it_is_there_and_both_sides_are_heard() {
        var all = new SoftAssertions();
        var matter = scene.working(cast);
        var roads = scene.login(cast.roadsHandler());
        var water = scene.login(cast.waterHandler());
        var caller = as(Reader.onPhone().withoutScript(), roads, "/matters/" + matter.value());
        caller.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("吹哨").setExact(true)).click();
        caller.locator("#f-units").fill("没有的单位");
        press(caller, "吹哨");
        assertThat(caller.locator(".errors")).containsText("没有这个单位");
        caller.locator("#f-units").fill("水务站");
        caller.locator("#f-reason").fill("电杆倾斜，压着水管，请到学前巷口一起看。");
        press(caller, "吹哨");
        assertThat(caller.locator(".notice")).containsText("已吹哨");
        var call = caller.url();
        var called = as(Reader.onPhone().withoutScript(), water, "/callouts");
        assertThat(called.locator(".call-mine")).hasText("叫本单位");
        called.navigate(call);
        called.locator("input[name=words]").fill("两人到场");
        press(called, "水务站已到场");
        assertThat(called.locator(".call-head .light")).containsText("按时到场");
        caller.navigate(call);
        caller.locator("#f-result").fill("扶正电杆，水管无损。");
        press(caller, "结束吹哨");
        caller.locator("input[name=grade][value='5']").check();
        press(caller, "提交评价");
        assertThat(caller.locator("#units")).containsText("很好");
        called.navigate(call);
        called.locator("textarea[name=words]").fill("没有说清要带什么");
        press(called, "提交评价");
        assertThat(called.locator(".errors")).containsText("请选一档评价");
        assertThat(called.locator("textarea[name=words]")).hasValue("没有说清要带什么");
        called.locator("input[name=grade][value='2']").check();
        press(called, "提交评价");
        assertThat(called.locator("#units")).containsText("该单位评吹哨单位：差");
        for (var reader : READERS) {
            var name = "call-" + reader.width() + "-" + reader.locale().substring(0, 2);
            var page = as(reader, roads, call);
            looksRight(all, page, name + "-one");
            page.navigate("/callouts");
            looksRight(all, page, name + "-list");
            page.navigate("/matters/" + matter.value());
            looksRight(all, page, name + "-matter");
            page.navigate("/matters/" + matter.value() + "/call-outs/new");
            looksRight(all, page, name + "-form");
        }
        all.assertAll();
    }

    @Test
    void what_is_taken_up_with_nobody_above_is_in_the_office_s_tray_with_the_reason() {
        var all = new SoftAssertions();
        var matter = scene.working(cast);
        scene.act(cast.roadsHandler(), matter, new Act.Escalate(EscalationGround.SEVERAL_UNITS, "涉及两家管线", "请召集会商"));
        var login = scene.login(cast.coordinator());
        for (var reader : READERS) {
            var name = "escalated-" + reader.width() + "-" + reader.locale().substring(0, 2);
            var page = as(reader, login, "/tray");
            looksRight(all, page, name + "-tray");
            page.navigate("/matters/" + matter.value());
            looksRight(all, page, name + "-matter");
            page.navigate("/matters/" + matter.value() + "/acts/escalation-answer");
            looksRight(all, page, name + "-answer");
        }
        var page = as(READERS.getFirst(), login, "/tray");
        assertThat(page.locator("main")).containsText("上级的领导、统筹岗位无人");
        all.assertAll();
    }
}
