package org.mingbai.intake.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.workbook.Cell;
import org.mingbai.intake.sheet.workbook.Row;
import org.mingbai.intake.sheet.words.Deadline;
import org.mingbai.intake.sheet.words.Deadlines;
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.intake.sheet.words.Measures;
import org.mingbai.intake.sheet.words.Reference;
import org.mingbai.intake.sheet.words.State;
import org.mingbai.intake.sheet.words.States;

/// Reads a sheet that the account wrote itself: each row is one matter, each column what its heading says. Nothing is guessed, so that what
/// went out comes in again as the same.
final class AccountReader {

    private static final int SEARCHED = 10;
    private static final Pattern LISTED = Pattern.compile("(?m)^(\\d{1,3})\\. ");

    private final SheetReader sheet;
    private final int headerRow;
    private final List<Column> columns;
    private final Reference reference;

    private AccountReader(SheetReader sheet, int headerRow, List<Column> columns) {
        this.sheet = sheet;
        this.headerRow = headerRow;
        this.columns = columns;
        this.reference = Reference.of(sheet.options().asOf());
    }

    /// Null where the sheet was written by somebody else.
    static @Nullable AccountReader of(SheetReader sheet, Grid grid) {
        for (int r = 0; r < Math.min(grid.height(), SEARCHED); r++) {
            for (int c : grid.filled(r)) {
                if (AccountWords.headsNumbers(grid.own(r, c))) {
                    return new AccountReader(sheet, grid.row(r).number(), columns(sheet, grid, r));
                }
            }
        }
        return null;
    }

    private static List<Column> columns(SheetReader sheet, Grid grid, int row) {
        var columns = new ArrayList<Column>();
        for (int c : grid.filled(row)) {
            var heading = grid.own(row, c).strip();
            var said = sheet.options().mapping().of(heading);
            columns.add(new Column(c, heading, said != null ? said : sheet.options().account().field(heading), 100, 1, null, false));
        }
        return columns;
    }

    List<Column> columns() {
        return columns;
    }

    int headerRow() {
        return headerRow;
    }

    void run(boolean filtered) throws IOException {
        sheet.book().rows(sheet.index(), row -> {
            if (row.hasText()) {
                take(row, filtered);
            }
            if (row.number() % 1000 == 0) {
                sheet.progressed(row.number());
            }
            return true;
        });
    }

    private void take(Row row, boolean filtered) {
        if (row.number() <= headerRow) {
            if (row.number() < headerRow) {
                sheet.skip(row, SkippedRow.Why.ABOVE_TABLE);
            }
            return;
        }
        if (row.hidden()) {
            sheet.skip(row, filtered ? SkippedRow.Why.FILTERED_OUT : SkippedRow.Why.HIDDEN);
            return;
        }
        var said = said(row);
        var problem = Stream.of(Field.PROBLEM, Field.TITLE, Field.DETAILS).map(said::get).filter(Objects::nonNull).findFirst();
        if (problem.isEmpty()) {
            sheet.skip(row, SkippedRow.Why.NO_SUBJECT);
            return;
        }
        sheet.tell(matter(row, said, problem.get().text()));
    }

    /// The first column of a meaning counts; another one stays under its heading.
    private Map<Field, Cell> said(Row row) {
        var said = new EnumMap<Field, Cell>(Field.class);
        for (var cell : row.cells()) {
            var column = column(cell);
            if (column != null && !cell.text().isBlank() && cell.strike() != Cell.Strike.ALL) {
                said.putIfAbsent(Objects.requireNonNull(column.field()), cell);
            }
        }
        said.remove(Field.OTHER);
        return said;
    }

    private ReadMatter matter(Row row, Map<Field, Cell> said, String problem) {
        var doubts = new ArrayList<Doubt>();
        var measures = measures(text(said, Field.MEASURES)).stream().map(text -> new ReadMeasure(text, List.of(), null, null, null)).toList();
        return new ReadMatter(sheet.index(), sheet.name(), row.number(), row.number(), text(said, Field.NUMBER), problem, text(said, Field.TITLE),
                text(said, Field.SOURCE), text(said, Field.CATEGORY), null, text(said, Field.GOAL), measures, text(said, Field.LEAD_UNIT),
                names(text(said, Field.CO_UNITS)), text(said, Field.LEADER), names(text(said, Field.OWNERS)),
                due(row, said.get(Field.DEADLINE), doubts), text(said, Field.PROGRESS), state(row, said.get(Field.STATUS), doubts), null,
                text(said, Field.REPORTER), text(said, Field.REPORTER_CONTACT), rest(row, said), List.copyOf(doubts),
                Stream.of(row.cells()).map(cell -> new ReadMatter.CellText(row.number(), cell.column(), cell.text())).toList());
    }

    /// The inverse of how measures are written: one as it is, several counted from 1, each on lines of its own. What a hand has written since
    /// is taken apart as in any ledger.
    static List<String> measures(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        var measures = new ArrayList<String>();
        var number = LISTED.matcher(text);
        int begun = -1;
        while (number.find()) {
            if (begun < 0 && number.start() > 0) {
                break;
            }
            if (Integer.parseInt(number.group(1)) == measures.size() + (begun < 0 ? 1 : 2)) {
                if (begun >= 0) {
                    measures.add(text.substring(begun, number.start()).strip());
                }
                begun = number.end();
            }
        }
        if (begun < 0) {
            var written = Measures.of(text);
            return written.size() > 1 ? written : List.of(text);
        }
        measures.add(text.substring(begun).strip());
        return measures;
    }

    private static List<String> names(@Nullable String text) {
        return text == null ? List.of() : Stream.of(text.split("[、，,;；\\n]")).map(String::strip).filter(name -> !name.isEmpty()).distinct().toList();
    }

    private @Nullable Deadline due(Row row, @Nullable Cell cell, List<Doubt> doubts) {
        if (cell == null || cell.kind() == Cell.Kind.DATE) {
            return cell == null ? null : Deadline.by(cell.date());
        }
        var own = sheet.options().account().deadline(cell.text());
        if (own != null) {
            return own;
        }
        var read = Deadlines.of(cell.text(), reference, null);
        read.remarks().forEach(remark -> doubts.add(doubt(row, cell, "intake.doubt." + remark.key(), remark.arguments())));
        if (read.deadline() == null && read.remarks().isEmpty()) {
            doubts.add(doubt(row, cell, "intake.doubt.date", List.of(cell.text())));
        }
        return read.deadline();
    }

    private State state(Row row, @Nullable Cell cell, List<Doubt> doubts) {
        var own = cell == null ? State.OPEN : sheet.options().account().state(cell.text());
        var read = own != null ? own : States.ofWord(cell.text());
        if (read == null) {
            doubts.add(doubt(row, cell, "intake.doubt.status", List.of(cell.text())));
            return State.OPEN;
        }
        return read;
    }

    private Doubt doubt(Row row, Cell cell, String key, List<String> arguments) {
        return new Doubt(sheet.name(), row.number(), cell.column(), key, arguments);
    }

    private Map<String, String> rest(Row row, Map<Field, Cell> said) {
        var rest = new LinkedHashMap<String, String>();
        for (var cell : row.cells()) {
            var column = column(cell);
            // The light is derived from the deadline; an old one would be a second truth.
            if (column != null && column.field() != Field.LIGHT && !cell.text().isBlank() && said.get(column.field()) != cell) {
                rest.put(column.header(), cell.kind() == Cell.Kind.DATE ? cell.date().toString() : cell.text());
            }
        }
        return rest;
    }

    private @Nullable Column column(Cell cell) {
        return columns.stream().filter(column -> column.index() == cell.column()).findFirst().orElse(null);
    }

    private static @Nullable String text(Map<Field, Cell> said, Field field) {
        var cell = said.get(field);
        return cell == null ? null : cell.text().strip();
    }
}
