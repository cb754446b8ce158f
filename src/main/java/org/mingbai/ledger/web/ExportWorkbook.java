package org.mingbai.ledger.web;

import static org.mingbai.shell.Words.t;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.mingbai.ledger.Policy;
import org.mingbai.shell.page.LightSign;

/// A register as .xlsx: head frozen and repeated in print, dates as dates, lights as word and colour.
/// Text is always written as text, so that no program computes what a resident wrote after an equals sign.
final class ExportWorkbook implements ExportSheet {

    /// What a cell of the format holds, in UTF-16 units.
    private static final int CELL_MAX = 32_767;
    private static final int ROWS_MAX = 1_000_000;

    private final Workbook book;
    private final String name;
    private final List<Policy.Column> columns;
    private final List<String> heads;
    private Worksheet sheet;
    private int sheets = 1;
    private int row;

    /// @param columns the columns after the first, which holds the number
    /// @param heads the headings of all of them
    ExportWorkbook(OutputStream out, String name, List<Policy.Column> columns, List<String> heads) {
        this.book = new Workbook(out, "Mingbai", null);
        this.name = name.replaceAll("[\\\\/?*\\[\\]:]", " ").strip();
        this.columns = columns;
        this.heads = heads;
        this.sheet = begun(this.name);
    }

    private Worksheet begun(String title) {
        var fresh = book.newWorksheet(title.substring(0, Math.min(title.length(), 28)));
        fresh.freezePane(1, 1);
        fresh.repeatRows(0);
        fresh.pageOrientation("landscape");
        fresh.fitToWidth((short) 1);
        fresh.fitToHeight((short) 0);
        fresh.setFitToPage(true);
        fresh.width(0, 22);
        for (int i = 0; i < columns.size(); i++) {
            fresh.width(i + 1, width(columns.get(i)));
        }
        for (int i = 0; i < heads.size(); i++) {
            fresh.inlineString(0, i, heads.get(i));
            fresh.style(0, i).bold().wrapText(true).verticalAlignment("center").fillColor("F2EEE5").borderStyle("thin").set();
        }
        row = 1;
        return fresh;
    }

    private static double width(Policy.Column column) {
        return switch (column.code()) {
            case "title", "text", "measures", "progress", "cause", "goal" -> 42;
            case "number", "percent", "light", "measureKinds", "stage" -> 14;
            default -> switch (column.kind()) {
                case DATE -> 13;
                case NUMBER, PERCENT, LIGHT -> 10;
                case UNIT, TEXT -> 20;
            };
        };
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        if (row == ROWS_MAX) {
            sheet.flush();
            sheets++;
            sheet = begun(name + " " + sheets);
        }
        for (int i = 0; i < cells.size(); i++) {
            write(i, cells.get(i));
        }
        row++;
    }

    private void day(int column, LocalDate on) {
        sheet.value(row, column, on);
        style(column).format("yyyy-mm-dd").set();
    }

    private void write(int column, Cell cell) {
        switch (cell) {
            case Cell.Nothing _ -> { }
            case Cell.Text(var text) -> {
                sheet.inlineString(row, column, shortened(text));
                style(column).set();
            }
            case Cell.Day(var on) -> day(column, on);
            case Cell.Instead(_, _, _, var other) -> {
                if (other != null) {
                    day(column, other);
                }
            }
            case Cell.Amount(var number) -> {
                sheet.value(row, column, number);
                style(column).set();
            }
            case Cell.Share(var percent) -> {
                sheet.value(row, column, percent / 100.0);
                style(column).format("0%").set();
            }
            case Cell.Lit(var sign) -> {
                sheet.inlineString(row, column, t("shell.light." + sign));
                style(column).fillColor(colour(sign)).set();
            }
        }
    }

    private StyleSetter style(int column) {
        return sheet.style(row, column).wrapText(true).verticalAlignment("top");
    }

    static String colour(LightSign sign) {
        return switch (sign) {
            case LATE -> "F4B183";
            case AT_RISK -> "FFE699";
            case ON_TRACK -> "C6E0B4";
            case PARKED -> "D6DCE4";
            case CLOSED -> "EDEDED";
        };
    }

    /// Nothing the format cannot hold: no endless cell, no character XML does not know.
    static String shortened(String text) {
        var clean = text.replaceAll("[\\p{Cc}&&[^\\n\\r\\t]]|[\\uFFFE\\uFFFF]", "");
        return clean.length() <= CELL_MAX ? clean : clean.substring(0, CELL_MAX - 200) + t("ledger.export.cut");
    }

    @Override
    public void flush() throws IOException {
        sheet.flush();
    }

    @Override
    public void end() throws IOException {
        if (row > 1) {
            sheet.setAutoFilter(0, 0, row - 1, heads.size() - 1);
        }
        book.finish();
    }
}
