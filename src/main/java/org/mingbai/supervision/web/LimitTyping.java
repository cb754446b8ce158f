package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingbai.ledger.Happening;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.supervision.PauseReason;
import org.mingbai.supervision.RuleDraft;
import org.mingbai.supervision.Step;
import org.mingbai.supervision.TimeRule;
import org.mingbai.supervision.web.LimitForm.Typed;
import org.springframework.util.MultiValueMap;

/// Reads the form of a limit, and writes one into it.
final class LimitTyping {

    private static final int KEPT_MAX = 300;
    static final int YEAR_MIN = 2000;
    static final int YEAR_MAX = 2199;

    private final Typed typed;
    private FieldErrors errors = FieldErrors.none();

    private LimitTyping(Typed typed) {
        this.typed = typed;
    }

    static Typed typed(MultiValueMap<String, String> form) {
        return new Typed(one(form, "step"), one(form, "register"), one(form, "channel"), one(form, "kind"), one(form, "urgency"), one(form, "limit"),
                one(form, "starts"), form.getOrDefault("ends", List.of()), form.getOrDefault("pauses", List.of()), one(form, "pauseBasis"),
                one(form, "extension"), one(form, "closes"), one(form, "atRiskPercent"), one(form, "basisTitle"), one(form, "basisArticle"),
                one(form, "from"), one(form, "to"), one(form, "since"), one(form, "until"));
    }

    static String one(MultiValueMap<String, String> form, String name) {
        @Nullable String value = form.getFirst(name);
        var plain = value == null ? "" : value.replaceAll("\\p{Cntrl}", "").strip();
        return plain.length() > KEPT_MAX ? plain.substring(0, KEPT_MAX) : plain;
    }

    static Typed typed(RuleDraft draft, LocalDate from, LocalDate since, LocalDate until) {
        var scope = draft.scope();
        return new Typed(name(draft.step()), or(scope.register()), or(scope.channel()), or(scope.kind()), or(scope.urgency()), draft.limit(),
                name(draft.starts()), names(draft.ends()), names(draft.pauses()), draft.pauseBasis(), draft.extension(),
                draft.closes() == null ? "" : draft.closes().toString(), Integer.toString(draft.atRiskPercent()), draft.basisTitle(), draft.basisArticle(),
                from.toString(), "", since.toString(), until.toString());
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String name(@Nullable Enum<?> value) {
        return value == null ? "" : value.name();
    }

    private static List<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toList();
    }

    /// @param errors what could not be read at all
    /// @param since the first day of the past it is tried on
    record Read(RuleDraft draft, LocalDate since, LocalDate until, FieldErrors errors) {}

    static Read read(String code, Typed typed, LocalDate today) {
        var typing = new LimitTyping(typed);
        var draft = new RuleDraft(code, new TimeRule.Scope(some(typed.register()), some(typed.channel()), some(typed.kind()), some(typed.urgency())),
                one(Step.class, typed.step()).orElse(null), typed.limit(), one(Happening.class, typed.starts()).orElse(null),
                many(Happening.class, typed.ends()), many(PauseReason.class, typed.pauses()), typed.pauseBasis(), typed.extension(),
                typing.time().orElse(null), typing.percent(), typed.basisTitle(), typed.basisArticle(),
                typing.day("from", typed.from()).orElse(null), typing.day("to", typed.to()).orElse(null));
        var until = typing.day("until", typed.until()).filter(day -> day.isBefore(today)).orElse(today);
        var since = typing.day("since", typed.since()).orElse(until.minusYears(1));
        if (since.isAfter(until)) {
            typing.errors = typing.errors.with("since", t("supervision.rule.since.wrong"), t("supervision.rule.field.since"));
        }
        return new Read(draft, since, until, typing.errors);
    }

    private static @Nullable String some(String text) {
        return text.isBlank() ? null : text;
    }

    private static <E extends Enum<E>> Optional<E> one(Class<E> of, String name) {
        return Arrays.stream(of.getEnumConstants()).filter(value -> value.name().equals(name)).findFirst();
    }

    private static <E extends Enum<E>> Set<E> many(Class<E> of, List<String> names) {
        return names.stream().map(name -> one(of, name)).flatMap(Optional::stream).collect(Collectors.toCollection(() -> EnumSet.noneOf(of)));
    }

    private Optional<LocalDate> day(String field, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() >= YEAR_MIN && day.getYear() <= YEAR_MAX) {
                return Optional.of(day);
            }
        } catch (DateTimeException e) {
            // told below
        }
        errors = errors.with(field, t("supervision.rule.day.wrong"), t("supervision.rule.field." + field));
        return Optional.empty();
    }

    private Optional<LocalTime> time() {
        try {
            return typed.closes().isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(typed.closes()));
        } catch (DateTimeException e) {
            errors = errors.with("closes", t("supervision.count.at.wrong"), t("supervision.rule.field.closes"));
            return Optional.empty();
        }
    }

    /// What is no number is out of range, and refused as that.
    private int percent() {
        if (typed.atRiskPercent().isEmpty()) {
            return TimeRule.AT_RISK_PERCENT;
        }
        return typed.atRiskPercent().matches("[0-9]{1,3}") ? Integer.parseInt(typed.atRiskPercent()) : -1;
    }

    static <E extends Enum<E>> List<LimitForm.Tick> ticks(Collection<E> all, List<String> on, Function<E, String> words) {
        return all.stream().map(value -> new LimitForm.Tick(value.name(), words.apply(value), on.contains(value.name()))).toList();
    }

    static String id(Step step) {
        return "step-" + step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
