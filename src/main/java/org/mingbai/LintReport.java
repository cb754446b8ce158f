package org.mingbai;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.mingbai.reporting.Doubt;
import org.mingbai.reporting.Report;
import org.mingbai.reporting.ReportFile;
import org.mingbai.reporting.ReportLint;
import org.mingbai.shell.Words;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Holds the numbers of a report against each other. Needs no database.
final class LintReport implements Verb {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private record Told(int line, int column, int begin, int end, String text, String rule, String why) {}

    @Override
    public String name() {
        return "lint-report";
    }

    @Override
    public String form() {
        return "FILE [--format json|text]";
    }

    @Override
    public String chinese() {
        return "核一份报告里的数字：比率、合计、前后不一";
    }

    @Override
    public String english() {
        return "hold the numbers of a report against each other: rates, sums, what is told twice";
    }

    @Override
    public String chineseMore() {
        return """
                FILE            Word 文档（.docx）、表格（.xlsx）或纯文本，最大 50 MB；宏不运行
                --format json   每处疑点的行、列、起止位置（从 0 数的字符）、原文、规则和原因
                疑点是请人看一眼的地方，不是结论。同样的文件总得到同样的结果。
                退出码：0 已办（不论有没有疑点）；2 命令写法有误，或文件读不了。""";
    }

    @Override
    public String englishMore() {
        return """
                FILE            a Word document (.docx), a table (.xlsx) or plain text, 50 MB at most; macros are not run
                --format json   for each doubt its line and column, where it begins and ends (characters from 0), its words, the rule and why
                A doubt is a place for a person to look at, no verdict. The same file always gives the same answer.
                Exit codes: 0 done, with doubts or without; 2 misused, or a file that cannot be read.""";
    }

    @Override
    public int run(List<String> words, Terminal terminal) throws Exception {
        var arguments = Arguments.read(words, Set.of(), Set.of("--format"));
        if (arguments.plain().size() != 1) {
            throw new Misuse("请给出一个文件。", "Please name one file.");
        }
        var format = Formats.of(arguments);
        var report = report(Path.of(arguments.plain().getFirst()));
        var told = ReportLint.of(report).stream().map(doubt -> told(report, doubt, terminal)).toList();
        if (format.equals("json")) {
            terminal.out().println(JSON.writeValueAsString(told));
            return 0;
        }
        terminal.say("疑点 " + told.size() + " 处：", told.size() + " doubts:");
        told.forEach(one -> terminal.out().println("  " + one.line() + ":" + one.column() + "  " + one.text() + "  " + one.why()));
        return 0;
    }

    private static Told told(Report report, Doubt doubt, Terminal terminal) {
        return new Told(report.line(doubt.begin()), report.column(doubt.begin()), doubt.begin(), doubt.end(),
                report.text().substring(doubt.begin(), doubt.end()), doubt.rule().name(),
                Words.in(terminal.language()).of("reporting.lint." + doubt.rule(), doubt.args().toArray()));
    }

    private static Report report(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Misuse("没有这个文件：" + file, "There is no such file: " + file);
        }
        return switch (ReportFile.read(file)) {
            case ReportFile.Read.Done(var report) -> report;
            case ReportFile.Read.TooLarge _ -> throw new Misuse(file + " 超过 50 MB 或者内容太多，不像一份报告。",
                    file + " is larger than 50 MB, or has too much in it, and is no report.");
            case ReportFile.Read.Unreadable _ -> throw new Misuse(file + " 读不了：要 .docx、.xlsx 或纯文本，而且没有损坏。",
                    file + " cannot be read: a .docx, an .xlsx or plain text is wanted, undamaged.");
        };
    }
}
