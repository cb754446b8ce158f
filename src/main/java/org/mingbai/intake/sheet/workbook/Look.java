package org.mingbai.intake.sheet.workbook;

/// How a cell is dressed: fill and ink as 0xRRGGBB or NONE, whether struck through, and how a number in it is shown.
public record Look(int fill, int ink, boolean struck, NumberShape shape) {

    public static final int NONE = -1;
    public static final Look PLAIN = new Look(NONE, NONE, false, NumberShape.GENERAL);
}
