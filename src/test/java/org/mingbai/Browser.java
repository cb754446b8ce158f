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
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// The Chromium of this machine, driven by Playwright; nothing is downloaded.
final class Browser {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private Browser() {}

    static Playwright playwright() {
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static com.microsoft.playwright.Browser launch(Playwright playwright) {
        return playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(chromium())
                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none")));
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
