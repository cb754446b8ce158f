package org.mingbai.intake.site.web;

import static org.mingbai.shell.Words.t;

import java.time.Duration;

/// Waits as somebody reads them who knows nothing of the office.
final class Waits {

    private static final int MINUTES_FROM_SECONDS = 90;

    private Waits() {}

    static String words(Duration wait) {
        long seconds = wait.toSeconds() + 1;
        return seconds <= MINUTES_FROM_SECONDS ? t("intake.site.wait.seconds", seconds) : t("intake.site.wait.minutes", (seconds + 59) / 60);
    }
}
