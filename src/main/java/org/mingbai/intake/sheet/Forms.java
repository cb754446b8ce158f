package org.mingbai.intake.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.workbook.Cell;
import org.mingbai.intake.sheet.words.Columns;
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.intake.sheet.words.Light;
import org.mingbai.intake.sheet.words.States;

/// Reads a sheet that holds forms instead of a table: labels left, values right, one form or several below one another.
final class Forms {

    private static final Pattern LABELLED = Pattern.compile("^\\s*([^:：\\n]{2,16}?)\\s*[:：]\\s*(\\S.*)$", Pattern.DOTALL);
    private static final int LABELS_MIN = 3;

    private record Pair(int row, int column, String label, Field field, int rank, Cell value) {}

    private final int index;
    private final @Nullable String name;
    private final ReadingOptions options;

    Forms(int index, @Nullable String name, ReadingOptions options) {
        this.index = index;
        this.name = name;
        this.options = options;
    }

    /// Whether what looks like a header is really the first line of a form: labels go on below it, and nothing stands beneath the headings.
    boolean fits(Grid grid, Header.Block block) {
        var pairs = pairs(grid);
        var labelRows = new HashSet<Integer>();
        pairs.forEach(pair -> labelRows.add(pair.row()));
        long below = 0;
        for (int r = block.last() + 1; r < grid.height(); r++) {
            below += labelRows.contains(grid.row(r).number()) ? 1 : 0;
        }
        long filled = 0;
        for (int r = block.last() + 1; r < grid.height(); r++) {
            filled += grid.filled(r).isEmpty() ? 0 : 1;
        }
        return below >= LABELS_MIN && below * 2 > filled && pairs.stream().anyMatch(pair -> pair.field().isSubject());
    }

    List<ReadMatter> read(Grid grid) {
        var matters = new ArrayList<ReadMatter>();
        var form = new ArrayList<Pair>();
        Set<String> seen = new HashSet<>();
        for (var pair : pairs(grid)) {
            boolean opens = pair.field() == Field.NUMBER || pair.field().isSubject();
            if (!seen.add(pair.label()) && (opens || seen.contains(pair.label()) && hasSubject(form))) {
                finish(form, grid, matters);
                form.clear();
                seen.clear();
                seen.add(pair.label());
            }
            form.add(pair);
        }
        finish(form, grid, matters);
        return matters;
    }

    private static boolean hasSubject(List<Pair> form) {
        return form.stream().anyMatch(pair -> pair.field().isSubject());
    }

    private void finish(List<Pair> form, Grid grid, List<ReadMatter> matters) {
        if (form.size() < LABELS_MIN || !hasSubject(form)) {
            return;
        }
        int best = form.stream().filter(pair -> pair.field() == Field.PROBLEM).mapToInt(Pair::rank).max().orElse(0);
        int above = 0;
        while (above < grid.height() && grid.row(above).number() < form.getFirst().row()) {
            above++;
        }
        var preface = Preface.of(grid, above);
        var reference = preface.reference(options.asOf(), false);
        var shape = new TableShape(0, 0, List.of(), Signals.NONE, reference, new Vocabulary(reference));
        var draft = new MatterDraft(index, name, preface, shape, null, form.getFirst().row());
        int last = 0;
        boolean taken = false;
        for (var pair : form) {
            if (pair.row() != last) {
                draft.row(pair.row());
                last = pair.row();
            }
            var field = pair.field();
            if (field == Field.PROBLEM) {
                field = taken || pair.rank() < best ? Field.DETAILS : field;
                taken |= field == Field.PROBLEM;
            }
            if (field == Field.LIGHT) {
                draft.light(Light.ofColour(pair.value().look().fill()));
            }
            draft.say(pair.row(), new Column(pair.column(), pair.label(), field, pair.rank(), 1, null, false), pair.value());
        }
        matters.add(draft.finish());
    }

    private List<Pair> pairs(Grid grid) {
        var pairs = new ArrayList<Pair>();
        for (int r = 0; r < grid.height(); r++) {
            if (grid.row(r).hidden()) {
                continue;
            }
            var filled = grid.filled(r);
            for (int i = 0; i < filled.size(); i++) {
                int c = filled.get(i);
                var text = grid.own(r, c).strip();
                var meaning = meaning(text);
                if (meaning != null) {
                    if (i + 1 < filled.size() && filled.get(i + 1) == grid.lastColumn(r, c) + 1 && isValue(meaning.field(), grid.own(r, filled.get(i + 1)))) {
                        int value = filled.get(i + 1);
                        pairs.add(new Pair(grid.row(r).number(), value, plain(text), meaning.field(), meaning.rank(), value(grid, r, value)));
                        i++;
                    } else if (meaning.field() == Field.LIGHT && grid.lastColumn(r, c) + 1 < grid.width() && grid.cell(r, grid.lastColumn(r, c) + 1) != null) {
                        int beside = grid.lastColumn(r, c) + 1;
                        pairs.add(new Pair(grid.row(r).number(), beside, plain(text), meaning.field(), meaning.rank(), grid.cell(r, beside)));
                    }
                    continue;
                }
                var labelled = LABELLED.matcher(text);
                if (labelled.matches() && meaning(labelled.group(1)) != null) {
                    var inside = meaning(labelled.group(1));
                    pairs.add(new Pair(grid.row(r).number(), c, plain(labelled.group(1)), inside.field(), inside.rank(), Cell.of(c,
                            labelled.group(2).strip())));
                }
            }
        }
        return pairs;
    }

    /// The next cell is a label of its own, unless it answers this one: `Status | Closed`.
    private boolean isValue(Field label, String text) {
        return meaning(text) == null || label == Field.STATUS && States.ofWord(text) != null || label == Field.LIGHT && Light.ofWord(text) != null;
    }

    /// What stands beside the label, and below that where the label reaches down or nothing new is labelled.
    private Cell value(Grid grid, int row, int column) {
        var cell = grid.cell(row, column);
        var lines = new StringBuilder(cell.text());
        for (var r = row + 1; r < grid.height(); r++) {
            var filled = grid.filled(r);
            if (filled.isEmpty() || filled.getFirst() != column || meaning(grid.own(r, column)) != null || LABELLED.matcher(grid.own(r, column)).matches()
                    || grid.range(r, column) != null && grid.range(r, column).firstColumn() < column) {
                break;
            }
            lines.append('\n').append(grid.own(r, column));
        }
        return lines.length() == cell.text().length() ? cell : Cell.of(column, lines.toString());
    }

    private static String plain(String label) {
        return label.replaceAll("[:：]\\s*$", "").replaceAll("\\s+", "");
    }

    private Columns.@Nullable Meaning meaning(String text) {
        var label = plain(text);
        if (label.isEmpty() || label.length() > 20) {
            return null;
        }
        var said = options.mapping().of(label);
        if (said != null) {
            return new Columns.Meaning(said, 200, 1);
        }
        var found = Columns.usual().of(label);
        return found != null && found.confidence() > 0.9 ? found : null;
    }
}
