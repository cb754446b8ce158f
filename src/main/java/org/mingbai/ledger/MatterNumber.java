package org.mingbai.ledger;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The number a matter bears on paper: `明-rectification-123`. It never changes, so an exported ledger finds its matters again.
public record MatterNumber(String register, MatterId matter) {

    private static final Pattern PRINTED = Pattern.compile("明[-－—–]\\s*([a-z][a-z0-9-]{0,40})[-－—–]\\s*([1-9][0-9]{0,17})");

    public static MatterNumber of(Matter matter) {
        return new MatterNumber(matter.register(), matter.id());
    }

    public String printed() {
        return "明-" + register + "-" + matter.value();
    }

    /// Reads what was printed, also after it went through an office's hands: other dashes, full-width digits, blanks around it.
    public static Optional<MatterNumber> parse(String text) {
        var plain = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        var found = PRINTED.matcher(plain);
        return found.matches()
                ? Optional.of(new MatterNumber(found.group(1), new MatterId(Long.parseLong(found.group(2)))))
                : Optional.empty();
    }
}
