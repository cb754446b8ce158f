package org.mingbai.reporting.web;

import static java.util.stream.Collectors.joining;
import static org.mingbai.shell.Words.t;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.ledger.Register;
import org.mingbai.reporting.Condition;
import org.mingbai.reporting.Field;
import org.mingbai.reporting.Figure;
import org.mingbai.reporting.FigureAnswer;
import org.mingbai.reporting.Tally;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.LightSign;
import org.springframework.context.i18n.LocaleContextHolder;

/// Figures, fields and values in the reader's language.
final class FigureWords {

    private final OrganisationTree tree;
    private final Map<String, String> registers;

    FigureWords(OrganisationTree tree, Collection<Register> registers) {
        this.tree = tree;
        this.registers = registers.stream().collect(Collectors.toMap(Register::code, register -> register.name(LocaleContextHolder.getLocale())));
    }

    static String name(Figure figure) {
        return figure.own() == null ? t("reporting.figure.is." + figure.code()) : figure.own().name();
    }

    static String means(Figure figure) {
        return figure.own() == null ? t("reporting.figure.means." + figure.code()) : figure.own().means();
    }

    /// What it leaves out, in words; empty where nothing need be said.
    static String excludes(Figure figure) {
        var key = "reporting.figure.excludes." + figure.code();
        return figure.own() == null && Words.has(key) ? t(key) : "";
    }

    static String field(Field field) {
        return t("reporting.field." + field);
    }

    /// A number as it is read: with its unit, or that there is none.
    static String value(FigureAnswer answer) {
        var figure = answer.question().figure();
        return answer.value().map(value -> figure.percent() ? value.toPlainString() + "%"
                        : figure.tally() instanceof Tally.Days ? t("reporting.figures.days", value.toPlainString()) : Words.number(value.longValueExact()))
                .orElseGet(() -> t("reporting.figures.none"));
    }

    /// One value of a field.
    /// @param value as it is kept; empty where it is not known
    String value(Field field, String value) {
        if (value.isEmpty()) {
            return t("reporting.figure.side.unknown");
        }
        return switch (field) {
            case REGISTER -> registers.getOrDefault(value, value);
            case UNIT_OF -> unit(Long.parseLong(value));
            case OUTCOME, CLAIMED -> t("ledger.outcome." + value);
            case STAGE -> t("ledger.stage." + value);
            case LIGHT, SET_SIGN -> LightSign.valueOf(value).word();
            case LEVEL -> t("directory.kind." + value);
            case SOLVED -> t("ledger.solved." + value);
            case SATISFIED -> t("ledger.satisfied." + value);
            case MEASURE_KIND -> t("ledger.measure-kind." + value);
            case SLIP_KIND -> t("ledger.slip." + value);
            case SLIP_END -> t("reporting.slip-end." + value);
            case OPENED_BY -> t("reporting.opened-by." + value);
            case LOOKED -> t("reporting.looked." + value);
            default -> field.type() == Field.Type.FLAG ? t(value.equals("true") ? "reporting.said.yes" : "reporting.said.no") : value;
        };
    }

    /// The names of the registers by their codes.
    Map<String, String> registers() {
        return registers;
    }

    private String unit(long id) {
        return tree.unit(new OrganisationId(id)).map(OrganisationTree.Unit::name).orElse("?");
    }

    /// A condition as one reads it: 单位是路灯所.
    String said(Condition condition) {
        if (condition.field().type() == Field.Type.FLAG && condition.op() == Condition.Op.IS && condition.values().size() == 1) {
            return t("reporting.said." + condition.values().getFirst(), field(condition.field()));
        }
        return t("reporting.said." + condition.op(), field(condition.field()),
                condition.values().stream().map(value -> value(condition.field(), value)).collect(joining(t("reporting.said.or"))));
    }

    String said(Collection<Condition> conditions) {
        return conditions.stream().map(this::said).collect(joining(t("reporting.said.and")));
    }

    String tally(Figure figure, FigureAnswer answer) {
        return switch (figure.tally()) {
            case Tally.Count _ -> t("reporting.figure.tally.count");
            case Tally.Share(var part) -> t("reporting.figure.tally.share", said(part));
            case Tally.Days(var from, var to, int percentile) -> t("reporting.figure.tally.days", field(from), field(to), percentile);
            case Tally.Sum(var number) -> t("reporting.figure.tally.sum", field(number));
            case Tally.Satisfaction _ -> t("reporting.figure.tally.satisfaction", answer.formula().orElse(1));
        };
    }
}
