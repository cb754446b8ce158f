package org.mingbai.intake.sheet.workbook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A text file with one row a line, cells parted by comma, semicolon, tab or bar, quoted where a cell holds these or a line break.
final class CsvBook implements Book {

    private static final String SEPARATORS = ",;\t|";

    private final Path file;
    private final Limits limits;
    private final Charsets.Found charset;
    private char separator;

    private CsvBook(Path file, Limits limits) throws IOException {
        this.file = file;
        this.limits = limits;
        this.charset = Charsets.of(file);
    }

    static CsvBook open(Path file, Limits limits) throws IOException {
        var book = new CsvBook(file, limits);
        book.separator = book.guess();
        return book;
    }

    private Reader reader() throws IOException {
        var in = Files.newInputStream(file);
        in.skipNBytes(charset.markBytes());
        var decoder = charset.charset().newDecoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
        return new BufferedReader(new InputStreamReader(in, decoder), 1 << 16);
    }

    /// The separator that parts the most of the first lines into the same number of cells.
    private char guess() throws IOException {
        var head = new char[1 << 16];
        int length;
        try (var in = reader()) {
            length = Math.max(0, in.read(head));
        }
        if (length > 5 && new String(head, 0, 4).equalsIgnoreCase("sep=")) {
            return head[4];
        }
        var best = ',';
        var bestScore = 0L;
        for (var candidate : SEPARATORS.toCharArray()) {
            var counts = counts(head, length, candidate);
            var most = counts.stream().filter(c -> c > 0).mapToInt(c -> c).max().orElse(0);
            var lines = counts.stream().filter(c -> c == most).count();
            var score = most == 0 ? 0 : lines * Math.min(most, 30);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static List<Integer> counts(char[] head, int length, char separator) {
        var counts = new ArrayList<Integer>();
        var quoted = false;
        var count = 0;
        for (var i = 0; i < length && counts.size() < 50; i++) {
            var c = head[i];
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == separator) {
                count++;
            } else if (!quoted && c == '\n') {
                counts.add(count);
                count = 0;
            }
        }
        counts.add(count);
        return counts;
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(new Sheet(null, false));
    }

    @Override
    public Tail tailOf(int sheet) {
        return Tail.NONE;
    }

    @Override
    public void rows(int sheet, RowSink sink) throws IOException {
        try (var in = reader()) {
            var line = 0;
            var values = new ArrayList<Cell>();
            var text = new StringBuilder();
            var column = 0;
            var state = State.START;
            for (int c; (c = in.read()) >= 0 || state != State.DONE; ) {
                var atEnd = c < 0;
                if (state == State.QUOTED && !atEnd) {
                    if (c == '"') {
                        state = State.AFTER_QUOTE;
                    } else {
                        append(text, c);
                    }
                    continue;
                }
                if (state == State.QUOTED) {
                    throw Unreadable.broken("\"");
                }
                if (state == State.AFTER_QUOTE && c == '"') {
                    append(text, '"');
                    state = State.QUOTED;
                } else if (c == '"' && state == State.START) {
                    state = State.QUOTED;
                } else if (c == separator || c == '\n' || atEnd) {
                    if (column < Limits.COLUMNS_MAX) {
                        var cell = Cell.of(column, cleaned(text));
                        if (!cell.blank()) {
                            values.add(cell);
                        }
                    }
                    text.setLength(0);
                    column++;
                    state = State.START;
                    if (c != separator) {
                        line++;
                        var first = line == 1 && values.size() == 1 && values.getFirst().text().toLowerCase(java.util.Locale.ROOT).startsWith("sep");
                        if (!values.isEmpty() && !first && !sink.row(new Row(line, false, values.toArray(Cell[]::new)))) {
                            return;
                        }
                        if (line > limits.rowsMax()) {
                            throw new Unreadable(new FileRefusal.TooLarge(FileRefusal.Limit.ROWS, limits.rowsMax()));
                        }
                        values.clear();
                        column = 0;
                    }
                    if (atEnd) {
                        state = State.DONE;
                    }
                } else {
                    append(text, c);
                    state = state == State.START && (c == ' ' || c == '\t' || c == '=') ? State.START : State.PLAIN;
                }
            }
        }
    }

    private enum State { START, PLAIN, QUOTED, AFTER_QUOTE, DONE }

    private void append(StringBuilder text, int c) throws Unreadable {
        if (text.length() >= limits.cellCharsMax()) {
            throw new Unreadable(new FileRefusal.TooLarge(FileRefusal.Limit.CELL, limits.cellCharsMax()));
        }
        text.append((char) c);
    }

    /// Without the marks that keep Excel from taking a long number for one: `="001"`, `'001`, a leading tab.
    private static String cleaned(StringBuilder text) {
        var cell = RichText.unescaped(text.toString().strip());
        if (cell.startsWith("=") && cell.indexOf('(') < 0) {
            cell = cell.substring(1).strip();
        }
        return cell.length() > 1 && cell.charAt(0) == '\'' ? cell.substring(1) : cell;
    }

    @Override
    public void close() {
        // the file is opened anew for each walk
    }
}
