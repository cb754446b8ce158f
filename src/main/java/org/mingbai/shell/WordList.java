package org.mingbai.shell;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// All phrases of all modules, read once. Java's MessageFormat is not used: it is slow, and swallows every apostrophe an English writer types.
final class WordList {

    private static final Pattern FILE = Pattern.compile("[a-z]+(?:_([a-z]{2}))?\\.properties");
    private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");

    private final Map<String, Map<String, String>> byLanguage = new HashMap<>();

    static WordList onTheClassPath() {
        var list = new WordList();
        try {
            for (var file : new PathMatchingResourcePatternResolver(WordList.class.getClassLoader())
                    .getResources("classpath*:words/*.properties")) {
                list.read(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return list;
    }

    private void read(Resource file) throws IOException {
        var name = FILE.matcher(Objects.requireNonNull(file.getFilename()));
        if (!name.matches()) {
            throw new IllegalStateException("words/" + file.getFilename() + " is not named <module>.properties or <module>_<language>.properties");
        }
        var language = Objects.requireNonNullElse(name.group(1), Locale.CHINESE.getLanguage());
        var phrases = new Properties();
        try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            phrases.load(in);
        }
        phrases.forEach((key, phrase) -> byLanguage.computeIfAbsent(language, _ -> new HashMap<>()).put((String) key, (String) phrase));
    }

    /// A language without the phrase falls back to Chinese; a key nobody knows shows itself (a test finds these, a reader should still get his page).
    String say(Locale locale, String key, Object... args) {
        var chinese = phrases(Locale.CHINESE.getLanguage());
        var phrase = phrases(locale.getLanguage()).getOrDefault(key, chinese.getOrDefault(key, key));
        return args.length == 0 ? phrase : fill(locale, phrase, args);
    }

    private static String fill(Locale locale, String phrase, Object[] args) {
        return HOLE.matcher(phrase).replaceAll(hole -> {
            int at = Integer.parseInt(hole.group(1));
            return Matcher.quoteReplacement(at < args.length ? shown(locale, args[at]) : hole.group());
        });
    }

    private static String shown(Locale locale, Object arg) {
        return arg instanceof LocalDate day ? Days.full(locale, day) : String.valueOf(arg);
    }

    boolean has(String key) {
        return phrases(Locale.CHINESE.getLanguage()).containsKey(key);
    }

    Set<String> languages() {
        return byLanguage.keySet();
    }

    Map<String, String> phrases(String language) {
        return byLanguage.getOrDefault(language, Map.of());
    }
}
