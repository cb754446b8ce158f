package org.mingbai.intake.site.web;

import static org.mingbai.shell.Words.t;

import java.time.Duration;
import org.mingbai.intake.VoiceRefusal;
import org.mingbai.ledger.Refusal;

/// Refusals and waits as somebody reads them who knows nothing of the office.
final class Waits {

    private static final int MINUTES_FROM_SECONDS = 90;

    private Waits() {}

    static String words(Duration wait) {
        long seconds = wait.toSeconds() + 1;
        return seconds <= MINUTES_FROM_SECONDS ? t("intake.site.wait.seconds", seconds) : t("intake.site.wait.minutes", (seconds + 59) / 60);
    }

    static String words(VoiceRefusal why) {
        return switch (why) {
            case VoiceRefusal.OfLedger(Refusal.Missing _) -> t("intake.refusal.Missing");
            case VoiceRefusal.OfLedger(Refusal.TooLong(_, var most)) -> t("intake.refusal.TooLong", most);
            case VoiceRefusal.OfLedger(Refusal.HiddenCharacters _) -> t("intake.refusal.HiddenCharacters");
            case VoiceRefusal.OfLedger(Refusal.TooManyItems(_, var most)) -> t("intake.site.raise.too-many-units", most);
            case VoiceRefusal.OfLedger(Refusal.NobodyLeftToHandle _) -> t("intake.site.raise.nobody-left");
            case VoiceRefusal.OfLedger(Refusal.KeyUsedBefore _) -> t("intake.refusal.KeyUsedBefore");
            case VoiceRefusal.OfLedger _ -> t("intake.site.not-now");
            default -> t(why.key(), why.args().toArray());
        };
    }
}
