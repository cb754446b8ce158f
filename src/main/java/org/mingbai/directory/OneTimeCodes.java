package org.mingbai.directory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Codes that change with the time (RFC 6238): six digits, a new one every 30 seconds, by HMAC-SHA-1, as every authenticator app makes them. SHA-1 is
/// no weakness here: nobody gains by two texts with one hash.
final class OneTimeCodes {

    static final int DIGITS = 6;
    static final int STEP_SECONDS = 30;
    /// As long as what the hash gives (RFC 4226).
    static final int SECRET_BYTES = 20;

    private static final int MODULUS = 1_000_000;
    /// A clock may go half a minute wrong, and a code may be typed while the next one comes.
    private static final int STEPS_ASIDE_MAX = 1;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LETTER_BITS = 5;

    private OneTimeCodes() {}

    static long stepAt(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    }

    static String codeAt(byte[] secret, long step) {
        var hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
    }

    /// The step of which this is the code, among those around now that come after the last one taken. All are compared, whichever it is.
    static OptionalLong stepOf(byte[] secret, String code, Instant now, long lastTaken) {
        var given = code.getBytes(StandardCharsets.UTF_8);
        var found = OptionalLong.empty();
        for (long step = stepAt(now) - STEPS_ASIDE_MAX; step <= stepAt(now) + STEPS_ASIDE_MAX; step++) {
            boolean same = MessageDigest.isEqual(codeAt(secret, step).getBytes(StandardCharsets.UTF_8), given);
            if (same && step > lastTaken) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /// As apps want it typed (Base32, RFC 4648); 20 bytes are 32 letters without remainder.
    static String written(byte[] secret) {
        var letters = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte one : secret) {
            bits = bits << Byte.SIZE | one & 0xff;
            held += Byte.SIZE;
            while (held >= LETTER_BITS) {
                held -= LETTER_BITS;
                letters.append(LETTERS.charAt(bits >> held & LETTERS.length() - 1));
            }
            bits &= (1 << held) - 1;
        }
        return letters.toString();
    }

    private static byte[] hmac(byte[] secret, byte[] of) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(of);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
