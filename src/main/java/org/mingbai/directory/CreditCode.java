package org.mingbai.directory;

import java.util.Locale;
import java.util.Optional;

/// The unified social credit code of a legal person (GB 32100-2015): 17 characters and a check character.
/// No O, I, S, V or Z, so that nobody reads them for figures.
public record CreditCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int BASE = ALPHABET.length();

    /// Why a text is no credit code.
    public enum Flaw { LENGTH, CHARACTER, CHECK }

    public CreditCode {
        flawOf(value).ifPresent(flaw -> {
            throw new IllegalArgumentException("no credit code: " + flaw);
        });
    }

    public static Optional<Flaw> flawOf(String text) {
        if (text.length() != 18) {
            return Optional.of(Flaw.LENGTH);
        }
        if (text.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            return Optional.of(Flaw.CHARACTER);
        }
        return text.charAt(17) == checkOf(text) ? Optional.empty() : Optional.of(Flaw.CHECK);
    }

    /// As people write it: lower case, full width, with blanks or hyphens.
    public static String plain(String written) {
        return java.text.Normalizer.normalize(written, java.text.Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /// Weights are the powers of 3 modulo 31; a difference of 31 is written 0, not a 32nd sign.
    private static char checkOf(String text) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(text.charAt(i)) * weight;
            weight = weight * 3 % BASE;
        }
        return ALPHABET.charAt((BASE - sum % BASE) % BASE);
    }
}
