package org.mingbai;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// The Chromium of this machine, driven by Playwright; nothing is downloaded.
final class Browser {

    /// The one without a window first: it takes half the time.
    private static final List<String> NAMES = List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");

    private static com.microsoft.playwright.@Nullable Browser launched;

    private Browser() {}

    /// One for all tests of this process: to start it takes as long as many a test. It ends with the process.
    static com.microsoft.playwright.Browser ofThisProcess() {
        if (launched == null || !launched.isConnected()) {
            var program = chromium();
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            launched = playwright.chromium().launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    // Drawn without the help of a graphics card that is not there: to act as one costs more than to draw.
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--font-render-hinting=none")));
        }
        return launched;
    }

    /// Without a browser the test is skipped and says so, unless `-Dmingbai.browser=required`.
    private static Path chromium() {
        return found().orElseGet(() -> {
            var missing = "No Chromium at /usr/bin/chromium or on the PATH: browser tests do not run.";
            System.err.println("SKIPPED: " + missing);
            if ("required".equals(System.getProperty("mingbai.browser"))) {
                return Assertions.fail(missing);
            }
            return Assumptions.<Path>abort(missing);
        });
    }

    private static Optional<Path> found() {
        var path = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).map(Path::of);
        return Stream.concat(Stream.of(Path.of("/usr/bin")), path)
                .flatMap(folder -> NAMES.stream().map(folder::resolve))
                .filter(Files::isExecutable).findFirst();
    }
}
