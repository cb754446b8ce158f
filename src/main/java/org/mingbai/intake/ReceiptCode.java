package org.mingbai.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;

/// The code on a receipt: 100 bits in Crockford's letters, which has no O, I, L and U to mistake, in groups of four. Whoever holds it follows
/// what he raised; the database holds only its hash.
final class ReceiptCode {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 20;
    private static final int GROUP = 4;
    private static final int LETTER_BITS = 5;

    private ReceiptCode() {}

    /// @param random at least 100 bits
    static String of(byte[] random) {
        var code = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (int at = 0; code.length() < LENGTH + LENGTH / GROUP - 1; at++) {
            held = held << Byte.SIZE | random[at] & 0xff;
            for (bits += Byte.SIZE; bits >= LETTER_BITS && code.length() < LENGTH + LENGTH / GROUP - 1; ) {
                bits -= LETTER_BITS;
                code.append(LETTERS.charAt(held >> bits & 31));
                if (code.length() % (GROUP + 1) == GROUP && code.length() < LENGTH + LENGTH / GROUP - 1) {
                    code.append('-');
                }
            }
            held &= (1 << bits) - 1;
        }
        return code.toString();
    }

    /// Of a code as somebody copied it from paper. What is no code at all has a hash like any other, and is found as little.
    static byte[] hashOf(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "")
                .replace('O', '0').replace('I', '1').replace('L', '1');
        try {
            return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
