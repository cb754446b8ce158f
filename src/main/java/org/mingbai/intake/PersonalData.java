package org.mingbai.intake;

import java.text.Normalizer;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What gives a person away in a text that everybody is to read, as far as a program can tell. Names of people nobody here knows it cannot tell:
/// for those, somebody reads it before it is released.
public final class PersonalData {

    private static final Pattern CARD = Pattern.compile(
            "(?<![0-9A-Za-z])(\\d{6}[- ]?(?:18|19|20)\\d{2}[- ]?(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])[- ]?\\d{3}[0-9Xx]|\\d{15})(?![0-9A-Za-z])");
    private static final Pattern BANK_CARD = Pattern.compile("(?<!\\d)[3-6]\\d{3}(?:[- ]?\\d{4}){2}[- ]?\\d{3,7}(?!\\d)");
    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)(?:(?:\\+|00)?86[- ]?)?1[3-9]\\d(?:[- ]?\\d){8}(?!\\d)");
    private static final Pattern LANDLINE = Pattern.compile("(?<!\\d)[(]?0\\d{2,3}[)]?[- ]?[2-9]\\d{6,7}(?!\\d)");
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");

    private PersonalData() {}

    /// The first thing found in what stands in that field.
    public static Optional<VoiceRefusal> in(String field, String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\u2010-\\u2015\\u2212]", "-");
        return found(CARD, plain, field, VoiceRefusal.CardNumberFound::new)
                .or(() -> found(BANK_CARD, plain, field, VoiceRefusal.CardNumberFound::new))
                .or(() -> found(MOBILE, plain, field, VoiceRefusal.PhoneFound::new))
                .or(() -> found(LANDLINE, plain, field, VoiceRefusal.PhoneFound::new))
                .or(() -> found(MAIL, plain, field, VoiceRefusal.MailFound::new));
    }

    private static Optional<VoiceRefusal> found(Pattern pattern, String text, String field, Function<String, VoiceRefusal> refusal) {
        return pattern.matcher(text).find() ? Optional.of(refusal.apply(field)) : Optional.empty();
    }
}
