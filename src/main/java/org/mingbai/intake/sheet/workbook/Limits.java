package org.mingbai.intake.sheet.workbook;

/// What a file may ask of this machine. Units are in the names; `ratioMax` counts only beyond `ratioFromBytes` unpacked, since empty formatted rows
/// pack very well.
public record Limits(long fileBytesMax, long unpackedBytesMax, int ratioMax, long ratioFromBytes, int partsMax, int sheetsMax,
        long textBytesMax, int rowsMax, int cellCharsMax) {

    public static final Limits USUAL = new Limits(200L << 20, 1L << 30, 200, 64L << 20, 10_000, 1_000, 192L << 20, 1_048_576, 100_000);

    /// Columns beyond this are not looked at: formatting often runs to the edge of the sheet.
    static final int COLUMNS_MAX = 512;
}
