package org.mingbai.ledger;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// The numbers and addresses in a text by which a person can be found: telephone, identity card, bank card, mail. They are found however they
/// are typed: full width, with blanks and hyphens, in Chinese numerals. Names it cannot tell.
public final class MaskedText {

    /// What is found.
    public enum Kind { CARD, BANK_CARD, MOBILE, LANDLINE, MAIL }

    /// @param from where it begins in the text as it was typed
    /// @param to the place after its end
    public record Found(Kind kind, int from, int to) {}

    private record Searched(Kind kind, Pattern pattern) {}

    private static final List<Searched> SEARCHED = List.of(
            new Searched(Kind.CARD, Pattern.compile(
                    "(?<![0-9A-Za-z])(?:\\d{6}[- ]?(?:18|19|20)\\d{2}[- ]?(?:0[1-9]|1[0-2])[- ]?(?:[0-2]\\d|3[01])[- ]?\\d{3}[- ]?[0-9Xx]"
                            + "|\\d{8}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])\\d{3})(?![0-9A-Za-z])")),
            new Searched(Kind.BANK_CARD, Pattern.compile("(?<!\\d)[3-6]\\d{3}(?:[- ]?\\d{4}){2}[- ]?\\d{3,4}(?:[- ]?\\d{1,3})?(?!\\d)")),
            new Searched(Kind.MOBILE, Pattern.compile(
                    "(?<!\\d)(?:(?:\\+|00)?86[- ]?)?1(?:[- ]{0,2}[3-9])(?:[- ]{0,2}\\d){9}(?!\\d)|(?<!\\d)1[3-9]\\d\\.\\d{4}\\.\\d{4}(?!\\d)")),
            new Searched(Kind.LANDLINE, Pattern.compile("(?<!\\d)[(]?0\\d{2,3}[)]?[- ]?[2-9]\\d{2,3}[- ]?\\d{4}(?!\\d)")),
            // Begins only where a word does, or where the last one ended: else a long word would be searched from each of its letters on.
            new Searched(Kind.MAIL, Pattern.compile("(?:\\G|(?<![A-Za-z0-9._%+-]))[A-Za-z0-9._%+-]++@[A-Za-z0-9-]++(?:\\.[A-Za-z0-9-]++)++")));
    private static final String NUMERALS = "〇零一幺二三四五六七八九";
    private static final String DIGITS = "001123456789";
    private static final int DIGITS_MIN = 9;

    private MaskedText() {}

    /// All that is found, from left to right; of two that overlap the one that begins earlier, or is longer.
    public static List<Found> in(String text) {
        if (!mayHoldOne(text)) {
            return List.of();
        }
        var all = new ArrayList<>(found(Plain.of(text, false)));
        if (text.codePoints().filter(c -> NUMERALS.indexOf(c) >= 0).count() > 2) {
            all.addAll(found(Plain.of(text, true)));
        }
        all.sort(Comparator.comparingInt(Found::from).thenComparing(Comparator.comparingInt(Found::to).reversed()));
        var apart = new ArrayList<Found>();
        all.forEach(found -> {
            if (apart.isEmpty() || apart.getLast().to() <= found.from()) {
                apart.add(found);
            }
        });
        return List.copyOf(apart);
    }

    /// The text with each of them masked: 138****5678, 110105********002X, the end of a bank card, the beginning of a mail address.
    public static String of(String text) {
        var masked = new StringBuilder();
        int at = 0;
        for (var found : in(text)) {
            masked.append(text, at, found.from()).append(mask(found, text));
            at = found.to();
        }
        return at == 0 ? text : masked.append(text, at, text.length()).toString();
    }

    /// What somebody typed who was shown the masked original: where a mask was left as it was, what it hides is meant.
    static String restored(String typed, String original) {
        var text = typed;
        for (var found : in(original)) {
            var mask = mask(found, original);
            int at = text.indexOf(mask);
            if (at >= 0) {
                text = text.substring(0, at) + original.substring(found.from(), found.to()) + text.substring(at + mask.length());
            }
        }
        return text;
    }

    /// Most texts hold nothing of the kind, and lists show many.
    private static boolean mayHoldOne(String text) {
        return text.indexOf('@') >= 0 || text.indexOf('＠') >= 0
                || text.codePoints().filter(c -> Character.isDigit(c) || NUMERALS.indexOf(c) >= 0).limit(DIGITS_MIN).count() == DIGITS_MIN;
    }

    /// A text as it is searched, and where each of its characters stood.
    private record Plain(String text, List<Integer> from, List<Integer> to) {

        static Plain of(String typed, boolean numeralsToo) {
            var text = new StringBuilder();
            var from = new ArrayList<Integer>();
            var to = new ArrayList<Integer>();
            for (int at = 0; at < typed.length(); at += Character.charCount(typed.codePointAt(at))) {
                int end = at + Character.charCount(typed.codePointAt(at));
                var part = plain(typed.codePointAt(at), numeralsToo);
                text.append(part);
                for (int i = 0; i < part.length(); i++) {
                    from.add(at);
                    to.add(end);
                }
            }
            return new Plain(text.toString(), from, to);
        }

        private static String plain(int c, boolean numeralsToo) {
            int numeral = numeralsToo ? NUMERALS.indexOf(c) : -1;
            if (numeral >= 0) {
                return DIGITS.substring(numeral, numeral + 1);
            }
            return switch (Character.getType(c)) {
                case Character.FORMAT -> "";
                case Character.DASH_PUNCTUATION, Character.MATH_SYMBOL -> c == '+' || c == '＋' ? "+" : "-";
                case Character.DECIMAL_DIGIT_NUMBER -> Integer.toString(Character.digit(c, 10));
                case Character.SPACE_SEPARATOR -> " ";
                default -> Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
            };
        }
    }

    private static List<Found> found(Plain plain) {
        return SEARCHED.stream().flatMap(searched -> searched.pattern().matcher(plain.text()).results()
                .map(match -> new Found(searched.kind(), plain.from().get(match.start()), plain.to().get(match.end() - 1)))).toList();
    }

    private static String mask(Found found, String text) {
        var plain = Plain.of(text.substring(found.from(), found.to()), true).text();
        if (found.kind() == Kind.MAIL) {
            return plain.charAt(0) + "***" + plain.substring(plain.indexOf('@'));
        }
        var digits = plain.replaceAll("[^0-9Xx]", "");
        int n = digits.length();
        return switch (found.kind()) {
            case CARD -> digits.substring(0, 6) + "*".repeat(n - 10) + digits.substring(n - 4);
            case BANK_CARD -> "*".repeat(n - 4) + digits.substring(n - 4);
            case MOBILE -> digits.substring(n - 11, n - 8) + "****" + digits.substring(n - 4);
            default -> digits.substring(0, 3) + "****" + digits.substring(n - 2);
        };
    }
}
