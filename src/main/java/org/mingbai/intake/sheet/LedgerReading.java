package org.mingbai.intake.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.mingbai.intake.sheet.workbook.Book;
import org.mingbai.intake.sheet.workbook.FileRefusal;
import org.mingbai.intake.sheet.workbook.Unreadable;

/// An opened ledger. Each walk streams the file anew and holds one matter at a time. Close it when done.
public final class LedgerReading implements Closeable {

    /// How a walk ended: to the end, or stopped where the file turned out to be damaged or too large. What was heard before a stop must be thrown away.
    public sealed interface Outcome {}

    public record Finished(List<SheetReport> sheets) implements Outcome {
        public int matters() {
            return sheets.stream().mapToInt(SheetReport::matters).sum();
        }
    }

    public record Stopped(FileRefusal why) implements Outcome {}

    /// Everything at once, for files known to be small.
    public record All(List<ReadMatter> matters, Outcome outcome) {}

    private final Book book;
    private final ReadingOptions options;

    LedgerReading(Book book, ReadingOptions options) {
        this.book = book;
        this.options = options;
    }

    /// The same file read with other options, such as a corrected column mapping.
    public LedgerReading with(ReadingOptions other) {
        return new LedgerReading(book, other);
    }

    public Outcome forEach(Consumer<ReadMatter> each) {
        return read(each::accept);
    }

    public Outcome read(ReadingListener listener) {
        var reports = new ArrayList<SheetReport>();
        try {
            for (var i = 0; i < book.sheets().size(); i++) {
                var report = new SheetReader(book, i, options, listener).read();
                reports.add(report);
                listener.sheetDone(report);
            }
        } catch (Unreadable e) {
            return new Stopped(e.why());
        } catch (IOException e) {
            return new Stopped(new FileRefusal.Broken(String.valueOf(e.getMessage())));
        }
        if (reports.stream().allMatch(report -> report.kind() == SheetReport.Kind.EMPTY)) {
            return new Stopped(new FileRefusal.Empty());
        }
        if (reports.stream().noneMatch(report -> report.kind() == SheetReport.Kind.TABLE || report.kind() == SheetReport.Kind.FORMS)) {
            return new Stopped(new FileRefusal.NoLedger());
        }
        return new Finished(List.copyOf(reports));
    }

    public All all() {
        var matters = new ArrayList<ReadMatter>();
        var outcome = forEach(matters::add);
        return new All(matters, outcome);
    }

    @Override
    public void close() {
        try {
            book.close();
        } catch (IOException e) {
            // read only: nothing can be lost
        }
    }
}
