package org.mingbai.intake.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.Sayings.Said;
import org.mingbai.intake.sheet.workbook.Cell;
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.intake.sheet.words.Light;
import org.mingbai.intake.sheet.words.Measures;
import org.mingbai.intake.sheet.words.People;
import org.mingbai.intake.sheet.words.Plain;
import org.mingbai.intake.sheet.words.States;

/// One matter while its rows are being walked: what each column says, row after row, and in the end what that means.
final class MatterDraft {

    private static final Pattern WHOLE = Pattern.compile("\\.0+$");

    private final int sheetIndex;
    private final @Nullable String sheet;
    private final Preface preface;
    private final TableShape shape;
    private final @Nullable String section;
    private final int firstRow;
    private int lastRow;
    private final Sayings said = new Sayings();
    private final List<Doubt> doubts = new ArrayList<>();
    private @Nullable Light fill;

    MatterDraft(int sheetIndex, @Nullable String sheet, Preface preface, TableShape shape, @Nullable String section, int firstRow) {
        this.sheetIndex = sheetIndex;
        this.sheet = sheet;
        this.preface = preface;
        this.shape = shape;
        this.section = section;
        this.firstRow = firstRow;
        this.lastRow = firstRow;
    }

    void row(int row) {
        lastRow = row;
    }

    void say(int row, Column column, Cell cell) {
        if (!cell.text().isBlank()) {
            said.add(row, column, cell);
            if (cell.kind() == Cell.Kind.ERROR || cell.kind() == Cell.Kind.UNCOMPUTED) {
                doubt(row, column.index(), "intake.doubt.formula", cell.text());
            }
        }
    }

    void light(@Nullable Light light) {
        fill = fill == null ? light : fill;
    }

    ReadMatter finish() {
        var problem = said.first(Field.PROBLEM, Field.TITLE, Field.DETAILS);
        var number = said.first(Field.NUMBER);
        var dues = new Dues(said, preface, shape, this::doubt);
        var due = dues.ofMatter();
        var measures = measures(dues);
        var responsible = Responsible.of(said, preface, shape.vocabulary(), sheet, section);
        var standing = new Standing(said, shape, this::doubt);
        var light = standing.light(fill);
        var state = standing.state(light, firstRow, dues::date);
        return new ReadMatter(sheetIndex, sheet, firstRow, lastRow, number == null ? null : WHOLE.matcher(number.text()).replaceFirst(""),
                problem == null ? "" : problem.text(), title(problem), text(Field.SOURCE), text(Field.CATEGORY), section, text(Field.GOAL), measures,
                responsible.lead(), responsible.co(), Responsible.leader(said, preface, shape.vocabulary()), responsible.owners(), due,
                said.joined(Field.PROGRESS), state, light, said.joined(Field.REPORTER), said.joined(Field.REPORTER_CONTACT),
                rest(problem, number), List.copyOf(doubts), cells());
    }

    /// The short of it, where it is told at length in a column of its own.
    private @Nullable String title(@Nullable Said problem) {
        var title = said.first(Field.TITLE);
        return title == null || title == problem || Plain.saysNothing(title.text()) ? null : title.text();
    }

    private List<ReadMeasure> measures(Dues dues) {
        var measures = new ArrayList<ReadMeasure>();
        boolean several = said.onSeveralRows(Field.MEASURES);
        for (var cell : said.bestOf(Field.MEASURES)) {
            for (var text : Measures.of(cell.text())) {
                measures.add(several ? measure(text, cell.row(), dues) : new ReadMeasure(text, List.of(), null, null, null));
            }
        }
        return measures;
    }

    /// What a measure's own row says of it, where the rows of a matter differ.
    private ReadMeasure measure(String text, int row, Dues dues) {
        var owners = said.in(row, Field.OWNERS);
        var due = said.in(row, Field.DEADLINE);
        var progress = said.in(row, Field.PROGRESS);
        var status = said.in(row, Field.STATUS);
        return new ReadMeasure(text, owners == null ? List.of() : People.split(owners.text()), due == null ? null : dues.quietly(due),
                progress == null ? null : progress.text(),
                status != null ? States.ofWord(status.text()) : progress != null ? States.ofProgress(progress.text()) : null);
    }

    private @Nullable String text(Field field) {
        var one = said.first(field);
        return one == null ? preface.told(field) : Plain.saysNothing(one.text()) ? null : one.text();
    }

    /// Every word of the rows that has found no place of its own, by its heading.
    private Map<String, String> rest(@Nullable Said problem, @Nullable Said number) {
        var rest = new LinkedHashMap<String, Set<String>>();
        for (var one : said.all()) {
            boolean again = problem != null && one.column().equals(problem.column());
            if (!again && one != number && !hasPlace(one) && !Plain.saysNothing(one.text())) {
                rest.computeIfAbsent(one.column().header(), _ -> new LinkedHashSet<>()).add(one.text());
            }
        }
        var joined = new LinkedHashMap<String, String>();
        rest.forEach((header, texts) -> joined.put(header, String.join("\n", texts)));
        return joined;
    }

    private boolean hasPlace(Said one) {
        var field = one.column().field();
        return field != null && switch (field) {
            case SOURCE, CATEGORY, GOAL, TITLE -> one == said.first(field);
            case UNIT_AND_OWNER, CO_UNITS, STATUS -> true;
            // Whoever raised it is nobody's to read beside the matter.
            case REPORTER, REPORTER_CONTACT -> true;
            case LEAD_UNIT -> Responsible.names(one, said);
            case MEASURES, OWNERS, PROGRESS, LEADER, DEADLINE -> one.column().rank() == said.first(field).column().rank();
            default -> false;
        };
    }

    private List<ReadMatter.CellText> cells() {
        return said.all().stream().map(one -> new ReadMatter.CellText(one.row(), one.column().index(), one.text())).toList();
    }

    private void doubt(int row, int column, String key, String... arguments) {
        doubts.add(new Doubt(sheet, row, column, key, List.of(arguments)));
    }
}
