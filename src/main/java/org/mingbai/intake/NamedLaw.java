package org.mingbai.intake;

import java.util.regex.Pattern;

/// Whether words name a law, or a rule of the body's own, with its article.
final class NamedLaw {

    private static final Pattern TITLE_AND_ARTICLE = Pattern.compile("《[^《》]{2,}》.*第.+条|\\bArt(icle|\\.)? ?\\d", Pattern.DOTALL);

    private NamedLaw() {}

    static boolean isIn(String words) {
        return TITLE_AND_ARTICLE.matcher(words).find();
    }
}
