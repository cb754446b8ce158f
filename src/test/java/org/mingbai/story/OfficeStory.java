package org.mingbai.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.mingbai.BrowserTest;
import org.mingbai.Reader;

/// What everybody at an office does on every page: signs in at `/`, goes to a place, takes a task from the tray, fills a form and sends it.
abstract class OfficeStory extends BrowserTest {

    protected Page signedIn(String login) {
        var page = open(Reader.atDesk(), "/");
        page.getByLabel("登录名").fill(login);
        page.getByLabel("口令").fill(HealthOffice.PASSWORD);
        press(page, "登录");
        return page;
    }

    protected static void place(Page page, String name) {
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("去处"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name + "( \\d+)?$"))).first().click();
    }

    /// From the tray, as the task that waits there.
    protected void opens(Page page, String matter, String task) {
        place(page, "待办");
        page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText(matter))
                .filter(new Locator.FilterOptions().setHasText(task)).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText(matter);
    }

    protected static void acts(Page page, String verb) {
        acts(page, verb, "现在可以做的事");
    }

    protected static void acts(Page page, String verb, String among) {
        page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(among))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(verb).setExact(true)).click();
    }

    /// The last on the page whose label begins so.
    protected static Locator field(Page page, String label) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^" + label))).last();
    }

    protected static Locator radio(Page page, String label) {
        return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile("^" + label)));
    }

    protected static void press(Page page, String verb) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(verb).setExact(true)).click();
    }

    /// Sends the form and reads that it was taken.
    protected static void done(Page page, String verb) {
        press(page, verb);
        var taken = page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("已记下：" + verb));
        try {
            assertThat(taken).isVisible();
        } catch (AssertionError missing) {
            throw new AssertionError("Not taken: " + verb + ". The page at " + page.url() + " says:\n"
                    + page.getByRole(AriaRole.MAIN).innerText(), missing);
        }
    }

    protected static FilePayload photograph(String name) {
        var image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        var paper = image.createGraphics();
        paper.setColor(new Color(0x8A8F94));
        paper.fillRect(0, 0, 800, 600);
        paper.setColor(Color.WHITE);
        for (int x = 60; x < 800; x += 120) {
            paper.fillRect(x, 120, 8, 400);
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload(name, "image/png", bytes.toByteArray());
    }
}
