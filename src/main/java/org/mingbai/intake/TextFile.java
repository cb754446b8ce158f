package org.mingbai.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mingbai.intake.sheet.workbook.Books;
import org.mingbai.intake.sheet.workbook.Limits;
import org.mingbai.intake.sheet.workbook.Row;
import org.mingbai.intake.sheet.workbook.Unreadable;

/// A table of texts with a heading line: what stands under each heading, row by row. CSV in UTF-8 or GB18030, or a workbook's first sheet.
public sealed interface TextFile {

    /// `number` is the row as the sheet shows it, the heading line being 1.
    record Line(int number, Map<String, String> cells) {

        public String at(String heading) {
            return cells.getOrDefault(heading, "");
        }
    }

    /// Headings in lower case, as they stand in the file.
    record Read(List<String> headings, List<Line> lines) implements TextFile {

        /// The first of the headings asked for that the file does not have; empty when it has them all.
        public String missing(String... asked) {
            return Arrays.stream(asked).filter(it -> !headings.contains(it)).findFirst().orElse("");
        }
    }

    /// Not read: a message key and what belongs into it.
    record Refused(String key, List<String> arguments) implements TextFile {}

    static TextFile read(Path file) throws IOException {
        var rows = new ArrayList<Row>();
        try (var book = Books.open(file, file.getFileName().toString(), Limits.USUAL)) {
            book.rows(0, rows::add);
        } catch (Unreadable unreadable) {
            return new Refused(unreadable.why().key(), unreadable.why().arguments());
        }
        if (rows.isEmpty()) {
            return new Refused("intake.file.empty", List.of());
        }
        var headings = new HashMap<Integer, String>();
        for (var cell : rows.getFirst().cells()) {
            headings.put(cell.column(), cell.text().strip().toLowerCase(Locale.ROOT));
        }
        return new Read(headings.values().stream().toList(), rows.stream().skip(1).map(row -> line(row, headings)).toList());
    }

    private static Line line(Row row, Map<Integer, String> headings) {
        var cells = new HashMap<String, String>();
        for (var cell : row.cells()) {
            if (headings.containsKey(cell.column())) {
                cells.putIfAbsent(headings.getOrDefault(cell.column(), ""), cell.text());
            }
        }
        return new Line(row.number(), cells);
    }
}
