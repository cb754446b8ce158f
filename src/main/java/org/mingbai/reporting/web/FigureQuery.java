package org.mingbai.reporting.web;

import static org.mingbai.shell.Words.t;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingbai.reporting.Condition;
import org.mingbai.reporting.Field;
import org.mingbai.reporting.Figure;
import org.mingbai.reporting.Question;
import org.mingbai.shell.Days;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/// What an address asks of figures: a period, a cut-off and filters, each with its place in the address.
/// @param narrowed as `FIELD~OP~value~value`
/// @param errors what cannot be read; then the whole is as if that had not been asked
record FigureQuery(LocalDate from, LocalDate to, LocalDate asOf, List<Condition> narrowed, FieldErrors errors) {

    private static final String PART = "~";

    /// Where nothing is asked, this month until today.
    static FigureQuery read(MultiValueMap<String, String> asked, LocalDate today) {
        var errors = new ArrayList<FieldErrors.FieldError>();
        var asOf = day(asked, "asOf", today, errors);
        var to = day(asked, "to", asOf, errors);
        var from = day(asked, "from", to.withDayOfMonth(1), errors);
        if (from.isAfter(to)) {
            errors.add(new FieldErrors.FieldError("from", t("reporting.figures.reversed"), t("reporting.figures.period")));
            from = to.withDayOfMonth(1);
        }
        var narrowed = new ArrayList<Condition>();
        for (var written : asked.getOrDefault("f", List.of())) {
            var condition = condition(written);
            if (condition.isEmpty() || narrowed.size() >= Figure.CONDITIONS_MAX - 2) {
                errors.add(new FieldErrors.FieldError("", t("reporting.figures.bad-filter", written.length() > 80 ? written.substring(0, 80) : written), ""));
            } else {
                narrowed.add(condition.getFirst());
            }
        }
        var register = asked.getFirst("register");
        if (register != null && !register.isBlank() && Condition.readable(Field.REGISTER, register)) {
            narrowed.add(Condition.is(Field.REGISTER, register));
        }
        return new FigureQuery(from, to, asOf, List.copyOf(narrowed), new FieldErrors(List.copyOf(errors)));
    }

    private static LocalDate day(MultiValueMap<String, String> asked, String name, LocalDate otherwise, List<FieldErrors.FieldError> errors) {
        var written = asked.getFirst(name);
        if (written == null || written.isBlank()) {
            return otherwise;
        }
        try {
            return Days.typed(written);
        } catch (DateTimeException e) {
            var label = t(name.equals("asOf") ? "reporting.figures.as-of" : "reporting.figures." + name);
            errors.add(new FieldErrors.FieldError(name, t("reporting.figures.bad-day", written.length() > 40 ? written.substring(0, 40) : written), label));
            return otherwise;
        }
    }

    private static List<Condition> condition(String written) {
        var parts = written.split(PART);
        if (parts.length < 2) {
            return List.of();
        }
        try {
            return List.of(new Condition(Field.valueOf(parts[0]), Condition.Op.valueOf(parts[1]),
                    Stream.of(parts).skip(2).map(FigureQuery::unescaped).toList())).stream()
                    .filter(one -> one.field().offered()).toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    Question of(Figure figure) {
        return new Question(figure, from, to, asOf, narrowed.stream().filter(one -> one.field().of(figure.of())).toList());
    }

    /// The same in an address: `?from=…`.
    String address() {
        return "?from=" + from + "&to=" + to + "&asOf=" + asOf + String.join("", narrowed.stream().map(one -> "&f=" + written(one)).toList());
    }

    String address(Condition more) {
        return address() + "&f=" + written(more);
    }

    String without(Condition one) {
        return new FigureQuery(from, to, asOf, narrowed.stream().filter(other -> !other.equals(one)).toList(), errors).address();
    }

    private static String written(Condition one) {
        return Stream.concat(Stream.of(one.field().name(), one.op().name()), one.values().stream().map(FigureQuery::escaped)).collect(Collectors.joining(PART));
    }

    /// As a hidden field sends it.
    static String plain(Condition one) {
        return Stream.concat(Stream.of(one.field().name(), one.op().name()), one.values().stream().map(value -> value.replace("%", "%25").replace(PART, "%7E")))
                .collect(Collectors.joining(PART));
    }

    /// What parts the values may stand in one.
    private static String escaped(String value) {
        return UriUtils.encode(value.replace("%", "%25").replace(PART, "%7E"), StandardCharsets.UTF_8);
    }

    private static String unescaped(String value) {
        return value.replace("%7E", PART).replace("%25", "%");
    }

    FigureQuery over(LocalDate first, LocalDate last) {
        return new FigureQuery(first, last, asOf.isBefore(last) ? asOf : last, narrowed, FieldErrors.none());
    }
}
