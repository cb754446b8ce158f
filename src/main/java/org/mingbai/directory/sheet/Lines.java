package org.mingbai.directory.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Finds the table in each sheet: its heading row, wherever it stands, and the filled rows below.
public final class Lines {

    private static final int HEADING_WITHIN_ROWS = 20;

    private Lines() {}

    public static List<Line> of(byte[] file, String fileName) throws Unreadable {
        var lines = new ArrayList<Line>();
        boolean headed = false;
        for (var table : Tables.of(file, fileName)) {
            int head = headingRow(table);
            if (head >= 0) {
                headed = true;
                read(table, head, lines);
            }
        }
        if (!headed) {
            throw new Unreadable(Unreadable.Why.NO_HEADINGS);
        }
        return lines;
    }

    /// The row with the most headings among the first ones; a table tells of units or of people, or it is none of ours.
    private static int headingRow(Tables.Table table) {
        int best = -1;
        int most = 0;
        for (int row = 0; row < Math.min(HEADING_WITHIN_ROWS, table.rows().size()); row++) {
            var found = columns(table.rows().get(row));
            if (found.size() > most && (found.containsKey(Heading.UNIT) || found.containsKey(Heading.NAME))) {
                most = found.size();
                best = row;
            }
        }
        return best;
    }

    private static Map<Heading, Integer> columns(List<String> row) {
        var columns = new EnumMap<Heading, Integer>(Heading.class);
        for (int column = 0; column < row.size(); column++) {
            int at = column;
            Heading.of(row.get(column)).ifPresent(heading -> columns.putIfAbsent(heading, at));
        }
        return columns;
    }

    private static void read(Tables.Table table, int head, List<Line> lines) {
        var columns = columns(table.rows().get(head));
        for (int row = head + 1; row < table.rows().size(); row++) {
            var cells = new EnumMap<Heading, String>(Heading.class);
            var values = table.rows().get(row);
            columns.forEach((heading, column) -> {
                if (column < values.size() && !values.get(column).isBlank()) {
                    cells.put(heading, values.get(column).strip());
                }
            });
            if (!cells.isEmpty()) {
                lines.add(new Line(table.name(), row + 1, cells, columns));
            }
        }
    }
}
