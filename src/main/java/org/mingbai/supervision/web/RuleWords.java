package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Happening;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.shell.Days;
import org.mingbai.shell.Words;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.supervision.Limit;
import org.mingbai.supervision.PauseReason;
import org.mingbai.supervision.RuleRefusal;
import org.mingbai.supervision.Step;
import org.mingbai.supervision.TimeRule;
import org.mingbai.supervision.TimeRule.Scope;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// A limit as a sentence one can read aloud.
@Component
class RuleWords {

    /// A plain title stands in the marks of a book; one that explains itself or has a standard's number does not.
    private static final Pattern PLAIN_TITLE = Pattern.compile("[\\p{IsHan}0-9、·]+");

    private final Registers registers;

    RuleWords(Registers registers) {
        this.registers = registers;
    }

    Map<String, String> registers(TenantId tenant) {
        return registers.of(tenant).stream().collect(Collectors.toMap(Register::code, register -> register.name(LocaleContextHolder.getLocale())));
    }

    /// It stands at the beginning of a line.
    static String step(Step step) {
        var word = t("ledger.step." + step);
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    static String happening(Happening happening) {
        return t("ledger.happening." + happening);
    }

    static String pause(PauseReason reason) {
        return t("ledger.pause." + reason);
    }

    static String limit(Limit limit) {
        return t("supervision.limit." + limit.unit() + (limit.amount() == 1 ? ".one" : ".many"), Words.number(limit.amount()));
    }

    /// For which matters, in words.
    static String scope(Scope scope, Map<String, String> registers) {
        var parts = new ArrayList<String>();
        parts.add(scope.register() == null ? t("supervision.rule.scope.all") : registers.getOrDefault(scope.register(), scope.register()));
        part(parts, "channel", scope.channel());
        part(parts, "kind", scope.kind());
        part(parts, "urgency", scope.urgency());
        return String.join(t("supervision.rule.part"), parts);
    }

    private static void part(List<String> parts, String what, @Nullable String value) {
        if (value != null) {
            parts.add(t("supervision.rule.scope." + what, value));
        }
    }

    static String name(TimeRule rule, Map<String, String> registers) {
        return t("supervision.rule.name", step(rule.step()), scope(rule.scope(), registers));
    }

    /// 签收：派单起 2 个工作日，依据《…》第…条，2026-01-01 起.
    static String sentence(TimeRule rule) {
        return t("supervision.rule.sentence", step(rule.step()), happening(rule.starts()), limit(rule.limit()), basis(rule.basis()), span(rule));
    }

    static String basis(TimeRule.Basis basis) {
        return t("supervision.rule.basis", PLAIN_TITLE.matcher(basis.title()).matches() ? t("supervision.rule.book", basis.title()) : basis.title(),
                basis.article());
    }

    static String span(TimeRule rule) {
        return rule.to() == null ? t("supervision.rule.from", rule.from().toString())
                : t("supervision.rule.from-to", rule.from().toString(), rule.to().toString());
    }

    /// What else it says: when it stops, stands still, may be extended.
    static List<String> more(TimeRule rule, String pauseBasis) {
        var more = new ArrayList<String>();
        more.add(t("supervision.rule.ends", all(rule.ends(), RuleWords::happening)));
        if (!rule.pauses().isEmpty()) {
            more.add(t("supervision.rule.pauses", all(rule.pauses(), RuleWords::pause), pauseBasis));
        }
        Optional.ofNullable(rule.extension()).ifPresent(extension -> more.add(t("supervision.rule.extension", limit(extension))));
        Optional.ofNullable(rule.closes()).map(LocalTime::toString).ifPresent(at -> more.add(t("supervision.rule.closes", at)));
        more.add(t("supervision.rule.at-risk", rule.atRiskPercent()));
        return more;
    }

    private static <E extends Enum<E>> String all(Collection<E> several, java.util.function.Function<E, String> words) {
        return several.stream().sorted().map(words).collect(Collectors.joining(t("supervision.rule.or")));
    }

    /// At their fields, the labels as on the form.
    static FieldErrors errors(List<RuleRefusal> refusals) {
        var errors = FieldErrors.none();
        for (var refusal : refusals) {
            var label = "supervision.rule.field." + refusal.field();
            errors = errors.with(refusal.field(), told(refusal), Words.has(label) ? t(label) : "");
        }
        return errors;
    }

    static String told(RuleRefusal refusal) {
        var open = refusal instanceof RuleRefusal.Overlapping(_, _, _, var to) && to == null;
        return t(refusal.key() + (open ? ".open" : ""), refusal.args().stream().map(RuleWords::shown).toArray());
    }

    private static Object shown(Object argument) {
        return switch (argument) {
            case LocalDate day -> Days.full(day);
            case Happening happening -> happening(happening);
            case Step step -> step(step);
            case Set<?> several -> several.stream().sorted().map(RuleWords::shown).map(Object::toString).collect(Collectors.joining(t("supervision.rule.or")));
            default -> argument;
        };
    }
}
