package org.mingbai.directory;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.mingbai.Unspoken;

/// An authenticator app on somebody's telephone: knows what the page with the secret says.
public final class Authenticator {

    private static final Pattern SECRET = Pattern.compile("(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}");
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;

    private Authenticator(byte[] secret) {
        this.secret = secret;
    }

    public static Authenticator readingOn(String page) {
        var found = SECRET.matcher(page);
        if (!found.find()) {
            throw new AssertionError("no secret on this page");
        }
        return typed(Unspoken.plant(found.group().replace(" ", "")));
    }

    static Authenticator typed(String letters) {
        var number = BigInteger.ZERO;
        for (char letter : letters.toCharArray()) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(LETTERS.indexOf(letter)));
        }
        var bytes = new byte[letters.length() * 5 / 8];
        for (int i = bytes.length - 1; i >= 0; i--) {
            bytes[i] = number.byteValue();
            number = number.shiftRight(8);
        }
        return new Authenticator(bytes);
    }

    public String code(Clock clock) {
        return code(clock, Duration.ZERO);
    }

    /// What a telephone shows whose clock goes wrong by that.
    public String code(Clock clock, Duration fast) {
        return OneTimeCodes.codeAt(secret, OneTimeCodes.stepAt(clock.instant().plus(fast)));
    }

    public byte[] secret() {
        return secret.clone();
    }
}
