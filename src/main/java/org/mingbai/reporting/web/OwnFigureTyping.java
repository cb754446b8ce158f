package org.mingbai.reporting.web;

import static org.mingbai.shell.Words.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.PersonId;
import org.mingbai.reporting.Condition;
import org.mingbai.reporting.Field;
import org.mingbai.reporting.Figure;
import org.mingbai.reporting.Tally;
import org.mingbai.shell.page.FieldErrors;

/// Reads the form of a figure, and says of each part that cannot be read what is wrong with it, at its place.
final class OwnFigureTyping {

    static final int MEANS_MAX = 200;
    private static final String BETWEEN = "[、,，;；]";

    private final OwnFigureForm form;
    private final FigureWords words;
    private final Function<String, List<OrganisationId>> units;
    private FieldErrors errors = FieldErrors.none();

    OwnFigureTyping(OwnFigureForm form, FigureWords words, Function<String, List<OrganisationId>> units) {
        this.form = form;
        this.words = words;
        this.units = units;
    }

    /// @param figure nothing where something is wrong
    record Read(Optional<Figure> figure, FieldErrors errors) {}

    Read read(PersonId maker) {
        length("name", form.name(), Figure.NAME_MAX);
        length("means", form.means(), MEANS_MAX);
        var where = conditions(form.rows(), "");
        var window = form.window().isEmpty() ? null : field("window", form.window(), Field.Type.DAY, "reporting.own.wrong.window");
        var tally = tally();
        return errors.any() || tally == null ? new Read(Optional.empty(), errors)
                : new Read(Optional.of(new Figure(form.code().isEmpty() ? "own" : form.code(), 1,
                        new Figure.Own(form.name(), form.means(), maker, form.shared()), form.of(), where, window, tally)), errors);
    }

    private void length(String field, String text, int most) {
        if (text.isEmpty() || text.codePointCount(0, text.length()) > most || text.codePoints().anyMatch(Character::isISOControl)) {
            wrong(field, t("reporting.own.wrong." + field, most), t("reporting.own." + field));
        }
    }

    private void wrong(String field, String why, String label) {
        errors = errors.with(field, why, label);
    }

    private @Nullable Field field(String at, String name, Field.Type type, String why) {
        var found = Stream.of(Field.values())
                .filter(field -> field.name().equals(name) && field.of(form.of()) && field.type() == type && field.offered()).findFirst();
        if (found.isEmpty()) {
            wrong(at, t(why), "");
        }
        return found.orElse(null);
    }

    private @Nullable Tally tally() {
        return switch (form.tally()) {
            case "COUNT" -> new Tally.Count();
            case "SHARE" -> {
                var part = conditions(form.part(), "part");
                if (part.isEmpty() && !errors.any()) {
                    wrong("partfield1", t("reporting.own.wrong.part"), t("reporting.own.part"));
                }
                yield new Tally.Share(part);
            }
            case "MEDIAN", "P90" -> {
                var from = field("days-from", form.from(), Field.Type.DAY, "reporting.own.wrong.days");
                var to = field("days-to", form.to(), Field.Type.DAY, "reporting.own.wrong.days");
                yield from == null || to == null ? null : new Tally.Days(from, to, form.tally().equals("MEDIAN") ? 50 : 90);
            }
            case "SUM" -> {
                var number = field("sum", form.sum(), Field.Type.NUMBER, "reporting.own.wrong.sum");
                yield number == null ? null : new Tally.Sum(number);
            }
            default -> {
                wrong("tally", t("reporting.own.wrong.tally"), t("reporting.own.tally"));
                yield null;
            }
        };
    }

    private List<Condition> conditions(List<OwnFigureForm.Row> rows, String prefix) {
        var all = new ArrayList<Condition>();
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).empty()) {
                condition(rows.get(i), i + 1, prefix).ifPresent(all::add);
            }
        }
        return all;
    }

    private Optional<Condition> condition(OwnFigureForm.Row row, int no, String prefix) {
        var field = Stream.of(Field.values()).filter(it -> it.name().equals(row.field()) && it.of(form.of()) && it.offered()).findFirst();
        if (field.isEmpty()) {
            wrong(prefix + "field" + no, t("reporting.own.wrong.field", no), "");
            return Optional.empty();
        }
        var op = Stream.of(Condition.Op.values()).filter(it -> it.name().equals(row.op()) && it.fits(field.get().type()) && (field.get().kept() || !it.bare()))
                .findFirst();
        if (op.isEmpty()) {
            wrong(prefix + "op" + no, t("reporting.own.wrong.op", no, FigureWords.field(field.get())), "");
            return Optional.empty();
        }
        if (op.get().bare()) {
            return Optional.of(Condition.that(field.get(), op.get()));
        }
        var values = Stream.of(row.value().split(BETWEEN)).map(String::strip).filter(value -> !value.isEmpty()).toList();
        if (values.isEmpty() || values.size() > Condition.VALUES_MAX) {
            wrong(prefix + "value" + no, t("reporting.own.wrong.value.missing", no), "");
            return Optional.empty();
        }
        var known = new ArrayList<String>();
        for (var value : values) {
            var read = value(field.get(), value);
            if (read.isEmpty()) {
                wrong(prefix + "value" + no, field.get().type() == Field.Type.UNIT ? t("reporting.own.wrong.unit", no, value)
                        : t("reporting.own.wrong.value", no, value, FigureWords.field(field.get())), "");
                return Optional.empty();
            }
            known.addAll(read);
        }
        if (known.stream().distinct().count() > Condition.VALUES_MAX) {
            wrong(prefix + "value" + no, t("reporting.own.wrong.value.missing", no), "");
            return Optional.empty();
        }
        return Optional.of(new Condition(field.get(), op.get(), known.stream().distinct().toList()));
    }

    /// As it is kept; nothing where there is no such value.
    private List<String> value(Field field, String typed) {
        if (field.type() == Field.Type.UNIT) {
            return units.apply(typed).stream().map(unit -> Long.toString(unit.value())).toList();
        }
        if (field.type() == Field.Type.FLAG) {
            return Stream.of("true", "false").filter(code -> words.value(field, code).equalsIgnoreCase(typed)).toList();
        }
        if (field == Field.REGISTER) {
            return words.registers().entrySet().stream().filter(it -> it.getValue().equalsIgnoreCase(typed) || it.getKey().equals(typed))
                    .map(Map.Entry::getKey).toList();
        }
        if (field.type() == Field.Type.CODE) {
            return field.codes().stream().filter(code -> words.value(field, code).equalsIgnoreCase(typed)).toList();
        }
        var plain = field.type() == Field.Type.DAY ? typed.replace('/', '-') : typed;
        return Condition.readable(field, plain) ? List.of(field.type() == Field.Type.DAY ? LocalDate.parse(plain).toString() : plain) : List.of();
    }
}
