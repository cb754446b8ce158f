package org.mingbai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
            demo here                | demo 不认识：here          | demo does not know: here
            demo --port 1            | 不认识的选项：--port       | Unknown option: --port
            check all                | check 不认识：all          | check does not know: all
            check --tenant 1         | 不认识的选项：--tenant     | Unknown option: --tenant
            found                    | found 后面写单位名称       | found takes the name of the body
            found One Two            | found 后面写单位名称       | found takes the name of the body
            found One --as me        | 不认识的选项：--as         | Unknown option: --as
            export                   | 缺少 --out                | --out is missing
            export --out             | 选项 --out 后面缺少值      | Option --out needs a value
            export all --out a.csv   | export 不认识：all         | export does not know: all
            export --out a.pdf       | 以 .xlsx 或 .csv 结尾      | has to end in .xlsx or .csv
            export --out none/a.csv  | 没有这个目录              | There is no such directory
            import                   | 请给出一个文件            | Please name one file
            import a.csv b.csv       | 请给出一个文件            | Please name one file
            import none.csv          | 没有这个文件：none.csv     | There is no such file: none.csv
            import pom.xml --format x | --format 只能是           | --format is json or text
            import pom.xml --as-of x | --as-of 要写成             | --as-of needs a date
            import pom.xml --changes | 不认识的选项：--changes    | Unknown option: --changes
            backup                   | 请给出一个文件            | Please name one file
            backup a.b c.b           | 请给出一个文件            | Please name one file
            backup none/a.backup     | 没有这个目录              | There is no such directory
            backup a.b --with-keys   | 只能与 --encrypt 一起用    | only goes with --encrypt
            backup a.b --encrypt no  | 读不了口令文件：no         | passphrase file cannot be read: no
            backup a.b --encrypt .editorconfig | 至少 12 个字     | 12 characters at least
            restore pom.xml          | 缺少 --data               | --data is missing
            restore none.b --data x  | 没有这个文件              | There is no such file
            restore pom.xml --data x --keys bin | 没有 vault.keys 或 seal.keys | There is no vault.keys or seal.keys
            help import export       | help 只说明一个命令        | help tells about one verb
            help imprt               | 没有“imprt”这个命令        | There is no verb "imprt"
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

    @Test
    void the_help_of_a_verb_explains_every_option_of_its_form_and_both_ways_of_asking_are_one() {
        for (var verb : Mingbai.VERBS) {
            out.reset();
            assertThat(run(Locale.SIMPLIFIED_CHINESE, "help " + verb.name())).isZero();
            assertThat(run(Locale.ENGLISH, verb.name() + " --help")).isZero();
            var said = out.toString(StandardCharsets.UTF_8);
            assertThat(said).contains(verb.form(), verb.chinese(), verb.english());
            if (!verb.chineseMore().isEmpty()) {
                Pattern.compile("--[a-z-]+").matcher(verb.form()).results().map(MatchResult::group).filter(it -> !it.equals("--data")).forEach(option ->
                        assertThat(said.split(option + "\\b", -1).length - 1).as(verb.name() + " " + option).isGreaterThanOrEqualTo(4));
            }
        }
        assertThat(err.size()).isZero();
    }

    @Test
    void a_directory_without_an_account_is_not_made_into_one_by_a_verb_that_reads(@TempDir Path data) throws Exception {
        for (var words : List.of(List.of("check"), List.of("export", "--out", data.resolve("a.csv").toString()), List.of("import", "pom.xml", "--as", "x"))) {
            var all = new ArrayList<>(words);
            all.addAll(List.of("--data", data.resolve("typo").toString()));
            var verb = TestProcess.start(Mingbai.class, all.toArray(String[]::new));
            assertThat(verb.waitFor()).as(words.toString()).isEqualTo(1);
            assertThat(new String(verb.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("里没有账。请用 --data 指明数据目录", "There is no account in the data directory").doesNotContain("\tat ");
        }
        assertThat(data).isEmptyDirectory();
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
