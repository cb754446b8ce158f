package org.mingbai.verdict.web;

import static org.mingbai.shell.Words.t;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import org.mingbai.shell.Visible;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.verdict.Formula;

/// A formula as it is typed.
final class FormulaTyping {

    private static final int BASIS_MAX = 300;
    private static final int PLACES_MAX = 4;
    static final int YEAR_MOST = 2199;

    private FormulaTyping() {}

    /// @param formula empty where something is wrong
    record Read(Optional<Formula> formula, FieldErrors errors) {}

    static Read read(RatesPage.Form typed, YearMonth earliest) {
        var from = month(typed.from()).filter(month -> !month.isBefore(earliest));
        var response = share(typed.response());
        var solution = share(typed.solution());
        var satisfaction = share(typed.satisfaction());
        var fairly = share(typed.fairly());
        var firstDay = day(typed.firstDay());
        var errors = with(FieldErrors.none(), "from", from.isPresent(), earliest);
        errors = with(errors, "response", response.isPresent(), earliest);
        errors = with(errors, "solution", solution.isPresent(), earliest);
        errors = with(errors, "satisfaction", satisfaction.isPresent(), earliest);
        errors = with(errors, "fairly", fairly.isPresent(), earliest);
        errors = with(errors, "firstDay", firstDay.isPresent(), earliest);
        errors = with(errors, "basis", !typed.basis().isEmpty() && typed.basis().length() <= BASIS_MAX, earliest);
        if (!errors.any() && response.orElseThrow().add(solution.orElseThrow()).add(satisfaction.orElseThrow()).compareTo(BigDecimal.ONE) != 0) {
            errors = errors.with("response", t("verdict.formula.wrong.sum"), t("verdict.formula.response"));
        }
        return errors.any() ? new Read(Optional.empty(), errors)
                : new Read(Optional.of(new Formula(Formula.SHIPPED.version() + 1, response.orElseThrow(), solution.orElseThrow(), satisfaction.orElseThrow(),
                        fairly.orElseThrow(), firstDay.orElseThrow(), typed.basis(), from.orElseThrow(), null)), errors);
    }

    private static FieldErrors with(FieldErrors errors, String field, boolean good, YearMonth earliest) {
        return good ? errors : errors.with(field, t("verdict.formula.wrong." + field, earliest.toString()), t("verdict.formula." + field));
    }

    private static Optional<BigDecimal> share(String typed) {
        try {
            var read = new BigDecimal(typed.strip());
            return read.signum() >= 0 && read.compareTo(BigDecimal.ONE) <= 0 && read.scale() >= 0 && read.scale() <= PLACES_MAX
                    ? Optional.of(read) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> day(String typed) {
        try {
            return Optional.of(Integer.parseInt(typed.strip())).filter(day -> day >= 1 && day <= Formula.FIRST_DAY_MAX);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<YearMonth> month(String typed) {
        try {
            return Optional.of(YearMonth.parse(typed.strip())).filter(month -> month.getYear() <= YEAR_MOST);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String plain(String typed) {
        return Visible.line(typed);
    }
}
