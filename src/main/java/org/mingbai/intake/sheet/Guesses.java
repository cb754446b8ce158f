package org.mingbai.intake.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.workbook.Cell;
import org.mingbai.intake.sheet.words.Deadlines;
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.intake.sheet.words.Measures;
import org.mingbai.intake.sheet.words.People;
import org.mingbai.intake.sheet.words.Plain;
import org.mingbai.intake.sheet.words.Reference;
import org.mingbai.intake.sheet.words.States;
import org.mingbai.intake.sheet.words.Units;

/// Columns whose headings are not known, taken for what their cells plainly are, where the table lacks that field. A guess is marked, never sure.
final class Guesses {

    static final double CONFIDENCE = 0.4;

    private static final double MOST = 0.7;
    private static final int DATE_LENGTH_MAX = 24;
    private static final int UNIT_LENGTH_MAX = 40;
    private static final int STATE_LENGTH_MAX = 12;
    private static final int PROBLEM_LENGTH_MIN = 6;
    /// A heading too short to be sure of: 完成 above 是 and 否.
    private static final Pattern DONE = Pattern.compile("(?:已|是否)?(?:完成|办结|整改|落实|解决|到位)");
    private static final Pattern STATE = Pattern.compile("销号|办结|完成|整改|推进|进行|落实|closed|open|progress", Pattern.CASE_INSENSITIVE);

    private final Grid grid;
    private final Header.Block block;
    private final Reference reference;

    Guesses(Grid grid, Header.Block block, Reference reference) {
        this.grid = grid;
        this.block = block;
        this.reference = reference;
    }

    List<Column> over(List<Column> columns) {
        var guessed = new ArrayList<>(columns);
        subject(guessed);
        for (var i = 0; i < guessed.size(); i++) {
            var column = guessed.get(i);
            var cells = column.field() == null ? cells(column.index()) : List.<Cell>of();
            var field = lacks(guessed, Field.STATUS) && saysDone(column, cells) ? Field.STATUS : field(cells, guessed);
            if (field != null) {
                guessed.set(i, column.guessed(field, CONFIDENCE));
            }
        }
        return guessed;
    }

    /// A table of measures, units and dates tells of something: the longest texts below an unknown heading are the problems.
    private void subject(List<Column> columns) {
        if (columns.stream().anyMatch(column -> column.field() != null && column.field().isSubject())) {
            return;
        }
        var best = -1;
        var longest = (double) PROBLEM_LENGTH_MIN;
        for (var i = 0; i < columns.size(); i++) {
            var cells = columns.get(i).field() == null ? cells(columns.get(i).index()) : List.<Cell>of();
            var length = cells.stream().mapToInt(cell -> cell.text().length()).average().orElse(0);
            if (length > longest && field(cells, columns) == null) {
                best = i;
                longest = length;
            }
        }
        if (best >= 0) {
            columns.set(best, columns.get(best).guessed(Field.PROBLEM, CONFIDENCE));
        }
    }

    private @Nullable Field field(List<Cell> cells, List<Column> columns) {
        if (cells.isEmpty()) {
            return null;
        }
        if (lacks(columns, Field.DEADLINE) && most(cells, this::isDate)) {
            return Field.DEADLINE;
        }
        if (lacks(columns, Field.MEASURES) && most(cells, cell -> Measures.of(cell.text()).size() > 1)) {
            return Field.MEASURES;
        }
        if (lacks(columns, Field.STATUS) && lacks(columns, Field.PROGRESS) && most(cells, Guesses::isState)) {
            return Field.PROGRESS;
        }
        if (lacks(columns, Field.LEAD_UNIT) && lacks(columns, Field.UNIT_AND_OWNER) && most(cells, Guesses::isUnit)) {
            return Field.LEAD_UNIT;
        }
        if (lacks(columns, Field.OWNERS) && lacks(columns, Field.UNIT_AND_OWNER) && most(cells, Guesses::isPeople)) {
            return Field.OWNERS;
        }
        return null;
    }

    private static boolean saysDone(Column column, List<Cell> cells) {
        return !cells.isEmpty() && DONE.matcher(Plain.tight(column.header())).matches() && most(cells, cell -> States.ofWord(cell.text()) != null);
    }

    private static boolean lacks(List<Column> columns, Field field) {
        return columns.stream().noneMatch(column -> column.is(field));
    }

    private static boolean most(List<Cell> cells, Predicate<Cell> such) {
        return cells.stream().filter(such).count() >= cells.size() * MOST;
    }

    private boolean isDate(Cell cell) {
        if (cell.kind() == Cell.Kind.DATE) {
            return true;
        }
        if (cell.kind() == Cell.Kind.NUMBER || cell.text().length() > DATE_LENGTH_MAX) {
            return false;
        }
        return Deadlines.of(cell.text(), reference, null).deadline() != null;
    }

    private static boolean isState(Cell cell) {
        return cell.text().length() <= STATE_LENGTH_MAX && STATE.matcher(cell.text()).find() && States.ofWord(cell.text()) != null;
    }

    private static boolean isUnit(Cell cell) {
        return cell.text().length() <= UNIT_LENGTH_MAX && Units.split(cell.text()).stream().allMatch(Units::looksLikeUnit);
    }

    private static boolean isPeople(Cell cell) {
        var people = People.split(cell.text());
        return !people.isEmpty() && people.stream().allMatch(People::looksLikeName);
    }

    private List<Cell> cells(int column) {
        var cells = new ArrayList<Cell>();
        for (var r = block.last() + 1; r < grid.height(); r++) {
            if (column < grid.width() && !grid.own(r, column).isBlank() && grid.filled(r).size() > 2) {
                cells.add(grid.cell(r, column));
            }
        }
        return cells;
    }
}
