package org.mingbai;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.mingbai.directory.Bureau;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A test that looks at pages as a reader does. The subclass starts the program on a random port.
///
/// Playwright is not thread-safe: one per class, a fresh context for every page opened. A script error or a breach of the
/// content policy fails the test in which it happens.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BrowserTest {

    /// A story is no race: a machine that does three things at once may take its time.
    private static final double PATIENCE_MS = 20_000;
    private static final Path SCREENS = Path.of("target/screens");
    /// Pictures are for looking at and take a third of the time of such a test: nobody looks at those of an ordinary run.
    private static final boolean LOOKED_AT = Boolean.getBoolean("mingbai.screens");
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String COLOURS = "color-contrast";

    @LocalServerPort
    protected int port;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    /// How often what was looked at, and by which reader.
    private final Map<String, Map<String, Integer>> looked = new HashMap<>();
    private Browser browser;

    @BeforeAll
    void startBrowser() {
        browser = org.mingbai.Browser.ofThisProcess();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    /// A new visitor without cookies.
    protected Page open(Reader reader, String path) {
        var page = visit(reader).newPage();
        page.navigate(path);
        return page;
    }

    protected BrowserContext visit(Reader reader) {
        var context = browser.newContext(reader.options("http://localhost:" + port));
        context.setDefaultTimeout(PATIENCE_MS);
        context.onWebError(error -> complaints.add(error.error()));
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        contexts.add(context);
        return context;
    }

    /// Somebody with an account of the tests, on the page they want.
    protected Page signedIn(Reader reader, String login, String path) {
        var page = open(reader, "/sign-in");
        page.locator("#f-login").fill(login);
        page.locator("#f-password").fill(Bureau.PASSWORD);
        page.locator("#f-password").press("Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
        page.navigate(path);
        return page;
    }

    /// WCAG 2.2 AA as far as a program can tell.
    /// What was looked at by one reader is not looked at again by another for whom it is the same: words have no part in it, and in the dark only the
    /// colours are others.
    protected void isAccessible(Page page) {
        var address = (String) page.evaluate("location.pathname + location.search");
        var width = page.evaluate("innerWidth").toString();
        var light = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches").toString();
        var reader = String.join(" ", (String) page.evaluate("document.documentElement.lang"), width, light);
        boolean form = isNew("form " + width + " " + address, reader);
        boolean colours = isNew("colours " + width + light + " " + address, reader);
        if (!form && !colours) {
            return;
        }
        var axe = new AxeBuilder(page).setLegacyMode(true).options(breachesOnly());
        if (!form) {
            axe.withRules(List.of(COLOURS));
        } else if (!colours) {
            axe.withTags(WCAG).disableRules(List.of(COLOURS));
        } else {
            axe.withTags(WCAG);
        }
        assertThat(axe.analyze().getViolations()).extracting(BrowserTest::told).as(page.url()).isEmpty();
    }

    /// Whether nobody has looked at this as often as this reader does now: an address may show something else the second time.
    private boolean isNew(String what, String reader) {
        var readers = looked.computeIfAbsent(what, _ -> new HashMap<>());
        int times = readers.merge(reader, 1, Integer::sum);
        return readers.entrySet().stream().noneMatch(it -> !it.getKey().equals(reader) && it.getValue() >= times);
    }

    /// Our pages have no frames: nothing is gathered from them in a page of its own, which takes longer than the looking.
    private static AxeRunOptions breachesOnly() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        options.setIFrames(false);
        return options;
    }

    private static String told(Rule rule) {
        var nodes = rule.getNodes().stream().limit(5).map(node -> "\n  " + node.getHtml() + " " + node.getFailureSummary()).toList();
        return rule.getId() + ": " + rule.getHelp() + nodes;
    }

    /// Nothing sticks out of the page to the right, however narrow it is.
    protected void fitsItsWidth(Page page) {
        var over = (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(over).as("pixels beyond the right edge of " + page.url()).isZero();
        assertThat((List<?>) page.evaluate(COVERED)).as("what covers something else on " + page.url()).isEmpty();
    }

    /// Buttons and fields of which one lies over another.
    private static final String COVERED = """
            () => {
                const seen = [...document.querySelectorAll('main button, main a.button, main input:not([type=hidden]), main select, main textarea')]
                    .map(it => [it, it.getBoundingClientRect()]).filter(([it, box]) => box.width > 4 && box.height > 4 && it.checkVisibility());
                const over = [];
                for (let i = 0; i < seen.length; i++) {
                    for (let j = i + 1; j < seen.length; j++) {
                        const [a, b] = [seen[i][1], seen[j][1]];
                        if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2) {
                            over.push(seen[i][0].outerHTML + ' and ' + seen[j][0].outerHTML);
                        }
                    }
                }
                return over;
            }""";

    /// With `-Dmingbai.screens=true`: writes `target/screens/<name>.png`, the whole page.
    protected void picture(Page page, String name) {
        if (!LOOKED_AT) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")).setFullPage(true));
    }

    /// What the reader sees without scrolling, with what sticks to the edges where it sticks.
    protected void glance(Page page, String name) {
        if (!LOOKED_AT) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")));
    }

    protected byte[] print(Page page, String name) {
        return page.pdf(new Page.PdfOptions().setPath(SCREENS.resolve(name + ".pdf")).setPreferCSSPageSize(true).setFormat("A4"));
    }

    @AfterEach
    void closeContexts() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        var heard = List.copyOf(complaints);
        complaints.clear();
        assertThat(heard).as("script errors and breaches of the content policy").isEmpty();
    }
}
