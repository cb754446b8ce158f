package org.mingbai.intake.vault;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What gives a person away in free text: telephone numbers, identity numbers, bank cards, mail addresses, however they are spaced.
public final class Traces {

    private static final List<Pattern> KINDS = List.of(
            Pattern.compile("(?<!\\d)(\\+?86[\\s-]?)?1[3-9]\\d([\\s-]?\\d){8}(?!\\d)"),
            Pattern.compile("(?<!\\d)0\\d{2,3}[\\s-]?\\d{7,8}(?!\\d)"),
            Pattern.compile("(?<!\\d)[1-9]\\d{5}[\\s-]?(18|19|20)\\d{2}[\\s-]?(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])[\\s-]?\\d{3}[\\dXx](?!\\d)"),
            Pattern.compile("(?<!\\d)[3-6]\\d{3}([\\s-]?\\d{4}){2}[\\s-]?\\d{3,7}(?!\\d)"),
            Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"));

    private Traces() {}

    /// Whether there is one. A number that only looks like one counts too: nothing is shown that might be.
    public static boolean in(@Nullable String text) {
        if (text == null) {
            return false;
        }
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return KINDS.stream().anyMatch(kind -> kind.matcher(plain).find());
    }
}
