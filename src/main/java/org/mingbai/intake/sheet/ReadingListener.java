package org.mingbai.intake.sheet;

/// Hears a file being read, in its order. A matter belongs to the sheet last started.
public interface ReadingListener {

    void matter(ReadMatter matter);

    default void sheetDone(SheetReport report) {}

    /// Rows walked so far on this sheet; told about every thousand rows.
    default void progressed(int sheetIndex, int row) {}
}
