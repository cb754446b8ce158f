package org.mingbai.verdict.draw;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.Drawing;

/// What share of a register's matters is asked, or looked at again, from a month on.
/// @param share above 0; 1 is all of them
/// @param basis the paper it rests on; empty for the shipped one
/// @param from the first month; nothing for the shipped one
public record Sampling(Drawing of, String register, int version, BigDecimal share, String basis, @Nullable YearMonth from) {

    public static final int BASIS_MAX = 300;
    public static final int PLACES_MAX = 4;

    public Sampling {
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("share " + share);
        }
    }

    static Sampling shipped(Drawing of, String register) {
        return new Sampling(of, register, 1, BigDecimal.ONE, "", null);
    }

    public boolean full() {
        return share.compareTo(BigDecimal.ONE) == 0;
    }

    boolean holdsFor(YearMonth month) {
        return from == null || !month.isBefore(from);
    }
}
