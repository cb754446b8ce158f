package org.mingbai.reporting.web;

import java.util.List;
import java.util.Optional;
import org.mingbai.shell.Link;

/// A board: a few figures of this month beside the last, and charts that each stand before their table.
/// @param lead what is counted, and by when
/// @param months the board of another month
/// @param saying why there are no numbers; empty where there are
public record BoardPage(String title, List<Link> way, String lead, List<Link> months, List<Link> others, Optional<String> saying, boolean incomplete,
        String now, String before, List<Tile> tiles, List<Chart> charts) {

    /// @param before the same a month earlier; without words where that says nothing
    /// @param late whether it is to be seen that something is late
    public record Tile(Link name, Cell now, Cell before, boolean late) {}

    /// @param head what the rows are
    /// @param note what has to be known to read it; empty where nothing has
    public record Chart(String id, String title, Kind kind, boolean percent, String head, List<Series> series, List<Row> rows, String note) {

        /// How many rows are drawn at most; the table holds all.
        public static final int DRAWN_MAX = 50;

        public boolean empty() {
            return rows.stream().flatMap(row -> row.cells().stream()).allMatch(cell -> cell.drawn().isEmpty() || cell.drawn().equals("0"));
        }
    }

    /// How it is drawn, as the script knows it.
    public enum Kind {
        /// Months from left to right, a bar for each series.
        BARS,
        /// Months from left to right, a line for each series.
        LINES,
        /// One row under the other, the series one after the other in one bar.
        ACROSS
    }

    /// A column of the table.
    /// @param tone the token of its colour; empty where it is not drawn
    public record Series(String name, String tone) {}

    /// @param brief the same in as little room as a chart has
    public record Row(Link name, String brief, List<Cell> cells) {}

    /// @param drawn as a number; empty where there is no data
    /// @param href its cases; empty where there is no data
    public record Cell(String text, String drawn, String href) {}
}
