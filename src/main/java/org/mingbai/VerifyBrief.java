package org.mingbai;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.mingbai.directory.Tenants;
import org.mingbai.reporting.brief.BriefCheck;
import org.mingbai.shell.Words;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Holds a Word file against the report it was made from and against the ledger of today.
final class VerifyBrief implements Verb {

    private static final long BYTES_MAX = 50L << 20;
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private record Told(String kind, int figure, String name, String says, String should, String why) {}

    @Override
    public String name() {
        return "verify-brief";
    }

    @Override
    public String form() {
        return "FILE.docx [--tenant NUMBER] [--format json|text] [--data DIR]";
    }

    @Override
    public String chinese() {
        return "核对一份 Word 报告：数字有没有改过，账上今天再算是不是还这样";
    }

    @Override
    public String english() {
        return "check a Word report: whether a number was changed, and whether the ledger still says so";
    }

    @Override
    public String chineseMore() {
        return """
                FILE.docx       从这里导出的报告，最大 50 MB；宏不运行，链接不打开
                --tenant        只认这个账户的报告；不写时按文件里写明的
                --format json   每处不同的类别、第几个数字、名称、文件里的话和应有的话
                找出：数字被改（CHANGED）、被盖掉或删掉（TYPED_OVER）、没有来处（NO_SOURCE）、话不一样（WORDS_CHANGED）、账上今天不是这样（MOVED）。
                退出码：0 全都一样；1 有不一样的；2 命令写法有误，或文件读不了、不是这里的报告。""";
    }

    @Override
    public String englishMore() {
        return """
                FILE.docx       a report exported here, 50 MB at most; macros are not run, links not followed
                --tenant        know the reports of this account only; otherwise the one the file names
                --format json   for each difference its kind, which figure, its name, what the file says and what it should say
                Found are numbers changed (CHANGED), typed over or gone (TYPED_OVER), without a source (NO_SOURCE), other words (WORDS_CHANGED),
                and what the ledger answers otherwise today (MOVED).
                Exit codes: 0 all the same; 1 something is not; 2 misused, or a file that cannot be read or is no report of this ledger.""";
    }

    @Override
    public int run(List<String> words, Terminal terminal) throws Exception {
        var arguments = Arguments.read(words, Set.of(), Set.of("--tenant", "--format", "--data"));
        if (arguments.plain().size() != 1) {
            throw new Misuse("请给出一个 Word 文件。", "Please name one Word file.");
        }
        var format = Formats.of(arguments);
        var file = Path.of(arguments.plain().getFirst());
        if (!Files.isRegularFile(file)) {
            throw new Misuse("没有这个文件：" + file, "There is no such file: " + file);
        }
        if (Files.size(file) > BYTES_MAX) {
            throw new Misuse(file + " 超过 50 MB，不像一份报告。", file + " is larger than 50 MB, and no report.");
        }
        try (var product = Product.open(arguments.product())) {
            var tenant = arguments.value("--tenant").map(named -> Which.tenant(product.getBean(Tenants.class), named));
            return switch (product.getBean(BriefCheck.class).check(tenant, file)) {
                case BriefCheck.Result.NotAPaper _ -> throw new Misuse(file + " 不是 Word 文件，或者坏了。", file + " is no Word file, or it is damaged.");
                case BriefCheck.Result.NotOurs _ -> throw new Misuse(file + " 认不出是这里哪份报告，或者那份报告还没有冻结数字。",
                        file + " is no report of this ledger with frozen figures.");
                case BriefCheck.Result.Checked checked -> told(checked, format, terminal);
            };
        }
    }

    private static int told(BriefCheck.Result.Checked checked, String format, Terminal terminal) {
        var said = Words.in(terminal.language());
        var lines = checked.findings().stream().map(one -> new Told(one.kind().name(), one.figure(), one.name(), one.says(), one.should(),
                said.of("reporting.check.kind." + one.kind()))).toList();
        if (format.equals("json")) {
            terminal.out().println(JSON.writeValueAsString(lines));
        } else {
            terminal.out().println(lines.isEmpty() ? said.of(checked.asked() ? "reporting.check.none" : "reporting.check.none.unasked", checked.figures())
                    : said.of("reporting.check.found", checked.figures(), lines.size()));
            lines.forEach(line -> terminal.out().println("  " + line.why() + (line.figure() == 0 ? "" : " #" + line.figure() + " " + line.name())
                    + (line.says().isEmpty() ? "" : "  " + said.of("reporting.check.says", line.says()))
                    + (line.should().isEmpty() ? "" : "  " + said.of("reporting.check.should", line.should()))));
        }
        return lines.isEmpty() ? 0 : 1;
    }
}
