package org.mingbai;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mingbai.intake.DryRun;

/// Reads an office's ledger and says what was understood. Taking it over is done on the page, where its doubts can be seen.
final class ImportLedger implements Verb {

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String form() {
        return "FILE --dry-run [--format json|text] [--as-of DATE]";
    }

    @Override
    public String chinese() {
        return "读一份台账，说明读懂了什么；不写入任何内容";
    }

    @Override
    public String english() {
        return "read a ledger and tell what was understood; writes nothing";
    }

    @Override
    public int run(List<String> words, Terminal terminal) throws Exception {
        var arguments = Arguments.read(words, Set.of("--dry-run"), Set.of("--format", "--as-of"));
        if (arguments.plain().size() != 1) {
            throw new Misuse("请给出一个文件。", "Please name one file.");
        }
        if (!arguments.flags().contains("--dry-run")) {
            throw new Misuse("命令行只能预读（--dry-run）；导入请在“导入台账”页面上确认。",
                    "The command line only reads (--dry-run); take it over on the page “Bring a ledger”.");
        }
        var format = arguments.value("--format").orElse("text");
        if (!Set.of("json", "text").contains(format)) {
            throw new Misuse("--format 只能是 json 或 text。", "--format is json or text.");
        }
        var file = Path.of(arguments.plain().getFirst());
        if (!Files.isRegularFile(file)) {
            throw new Misuse("没有这个文件：" + file, "There is no such file: " + file);
        }
        return DryRun.run(file, asOf(arguments), format, terminal.out(), terminal.err(), Locale.getDefault().getLanguage().equals("zh")
                ? Locale.CHINESE : Locale.ENGLISH);
    }

    private static LocalDate asOf(Arguments arguments) {
        try {
            return arguments.value("--as-of").map(LocalDate::parse).orElseGet(LocalDate::now);
        } catch (DateTimeException e) {
            throw new Misuse("--as-of 要写成 2023-11-20 这样的日期。", "--as-of needs a date such as 2023-11-20.");
        }
    }
}
