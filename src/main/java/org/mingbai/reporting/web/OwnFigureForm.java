package org.mingbai.reporting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mingbai.reporting.CaseKind;
import org.mingbai.shell.page.Choice;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.util.MultiValueMap;

/// The form of a figure somebody makes, as it was typed.
/// @param code the figure that is changed; empty for a new one
/// @param rows conditions, @param part those of the numerator
public record OwnFigureForm(String code, int version, CaseKind of, String name, String means, String window, List<Row> rows, String tally, List<Row> part,
        String from, String to, String sum, boolean shared, FieldErrors errors) {

    static final int ROWS = 5;
    static final int PART_ROWS = 2;

    /// @param value as a reader calls it
    public record Row(String field, String op, String value) {

        boolean empty() {
            return field.isBlank() && value.isBlank();
        }
    }

    /// What one can choose from.
    /// @param values known values of closed lists, to be offered while typing
    public record Offered(List<Choice> fields, List<Choice> days, List<Choice> numbers, List<Choice> ops, List<String> values) {}

    static OwnFigureForm blank(CaseKind of) {
        return new OwnFigureForm("", 0, of, "", "", "", filled(List.of(), ROWS), "COUNT", filled(List.of(), PART_ROWS), "", "", "", false, FieldErrors.none());
    }

    static OwnFigureForm sent(CaseKind of, MultiValueMap<String, String> sent) {
        return new OwnFigureForm(one(sent, "code"), number(one(sent, "version")), of, one(sent, "name").strip(),
                one(sent, "means").strip(), one(sent, "window"),
                rows(sent, "", ROWS), one(sent, "tally"), rows(sent, "part", PART_ROWS), one(sent, "days-from"), one(sent, "days-to"), one(sent, "sum"),
                !one(sent, "shared").isEmpty(), FieldErrors.none());
    }

    OwnFigureForm with(FieldErrors wrong) {
        return new OwnFigureForm(code, version, of, name, means, window, rows, tally, part, from, to, sum, shared, wrong);
    }

    static List<Row> filled(List<Row> rows, int least) {
        var all = new ArrayList<>(rows);
        while (all.size() < least) {
            all.add(new Row("", "IS", ""));
        }
        return List.copyOf(all);
    }

    private static List<Row> rows(MultiValueMap<String, String> sent, String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> new Row(one(sent, prefix + "field" + i), one(sent, prefix + "op" + i),
                one(sent, prefix + "value" + i).strip())).toList();
    }

    private static String one(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value;
    }

    private static int number(String typed) {
        return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
    }
}
