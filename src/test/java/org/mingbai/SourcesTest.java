package org.mingbai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// How a file of text looks: the few things every editor can be told (`.editorconfig`).
class SourcesTest {

    private static final Set<String> TEXT = Set.of("java", "jte", "sql", "properties", "css", "js", "md", "xml", "html");
    private static final Set<String> NARROW = Set.of("java", "sql");
    private static final int COLUMNS_MAX = 160;

    @Test
    void a_text_has_no_tabs_no_trailing_blanks_no_overlong_lines_and_ends_with_one_line_end() {
        var faults = new ArrayList<String>();
        for (var file : texts()) {
            var text = read(file);
            if (!text.isEmpty() && (!text.endsWith("\n") || text.endsWith("\n\n"))) {
                faults.add(file + ": does not end with exactly one line end");
            }
            if (text.contains("\r")) {
                faults.add(file + ": has carriage returns");
            }
            var lines = text.split("\n");
            for (int at = 0; at < lines.length; at++) {
                fault(file, lines[at], file + ":" + (at + 1), faults);
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void fault(Path file, String line, String where, List<String> faults) {
        if (line.contains("\t")) {
            faults.add(where + ": tab");
        }
        if (!line.equals(line.stripTrailing())) {
            faults.add(where + ": trailing blank");
        }
        if (NARROW.contains(ending(file)) && line.codePointCount(0, line.length()) > COLUMNS_MAX) {
            faults.add(where + ": more than " + COLUMNS_MAX + " columns");
        }
    }

    private static List<Path> texts() {
        return Stream.of("src", "docs", "bin", ".ci", "pom.xml", "README.md", "README.zh-CN.md", "CHANGELOG.md", "CONTRIBUTING.md", "UPGRADING.md")
                .map(Path::of)
                .filter(Files::exists)
                .flatMap(SourcesTest::below)
                .filter(it -> TEXT.contains(ending(it)) || it.startsWith("bin") || it.startsWith(".ci"))
                .toList();
    }

    private static Stream<Path> below(Path top) {
        try (var found = Files.walk(top)) {
            return found.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ending(Path file) {
        var name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
