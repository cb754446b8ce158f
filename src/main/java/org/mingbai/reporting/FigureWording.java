package org.mingbai.reporting;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.ledger.Register;
import org.mingbai.shell.Words;

/// Figures, fields and values in one language.
public final class FigureWording {

    private final Words words;
    private final Locale locale;
    private final OrganisationTree tree;
    private final Map<String, String> registers;

    public FigureWording(Words words, OrganisationTree tree, Collection<Register> registers, Locale locale) {
        this.words = words;
        this.locale = locale;
        this.tree = tree;
        this.registers = registers.stream().collect(Collectors.toMap(Register::code, register -> register.name(locale)));
    }

    /// Where neither units nor registers are named.
    public static FigureWording in(Locale locale) {
        return new FigureWording(Words.in(locale), new OrganisationTree(List.of()), List.of(), locale);
    }

    public String name(Figure figure) {
        return figure.own() == null ? words.of("reporting.figure.is." + figure.code()) : figure.own().name();
    }

    public String means(Figure figure) {
        return figure.own() == null ? words.of("reporting.figure.means." + figure.code()) : figure.own().means();
    }

    /// What it leaves out; empty where nothing need be said.
    public String excludes(Figure figure) {
        var key = "reporting.figure.excludes." + figure.code();
        return figure.own() == null && Words.has(key) ? words.of(key) : "";
    }

    public String field(Field field) {
        return words.of("reporting.field." + field);
    }

    /// A number as it is read: with its unit, or that there is none.
    public String shown(FigureAnswer answer) {
        return answer.value().map(value -> unitOf(answer, answer.question().figure().tally() instanceof Tally.Count
                || answer.question().figure().tally() instanceof Tally.Sum ? String.format(locale, "%,d", value.longValueExact()) : value.toPlainString()))
                .orElseGet(() -> words.of("reporting.figures.none"));
    }

    /// As a paper prints it: digits without any sign between them.
    public String printed(FigureAnswer answer) {
        return answer.value().map(value -> answer.question().figure().tally() instanceof Tally.Days
                ? words.of("reporting.figures.days.printed", value.toPlainString()) : unitOf(answer, value.toPlainString()))
                .orElseGet(() -> words.of("reporting.figures.none"));
    }

    private String unitOf(FigureAnswer answer, String number) {
        var figure = answer.question().figure();
        return figure.percent() ? number + "%" : figure.tally() instanceof Tally.Days ? words.of("reporting.figures.days", number) : number;
    }

    /// One value of a field.
    /// @param value as it is kept; empty where it is not known
    public String value(Field field, String value) {
        if (value.isEmpty()) {
            return words.of("reporting.figure.side.unknown");
        }
        return switch (field) {
            case REGISTER -> registers.getOrDefault(value, value);
            case UNIT_OF -> tree.unit(new OrganisationId(Long.parseLong(value))).map(OrganisationTree.Unit::name).orElse("?");
            case OUTCOME, CLAIMED -> words.of("ledger.outcome." + value);
            case STAGE -> words.of("ledger.stage." + value);
            case LIGHT, SET_SIGN -> words.of("shell.light." + value);
            case LEVEL -> words.of("directory.kind." + value);
            case SOLVED -> words.of("ledger.solved." + value);
            case SATISFIED -> words.of("ledger.satisfied." + value);
            case MEASURE_KIND -> words.of("ledger.measure-kind." + value);
            case SLIP_KIND -> words.of("ledger.slip." + value);
            case SLIP_END -> words.of("reporting.slip-end." + value);
            case OPENED_BY -> words.of("reporting.opened-by." + value);
            case LOOKED -> words.of("reporting.looked." + value);
            default -> field.type() == Field.Type.FLAG ? words.of(value.equals("true") ? "reporting.said.yes" : "reporting.said.no") : value;
        };
    }

    /// The names of the registers by their codes.
    public Map<String, String> registers() {
        return registers;
    }

    /// A condition as one reads it: 单位是路灯所.
    public String said(Condition condition) {
        if (condition.field().type() == Field.Type.FLAG && condition.op() == Condition.Op.IS && condition.values().size() == 1) {
            return words.of("reporting.said." + condition.values().getFirst(), field(condition.field()));
        }
        return words.of("reporting.said." + condition.op(), field(condition.field()),
                condition.values().stream().map(value -> value(condition.field(), value)).collect(joining(words.of("reporting.said.or"))));
    }

    public String said(Collection<Condition> conditions) {
        return conditions.stream().map(this::said).collect(joining(words.of("reporting.said.and")));
    }

    public String tally(Figure figure, FigureAnswer answer) {
        return switch (figure.tally()) {
            case Tally.Count _ -> words.of("reporting.figure.tally.count");
            case Tally.Share(var part) -> words.of("reporting.figure.tally.share", said(part));
            case Tally.Days(var from, var to, int percentile) -> words.of("reporting.figure.tally.days", field(from), field(to), percentile);
            case Tally.Sum(var number) -> words.of("reporting.figure.tally.sum", field(number));
            case Tally.Satisfaction _ -> words.of("reporting.figure.tally.satisfaction", answer.formula().orElse(1));
        };
    }
}
