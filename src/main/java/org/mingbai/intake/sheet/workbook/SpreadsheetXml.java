package org.mingbai.intake.sheet.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Excel's XML of 2003, which some systems still write and call .xls.
final class SpreadsheetXml {

    private static final Set<String> INLINE = Set.of("B", "I", "U", "Font", "Sup", "Sub", "Span");

    private final XmlScan scan;
    private final Map<String, Look> looks = new HashMap<>();
    private final List<MarkupBook.Read> sheets = new ArrayList<>();

    SpreadsheetXml(XmlScan scan) {
        this.scan = scan;
    }

    List<MarkupBook.Read> read() throws IOException {
        for (int at; (at = scan.next()) != XmlScan.DONE; ) {
            if (at == XmlScan.START && scan.is("Style") && !scan.empty()) {
                style();
            } else if (at == XmlScan.START && scan.is("Worksheet") && !scan.empty()) {
                sheet();
            }
        }
        if (sheets.isEmpty()) {
            throw Unreadable.broken("Workbook");
        }
        return sheets;
    }

    private void style() throws IOException {
        var id = scan.attribute("ID");
        var fill = Look.NONE;
        var struck = false;
        for (int at; (at = scan.next()) != XmlScan.DONE && !(at == XmlScan.END && scan.is("Style")); ) {
            if (at == XmlScan.START && scan.is("Interior")) {
                var colour = scan.attribute("Color");
                fill = colour == null ? Look.NONE : Palette.parse(colour);
            } else if (at == XmlScan.START && scan.is("Font")) {
                struck = scan.isTrue("StrikeThrough");
            }
        }
        if (id != null) {
            looks.put(id, new Look(fill, Look.NONE, struck, NumberShape.GENERAL));
        }
    }

    private void sheet() throws IOException {
        var name = scan.attribute("Name");
        var hidden = false;
        var rows = new ArrayList<Row>();
        var merges = new ArrayList<Merges.Range>();
        var row = 0;
        for (int at; (at = scan.next()) != XmlScan.DONE && !(at == XmlScan.END && scan.is("Worksheet")); ) {
            if (at == XmlScan.START && scan.is("Row")) {
                row = scan.number("Index", row + 1);
                var rowHidden = scan.isTrue("Hidden");
                if (!scan.empty()) {
                    var cells = cells(row, merges);
                    if (!cells.isEmpty()) {
                        rows.add(new Row(row, rowHidden, cells.toArray(Cell[]::new)));
                    }
                }
            } else if (at == XmlScan.START && scan.is("Visible") && !scan.empty()) {
                scan.keepText();
                scan.next();
                hidden = scan.text().contains("Hidden");
            }
        }
        sheets.add(new MarkupBook.Read(name, hidden, rows, merges));
    }

    private List<Cell> cells(int row, List<Merges.Range> merges) throws IOException {
        var cells = new ArrayList<Cell>();
        var column = 0;
        for (int at; (at = scan.next()) != XmlScan.DONE && !(at == XmlScan.END && scan.is("Row")); ) {
            if (at != XmlScan.START || !scan.is("Cell")) {
                continue;
            }
            column = scan.number("Index", column + 1);
            var look = looks.getOrDefault(String.valueOf(scan.attribute("StyleID")), Look.PLAIN);
            var across = scan.number("MergeAcross", 0);
            var down = scan.number("MergeDown", 0);
            if (across > 0 || down > 0) {
                Merges.add(merges, new Merges.Range(row, column - 1, row + down, column - 1 + across));
            }
            var text = scan.empty() ? "" : data();
            if ((!text.isEmpty() || look.fill() != Look.NONE) && column <= Limits.COLUMNS_MAX) {
                cells.add(new Cell(column - 1, text.isEmpty() ? Cell.Kind.BLANK : Cell.Kind.TEXT, text, 0, look, look.struck() && !text.isEmpty()
                        ? Cell.Strike.ALL : Cell.Strike.NONE));
            }
            column += across;
        }
        return cells;
    }

    private String data() throws IOException {
        var text = "";
        var date = false;
        for (int at; (at = scan.next()) != XmlScan.DONE && !(at == XmlScan.END && scan.is("Cell")); ) {
            if (at == XmlScan.START && scan.is("Data") && !scan.empty()) {
                date = "DateTime".equals(scan.attribute("Type"));
                scan.keepText();
            } else if (at == XmlScan.END && scan.is("Data")) {
                text = RichText.unescaped(scan.text()).strip();
            } else if (!INLINE.contains(scan.name())) {
                scan.stopKeeping();
            }
        }
        return date && text.length() > 10 ? text.substring(0, 10) : text;
    }
}
