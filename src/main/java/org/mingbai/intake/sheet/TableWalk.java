package org.mingbai.intake.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.workbook.Book;
import org.mingbai.intake.sheet.workbook.Cell;
import org.mingbai.intake.sheet.workbook.Merges;
import org.mingbai.intake.sheet.workbook.Row;
import org.mingbai.intake.sheet.words.Plain;

/// One walk down a table: row after row, a matter is begun, added to, and told when the next one begins.
/// Where a header with other columns comes, the rows below it are read by that one.
final class TableWalk {

    private static final Pattern SECTION_NUMBER = Pattern.compile("^(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）])\\s*");

    /// A matter written out over more rows than this is a file gone wrong; the rest is told as further matters.
    private static final int ROWS_MAX = 5_000;

    private final SheetReader sheet;
    private final Preface preface;
    private final Book.Tail tail;
    private final Grid head;
    private final Merges.Walk merges;
    private final List<Carried> carried = new ArrayList<>();

    private Layout layout;
    private @Nullable Cell[] above;
    private @Nullable MatterDraft draft;
    private @Nullable String section;
    private int rowsOfDraft;
    private String lastProblem = "";
    private String lastNumber = "";

    /// A merged cell that reaches into the rows below.
    private record Carried(Merges.Range range, Cell cell) {}

    TableWalk(SheetReader sheet, TableShape shape, Preface preface, Book.Tail tail, Grid head) {
        this.sheet = sheet;
        this.layout = new Layout(shape);
        this.above = new Cell[layout.width()];
        this.preface = preface;
        this.tail = tail;
        this.head = head;
        this.merges = tail.merges().walk();
    }

    void run() throws IOException {
        sheet.book().rows(sheet.index(), row -> {
            take(row);
            if (row.number() % 1000 == 0) {
                sheet.progressed(row.number());
            }
            return true;
        });
        end();
    }

    private void take(Row row) {
        if (row.number() <= layout.shape().lastHeaderRow()) {
            if (row.number() < layout.shape().firstHeaderRow() && row.hasText()) {
                sheet.skip(row, SkippedRow.Why.ABOVE_TABLE);
            }
            return;
        }
        var ranges = tail.merges().isEmpty() ? List.<Merges.Range>of() : merges.at(row.number());
        carry(row, ranges);
        if (!row.hasText() && carried.isEmpty()) {
            return;
        }
        var why = layout.kinds().why(row, tail.filtered(), spanOfFirst(row, ranges));
        if (why == null && startsAnotherTable(row)) {
            why = SkippedRow.Why.HEADER_AGAIN;
        }
        if (why != null) {
            if (why == SkippedRow.Why.SECTION) {
                end();
                section = SECTION_NUMBER.matcher(Layout.firstText(row).strip()).replaceFirst("");
            }
            sheet.skip(row, why);
            return;
        }
        if (row.hasText()) {
            matter(row);
        }
    }

    private boolean startsAnotherTable(Row row) {
        if (!layout.mayBeHeader(row)) {
            return false;
        }
        var at = head.indexOf(row.number());
        var grid = at >= 0 ? head : new Grid(List.of(row), tail.merges());
        var block = new Header(grid, sheet.options().mapping()).blockAt(Math.max(at, 0));
        if (block == null || block.columns().stream().noneMatch(column -> column.field() != null && column.field().isSubject())) {
            return false;
        }
        end();
        layout = new Layout(sheet.shape(grid, block, preface));
        above = new Cell[layout.width()];
        return true;
    }

    private void matter(Row row) {
        var problem = layout.subjectOf(row);
        var number = layout.numberOf(row);
        if (problem.isEmpty() && !subjectReachesTo(row)) {
            if (draft != null && layout.saysMore(row) && (number.isEmpty() || number.equals(lastNumber))) {
                add(draft, row);
            } else {
                sheet.skip(row, number.isEmpty() || row.textCells() > 1 ? SkippedRow.Why.NO_SUBJECT : SkippedRow.Why.ONLY_A_NUMBER);
            }
            return;
        }
        if (draft != null && (problem.isEmpty() || Plain.saysSame(problem) || repeats(row, problem, number))) {
            add(draft, row);
            return;
        }
        end();
        draft = new MatterDraft(sheet.index(), sheet.name(), preface, layout.shape(), section, row.number());
        rowsOfDraft = 0;
        lastProblem = problem;
        lastNumber = number;
        add(draft, row);
        for (var one : carried) {
            var column = layout.column(one.range().firstColumn());
            if (one.range().firstRow() < row.number() && column != null) {
                draft.say(row.number(), column, one.cell());
            }
        }
    }

    /// Number and problem written out again on the next measure's row. A number merged over several rows speaks for itself.
    private boolean repeats(Row row, String problem, String number) {
        return problem.equals(lastProblem) && number.equals(lastNumber) && rowsOfDraft < ROWS_MAX && layout.number() != null && layout.saysMore(row)
                && (!number.isEmpty() || carried.stream().noneMatch(one -> one.range().firstColumn() == layout.number().index()
                && one.range().firstRow() < row.number()));
    }

    private void add(MatterDraft matter, Row row) {
        matter.row(row.number());
        rowsOfDraft++;
        for (var cell : row.cells()) {
            var column = layout.column(cell.column());
            if (column == null || cell.strike() == Cell.Strike.ALL) {
                continue;
            }
            var before = above[cell.column()];
            if (before != null && Plain.saysSame(cell.text())) {
                matter.say(row.number(), column, before);
            } else {
                matter.say(row.number(), column, cell);
                above[cell.column()] = cell.text().isBlank() ? before : cell;
            }
        }
        matter.light(layout.shape().signals().in(row));
    }

    private void end() {
        if (draft != null) {
            var matter = draft.finish();
            draft = null;
            if (!matter.problem().isBlank()) {
                sheet.tell(matter);
            }
        }
    }

    private void carry(Row row, List<Merges.Range> ranges) {
        carried.removeIf(one -> one.range().lastRow() < row.number());
        for (var range : ranges) {
            if (range.firstRow() == row.number() && range.lastRow() > range.firstRow()) {
                for (var cell : row.cells()) {
                    if (cell.column() == range.firstColumn() && !cell.text().isBlank()) {
                        carried.add(new Carried(range, cell));
                    }
                }
            }
        }
    }

    /// Whether the subject of an earlier row is merged down to this one.
    private boolean subjectReachesTo(Row row) {
        return carried.stream().anyMatch(one -> one.range().firstRow() < row.number() && layout.isSubject(one.range().firstColumn()));
    }

    /// Over how many columns the first text of the row reaches.
    private static int spanOfFirst(Row row, List<Merges.Range> ranges) {
        for (var cell : row.cells()) {
            if (!cell.text().isBlank()) {
                return ranges.stream().filter(range -> range.holds(row.number(), cell.column())).findFirst()
                        .map(range -> range.lastColumn() - range.firstColumn() + 1).orElse(1);
            }
        }
        return 1;
    }
}
