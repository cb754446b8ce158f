package org.mingbai.intake.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.workbook.Cell;
import org.mingbai.intake.sheet.words.Deadline;
import org.mingbai.intake.sheet.words.Deadlines;
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.intake.sheet.words.Light;
import org.mingbai.intake.sheet.words.Measures;
import org.mingbai.intake.sheet.words.People;
import org.mingbai.intake.sheet.words.Plain;
import org.mingbai.intake.sheet.words.Reference;
import org.mingbai.intake.sheet.words.State;
import org.mingbai.intake.sheet.words.States;
import org.mingbai.intake.sheet.words.Units;

/// One matter while its rows are being walked: what each column says, row after row, and in the end what that means.
final class MatterDraft {

    /// What one column says in one row.
    private record Said(int row, Column column, Cell cell, String text) {}

    private final int sheetIndex;
    private final @Nullable String sheet;
    private final Preface preface;
    private final Reference reference;
    private final Signals signals;
    private final @Nullable String section;
    private final int firstRow;
    private int lastRow;
    private final List<Said> said = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private @Nullable Light fill;

    MatterDraft(int sheetIndex, @Nullable String sheet, Preface preface, TableShape shape, @Nullable String section, int firstRow) {
        this.sheetIndex = sheetIndex;
        this.sheet = sheet;
        this.preface = preface;
        this.reference = shape.reference();
        this.signals = shape.signals();
        this.section = section;
        this.firstRow = firstRow;
        this.lastRow = firstRow;
    }

    void row(int row) {
        lastRow = row;
        rows.add(row);
    }

    void say(int row, Column column, Cell cell) {
        if (!cell.text().isBlank()) {
            said.add(new Said(row, column, cell, cell.text().strip()));
            if (cell.kind() == Cell.Kind.ERROR || cell.kind() == Cell.Kind.UNCOMPUTED) {
                doubt(row, column.index(), "intake.doubt.formula", cell.text());
            }
        }
    }

    void light(@Nullable Light light) {
        fill = fill == null ? light : fill;
    }

    ReadMatter finish() {
        var problemSaid = firstOf(Field.PROBLEM, Field.TITLE, Field.DETAILS);
        var problem = problemSaid == null ? "" : problemSaid.text();
        var numberSaid = best(Field.NUMBER);
        var start = date(best(Field.START));
        var due = due(start);
        var measures = measures(start);
        var units = units();
        var owners = owners(units);
        var progress = joined(Field.PROGRESS);
        var light = light();
        var status = status(progress, light);
        return new ReadMatter(sheetIndex, sheet, firstRow, lastRow, numberSaid == null ? null : number(numberSaid), problem,
                text(Field.SOURCE), text(Field.CATEGORY), section, text(Field.GOAL), measures, units.lead(), List.copyOf(units.co()),
                leader(), owners, due, progress, status, light, rest(problemSaid, numberSaid), List.copyOf(doubts), cells());
    }

    private record UnitsSaid(@Nullable String lead, Set<String> co, List<String> people) {}

    /// The leading unit by the column that says so best; what other columns of units name helps.
    private UnitsSaid units() {
        var co = new LinkedHashSet<String>();
        var people = new ArrayList<String>();
        String lead = null;
        var leading = said.stream().filter(one -> one.column().is(Field.LEAD_UNIT)).toList();
        int rank = leading.stream().mapToInt(one -> one.column().rank()).max().orElse(0);
        for (var one : leading) {
            var read = Units.of(one.text());
            boolean leads = one.column().rank() == rank && lead == null;
            if (leads) {
                lead = read.lead();
                co.addAll(read.others());
            } else {
                if (read.lead() != null) {
                    co.add(read.lead());
                }
                co.addAll(read.others());
            }
            co.addAll(read.co());
        }
        for (var one : all(Field.UNIT_AND_OWNER)) {
            for (var piece : one.text().split("[\\s、，,；;/|：:（(）)]+")) {
                if (piece.isBlank()) {
                    continue;
                }
                if (Units.looksLikeUnit(piece)) {
                    if (lead == null) {
                        lead = piece;
                    } else {
                        co.add(piece);
                    }
                } else {
                    people.addAll(People.split(piece));
                }
            }
        }
        for (var one : all(Field.CO_UNITS)) {
            co.addAll(Units.split(one.text()));
        }
        if (lead == null) {
            lead = preface.told(Field.LEAD_UNIT);
        }
        if (lead == null && sheet != null && Units.isSheetOfUnit(sheet)) {
            lead = sheet.strip();
        }
        if (lead == null) {
            lead = preface.reportingUnit();
        }
        co.remove(lead);
        return new UnitsSaid(lead, co, people);
    }

    private @Nullable String leader() {
        var column = best(Field.LEADER);
        if (column == null) {
            return preface.told(Field.LEADER);
        }
        var names = People.split(column.text());
        return names.isEmpty() ? null : String.join("、", names);
    }

    private List<String> owners(UnitsSaid units) {
        var owners = new LinkedHashSet<String>();
        int rank = said.stream().filter(one -> one.column().is(Field.OWNERS)).mapToInt(one -> one.column().rank()).max().orElse(0);
        for (var one : all(Field.OWNERS)) {
            if (one.column().rank() == rank) {
                owners.addAll(People.split(one.text()));
            }
        }
        owners.addAll(units.people());
        return List.copyOf(owners);
    }

    private List<ReadMeasure> measures(@Nullable LocalDate start) {
        var measures = new ArrayList<ReadMeasure>();
        boolean several = said.stream().filter(one -> one.column().is(Field.MEASURES)).map(Said::row).distinct().count() > 1;
        for (var row : rows) {
            var cells = said.stream().filter(one -> one.row() == row && one.column().is(Field.MEASURES)).toList();
            for (var cell : cells) {
                for (var text : Measures.of(cell.text())) {
                    measures.add(several ? measure(text, row, start) : new ReadMeasure(text, List.of(), null, null, null));
                }
            }
        }
        return measures;
    }

    /// What a measure's own row says of it, where the rows of a matter differ.
    private ReadMeasure measure(String text, int row, @Nullable LocalDate start) {
        var owners = in(row, Field.OWNERS);
        var due = in(row, Field.DEADLINE);
        var progress = in(row, Field.PROGRESS);
        var status = in(row, Field.STATUS);
        return new ReadMeasure(text, owners == null ? List.of() : People.split(owners.text()), due == null ? null : deadline(due, start),
                progress == null ? null : progress.text(),
                status != null ? States.ofWord(status.text()) : progress != null ? States.ofProgress(progress.text()) : null);
    }

    private @Nullable Said in(int row, Field field) {
        boolean perRow = said.stream().filter(one -> one.column().is(field)).map(Said::row).distinct().count() > 1;
        return perRow ? said.stream().filter(one -> one.row() == row && one.column().is(field)).findFirst().orElse(null) : null;
    }

    /// The last of the dates its rows give; without any date, the first that says at once or for good.
    private @Nullable Deadline due(@Nullable LocalDate start) {
        Deadline due = null;
        int rank = said.stream().filter(one -> one.column().is(Field.DEADLINE)).mapToInt(one -> one.column().rank()).max().orElse(0);
        for (var one : all(Field.DEADLINE)) {
            if (one.column().rank() != rank) {
                continue;
            }
            var read = one.column().implied() != null && Plain.tight(one.text()).matches("[√✓✔是1]")
                    ? Deadlines.of(one.column().implied(), reference, start).deadline()
                    : deadline(one, start);
            if (read != null && (due == null || later(read, due))) {
                due = read;
            }
        }
        if (due == null && all(Field.DEADLINE).isEmpty() && preface.told(Field.DEADLINE) != null) {
            due = Deadlines.of(preface.told(Field.DEADLINE), reference, start).deadline();
        }
        if (due == null) {
            for (var one : all(Field.MEASURE_KIND)) {
                var kind = Deadlines.of(one.text(), reference, start).deadline();
                due = due == null ? kind : due;
            }
        }
        return due;
    }

    private static boolean later(Deadline one, Deadline other) {
        return one.date() != null && (other.date() == null || one.date().isAfter(other.date()));
    }

    private @Nullable Deadline deadline(Said one, @Nullable LocalDate start) {
        if (one.cell().kind() == Cell.Kind.DATE) {
            return Deadline.by(one.cell().date());
        }
        if (one.cell().kind() == Cell.Kind.NUMBER && one.cell().number() >= 36_526 && one.cell().number() < 73_050) {
            doubt(one.row(), one.column().index(), "intake.doubt.serialDate", one.text());
            return Deadline.by(LocalDate.of(1899, 12, 30).plusDays((long) one.cell().number()));
        }
        var read = Deadlines.of(one.text(), reference, start);
        read.remarks().forEach(remark -> doubt(one.row(), one.column().index(), "intake.doubt." + remark.key(), remark.arguments().toArray(String[]::new)));
        if (read.deadline() == null && read.remarks().isEmpty() && !Plain.saysNothing(one.text())) {
            doubt(one.row(), one.column().index(), "intake.doubt.date", one.text());
        }
        return read.deadline();
    }

    private @Nullable LocalDate date(@Nullable Said one) {
        if (one == null) {
            return null;
        }
        return one.cell().kind() == Cell.Kind.DATE ? one.cell().date() : Deadlines.dateOf(one.text(), reference);
    }

    private @Nullable Light light() {
        for (var one : all(Field.LIGHT)) {
            var light = one.column().implied() != null && Plain.tight(one.text()).matches("[√✓✔●★是1]")
                    ? Light.ofWord(one.column().implied())
                    : Light.isSign(one.text()) && Light.ofColour(one.cell().look().ink()) != null
                            ? Light.ofColour(one.cell().look().ink())
                            : Light.ofWord(one.text());
            if (light != null) {
                return light;
            }
        }
        return fill;
    }

    /// A word that has only to tell it counts first, then what the progress says, then its share, then a closing date, then the light alone.
    private State status(@Nullable String progress, @Nullable Light light) {
        State told = null;
        for (var one : all(Field.STATUS)) {
            var state = one.column().implied() != null
                    ? Plain.tight(one.text()).matches("[√✓✔●★是1vV]") ? States.ofWord(one.column().implied()) : null
                    : States.ofWord(one.text());
            told = state == null ? told : told == null ? state : state == State.OPEN ? State.OPEN : told;
            if (state == null && one.column().implied() == null && !Plain.saysNothing(one.text())) {
                doubt(one.row(), one.column().index(), "intake.doubt.status", one.text());
            }
        }
        if (told != null) {
            return told;
        }
        if (said.stream().noneMatch(one -> one.column().is(Field.STATUS)) || progress != null) {
            var byProgress = stateOfProgress();
            if (byProgress != null) {
                return byProgress;
            }
        }
        var share = best(Field.COMPLETION_RATE);
        if (share != null) {
            var state = share(share);
            if (state != null) {
                return state;
            }
        }
        for (var one : new Said[] {best(Field.CLOSED_ON), best(Field.COMPLETED_ON)}) {
            if (one != null && date(one) != null && !date(one).isAfter(reference.day())) {
                return State.CLOSED;
            }
        }
        if (progress == null && all(Field.STATUS).isEmpty() && share == null && light != null && signals.meaning(light) == State.CLOSED) {
            if (!signals.explains(light)) {
                doubt(firstRow, 0, "intake.doubt.closedByColour");
            }
            return State.CLOSED;
        }
        return State.OPEN;
    }

    /// Where each row reports for itself, one open row keeps the matter open.
    private @Nullable State stateOfProgress() {
        State all = null;
        for (var one : all(Field.PROGRESS)) {
            var state = States.ofProgress(one.text());
            if (state == State.OPEN) {
                return State.OPEN;
            }
            all = state == null ? all : state;
        }
        return all;
    }

    private static @Nullable State share(Said one) {
        double value = one.cell().number();
        if (one.cell().kind() == Cell.Kind.NUMBER) {
            return one.text().contains("%") ? value >= 1 ? State.CLOSED : State.OPEN : value == 1 || value >= 100 ? State.CLOSED : State.OPEN;
        }
        var digits = Plain.narrow(one.text()).replaceAll("[^0-9.]", "");
        return digits.matches("\\d+(\\.\\d+)?") ? Double.parseDouble(digits) >= 100 ? State.CLOSED : State.OPEN : States.ofWord(one.text());
    }

    private static String number(Said one) {
        return one.text().replaceFirst("\\.0+$", "");
    }

    private @Nullable String text(Field field) {
        var one = best(field);
        return one == null ? preface.told(field) : Plain.saysNothing(one.text()) ? null : one.text();
    }

    /// Several rows' words one below the other; the same words once.
    private @Nullable String joined(Field field) {
        int rank = said.stream().filter(one -> one.column().is(field)).mapToInt(one -> one.column().rank()).max().orElse(0);
        var texts = new LinkedHashSet<String>();
        all(field).stream().filter(one -> one.column().rank() == rank).map(Said::text).filter(text -> !Plain.saysNothing(text)).forEach(texts::add);
        return texts.isEmpty() ? null : String.join("\n", texts);
    }

    private List<Said> all(Field field) {
        return said.stream().filter(one -> one.column().is(field)).toList();
    }

    private @Nullable Said best(Field field) {
        Said best = null;
        for (var one : said) {
            if (one.column().is(field) && (best == null || one.column().rank() > best.column().rank())) {
                best = one;
            }
        }
        return best;
    }

    private @Nullable Said firstOf(Field... fields) {
        for (var field : fields) {
            var found = best(field);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// Every word of the rows that has found no place of its own, by its heading.
    private Map<String, String> rest(@Nullable Said problem, @Nullable Said number) {
        var rest = new LinkedHashMap<String, String>();
        for (var one : said) {
            boolean placed = one == problem || one == number || one.column().field() != null && switch (one.column().field()) {
                case SOURCE, CATEGORY, GOAL -> one == best(one.column().field());
                case MEASURES, LEAD_UNIT, UNIT_AND_OWNER, CO_UNITS, OWNERS, PROGRESS, STATUS -> true;
                case LEADER, DEADLINE -> one.column().rank() == best(one.column().field()).column().rank();
                default -> false;
            };
            if (!placed && !Plain.saysNothing(one.text()) && !(problem != null && one.column().equals(problem.column()))) {
                rest.merge(one.column().header(), one.text(), (a, b) -> a.contains(b) ? a : a + "\n" + b);
            }
        }
        return rest;
    }

    private List<ReadMatter.CellText> cells() {
        return said.stream().map(one -> new ReadMatter.CellText(one.row(), one.column().index(), one.text())).toList();
    }

    private void doubt(int row, int column, String key, String... arguments) {
        doubts.add(new Doubt(sheet, row, column, key, List.of(arguments)));
    }
}
