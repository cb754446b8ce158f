package org.mingbai.intake.sheet.workbook;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Walks the rows of one sheet part of an .xlsx.
final class XlsxSheet {

    private final XmlScan scan;
    private final SharedTexts texts;
    private final XlsxStyles styles;
    private final Limits limits;
    private final boolean since1904;
    private final RichText rich = new RichText();
    private Cell[] cells = new Cell[64];
    private int count;

    XlsxSheet(XmlScan scan, SharedTexts texts, XlsxStyles styles, Limits limits, boolean since1904) {
        this.scan = scan;
        this.texts = texts;
        this.styles = styles;
        this.limits = limits;
        this.since1904 = since1904;
    }

    void rows(RowSink sink) throws IOException {
        var last = 0;
        var seen = 0;
        for (int at; (at = scan.next()) != XmlScan.DONE; ) {
            if (at == XmlScan.END && scan.is("sheetData")) {
                return;
            }
            if (at == XmlScan.START && scan.is("row")) {
                last = scan.number("r", last + 1);
                if (++seen > limits.rowsMax()) {
                    throw new Unreadable(new FileRefusal.TooLarge(FileRefusal.Limit.ROWS, limits.rowsMax()));
                }
                var hidden = scan.isTrue("hidden") || noHeight();
                if (!scan.empty()) {
                    readRow();
                    if (count > 0 && !sink.row(new Row(last, hidden, Arrays.copyOf(cells, count)))) {
                        return;
                    }
                }
            }
        }
        throw Unreadable.broken("sheetData");
    }

    private boolean noHeight() throws IOException {
        var height = scan.shortValue("ht");
        return (height & 0xFF) == '0' && height >> 8 == 1;
    }

    private void readRow() throws IOException {
        count = 0;
        var column = -1;
        for (int at; (at = scan.next()) != XmlScan.DONE; ) {
            if (at == XmlScan.END && scan.is("row")) {
                return;
            }
            if (at == XmlScan.START && scan.is("c")) {
                var told = scan.columnOf("r");
                column = told >= 0 ? told : column + 1;
                readCell(column);
            }
        }
        throw Unreadable.broken("row");
    }

    private void readCell(int column) throws IOException {
        var look = styles.look(scan.number("s", 0));
        var type = scan.shortValue("t");
        if (scan.empty()) {
            add(blank(column, look));
            return;
        }
        String value = null;
        var number = -1;
        var formula = false;
        var shared = type == ('s' | 1 << 8);
        rich.start();
        var inline = false;
        for (int at; (at = scan.next()) != XmlScan.DONE; ) {
            if (at == XmlScan.END && scan.is("c")) {
                break;
            }
            if (at == XmlScan.START) {
                if (scan.is("v")) {
                    if (!scan.empty()) {
                        scan.keepText();
                    }
                    continue;
                }
                if (scan.is("f")) {
                    formula = true;
                } else if (scan.is("is")) {
                    inline = true;
                } else if (inline) {
                    rich.take(scan, at);
                }
            } else if (scan.is("v")) {
                if (shared) {
                    number = sharedNumber();
                } else {
                    value = scan.text();
                }
            } else if (scan.is("is")) {
                inline = false;
                value = rich.text();
            } else if (inline) {
                rich.take(scan, at);
            }
        }
        if (shared && number >= 0) {
            var strike = texts.strike(number);
            add(text(column, texts.text(number), look, strike, texts.ownFonts(number)));
        } else if (value == null || value.isEmpty()) {
            add(formula ? new Cell(column, Cell.Kind.UNCOMPUTED, "", 0, look, Cell.Strike.NONE) : blank(column, look));
        } else {
            add(valued(column, type, RichText.unescaped(value), look));
        }
    }

    private int sharedNumber() throws IOException {
        var bytes = scan.textBytes();
        var value = 0;
        for (var i = 0; i < scan.textLength(); i++) {
            var digit = bytes[i] - '0';
            if (digit < 0 || digit > 9 || value > texts.count()) {
                throw Unreadable.broken("sharedStrings");
            }
            value = value * 10 + digit;
        }
        if (value >= texts.count()) {
            throw Unreadable.broken("sharedStrings");
        }
        return value;
    }

    private Cell valued(int column, int type, String value, Look look) throws IOException {
        var letter = (char) (type & 0xFF);
        var length = type >> 8;
        if (letter == 'i' || letter == 's') {
            return text(column, value, look, letter == 'i' ? rich.strike() : Cell.Strike.NONE, letter == 'i' && rich.strike() == Cell.Strike.PART);
        }
        if (letter == 'b') {
            return text(column, value.equals("1") ? "TRUE" : "FALSE", look, Cell.Strike.NONE, false);
        }
        if (letter == 'e') {
            return new Cell(column, Cell.Kind.ERROR, value, 0, look, Cell.Strike.NONE);
        }
        if (letter == 'd' && length == 1) {
            return text(column, value.length() > 10 ? value.substring(0, 10) : value, look, Cell.Strike.NONE, false);
        }
        try {
            var number = Double.parseDouble(value);
            return Cell.number(column, since1904 && look.shape().isDate() ? number + 1462 : number, look);
        } catch (NumberFormatException e) {
            return text(column, value, look, Cell.Strike.NONE, false);
        }
    }

    private static Cell text(int column, String text, Look look, Cell.Strike strike, boolean ownFonts) {
        if (text.isBlank()) {
            return new Cell(column, Cell.Kind.BLANK, "", 0, look, Cell.Strike.NONE);
        }
        return new Cell(column, Cell.Kind.TEXT, text, 0, look, look.struck() && !ownFonts ? Cell.Strike.ALL : strike);
    }

    private static @Nullable Cell blank(int column, Look look) {
        return look.fill() == Look.NONE ? null : new Cell(column, Cell.Kind.BLANK, "", 0, look, Cell.Strike.NONE);
    }

    private void add(@Nullable Cell cell) {
        if (cell == null || cell.column() >= Limits.COLUMNS_MAX || count > 0 && cells[count - 1].column() >= cell.column()) {
            return;
        }
        if (count == cells.length) {
            cells = Arrays.copyOf(cells, count * 2);
        }
        cells[count++] = cell;
    }
}
