package org.mingbai.intake.sheet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.words.Columns;
import org.mingbai.intake.sheet.words.Deadlines;
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.intake.sheet.words.Light;
import org.mingbai.intake.sheet.words.Plain;
import org.mingbai.intake.sheet.words.Reference;
import org.mingbai.intake.sheet.words.States;

/// Finds the header block of a table, one to three rows deep, and reads its columns.
final class Header {

    /// A block that may be the header, by index of its first row, with how well its headings are known.
    record Block(int first, int last, List<Column> columns, double score) {}

    private static final int SEARCHED = 80;
    private static final double FIRST_OF_SEVERAL = 0.5;
    private static final Pattern GENERIC = Pattern.compile("^(具体)?(内容|情况|名称|说明|描述|详情|姓名|人员)$");
    private static final Pattern ANSWERED = Pattern.compile("^\\s*([^:：()（）\\n]{2,16})[:：]\\s*\\S.*", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("^[\\d.,%-]+$|^\\d{4}[-./年].*");
    private static final Pattern PERIOD = Pattern.compile("^(?:\\d{4}年)?\\d{1,2}月.*|^第?[一二三四\\d]+(?:周|季度|阶段|次).*|^(?:上|下)(?:半年|月|周).*");

    private final Grid grid;
    private final ColumnMapping mapping;

    Header(Grid grid, ColumnMapping mapping) {
        this.grid = grid;
        this.mapping = mapping;
    }

    /// The best block, or null when no row reads like headings. Of several tables one below the other, the first: the walk finds the rest.
    @Nullable Block find() {
        Block best = null;
        var blocks = new ArrayList<Block>();
        for (var r = 0; r < Math.min(grid.height(), SEARCHED); r++) {
            var block = blockAt(r);
            if (block != null) {
                blocks.add(block);
                best = best == null || block.score() > best.score() + 0.01 ? block : best;
            }
        }
        for (var block : blocks) {
            if (block.last() < best.first() && block.score() >= best.score() * FIRST_OF_SEVERAL
                    && block.columns().stream().anyMatch(column -> column.is(Field.NUMBER))) {
                return block;
            }
        }
        return best;
    }

    @Nullable Block blockAt(int first) {
        if (grid.filled(first).size() < 2 || grid.filled(first).stream().anyMatch(c -> isAnswered(grid.own(first, c)))) {
            return null;
        }
        Block best = null;
        var last = first;
        while (true) {
            var block = read(first, last);
            if (block != null && (best == null || block.score() >= best.score())) {
                best = block;
            }
            if (last - first == 2 || last + 1 >= grid.height() || !continues(first, last + 1)) {
                return best;
            }
            last++;
        }
    }

    /// `牵头单位：药政科` answers its label in the same cell: a form row, no heading.
    private static boolean isAnswered(String text) {
        var answered = ANSWERED.matcher(text);
        if (!answered.matches()) {
            return false;
        }
        var label = Columns.usual().of(answered.group(1));
        return label != null && label.confidence() > 0.9;
    }

    /// Whether this row holds sub headings of the row above: short words, each below a group or an empty place.
    private boolean continues(int first, int sub) {
        var filled = grid.filled(sub);
        if (filled.isEmpty() || grid.row(sub).number() > grid.row(sub - 1).number() + 1) {
            return false;
        }
        var known = 0;
        for (var c : filled) {
            var text = grid.own(sub, c).strip();
            if (text.length() > 20 || VALUE.matcher(text).matches()) {
                return false;
            }
            if (!isGroup(sub - 1, c, sub) && !(sub - first > 1 && above(first, sub, c).isEmpty())) {
                return false;
            }
            known += Columns.usual().of(text) != null || mapping.of(text) != null ? 1 : 0;
        }
        return known > 0 || filled.size() >= 2 && spansBelow(sub - 1);
    }

    private String above(int first, int sub, int c) {
        for (var r = first; r < sub; r++) {
            if (!grid.own(r, c).isBlank()) {
                return grid.own(r, c);
            }
        }
        return "";
    }

    private boolean spansBelow(int r) {
        for (var c = 0; c < grid.width(); c++) {
            var range = grid.range(r, c);
            if (range != null && range.lastColumn() > range.firstColumn()) {
                return true;
            }
        }
        return false;
    }

    /// Whether the place above is a group heading over several columns: merged, or followed by empty places with sub headings.
    private boolean isGroup(int top, int c, int sub) {
        var range = grid.range(top, c);
        if (range != null) {
            return range.lastColumn() > range.firstColumn();
        }
        if (grid.own(top, c).isBlank()) {
            for (var left = c - 1; left >= 0; left--) {
                if (!grid.own(top, left).isBlank()) {
                    return !grid.own(sub, left).isBlank() || grid.lastColumn(top, left) >= c;
                }
            }
            return false;
        }
        return c + 1 < grid.width() && grid.own(top, c + 1).isBlank() && !grid.own(sub, c + 1).isBlank() && grid.range(top, c + 1) == null;
    }

    private @Nullable Block read(int first, int last) {
        var columns = new ArrayList<Column>();
        Set<Field> fields = new LinkedHashSet<>();
        var known = 0.0;
        var headed = 0;
        for (var c = 0; c < grid.width(); c++) {
            var parts = parts(first, last, c);
            if (parts.isEmpty()) {
                continue;
            }
            headed++;
            var column = column(c, parts, siblings(first, last, c));
            columns.add(column);
            if (column.field() != null && fields.add(column.field())) {
                known += column.confidence() + (column.field().isSubject() ? 0.5 : 0);
            } else if (column.field() != null && !reachesHere(last, c)) {
                known += column.confidence() * 0.4;
            }
        }
        var meant = columns.stream().filter(column -> column.field() != null).count();
        var enough = fields.size() >= 4 && meant * 10 >= headed * 4L || fields.size() >= 2 && meant * 10 >= headed * 6L
                || fields.contains(Field.NUMBER) && columns.stream().anyMatch(column -> column.is(Field.PROBLEM) && column.confidence() == 1)
                && meant * 10 >= headed * 3L;
        if (!enough || fields.size() == 2 && fields.stream().noneMatch(Field::isSubject)) {
            return null;
        }
        return new Block(first, last, columns, known - (headed - meant) * 0.15);
    }

    /// Whether the lowest heading is one merged over this column from its left: it says nothing new here.
    private boolean reachesHere(int last, int c) {
        var range = grid.range(last, c);
        return range != null && range.firstColumn() < c;
    }

    /// The headings over a column from top to bottom, merged cells counted wherever they reach.
    private List<String> parts(int first, int last, int c) {
        var parts = new ArrayList<String>();
        for (var r = first; r <= last; r++) {
            var text = heading(first, last, r, c).replaceAll("\\s+", " ").strip();
            if (!text.isEmpty() && (parts.isEmpty() || !parts.getLast().equals(text))) {
                parts.add(text);
            }
        }
        return parts;
    }

    private String heading(int first, int last, int r, int c) {
        var range = grid.range(r, c);
        if (range != null) {
            for (var top = first; top <= last; top++) {
                if (grid.row(top).number() == range.firstRow() && range.firstColumn() < grid.width()) {
                    return grid.own(top, range.firstColumn());
                }
            }
            return grid.own(r, c);
        }
        var own = grid.own(r, c);
        if (own.isBlank() && r < last && !grid.own(r + 1, c).isBlank()) {
            for (var left = c - 1; left >= 0 && !grid.own(r + 1, left).isBlank(); left--) {
                if (!grid.own(r, left).isBlank()) {
                    return grid.range(r, left) == null ? grid.own(r, left) : "";
                }
            }
        }
        return own;
    }

    /// The lowest headings that share this column's group.
    private List<String> siblings(int first, int last, int c) {
        var mine = parts(first, last, c);
        var siblings = new ArrayList<String>();
        if (mine.size() > 1) {
            for (var other = 0; other < grid.width(); other++) {
                var parts = parts(first, last, other);
                if (parts.size() > 1 && parts.getFirst().equals(mine.getFirst())) {
                    siblings.add(parts.getLast());
                }
            }
        }
        return siblings;
    }

    private Column column(int c, List<String> parts, List<String> siblings) {
        var header = String.join(" / ", parts);
        var said = mapping.of(header) != null ? mapping.of(header) : mapping.of(parts.getLast());
        if (said != null) {
            return new Column(c, header, said, 200, 1, null, false);
        }
        var low = Columns.usual().of(parts.getLast());
        if (parts.size() == 1) {
            return meant(c, header, low, 1);
        }
        var top = Columns.usual().of(parts.getFirst());
        var joined = Columns.usual().of(parts.getFirst() + parts.getLast());
        var implied = implied(parts.getLast(), top, siblings);
        if (implied != null) {
            return new Column(c, header, implied, 90, 1, parts.getLast(), false);
        }
        if (top != null && (GENERIC.matcher(Plain.tight(parts.getLast())).matches() || top.field() == Field.PROGRESS
                && PERIOD.matcher(Plain.tight(parts.getLast())).matches())) {
            return meant(c, header, top, 0.95);
        }
        if (top != null && top.field() == Field.CO_UNITS && low != null && low.field() != Field.CO_UNITS) {
            return low.field() == Field.LEAD_UNIT ? meant(c, header, top, 0.95) : new Column(c, header, Field.OTHER, 0, 0.8, null, false);
        }
        if (low != null && low.confidence() > 0.9) {
            return joined != null && joined.confidence() == 1 ? meant(c, header, joined, 1) : meant(c, header, low, 1);
        }
        return meant(c, header, joined != null && joined.confidence() > 0.9 ? joined : low != null ? low : joined != null ? joined : top, 0.85);
    }

    private static Column meant(int c, String header, Columns.@Nullable Meaning meaning, double factor) {
        return meaning == null ? new Column(c, header, null, 0, 0, null, false)
                : new Column(c, header, meaning.field(), meaning.rank(), meaning.confidence() * factor, null, false);
    }

    /// What a tick below this sub heading says, when the group is one of states, lights or kinds of deadline.
    private static @Nullable Field implied(String low, Columns.@Nullable Meaning top, List<String> siblings) {
        if (top == null || siblings.size() < 2) {
            return null;
        }
        if ((top.field() == Field.STATUS || top.field() == Field.PROGRESS) && siblings.stream().allMatch(word -> States.ofWord(word) != null)) {
            return Field.STATUS;
        }
        if (top.field() == Field.LIGHT && Light.ofWord(low) != null) {
            return Field.LIGHT;
        }
        if ((top.field() == Field.DEADLINE || top.field() == Field.MEASURE_KIND) && siblings.stream().filter(Header::saysKind).count() >= 2) {
            return Field.DEADLINE;
        }
        return null;
    }

    private static boolean saysKind(String word) {
        return Deadlines.of(word, Reference.of(java.time.LocalDate.of(2000, 1, 1)), null).deadline() != null || word.contains("限期") || word.contains("分阶段");
    }
}
