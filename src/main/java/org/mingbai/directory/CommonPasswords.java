package org.mingbai.directory;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Passwords that are tried first because many have them: those that leaked most often, what Chinese offices begin with, and runs along the keyboard.
/// Looked up here alone; no password goes anywhere.
final class CommonPasswords {

    private static final Set<String> COMMON = read();
    private static final int CORE_MIN = 3;
    private static final int RUN_MIN = 3;
    private static final String SHIFTED = "!@#$%^&*()";
    private static final String LIKE_FIGURES = "1234567890";
    private static final String LEET = "01345@$!";
    private static final String LEET_MEANS = "oieasasi";
    /// Along these, either way, a hand walks without thinking.
    private static final List<String> WALKS = Stream.of("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz", "1qaz", "2wsx",
            "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "147", "258", "369").flatMap(it -> Stream.of(it, new StringBuilder(it).reverse().toString())).toList();

    private CommonPasswords() {}

    /// Whether it is one of them: as it stands, with signs read as the letters they look like, or with nothing but figures and signs put before or
    /// behind.
    static boolean holds(String password) {
        var folded = folded(password);
        return Stream.of(folded, letters(folded)).anyMatch(it -> COMMON.contains(it) || isCommonCore(it)) || isWalk(folded);
    }

    /// Small letters, and wide signs as narrow ones.
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /// With figures and signs read as the letters they look like.
    static String letters(String folded) {
        return swapped(folded, LEET, LEET_MEANS);
    }

    private static boolean isCommonCore(String text) {
        var core = text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        return core.length() >= CORE_MIN && COMMON.contains(core);
    }

    /// Whether three quarters of it are runs along the keyboard or the alphabet, or one sign again and again.
    private static boolean isWalk(String folded) {
        var keys = swapped(folded, SHIFTED, LIKE_FIGURES);
        int walked = 0;
        for (int at = 0; at < keys.length();) {
            int run = runFrom(keys, at);
            walked += run >= RUN_MIN ? run : 0;
            at += run >= RUN_MIN ? run : 1;
        }
        return walked * 4 >= keys.length() * 3;
    }

    private static int runFrom(String keys, int at) {
        int same = 1;
        while (at + same < keys.length() && keys.charAt(at + same) == keys.charAt(at)) {
            same++;
        }
        int longest = same;
        for (var walk : WALKS) {
            int from = walk.indexOf(keys.charAt(at));
            int run = 1;
            while (from >= 0 && from + run < walk.length() && at + run < keys.length() && walk.charAt(from + run) == keys.charAt(at + run)) {
                run++;
            }
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static String swapped(String text, String from, String to) {
        var swapped = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            int found = from.indexOf(text.charAt(i));
            if (found >= 0) {
                swapped.setCharAt(i, to.charAt(found));
            }
        }
        return swapped.toString();
    }

    private static Set<String> read() {
        try (var own = CommonPasswords.class.getResourceAsStream("common-passwords.txt")) {
            var common = new HashSet<>(StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies());
            common.addAll(new String(own.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.strip().split("\\s+"))).filter(word -> !word.isEmpty()).collect(Collectors.toSet()));
            return Set.copyOf(common);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
