package org.mingbai.intake.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.workbook.Cell;
import org.mingbai.intake.sheet.workbook.Row;
import org.mingbai.intake.sheet.words.Columns;
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.intake.sheet.words.Light;
import org.mingbai.intake.sheet.words.Plain;
import org.mingbai.intake.sheet.words.States;

/// Reads a sheet that holds forms instead of a table: labels left, values right, one form or several below one another.
final class Forms {

    private static final Pattern LABELLED = Pattern.compile("^\\s*([^:：\\n]{2,16}?)\\s*[:：]\\s*(\\S.*)$", Pattern.DOTALL);
    private static final Pattern APART = Pattern.compile("[ \\t　]{2,}|\\n");
    private static final Pattern HINT = Pattern.compile("^[(（]?(?:请|填写?|如|例|按|逐条|指|注|说明|应|需)");
    private static final Pattern SERIAL = Pattern.compile("序号|编号|no\\.?|#");
    private static final int LABELS_MIN = 3;
    /// Two labels and their values: a line of more cells is rather a header.
    private static final int CELLS_MAX = 4;
    /// A label not known word for word counts among labels that are, and only when it is as short as a label.
    private static final int SHAPED_LABEL_MAX = 12;
    private static final Pattern COUNTED = Pattern.compile("(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})$");

    /// A label and the cell beside it, which may be empty.
    private record Pair(int row, int column, String label, Field field, int rank, @Nullable Cell value) {

        boolean opens() {
            return field == Field.NUMBER || field.isSubject();
        }

        /// 问题一 and 问题二 are one label twice.
        String key() {
            return opens() ? COUNTED.matcher(label).replaceFirst("") : label;
        }
    }

    private final int index;
    private final @Nullable String name;
    private final ReadingOptions options;
    private final Grid grid;
    private final Set<Integer> labelColumns;
    /// Rows that labels and values take up.
    private final Set<Integer> taken = new HashSet<>();
    private final Set<Integer> withoutSubject = new HashSet<>();

    Forms(int index, @Nullable String name, ReadingOptions options, Grid grid) {
        this.index = index;
        this.name = name;
        this.options = options;
        this.grid = grid;
        this.labelColumns = labelColumns();
    }

    /// Whether what looks like a header is really the first line of a form: labels go on around it, and nothing stands beneath the headings.
    boolean fits(Header.Block block) {
        Set<Integer> labelled = new HashSet<>();
        boolean subject = false;
        for (var pair : pairs()) {
            boolean inside = pair.row() >= grid.row(block.first()).number() && pair.row() <= grid.row(block.last()).number();
            if (!inside) {
                labelled.add(pair.row());
            }
            subject |= pair.value() != null && pair.field().isSubject() && (!inside || grid.filled(block.first()).size() <= CELLS_MAX);
        }
        long filled = 0;
        for (int r = 0; r < grid.height(); r++) {
            filled += r >= block.first() && r <= block.last() || grid.filled(r).isEmpty() ? 0 : 1;
        }
        return subject && labelled.size() >= LABELS_MIN && labelled.size() * 2L > filled;
    }

    List<ReadMatter> read() {
        var matters = new ArrayList<ReadMatter>();
        var sideways = sideways();
        if (!sideways.isEmpty()) {
            sideways.forEach(form -> finish(form, matters));
            return matters;
        }
        var form = new ArrayList<Pair>();
        Set<String> seen = new HashSet<>();
        for (var pair : pairs()) {
            if (!seen.add(pair.key()) && (pair.opens() || hasSubject(form) && (pair.key().equals(form.getFirst().key()) || apart(form.getLast(), pair)))) {
                finish(form, matters);
                form.clear();
                seen.clear();
                seen.add(pair.key());
            }
            form.add(pair);
        }
        finish(form, matters);
        return matters;
    }

    /// Why a row of the sheet is in no form; null where it is in one.
    SkippedRow.@Nullable Why why(Row row) {
        if (withoutSubject.contains(row.number())) {
            return SkippedRow.Why.NO_SUBJECT;
        }
        return taken.contains(row.number()) || !row.hasText() ? null : RowKind.besideForms(row);
    }

    private static boolean hasSubject(List<Pair> form) {
        return form.stream().anyMatch(pair -> pair.field().isSubject() && pair.value() != null);
    }

    /// Whether anything that belongs to neither stands between the two, an empty row or a title.
    private boolean apart(Pair one, Pair next) {
        for (int row = one.row() + 1; row < next.row(); row++) {
            if (!taken.contains(row)) {
                return true;
            }
        }
        return false;
    }

    private void finish(List<Pair> labels, List<ReadMatter> matters) {
        var form = labels.stream().filter(pair -> pair.value() != null).toList();
        if (form.size() < LABELS_MIN || !hasSubject(form)) {
            form.forEach(pair -> withoutSubject.add(pair.row()));
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
        boolean told = false;
        for (var pair : form) {
            if (pair.row() != last) {
                draft.row(pair.row());
                last = pair.row();
            }
            var field = pair.field();
            if (field == Field.PROBLEM) {
                field = told || pair.rank() < best ? Field.DETAILS : field;
                told |= field == Field.PROBLEM;
            }
            if (field == Field.LIGHT) {
                draft.light(Light.ofColour(pair.value().look().fill()));
            }
            draft.say(pair.row(), new Column(pair.column(), pair.label(), field, pair.rank(), 1, null, false), pair.value());
        }
        matters.add(draft.finish());
    }

    private List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        for (int r = 0; r < grid.height(); r++) {
            if (!grid.row(r).hidden()) {
                pairs(r, pairs);
            }
        }
        return pairs;
    }

    private void pairs(int r, List<Pair> pairs) {
        int row = grid.row(r).number();
        if (!pairs.isEmpty() && pairs.getLast().row() >= row) {
            return;
        }
        var filled = grid.filled(r);
        if (columnsOfMeasures(r, pairs)) {
            return;
        }
        for (int i = 0; i < filled.size(); i++) {
            int c = filled.get(i);
            var text = grid.own(r, c).strip();
            var meaning = label(text, c);
            if (meaning != null) {
                int beside = grid.lastColumn(r, c) + 1;
                boolean answered = i + 1 < filled.size() && filled.get(i + 1) == beside && isValue(meaning.field(), grid.own(r, beside), beside);
                boolean coloured = meaning.field() == Field.LIGHT && beside < grid.width() && grid.cell(r, beside) != null;
                var pair = new Pair(row, answered || coloured ? beside : c, plain(text), meaning.field(), meaning.rank(),
                        answered ? value(r, beside) : coloured ? grid.cell(r, beside) : null);
                if (pair.value() != null || beside < grid.width() && !pair.opens() && meaning(text) != null) {
                    pairs.add(pair);
                    taken.add(row);
                }
                i += answered ? 1 : 0;
                continue;
            }
            for (var piece : pieces(text)) {
                var labelled = LABELLED.matcher(piece);
                var inside = labelled.matches() ? meaning(labelled.group(1)) : null;
                if (inside != null) {
                    pairs.add(new Pair(row, c, plain(labelled.group(1)), inside.field(), inside.rank(), Cell.of(c, labelled.group(2).strip())));
                    taken.add(row);
                }
            }
        }
    }

    /// `责任单位：县医院    责任人：李敏` in one cell. A line without a label belongs to the one before.
    private List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        for (var piece : APART.split(text)) {
            var labelled = LABELLED.matcher(piece);
            if (pieces.isEmpty() || labelled.matches() && meaning(labelled.group(1)) != null) {
                pieces.add(piece);
            } else {
                pieces.set(pieces.size() - 1, pieces.getLast() + "\n" + piece);
            }
        }
        return pieces;
    }

    /// Inside a form the measures may stand in columns of their own: a row of labels none of which is the subject, and below each what belongs to it.
    private boolean columnsOfMeasures(int r, List<Pair> pairs) {
        var heads = grid.filled(r);
        if (heads.size() < 2 || r + 1 >= grid.height() || pairs.stream().noneMatch(pair -> pair.field().isSubject() && pair.value() != null)) {
            return false;
        }
        var fields = new HashMap<Integer, Columns.Meaning>();
        for (int c : heads) {
            var meaning = meaning(grid.own(r, c));
            if (meaning == null && !SERIAL.matcher(Plain.tight(grid.own(r, c))).matches() || meaning != null && meaning.field().isSubject()) {
                return false;
            }
            if (meaning != null && meaning.field() != Field.NUMBER) {
                fields.put(c, meaning);
            }
        }
        boolean measures = fields.values().stream().anyMatch(meaning -> meaning.field() == Field.MEASURES);
        int below = r + 1;
        while (measures && below < grid.height() && grid.filled(below).size() >= 2 && heads.containsAll(grid.filled(below))
                && grid.filled(below).stream().mapToInt(Integer::intValue).noneMatch(labelled(below))) {
            int number = grid.row(below).number();
            for (int c : grid.filled(below)) {
                var meaning = fields.get(c);
                if (meaning != null) {
                    pairs.add(new Pair(number, c, plain(grid.own(r, c)), meaning.field(), meaning.rank(), grid.cell(below, c)));
                }
            }
            taken.add(number);
            below++;
        }
        if (below == r + 1) {
            return false;
        }
        taken.add(grid.row(r).number());
        return true;
    }

    /// A column of hints how to fill in the form.
    private static boolean explain(List<Pair> column) {
        return column.stream().filter(pair -> pair.value() != null && HINT.matcher(pair.value().text().strip()).find()).count() * 2 >= column.size();
    }

    private IntPredicate labelled(int r) {
        return c -> meaning(grid.own(r, c)) != null;
    }

    /// A table on its side: labels down the first column, every further column a problem.
    private List<List<Pair>> sideways() {
        for (int labels : labelColumns.stream().sorted().toList()) {
            var forms = new TreeMap<Integer, List<Pair>>();
            for (int r = 0; r < grid.height(); r++) {
                var meaning = label(grid.own(r, labels), labels);
                for (int c : meaning == null || grid.row(r).hidden() ? List.<Integer>of() : grid.filled(r)) {
                    if (c > labels && label(grid.own(r, c), c) != null) {
                        break;
                    }
                    if (c > labels) {
                        forms.computeIfAbsent(c, _ -> new ArrayList<>()).add(new Pair(grid.row(r).number(), c, plain(grid.own(r, labels)), meaning.field(),
                                meaning.rank(), grid.cell(r, c)));
                    }
                }
            }
            forms.values().removeIf(form -> form.size() < LABELS_MIN || !hasSubject(form) || explain(form));
            boolean once = forms.values().stream().allMatch(form -> form.stream().filter(pair -> pair.field().isSubject()).count() == 1);
            if (forms.size() > 1 && once) {
                forms.values().forEach(form -> form.forEach(pair -> taken.add(pair.row())));
                return List.copyOf(forms.values());
            }
        }
        return List.of();
    }

    /// The next cell is a label of its own, unless it answers this one: `Status | Closed`.
    private boolean isValue(Field label, String text, int column) {
        return label(text, column) == null || label == Field.STATUS && States.ofWord(text) != null || label == Field.LIGHT && Light.ofWord(text) != null;
    }

    /// What stands beside the label, and below that where the label reaches down or nothing new is labelled.
    private Cell value(int row, int column) {
        var cell = grid.cell(row, column);
        var lines = new StringBuilder(cell.text());
        for (var r = row + 1; r < grid.height(); r++) {
            var filled = grid.filled(r);
            if (filled.isEmpty() || filled.getFirst() != column || meaning(grid.own(r, column)) != null || LABELLED.matcher(grid.own(r, column)).matches()
                    || grid.range(r, column) != null && grid.range(r, column).firstColumn() < column) {
                break;
            }
            lines.append('\n').append(grid.own(r, column));
            taken.add(grid.row(r).number());
        }
        return lines.length() == cell.text().length() ? cell : Cell.of(column, lines.toString());
    }

    /// Columns in which labels known word for word stand again and again, and little else. Repeated headers of a table are no labels.
    private Set<Integer> labelColumns() {
        var columns = new HashSet<Integer>();
        for (int c = 0; c < grid.width(); c++) {
            int labels = 0;
            int filled = 0;
            for (int r = 0; r < grid.height(); r++) {
                var text = grid.own(r, c);
                int beside = grid.lastColumn(r, c) + 1;
                filled += text.isBlank() ? 0 : 1;
                labels += meaning(text) != null && beside < grid.width() && meaning(grid.own(r, beside)) == null ? 1 : 0;
            }
            if (labels >= LABELS_MIN && labels * 2 >= filled) {
                columns.add(c);
            }
        }
        return columns;
    }

    private static String plain(String label) {
        return label.replaceAll("[:：]\\s*$", "").replaceAll("\\s+", "");
    }

    private Columns.@Nullable Meaning label(String text, int column) {
        var found = meaning(text);
        var label = plain(text);
        return found != null || !labelColumns.contains(column) || label.isEmpty() || label.length() > SHAPED_LABEL_MAX ? found : Columns.usual().of(label);
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
        boolean state = found != null && found.field() == Field.STATUS && States.ofWord(label) != null;
        return found != null && found.confidence() > 0.9 && !state ? found : null;
    }
}
