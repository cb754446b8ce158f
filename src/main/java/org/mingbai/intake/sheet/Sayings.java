package org.mingbai.intake.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.workbook.Cell;
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.intake.sheet.words.Plain;

/// Everything the rows of one matter say, by field and by row. A matter may run over very many rows, so nothing here looks through all for each.
final class Sayings {

    /// What one column says in one row.
    record Said(int row, Column column, Cell cell, String text) {}

    private final List<Said> all = new ArrayList<>();
    private final Map<Field, List<Said>> byField = new EnumMap<>(Field.class);
    private final Map<Field, Said> best = new EnumMap<>(Field.class);
    private final Map<Field, Map<Integer, Said>> byRow = new EnumMap<>(Field.class);

    void add(int row, Column column, Cell cell) {
        var one = new Said(row, column, cell, cell.text().strip());
        all.add(one);
        if (column.field() != null) {
            best.merge(column.field(), one, (before, now) -> now.column().rank() > before.column().rank() ? now : before);
            byField.computeIfAbsent(column.field(), _ -> new ArrayList<>()).add(one);
            byRow.computeIfAbsent(column.field(), _ -> new HashMap<>()).putIfAbsent(row, one);
        }
    }

    List<Said> all() {
        return all;
    }

    List<Said> of(Field field) {
        return byField.getOrDefault(field, List.of());
    }

    /// Of several columns of one meaning, the best known.
    List<Said> bestOf(Field field) {
        var said = of(field);
        var first = first(field);
        return first == null ? said : said.stream().filter(one -> one.column().rank() == first.column().rank()).toList();
    }

    /// The first word of the best known column of this meaning.
    @Nullable Said first(Field field) {
        return best.get(field);
    }

    /// The first of these fields that says anything.
    @Nullable Said first(Field one, Field... others) {
        var found = first(one);
        for (var i = 0; found == null && i < others.length; i++) {
            found = first(others[i]);
        }
        return found;
    }

    /// What this row says of it, where the rows of the matter differ.
    @Nullable Said in(int row, Field field) {
        var rows = byRow.get(field);
        return rows == null || rows.size() < 2 ? null : rows.get(row);
    }

    boolean onSeveralRows(Field field) {
        var rows = byRow.get(field);
        return rows != null && rows.size() > 1;
    }

    /// Several rows' words one below the other; the same words once.
    @Nullable String joined(Field field) {
        var texts = new LinkedHashSet<String>();
        bestOf(field).stream().map(Said::text).filter(text -> !Plain.saysNothing(text)).forEach(texts::add);
        return texts.isEmpty() ? null : String.join("\n", texts);
    }
}
