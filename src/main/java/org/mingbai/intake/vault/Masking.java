package org.mingbai.intake.vault;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a screen may show of a name and a telephone number, and a number as it is compared.
public final class Masking {

    private static final Pattern MOBILE = Pattern.compile("1\\d{10}");
    private static final int DIGITS_MIN = 5;
    private static final int DIGITS_MAX = 20;
    private static final int STARS_MAX = 2;
    private static final int ENDING_SHOWN_FROM = 7;

    private Masking() {}

    /// 张*, 王**: the family name of most, and not how long the rest is.
    public static @Nullable String name(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        var plain = name.strip();
        int others = plain.codePointCount(0, plain.length()) - 1;
        return plain.substring(0, plain.offsetByCodePoints(0, 1)) + "*".repeat(Math.clamp(others, 1, STARS_MAX));
    }

    /// 138****1234; of any other number its end.
    public static @Nullable String phone(@Nullable String phone) {
        if (phone == null || phone.isBlank()) {
            return null;
        }
        var digits = digits(phone);
        if (MOBILE.matcher(digits).matches()) {
            return digits.substring(0, 3) + "****" + digits.substring(7);
        }
        return "****" + (digits.length() >= ENDING_SHOWN_FROM ? digits.substring(digits.length() - 2) : "");
    }

    /// The same number however it is written: full width, with blanks, with the country's prefix.
    public static String digits(String phone) {
        var digits = Normalizer.normalize(phone, Normalizer.Form.NFKC).replaceAll("\\D", "");
        var national = digits.replaceFirst("^(00)?86(?=1\\d{10}$)", "");
        return MOBILE.matcher(national).matches() ? national : digits;
    }

    /// Of digits as they are kept: whether it is the number of a mobile telephone.
    public static boolean isMobile(String digits) {
        return MOBILE.matcher(digits).matches();
    }

    public static boolean isPhone(String phone) {
        int digits = digits(phone).length();
        return DIGITS_MIN <= digits && digits <= DIGITS_MAX
                && Normalizer.normalize(phone, Normalizer.Form.NFKC).matches("\\+?[\\d\\s()/.\\-转]+");
    }
}
