package org.mingbai.verdict.draw;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HexFormat;
import org.mingbai.ledger.Drawing;
import org.mingbai.ledger.MatterId;

/// One month's draw. Anybody can repeat it with `sha256sum` once the seed is shown.
/// @param commitment the SHA-256 of the seed's letters, shown from the beginning
/// @param madeAt before the month it is for
public record Draw(Drawing of, String register, YearMonth month, String seed, String commitment, OffsetDateTime madeAt) {

    private static final int LOT_BYTES = 8;
    private static final BigDecimal LOTS = new BigDecimal(BigInteger.ONE.shiftLeft(LOT_BYTES * Byte.SIZE));

    static Draw of(Drawing of, String register, YearMonth month, byte[] seed, OffsetDateTime now) {
        var letters = HexFormat.of().formatHex(seed);
        return new Draw(of, register, month, letters, HexFormat.of().formatHex(sha256(letters)), now);
    }

    /// A matter is drawn when the first 8 bytes of SHA-256("seed/matter/entry"), as a number, are below the share.
    /// @param seq the entry that made it due
    public boolean draws(MatterId matter, int seq, BigDecimal share) {
        var lot = new BigInteger(1, Arrays.copyOf(sha256(seed + "/" + matter.value() + "/" + seq), LOT_BYTES));
        return new BigDecimal(lot).compareTo(share.multiply(LOTS)) < 0;
    }

    /// Nothing can be bent any more once its month is over.
    public boolean shows(LocalDate today) {
        return YearMonth.from(today).isAfter(month);
    }

    private static byte[] sha256(String letters) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(letters.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
