package org.mingbai.reporting.sign;

/// How often chance alone would mark so many cases of a unit, or more: the upper tail of the binomial.
/// @param rate how often chance marks one case
/// @param tail 0 to 1
public record Chance(double rate, double tail) {

    private static final double NEGLIGIBLE = 1e-18;

    /// Beyond this a plain model says no more than "hardly ever".
    public static final int ONE_IN_MOST = 1_000_000;

    public static Chance of(int marked, int cases, double rate) {
        return new Chance(rate, tail(marked, cases, rate));
    }

    private static double tail(int marked, int cases, double rate) {
        if (marked <= 0 || rate >= 1) {
            return 1;
        }
        if (rate <= 0) {
            return 0;
        }
        double term = 0;
        for (int i = 1; i <= marked; i++) {
            term += Math.log((double) (cases - marked + i) / i);
        }
        term = Math.exp(term + marked * Math.log(rate) + (cases - marked) * Math.log1p(-rate));
        double sum = 0;
        for (int k = marked; k <= cases; k++) {
            sum += term;
            term *= (double) (cases - k) / (k + 1) * rate / (1 - rate);
            if (term < sum * NEGLIGIBLE) {
                break;
            }
        }
        return Math.min(1, sum);
    }

    /// One in how many, to one figure: 1, 2, … 9, 10, 20, … and a million at most.
    public int oneIn() {
        double exact = Math.min(ONE_IN_MOST, 1 / Math.max(tail, 1e-7));
        double unit = Math.pow(10, Math.floor(Math.log10(exact)));
        return (int) (Math.floor(exact / unit) * unit);
    }
}
