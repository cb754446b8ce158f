package org.mingbai.supervision.web;

import static org.mingbai.shell.Words.t;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Presence;
import org.mingbai.directory.Right;
import org.mingbai.shell.View;
import org.mingbai.shell.page.FieldErrors;
import org.mingbai.supervision.KeptRule.Standing;
import org.mingbai.supervision.Offices;
import org.mingbai.supervision.ProgressRule;
import org.mingbai.supervision.ProgressRules;
import org.mingbai.supervision.RuleRefusal;
import org.mingbai.supervision.web.ProgressPage.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// How far work may stay behind its plan, for everybody to read and the coordinator to set.
@Controller
@Needs(Right.SEE_TIME_RULES)
class ProgressPages {

    static final String ALL = LimitPages.ALL + "/behind";

    private static final Typed NOTHING = new Typed("", "", "", "", "", "");

    private final ProgressRules rules;
    private final RuleWords words;
    private final Offices offices;
    private final Clock clock;

    ProgressPages(ProgressRules rules, RuleWords words, Offices offices, Clock clock) {
        this.rules = rules;
        this.words = words;
        this.offices = offices;
        this.clock = clock;
    }

    @GetMapping(ALL)
    ModelAndView all(Presence present) {
        return View.of("supervision/progress", page(present, NOTHING, Map.of(), FieldErrors.none()));
    }

    @Needs(Right.KEEP_TIME_RULES)
    @PostMapping(ALL)
    ModelAndView put(Presence present, Keeper by, @RequestParam MultiValueMap<String, String> form) {
        offices.mustBeOne(present.who());
        var typed = new Typed(LimitTyping.one(form, "register"), LimitTyping.one(form, "amber"), LimitTyping.one(form, "red"),
                LimitTyping.one(form, "basisTitle"), LimitTyping.one(form, "basisArticle"), LimitTyping.one(form, "from"));
        var from = day(typed.from());
        if (from.isEmpty() && !typed.from().isEmpty()) {
            return refused(present, typed, Map.of(), wrongDay("from", "from"));
        }
        var why = rules.put(by, new ProgressRules.Draft(typed.register(), points(typed.amber()), points(typed.red()), typed.basisTitle(),
                typed.basisArticle(), from.orElse(null)));
        return why.isEmpty() ? View.seeOther(ALL, t("supervision.rule.behind.done", typed.from()))
                : refused(present, typed, Map.of(), RuleWords.errors(why));
    }

    @Needs(Right.KEEP_TIME_RULES)
    @PostMapping(ALL + "/{register}/ending")
    ModelAndView end(Presence present, Keeper by, @PathVariable String register, @RequestParam MultiValueMap<String, String> form) {
        offices.mustBeOne(present.who());
        mustBeKept(present, register);
        var field = "to-" + register;
        var typed = LimitTyping.one(form, field);
        var last = day(typed);
        if (last.isEmpty()) {
            return refused(present, NOTHING, Map.of(register, typed), wrongDay(field, "to"));
        }
        var why = rules.end(by, register, last.get());
        return why.isEmpty() ? View.seeOther(ALL, t("supervision.rule.done.ended", last.get()))
                : refused(present, NOTHING, Map.of(register, typed), atTheDay(field, why));
    }

    @Needs(Right.KEEP_TIME_RULES)
    @PostMapping(ALL + "/{register}/{from}/withdrawal")
    ModelAndView withdraw(Presence present, Keeper by, @PathVariable String register, @PathVariable String from) {
        offices.mustBeOne(present.who());
        mustBeKept(present, register);
        var day = day(from).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var why = rules.withdraw(by, register, day);
        return why.isEmpty() ? View.seeOther(ALL, t("supervision.rule.behind.withdrawn")) : refused(present, NOTHING, Map.of(), RuleWords.errors(why));
    }

    private void mustBeKept(Presence present, String register) {
        if (rules.of(present.who().tenant()).stream().noneMatch(it -> it.register().equals(register))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static FieldErrors wrongDay(String field, String label) {
        return FieldErrors.none().with(field, t("supervision.rule.day.wrong"), t("supervision.rule.field." + label));
    }

    private static FieldErrors atTheDay(String field, List<RuleRefusal> why) {
        var errors = FieldErrors.none();
        for (var refusal : why) {
            errors = errors.with(field, RuleWords.told(refusal), t("supervision.rule.field.to"));
        }
        return errors;
    }

    private ModelAndView refused(Presence present, Typed typed, Map<String, String> ends, FieldErrors errors) {
        return View.of("supervision/progress", page(present, typed, ends, errors), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ProgressPage page(Presence present, Typed typed, Map<String, String> ends, FieldErrors errors) {
        var tenant = present.who().tenant();
        var names = words.registers(tenant);
        var today = LocalDate.now(clock);
        boolean keeps = present.may(Right.KEEP_TIME_RULES);
        var byRegister = rules.of(tenant).stream().collect(Collectors.groupingBy(ProgressRule::register, LinkedHashMap::new, Collectors.toList()));
        var registers = byRegister.entrySet().stream().map(it -> new ProgressPage.Of(it.getKey(), names.getOrDefault(it.getKey(), it.getKey()),
                it.getValue().stream().map(rule -> version(rule, keeps, today)).toList(),
                keeps && it.getValue().getFirst().to() == null, ends.getOrDefault(it.getKey(), ""))).toList();
        return new ProgressPage(registers, LimitPages.choices(names), typed, keeps, today.toString(), today.plusDays(1).toString(), errors);
    }

    private static ProgressPage.Version version(ProgressRule rule, boolean keeps, LocalDate today) {
        var standing = rule.from().isAfter(today) ? Standing.TO_COME : rule.inForceOn(today) ? Standing.IN_FORCE : Standing.OVER;
        return new ProgressPage.Version(
                t("supervision.rule.behind.sentence", rule.amberPoints(), rule.redPoints(), RuleWords.basis(rule.basis())),
                rule.to() == null ? t("supervision.rule.from", rule.from().toString())
                        : t("supervision.rule.from-to", rule.from().toString(), rule.to().toString()),
                t("supervision.rule.standing." + standing), standing == Standing.IN_FORCE,
                keeps && standing == Standing.TO_COME ? ALL + "/" + rule.register() + "/" + rule.from() + "/withdrawal" : "");
    }

    /// What is no whole number is out of range, and refused as that.
    private static int points(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= LimitTyping.YEAR_MIN && day.getYear() <= LimitTyping.YEAR_MAX);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
