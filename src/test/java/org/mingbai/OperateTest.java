package org.mingbai;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page for whoever runs it tells the same in both languages: in the same order, with the same commands, names and numbers.
class OperateTest {

    private static final Path ENGLISH = Path.of("docs", "operate.md");
    private static final Path CHINESE = Path.of("docs", "operate.zh-CN.md");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\n.*?^```$");
    /// What stands in back quotes: commands, settings, files and what is measured.
    private static final Pattern NAMED = Pattern.compile("`[^`\\n]+`");
    private static final Pattern NUMBER = Pattern.compile("\\d([\\d,.]*\\d)?");
    /// Where a heading, a point of a list or a row of a table begins.
    private static final Pattern BEGUN = Pattern.compile("(?m)^(#+|\\d+\\.|-|\\|) ");

    @Test
    void both_show_the_same_blocks_of_commands_and_settings() throws IOException {
        assertThat(found(BLOCK, Files.readString(CHINESE))).hasSizeGreaterThan(1).isEqualTo(found(BLOCK, Files.readString(ENGLISH)));
    }

    @Test
    void both_name_the_same_commands_settings_files_and_measures() throws IOException {
        assertThat(set(NAMED, words(CHINESE))).hasSizeGreaterThan(1).isEqualTo(set(NAMED, words(ENGLISH)));
    }

    @Test
    void both_give_the_same_numbers() throws IOException {
        assertThat(set(NUMBER, unnamed(CHINESE))).hasSizeGreaterThan(1).isEqualTo(set(NUMBER, unnamed(ENGLISH)));
    }

    @Test
    void both_have_the_same_headings_points_and_rows_in_the_same_order() throws IOException {
        assertThat(found(BEGUN, words(CHINESE))).hasSizeGreaterThan(1).isEqualTo(found(BEGUN, words(ENGLISH)));
    }

    private static String words(Path page) throws IOException {
        return BLOCK.matcher(Files.readString(page)).replaceAll("");
    }

    private static String unnamed(Path page) throws IOException {
        return NAMED.matcher(words(page)).replaceAll("");
    }

    private static Set<String> set(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(toCollection(TreeSet::new));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }
}
