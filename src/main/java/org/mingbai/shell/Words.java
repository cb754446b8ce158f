package org.mingbai.shell;

import java.util.Locale;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;

/// What screens say, by key: `words/<module>.properties` in Chinese, `words/<module>_en.properties` in English.
/// A file found there is used; nothing is to be declared. Keys begin with the module's name.
public final class Words {

    private static final WordList LIST = WordList.onTheClassPath();

    private final Locale locale;

    private Words(Locale locale) {
        this.locale = locale;
    }

    /// The words in the language of the request at hand. `{0}` takes the first argument; nothing is escaped here, the template does that.
    public static String t(String key, Object... args) {
        return LIST.say(LocaleContextHolder.getLocale(), key, args);
    }

    /// For a language that is not the request's: a letter to somebody, a job at night.
    public static Words in(Locale locale) {
        return new Words(locale);
    }

    public String of(String key, Object... args) {
        return LIST.say(locale, key, args);
    }

    /// Whether there are words for this key, so that a caller with a more general key can fall back to it.
    public static boolean has(String key) {
        return LIST.has(key);
    }

    /// The languages there are words in, e.g. `zh` and `en`.
    public static Set<String> languages() {
        return LIST.languages();
    }

    /// A number as the reader's language groups it. Not for years and not for numbers that are names.
    public static String number(long number) {
        return String.format(LocaleContextHolder.getLocale(), "%,d", number);
    }
}
