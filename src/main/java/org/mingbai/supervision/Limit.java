package org.mingbai.supervision;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How long something may take.
/// @param amount one or more; a limit of more than a hundred years is a slip of the pen
public record Limit(int amount, LimitUnit unit) {

    private static final int YEARS_MAX = 100;
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,7})(\\D+)");

    public Limit {
        if (amount < 1 || amount > most(unit)) {
            throw new IllegalArgumentException("A limit of " + amount + " " + unit);
        }
    }

    private static int most(LimitUnit unit) {
        return switch (unit) {
            case MINUTES -> YEARS_MAX * 366 * 24 * 60;
            case HOURS -> YEARS_MAX * 366 * 24;
            case DAYS, WORKING_DAYS -> YEARS_MAX * 366;
            case MONTHS -> YEARS_MAX * 12;
            case YEARS -> YEARS_MAX;
        };
    }

    /// As rules write it: 15日, 5工作日, 24小时, 1个月, or 5 working days. Empty where it says no limit.
    public static Optional<Limit> parse(String written) {
        var plain = Normalizer.normalize(written, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        var found = WRITTEN.matcher(plain);
        if (!found.matches()) {
            return Optional.empty();
        }
        int amount = Integer.parseInt(found.group(1));
        var word = found.group(2).strip();
        return Arrays.stream(LimitUnit.values())
                .filter(unit -> unit.words().contains(word))
                .filter(unit -> amount >= 1 && amount <= most(unit))
                .map(unit -> new Limit(amount, unit))
                .findFirst();
    }

    @Override
    public String toString() {
        return amount + unit.word();
    }
}
