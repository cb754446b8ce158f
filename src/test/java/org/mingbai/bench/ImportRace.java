package org.mingbai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.mingbai.intake.Import;
import org.mingbai.intake.Imports;
import org.mingbai.ledger.store.Tallies;
import org.mingbai.ledger.store.WordIndex;
import org.springframework.jdbc.core.JdbcTemplate;

/// One ledger file of many rows, taken over whole by the verbs of the import page, beside LibreOffice turning the same file into CSV. Each
/// repeat begins with a product that has just started and holds nothing.
final class ImportRace {

    private static final List<String> COLUMNS = List.of("序号", "问题表述", "问题来源", "类别", "整改目标", "整改措施", "责任领导", "责任单位", "责任人", "整改时限",
            "进展情况", "完成情况");
    private static final String TABLE = "Import of one .xlsx, seconds";

    private final Ledgers ledgers;
    private final Path file;
    private final int rows;

    ImportRace(Ledgers ledgers, Path data, int rows) throws IOException {
        this.ledgers = ledgers;
        this.file = data.resolve("ledger-" + rows + ".xlsx");
        this.rows = rows;
        if (!Files.exists(file)) {
            write();
        }
    }

    private void write() throws IOException {
        try (var out = Files.newOutputStream(file); var book = new Workbook(out, "bench", "1.0")) {
            var sheet = book.newWorksheet("整改台账");
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, COLUMNS.get(column));
            }
            for (int i = 0; i < rows; i++) {
                row(sheet, i);
            }
        }
    }

    private void row(Worksheet sheet, int i) {
        boolean closed = i % 4 != 0;
        var due = LocalDate.of(2026, 1, 1).plusDays(i % 400);
        var cells = List.of(Integer.toString(i + 1), "人民街" + i + "号门前路灯不亮，群众多次反映，影响出行和安全", "群众反映", "城乡建设", "恢复正常使用",
                "1.现场查看并修复，完成后拍照留存；2.列入每月巡查，发现即修", "张局长", "第" + (i % BenchTown.BUREAUS + 1) + "局", "李明、王芳",
                due.getYear() + "年" + due.getMonthValue() + "月" + due.getDayOfMonth() + "日", closed ? "已修复并恢复照明" : "正在备料，已完成" + i % 90 + "%",
                closed ? "已完成" : "整改中");
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(i + 1, column, cells.get(column));
        }
    }

    /// Several repeats, the two in turn.
    void run(int repeats, Figures figures) throws Exception {
        for (int repeat = 0; repeat < repeats; repeat++) {
            double taken = takeOver(figures);
            figures.note(TABLE, "taken over, all of it committed", rows, taken);
            double converted = convert();
            if (converted > 0) {
                figures.note(TABLE, "LibreOffice to CSV", rows, converted);
                figures.note(TABLE, "taken over : LibreOffice", rows, taken / converted);
            }
        }
    }

    private double takeOver(Figures figures) throws Exception {
        try (var product = ledgers.empty("bench_import")) {
            var who = BenchTown.found(product).coordinator;
            var imports = product.getBean(Imports.class);
            long began = System.nanoTime();
            try (var content = Files.newInputStream(file)) {
                var made = ((Imports.Brought.Kept) imports.bring(who, BenchTown.REGISTER, file.getFileName().toString(), content)).made();
                imports.begin(who, made.id());
                check(imports.run(who, made.id(), false));
            }
            double seconds = seconds(began);
            long counted = System.nanoTime();
            product.getBean(Tallies.class).sum();
            while (product.getBean(WordIndex.class).catchUp() > 0) {
                Thread.onSpinWait();
            }
            figures.note(TABLE, "counts summed and words indexed, afterwards", rows, seconds(counted));
            return seconds;
        }
    }

    private void check(Import.Result result) {
        if (result.added() != rows) {
            throw new IllegalStateException("Not all taken over: " + result);
        }
    }

    /// 0 where there is no LibreOffice.
    private double convert() throws IOException, InterruptedException {
        var out = Files.createTempDirectory(file.getParent(), "csv");
        long began = System.nanoTime();
        try {
            var soffice = new ProcessBuilder("soffice", "--headless", "-env:UserInstallation=file://" + file.getParent().toAbsolutePath().resolve("office"),
                    "--convert-to", "csv", "--outdir", out.toString(), file.toString())
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return soffice.waitFor() == 0 ? seconds(began) : 0;
        } catch (IOException _) {
            return 0;
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
