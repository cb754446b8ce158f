package org.mingbai.reporting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.jspecify.annotations.Nullable;

/// The words of a table (.xlsx), a line for each row of each sheet, with tabs between its cells. Numbers are written as their cells show them; a formula is
/// what it came to when the file was written.
final class TableText {

    static final String BOOK = "xl/workbook.xml";

    private static final String FOLDER = "xl/";
    private static final int COLUMNS_MAX = 16_384;
    private static final int SHEETS_MAX = 200;
    private static final int TEXTS_MAX = 500_000;
    private static final int LOOKS_MAX = 70_000;
    private static final int FORMAT_MAX = 255;
    private static final int CELL_MAX = 100_000;

    private final ZipFile zip;
    private final ReportText text = new ReportText();
    private final DataFormatter shown = new DataFormatter();
    private final List<String> texts = new ArrayList<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> looks = new ArrayList<>();
    private boolean since1904;

    private TableText(ZipFile zip) {
        this.zip = zip;
    }

    static String of(ZipFile zip) throws IOException, XMLStreamException, OfficePart.TooMuch {
        var it = new TableText(zip);
        it.readTexts();
        it.readLooks();
        for (var sheet : it.sheets()) {
            it.read(sheet);
        }
        return it.text.toString();
    }

    private List<String> sheets() throws IOException, XMLStreamException, OfficePart.TooMuch {
        var targets = new HashMap<String, String>();
        var relations = OfficePart.of(zip, FOLDER + "_rels/workbook.xml.rels");
        while (relations.next()) {
            var id = relations.begins("Relationship") ? relations.attribute("Id") : null;
            var target = relations.begins("Relationship") ? relations.attribute("Target") : null;
            if (id != null && target != null) {
                targets.put(id, target.startsWith("/") ? target.substring(1) : FOLDER + target);
            }
        }
        var sheets = new ArrayList<String>();
        var book = OfficePart.of(zip, BOOK);
        while (book.next()) {
            if (book.begins("workbookPr")) {
                var from = book.attribute("date1904");
                since1904 = "1".equals(from) || "true".equals(from);
            }
            var part = book.begins("sheet") ? targets.get(book.attribute("id")) : null;
            if (part != null && part.contains("worksheets/") && OfficePart.isIn(zip, part)) {
                sheets.add(part);
            }
            most(sheets.size(), SHEETS_MAX);
        }
        if (sheets.isEmpty()) {
            throw new XMLStreamException("no sheet that can be read");
        }
        return sheets;
    }

    private void readTexts() throws IOException, XMLStreamException, OfficePart.TooMuch {
        if (!OfficePart.isIn(zip, FOLDER + "sharedStrings.xml")) {
            return;
        }
        var part = OfficePart.of(zip, FOLDER + "sharedStrings.xml");
        while (part.next()) {
            if (part.begins("si")) {
                texts.add(words(part, "si"));
                most(texts.size(), TEXTS_MAX);
            }
        }
    }

    /// What stands in its `t` or `v`, without how it is pronounced.
    private static String words(OfficePart part, String within) throws XMLStreamException, OfficePart.TooMuch {
        var words = new StringBuilder();
        boolean here = false;
        while (part.next() && !part.ends(within)) {
            if (part.begins("rPh")) {
                part.skip();
            } else if (part.begins("t") || part.begins("v")) {
                here = true;
            } else if (part.ends("t") || part.ends("v")) {
                here = false;
            } else if (here) {
                words.append(part.words());
                most(words.length(), CELL_MAX);
            }
        }
        return words.toString();
    }

    private void readLooks() throws IOException, XMLStreamException, OfficePart.TooMuch {
        if (!OfficePart.isIn(zip, FOLDER + "styles.xml")) {
            return;
        }
        var part = OfficePart.of(zip, FOLDER + "styles.xml");
        boolean ofCells = false;
        while (part.next()) {
            if (part.begins("numFmt")) {
                var code = part.attribute("formatCode");
                formats.put(part.number("numFmtId", -1), code == null || code.length() > FORMAT_MAX ? "General" : code);
                most(formats.size(), LOOKS_MAX);
            } else if (part.begins("cellXfs") || part.ends("cellXfs")) {
                ofCells = part.begins();
            } else if (ofCells && part.begins("xf")) {
                looks.add(part.number("numFmtId", 0));
                most(looks.size(), LOOKS_MAX);
            }
        }
    }

    private void read(String sheet) throws IOException, XMLStreamException, OfficePart.TooMuch {
        var part = OfficePart.of(zip, sheet);
        var row = new StringBuilder();
        int tabs = 0;
        int column = -1;
        while (part.next()) {
            if (part.begins("row")) {
                row.setLength(0);
                tabs = 0;
                column = -1;
            } else if (part.ends("row")) {
                text.line(row);
            } else if (part.begins("c")) {
                column = column(part.attribute("r"), column + 1);
                most(column, COLUMNS_MAX);
                for (; tabs < column; tabs++) {
                    row.append('\t');
                }
                row.append(cell(part).replace('\n', ' ').replace('\t', ' '));
                most(row.length(), CELL_MAX * 10);
            }
        }
    }

    private static int column(@Nullable String reference, int next) {
        int column = 0;
        for (int i = 0; reference != null && i < reference.length() && Character.isUpperCase(reference.charAt(i)) && column <= COLUMNS_MAX; i++) {
            column = column * 26 + reference.charAt(i) - 'A' + 1;
        }
        return column == 0 ? next : column - 1;
    }

    private String cell(OfficePart part) throws XMLStreamException, OfficePart.TooMuch {
        var kind = part.attribute("t");
        int look = part.number("s", 0);
        var value = words(part, "c");
        return switch (kind == null ? "n" : kind) {
            case "s" -> text(value.strip());
            case "b" -> value.strip().equals("1") ? "TRUE" : "FALSE";
            case "n" -> value.isBlank() ? "" : number(Double.parseDouble(value), look < looks.size() && look >= 0 ? looks.get(look) : 0);
            default -> value;
        };
    }

    /// Some programs write a cell of text without one.
    private String text(String index) {
        return index.matches("\\d{1,9}") && Integer.parseInt(index) < texts.size() ? texts.get(Integer.parseInt(index)) : "";
    }

    private String number(double value, int format) {
        var code = formats.getOrDefault(format, BuiltinFormats.getBuiltinFormat(format));
        return shown.formatRawCellContents(value, format, code == null ? "General" : code, since1904);
    }

    private static void most(int now, int most) throws OfficePart.TooMuch {
        if (now > most) {
            throw new OfficePart.TooMuch();
        }
    }
}
