package org.mingbai.intake.sheet.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file that has been opened: its sheets, to be read one after the other.
public interface Book extends Closeable {

    /// `name` is null where the file knows no sheets (.csv).
    record Sheet(@Nullable String name, boolean hidden) {}

    List<Sheet> sheets();

    /// What must be known before the first row, though the file tells it after the last.
    Tail tailOf(int sheet) throws IOException;

    void rows(int sheet, RowSink sink) throws IOException;

    /// Merged ranges, and whether a filter is at work (rows it leaves out are hidden).
    record Tail(Merges merges, boolean filtered) {
        static final Tail NONE = new Tail(Merges.NONE, false);
    }
}
