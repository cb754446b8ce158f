package org.mingbai.intake;

import java.util.Optional;
import org.mingbai.ledger.MaskedText;

/// What gives a person away in a text that everybody is to read, as far as a program can tell. Names of people nobody here knows it cannot tell:
/// for those, somebody reads it before it is released.
public final class PersonalData {

    private PersonalData() {}

    /// The first thing found in what stands in that field.
    public static Optional<VoiceRefusal> in(String field, String text) {
        return MaskedText.in(text).stream().findFirst().map(found -> switch (found.kind()) {
            case CARD, BANK_CARD -> new VoiceRefusal.CardNumberFound(field);
            case MOBILE, LANDLINE -> new VoiceRefusal.PhoneFound(field);
            case MAIL -> new VoiceRefusal.MailFound(field);
        });
    }
}
