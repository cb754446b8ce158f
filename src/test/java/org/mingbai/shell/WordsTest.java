package org.mingbai.shell;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final WordList LIST = WordList.onTheClassPath();
    private static final Path MAIN = Path.of("src/main");
    private static final Pattern HOLE = Pattern.compile("\\{\\d}");
    /// `t("key"` and `.of("key"` name a key; `t("key." +` the beginning of several.
    private static final Pattern USE = Pattern.compile("(?<!\\w)(?:t|words\\.of|Words\\.has)\\(\\s*\"([^\"]+)\"(\\s*\\+)?");

    @Test
    void every_phrase_is_there_in_every_language() {
        for (var language : LIST.languages()) {
            assertThat(LIST.phrases(language).keySet()).as(language).isEqualTo(LIST.phrases("zh").keySet());
        }
        assertThat(LIST.languages()).contains("zh", "en");
    }

    @Test
    void a_phrase_takes_the_same_arguments_in_every_language() {
        LIST.phrases("zh").forEach((key, phrase) -> {
            for (var language : LIST.languages()) {
                assertThat(holes(LIST.phrases(language).getOrDefault(key, ""))).as(key + " " + language).isEqualTo(holes(phrase));
            }
        });
    }

    @Test
    void no_phrase_is_empty_or_left_in_the_other_language() {
        LIST.phrases("zh").forEach((key, phrase) -> assertThat(phrase).as(key).isNotBlank());
        LIST.phrases("en").forEach((key, phrase) -> {
            assertThat(phrase).as(key).isNotBlank();
            if (!key.startsWith("shell.language")) {
                assertThat(phrase).as(key).doesNotContainPattern("\\p{IsHan}");
            }
        });
    }

    @Test
    void a_key_begins_with_the_name_of_its_file() throws IOException {
        try (var files = Files.list(MAIN.resolve("resources/words"))) {
            for (var file : files.toList()) {
                var module = file.getFileName().toString().replaceAll("(_[a-z]{2})?\\.properties", "");
                assertThat(Files.readAllLines(file)).filteredOn(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith(" "))
                        .as(file.toString()).allMatch(line -> line.startsWith(module + "."));
            }
        }
    }

    @Test
    void every_key_used_in_code_and_templates_exists() {
        var unknown = new ArrayList<String>();
        sources().forEach(file -> uses(file).forEach(use -> {
            boolean several = use.group(2) != null;
            var known = several
                    ? LIST.phrases("zh").keySet().stream().anyMatch(key -> key.startsWith(use.group(1)))
                    : LIST.has(use.group(1));
            if (!known) {
                unknown.add(file + ": " + use.group(1));
            }
        }));
        assertThat(unknown).isEmpty();
    }

    /// A template's own text may be digits, punctuation and entities; whatever a reader reads comes from the words.
    @Test
    void templates_hold_no_literal_text() {
        var literal = new ArrayList<String>();
        templates().forEach(file -> TemplateText.in(read(file)).forEach(text -> literal.add(file + ": " + text)));
        assertThat(literal).isEmpty();
    }

    @Test
    void literal_text_is_found_wherever_it_hides() {
        assertThat(TemplateText.in("""
                @import org.mingbai.Sentence
                @template.shell.frame(title = t("a.b"), content = @`<p class="one two three">${page.of("x")} plain text</p>
                @if(page.open())<b title="read aloud">1 / 2 &nbsp;</b>@endif`, note = "Three whole words")
                <i>汉</i>
                """)).containsExactlyInAnyOrder("plain text", "read aloud", "汉", "Three whole words");
    }

    @Test
    void arguments_fill_the_holes_and_apostrophes_survive() {
        assertThat(Words.in(Locale.ENGLISH).of("shell.test-has-no-such-key")).isEqualTo("shell.test-has-no-such-key");
        assertThat(Words.in(Locale.ENGLISH).of("shell.days.left.many", 3)).contains("3").doesNotContain("{");
        assertThat(Words.in(Locale.FRENCH).of("shell.name")).isEqualTo("明白账");
    }

    private static TreeSet<String> holes(String phrase) {
        return HOLE.matcher(phrase).results().map(MatchResult::group).collect(toCollection(TreeSet::new));
    }

    private static List<MatchResult> uses(Path file) {
        return USE.matcher(read(file).replaceAll("(?m)^\\s*//.*$", "")).results().toList();
    }

    private static List<Path> sources() {
        return files(".java", ".jte");
    }

    private static List<Path> templates() {
        return files(".jte");
    }

    private static List<Path> files(String... endings) {
        try (var files = Files.walk(MAIN)) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
