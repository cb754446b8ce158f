package org.mingbai.intake.sheet.workbook;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What old systems save as .xls: a web page with tables, or Excel's own XML of 2003. Held in memory, so the size is kept small.
final class MarkupBook implements Book {

    record Read(@Nullable String name, boolean hidden, List<Row> rows, List<Merges.Range> merges) {}

    private static final long BYTES_MAX = 64L << 20;
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([A-Za-z0-9_-]+)");

    private final List<Read> sheets;

    private MarkupBook(List<Read> sheets) {
        this.sheets = sheets;
    }

    static MarkupBook open(Path file, Limits limits) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            throw new Unreadable(new FileRefusal.TooLarge(FileRefusal.Limit.FILE, BYTES_MAX));
        }
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(4096);
        }
        var start = new String(head, charsetOf(file, head)).toLowerCase(Locale.ROOT);
        if (start.contains("urn:schemas-microsoft-com:office:spreadsheet") && !start.contains("<html")) {
            try (var in = Files.newInputStream(file)) {
                return new MarkupBook(new SpreadsheetXml(new XmlScan(in, "xml", limits.cellCharsMax() * 10)).read());
            }
        }
        if (start.startsWith("<?xml") && !start.contains("<html") && !start.contains("<table")) {
            throw new Unreadable(new FileRefusal.WrongType(".xml"));
        }
        var page = new String(Files.readAllBytes(file), charsetOf(file, head));
        var rows = new WebTables(page, limits);
        rows.read();
        if (rows.rows().isEmpty()) {
            throw new Unreadable(new FileRefusal.WrongType(".html"));
        }
        return new MarkupBook(List.of(new Read(null, false, rows.rows(), rows.merges())));
    }

    private static Charset charsetOf(Path file, byte[] head) throws IOException {
        var found = Charsets.of(file);
        var declared = CHARSET.matcher(new String(head, java.nio.charset.StandardCharsets.ISO_8859_1));
        if (found.markBytes() == 0 && declared.find() && Charset.isSupported(declared.group(1))) {
            var name = declared.group(1).toUpperCase(Locale.ROOT);
            return Charset.forName(name.startsWith("GB") ? "GB18030" : name);
        }
        return found.charset();
    }

    @Override
    public List<Sheet> sheets() {
        return sheets.stream().map(sheet -> new Sheet(sheet.name(), sheet.hidden())).toList();
    }

    @Override
    public Tail tailOf(int sheet) {
        return new Tail(new Merges(sheets.get(sheet).merges()), false);
    }

    @Override
    public void rows(int sheet, RowSink sink) throws IOException {
        for (var row : new ArrayList<>(sheets.get(sheet).rows())) {
            if (!sink.row(row)) {
                return;
            }
        }
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
