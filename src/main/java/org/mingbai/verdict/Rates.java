package org.mingbai.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;

/// The three rates 响应率, 解决率, 满意率 and their composite, in percent. Where nobody was asked there is no rate: neither 0 nor 100.
/// @param due how often a verdict was awaited
/// @param valid how often those who raised it were reached and asked
/// @param coverage valid of due
/// @param response with whom the handler had got in touch, of the valid that were asked that
/// @param solution fully solved of valid
/// @param satisfaction satisfied, and fairly satisfied by the formula's factor, of valid
/// @param claimed how many of the valid the handler had claimed solved
/// @param notBorneOut how many of these those who raised them do not call solved
/// @param gap the claimed share less the solution rate, in points; nothing where there are too few
public record Rates(
        int due,
        int valid,
        Optional<BigDecimal> coverage,
        Optional<Share> response,
        Optional<Share> solution,
        Optional<BigDecimal> satisfaction,
        Optional<BigDecimal> composite,
        int claimed,
        int notBorneOut,
        Optional<BigDecimal> gap) {

    private static final MathContext EXACT = MathContext.DECIMAL64;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final double Z_95 = 1.959963984540054;
    private static final int PLACES = 2;

    /// Of fewer a unit's gap says nothing.
    public static final int GAP_LEAST = 5;

    /// A proportion in percent.
    /// @param low and
    /// @param high the ends of its Wilson interval at 95 %
    public record Share(BigDecimal percent, BigDecimal low, BigDecimal high) {}

    /// Counted under a formula.
    public static Rates of(Collection<Answer> answers, Formula formula) {
        int due = Counted.DUE.in(answers);
        int valid = Counted.VALID.in(answers);
        int claimed = Counted.CLAIMED.in(answers);
        int notBorneOut = Counted.NOT_BORNE_OUT.in(answers);
        Optional<BigDecimal> coverage = due == 0 ? Optional.empty() : Optional.of(rounded(percent(BigDecimal.valueOf(valid), due)));
        if (valid == 0) {
            return new Rates(due, 0, coverage, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, 0, Optional.empty());
        }
        int asked = Counted.ASKED_HEARD.in(answers);
        Optional<Share> response = asked == 0 ? Optional.empty() : Optional.of(share(Counted.HEARD.in(answers), asked));
        int solved = Counted.SOLVED.in(answers);
        var satisfied = BigDecimal.valueOf(Counted.SATISFIED.in(answers)).add(formula.fairly().multiply(BigDecimal.valueOf(Counted.FAIRLY.in(answers))));
        var satisfaction = percent(satisfied, valid);
        var composite = asked == 0 ? Optional.<BigDecimal>empty()
                : Optional.of(rounded(formula.response().multiply(percent(BigDecimal.valueOf(Counted.HEARD.in(answers)), asked))
                        .add(formula.solution().multiply(percent(BigDecimal.valueOf(solved), valid)))
                        .add(formula.satisfaction().multiply(satisfaction))));
        return new Rates(due, valid, coverage, response, Optional.of(share(solved, valid)),
                Optional.of(rounded(satisfaction)), composite, claimed, notBorneOut,
                valid < GAP_LEAST ? Optional.empty() : Optional.of(rounded(percent(BigDecimal.valueOf(claimed - solved), valid))));
    }

    /// Of none there is none.
    public static Share share(int part, int of) {
        double p = (double) part / of;
        double z2 = Z_95 * Z_95 / of;
        double middle = (p + z2 / 2) / (1 + z2);
        double reach = Z_95 / (1 + z2) * Math.sqrt((p * (1 - p) + z2 / 4) / of);
        return new Share(rounded(percent(BigDecimal.valueOf(part), of)), bound(middle - reach), bound(middle + reach));
    }

    private static BigDecimal bound(double proportion) {
        return rounded(BigDecimal.valueOf(Math.clamp(proportion, 0, 1)).multiply(HUNDRED));
    }

    private static BigDecimal percent(BigDecimal part, int of) {
        return part.multiply(HUNDRED).divide(BigDecimal.valueOf(of), EXACT);
    }

    private static BigDecimal rounded(BigDecimal exact) {
        return exact.setScale(PLACES, RoundingMode.HALF_UP);
    }
}
