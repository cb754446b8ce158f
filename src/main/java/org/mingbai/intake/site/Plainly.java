package org.mingbai.intake.site;

import static org.mingbai.shell.Words.t;

import org.mingbai.intake.VoiceRefusal;
import org.mingbai.ledger.Refusal;

/// Refusals as somebody reads them who knows nothing of the office.
public final class Plainly {

    private Plainly() {}

    public static String words(VoiceRefusal why) {
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
