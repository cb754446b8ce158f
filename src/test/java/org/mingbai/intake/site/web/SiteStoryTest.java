package org.mingbai.intake.site.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import javax.imageio.ImageIO;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingbai.BrowserTest;
import org.mingbai.MingbaiTest;
import org.mingbai.Reader;
import org.mingbai.SettableClock;
import org.mingbai.intake.Voices;
import org.mingbai.ledger.MatterFilter;
import org.mingbai.ledger.Matters;
import org.mingbai.ledger.Registers;
import org.mingbai.ledger.SmallTown;
import org.mingbai.ledger.web.MatterScene;
import org.springframework.beans.factory.annotation.Autowired;

/// A resident with a phone and no account: `target/screens/site-*.png`.
@MingbaiTest
class SiteStoryTest extends BrowserTest {

    private static final List<Reader> READERS = List.of(Reader.onPhone(), Reader.atDesk(), Reader.onPhone().english().inDark(), Reader.atDesk().english());

    @Autowired MatterScene scene;
    @Autowired SmallTown town;
    @Autowired Registers registers;
    @Autowired Voices voices;
    @Autowired Matters matters;
    @Autowired SettableClock clock;

    private SmallTown.Cast cast;
    private String base;

    @BeforeEach
    void a_town_that_listens() {
        clock.set(LocalDate.of(2026, 3, 2));
        cast = town.layOut();
        registers.show(cast.tenant(), "hotline", true, true);
        base = "/p/" + cast.tenant().value();
    }

    @Test
    void a_resident_on_a_phone_raises_with_a_photograph_takes_a_receipt_follows_and_adds() throws IOException {
        var page = open(Reader.onPhone(), base);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("反映问题")).click();
        page.getByLabel("什么事").fill("菜场门口的路灯三天不亮了。晚上接孩子看不见路。");
        page.getByLabel("具体地点").fill("菜场北门");
        page.locator("#f-files").setInputFiles(new FilePayload("路灯.png", "image/png", picture()));
        page.getByLabel("电话").fill("13812345678");
        assertThat(page.locator("input[name=proof]")).not().hasValue("");
        press(page, "发送");
        assertThat(page.locator("h1")).hasText("已收到，请收好回执");
        assertThat(page.url()).endsWith(base + "/receipt");
        var code = page.locator(".code").textContent().strip();
        page.reload();
        assertThat(page.locator(".code")).hasText(code);
        assertThat(raised()).hasSize(1);

        press(page, "查看办理情况");
        assertThat(page.locator("h1")).hasText("菜场门口的路灯三天不亮了");
        assertThat(page.locator("main")).not().containsText("13812345678");
        page.locator("#f-added").fill("旁边那盏也不亮。");
        press(page, "发送补充");
        assertThat(page.locator(".notice-done")).hasText("补充已经送到。");
        assertThat(page.locator(".steps .own")).containsText("旁边那盏也不亮。");
        assertThat(page.url()).doesNotContain(code);
        press(page, "看完了，忘掉这个回执码");
        page.navigate(base + "/r/story");
        assertThat(page.locator("h1")).hasText("凭回执查看");

        var voice = voices.of(cast.coordinator(), raised().getFirst()).getFirst();
        assertThat(voice.masked().phone()).isEqualTo("138****5678");
        assertThat(voice.files()).singleElement().satisfies(file -> assertThat(file.mediaType()).isEqualTo("image/png"));
    }

    @Test
    void it_all_works_without_script() {
        var page = open(Reader.onPhone().withoutScript(), base + "/raise");
        page.getByLabel("什么事").fill("巷口的井盖没了。");
        press(page, "发送");
        assertThat(page.locator(".errors")).containsText("请再等");
        assertThat(page.getByLabel("什么事")).hasValue("巷口的井盖没了。");
        clock.advance(java.time.Duration.ofSeconds(30));
        press(page, "发送");
        var code = page.locator(".code").textContent().strip();
        page.navigate(base + "/r");
        page.locator("#f-code").fill(code.toLowerCase().replace("-", " "));
        press(page, "查看办理情况");
        page.getByText("撤回反映").first().click();
        page.locator("#f-withdrawn").fill("已经盖上了");
        press(page, "撤回");
        assertThat(page.locator(".notice-done")).hasText("已经撤回。");
    }

    @Test
    void a_phone_that_reads_the_square_finds_the_code_filled_in() {
        var page = open(Reader.onPhone(), base + "/r#7K3M-ABCD-EFGH-JKMN-PQRS");
        assertThat(page.locator("#f-code")).hasValue("7K3M-ABCD-EFGH-JKMN-PQRS");
        assertThat(page.url()).endsWith(base + "/r");
        press(page, "查看办理情况");
        assertThat(page.locator(".errors")).containsText("没有找到这个回执码");
    }

    @Test
    void every_page_fits_is_accessible_and_speaks_both_languages() {
        var all = new SoftAssertions();
        for (var reader : READERS) {
            var name = "site-" + reader.width() + "-" + reader.locale().substring(0, 2);
            var page = open(reader, base);
            look(all, page, name + "-home");
            page.navigate(base + "/notice");
            look(all, page, name + "-notice");
            page.navigate(base + "/r");
            look(all, page, name + "-ask");
            page.navigate(base + "/raise");
            look(all, page, name + "-raise");
            page.locator("#f-phone").fill("12");
            clock.advance(java.time.Duration.ofSeconds(30));
            page.locator("form.form button.primary").click();
            look(all, page, name + "-refused");
            page.locator("#f-text").fill("学前巷口的路灯不亮，已经一周了。\n晚上很黑，老人摔过一跤。请尽快修好。");
            page.locator("#f-phone").fill("13812345678");
            page.locator("form.form button.primary").click();
            look(all, page, name + "-receipt");
            page.locator(".receipt ~ form button.primary").click();
            look(all, page, name + "-story");
        }
        all.assertAll();
    }

    @Test
    void a_coordinator_reads_an_ending_through_and_releases_it_and_everybody_reads_it() {
        var all = new SoftAssertions();
        var matter = scene.closed(cast);
        registers.show(cast.tenant(), "rectification", false, true);
        var login = scene.login(cast.coordinator());
        var office = open(Reader.atDesk(), "/sign-in");
        office.locator("#f-login").fill(login);
        office.locator("#f-password").fill(MatterScene.PASSWORD);
        office.locator("form.form button.primary").click();
        office.navigate("/publishing");
        look(all, office, "publishing-1280-zh");
        office.locator("main li a").click();
        office.locator("#f-text").fill("路灯已换好，有事请打 13812345678。");
        press(office, "放行公开");
        assertThat(office.locator(".errors")).containsText("这里有电话号码");
        look(all, office, "publish-1280-zh-refused");
        office.locator("#f-text").fill("路灯已换好 6 只，线路换了 300 米。\n欢迎继续监督。");
        office.locator("input[name=after]").first().check();
        press(office, "放行公开");
        assertThat(office.locator(".notice-done")).containsText("已放行");
        office.setViewportSize(375, 760);
        office.navigate("/publishing/" + matter.value() + "?lang=en");
        look(all, office, "publish-375-en");
        office.navigate("/publishing");
        look(all, office, "publishing-375-en");

        for (var reader : READERS) {
            var page = open(reader, base + "/done");
            assertThat(page.locator(".outcome")).containsText("路灯已换好 6 只");
            page.locator(".pictures img").scrollIntoViewIfNeeded();
            page.locator(".pictures img").evaluate("picture => picture.decode()");
            look(all, page, "site-" + reader.width() + "-" + reader.locale().substring(0, 2) + "-done");
            page.locator("#f-place").fill("没有这个地方");
            page.locator("form.done-asked button").click();
            assertThat(page.locator(".outcome")).hasCount(0);
        }
        office.navigate("/publishing/" + matter.value() + "?lang=zh");
        press(office, "从公众网页撤下");
        var page = open(Reader.onPhone(), base + "/done");
        assertThat(page.locator("main")).containsText("还没有公开的结果");
        all.assertAll();
    }

    private void look(SoftAssertions all, Page page, String name) {
        picture(page, name);
        all.check(() -> isAccessible(page));
        all.check(() -> fitsItsWidth(page));
    }

    private List<org.mingbai.ledger.MatterId> raised() {
        return matters.page(cast.coordinator(), MatterFilter.all("hotline")).matters().stream().map(org.mingbai.ledger.Matter::id).toList();
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
    }

    private static byte[] picture() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
