package org.mingbai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            srve                     | 没有“srve”这个命令        | There is no verb "srve"
            𠮷                       | 没有“𠮷”这个命令          | There is no verb "𠮷"
            serve --prot 1           | 不认识的选项：--prot       | Unknown option: --prot
            serve --port             | 选项 --port 后面缺少值     | Option --port needs a value
            serve --port seven       | 不是：seven               | not: seven
            serve --port 65536       | 不是：65536               | not: 65536
            serve extra              | serve 不认识：extra       | serve does not know: extra
            serve --sample=yes       | 不认识的选项：--sample=yes | Unknown option: --sample=yes
            --nonsense               | 不认识的选项：--nonsense   | Unknown option: --nonsense
            """)
    void words_nobody_understands_are_refused_in_both_languages(String words, String chinese, String english) {
        assertThat(run(Locale.ENGLISH, words)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(chinese).contains(english).contains("mingbai help");
        assertThat(out.size()).isZero();
    }

    @Test
    void help_lists_every_verb_in_the_language_of_the_computer() {
        assertThat(run(Locale.SIMPLIFIED_CHINESE, "help")).isZero();
        assertThat(run(Locale.ENGLISH, "--help")).isZero();
        var said = out.toString(StandardCharsets.UTF_8);
        assertThat(Mingbai.VERBS).allSatisfy(verb ->
                assertThat(said).contains("mingbai " + verb.name(), verb.chinese(), verb.english()));
    }

    @ParameterizedTest
    @CsvSource({"zh_CN.UTF-8, zh", "en_US.UTF-8, en", "C, zh", "'', zh", "de_DE.UTF-8, zh"})
    void a_computer_not_set_to_english_is_spoken_to_in_chinese(String set, String language) {
        assertThat(Terminal.language(Map.of("LANG", set)).getLanguage()).isEqualTo(language);
    }

    private int run(Locale language, String words) {
        var terminal = new Terminal(print(out), print(err), language);
        return Mingbai.run(List.of(words.split(" ")), terminal);
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
