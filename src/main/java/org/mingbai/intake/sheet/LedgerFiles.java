package org.mingbai.intake.sheet;

import java.io.IOException;
import java.nio.file.Path;
import org.mingbai.intake.sheet.workbook.Books;
import org.mingbai.intake.sheet.workbook.FileRefusal;
import org.mingbai.intake.sheet.workbook.Unreadable;

/// The door: opens a ledger in .xlsx, .xls, .csv or .tsv, or what old systems save under these names. `name` is what the person calls
/// the file; what is in it decides.
public final class LedgerFiles {

    public sealed interface Opening {}

    public record Opened(LedgerReading reading) implements Opening {}

    public record Refused(FileRefusal why) implements Opening {}

    private LedgerFiles() {}

    public static Opening open(Path file, String name, ReadingOptions options) {
        try {
            return new Opened(new LedgerReading(Books.open(file, name, options.limits()), options));
        } catch (Unreadable e) {
            return new Refused(e.why());
        } catch (IOException e) {
            return new Refused(new FileRefusal.Broken(String.valueOf(e.getMessage())));
        }
    }
}
