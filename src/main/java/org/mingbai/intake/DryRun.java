package org.mingbai.intake;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mingbai.intake.sheet.LedgerFiles;
import org.mingbai.intake.sheet.LedgerReading;
import org.mingbai.intake.sheet.ReadMatter;
import org.mingbai.intake.sheet.ReadingOptions;
import org.mingbai.intake.sheet.SheetReport;
import org.mingbai.intake.sheet.workbook.FileRefusal;
import org.mingbai.shell.Words;

/// Reads a ledger and says what was understood, without a database and without writing anything.
public final class DryRun {

    private static final int REFUSED = 2;

    private DryRun() {}

    /// @param format `json` for programs, anything else for people
    /// @return 0 when it was read, 2 when the file was refused
    public static int run(Path file, LocalDate asOf, String format, PrintStream out, PrintStream err, Locale locale) {
        var name = file.getFileName().toString();
        return switch (LedgerFiles.open(file, name, ReadingOptions.asOf(asOf))) {
            case LedgerFiles.Refused(var why) -> refused(name, why, err);
            case LedgerFiles.Opened(var reading) -> {
                try (reading) {
                    yield format.equals("json") ? json(name, asOf, reading, out, err) : text(name, reading, out, err, locale);
                }
            }
        };
    }

    private static int json(String name, LocalDate asOf, LedgerReading reading, PrintStream out, PrintStream err) {
        var json = new DryRunJson(out);
        json.begin(name, asOf);
        return switch (reading.read(json)) {
            case LedgerReading.Stopped(var why) -> refused(name, why, err);
            case LedgerReading.Finished _ -> {
                json.end();
                yield 0;
            }
        };
    }

    private static int text(String name, LedgerReading reading, PrintStream out, PrintStream err, Locale locale) {
        var words = Words.in(locale);
        var matters = new ArrayList<ReadMatter>();
        List<SheetReport> sheets;
        switch (reading.forEach(matters::add)) {
            case LedgerReading.Stopped(var why) -> {
                return refused(name, why, err);
            }
            case LedgerReading.Finished(var reports) -> sheets = reports;
        }
        for (var sheet : sheets) {
            out.println((sheet.name() == null ? name : sheet.name()) + ": " + words.of(sheet.key(), sheet.matters()));
            matters.stream().filter(matter -> matter.sheetIndex() == sheet.index()).forEach(matter -> out.println("  "
                    + (matter.number() == null ? "-" : matter.number()) + "  " + matter.problem().replaceAll("\\s+", " ") + "  "
                    + (matter.leadUnit() == null ? "" : matter.leadUnit()) + "  " + words.of("intake.state." + matter.status())));
            sheet.doubts().forEach(doubt -> out.println("  ? " + doubt.cell() + " " + words.of(doubt.key(), doubt.arguments().toArray())));
            sheet.skipped().forEach(row -> out.println("  " + words.of("intake.preview.skipped-row", row.row(), words.of(row.why().key()), row.text())));
        }
        return 0;
    }

    private static int refused(String name, FileRefusal why, PrintStream err) {
        for (var locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            err.println(name + ": " + Words.in(locale).of(why.key(), why.arguments().toArray()));
        }
        return REFUSED;
    }
}
