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
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.intake.sheet.words.Plain;
import org.mingbai.intake.sheet.words.Reference;

/// Reads one sheet: finds its header, then walks its rows once, holding one matter at a time.
final class SheetReader {

    private static final int LOOKED_AT = 200;
    private static final int TEXT_TOLD = 40;
    private static final Pattern YEAR = Pattern.compile("(20\\d\\d)\\s*年?");
    private static final Pattern DAY_FIRST = Pattern.compile("(?<![\\d./-])(?:1[3-9]|2\\d|3[01])[/.-]\\d{1,2}[/.-]20\\d\\d");

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
        var account = AccountReader.of(this, grid);
        if (account != null) {
            account.run(tail.filtered());
            return report(SheetReport.Kind.TABLE, account.headerRow(), account.headerRow(), account.columns());
        }
        var block = new Header(grid, options.mapping()).find();
        if (block == null || new Forms(index, name, options, grid).fits(block)) {
            return forms(tail.merges());
        }
        var preface = Preface.of(grid, block.first());
        var shape = shape(grid, block, preface);
        if (shape.columns().stream().noneMatch(column -> column.field() != null && column.field().isSubject())) {
            return report(SheetReport.Kind.NO_TABLE, 0, 0, List.of());
        }
        new TableWalk(this, shape, preface, tail, grid).run();
        return report(SheetReport.Kind.TABLE, shape.firstHeaderRow(), shape.lastHeaderRow(), shape.columns());
    }

    /// What a header block comes to, once guesses are made and marked.
    TableShape shape(Grid grid, Header.Block block, Preface preface) {
        var reference = reference(grid, preface, block);
        var columns = new Guesses(grid, block, reference).over(settled(block.columns()));
        int row = grid.row(block.last()).number();
        for (var column : columns) {
            if (column.confidence() == Guesses.CONFIDENCE) {
                doubt(new Doubt(name, row, column.index(), "intake.doubt.guessedColumn", List.of(column.header())));
            }
        }
        return new TableShape(grid.row(block.first()).number(), row, columns, Signals.of(grid, block, columns), reference, new Vocabulary(reference));
    }

    private SheetReport forms(Merges merges) throws IOException {
        var rows = new ArrayList<Row>();
        book.rows(index, row -> {
            rows.add(row);
            return true;
        });
        var forms = new Forms(index, name, options, new Grid(rows, merges));
        forms.read().forEach(this::tell);
        for (var row : matters == 0 ? List.<Row>of() : rows) {
            var why = forms.why(row);
            if (why != null) {
                skip(row, why);
            }
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

    private Reference reference(Grid grid, Preface preface, Header.Block block) {
        var reference = preface.reference(options.asOf(), daysFirst(grid, block));
        for (var column : block.columns()) {
            var year = YEAR.matcher(Plain.narrow(column.header()));
            if (column.is(Field.DEADLINE) && year.find()) {
                return reference.with(Integer.parseInt(year.group(1)));
            }
        }
        return reference;
    }

    /// `25/12/2023` anywhere in the table settles what `3/4/2023` means everywhere.
    private static boolean daysFirst(Grid grid, Header.Block block) {
        for (int r = block.last() + 1; r < grid.height(); r++) {
            for (var cell : grid.row(r).cells()) {
                if (cell.kind() == Cell.Kind.TEXT && DAY_FIRST.matcher(cell.text()).find()) {
                    return true;
                }
            }
        }
        return false;
    }

    void doubt(Doubt doubt) {
        doubtCount++;
        if (doubts.size() < SheetReport.LISTED_MAX) {
            doubts.add(doubt);
        }
    }

    void tell(ReadMatter matter) {
        matters++;
        matter.doubts().forEach(this::doubt);
        listener.matter(matter);
    }

    void skip(Row row, SkippedRow.Why why) {
        skippedCount++;
        if (skipped.size() < SheetReport.LISTED_MAX) {
            var text = new StringBuilder();
            for (var cell : row.cells()) {
                if (!cell.blank() && text.length() < TEXT_TOLD) {
                    text.append(text.isEmpty() ? "" : " ").append(cell.text().replaceAll("\\s+", " "));
                }
            }
            skipped.add(new SkippedRow(row.number(), why, text.length() > TEXT_TOLD ? text.substring(0, text.offsetByCodePoints(0,
                    Math.min(TEXT_TOLD, text.codePointCount(0, text.length())))) : text.toString()));
        }
    }

    private SheetReport report(SheetReport.Kind kind, int first, int last, List<Column> columns) {
        return new SheetReport(index, name, kind, first, last, columns.stream().map(Column::shown).toList(), matters, List.copyOf(skipped), skippedCount,
                List.copyOf(doubts), doubtCount);
    }

    Book book() {
        return book;
    }

    ReadingOptions options() {
        return options;
    }

    int index() {
        return index;
    }

    @Nullable String name() {
        return name;
    }

    void progressed(int row) {
        listener.progressed(index, row);
    }
}
