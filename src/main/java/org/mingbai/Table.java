package org.mingbai;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.mingbai.intake.TextFile;
import org.mingbai.shell.Words;

/// A table of texts named on the command line. One that cannot be read, or lacks a column, is a misuse said in both languages.
final class Table {

    private Table() {}

    static TextFile.Read read(String name, String... columns) throws IOException {
        var file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw new Misuse("没有这个文件：" + name, "There is no such file: " + name);
        }
        return switch (TextFile.read(file)) {
            case TextFile.Refused(var key, var arguments) -> throw new Misuse(
                    name + "：" + Words.in(Locale.SIMPLIFIED_CHINESE).of(key, arguments.toArray()),
                    name + ": " + Words.in(Locale.ENGLISH).of(key, arguments.toArray()));
            case TextFile.Read read when !read.missing(columns).isEmpty() -> throw new Misuse(
                    name + "：第一行缺少列“" + read.missing(columns) + "”。需要：" + String.join("、", columns),
                    name + ": the first line lacks the column \"" + read.missing(columns) + "\". Needed: " + String.join(", ", columns));
            case TextFile.Read read when read.lines().isEmpty() -> throw new Misuse(name + "：列名下面没有行。", name + ": there are no rows below the headings.");
            case TextFile.Read read -> read;
        };
    }

    /// What a row is called: its id, or its number among the rows below the headings where there is none.
    static String nameOf(TextFile.Line line, int number) {
        return line.at("id").isEmpty() ? Integer.toString(number) : line.at("id");
    }
}
