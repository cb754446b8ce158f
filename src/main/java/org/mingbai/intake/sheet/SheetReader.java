package org.mingbai.intake.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.workbook.Book;
import org.mingbai.intake.sheet.workbook.Cell;
import org.mingbai.intake.sheet.workbook.Merges;
import org.mingbai.intake.sheet.workbook.Row;
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.intake.sheet.words.Light;
import org.mingbai.intake.sheet.words.Plain;
import org.mingbai.intake.sheet.words.Reference;

/// Reads one sheet: finds its header, then walks its rows once, holding one matter at a time.
final class SheetReader {

    private static final int LOOKED_AT = 200;
    private static final int TEXT_TOLD = 40;

    private final Book book;
    private final int index;
    private final ReadingOptions options;
    private final ReadingListener listener;
    private final @Nullable String name;

    private final List<SkippedRow> skipped = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private int skippedCount;
    private int doubtCount;
    private int matters;

    SheetReader(Book book, int index, ReadingOptions options, ReadingListener listener) {
        this.book = book;
        this.index = index;
        this.options = options;
        this.listener = listener;
        this.name = book.sheets().get(index).name();
    }

    SheetReport read() throws IOException {
        if (book.sheets().get(index).hidden()) {
            return report(SheetReport.Kind.HIDDEN, 0, 0, List.of());
        }
        var tail = book.tailOf(index);
        var head = new ArrayList<Row>();
        book.rows(index, row -> {
            head.add(row);
            return head.size() < LOOKED_AT;
        });
        if (head.stream().noneMatch(Row::hasText)) {
            return report(SheetReport.Kind.EMPTY, 0, 0, List.of());
        }
        var grid = new Grid(head, tail.merges());
        var block = new Header(grid, options.mapping()).find();
        var forms = new Forms(index, name, options);
        if (block == null || forms.fits(grid, block)) {
            return forms(forms, tail.merges());
        }
        var columns = settled(block.columns());
        var shape = new TableShape(grid.row(block.first()).number(), grid.row(block.last()).number(), columns, lightColumns(grid, block, columns));
        var preface = Preface.of(grid, block.first());
        new Walk(shape, preface, reference(preface, columns), tail).run();
        return report(SheetReport.Kind.TABLE, shape.firstHeaderRow(), shape.lastHeaderRow(), columns);
    }

    private SheetReport forms(Forms forms, Merges merges) throws IOException {
        var rows = new ArrayList<Row>();
        book.rows(index, row -> {
            rows.add(row);
            return true;
        });
        for (var matter : forms.read(new Grid(rows, merges))) {
            tell(matter);
        }
        return matters == 0 ? report(SheetReport.Kind.NO_TABLE, 0, 0, List.of()) : report(SheetReport.Kind.FORMS, 0, 0, List.of());
    }

    /// A ledger may head several columns alike; of the subject's, the best known one is the problem, the others are kept under their heading.
    private static List<Column> settled(List<Column> columns) {
        Column subject = null;
        for (var column : columns) {
            if (column.is(Field.PROBLEM) && (subject == null || column.rank() > subject.rank())) {
                subject = column;
            }
        }
        var settled = new ArrayList<Column>();
        for (var column : columns) {
            settled.add(column.is(Field.PROBLEM) && column != subject ? column.as(Field.DETAILS) : column);
        }
        return settled;
    }

    private Reference reference(Preface preface, List<Column> columns) {
        var reference = preface.reference(options.asOf(), false);
        for (var column : columns) {
            var year = java.util.regex.Pattern.compile("(20\\d\\d)\\s*年?").matcher(Plain.narrow(column.header()));
            if (column.is(Field.DEADLINE) && year.find()) {
                return reference.with(Integer.parseInt(year.group(1)));
            }
        }
        return reference;
    }

    /// The columns whose fill tells the light: those headed so, or those whose cells bear at least two different lights.
    private static List<Integer> lightColumns(Grid grid, Header.Block block, List<Column> columns) {
        var headed = columns.stream().filter(column -> column.is(Field.LIGHT)).map(Column::index).toList();
        if (!headed.isEmpty() && headed.stream().anyMatch(c -> !lights(grid, block, c).isEmpty())) {
            return headed;
        }
        var found = new ArrayList<Integer>();
        for (int c = grid.width() + 1; c >= 0; c--) {
            var lights = lights(grid, block, c);
            if (lights.size() >= 2) {
                found.add(c);
            }
        }
        return found.isEmpty() ? headed : found;
    }

    private static Set<Light> lights(Grid grid, Header.Block block, int column) {
        var lights = EnumSet.noneOf(Light.class);
        for (int r = block.last() + 1; r < grid.height(); r++) {
            for (var cell : grid.row(r).cells()) {
                if (cell.column() == column) {
                    var light = Light.ofColour(cell.look().fill());
                    if (light != null) {
                        lights.add(light);
                    }
                }
            }
        }
        return lights;
    }

    private void tell(ReadMatter matter) {
        matters++;
        doubtCount += matter.doubts().size();
        for (var doubt : matter.doubts()) {
            if (doubts.size() < SheetReport.LISTED_MAX) {
                doubts.add(doubt);
            }
        }
        listener.matter(matter);
    }

    private void skip(Row row, SkippedRow.Why why) {
        skippedCount++;
        if (skipped.size() < SheetReport.LISTED_MAX) {
            var text = new StringBuilder();
            for (var cell : row.cells()) {
                if (!cell.blank() && text.length() < TEXT_TOLD) {
                    text.append(text.isEmpty() ? "" : " ").append(cell.text().replaceAll("\\s+", " "));
                }
            }
            skipped.add(new SkippedRow(row.number(), why, text.length() > TEXT_TOLD ? text.substring(0, text.offsetByCodePoints(0, Math.min(TEXT_TOLD, text.codePointCount(0, text.length())))) : text.toString()));
        }
    }

    private SheetReport report(SheetReport.Kind kind, int first, int last, List<Column> columns) {
        return new SheetReport(index, name, kind, first, last, columns.stream().map(Column::shown).toList(), matters, List.copyOf(skipped), skippedCount,
                List.copyOf(doubts), doubtCount);
    }

    /// One walk down the table.
    private final class Walk {

        private final TableShape shape;
        private final Preface preface;
        private final Reference reference;
        private final Book.Tail tail;
        private final Merges.Walk merges;
        private final Column[] byIndex;
        private final List<Column> subjects;
        private final @Nullable Column number;
        private final RowKind kinds;
        private final List<Carried> carried = new ArrayList<>();
        private @Nullable MatterDraft draft;
        private @Nullable String section;
        private String lastProblem = "";
        private String lastNumber = "";

        /// A merged cell that reaches into the rows below.
        private record Carried(Merges.Range range, Cell cell) {}

        Walk(TableShape shape, Preface preface, Reference reference, Book.Tail tail) {
            this.shape = shape;
            this.preface = preface;
            this.reference = reference;
            this.tail = tail;
            this.merges = tail.merges().walk();
            this.byIndex = new Column[shape.width()];
            shape.columns().forEach(column -> byIndex[column.index()] = column);
            this.subjects = shape.columns().stream().filter(column -> column.field() != null && column.field().isSubject()).toList();
            this.number = shape.columns().stream().filter(column -> column.is(Field.NUMBER))
                    .max(java.util.Comparator.comparingInt(Column::rank)).orElse(null);
            var problem = subjects.stream().filter(column -> column.is(Field.PROBLEM)).findFirst().orElse(subjects.isEmpty() ? null : subjects.getFirst());
            this.kinds = new RowKind(shape, problem, number);
        }

        void run() throws IOException {
            book.rows(index, row -> {
                take(row);
                if (row.number() % 1000 == 0) {
                    listener.progressed(index, row.number());
                }
                return true;
            });
            end();
        }

        private void take(Row row) {
            if (row.number() <= shape.lastHeaderRow()) {
                if (row.number() < shape.firstHeaderRow() && row.hasText()) {
                    skip(row, SkippedRow.Why.ABOVE_TABLE);
                }
                return;
            }
            var ranges = tail.merges().isEmpty() ? List.<Merges.Range>of() : merges.at(row.number());
            carry(row, ranges);
            if (!row.hasText() && carried.isEmpty()) {
                return;
            }
            var why = kinds.why(row, tail.filtered(), spanOfFirst(row, ranges));
            if (why != null) {
                if (why == SkippedRow.Why.SECTION) {
                    end();
                    section = firstText(row).strip().replaceFirst("^(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）])\\s*", "");
                }
                skip(row, why);
                return;
            }
            if (row.hasText()) {
                matter(row, ranges);
            }
        }

        private void matter(Row row, List<Merges.Range> ranges) {
            var problem = subjectOf(row);
            boolean below = reachesBelow(row.number());
            var ownNumber = number == null ? "" : textAt(row, number.index());
            if (problem.isEmpty() && !below) {
                if (draft != null && ownNumber.isEmpty() && saysMore(row)) {
                    add(row);
                    return;
                }
                if (draft != null && lastNumber.equals(ownNumber) && !ownNumber.isEmpty() && saysMore(row)) {
                    add(row);
                    return;
                }
                skip(row, ownNumber.isEmpty() || row.textCells() > 1 ? SkippedRow.Why.NO_SUBJECT : SkippedRow.Why.ONLY_A_NUMBER);
                return;
            }
            boolean again = draft != null && (problem.isEmpty() || Plain.saysSame(problem)
                    || problem.equals(lastProblem) && (ownNumber.isEmpty() || ownNumber.equals(lastNumber)) && number != null && carriedAt(number.index(), row.number()) == null && saysMore(row) && ownNumber.equals(lastNumber));
            if (again) {
                add(row);
                return;
            }
            end();
            draft = new MatterDraft(index, name, preface, reference, section, row.number());
            lastProblem = problem;
            lastNumber = ownNumber;
            add(row);
            for (var one : carried) {
                if (one.range().firstRow() < row.number() && one.range().firstColumn() < byIndex.length && byIndex[one.range().firstColumn()] != null) {
                    draft.say(row.number(), byIndex[one.range().firstColumn()], one.cell());
                }
            }
        }

        private void add(Row row) {
            draft.row(row.number());
            for (var cell : row.cells()) {
                if (cell.column() < byIndex.length && byIndex[cell.column()] != null && cell.strike() != Cell.Strike.ALL) {
                    draft.say(row.number(), byIndex[cell.column()], cell);
                }
            }
            for (var c : shape.lightColumns()) {
                for (var cell : row.cells()) {
                    if (cell.column() == c) {
                        draft.light(Light.ofColour(cell.look().fill()));
                    }
                }
            }
        }

        private void end() {
            if (draft != null) {
                var matter = draft.finish();
                draft = null;
                if (!matter.problem().isBlank()) {
                    tell(matter);
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
        private boolean reachesBelow(int row) {
            return carried.stream().anyMatch(one -> one.range().firstRow() < row && subjects.stream().anyMatch(s -> s.is(Field.PROBLEM) || subjects.size() == 1
                    ? one.range().firstColumn() == s.index() : false));
        }

        private @Nullable Cell carriedAt(int column, int row) {
            return carried.stream().filter(one -> one.range().firstColumn() == column && one.range().firstRow() < row).map(Carried::cell).findFirst().orElse(null);
        }

        private boolean saysMore(Row row) {
            for (var cell : row.cells()) {
                if (!cell.text().isBlank() && cell.column() < byIndex.length && byIndex[cell.column()] != null && byIndex[cell.column()].field() != null) {
                    switch (byIndex[cell.column()].field()) {
                        case MEASURES, DEADLINE, OWNERS, PROGRESS, STATUS, LEAD_UNIT, CO_UNITS, GOAL, CAUSE, DETAILS, EVIDENCE -> {
                            return true;
                        }
                        default -> {
                        }
                    }
                }
            }
            return false;
        }

        private String subjectOf(Row row) {
            for (var field : new Field[] {Field.PROBLEM, Field.TITLE, Field.DETAILS}) {
                for (var column : subjects) {
                    if (column.is(field)) {
                        var text = textAt(row, column.index());
                        if (!text.isEmpty() && !Plain.saysNothing(text)) {
                            return text;
                        }
                    }
                }
            }
            return "";
        }

        private static String textAt(Row row, int column) {
            for (var cell : row.cells()) {
                if (cell.column() == column && cell.strike() != Cell.Strike.ALL) {
                    return cell.text().strip();
                }
            }
            return "";
        }

        private static String firstText(Row row) {
            for (var cell : row.cells()) {
                if (!cell.text().isBlank()) {
                    return cell.text();
                }
            }
            return "";
        }

        private static int spanOfFirst(Row row, List<Merges.Range> ranges) {
            for (var cell : row.cells()) {
                if (!cell.text().isBlank()) {
                    for (var range : ranges) {
                        if (range.holds(row.number(), cell.column())) {
                            return range.lastColumn() - range.firstColumn() + 1;
                        }
                    }
                    return 1;
                }
            }
            return 1;
        }
    }
}
